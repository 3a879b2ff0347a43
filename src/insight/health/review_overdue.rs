//! A review that is due.

use super::ground::Ground;
use super::rule::{Check, Fix, Rule, Severity, Source};
use crate::domain::Cadence;
use crate::domain::wording::counted;
use crate::insight::kpi_status::is_overdue;

pub(super) const RULE: Rule = Rule {
    id: "review-overdue",
    severity: Severity::Warning,
    finds: "The last review with a verdict is older than one and a half times the shortest cadence of all KPIs, or a quarter where none has one; or there was none, though a KPI was read twice",
    why: "Numbers that are read and not reviewed change nothing.",
    source: Source::Picardami,
    helps: "Go through the KPIs with the team, and write down verdicts and actions",
    fix: Fix::Elsewhere,
    check: Check::Workspace(check),
};

fn check(ground: &Ground<'_>) -> Option<String> {
    let every = ground.links.shortest_cadence().unwrap_or(Cadence::Quarter);
    let Some(review) = ground.last_review() else {
        let read = ground.links.followed();
        return (read > 0).then(|| "KPIs are read, but no review was held yet".to_owned());
    };
    let is_due = is_overdue(every, review.date, ground.today);
    let days = usize::try_from(ground.today.days_since(review.date)).unwrap_or(0);
    is_due.then(|| format!("Review overdue: the last was {} ago", counted(days, "day")))
}
