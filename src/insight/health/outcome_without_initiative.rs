//! An outcome that nobody does anything for.

use super::ground::Ground;
use super::rule::{Check, Fix, Part, Rule, Severity, Source};
use crate::domain::Outcome;

pub(super) const RULE: Rule = Rule {
    id: "outcome-without-initiative",
    severity: Severity::Warning,
    finds: "An outcome has no initiative",
    why: "An outcome that nobody does anything for is a wish.",
    source: Source::Picardami,
    helps: "Add an initiative",
    fix: Fix::Add(Part::Initiative),
    check: Check::Outcome(check),
};

fn check(_: &Ground<'_>, outcome: &Outcome) -> Option<String> {
    let is_wish = outcome.initiatives.is_empty();
    is_wish.then(|| format!("No initiative for: {}", outcome.statement))
}
