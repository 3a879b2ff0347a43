//! The words of the ranking: by which formula it goes, and what a figure is called. Knows no answers.

use crate::domain::choice::choices;

/// The formula by which jobs are ranked, of importance I and satisfaction S (both 0 to 10).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lens {
    /// I + max(I − S, 0), 0 to 20 (Ulwick).
    #[default]
    Score,
    /// I + (I − S), −10 to 20, as Picardami printed it.
    AsPrinted,
    /// I − S, −10 to 10.
    Gap,
    /// Value at stake: I × (10 − S) ÷ 10, 0 to 10 (Olsen).
    Value,
    /// The formula of the score on the mean answers, rescaled to 0 to 10, in place of the shares.
    Mean,
}

choices!(Lens: Score = "score", AsPrinted = "as-printed", Gap = "gap", Value = "value", Mean = "mean");

/// How large a score is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    /// 15 and above.
    Extreme,
    /// 12 up to 15.
    High,
    /// 10 up to 12.
    Solid,
    /// Below 10.
    Limited,
}

choices!(Band: Extreme = "extreme", High = "high", Solid = "solid", Limited = "limited");

/// How well a job is served for what it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// It scores 10 or more and matters more than it satisfies.
    Underserved,
    /// Appropriately: neither of the others.
    Served,
    /// It satisfies more than it matters, whatever the score.
    Overserved,
}

choices!(Zone: Underserved = "underserved", Served = "served", Overserved = "overserved");

/// Whose figures they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Provenance {
    /// Customers answered.
    Customers,
    /// The team rated in their place.
    Team,
    /// The owner of the job estimated.
    Estimate,
}

choices!(Provenance: Customers = "customers", Team = "team", Estimate = "estimate");

impl Lens {
    /// The figure for an importance and a satisfaction, each 0 to 10. For [`Lens::Mean`] they are
    /// the rescaled means.
    pub fn figure(self, importance: f64, satisfaction: f64) -> f64 {
        let gap = importance - satisfaction;
        match self {
            Self::Score | Self::Mean => importance + gap.max(0.0),
            Self::AsPrinted => importance + gap,
            Self::Gap => gap,
            Self::Value => importance * (10.0 - satisfaction) / 10.0,
        }
    }

    /// The lowest and the highest figure that there can be.
    pub fn range(self) -> (f64, f64) {
        match self {
            Self::Score | Self::Mean => (0.0, 20.0),
            Self::AsPrinted => (-10.0, 20.0),
            Self::Gap => (-10.0, 10.0),
            Self::Value => (0.0, 10.0),
        }
    }
}

impl Band {
    /// The band of a score, decided on the score rounded to six decimals.
    pub fn of(score: f64) -> Self {
        match rounded(score) {
            15.0.. => Self::Extreme,
            12.0.. => Self::High,
            10.0.. => Self::Solid,
            _ => Self::Limited,
        }
    }
}

impl Zone {
    /// The zone of an importance and a satisfaction, each 0 to 10.
    pub fn of(importance: f64, satisfaction: f64) -> Self {
        let gap = rounded(importance - satisfaction);
        let score = Lens::Score.figure(importance, satisfaction);
        if gap < 0.0 {
            Self::Overserved
        } else if gap > 0.0 && Band::of(score) != Band::Limited {
            Self::Underserved
        } else {
            Self::Served
        }
    }
}

/// A figure as it is compared: to six decimals, so that (8.2, 4.4) scores 12 and not 11.999….
pub(in crate::insight) fn rounded(figure: f64) -> f64 {
    // Adding zero turns minus zero into zero.
    (figure * 1e6).round() / 1e6 + 0.0
}

/// The same in whole millionths, which have an order.
#[expect(
    clippy::cast_possible_truncation,
    reason = "every lens stays within ±20, and so within ±20 million"
)]
pub(super) fn millionths(figure: f64) -> i64 {
    (figure * 1e6).round() as i64
}
