//! A stage at which customers seem to want nothing.

use super::ground::Ground;
use super::rule::{Check, Fix, Part, Rule, Severity, Source};
use crate::domain::Stage;

pub(super) const RULE: Rule = Rule {
    id: "stage-without-outcome",
    severity: Severity::Warning,
    finds: "A stage has no outcome on the board",
    why: "Customers want something at every stage; where we don't know what, we can't help them on.",
    source: Source::Picardami,
    helps: "Add what customers want to achieve there",
    fix: Fix::Add(Part::Outcome),
    check: Check::Stage(check),
};

fn check(ground: &Ground<'_>, stage: &Stage) -> Option<String> {
    let is_empty = ground.links.load(&stage.id).outcomes == 0;
    is_empty.then(|| format!("No outcome in the stage {}", stage.name))
}
