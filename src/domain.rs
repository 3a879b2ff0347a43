//! What the words of the product mean: the records of a workspace, the one door through which
//! they change, and the history of those changes.
//!
//! Nothing in here reads a file, a clock or a terminal, and nothing starts a thread. The order of
//! the fields in each record is the order in which the file has them.
//!
//! Start at [`workspace::Workspace`] for what there is, at [`document::Document`] for how it changes.

pub mod capacity;
pub mod change;
pub mod choice;
pub mod conflict;
pub mod date;
pub mod difference;
pub mod document;
pub mod economics;
pub mod history;
pub mod id;
pub mod initiative;
pub mod job;
pub mod kpi;
pub mod lines;
pub mod merge;
pub mod need;
pub mod number;
pub mod outcome;
pub mod placing;
pub mod rank;
pub mod removal;
pub mod review;
pub mod segment;
pub mod silenced;
pub mod stage;
pub mod study;
pub mod text;
pub mod vision;
pub mod wording;
pub mod workspace;

mod check;
mod index;
#[cfg(test)]
pub(crate) mod testing;

pub use capacity::Capacity;
pub use change::{Change, Edit, Key};
pub use date::{Date, Period};
pub use difference::difference;
pub use document::Document;
pub use economics::Economics;
pub use id::Id;
pub use initiative::{EscalationStep, Initiative, Status, Touch};
pub use job::{Estimate, Fate, Job, JobKind, Step, Story};
pub use kpi::{Better, Cadence, Kpi, Reading};
pub use lines::Lines;
pub use need::{Evidence, Method, Need, NeedKind};
pub use number::Number;
pub use outcome::Outcome;
pub use rank::Rank;
pub use review::{Decision, Entry, Review, Verdict};
pub use segment::Segment;
pub use silenced::{About, Silenced};
pub use stage::{Purchase, Stage};
pub use study::{Answer, Response, Source, Study};
pub use vision::{Assumption, Belief, Vision};
pub use workspace::{Head, Workspace};
