//! Where the user's system keeps data, state and configuration, and what Outboard keeps there: the
//! sample, and which workspaces were used last.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;
use thiserror::Error;

use super::atomic;
use super::error::SaveError;
use super::fs::{Disk, Fs};
use super::lifecycle::SAMPLE;

/// How many workspaces are remembered.
const REMEMBERED: usize = 20;

/// The folders that Outboard keeps things in. They are made when something is first put there.
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
    /// The places of the user who runs the program, as the system's conventions have them (on
    /// Linux those of the XDG base directories).
    ///
    /// # Errors
    /// When neither the environment nor the system names a home folder.
    pub fn of_user() -> Result<Self, NoHome> {
        let folders = ProjectDirs::from("", "", "outboard").ok_or(NoHome)?;
        Ok(Self {
            data: folders.data_dir().to_owned(),
            // Only Linux has a folder for state.
            state: folders
                .state_dir()
                .unwrap_or(folders.data_local_dir())
                .to_owned(),
            config: folders.config_dir().to_owned(),
        })
    }

    /// Where the sample workspace is.
    pub fn sample(&self) -> PathBuf {
        self.data.join("sample.ron")
    }

    /// Writes the sample workspace unless it is there, and gives its path.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn ensure_sample(&self) -> Result<PathBuf, SaveError> {
        let path = self.sample();
        make_folder(&self.data)?;
        match create_sample(&path) {
            Ok(()) | Err(SaveError::Exists(_)) => Ok(path),
            Err(error) => Err(error),
        }
    }

    /// A place of the user's own for a workspace that can't be saved where it is: its name in the
    /// data folder, with a number where that is taken.
    ///
    /// # Errors
    /// When the folder can't be made.
    pub fn refuge(&self, workspace: &Path) -> Result<PathBuf, SaveError> {
        make_folder(&self.data)?;
        let stem = workspace.file_stem().unwrap_or_default().to_string_lossy();
        let first = self.data.join(format!("{stem}.ron"));
        let numbered = (2_u32..1_000).map(|n| self.data.join(format!("{stem}-{n}.ron")));
        let mut free = std::iter::once(first.clone())
            .chain(numbered)
            .filter(|path| !path.exists());
        free.next().ok_or(SaveError::Exists(first))
    }

    /// The workspace that was used last, of those that are still there.
    pub fn last_used(&self) -> Option<PathBuf> {
        self.recent().into_iter().find(|path| path.is_file())
    }

    /// The workspaces that were used, the latest first, those that are gone too.
    pub fn recent(&self) -> Vec<PathBuf> {
        // A list that can't be read is no reason not to start.
        let list = std::fs::read_to_string(self.list()).unwrap_or_default();
        list.lines().map(PathBuf::from).collect()
    }

    /// Notes that a workspace is used. One whose path is no text of one line is not noted.
    ///
    /// # Errors
    /// When the note can't be written.
    pub fn remember(&self, path: &Path) -> Result<(), SaveError> {
        let path = std::path::absolute(path).map_err(|error| SaveError::trouble(path, &error))?;
        let before = self.recent();
        if before.first() == Some(&path) {
            // Most starts open the same again: no write that the first frame would wait for.
            return Ok(());
        }
        let others = before.iter().filter(|other| **other != path);
        let paths = std::iter::once(&path).chain(others).take(REMEMBERED);
        let lines = paths.filter_map(|path| path.to_str().filter(|line| !line.contains('\n')));
        let list: String = lines.flat_map(|line| [line, "\n"]).collect();
        make_folder(&self.state)?;
        atomic::put(&Disk, &self.list(), &list)
    }

    fn list(&self) -> PathBuf {
        self.state.join("recent")
    }
}

/// Writes the sample into a file that is not there yet.
///
/// # Errors
/// When something is there already, the folder is not, or it can't be written.
pub fn create_sample(path: &Path) -> Result<(), SaveError> {
    atomic::create(&Disk, path, SAMPLE)
}

/// Makes a folder of the program's own, for its user only, and those that it stands in.
pub(super) fn make_folder(folder: &Path) -> Result<(), SaveError> {
    Disk.make_folder(folder)
        .map_err(|error| SaveError::trouble(folder, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places() -> (tempfile::TempDir, Places) {
        let home = tempfile::tempdir().expect("a folder");
        let places = Places {
            data: home.path().join("data/outboard"),
            state: home.path().join("state/outboard"),
            config: home.path().join("config/outboard"),
        };
        (home, places)
    }

    #[test]
    fn an_empty_home_gets_the_sample_as_a_workspace_of_its_own() {
        let (_home, places) = places();
        assert_eq!(places.last_used(), None);
        let path = places.ensure_sample().expect("written");
        assert!(crate::store::open(&path).is_ok());
        std::fs::write(&path, "mine").expect("edited");
        assert_eq!(places.ensure_sample(), Ok(path.clone()));
        assert_eq!(std::fs::read_to_string(path).expect("a file"), "mine");
    }

    #[test]
    fn the_workspace_used_last_is_remembered() {
        let (home, places) = places();
        let path = |name: &str| home.path().join(name);
        for name in ["a.ron", "b.ron", "a.ron", "gone.ron"] {
            places.remember(&path(name)).expect("noted");
        }
        std::fs::write(path("a.ron"), "").expect("a file");
        assert_eq!(
            places.recent(),
            [path("gone.ron"), path("a.ron"), path("b.ron")]
        );
        assert_eq!(places.last_used(), Some(path("a.ron")));
    }

    #[test]
    fn no_more_are_remembered_than_a_list_can_show() {
        let (home, places) = places();
        for n in 0..30 {
            let path = home.path().join(format!("{n}.ron"));
            places.remember(&path).expect("noted");
        }
        assert_eq!(places.recent().len(), REMEMBERED);
        assert_eq!(places.recent()[0], home.path().join("29.ron"));
    }
}
