//! Work on what customers already have enough of.

use super::ground::Ground;
use super::ground::score;
use super::rule::{Check, Fix, Rule, Severity, Source};
use crate::domain::{Fate, Job};
use crate::insight::opportunity::Zone;

pub(super) const RULE: Rule = Rule {
    id: "job-overserved-now",
    severity: Severity::Warning,
    finds: "A job is overserved, and is to be served now",
    why: "Customers already get more than they ask for: the effort is better spent elsewhere.",
    source: Source::Ulwick,
    helps: "Give it another fate",
    fix: Fix::Edit("fate"),
    check: Check::Job(check),
};

fn check(ground: &Ground<'_>, job: &Job) -> Option<String> {
    let rating = ground
        .rating(job)
        .filter(|rating| rating.zone() == Zone::Overserved)?;
    let is_now = job.fate == Some(Fate::Now);
    is_now.then(|| {
        format!(
            "Overserved, but to be served now, {}: {}",
            score(&rating),
            job.name
        )
    })
}
