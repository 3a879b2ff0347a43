//! An initiative: what a team does so that customers reach an outcome, with the steps by which
//! problems are escalated and the KPIs that tell whether it works.

use serde::{Deserialize, Serialize};

use super::choice::choices;
use super::id::Id;
use super::kpi::Kpi;

/// Something that a team does for an outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Initiative {
    /// Its id.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// Who takes the first step.
    pub touch: Touch,
    /// How far it is.
    pub status: Status,
    /// The team that does it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<String>,
    /// Where it meets the customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// Who takes over when it does not help, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub escalation: Vec<EscalationStep>,
    /// What tells whether it works.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kpis: Vec<Kpi>,
}

/// Who takes the first step at a touchpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Touch {
    /// We do, before the customer asks.
    Proactive,
    /// The customer does, and we answer.
    Reactive,
}

choices!(Touch: Proactive, Reactive);

/// How far an initiative is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Status {
    /// Somebody thought of it.
    Idea,
    /// It will be done.
    Planned,
    /// It is being done.
    Active,
    /// It rests.
    Paused,
    /// It is finished.
    Done,
}

choices!(Status: Idea, Planned, Active, Paused, Done);

/// One step of the process by which a problem is escalated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EscalationStep {
    /// Who takes over.
    pub to: String,
    /// Within which time, such as `4h`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// In which case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
}

impl Initiative {
    /// An initiative with a name, and nothing else yet.
    pub fn new(id: Id, name: impl Into<String>, touch: Touch) -> Self {
        Self {
            id,
            name: name.into(),
            touch,
            status: Status::Idea,
            team: None,
            channel: None,
            escalation: Vec::new(),
            kpis: Vec::new(),
        }
    }
}
