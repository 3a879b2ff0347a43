//! Whether somebody else has written a file: its stamp is compared first, which costs next to
//! nothing, and its content only where the stamp is another.

use std::fs::Metadata;
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::error::OpenError;
use super::{Opened, open};

/// How often a file is looked at while nothing is to be done.
pub(super) const PERIOD: Duration = Duration::from_secs(1);

/// What tells that a file may have been written since. The same stamp does not promise the same
/// content: whoever writes compares that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    /// Which file it is, and when it last became what it is in any way, where the system tells.
    identity: (u64, i64, i64),
}

/// What stands in a file.
#[derive(Debug)]
pub(super) enum Seen {
    /// What is known.
    Same,
    /// Nothing: there is no file, or it can't be looked at just now.
    Gone,
    /// A workspace that somebody else has written.
    Changed(Box<Opened>),
    /// Something that is no workspace.
    Unreadable(OpenError),
}

impl Stamp {
    /// The stamp of the file that a path leads to; none where there is none.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let found = std::fs::metadata(path).ok()?;
        Some(Self {
            length: found.len(),
            modified: found.modified().ok(),
            identity: identity(&found),
        })
    }

    /// The stamp of a file that says what is known; none where somebody has just written something
    /// else, so that it is looked at again.
    pub(super) fn of_known(path: &Path, known: &str) -> Option<Self> {
        // In this order: what is written after the content was read has another stamp.
        let stamp = Self::of(path);
        let is_known = std::fs::read(path).is_ok_and(|found| found == known.as_bytes());
        stamp.filter(|_| is_known)
    }
}

#[cfg(unix)]
fn identity(found: &Metadata) -> (u64, i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (found.ino(), found.ctime(), found.ctime_nsec())
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> (u64, i64, i64) {
    (0, 0, 0)
}

/// Reads a file of which something is known.
pub(super) fn see(path: &Path, known: &str) -> Seen {
    match open(path) {
        Ok(opened) if opened.manuscript.in_the_file() == known => Seen::Same,
        Ok(opened) => Seen::Changed(Box::new(opened)),
        Err(OpenError::Missing(_) | OpenError::Trouble { .. }) => Seen::Gone,
        Err(
            error @ (OpenError::NotAFile { .. }
            | OpenError::TooLarge(_)
            | OpenError::Newer { .. }
            | OpenError::Broken { .. }),
        ) => Seen::Unreadable(error),
    }
}
