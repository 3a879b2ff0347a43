//! A stage at which we wait until customers come.

use super::ground::Ground;
use super::rule::{Check, Fix, Rule, Severity, Source};
use crate::domain::Stage;

pub(super) const RULE: Rule = Rule {
    id: "stage-all-reactive",
    severity: Severity::Warning,
    finds: "All initiatives of a stage that are not done are reactive, be it a single one",
    why: "Where we only react, customers get help when they already have a problem.",
    source: Source::Picardami,
    helps: "Add an initiative in which we take the first step",
    fix: Fix::Elsewhere,
    check: Check::Stage(check),
};

fn check(ground: &Ground<'_>, stage: &Stage) -> Option<String> {
    let load = ground.links.load(&stage.id);
    let only_reacts = load.reactive > 0 && load.proactive == 0;
    only_reacts.then(|| format!("Only reactive initiatives in the stage {}", stage.name))
}
