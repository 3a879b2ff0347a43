//! An outcome that is worded as a solution.

use super::ground::Ground;
use super::ground::hint;
use super::rule::{Check, Fix, Rule, Severity, Source};
use crate::domain::Outcome;
use crate::insight::statement::Kind;

pub(super) const RULE: Rule = Rule {
    id: "outcome-names-solution",
    severity: Severity::Warning,
    finds: "The statement of an outcome names a means instead of what customers gain",
    why: "A means that is written down as the end keeps a better means from being found.",
    source: Source::Ulwick,
    helps: "Say what customers gain by it",
    fix: Fix::Edit("statement"),
    check: Check::Outcome(check),
};

fn check(ground: &Ground<'_>, outcome: &Outcome) -> Option<String> {
    let words = hint(ground, outcome, Kind::Solution)?;
    Some(format!(
        "Worded as a solution, by '{words}': {}",
        outcome.statement
    ))
}
