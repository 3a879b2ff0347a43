//! A job that nobody has rated.

use super::ground::Ground;
use super::rule::{Check, Fix, Rule, Severity, Source};
use crate::domain::Job;

pub(super) const RULE: Rule = Rule {
    id: "job-unrated",
    severity: Severity::Note,
    finds: "Nobody has rated a job: no study covers it, and it has no estimate",
    why: "What nobody rated can't be ranked.",
    source: Source::Ulwick,
    helps: "Ask customers, or estimate its importance and satisfaction",
    fix: Fix::Edit("estimate.importance"),
    check: Check::Job(check),
};

fn check(ground: &Ground<'_>, job: &Job) -> Option<String> {
    let is_unrated = ground.rating(job).is_none();
    is_unrated.then(|| format!("Nobody has rated the job {}", job.name))
}
