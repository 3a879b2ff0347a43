//! Two outcomes on one card.

use super::ground::Ground;
use super::ground::hint;
use super::rule::{Check, Fix, Rule, Severity, Source};
use crate::domain::Outcome;
use crate::insight::statement::Kind;

pub(super) const RULE: Rule = Rule {
    id: "outcome-two-in-one",
    severity: Severity::Warning,
    finds: "The statement of an outcome has two outcomes in it",
    why: "Two in one are served by halves, and nobody can say which of them a number is about.",
    source: Source::Ulwick,
    helps: "Make a card of each",
    fix: Fix::Edit("statement"),
    check: Check::Outcome(check),
};

fn check(ground: &Ground<'_>, outcome: &Outcome) -> Option<String> {
    hint(ground, outcome, Kind::TwoInOne)?;
    Some(format!("Two outcomes in one: {}", outcome.statement))
}
