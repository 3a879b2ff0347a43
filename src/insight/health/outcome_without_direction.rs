//! An outcome that does not say which way is better.

use super::ground::Ground;
use super::ground::hint;
use super::rule::{Check, Fix, Rule, Severity, Source};
use crate::domain::Outcome;
use crate::insight::statement::Kind;

pub(super) const RULE: Rule = Rule {
    id: "outcome-without-direction",
    severity: Severity::Note,
    finds: "The statement of an outcome does not say which way is better",
    why: "Without a direction nobody can tell whether customers got closer to it.",
    source: Source::Ulwick,
    helps: "Begin with Minimize or Increase",
    fix: Fix::Edit("statement"),
    check: Check::Outcome(check),
};

fn check(ground: &Ground<'_>, outcome: &Outcome) -> Option<String> {
    hint(ground, outcome, Kind::NoDirection)?;
    Some(format!("No direction: {}", outcome.statement))
}
