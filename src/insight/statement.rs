//! How outcomes and job stories are worded: the parts of a statement, and hints at wordings that
//! get in the way later.
//!
//! An outcome has the form of A. Ulwick's desired outcomes (*What Customers Want*, 2005): a
//! direction, a metric, an object of control and a context, as in "Minimize the time it takes to
//! set up sales data when I have just signed up". [`Parts`] takes a statement apart and puts it
//! together again; [`of_outcome`] and [`of_story`] give the hints.
//!
//! A hint never forbids anything, and one that is mistaken costs more than one that is missing: in
//! doubt nothing is said. What is not in English is not judged at all.

mod language;
mod names;
mod outcome;
mod parts;
mod story;
mod table;
#[cfg(test)]
mod tests;
mod word;

use std::ops::Range;

pub use names::Names;
pub use outcome::of_outcome;
pub use parts::{METRICS, Parts, verbs};
pub use story::{Told, of_story, sentence};

/// What a hint is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// It names a means, not what is gained.
    Solution,
    /// Two outcomes stand in one statement.
    TwoInOne,
    /// It does not say which way is better.
    NoDirection,
    /// It does not say what is measured.
    NoMetric,
    /// A word that everybody understands in another way.
    Vague,
    /// It has more words than people take in at once.
    TooLong,
    /// A story does not say what is gained.
    NoResult,
    /// A story says twice what is wanted, and not what is gained.
    Repeated,
}

impl Kind {
    /// Whether it is about something that is not there: while somebody types, it may still come.
    pub fn is_of_what_is_missing(self) -> bool {
        match self {
            Self::NoDirection | Self::NoMetric | Self::NoResult => true,
            Self::Solution | Self::TwoInOne | Self::Vague | Self::TooLong | Self::Repeated => false,
        }
    }
}

/// Something to think about in the wording of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// What it is about.
    pub kind: Kind,
    /// The words that it is about, in bytes of the text; empty where these are missing.
    pub words: Range<usize>,
    /// It, as it is told.
    pub text: String,
}

impl Hint {
    fn new(kind: Kind, words: Range<usize>, text: impl Into<String>) -> Self {
        Self {
            kind,
            words,
            text: text.into(),
        }
    }
}
