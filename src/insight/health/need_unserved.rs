//! A need that no outcome serves.

use super::ground::Ground;
use super::rule::{Check, Fix, Rule, Severity, Source};
use crate::domain::Need;

pub(super) const RULE: Rule = Rule {
    id: "need-unserved",
    severity: Severity::Warning,
    finds: "No outcome on the board serves a need",
    why: "What customers need and no outcome serves, the plan leaves out.",
    source: Source::Picardami,
    helps: "Name it among the needs of an outcome, or add the outcome that is missing",
    fix: Fix::Elsewhere,
    check: Check::Need(check),
};

fn check(ground: &Ground<'_>, need: &Need) -> Option<String> {
    let is_served = ground.links.serves_need(&need.id);
    (!is_served).then(|| format!("No outcome serves the need: {}", need.statement))
}
