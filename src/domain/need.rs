//! A need of the customer's, found by research, with the evidence for it.

use serde::{Deserialize, Serialize};

use super::choice::choices;
use super::date::Date;
use super::id::Id;

/// What customers need, whether they say so or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Its id.
    pub id: Id,
    /// Whether customers say it.
    pub kind: NeedKind,
    /// The need in one sentence.
    pub statement: String,
    /// The segments that have it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub segments: Vec<Id>,
    /// How we know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// Whether customers say a need or only show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum NeedKind {
    /// Customers say it.
    Expressed,
    /// Customers show it without saying it.
    Latent,
}

choices!(NeedKind: Expressed, Latent);

/// One observation behind a need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Where it was seen or heard.
    pub source: String,
    /// How it was found.
    pub method: Method,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// What was seen or heard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// How evidence is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Method {
    /// A talk with one customer.
    Interview,
    /// A talk with several.
    FocusGroup,
    /// What a customer says, thinks, does and feels.
    EmpathyMap,
    /// A survey.
    Questionnaire,
    /// Playing the customer.
    RolePlay,
    /// Watching customers where they work.
    Ethnography,
    /// A customer says what they think while they do it.
    ThinkAloud,
    /// A customer writes down what happens.
    Diary,
    /// What the product or the support recorded.
    InteractionLog,
}

choices!(
    Method: Interview,
    FocusGroup = "Focus group",
    EmpathyMap = "Empathy map",
    Questionnaire,
    RolePlay = "Role play",
    Ethnography,
    ThinkAloud = "Think-aloud",
    Diary,
    InteractionLog = "Interaction log"
);
