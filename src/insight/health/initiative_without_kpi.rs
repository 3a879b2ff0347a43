//! An initiative of which nobody can tell whether it works.

use super::ground::Ground;
use super::rule::{Check, Fix, Part, Rule, Severity, Source};
use crate::domain::Initiative;

pub(super) const RULE: Rule = Rule {
    id: "initiative-without-kpi",
    severity: Severity::Warning,
    finds: "An initiative has no KPI",
    why: "Without a number nobody can tell whether it works, and the review has nothing to read.",
    source: Source::Picardami,
    helps: "Add a KPI",
    fix: Fix::Add(Part::Kpi),
    check: Check::Initiative(check),
};

fn check(_: &Ground<'_>, initiative: &Initiative) -> Option<String> {
    let is_unjudged = initiative.kpis.is_empty();
    is_unjudged.then(|| format!("No KPI for the initiative {}", initiative.name))
}
