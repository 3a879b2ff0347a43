//! Puts a text in place of a file so that, whatever happens, the file is wholly the old one or
//! wholly the new one: a temporary file in the same folder is written, synced, and exchanged with
//! it.
//!
//! Nothing that was not read is destroyed. Before the exchange the file is compared with what the
//! caller knows of it, and after it what was displaced is looked at again: if somebody has written
//! in between, theirs is kept beside the file. Several of our own that save at the same time do so
//! one after the other; the system takes the lock from one that is killed.
//!
//! | module | what it is for |
//! | --- | --- |
//! | `aside` | the temporary file, and how it comes into its place |
//! | `copies` | what is kept beside a file under a name of its own |
//! | `in_place` | files that can't be exchanged: of several names, or in a folder that takes no files |
//! | `sweep` | what a program that was killed has left behind |

mod aside;
mod copies;
mod in_place;
mod sweep;

use std::fs::Metadata;
use std::io;
use std::path::{Path, PathBuf};

use super::error::{SaveError, Trouble};
use super::fs::{Fs, what_else};

pub(super) use aside::write as write_aside;
pub(super) use copies::{keep_aside, put_beside};
pub(super) use in_place::finish_interrupted;
pub(super) use sweep::sweep;

/// How many symbolic links may lead from one to the next.
const MOST_LINKS: usize = 40;

/// A file that texts are written to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Destination<'a> {
    /// The file, or a symbolic link to it.
    pub(super) path: &'a Path,
    /// A folder of the program's own, for this file alone, where a text waits while it is written
    /// in place; none where it waits beside the file.
    pub(super) shelf: Option<&'a Path>,
}

/// What a save has done besides writing the file.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Replaced {
    /// Where that is kept which somebody else had written since the file was compared.
    pub(super) kept: Option<PathBuf>,
}

/// Why a file was not replaced.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Setback {
    /// The file is as it was.
    Before(SaveError),
    /// The new text is in the file, or will be once [`finish_interrupted`] has run, but a power cut
    /// may still take it away.
    NotDurable(SaveError),
}

impl Setback {
    pub(super) fn into_error(self) -> SaveError {
        match self {
            Self::Before(error) | Self::NotDurable(error) => error,
        }
    }
}

/// Writes a text in place of a file in which stands what is `known`; where there is no file any
/// more, one is made.
pub(super) fn replace(
    fs: &impl Fs,
    destination: Destination<'_>,
    known: &[u8],
    text: &(impl AsRef<[u8]> + ?Sized),
) -> Result<Replaced, Setback> {
    let Destination { path, shelf } = destination;
    let target =
        resolve(fs, path).map_err(|error| Setback::Before(SaveError::trouble(path, &error)))?;
    // From the comparison to the end nobody else of us may write: one would undo the other.
    let _lock = fs.lock(&folder_of(&target));
    let save = Save {
        fs,
        path,
        log: in_place::log_of(&target, shelf),
        target,
        known,
        text: text.as_ref(),
    };
    save.run()
}

/// Makes a file that is not there yet.
pub(super) fn create(
    fs: &impl Fs,
    path: &Path,
    text: &(impl AsRef<[u8]> + ?Sized),
) -> Result<(), SaveError> {
    let told = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => SaveError::Exists(path.to_owned()),
        _ => SaveError::trouble(path, &error),
    };
    let folder = folder_of(path);
    let _lock = fs.lock(&folder);
    if fs.look(path).is_ok() {
        return Err(SaveError::Exists(path.to_owned()));
    }
    let aside = aside::write(fs, path, None, text.as_ref()).map_err(told)?;
    aside::place_new(fs, &aside, path).map_err(told)?;
    fs.sync_folder(&folder).map_err(told)
}

/// Writes a text into a file of the program's own, whatever stands there.
pub(super) fn put(fs: &impl Fs, path: &Path, text: &str) -> Result<(), SaveError> {
    let known = fs.read(path).unwrap_or_default();
    let destination = Destination { path, shelf: None };
    let done = replace(fs, destination, &known, text);
    done.map(|_| ()).map_err(Setback::into_error)
}

/// A save under way: the folder is locked.
struct Save<'a, F> {
    fs: &'a F,
    /// The file as the user names it.
    path: &'a Path,
    /// The file itself, at the end of all links.
    target: PathBuf,
    /// Where the text waits if it is written in place.
    log: PathBuf,
    known: &'a [u8],
    text: &'a [u8],
}

impl<F: Fs> Save<'_, F> {
    fn run(&self) -> Result<Replaced, Setback> {
        let before = |error| Setback::Before(self.told(&error));
        let kept = match self.check().map_err(Setback::Before)? {
            None => self.place_new(None).map(|()| None).map_err(before)?,
            Some(found) if has_other_names(&found) => return self.write_in_place(),
            Some(found) => match self.exchange(&found) {
                Err(error) if takes_no_new_file(&error) => return self.write_in_place(),
                kept => kept.map_err(before)?,
            },
        };
        let synced = self.fs.sync_folder(&folder_of(&self.target));
        synced.map_err(|error| Setback::NotDurable(self.told(&error)))?;
        Ok(Replaced { kept })
    }

    /// What stands there, if it may be replaced; none where nothing does.
    fn check(&self) -> Result<Option<Metadata>, SaveError> {
        let told = |error| self.told(&error);
        let found = match self.fs.look(&self.target) {
            Ok(found) => found,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(told(error)),
        };
        let path = self.path.to_owned();
        if let Some(found) = what_else(&found) {
            return Err(SaveError::NotAFile { path, found });
        }
        if found.permissions().readonly() {
            let trouble = Trouble::Protected;
            return Err(SaveError::Trouble { path, trouble });
        }
        if self.is_as_known().map_err(told)? {
            return Ok(Some(found));
        }
        // Our own last write may have torn it, rather than somebody else have changed it.
        in_place::finish(self.fs, &self.target, &self.log).map_err(told)?;
        if self.is_as_known().map_err(told)? {
            Ok(Some(found))
        } else {
            Err(SaveError::ChangedOutside(path))
        }
    }

    fn is_as_known(&self) -> io::Result<bool> {
        Ok(self.fs.read(&self.target)? == self.known)
    }

    /// An error as it is told: that something is there can only mean that somebody else has just
    /// put it there.
    fn told(&self, error: &io::Error) -> SaveError {
        match error.kind() {
            io::ErrorKind::AlreadyExists => SaveError::ChangedOutside(self.path.to_owned()),
            _ => SaveError::trouble(self.path, error),
        }
    }
}

/// Whether an error means that a file can't be exchanged for another, although it may be possible
/// to write into it: its folder takes no files, its owner can't be kept, it is mounted by itself.
fn takes_no_new_file(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::PermissionDenied
            | io::ErrorKind::ReadOnlyFilesystem
            | io::ErrorKind::ResourceBusy
            | io::ErrorKind::CrossesDevices
    )
}

/// Whether a file has more names than one (hard links), which would part if it were exchanged.
fn has_other_names(found: &Metadata) -> bool {
    #[cfg(unix)]
    let names = std::os::unix::fs::MetadataExt::nlink(found);
    #[cfg(not(unix))]
    let names = {
        let _ = found;
        1
    };
    names > 1
}

/// The file that a path leads to, through symbolic links.
fn resolve(fs: &impl Fs, path: &Path) -> io::Result<PathBuf> {
    let mut target = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs.look(&target) {
            Ok(found) if found.is_symlink() => {
                target = folder_of(&target).join(fs.follow(&target)?);
            }
            Ok(_) => return Ok(target),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(target),
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("its links lead in a circle"))
}

fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Removes a file of ours that is of no use any more. Where that fails, what is left is removed at
/// the next opening.
pub(super) fn discard(fs: &impl Fs, path: &Path) {
    let _ = fs.remove(path);
}

#[cfg(test)]
mod tests;
