//! The thread that saves while the program goes on. It owns a replica of the workspace, which it
//! brings up to date with the changes that it is sent; so the loop's thread never copies or writes
//! a workspace.

use std::path::PathBuf;

use super::Opened;
use super::error::SaveError;
use crate::domain::Change;

/// The loop's end of the thread that saves.
#[derive(Debug)]
pub struct Saver {}

/// What became of a save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// Everything up to a revision is in the file and durable.
    Saved {
        /// The revision, as it was given with its change.
        revision: u64,
        /// How many comments stood inside records that were edited or removed, and are gone.
        dropped_comments: usize,
    },
    /// Nothing was written; the work is kept and tried again with the next change.
    Failed {
        /// The latest revision that is not in the file.
        revision: u64,
        /// Why not.
        error: SaveError,
    },
}

impl Saver {
    /// Starts the thread with a workspace as it was opened; `tell` is called on that thread.
    pub fn start(opened: Opened, tell: impl Fn(Report) + Send + 'static) -> Self {
        let _ = (opened, tell);
        todo!()
    }

    /// Has a change saved, with the revision that it leads to. Never blocks; changes that wait are
    /// written together.
    pub fn save(&self, change: Change, revision: u64) {
        let _ = (change, revision);
        todo!()
    }

    /// Has what could not be saved tried again.
    pub fn retry(&self) {
        todo!()
    }

    /// Has the file written although somebody else has changed it; theirs is kept beside it.
    pub fn save_anyway(&self) {
        todo!()
    }

    /// Has everything written into another file, which must not be there yet, and all that follows.
    pub fn save_as(&self, path: PathBuf) {
        let _ = path;
        todo!()
    }

    /// Waits until everything is written, and gives what was last reported; none where nothing was
    /// ever to be saved.
    pub fn finish(self) -> Option<Report> {
        todo!()
    }
}
