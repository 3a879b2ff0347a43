//! The text of a workspace file as it stands, and which piece of it says which record.

/// The text of a workspace file with what it was read as.
#[derive(Clone, Debug, Default)]
pub struct Manuscript {}
