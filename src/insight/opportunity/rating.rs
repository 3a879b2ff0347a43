//! What is known of one job: its importance, its satisfaction, whose figures they are, and what
//! follows from them.

use super::lens::{Band, Lens, Provenance, Zone, rounded};

/// Below this many answers a score only points in a direction.
pub const SMALL_SAMPLE: u32 = 30;

/// The figures of one job, unrounded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rating {
    /// The lens that it was made for.
    pub lens: Lens,
    /// What the lens shows, and what ranks the job.
    pub value: f64,
    /// Ten times the share of answers in the top boxes, or what was estimated: 0 to 10, the same in
    /// every lens.
    pub importance: f64,
    /// As the importance.
    pub satisfaction: f64,
    /// How many answered how important it is; 0 for an estimate.
    pub n_importance: u32,
    /// How many answered how satisfied they are; 0 for an estimate.
    pub n_satisfaction: u32,
    /// Whose figures they are.
    pub source: Provenance,
}

impl Rating {
    /// The score, 0 to 20, whatever the lens.
    pub fn score(&self) -> f64 {
        Lens::Score.figure(self.importance, self.satisfaction)
    }

    /// Importance − satisfaction, −10 to 10.
    pub fn gap(&self) -> f64 {
        Lens::Gap.figure(self.importance, self.satisfaction)
    }

    /// The band of the score; none in a lens other than the score, whose figures have no bands.
    pub fn band(&self) -> Option<Band> {
        (self.lens == Lens::Score).then(|| Band::of(self.value))
    }

    /// The zone, the same in every lens.
    pub fn zone(&self) -> Zone {
        Zone::of(self.importance, self.satisfaction)
    }

    /// Whether every product must do this well and does: appropriately served, importance and
    /// satisfaction both 7 or more.
    pub fn is_table_stakes(&self) -> bool {
        self.zone() == Zone::Served
            && rounded(self.importance) >= 7.0
            && rounded(self.satisfaction) >= 7.0
    }

    /// How many answers the figures rest on: the fewer of the two; 0 for an estimate.
    pub fn n(&self) -> u32 {
        self.n_importance.min(self.n_satisfaction)
    }

    /// Whether fewer than [`SMALL_SAMPLE`] answered; so is every estimate.
    pub fn is_directional(&self) -> bool {
        self.n() < SMALL_SAMPLE
    }
}
