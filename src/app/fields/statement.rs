//! The parts of an outcome's statement as fields: what is filled in becomes the sentence.

use super::{Field, Kind, Record, Subject, field};
use crate::domain::{Outcome, Workspace};
use crate::insight::statement::{Hint, METRICS, Names, Parts, of_outcome, verbs};

/// The parts of a statement, and the outcome that gets it; without one it is put into the field
/// that it is made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Statement {
    pub(super) parts: Parts,
    pub(super) outcome: Option<Outcome>,
}

impl Statement {
    /// The parts of a text. Where there is none yet, the direction is a usual one.
    pub(super) fn of(text: &str, outcome: Option<Outcome>, workspace: &Workspace) -> Self {
        let mut parts = Parts::of(text);
        if text.is_empty() {
            directions(workspace)[0].clone_into(&mut parts.direction);
        }
        Self { parts, outcome }
    }
}

impl Record for Statement {
    const KIND: &'static str = "statement";

    const FIELDS: &'static [Field<Self>] = &[
        field!("direction", parts.direction, Kind::Choice(directions))
            .told("Direction", "which way is better for customers"),
        field!("metric", parts.metric, Kind::Line)
            .known(metrics)
            .told(
                "Metric",
                "what is measured: time, effort, likelihood, number …",
            ),
        field!("object", parts.object, Kind::Line)
            .required()
            .hinted(hints)
            .told(
                "Object",
                "what it is measured of: what customers do, what happens to them",
            ),
        field!("context", parts.context, Kind::Line)
            .told("When", "in which situation; may be left out"),
    ];

    fn called(&self) -> &str {
        &self.parts.object
    }

    fn sentence(&self) -> Option<String> {
        Some(self.parts.sentence())
    }
}

/// The verbs to choose from, spelled as in the workspace.
fn directions(workspace: &Workspace) -> Vec<&'static str> {
    let outcomes = workspace.outcomes().values();
    verbs(outcomes.map(|outcome| outcome.statement.as_str())).into()
}

fn metrics(_: &Workspace) -> Vec<String> {
    METRICS
        .iter()
        .map(|(metric, _)| (*metric).to_owned())
        .collect()
}

/// Hints at the whole sentence: a part that is missing is seen to be so.
fn hints(statement: &Statement, workspace: &Workspace) -> Vec<Hint> {
    let mut hints = of_outcome(&statement.parts.sentence(), &Names::of(workspace));
    hints.retain(|hint| !hint.kind.is_of_what_is_missing());
    hints
}

/// What puts the statement in a field together from its parts.
pub(super) fn builder(text: &str) -> Subject {
    Subject::Statement {
        outcome: None,
        text: text.to_owned(),
    }
}
