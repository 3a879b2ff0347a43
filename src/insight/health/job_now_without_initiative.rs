//! A job that is to be served now, while nobody works on it.

use super::ground::Ground;
use super::rule::{Check, Fix, Rule, Severity, Source};
use crate::domain::{Fate, Job, Status};

pub(super) const RULE: Rule = Rule {
    id: "job-now-without-initiative",
    severity: Severity::Problem,
    finds: "A job is to be served now, and its outcome has no active initiative, or it leads to no outcome",
    why: "What is promised for now and worked on by nobody will not come.",
    source: Source::Picardami,
    helps: "Begin an initiative for its outcome, or give it another fate",
    fix: Fix::Edit("fate"),
    check: Check::Job(check),
};

fn check(ground: &Ground<'_>, job: &Job) -> Option<String> {
    if job.fate != Some(Fate::Now) {
        return None;
    }
    let Some(outcome) = ground.outcome_of(job) else {
        return Some(format!(
            "To be served now, but it leads to no outcome: {}",
            job.name
        ));
    };
    let mut initiatives = outcome.initiatives.iter();
    let is_served = initiatives.any(|initiative| initiative.status == Status::Active);
    (!is_served).then(|| {
        format!(
            "To be served now, but no initiative is active: {}",
            job.name
        )
    })
}
