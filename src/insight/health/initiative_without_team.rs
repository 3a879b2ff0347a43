//! An initiative that nobody carries.

use super::ground::Ground;
use super::rule::{Check, Fix, Rule, Severity, Source};
use crate::domain::Initiative;

pub(super) const RULE: Rule = Rule {
    id: "initiative-without-team",
    severity: Severity::Warning,
    finds: "An initiative has no team",
    why: "What is everybody's is nobody's.",
    source: Source::Picardami,
    helps: "Name the team",
    fix: Fix::Edit("team"),
    check: Check::Initiative(check),
};

fn check(_: &Ground<'_>, initiative: &Initiative) -> Option<String> {
    let is_nobodys = initiative.team.is_none();
    is_nobodys.then(|| format!("No team for the initiative {}", initiative.name))
}
