//! The quiet line below a card's statement: what hangs on the card, in figures.

use crate::app::derived::Derived;
use crate::domain::choice::Choice;
use crate::domain::{Outcome, Touch};
use crate::insight::kpi_status::{KpiStatus, status};
use crate::insight::opportunity::Rating;

/// What hangs on a card.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// How many initiatives take the first step.
    pub proactive: usize,
    /// How many initiatives answer the customer.
    pub reactive: usize,
    /// How many of its KPIs have each status, in the order of the statuses.
    pub kpis: [usize; KpiStatus::ALL.len()],
    /// The best rating among its jobs; none when nobody rated any.
    pub best: Option<Rating>,
}

impl Facts {
    /// What hangs on an outcome.
    pub fn of(outcome: &Outcome, derived: &Derived) -> Self {
        let mut facts = Self {
            best: derived.best(&outcome.id).copied(),
            ..Self::default()
        };
        for initiative in &outcome.initiatives {
            match initiative.touch {
                Touch::Proactive => facts.proactive += 1,
                Touch::Reactive => facts.reactive += 1,
            }
        }
        for kpi in outcome.kpis() {
            let status = status(kpi);
            let place = KpiStatus::ALL.iter().position(|there| *there == status);
            facts.kpis[place.unwrap_or_default()] += 1;
        }
        facts
    }

    /// Each kind of touchpoint that one of its initiatives is, with how many.
    pub fn touches(&self) -> impl Iterator<Item = (Touch, usize)> {
        let counted = [
            (Touch::Proactive, self.proactive),
            (Touch::Reactive, self.reactive),
        ];
        counted.into_iter().filter(|(_, count)| *count > 0)
    }

    /// Each status that one of its KPIs has, with how many.
    pub fn statuses(&self) -> impl Iterator<Item = (KpiStatus, usize)> {
        let counted = KpiStatus::ALL.iter().copied().zip(self.kpis);
        counted.filter(|(_, count)| *count > 0)
    }
}
