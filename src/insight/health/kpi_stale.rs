//! A KPI that nobody has looked at for too long.

use super::ground::Ground;
use super::rule::{Check, Fix, Part, Rule, Severity, Source};
use crate::domain::{Initiative, Kpi};
use crate::insight::kpi_status::is_stale;

pub(super) const RULE: Rule = Rule {
    id: "kpi-stale",
    severity: Severity::Warning,
    finds: "The latest reading of a KPI is older than one and a half times its cadence",
    why: "A decision on an old number is a decision on something else.",
    source: Source::Outboard,
    helps: "Add a reading",
    fix: Fix::Add(Part::Reading),
    check: Check::Kpi(check),
};

fn check(ground: &Ground<'_>, _: &Initiative, kpi: &Kpi) -> Option<String> {
    let latest = kpi.latest().filter(|_| is_stale(kpi, ground.today))?;
    let day = latest.date.in_words();
    Some(format!("Last read on {day}: the KPI {}", kpi.name))
}
