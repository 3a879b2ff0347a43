//! The fields of an outcome, and of several that get tags.

use super::names::Table;
use super::statement::builder;
use super::{Field, Kind, Record, field};
use crate::domain::{Outcome, Workspace};
use crate::insight::statement::{Names, of_outcome};

impl Record for Outcome {
    const KIND: &'static str = "outcome";

    const FIELDS: &'static [Field<Self>] = &[
        field!("statement", statement, Kind::Line)
            .required()
            .hinted(|outcome, workspace| of_outcome(&outcome.statement, &Names::of(workspace)))
            .built_by(builder)
            .told(
                "Outcome",
                "what the customer wants to achieve: minimise …, increase …",
            ),
        field!("stage", stage, Kind::One(Table::Stages))
            .required()
            .told("Stage", "where in the lifecycle customers desire it"),
        field!("segments", segments, Kind::Several(Table::Segments)).told(
            "Segments",
            "which customers desire it; commas between them; none means all",
        ),
        field!("needs", needs, Kind::Several(Table::Needs))
            .told("Needs", "the needs that it serves; semicolons between them"),
        field!("owner", owner, Kind::Line)
            .known(owners)
            .told("Owner", "who answers for it"),
        field!("tags", tags, Kind::Words)
            .known(tags)
            .told("Tags", "words to find it by; commas between them"),
        field!("notes", notes, Kind::Lines).told("Notes", "what everybody may see"),
        field!("private", private, Kind::Lines).told(
            "Private notes",
            "never presented and never exported unasked",
        ),
        field!("archived", archived, Kind::Date).told("Archived", "since when it is off the board"),
    ];

    fn called(&self) -> &str {
        &self.statement
    }
}

/// Tags that are added to outcomes, whatever tags these have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tags {
    pub(super) tags: Vec<String>,
}

impl Record for Tags {
    const KIND: &'static str = "list of tags";

    const FIELDS: &'static [Field<Self>] = &[field!("tags", tags, Kind::Words)
        .required()
        .known(tags)
        .told("Tags", "words to add to the cards; commas between them")];

    fn called(&self) -> &'static str {
        "tags"
    }
}

/// Every tag that an outcome has.
pub(super) fn tags(workspace: &Workspace) -> Vec<String> {
    let outcomes = workspace.outcomes().values();
    sorted(outcomes.flat_map(|outcome| outcome.tags.iter().cloned()))
}

fn owners(workspace: &Workspace) -> Vec<String> {
    let outcomes = workspace.outcomes().values();
    sorted(outcomes.filter_map(|outcome| outcome.owner.clone()))
}

/// Words in alphabetical order, once each.
pub(super) fn sorted(words: impl Iterator<Item = String>) -> Vec<String> {
    let words: std::collections::BTreeSet<_> = words.collect();
    words.into_iter().collect()
}
