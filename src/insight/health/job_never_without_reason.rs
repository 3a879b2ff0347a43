//! An opportunity that is turned down without a word.

use super::ground::Ground;
use super::ground::score;
use super::rule::{Check, Fix, Rule, Severity, Source};
use crate::domain::{Fate, Job};
use crate::insight::opportunity::Zone;

pub(super) const RULE: Rule = Rule {
    id: "job-never-without-reason",
    severity: Severity::Warning,
    finds: "A job is underserved, its fate is never, and no reason is given",
    why: "Turning an opportunity down is a decision that somebody will ask about.",
    source: Source::Ulwick,
    helps: "Say why never, or give it another fate",
    fix: Fix::Edit("why"),
    check: Check::Job(check),
};

fn check(ground: &Ground<'_>, job: &Job) -> Option<String> {
    let rating = ground
        .rating(job)
        .filter(|rating| rating.zone() == Zone::Underserved)?;
    let is_unexplained = job.fate == Some(Fate::Never) && job.why.is_none();
    is_unexplained.then(|| {
        format!(
            "Underserved, never, and no reason, {}: {}",
            score(&rating),
            job.name
        )
    })
}
