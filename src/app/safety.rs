//! How safe what was done is: whether the workspace can be changed here, whether everything is in the
//! file, and what helps where it is not. Says so only; saving is done outside.

use super::{Time, Travel};

/// Whether the workspace can be changed here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// It can.
    Write,
    /// It can only be looked at, for this reason, which stands behind "read-only": `2 things can't
    /// be read`.
    ReadOnly(String),
}

/// How safe what was done is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// The file holds everything, since then.
    At(Time),
    /// It is being written.
    Saving,
    /// It could not be written.
    Failed(NotSaved),
}

/// Why something could not be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotSaved {
    /// The sentence that says so.
    pub why: String,
    /// What can be done about it.
    pub remedy: Remedy,
}

/// Whether what earlier sessions did is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Recall {
    /// It is, or there is nothing to know.
    #[default]
    Done,
    /// It is being read.
    Due,
    /// It is being read, and then this is to be done, one after the other.
    Wanted(Vec<Travel>),
}

/// What helps when something could not be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Trying again, once there is room or permission.
    TryAgain,
    /// Somebody else wrote the file: keeping theirs beside ours.
    KeepBoth,
}
