//! The rules by which two versions of a record become one, field by field, against the version that
//! both come from. What one side changed is taken. What both changed in different ways is a clash:
//! ours is kept then, or what one side edited where the other has deleted it.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::lists::{self, Named};
use super::tree::Step;
use crate::domain::conflict::Side;

/// The fields that are records of their own, each field of which may be missing.
const PARTS: [&str; 3] = ["capacity", "story", "vision"];

/// The three versions of a value; none where it is not there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Versions<'a> {
    /// What both sides come from.
    pub(super) base: Option<&'a Value>,
    /// Ours.
    pub(super) ours: Option<&'a Value>,
    /// Theirs.
    pub(super) theirs: Option<&'a Value>,
}

/// A value that the sides changed in different ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::domain) struct Clash {
    /// Where in the record.
    pub(in crate::domain) path: Vec<Step>,
    /// What both sides come from.
    pub(in crate::domain) base: Option<Value>,
    /// What it is if ours is taken.
    pub(in crate::domain) mine: Option<Value>,
    /// What it is if theirs is taken.
    pub(in crate::domain) theirs: Option<Value>,
    /// What it is if both are kept; none where they can't be.
    pub(in crate::domain) both: Option<Value>,
    /// Which of them the merged record has.
    pub(in crate::domain) kept: Side,
}

/// Merges the versions of one record.
#[derive(Debug, Default)]
pub(super) struct Merger {
    /// Where in the record it is.
    pub(super) path: Vec<Step>,
    /// What it could not decide.
    pub(super) clashes: Vec<Clash>,
}

impl<'a> Versions<'a> {
    /// The base, ours and theirs.
    pub(super) fn of([base, ours, theirs]: &'a [Option<Value>; 3]) -> Self {
        Self {
            base: base.as_ref(),
            ours: ours.as_ref(),
            theirs: theirs.as_ref(),
        }
    }

    /// The versions of a part.
    pub(super) fn part(self, get: impl Fn(&'a Value) -> Option<&'a Value>) -> Self {
        Self {
            base: self.base.and_then(&get),
            ours: self.ours.and_then(&get),
            theirs: self.theirs.and_then(&get),
        }
    }

    /// Whether every version that is there is of a kind.
    fn all(self, is_such: fn(&Value) -> bool) -> bool {
        let there = [self.base, self.ours, self.theirs].into_iter().flatten();
        there.into_iter().all(is_such)
    }

    fn is_deleted(self) -> bool {
        self.base.is_some() && (self.ours.is_none() || self.theirs.is_none())
    }

    /// The clash of these versions; both can't be kept.
    pub(super) fn clash(self, path: &[Step], kept: Side) -> Clash {
        Clash {
            path: path.to_vec(),
            base: self.base.cloned(),
            mine: self.ours.cloned(),
            theirs: self.theirs.cloned(),
            both: None,
            kept,
        }
    }
}

impl Merger {
    /// Merges the versions of a value; none where it is to be missing.
    pub(super) fn value(&mut self, versions: Versions<'_>) -> Option<Value> {
        let Versions { base, ours, theirs } = versions;
        if ours == theirs || theirs == base {
            return ours.cloned();
        }
        if ours == base {
            return theirs.cloned();
        }
        match self.path.last() {
            Some(Step::Field(name)) => self.field(&name.clone(), versions),
            Some(Step::Entry(_)) | None => self.entry(versions),
        }
    }

    /// Merges what stands at a step further in.
    fn inside(&mut self, step: Step, versions: Versions<'_>) -> Option<Value> {
        self.path.push(step);
        let value = self.value(versions);
        self.path.pop();
        value
    }

    /// A record, or an entry of a list that has a name.
    fn entry(&mut self, versions: Versions<'_>) -> Option<Value> {
        if versions.is_deleted() {
            return self.keep_edited(versions);
        }
        if versions.all(Value::is_object) {
            return Some(self.fields(versions));
        }
        self.keep_ours(versions)
    }

    fn field(&mut self, name: &str, versions: Versions<'_>) -> Option<Value> {
        if PARTS.contains(&name) && versions.all(Value::is_object) {
            let part = self.fields(versions);
            return Some(part).filter(|part| part.as_object().is_some_and(|part| !part.is_empty()));
        }
        if versions.all(Value::is_array) {
            return Some(Value::Array(self.list(name, versions)));
        }
        self.keep_ours(versions)
    }

    fn keep_ours(&mut self, versions: Versions<'_>) -> Option<Value> {
        self.clashes.push(versions.clash(&self.path, Side::Mine));
        versions.ours.cloned()
    }

    fn keep_edited(&mut self, versions: Versions<'_>) -> Option<Value> {
        let (edited, kept) = match versions.ours {
            Some(ours) => (Some(ours), Side::Mine),
            None => (versions.theirs, Side::Theirs),
        };
        self.clashes.push(versions.clash(&self.path, kept));
        edited.cloned()
    }

    fn fields(&mut self, versions: Versions<'_>) -> Value {
        let sides = [versions.ours, versions.theirs].into_iter().flatten();
        let names: BTreeSet<&String> = sides
            .filter_map(Value::as_object)
            .flat_map(Map::keys)
            .collect();
        let mut merged = Map::new();
        for name in names {
            let field = versions.part(|version| version.get(name));
            if let Some(value) = self.inside(Step::Field(name.clone()), field) {
                merged.insert(name.clone(), value);
            }
        }
        Value::Object(merged)
    }

    fn list(&mut self, name: &str, versions: Versions<'_>) -> Vec<Value> {
        let entries = |version: Option<&'_ Value>| version.and_then(Value::as_array).cloned();
        let [base, ours, theirs] = [versions.base, versions.ours, versions.theirs]
            .map(|version| entries(version).unwrap_or_default());
        let named = [&base, &ours, &theirs].map(|list| Named::of(name, list));
        match named {
            [Some(base), Some(ours), Some(theirs)] => self.entries(&base, &ours, &theirs),
            _ => self.sequence(versions, lists::in_sequence(&base, &ours, &theirs)),
        }
    }

    /// Merges lists whose entries have names, each entry by itself.
    fn entries(&mut self, base: &Named<'_>, ours: &Named<'_>, theirs: &Named<'_>) -> Vec<Value> {
        let mut merged = lists::Entries::default();
        for name in ours.names_with(theirs) {
            let versions = Versions {
                base: base.get(name),
                ours: ours.get(name),
                theirs: theirs.get(name),
            };
            if let Some(value) = self.inside(Step::Entry(name.to_owned()), versions) {
                merged.insert(name.to_owned(), value);
            }
        }
        lists::in_order(merged, base, ours, theirs)
    }

    fn sequence(&mut self, versions: Versions<'_>, merged: lists::Sequence) -> Vec<Value> {
        if merged.mine != merged.theirs {
            self.clashes.push(Clash {
                mine: Some(Value::Array(merged.mine.clone())),
                theirs: Some(Value::Array(merged.theirs)),
                both: Some(Value::Array(merged.both)),
                ..versions.clash(&self.path, Side::Mine)
            });
        }
        merged.mine
    }
}
