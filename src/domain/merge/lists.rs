//! Lists in three versions: those whose entries are known by a name, and those whose entries are
//! known by their place alone.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use serde_json::Value;

use super::tree::known_by;
use crate::domain::difference::{in_both_orders, in_common, place_after};

/// The entries of a list by their names.
pub(super) type Entries = HashMap<String, Value>;

/// A list each entry of which has a name of its own.
#[derive(Debug)]
pub(super) struct Named<'a> {
    names: Vec<String>,
    entries: HashMap<String, &'a Value>,
}

impl<'a> Named<'a> {
    /// A list by the names of its entries; none where one has no name or shares another's.
    pub(super) fn of(list: &str, entries: &'a [Value]) -> Option<Self> {
        let names = entries.iter().map(|entry| known_by(list, entry));
        let names: Vec<String> = names.collect::<Option<_>>()?;
        let entries: HashMap<_, _> = names.iter().cloned().zip(entries).collect();
        (entries.len() == names.len()).then_some(Self { names, entries })
    }

    /// The entry of a name.
    pub(super) fn get(&self, name: &str) -> Option<&'a Value> {
        self.entries.get(name).copied()
    }

    /// The names of this list, then those that only the other has.
    pub(super) fn names_with<'b>(&'b self, other: &'b Self) -> impl Iterator<Item = &'b String> {
        let others = other.names.iter();
        let others = others.filter(|name| !self.entries.contains_key(*name));
        self.names.iter().chain(others)
    }
}

/// Puts merged entries into the order of the sides; into that of the names where both sides keep it.
pub(super) fn in_order(
    mut entries: Entries,
    base: &Named<'_>,
    ours: &Named<'_>,
    theirs: &Named<'_>,
) -> Vec<Value> {
    let mut names = order(&base.names, &ours.names, &theirs.names, |name| {
        entries.contains_key(name)
    });
    if ours.names.is_sorted() && theirs.names.is_sorted() {
        names.sort();
    }
    let entries = names.iter().filter_map(|name| entries.remove(name));
    entries.collect()
}

/// The order of things of which two sides have each changed the order that they had: ours, with
/// what they moved or added behind what it follows there.
pub(in crate::domain) fn order<T: Clone + Eq + Hash + Ord>(
    base: &[T],
    ours: &[T],
    theirs: &[T],
    is_there: impl Fn(&T) -> bool,
) -> Vec<T> {
    let set = |things: &[T]| things.iter().cloned().collect::<HashSet<T>>();
    let (in_base, in_ours) = (set(base), set(ours));
    let stay_with_us = set(&in_both_orders(base, ours));
    let stay_with_them = set(&in_both_orders(base, theirs));
    let is_moved = |thing: &T| in_base.contains(thing) && !stay_with_them.contains(thing);
    let goes =
        |thing: &T| !in_ours.contains(thing) || (is_moved(thing) && stay_with_us.contains(thing));
    let mut order: Vec<T> = ours
        .iter()
        .filter(|thing| is_there(thing))
        .cloned()
        .collect();
    let mut before = None;
    for thing in theirs.iter().filter(|thing| is_there(thing)) {
        if goes(thing) {
            order.retain(|there| there != thing);
            order.insert(place_after(&order, before), thing.clone());
        }
        before = Some(thing.clone());
    }
    order
}

/// What comes of two versions of a list: one where the sides agree, else with the entries on which
/// they don't from our side, from theirs, and from both one after the other.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Sequence {
    /// With ours.
    pub(super) mine: Vec<Value>,
    /// With theirs.
    pub(super) theirs: Vec<Value>,
    /// With both.
    pub(super) both: Vec<Value>,
}

/// Merges lists whose entries have no names. What both add at the same place stands one after the
/// other.
pub(super) fn in_sequence(base: &[Value], ours: &[Value], theirs: &[Value]) -> Sequence {
    let (in_ours, in_theirs) = (places(base, ours), places(base, theirs));
    let mut merged = Sequence::default();
    let (mut b, mut o, mut t) = (0, 0, 0);
    for (place, entry) in base.iter().enumerate() {
        let (Some(at_ours), Some(at_theirs)) = (in_ours[place], in_theirs[place]) else {
            continue;
        };
        merged.take(&base[b..place], &ours[o..at_ours], &theirs[t..at_theirs]);
        merged.all(std::slice::from_ref(entry));
        (b, o, t) = (place + 1, at_ours + 1, at_theirs + 1);
    }
    merged.take(&base[b..], &ours[o..], &theirs[t..]);
    merged
}

impl Sequence {
    /// Takes in a stretch of the lists that the versions have not in common.
    fn take(&mut self, base: &[Value], ours: &[Value], theirs: &[Value]) {
        if ours == base {
            return self.all(theirs);
        }
        if theirs == base || ours == theirs {
            return self.all(ours);
        }
        let known: HashSet<&Value> = ours.iter().collect();
        let also = theirs.iter().filter(|entry| !known.contains(entry));
        let both: Vec<Value> = ours.iter().chain(also).cloned().collect();
        if base.is_empty() {
            return self.all(&both);
        }
        self.mine.extend_from_slice(ours);
        self.theirs.extend_from_slice(theirs);
        self.both.extend(both);
    }

    fn all(&mut self, entries: &[Value]) {
        for version in [&mut self.mine, &mut self.theirs, &mut self.both] {
            version.extend_from_slice(entries);
        }
    }
}

/// For each entry of a list, where it stands in a later version.
fn places(base: &[Value], version: &[Value]) -> Vec<Option<usize>> {
    let texts = |list: &[Value]| list.iter().map(Value::to_string).collect::<Vec<_>>();
    let mut places = vec![None; base.len()];
    for (old, new) in in_common(&texts(base), &texts(version)) {
        places[old] = Some(new);
    }
    places
}
