//! A review: the periodic look at the KPIs, with the verdicts and what was decided.

use serde::{Deserialize, Serialize};

use super::choice::choices;
use super::date::Date;
use super::id::Id;
use super::lines::Lines;
use super::number::Number;

/// One review. There is at most one a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// The day it was held.
    pub date: Date,
    /// What it is called.
    pub name: String,
    /// Who took part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<String>,
    /// What was said of each KPI.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<Entry>,
    /// What else is worth knowing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What was decided.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<Decision>,
    /// What was left for another day.
    #[serde(default, skip_serializing_if = "Lines::is_empty")]
    pub parked: Lines,
}

/// What a review said of one KPI.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The KPI.
    pub kpi: Id,
    /// What it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Number>,
    /// What to do with what is done for it.
    pub verdict: Verdict,
    /// What will be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    /// By whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
}

/// What to do with an initiative, judged by its KPI.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Verdict {
    /// Go on.
    Keep,
    /// Go on, but differently.
    Fix,
    /// Stop it.
    Stop,
}

choices!(Verdict: Keep, Fix, Stop);

/// Something that was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// What.
    pub text: String,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// By whom it is carried out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// When it was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
}

impl Review {
    /// A review of which nothing is known but its day and what it is called.
    pub fn new(date: Date, name: impl Into<String>) -> Self {
        Self {
            date,
            name: name.into(),
            with: Vec::new(),
            entries: Vec::new(),
            note: None,
            decisions: Vec::new(),
            parked: Lines::default(),
        }
    }

    /// Whether nothing is known of it but its day and what it is called.
    pub fn is_empty(&self) -> bool {
        *self == Self::new(self.date, self.name.clone())
    }

    /// Takes a line out of what was parked.
    pub fn unpark(&mut self, place: usize) {
        let lines = self.parked.iter().enumerate();
        let left = lines.filter(|(there, _)| *there != place);
        self.parked = left.map(|(_, line)| line.to_owned()).collect();
    }
}
