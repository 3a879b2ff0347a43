//! The temporary file that a text is written to, and how it comes into its place.
//!
//! While it is written it is called `.outboard-NAME-PID-N.tmp`. Once it is whole and synced it becomes
//! `.outboard-NAME-PID-N.OLD-NEW.swap`, with the fingerprints of the two texts, and is exchanged with
//! the file. So a program that is killed leaves nothing of which could not be told what it is.

use std::fs::{File, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use super::copies::{move_beside, short_name};
use super::{Save, discard, folder_of};
use crate::store::fingerprint::Fingerprint;
use crate::store::fs::{Fs, is_unsupported};

/// How many names of temporary files may be taken.
const MOST_TAKEN: u32 = 100;

impl<F: Fs> Save<'_, F> {
    /// Puts the text where no file is.
    pub(super) fn place_new(&self, like: Option<&Metadata>) -> io::Result<()> {
        let aside = write(self.fs, &self.target, like, self.text)?;
        place_new(self.fs, &aside, &self.target)
    }

    /// Puts the text in place of the file that was found, and gives the place where what it
    /// displaced is kept, unless that was known.
    pub(super) fn exchange(&self, found: &Metadata) -> io::Result<Option<PathBuf>> {
        let aside = write(self.fs, &self.target, Some(found), self.text)?;
        let whole = aside.with_extension(format!(
            "{}-{}.swap",
            Fingerprint::of(self.known),
            Fingerprint::of(self.text)
        ));
        if let Err(error) = self.fs.rename(&aside, &whole) {
            discard(self.fs, &aside);
            return Err(error);
        }
        match self.fs.exchange(&whole, &self.target) {
            Ok(()) => Ok(self.look_through(&whole)),
            Err(error) if is_unsupported(&error) => self.rename_over(&whole).map(|()| None),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                place_new(self.fs, &whole, &self.target).map(|()| None)
            }
            Err(error) => {
                discard(self.fs, &whole);
                Err(error)
            }
        }
    }

    /// Removes what was displaced if it was known, and else gives the place where it is kept.
    fn look_through(&self, displaced: &Path) -> Option<PathBuf> {
        let is_known = |bytes: Vec<u8>| bytes == self.known;
        if self.fs.read(displaced).is_ok_and(is_known) {
            discard(self.fs, displaced);
            return None;
        }
        let moved = move_beside(self.fs, displaced, &self.target, "conflict");
        Some(moved.unwrap_or_else(|_| displaced.to_owned()))
    }

    /// For file systems that can't exchange: what is displaced is looked at just before.
    fn rename_over(&self, whole: &Path) -> io::Result<()> {
        let renamed = match self.is_as_known() {
            Ok(true) => self.fs.rename(whole, &self.target),
            Ok(false) => Err(io::ErrorKind::AlreadyExists.into()),
            Err(error) => Err(error),
        };
        renamed.inspect_err(|_| discard(self.fs, whole))
    }
}

/// Writes a file beside another and waits until it is on the disk. It is for its owner only, or has
/// the owner and the rights of one that it is to be `like`. An error leaves none.
pub(in crate::store) fn write(
    fs: &impl Fs,
    target: &Path,
    like: Option<&Metadata>,
    bytes: &[u8],
) -> io::Result<PathBuf> {
    // After a sync that failed a second one of the same file may say that all is well although
    // what was to be written is gone; only a fresh file tells.
    synced(fs, filled(fs, target, like, bytes)?)
        .or_else(|_| synced(fs, filled(fs, target, like, bytes)?))
}

fn filled(
    fs: &impl Fs,
    target: &Path,
    like: Option<&Metadata>,
    bytes: &[u8],
) -> io::Result<(PathBuf, File)> {
    let (path, mut file) = temporary(fs, target)?;
    let filled = fs.write(&mut file, 0, bytes).and_then(|()| match like {
        // Where these can't be kept, the file must stay the one that it is.
        Some(like) => fs
            .own(&file, like)
            .and_then(|()| fs.permit(&file, like.permissions()))
            .map_err(|_| io::ErrorKind::PermissionDenied.into()),
        None => Ok(()),
    });
    match filled {
        Ok(()) => Ok((path, file)),
        Err(error) => {
            drop(file);
            discard(fs, &path);
            Err(error)
        }
    }
}

fn synced(fs: &impl Fs, (path, file): (PathBuf, File)) -> io::Result<PathBuf> {
    let synced = fs.sync(&file);
    drop(file);
    match synced {
        Ok(()) => Ok(path),
        Err(error) => {
            discard(fs, &path);
            Err(error)
        }
    }
}

/// A file that nobody else has, under a short name, however long the workspace's own name is.
fn temporary(fs: &impl Fs, target: &Path) -> io::Result<(PathBuf, File)> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let (folder, name) = (folder_of(target), short_name(target));
    let process = std::process::id();
    let mut taken = 0;
    loop {
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(format!(".outboard-{name}-{process}-{count}.tmp"));
        match fs.create_private(&path) {
            // Left behind by a program that had our number and was killed.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && taken < MOST_TAKEN => {
                taken += 1;
            }
            file => return Ok((path, file?)),
        }
    }
}

/// Gives a whole file its name, which nothing must have yet. An error leaves none.
pub(super) fn place_new(fs: &impl Fs, whole: &Path, name: &Path) -> io::Result<()> {
    rename_new(fs, whole, name).inspect_err(|_| discard(fs, whole))
}

/// Gives a file another name, which nothing must have yet; after an error it has its own.
pub(super) fn rename_new(fs: &impl Fs, from: &Path, to: &Path) -> io::Result<()> {
    match fs.rename_new(from, to) {
        Err(error) if is_unsupported(&error) => link_new(fs, from, to),
        done => done,
    }
}

fn link_new(fs: &impl Fs, from: &Path, to: &Path) -> io::Result<()> {
    match fs.link(from, to) {
        Ok(()) => {
            discard(fs, from);
            Ok(())
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        // A file system without links: there is only looking first.
        Err(_) => match fs.look(to) {
            Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => fs.rename(from, to),
            Err(error) => Err(error),
        },
    }
}
