//! An outcome: what a customer tries to achieve at a stage, put as a gain to maximise or a loss to
//! minimise. It is the card of the board.

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::id::Id;
use super::initiative::Initiative;
use super::kpi::Kpi;
use super::lines::Lines;
use super::rank::Rank;

/// A card of the board. Its place is `stage` and `rank`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// Its id.
    pub id: Id,
    /// The stage in which the customer desires it.
    pub stage: Id,
    /// Its place among the cards of the stage.
    pub rank: Rank,
    /// What the customer wants to achieve.
    pub statement: String,
    /// The segments that desire it; none means all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub segments: Vec<Id>,
    /// The needs that it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<Id>,
    /// Who answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Words to find it by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Notes that everybody may see.
    #[serde(default, skip_serializing_if = "Lines::is_empty")]
    pub notes: Lines,
    /// Notes that are never presented and never exported unasked.
    #[serde(default, skip_serializing_if = "Lines::is_empty")]
    pub private: Lines,
    /// What is done for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub initiatives: Vec<Initiative>,
    /// Since when it is off the board.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived: Option<Date>,
}

impl Outcome {
    /// A card with a statement and a place, and nothing else yet.
    pub fn new(id: Id, stage: Id, rank: Rank, statement: impl Into<String>) -> Self {
        Self {
            id,
            stage,
            rank,
            statement: statement.into(),
            segments: Vec::new(),
            needs: Vec::new(),
            owner: None,
            tags: Vec::new(),
            notes: Lines::default(),
            private: Lines::default(),
            initiatives: Vec::new(),
            archived: None,
        }
    }

    /// Whether it stands on the board.
    pub fn is_active(&self) -> bool {
        self.archived.is_none()
    }

    /// The KPIs of all its initiatives, in order.
    pub fn kpis(&self) -> impl Iterator<Item = &Kpi> {
        self.initiatives
            .iter()
            .flat_map(|initiative| &initiative.kpis)
    }

    /// One of its initiatives.
    pub fn initiative(&self, id: &Id) -> Option<&Initiative> {
        self.initiatives
            .iter()
            .find(|initiative| initiative.id == *id)
    }

    /// One of its initiatives, to change.
    pub fn initiative_mut(&mut self, id: &Id) -> Option<&mut Initiative> {
        self.initiatives
            .iter_mut()
            .find(|initiative| initiative.id == *id)
    }

    /// One of its initiatives' KPIs.
    pub fn kpi(&self, id: &Id) -> Option<&Kpi> {
        self.kpis().find(|kpi| kpi.id == *id)
    }

    /// One of its initiatives' KPIs, to change.
    pub fn kpi_mut(&mut self, id: &Id) -> Option<&mut Kpi> {
        self.initiatives
            .iter_mut()
            .flat_map(|initiative| &mut initiative.kpis)
            .find(|kpi| kpi.id == *id)
    }
}
