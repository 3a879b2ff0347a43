//! A stage that nobody is responsible for.

use super::ground::Ground;
use super::rule::{Check, Fix, Rule, Severity, Source};
use crate::domain::Stage;

pub(super) const RULE: Rule = Rule {
    id: "stage-without-team",
    severity: Severity::Warning,
    finds: "A stage has no team",
    why: "Each stage asks for a team that must deliver; what is everybody's is nobody's.",
    source: Source::Picardami,
    helps: "Name the team",
    fix: Fix::Edit("team"),
    check: Check::Stage(check),
};

fn check(_: &Ground<'_>, stage: &Stage) -> Option<String> {
    stage
        .team
        .is_none()
        .then(|| format!("No team for the stage {}", stage.name))
}
