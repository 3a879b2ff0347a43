//! A backup comes back: into a file of its own, or in place of a file that can't be read.
//!
//! A file that can be read is changed through the one door for writes instead, so that it can be
//! undone.

use std::path::{Path, PathBuf};

use crate::store::atomic::{self, Destination, Setback};
use crate::store::error::SaveError;
use crate::store::fs::{Disk, Fs};

/// Writes the content of a backup, byte for byte, into a file that is not there yet.
///
/// # Errors
/// When something is there already, the folder is not, or it can't be written.
pub fn restore_into(path: &Path, content: &[u8]) -> Result<(), SaveError> {
    atomic::create(&Disk, path, content)
}

/// Puts the content of a backup in place of a file that can't be read, or is gone. What stands there
/// is first kept beside it, as `crm.broken-1.ron`; the places where that is, and what somebody else
/// writes at the same moment, are given.
///
/// # Errors
/// When the copy or the file can't be written. The file is then as before, unless all that failed is
/// the wait until the disk has it.
pub fn restore_over(path: &Path, content: &[u8]) -> Result<Vec<PathBuf>, SaveError> {
    restore_over_in(&Disk, path, content)
}

pub(super) fn restore_over_in(
    fs: &impl Fs,
    path: &Path,
    content: &[u8],
) -> Result<Vec<PathBuf>, SaveError> {
    let broken = atomic::keep_aside(fs, path, "broken")?;
    let destination = Destination { path, shelf: None };
    match atomic::replace(fs, destination, &broken.bytes, content) {
        Ok(replaced) => Ok(broken.path.into_iter().chain(replaced.kept).collect()),
        Err(Setback::NotDurable(error)) => Err(error),
        Err(Setback::Before(error)) => {
            // It still stands where it stood.
            if let Some(copy) = broken.path {
                atomic::discard(fs, &copy);
            }
            Err(error)
        }
    }
}
