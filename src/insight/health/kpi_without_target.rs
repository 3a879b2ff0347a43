//! A KPI that goes nowhere.

use super::ground::Ground;
use super::rule::{Check, Fix, Rule, Severity, Source};
use crate::domain::{Initiative, Kpi};

pub(super) const RULE: Rule = Rule {
    id: "kpi-without-target",
    severity: Severity::Warning,
    finds: "A KPI has no target",
    why: "Without a target nobody can say whether it is met, near or off.",
    source: Source::Outboard,
    helps: "Set the target",
    fix: Fix::Edit("target"),
    check: Check::Kpi(check),
};

fn check(_: &Ground<'_>, _: &Initiative, kpi: &Kpi) -> Option<String> {
    kpi.target
        .is_none()
        .then(|| format!("No target for the KPI {}", kpi.name))
}
