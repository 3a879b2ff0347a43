//! A finding of the health check that a person means to leave as it is, and why.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::id::{Id, WORKSPACE};

/// What a finding is about. In the file a word: the id of a thing, or `workspace`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// The workspace itself.
    Workspace,
    /// A thing in it.
    Thing(Id),
}

/// A finding that is silenced. What it names need not be there any more, nor anywhere else a rule
/// of that name: then nothing comes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Silenced {
    /// The rule of the health check, by its id.
    pub rule: Id,
    /// What the finding is about.
    #[serde(rename = "subject")]
    pub about: About,
    /// Why nothing is to be done about it.
    pub why: String,
}

impl About {
    /// The word that stands in the file.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Workspace => WORKSPACE,
            Self::Thing(id) => id.as_str(),
        }
    }
}

impl fmt::Display for About {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for About {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for About {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        if word == WORKSPACE {
            return Ok(Self::Workspace);
        }
        let id = Id::new(&word).map_err(serde::de::Error::custom)?;
        Ok(Self::Thing(id))
    }
}

impl Silenced {
    /// Whether it silences what a rule says of a thing.
    pub fn is_of(&self, rule: &str, about: &About) -> bool {
        self.rule.as_str() == rule && self.about == *about
    }
}

/// The list with one more, in the order of rules and what they are about; one of the same is
/// replaced.
pub fn with(list: &[Silenced], new: Silenced) -> Vec<Silenced> {
    let mut list = without(list, new.rule.as_str(), &new.about);
    let key = |silenced: &Silenced| (silenced.rule.clone(), silenced.about.to_string());
    let place = list.partition_point(|there| key(there) < key(&new));
    list.insert(place, new);
    list
}

/// The list without what silences a rule's word on a thing.
pub fn without(list: &[Silenced], rule: &str, about: &About) -> Vec<Silenced> {
    let others = list.iter().filter(|there| !there.is_of(rule, about));
    others.cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn silenced(rule: &str, about: &str) -> Silenced {
        let about = match about {
            WORKSPACE => About::Workspace,
            id => About::Thing(Id::new(id).expect("an id")),
        };
        Silenced {
            rule: Id::new(rule).expect("an id"),
            about,
            why: "It is meant so".to_owned(),
        }
    }

    #[test]
    fn one_stands_where_its_rule_does_and_replaces_its_like() {
        let mut list = Vec::new();
        for (rule, about) in [("b", "y"), ("b", WORKSPACE), ("a", "z"), ("b", "y")] {
            list = with(&list, silenced(rule, about));
        }
        let words = list.iter().map(|s| format!("{} {}", s.rule, s.about));
        assert_eq!(words.collect::<Vec<_>>(), ["a z", "b workspace", "b y"]);
        let y = About::Thing(Id::new("y").expect("an id"));
        assert_eq!(without(&list, "b", &y).len(), 2);
    }
}
