//! An opportunity that nobody has decided on.

use super::ground::Ground;
use super::ground::score;
use super::rule::{Check, Fix, Rule, Severity, Source};
use crate::domain::Job;
use crate::insight::opportunity::Zone;

pub(super) const RULE: Rule = Rule {
    id: "job-underserved-undecided",
    severity: Severity::Warning,
    finds: "A job is underserved, and has no fate",
    why: "This is where customers want more than they get: somebody will serve it.",
    source: Source::Ulwick,
    helps: "Decide: now, next, later or never",
    fix: Fix::Edit("fate"),
    check: Check::Job(check),
};

fn check(ground: &Ground<'_>, job: &Job) -> Option<String> {
    let rating = ground
        .rating(job)
        .filter(|rating| rating.zone() == Zone::Underserved)?;
    let is_open = job.fate.is_none();
    is_open.then(|| {
        format!(
            "Underserved and undecided, {}: {}",
            score(&rating),
            job.name
        )
    })
}
