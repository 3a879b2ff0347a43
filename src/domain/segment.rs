//! A segment: customers who want the same things for the same reasons.

use serde::{Deserialize, Serialize};

use super::id::Id;

/// A group of customers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Segment {
    /// Its id.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// What its customers expect of us.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expects: Option<String>,
}
