//! A KPI that is off its target, and nobody acts on it.

use super::ground::Ground;
use super::rule::{Check, Fix, Rule, Severity, Source};
use crate::domain::{Entry, Initiative, Kpi, Verdict};
use crate::insight::kpi_status::{Course, KpiStatus, status, trend};

pub(super) const RULE: Rule = Rule {
    id: "kpi-off-without-measure",
    severity: Severity::Problem,
    finds: "A KPI is off its target, and the last review has no action for it, did not stop it, and did not keep it while it moves the right way",
    why: "A number that is off and that nobody acts on stays off.",
    source: Source::Picardami,
    helps: "Agree on an action, with an owner and a date, and write it into the next review",
    fix: Fix::Elsewhere,
    check: Check::Kpi(check),
};

fn check(ground: &Ground<'_>, _: &Initiative, kpi: &Kpi) -> Option<String> {
    if status(kpi) != KpiStatus::Off {
        return None;
    }
    let Some(review) = ground.last_review() else {
        return Some(format!("Off its target, and never reviewed: {}", kpi.name));
    };
    let mut entries = review.entries.iter().filter(|entry| entry.kpi == kpi.id);
    let is_dealt_with = entries.any(|entry| is_measure(entry, kpi));
    (!is_dealt_with).then(|| {
        let day = review.date.in_words();
        format!(
            "Off its target, and no action since the review of {day}: {}",
            kpi.name
        )
    })
}

/// Whether something follows from an entry.
fn is_measure(entry: &Entry, kpi: &Kpi) -> bool {
    let has_action = entry.action.is_some();
    match entry.verdict {
        Verdict::Keep => {
            has_action || trend(kpi).is_some_and(|trend| trend.course == Course::Better)
        }
        Verdict::Fix => has_action,
        Verdict::Stop => true,
    }
}
