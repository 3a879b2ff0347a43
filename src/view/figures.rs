//! Figures in words: a score with what it rests on, a number with its unit, a status with its sign.

use crate::domain::{Kpi, NeedKind, Number, Touch};
use crate::insight::kpi_status::KpiStatus;
use crate::insight::opportunity::{Provenance, Rating};
use crate::view::theme::Role;

/// What a score rests on, in a word: `n=24`, `team n=8`, `estimate`.
pub(super) fn basis(rating: &Rating) -> String {
    match rating.source {
        Provenance::Customers => answers(rating),
        Provenance::Team => format!("team {}", answers(rating)),
        Provenance::Estimate => "estimate".to_owned(),
    }
}

/// What a score rests on, in full.
pub(super) fn provenance(rating: &Rating) -> String {
    let directional = if rating.is_directional() {
        " · directional"
    } else {
        ""
    };
    match rating.source {
        Provenance::Customers | Provenance::Team => {
            format!("{} {}{directional}", rating.source, answers(rating))
        }
        Provenance::Estimate => "estimate · nobody was asked".to_owned(),
    }
}

/// How many answered; both numbers where they differ.
fn answers(rating: &Rating) -> String {
    if rating.n_importance == rating.n_satisfaction {
        format!("n={}", rating.n_importance)
    } else {
        format!("n={}/{}", rating.n_importance, rating.n_satisfaction)
    }
}

/// A number with the unit of its KPI.
pub(super) fn with_unit(number: Number, kpi: &Kpi) -> String {
    match &kpi.unit {
        Some(unit) => format!("{number} {unit}"),
        None => number.to_string(),
    }
}

/// The sign of a status, and how it is drawn.
pub(super) fn sign(status: KpiStatus) -> (&'static str, Role) {
    match status {
        KpiStatus::Met => ("●", Role::Good),
        KpiStatus::Near => ("◐", Role::Fair),
        KpiStatus::Off => ("○", Role::Bad),
        KpiStatus::Unread => ("·", Role::Text),
        KpiStatus::NoTarget => ("–", Role::Text),
    }
}

/// The sign of a need: full where customers say it, hollow where they only show it.
pub(super) fn need_sign(kind: NeedKind) -> &'static str {
    match kind {
        NeedKind::Expressed => "◆",
        NeedKind::Latent => "◇",
    }
}

/// The sign of who takes the first step.
pub(super) fn touch(touch: Touch) -> &'static str {
    match touch {
        Touch::Proactive => "▲",
        Touch::Reactive => "▼",
    }
}
