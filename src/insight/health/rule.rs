//! What a rule is: what it looks at, what it says, why that matters and what helps.

use super::ground::Ground;
use crate::domain::choice::choices;
use crate::domain::{Initiative, Job, Kpi, Need, Outcome, Segment, Stage};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// The plan has a gap.
    Warning,
    /// Something goes wrong, and nobody acts on it.
    Problem,
}

choices!(Severity: Note = "note", Warning = "warning", Problem = "problem");

/// Where a rule comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The method's author.
    Picardami,
    /// The author of outcome-driven innovation.
    Ulwick,
    /// The program itself.
    Outboard,
}

impl Source {
    /// Who, in which work.
    pub fn told(self) -> &'static str {
        match self {
            Self::Picardami => {
                "A. Picardami, posts on customer lifecycle management and product research, 2016"
            }
            Self::Ulwick => "A. Ulwick, outcome-driven innovation (What Customers Want, 2005)",
            Self::Outboard => "Outboard's own, to keep the method going",
        }
    }
}

/// What is added to a thing to fix a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Part {
    Outcome,
    Job,
    Initiative,
    EscalationStep,
    Kpi,
    Reading,
    Evidence,
}

/// Where a finding is fixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fix {
    /// In a field of the thing, by its name in the file.
    Edit(&'static str),
    /// By something that is added to the thing.
    Add(Part),
    /// In no single form.
    Elsewhere,
}

/// The kind of thing that a rule looks at, and what it says of one; nothing where all is well.
#[derive(Clone, Copy, Debug)]
pub(super) enum Check {
    Workspace(fn(&Ground<'_>) -> Option<String>),
    Segment(fn(&Ground<'_>, &Segment) -> Option<String>),
    Stage(fn(&Ground<'_>, &Stage) -> Option<String>),
    Need(fn(&Ground<'_>, &Need) -> Option<String>),
    /// Of outcomes on the board alone; so are those of what hangs on them.
    Outcome(fn(&Ground<'_>, &Outcome) -> Option<String>),
    Initiative(fn(&Ground<'_>, &Initiative) -> Option<String>),
    Kpi(fn(&Ground<'_>, &Initiative, &Kpi) -> Option<String>),
    /// Not of those whose outcome is archived.
    Job(fn(&Ground<'_>, &Job) -> Option<String>),
}

/// One rule of the health check.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// What it is called, for ever: `stage-without-team`.
    pub id: &'static str,
    /// How much its findings matter.
    pub severity: Severity,
    /// What it finds, exactly: a sentence without a full stop.
    pub finds: &'static str,
    /// Why that matters, in one sentence.
    pub why: &'static str,
    /// Where it comes from.
    pub source: Source,
    /// What helps, as one says it to somebody: `Name the team`.
    pub helps: &'static str,
    /// Where it is fixed.
    pub fix: Fix,
    pub(super) check: Check,
}
