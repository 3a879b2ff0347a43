//! The workspace file: read, checked, written and kept safe. Nothing outside this module reads or
//! writes a workspace on a disk.
//!
//! It knows `domain` and nothing above it: no screen, no key, no argument. It never puts an empty
//! workspace in place of a file that it could not read, and never writes over what it has not read.
//!
//! | module | what it is for |
//! | --- | --- |
//! | [`backups`] | copies of a workspace as it was |
//! | [`error`] | why a file could not be opened or saved, told with a way on |
//! | [`fingerprint`] | what tells one content from another |
//! | [`lifecycle`] | the lifecycles and the sample that come with the program |
//! | [`manuscript`] | the text of the file as it stands, so that a save changes no more than it must |
//! | [`places`] | where the user's system keeps data, state and configuration |
//! | [`saver`] | the thread that saves while the program goes on |
//! | [`shelf`] | where the journal and the backups of a workspace are, and who may change it |

pub mod backups;
pub mod error;
pub(crate) mod fault;
pub mod fingerprint;
pub mod follower;
pub mod held;
pub mod lifecycle;
pub mod manuscript;
pub mod places;
pub mod saver;
pub mod shelf;

mod atomic;
mod format;
mod fs;
mod journal;
mod opening;
mod recovery;
mod watch;

use std::path::{Path, PathBuf};

use crate::domain::Workspace;
use atomic::{Destination, Setback};
use fs::{Disk, Fs};
use manuscript::Revised;

pub use backups::{Backup, Contents, Ring, restore_into, restore_over};
pub use error::{Broken, Mistake, OpenError, SaveError};
pub use fingerprint::Fingerprint;
pub use follower::{Followed, Follower};
pub use held::Held;
pub use journal::Clock;
pub use lifecycle::{Lifecycle, new_workspace, sample};
pub use manuscript::Manuscript;
pub use places::{NoHome, Places, create_sample};
pub use saver::{Failed, Report, Saved, Saver};
pub use shelf::Shelf;

/// A workspace as it was read from a file.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Where it was read from.
    pub path: PathBuf,
    /// What it says.
    pub workspace: Workspace,
    /// How it says it: what a save needs to leave everything else as it stands.
    pub manuscript: Manuscript,
    /// How many characters were taken out of its texts at the border (see `domain::text`).
    pub removed: usize,
    /// What the user should know, such as that the file is very large.
    pub warnings: Vec<String>,
}

/// What could be read of a file, to be looked at: it has no manuscript, so that it can't be written
/// in place of a file that holds more.
#[derive(Clone, Debug)]
pub struct Partly {
    /// Where it was read from.
    pub path: PathBuf,
    /// What holds without the things that can't be read.
    pub workspace: Workspace,
    /// The things that can't be read; first those that are wrong in themselves, in the file's order.
    pub broken: Vec<Broken>,
    /// The format of the file, where it is newer than what this program knows.
    pub newer: Option<u64>,
    /// How many characters were taken out of its texts at the border (see `domain::text`).
    pub removed: usize,
}

/// What a save has done besides writing the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Written {
    /// How many comments stood inside records that were edited or removed, and are gone.
    dropped_comments: usize,
    /// Where that is kept which somebody else wrote into the file while it was saved.
    kept: Option<PathBuf>,
}

/// Reads a workspace, after a save of it that was interrupted is brought to its end.
///
/// # Errors
/// When there is no such file, it can't be read, or it is no workspace: then every mistake that was
/// found, with line and column.
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    let shelf = Places::of_user().map(|places| Shelf::of(&places, path));
    let shelf = shelf.as_ref().map(Shelf::folder).ok();
    open_at(Destination { path, shelf })
}

fn open_at(destination: Destination<'_>) -> Result<Opened, OpenError> {
    let settled = settle(&Disk, destination);
    let mut opened = opening::open(destination.path)?;
    opened.warnings.extend(settled);
    Ok(opened)
}

/// Brings an interrupted save to its end, and gives what the user should know of it.
fn settle(fs: &impl Fs, destination: Destination<'_>) -> Vec<String> {
    let finished = atomic::finish_interrupted(fs, destination);
    let swept = atomic::sweep(fs, destination.path);
    let told = |place: PathBuf| {
        let place = error::shown(&place);
        format!("a save was interrupted while somebody else wrote the file; see {place}")
    };
    let kept = finished.map(|kept| kept.into_iter().map(told).collect());
    let kept: Vec<String> = kept.unwrap_or_else(|error| vec![error.to_string()]);
    // What can't be cleared away now harms nobody and waits for the next opening.
    kept.into_iter()
        .chain(swept.unwrap_or_default().into_iter().map(told))
        .collect()
}

/// Reads what can be read of a file that [`open`] refuses: it leaves out what is wrong, and what
/// refers to that.
///
/// # Errors
/// As [`open`], where nothing can be read that could be shown: the brackets don't match, two
/// versions of the file clash, it is empty or no text.
pub fn open_what_can_be_read(path: &Path) -> Result<Partly, OpenError> {
    opening::open_what_can_be_read(path)
}

/// Writes a workspace into a file that is not there yet.
///
/// # Errors
/// When something is there already, the folder is not, or it can't be written.
pub fn create(path: &Path, workspace: &Workspace) -> Result<(), SaveError> {
    let revised = Manuscript::default().revised(workspace).proofread(path)?;
    atomic::create(&Disk, path, revised.manuscript.text())
}

/// Writes a workspace in place of the one that was read; afterwards the manuscript describes the
/// text that is there. What was not edited stays as it stands, byte for byte.
///
/// # Errors
/// When the file has changed since it was read or last saved, or can't be written. The file is then
/// as before, unless all that failed is the wait until the disk has it.
pub fn save(
    path: &Path,
    manuscript: &mut Manuscript,
    workspace: &Workspace,
) -> Result<(), SaveError> {
    let destination = Destination { path, shelf: None };
    let revised = manuscript.revised(workspace).proofread(path)?;
    save_in(&Disk, destination, manuscript, revised).map(drop)
}

/// Writes what was revised in place of what the manuscript says is in the file.
fn save_in(
    fs: &impl Fs,
    destination: Destination<'_>,
    manuscript: &mut Manuscript,
    revised: Revised,
) -> Result<Written, SaveError> {
    let known = manuscript.in_the_file().to_owned();
    put(fs, destination, known.as_bytes(), (manuscript, revised))
}

/// Writes what was revised in place of whatever is in the file, which is first kept beside it.
fn save_anyway(
    fs: &impl Fs,
    destination: Destination<'_>,
    manuscript: &mut Manuscript,
    revised: Revised,
) -> Result<Written, SaveError> {
    let theirs = atomic::keep_aside(fs, destination.path, "conflict")?;
    let written = put(fs, destination, &theirs.bytes, (manuscript, revised))?;
    // Of two copies the later one is told; the other stands beside it, one number before.
    let kept = written.kept.or(theirs.path);
    Ok(Written { kept, ..written })
}

fn put(
    fs: &impl Fs,
    destination: Destination<'_>,
    known: &[u8],
    (manuscript, revised): (&mut Manuscript, Revised),
) -> Result<Written, SaveError> {
    let done = atomic::replace(fs, destination, known, revised.manuscript.text());
    if !matches!(done, Err(Setback::Before(_))) {
        *manuscript = revised.manuscript;
    }
    let replaced = done.map_err(Setback::into_error)?;
    Ok(Written {
        dropped_comments: revised.dropped_comments,
        kept: replaced.kept,
    })
}
