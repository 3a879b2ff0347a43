//! A need that nothing shows.

use super::ground::Ground;
use super::rule::{Check, Fix, Part, Rule, Severity, Source};
use crate::domain::Need;

pub(super) const RULE: Rule = Rule {
    id: "need-without-evidence",
    severity: Severity::Warning,
    finds: "A need has no evidence",
    why: "A need that nobody saw or heard is a guess of ours.",
    source: Source::Picardami,
    helps: "Add what showed it: an interview, a log, a diary",
    fix: Fix::Add(Part::Evidence),
    check: Check::Need(check),
};

fn check(_: &Ground<'_>, need: &Need) -> Option<String> {
    need.evidence
        .is_empty()
        .then(|| format!("No evidence for the need: {}", need.statement))
}
