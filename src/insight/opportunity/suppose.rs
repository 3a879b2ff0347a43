//! What the order would be if some jobs had other figures. It answers a question, and is no rating:
//! whoever shows it says so.

use std::collections::BTreeMap;

use super::lens::{Lens, Provenance};
use super::rank::{Ranked, Ranking};
use super::rating::Rating;
use crate::domain::Id;

/// The figures that a job is supposed to have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Supposed {
    /// 0 to 10.
    pub importance: f64,
    /// 0 to 10.
    pub satisfaction: f64,
}

/// The ranking as it would be if these jobs had these figures; a job that nobody rated comes in as
/// if its owner had estimated it. In the lens of the means the figures stand for means.
pub fn suppose(truth: &Ranking, lens: Lens, supposed: &BTreeMap<Id, Supposed>) -> Ranking {
    let rows = truth.rows().iter().map(|row| match supposed.get(&row.job) {
        Some(figures) => Ranked {
            rating: Some(figures.instead_of(row.rating, lens)),
            ..row.clone()
        },
        None => row.clone(),
    });
    Ranking::in_order(rows.collect())
}

impl Supposed {
    fn instead_of(self, rating: Option<Rating>, lens: Lens) -> Rating {
        let Self {
            importance,
            satisfaction,
        } = self;
        Rating {
            lens,
            value: lens.figure(importance, satisfaction),
            importance,
            satisfaction,
            n_importance: rating.map_or(0, |rating| rating.n_importance),
            n_satisfaction: rating.map_or(0, |rating| rating.n_satisfaction),
            source: rating.map_or(Provenance::Estimate, |rating| rating.source),
        }
    }
}
