//! An outcome to which no job leads.

use super::ground::Ground;
use super::rule::{Check, Fix, Part, Rule, Severity, Source};
use crate::domain::Outcome;

pub(super) const RULE: Rule = Rule {
    id: "outcome-without-job",
    severity: Severity::Warning,
    finds: "No job leads to an outcome",
    why: "Jobs are what customers rate: without one the roadmap can't say how much the outcome matters.",
    source: Source::Picardami,
    helps: "Add a job that customers must get done to reach it",
    fix: Fix::Add(Part::Job),
    check: Check::Outcome(check),
};

fn check(ground: &Ground<'_>, outcome: &Outcome) -> Option<String> {
    let has_none = ground.links.jobs_of(&outcome.id).next().is_none();
    has_none.then(|| format!("No job leads to: {}", outcome.statement))
}
