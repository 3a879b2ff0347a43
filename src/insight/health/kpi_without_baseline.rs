//! A KPI that started nowhere.

use super::ground::Ground;
use super::rule::{Check, Fix, Rule, Severity, Source};
use crate::domain::{Initiative, Kpi};

pub(super) const RULE: Rule = Rule {
    id: "kpi-without-baseline",
    severity: Severity::Note,
    finds: "A KPI has no baseline",
    why: "Without the value that it started from there is no progress to show.",
    source: Source::Outboard,
    helps: "Set the baseline",
    fix: Fix::Edit("baseline"),
    check: Check::Kpi(check),
};

fn check(_: &Ground<'_>, _: &Initiative, kpi: &Kpi) -> Option<String> {
    kpi.baseline
        .is_none()
        .then(|| format!("No baseline for the KPI {}", kpi.name))
}
