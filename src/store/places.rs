//! Where the user's system keeps data, state and configuration, and what Outboard keeps there: the
//! sample, and which workspaces were used last.

use std::path::{Path, PathBuf};

use thiserror::Error;

use super::error::SaveError;

/// The folders that Outboard keeps things in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// The sample workspace.
    pub data: PathBuf,
    /// What the program remembers: the workspaces used last.
    pub state: PathBuf,
    /// What the user sets.
    pub config: PathBuf,
}

/// The system names no home for the user.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("this system names no home folder for you; set HOME, or name the workspace: outboard FILE")]
pub struct NoHome;

impl Places {
    /// The places of the user who runs the program.
    ///
    /// # Errors
    /// When neither the environment nor the system names a home folder.
    pub fn of_user() -> Result<Self, NoHome> {
        todo!()
    }

    /// Where the sample workspace is.
    pub fn sample(&self) -> PathBuf {
        todo!()
    }

    /// Writes the sample workspace unless it is there, and gives its path.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn ensure_sample(&self) -> Result<PathBuf, SaveError> {
        todo!()
    }

    /// The workspace that was used last, if it is still there.
    pub fn last_used(&self) -> Option<PathBuf> {
        todo!()
    }

    /// The workspaces that were used, the latest first, those that are gone too.
    pub fn recent(&self) -> Vec<PathBuf> {
        todo!()
    }

    /// Notes that a workspace is used.
    ///
    /// # Errors
    /// When the note can't be written.
    pub fn remember(&self, path: &Path) -> Result<(), SaveError> {
        let _ = path;
        todo!()
    }
}
