//! What customers cost and bring in one period. The formulas stand in `insight`.

use serde::{Deserialize, Serialize};

use super::date::Period;
use super::number::Number;

/// The figures of one month, all in the user's own currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Economics {
    /// The month.
    pub period: Period,
    /// What winning new customers cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acquisition_cost: Option<Number>,
    /// How many were won.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_customers: Option<Number>,
    /// How many there were at the start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customers: Option<Number>,
    /// How many were lost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lost_customers: Option<Number>,
    /// What customers paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revenue: Option<Number>,
    /// What of the revenue is left after the cost of serving, 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gross_margin: Option<Number>,
    /// What existing customers paid more than before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expansion: Option<Number>,
    /// What existing customers paid less than before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contraction: Option<Number>,
    /// What lost customers had paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub churned: Option<Number>,
}
