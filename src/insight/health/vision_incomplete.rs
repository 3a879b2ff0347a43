//! A vision that leaves out who, what for or to which end.

use super::ground::Ground;
use super::rule::{Check, Fix, Rule, Severity, Source};
use crate::domain::Vision;
use crate::domain::wording::listed;

pub(super) const RULE: Rule = Rule {
    id: "vision-incomplete",
    severity: Severity::Warning,
    finds: "The vision does not say who the customer is, what they need, or which impact is wanted; or there is none",
    why: "The vision is the hypothesis that everything else tests: what it leaves open, nobody can test.",
    source: Source::Picardami,
    helps: "Complete the vision; it may be wrong, and is easy to revise",
    fix: Fix::Edit("vision.customer"),
    check: Check::Workspace(check),
};

fn check(ground: &Ground<'_>) -> Option<String> {
    let vision = ground.workspace.head().vision.as_ref();
    let Some(vision) = vision.filter(|vision| **vision != Vision::default()) else {
        return Some("There is no vision yet".to_owned());
    };
    let parts = [
        (&vision.customer, "who the customer is"),
        (&vision.need, "what they need"),
        (&vision.impact, "which impact we want"),
    ];
    let missing = parts.into_iter().filter(|(part, _)| part.is_none());
    let missing: Vec<String> = missing.map(|(_, words)| words.to_owned()).collect();
    (!missing.is_empty()).then(|| format!("The vision does not say {}", listed(&missing)))
}
