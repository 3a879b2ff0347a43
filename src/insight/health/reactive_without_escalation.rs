//! A reactive initiative that leads nowhere when it does not help.

use super::ground::Ground;
use super::rule::{Check, Fix, Part, Rule, Severity, Source};
use crate::domain::{Initiative, Touch};

pub(super) const RULE: Rule = Rule {
    id: "reactive-without-escalation",
    severity: Severity::Warning,
    finds: "A reactive initiative has no escalation step",
    why: "When first help does not help, customers wait until somebody finds out who takes over.",
    source: Source::Picardami,
    helps: "Add who takes over, when and how soon",
    fix: Fix::Add(Part::EscalationStep),
    check: Check::Initiative(check),
};

fn check(_: &Ground<'_>, initiative: &Initiative) -> Option<String> {
    let is_stuck = initiative.touch == Touch::Reactive && initiative.escalation.is_empty();
    is_stuck.then(|| {
        format!(
            "No escalation for the reactive initiative {}",
            initiative.name
        )
    })
}
