//! What is kept beside a file under a name of its own: what somebody else has written into it, and
//! what could not be saved.

use std::io;
use std::path::{Path, PathBuf};

use super::{aside, discard, folder_of, resolve};
use crate::store::error::SaveError;
use crate::store::fs::Fs;

/// How many bytes of a file's name stand in the names of what belongs to it; most file systems take
/// 255 for the whole.
const LONGEST_NAME: usize = 120;

/// What somebody else has written into a file, and where it is kept.
#[derive(Debug, Default)]
pub(in crate::store) struct Kept {
    pub(in crate::store) bytes: Vec<u8>,
    /// The copy; none where there is no file.
    pub(in crate::store) path: Option<PathBuf>,
}

/// Copies a file to a free name beside it: for "conflict", `crm.conflict-1.ron`.
pub(in crate::store) fn keep_aside(
    fs: &impl Fs,
    path: &Path,
    what: &str,
) -> Result<Kept, SaveError> {
    let trouble = |error: io::Error| SaveError::trouble(path, &error);
    let target = resolve(fs, path).map_err(trouble)?;
    let bytes = match fs.read(&target) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Kept::default()),
        Err(error) => return Err(trouble(error)),
    };
    let copy = put_beside(fs, &target, what, &bytes).map_err(trouble)?;
    let path = Some(copy);
    Ok(Kept { bytes, path })
}

/// Writes bytes to a free name beside a path: for "unsaved", `crm.unsaved-1.ron`.
pub(in crate::store) fn put_beside(
    fs: &impl Fs,
    path: &Path,
    what: &str,
    bytes: &[u8],
) -> io::Result<PathBuf> {
    let _lock = fs.lock(&folder_of(path));
    write_beside(fs, path, what, bytes)
}

/// Writes bytes to a free name beside a path; the folder is locked.
pub(super) fn write_beside(
    fs: &impl Fs,
    path: &Path,
    what: &str,
    bytes: &[u8],
) -> io::Result<PathBuf> {
    let aside = aside::write(fs, path, None, bytes)?;
    let copy = move_beside(fs, &aside, path, what).inspect_err(|_| discard(fs, &aside))?;
    fs.sync_folder(&folder_of(path))?;
    Ok(copy)
}

/// Gives a file a free name beside a path; after an error it has its own.
pub(super) fn move_beside(
    fs: &impl Fs,
    from: &Path,
    path: &Path,
    what: &str,
) -> io::Result<PathBuf> {
    let (folder, name) = (folder_of(path), short_name(path));
    let mut number = 1;
    loop {
        let copy = folder.join(format!("{name}.{what}-{number}.ron"));
        match aside::rename_new(fs, from, &copy) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            moved => return moved.map(|()| copy),
        }
    }
}

/// A file's name without its ending, cut off where it is very long.
pub(super) fn short_name(path: &Path) -> String {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let letters = name.char_indices();
    let fits = |(at, letter): &(usize, char)| at + letter.len_utf8() <= LONGEST_NAME;
    letters.take_while(fits).map(|(_, letter)| letter).collect()
}
