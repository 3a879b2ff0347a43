//! How much effort each lane of the roadmap has room for, in the unit in which efforts are given.

use serde::{Deserialize, Deserializer, Serialize};

use super::job::Fate;
use super::number::Number;

/// How much effort there is room for in what we serve now, next and later. What we never serve
/// takes no effort.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Capacity {
    /// Now; zero or more.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "room"
    )]
    pub now: Option<Number>,
    /// Next; zero or more.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "room"
    )]
    pub next: Option<Number>,
    /// Later; zero or more.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "room"
    )]
    pub later: Option<Number>,
}

impl Capacity {
    /// The room for jobs of a fate, where it is known.
    pub fn of(&self, fate: Fate) -> Option<Number> {
        match fate {
            Fate::Now => self.now,
            Fate::Next => self.next,
            Fate::Later => self.later,
            Fate::Never => None,
        }
    }
}

/// Why a number is no capacity; none where it is one.
pub fn refusal(number: Number) -> Option<String> {
    (number < Number::ZERO).then(|| format!("a capacity is zero or more, not {number}"))
}

fn room<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Number>, D::Error> {
    let number = Option::<Number>::deserialize(deserializer)?;
    match number.and_then(refusal) {
        Some(problem) => Err(serde::de::Error::custom(problem)),
        None => Ok(number),
    }
}
