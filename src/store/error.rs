//! Why a file could not be opened or saved, each told in a sentence with a way on.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::domain::text;

/// Why a workspace could not be opened.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum OpenError {
    /// Nothing is there.
    #[error("there is no file {}", shown(.0))]
    Missing(PathBuf),
    /// A folder, a device, a pipe.
    #[error("{} is {found}, not a file", shown(.path))]
    NotAFile {
        /// What was to be opened.
        path: PathBuf,
        /// What is there.
        found: &'static str,
    },
    /// Larger than a workspace can be.
    #[error("{} is larger than 1 GB; that is no workspace", shown(.0))]
    TooLarge(PathBuf),
    /// Written by a later version of the program.
    #[error("{} is written in format {format}; this program reads format 1. A newer Outboard opens it", shown(.path))]
    Newer {
        /// The file.
        path: PathBuf,
        /// The format that it says it is in.
        format: u64,
    },
    /// There, but no workspace.
    #[error("{}", all_of(.path, .mistakes))]
    Broken {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, in the file's order; never empty.
        mistakes: Vec<Mistake>,
    },
    /// It could not be read.
    #[error("could not read {}: {trouble}", shown(.path))]
    Trouble {
        /// The file.
        path: PathBuf,
        /// What the system said.
        trouble: Trouble,
    },
}

/// Something in a file that must not be there, or is missing from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// What was found and what is expected, in the product's words.
    pub problem: String,
    /// The line with the one before and the one after it, each with its number, and a mark below
    /// the column: rows to be shown below each other, safe for a terminal.
    pub around: Vec<String>,
}

/// A piece of a file that can't be read while the rest can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The field of the file that it is, or that it stands in: `outcomes`; empty where that is what
    /// is missing. As it stands in the file.
    pub field: String,
    /// What it is about, as far as that can be told: its statement, its name or its id; safe for a
    /// terminal.
    pub called: Option<String>,
    /// What is wrong, and where.
    pub mistake: Mistake,
    /// The piece byte for byte as it stands in the file: it may hold anything.
    pub text: String,
    /// Whether it was found only after others were taken out: most refer to one of these.
    pub is_stranded: bool,
}

/// Why a workspace could not be saved. The file is as it was.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum SaveError {
    /// A workspace was to be made where something is already.
    #[error("{} is there already; take another name, or open it", shown(.0))]
    Exists(PathBuf),
    /// Somebody else has written the file since it was read.
    #[error("{} was changed by somebody else; nothing was written over it. Save yours and keep theirs beside it, or open it again and go on from theirs", shown(.0))]
    ChangedOutside(PathBuf),
    /// Somebody else has written the file since it was read, and it can't be read any more.
    #[error("{} was changed by somebody else and can't be read any more; nothing was written over it. Correct it, or save yours and keep theirs beside it. {why}", shown(.path))]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// A folder, a device, a pipe.
    #[error("{} is {found}, not a file; save under another name", shown(.path))]
    NotAFile {
        /// What was to be written.
        path: PathBuf,
        /// What is there.
        found: &'static str,
    },
    /// It would not read as it is. The program is at fault, not the user.
    #[error("could not save {}: what was changed ({word}) would not read again as it is here. That is a fault of the program, please report it; nothing was written. Undo the change and save again", shown(.path))]
    Misread {
        /// The file.
        path: PathBuf,
        /// The word for the record.
        word: &'static str,
    },
    /// It could not be written.
    #[error("could not save {}: {trouble}", shown(.path))]
    Trouble {
        /// The file.
        path: PathBuf,
        /// What the system said.
        trouble: Trouble,
    },
}

/// What a file system answered, as far as the user can do something about it.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum Trouble {
    /// No space left.
    #[error("the disk is full; make room and save again")]
    Full,
    /// No more space for this user.
    #[error(
        "your share of the disk (your quota) is used up; remove something of yours and save again"
    )]
    Quota,
    /// The file system takes no writes.
    #[error("the disk is read-only; save under another name")]
    ReadOnly,
    /// The file itself is marked as not to be written.
    #[error("the file is write-protected; allow writing to it, or save under another name")]
    Protected,
    /// The user may not.
    #[error("you have no permission; ask for it, or take another place")]
    Denied,
    /// The folder it should be in is not there.
    #[error("its folder is not there; make the folder, or take another place")]
    NoFolder,
    /// The name is longer than the file system takes.
    #[error("the name is too long; take a shorter one")]
    NameTooLong,
    /// Files are not allowed to become so large here.
    #[error("files can't be that large here; save it on another disk")]
    TooLarge,
    /// This program, or all together, have too many files open.
    #[error("too many files are open; close other programs and save again")]
    TooManyFiles,
    /// The disk, or the way to it, is out of order.
    #[error("the disk or the connection to it is failing; save on another disk")]
    Failing,
    /// Anything else, in the system's words.
    #[error("{0}")]
    Other(String),
}

impl SaveError {
    /// What a file system answered, with the file it was about.
    pub(super) fn trouble(path: &Path, error: &io::Error) -> Self {
        Self::Trouble {
            path: path.to_owned(),
            trouble: Trouble::of(error),
        }
    }
}

impl Trouble {
    /// Sorts what a file system answered.
    pub fn of(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull => Self::Full,
            io::ErrorKind::QuotaExceeded => Self::Quota,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::PermissionDenied => Self::Denied,
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::NoFolder,
            io::ErrorKind::InvalidFilename => Self::NameTooLong,
            io::ErrorKind::FileTooLarge => Self::TooLarge,
            _ => Self::by_number(error).unwrap_or_else(|| Self::Other(error.to_string())),
        }
    }

    /// Sorts what the standard library has no name for.
    #[cfg(unix)]
    fn by_number(error: &io::Error) -> Option<Self> {
        use rustix::io::Errno;
        match Errno::from_io_error(error)? {
            Errno::MFILE | Errno::NFILE => Some(Self::TooManyFiles),
            Errno::IO | Errno::NXIO | Errno::STALE => Some(Self::Failing),
            _ => None,
        }
    }

    /// Sorts what the standard library has no name for.
    #[cfg(not(unix))]
    fn by_number(_: &io::Error) -> Option<Self> {
        None
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.problem)
    }
}

/// A path as it can be shown: a file's name may hold anything.
pub(super) fn shown(path: &Path) -> String {
    text::clean_line(&path.display().to_string()).text
}

fn all_of(path: &Path, mistakes: &[Mistake]) -> String {
    let told = mistakes.iter().map(|mistake| {
        let rows = mistake.around.iter().map(|row| format!("\n    {row}"));
        format!("{}:{mistake}{}", shown(path), rows.collect::<String>())
    });
    told.collect::<Vec<_>>().join("\n")
}
