//! A KPI that nobody has looked at.

use super::ground::Ground;
use super::rule::{Check, Fix, Part, Rule, Severity, Source};
use crate::domain::{Initiative, Kpi, Status};

pub(super) const RULE: Rule = Rule {
    id: "kpi-never-read",
    severity: Severity::Warning,
    finds: "A KPI of an initiative that has begun was never read",
    why: "An initiative that runs unread can't be steered.",
    source: Source::Picardami,
    helps: "Add the first reading",
    fix: Fix::Add(Part::Reading),
    check: Check::Kpi(check),
};

fn check(_: &Ground<'_>, initiative: &Initiative, kpi: &Kpi) -> Option<String> {
    let has_begun = match initiative.status {
        Status::Idea | Status::Planned => false,
        Status::Active | Status::Paused | Status::Done => true,
    };
    let is_unread = has_begun && kpi.readings.is_empty();
    is_unread.then(|| format!("Never read: the KPI {}", kpi.name))
}
