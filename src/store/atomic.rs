//! Puts a text in place of a file so that, whatever happens, the file is wholly the old one or
//! wholly the new one: a temporary file in the same folder is written, synced, and renamed over it.
//!
//! Nothing that was not read is overwritten: before the rename the file is compared with what the
//! caller knows of it. Several programs that save at the same time do so one after the other; the
//! system takes the lock from one that is killed.

use std::fs::{File, Permissions};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use super::error::{SaveError, Trouble};
use super::fs::{Fs, what_else};

/// How many symbolic links may lead from one to the next.
const MOST_LINKS: usize = 40;

/// Why a file was not replaced.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Setback {
    /// The file is as it was.
    Before(SaveError),
    /// The new text is in the file, but a power cut may still take it away.
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
pub(super) fn replace(fs: &impl Fs, path: &Path, known: &[u8], text: &str) -> Result<(), Setback> {
    let trouble = |error: io::Error| SaveError::trouble(path, &error);
    let target = resolve(fs, path).map_err(|error| Setback::Before(trouble(error)))?;
    let folder = folder_of(&target);
    // From the comparison to the rename nobody else of us may write: one would undo the other.
    let _lock = fs.lock(&folder);
    let permissions = check(fs, path, &target, known).map_err(Setback::Before)?;
    let written = write_aside(fs, &folder, permissions, text)
        .map_err(|error| Setback::Before(trouble(error)))?;
    if let Err(error) = fs.rename(&written, &target) {
        discard(fs, &written);
        return Err(Setback::Before(trouble(error)));
    }
    fs.sync_folder(&folder)
        .map_err(|error| Setback::NotDurable(trouble(error)))
}

/// Makes a file that is not there yet.
pub(super) fn create(fs: &impl Fs, path: &Path, text: &str) -> Result<(), SaveError> {
    match fs.create(path) {
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(SaveError::Exists(path.to_owned()));
        }
        Err(error) => return Err(SaveError::trouble(path, &error)),
    }
    // The name is ours; the text comes in one piece, so that no half of it is ever seen.
    replace(fs, path, b"", text).map_err(|setback| {
        if matches!(setback, Setback::Before(_)) {
            discard(fs, path);
        }
        setback.into_error()
    })
}

/// Writes a text into a file of the program's own, whatever stands there.
pub(super) fn put(fs: &impl Fs, path: &Path, text: &str) -> Result<(), SaveError> {
    let known = fs.read(path).unwrap_or_default();
    replace(fs, path, &known, text).map_err(Setback::into_error)
}

/// What somebody else has written into a file, and where it is kept.
#[derive(Debug, Default)]
pub(super) struct Kept {
    pub(super) bytes: Vec<u8>,
    /// The copy; none where there is no file.
    pub(super) path: Option<PathBuf>,
}

/// Copies a file to a free name beside it: `crm.conflict-1.ron`.
pub(super) fn keep_aside(fs: &impl Fs, path: &Path) -> Result<Kept, SaveError> {
    let trouble = |error: io::Error| SaveError::trouble(path, &error);
    let target = resolve(fs, path).map_err(trouble)?;
    let bytes = match fs.read(&target) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Kept::default()),
        Err(error) => return Err(trouble(error)),
    };
    let copy = put_beside(fs, &target, "conflict", &bytes).map_err(trouble)?;
    let path = Some(copy);
    Ok(Kept { bytes, path })
}

/// Writes bytes to a free name beside a path: for "unsaved", `crm.unsaved-1.ron`.
pub(super) fn put_beside(
    fs: &impl Fs,
    path: &Path,
    what: &str,
    bytes: &[u8],
) -> io::Result<PathBuf> {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let name: String = name.chars().take(60).collect();
    let mut number = 1;
    let (copy, mut file) = loop {
        let copy = folder_of(path).join(format!("{name}.{what}-{number}.ron"));
        match fs.create_private(&copy) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            made => break (copy, made?),
        }
    };
    let written = fs.write(&mut file, bytes).and_then(|()| fs.sync(&file));
    if let Err(error) = written {
        discard(fs, &copy);
        return Err(error);
    }
    Ok(copy)
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

/// Whether a file may be replaced, and who may do what with it; none where it is not there.
fn check(
    fs: &impl Fs,
    path: &Path,
    target: &Path,
    known: &[u8],
) -> Result<Option<Permissions>, SaveError> {
    let trouble = |error: &io::Error| SaveError::trouble(path, error);
    let found = match fs.look(target) {
        Ok(found) => found,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(trouble(&error)),
    };
    if let Some(found) = what_else(&found) {
        let path = path.to_owned();
        return Err(SaveError::NotAFile { path, found });
    }
    if found.permissions().readonly() {
        let path = path.to_owned();
        let trouble = Trouble::Protected;
        return Err(SaveError::Trouble { path, trouble });
    }
    if fs.read(target).map_err(|error| trouble(&error))? != known {
        return Err(SaveError::ChangedOutside(path.to_owned()));
    }
    Ok(Some(found.permissions()))
}

/// Writes a text into a temporary file and waits until it is on the disk; an error leaves none.
fn write_aside(
    fs: &impl Fs,
    folder: &Path,
    permissions: Option<Permissions>,
    text: &str,
) -> io::Result<PathBuf> {
    let (path, mut file) = if permissions.is_some() {
        temporary(folder, |path| fs.create_private(path))?
    } else {
        temporary(folder, |path| fs.create(path))?
    };
    let written = fs
        .write(&mut file, text.as_bytes())
        .and_then(|()| permissions.map_or(Ok(()), |permissions| fs.permit(&file, permissions)))
        .and_then(|()| fs.sync(&file));
    match written {
        Ok(()) => Ok(path),
        Err(error) => {
            drop(file);
            discard(fs, &path);
            Err(error)
        }
    }
}

/// A file that nobody else has, under a short name, however long the workspace's own name is.
pub(super) fn temporary(
    folder: &Path,
    make: impl Fn(&Path) -> io::Result<File>,
) -> io::Result<(PathBuf, File)> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let mut tries = 0;
    loop {
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(format!(".outboard-{}-{count}.tmp", std::process::id()));
        match make(&path) {
            // Left behind by a program that had our number and was killed.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && tries < 100 => tries += 1,
            file => return Ok((path, file?)),
        }
    }
}

/// Removes a file of ours after an error. That this may fail too is no news to anybody.
pub(super) fn discard(fs: &impl Fs, path: &Path) {
    let _ = fs.remove(path);
}

#[cfg(test)]
mod tests;
