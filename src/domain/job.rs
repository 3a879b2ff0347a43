//! A job: what a customer must get done to reach an outcome, told as a job story. The roadmap ranks
//! jobs.

use serde::{Deserialize, Serialize};

use super::choice::choices;
use super::id::Id;
use super::number::Number;

/// A job of the customer's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Job {
    /// Its id.
    pub id: Id,
    /// The outcome that it leads to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Id>,
    /// What it is called.
    pub name: String,
    /// When, what and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub story: Option<Story>,
    /// The step of the universal job map that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<Step>,
    /// What kind of job it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<JobKind>,
    /// What it would cost us, in the user's own unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effort: Option<Number>,
    /// The owner's estimate, where no study asks about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimate: Option<Estimate>,
    /// When we serve it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fate: Option<Fate>,
    /// Why it has that fate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// A job story: *When* (situation) *I want to* (motivation) *so I can* (result).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[derive(Default)]
pub struct Story {
    /// The situation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// The motivation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub want: Option<String>,
    /// The result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub so: Option<String>,
}

/// What the owner believes: no customer was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[derive(Copy)]
pub struct Estimate {
    /// 0 to 10.
    pub importance: Number,
    /// 0 to 10.
    pub satisfaction: Number,
}

/// When a job is served.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Fate {
    /// Now.
    Now,
    /// Next.
    Next,
    /// Later.
    Later,
    /// Never, and `why` says why.
    Never,
}

choices!(Fate: Now, Next, Later, Never);

/// A step of the universal job map (Bettencourt and Ulwick, 2008).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Step {
    /// Define.
    Define,
    /// Locate.
    Locate,
    /// Prepare.
    Prepare,
    /// Confirm.
    Confirm,
    /// Execute.
    Execute,
    /// Monitor.
    Monitor,
    /// Modify.
    Modify,
    /// Conclude.
    Conclude,
}

choices!(Step: Define, Locate, Prepare, Confirm, Execute, Monitor, Modify, Conclude);

/// What kind of job it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum JobKind {
    /// Getting something done.
    Functional,
    /// Something else that is done along with it.
    Related,
    /// How the customer wants to feel.
    Emotional,
    /// How the customer wants to be seen.
    Social,
    /// What owning the product itself asks for: learning, repairing, leaving.
    Consumption,
}

choices!(JobKind: Functional, Related, Emotional, Social, Consumption);

impl Job {
    /// A job with a name, and nothing else yet.
    pub fn new(id: Id, outcome: Option<Id>, name: impl Into<String>) -> Self {
        Self {
            id,
            outcome,
            name: name.into(),
            story: None,
            step: None,
            kind: None,
            effort: None,
            estimate: None,
            fate: None,
            why: None,
        }
    }
}
