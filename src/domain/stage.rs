//! A stage of the customer's lifecycle: a column of the board.

use serde::{Deserialize, Serialize};

use super::choice::choices;
use super::id::Id;

/// One stage of the lifecycle. Their names, number and order are the user's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Its id.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// Where it lies towards the purchase.
    pub purchase: Purchase,
    /// The team that must deliver here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<String>,
    /// What the customer thinks here, in the customer's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mindset: Option<String>,
    /// The event that brings a customer here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enters: Option<String>,
}

/// Where a stage lies towards the purchase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Purchase {
    /// Before it.
    Before,
    /// It is the purchase.
    At,
    /// After it.
    After,
}

choices!(Purchase: Before, At, After);
