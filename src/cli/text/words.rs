//! Figures and counts in words.

use std::collections::BTreeMap;

pub(crate) use crate::domain::wording::counted;
use crate::domain::{Job, Outcome, Touch};
use crate::insight::kpi_status;
use crate::insight::opportunity::{Provenance, Rating};

/// A figure of the ranking, to one decimal; never a negative zero.
pub(crate) fn tenths(figure: f64) -> String {
    format!("{:.1}", (figure * 10.0).round() / 10.0 + 0.0)
}

/// A rating's score with its band, and whose it is: `15.3, extreme, 22 answers by
/// customers, directional`.
pub(super) fn score(rating: &Rating) -> String {
    let band = rating
        .band()
        .map(|band| format!(", {band}"))
        .unwrap_or_default();
    format!("{}{band}, {}", tenths(rating.value), source(rating))
}

/// A job's fate and why it has it: `never: Marketing does this by hand`.
pub(super) fn fate(job: &Job) -> Option<String> {
    let fate = job.fate?.to_string().to_lowercase();
    Some(match &job.why {
        Some(why) => format!("{fate}: {why}"),
        None => fate,
    })
}

/// Whose figures a rating has.
pub(super) fn source(rating: &Rating) -> String {
    let directional = if rating.is_directional() {
        ", directional"
    } else {
        ""
    };
    match rating.source {
        Provenance::Customers => format!("{} by customers{directional}", answers(rating)),
        Provenance::Team => format!("{} by the team{directional}", answers(rating)),
        Provenance::Estimate => "estimated".to_owned(),
    }
}

fn answers(rating: &Rating) -> String {
    counted(rating.n() as usize, "answer")
}

/// The initiatives of an outcome by who takes the first step: `2 initiatives: 1 proactive, 1
/// reactive`.
pub(super) fn initiatives(outcome: &Outcome) -> String {
    let mut touches: BTreeMap<Touch, usize> = BTreeMap::new();
    for initiative in &outcome.initiatives {
        *touches.entry(initiative.touch).or_default() += 1;
    }
    let touches = touches.iter();
    summed(
        outcome.initiatives.len(),
        "initiative",
        touches.map(|(touch, count)| format!("{count} {}", touch.to_string().to_lowercase())),
    )
}

/// The KPIs of an outcome by how they stand: `2 KPIs: 1 met, 1 unread`.
pub(super) fn kpis(outcome: &Outcome) -> String {
    let statuses = kpi_status::counts(outcome.kpis());
    summed(
        outcome.kpis().count(),
        "KPI",
        statuses
            .iter()
            .map(|(status, count)| format!("{count} {status}")),
    )
}

fn summed(count: usize, thing: &str, parts: impl Iterator<Item = String>) -> String {
    match count {
        0 => format!("no {thing}s"),
        _ => format!(
            "{}: {}",
            counted(count, thing),
            parts.collect::<Vec<_>>().join(", ")
        ),
    }
}
