//! The vision: a hypothesis of what the customer needs and what we offer, with the assumptions
//! that it stands on.

use serde::{Deserialize, Serialize};

use super::choice::choices;

/// What we believe the customer needs and which impact we want. It will be wrong, so every part
/// of it may be missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[derive(Default)]
pub struct Vision {
    /// Whom it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<String>,
    /// What they need.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<String>,
    /// What we offer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer: Option<String>,
    /// What is different for them when it works.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub impact: Option<String>,
    /// By which we would see the impact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metric: Option<String>,
    /// What must hold for it to work.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<Assumption>,
}

/// One thing that must hold for the vision to work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumption {
    /// What is assumed.
    pub text: String,
    /// What we know of it by now.
    pub verdict: Belief,
    /// How we know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What is known of an assumption.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Belief {
    /// Nothing yet.
    Untested,
    /// It was tested and holds.
    Holds,
    /// It was tested and does not hold.
    Refuted,
}

choices!(Belief: Untested, Holds, Refuted);
