//! A stage at which nobody is there for those who come.

use super::ground::Ground;
use super::rule::{Check, Fix, Rule, Severity, Source};
use crate::domain::Stage;

pub(super) const RULE: Rule = Rule {
    id: "stage-all-proactive",
    severity: Severity::Note,
    finds: "All initiatives of a stage that are not done are proactive, and there are two or more",
    why: "When customers come with a problem, somebody must be there for them.",
    source: Source::Picardami,
    helps: "Add an initiative for customers who come to us",
    fix: Fix::Elsewhere,
    check: Check::Stage(check),
};

fn check(ground: &Ground<'_>, stage: &Stage) -> Option<String> {
    let load = ground.links.load(&stage.id);
    let never_reacts = load.proactive > 1 && load.reactive == 0;
    never_reacts.then(|| format!("Only proactive initiatives in the stage {}", stage.name))
}
