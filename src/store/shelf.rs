//! The shelf of a workspace: the folder in the user's state where its journal and its backups are,
//! and the two locks that keep those who change it out of each other's way.
//!
//! It is found by the path of the workspace's file, so that it never lies beside it. A lock is the
//! system's: it goes with the program that has it, however that ends, and none is ever left behind.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use jiff::Timestamp;

use super::backups::Ring;
use super::error::SaveError;
use super::fingerprint::Fingerprint;
use super::journal::Source;
use super::journal::past::Past;
use super::places::{Places, make_folder};

/// How many letters of a workspace's name its shelf is called by.
const NAME: usize = 40;

/// How many digits of the fingerprint of its path follow.
const DIGITS: usize = 16;

/// How often it is asked whether it is one's turn, and how long it is waited in between: ten
/// seconds in all.
const PATIENCE: u32 = 2_000;
const PAUSE: Duration = Duration::from_millis(5);

/// The folder of a workspace in the user's state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf {
    folder: PathBuf,
    workspace: PathBuf,
}

/// Something that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// When, as the clock was then.
    pub time: Timestamp,
    /// What it is called, in the past tense.
    pub what: String,
}

/// A lock that is held until this is dropped.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

impl Shelf {
    /// The shelf of a workspace, whether it is there yet or not. All paths that lead to a file lead
    /// to the same shelf.
    pub fn of(places: &Places, workspace: &Path) -> Self {
        let path = real(workspace);
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let name: String = stem
            .chars()
            .map(|letter| {
                if letter.is_alphanumeric() {
                    letter
                } else {
                    '-'
                }
            })
            .take(NAME)
            .collect();
        let print = Fingerprint::of(path.as_os_str().as_encoded_bytes()).to_string();
        let name = format!("{name}-{}", &print[..DIGITS]);
        Self {
            folder: places.state.join("workspaces").join(name),
            workspace: path,
        }
    }

    /// Makes the folder, for its user only.
    ///
    /// # Errors
    /// When the system does not let it.
    pub fn make(&self) -> Result<(), SaveError> {
        make_folder(&self.folder)
    }

    /// The folder itself.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The file of the workspace, whichever path led to it.
    pub(super) fn workspace(&self) -> &Path {
        &self.workspace
    }

    /// The file of the journal.
    pub(super) fn journal(&self) -> PathBuf {
        self.folder.join("journal")
    }

    /// What was done to the workspace and can be undone, the latest first.
    ///
    /// # Errors
    /// When the journal is there, but can't be read.
    pub fn done(&self) -> Result<Vec<Done>, SaveError> {
        let journal = self.journal();
        let past = Past::read(Source {
            journal: &journal,
            workspace: &self.workspace,
        });
        let past = past.map_err(|error| SaveError::trouble(&journal, &error))?;
        let steps = past.steps().done.into_iter().rev();
        Ok(steps
            .map(|dated| Done {
                time: Timestamp::from_second(dated.time).unwrap_or_default(),
                what: dated.step.label().to_owned(),
            })
            .collect())
    }

    /// The backups.
    pub fn backups(&self) -> Ring {
        Ring::new(self.folder.join("backups"))
    }

    /// Waits for one's turn to open, or to change and save at once. Whoever has it gives it back
    /// soon; one that was stopped in between does not, and is not waited for without end.
    pub(super) fn turn(&self) -> io::Result<Lock> {
        for _ in 0..PATIENCE {
            if let Some(turn) = self.lock("turn")? {
                return Ok(turn);
            }
            thread::sleep(PAUSE);
        }
        Err(io::Error::other(
            "another Outboard has been changing it for a while now; end that one first",
        ))
    }

    /// Takes the workspace to work on for as long as one likes; none where somebody has it.
    pub(super) fn hold(&self) -> io::Result<Option<Lock>> {
        self.lock("hold")
    }

    fn lock(&self, name: &str) -> io::Result<Option<Lock>> {
        let file = self.lock_file(name)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Lock { _file: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    fn lock_file(&self, name: &str) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(self.folder.join(name))
    }
}

/// The file that a path leads to, or would if it were there.
fn real(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    if let Ok(real) = absolute.canonicalize() {
        return real;
    }
    let folder = absolute
        .parent()
        .and_then(|folder| folder.canonicalize().ok());
    match (folder, absolute.file_name()) {
        (Some(folder), Some(name)) => folder.join(name),
        _ => absolute,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shelf() -> (tempfile::TempDir, Places, PathBuf) {
        let home = tempfile::tempdir().expect("a folder");
        let places = Places {
            data: home.path().join("data"),
            state: home.path().join("state"),
            config: home.path().join("config"),
        };
        let path = home.path().join("Kunden & Märkte.ron");
        std::fs::write(&path, "").expect("a file");
        (home, places, path)
    }

    #[test]
    fn a_shelf_is_called_by_its_workspace_and_lies_in_the_state_folder() {
        let (_home, places, path) = shelf();
        let shelf = Shelf::of(&places, &path);
        let name = shelf.folder.file_name().expect("a name").to_string_lossy();
        assert!(name.starts_with("Kunden---Märkte-"), "{name}");
        assert!(shelf.folder.starts_with(places.state.join("workspaces")));
    }

    #[cfg(unix)]
    #[test]
    fn all_paths_to_a_file_lead_to_one_shelf_and_other_files_have_others() {
        let (home, places, path) = shelf();
        let link = home.path().join("link.ron");
        std::os::unix::fs::symlink(&path, &link).expect("a link");
        let there = Shelf::of(&places, &path);
        assert_eq!(Shelf::of(&places, &link), there);
        assert_ne!(Shelf::of(&places, &home.path().join("other.ron")), there);
    }

    #[test]
    fn one_has_a_workspace_at_a_time() {
        let (_home, places, path) = shelf();
        let shelf = Shelf::of(&places, &path);
        shelf.make().expect("made");
        let hold = shelf.hold().expect("locks work");
        assert!(hold.is_some());
        assert!(shelf.hold().expect("locks work").is_none());
        let turn = shelf.turn().expect("the turn is another lock");
        drop((hold, turn));
        assert!(shelf.hold().expect("locks work").is_some());
    }
}
