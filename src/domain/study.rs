//! A study: what customers, or the team, answered when they were asked how important a job is to
//! them and how satisfied they are with how they get it done today.

use serde::{Deserialize, Serialize};

use super::choice::choices;
use super::date::Date;
use super::id::Id;

/// A survey of customers, or a rating by the team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Study {
    /// Its id.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// When it was held.
    pub date: Date,
    /// Who answered.
    pub source: Source,
    /// The highest answer: 5 means 1 to 5.
    pub scale: u8,
    /// The lowest answer that counts as a top box; absent, those above the middle of the scale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub top: Option<u8>,
    /// What each respondent answered, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub responses: Vec<Response>,
}

/// Who answered a study.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Source {
    /// Customers did.
    Customers,
    /// The team did, in their place.
    Team,
}

choices!(Source: Customers, Team);

/// What one respondent answered. The id is unique within the study.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Response {
    /// The respondent; of a customer never a name or an address.
    pub id: Id,
    /// The segment that they belong to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub segment: Option<Id>,
    /// Their answers, by job.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Answer>,
}

/// One respondent's answers about one job, each on the study's scale. In the file a row:
/// `("import-sales-data", 5, None)`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer(
    /// The job.
    pub Id,
    /// How important it is to them.
    pub Option<u8>,
    /// How satisfied they are today.
    pub Option<u8>,
);

impl Study {
    /// The lowest answer that counts as a top box: `top`, or the first above the middle of the
    /// scale (4 of 5; 5 of 7; 6 of 10).
    pub fn top_from(&self) -> u8 {
        // The middle of 1 to `scale` is (1 + scale) / 2; the first whole number above it:
        self.top.unwrap_or(self.scale.saturating_add(1) / 2 + 1)
    }
}
