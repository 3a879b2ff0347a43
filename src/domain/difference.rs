//! What makes one workspace out of another, as a change: so a file that was changed elsewhere is
//! taken in as one step, and what a change is about can be told in a few words.
//!
//! Records that both share are told by where they are in memory and cost next to nothing.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hash;
use std::sync::Arc;

use similar::{Algorithm, DiffOp, capture_diff};

use super::change::{Change, Edit, Key};
use super::wording::{counted, listed};
use super::{Id, Stage, Workspace};

/// How many entries of two lists are compared each with each: the time grows with their square.
const COMPARED: usize = 4_000;

/// The change that makes `to` out of `from`: an edit for every record that differs, and one for
/// every stage that stands elsewhere. Without edits where the two are equal.
pub fn difference(from: &Workspace, to: &Workspace, label: impl Into<String>) -> Change {
    let mut edits = Vec::new();
    if !is_same(&from.head, &to.head) {
        edits.push(Edit::Head(to.head.clone()));
    }
    compare(&from.segments, &to.segments, Edit::Segment, &mut edits);
    edits.extend(stages(&from.stages, &to.stages));
    compare(&from.needs, &to.needs, Edit::Need, &mut edits);
    compare(&from.outcomes, &to.outcomes, Edit::Outcome, &mut edits);
    compare(&from.jobs, &to.jobs, Edit::Job, &mut edits);
    compare(&from.studies, &to.studies, Edit::Study, &mut edits);
    compare(&from.reviews, &to.reviews, Edit::Review, &mut edits);
    compare(&from.economics, &to.economics, Edit::Economics, &mut edits);
    Change::new(label, edits)
}

/// The records that a change touches, counted by kind: `3 outcomes and 1 job`. Empty for a change
/// without edits.
pub fn summary(change: &Change) -> String {
    let mut kinds: Vec<(Key, usize)> = Vec::new();
    for key in change.keys() {
        match kinds.iter_mut().find(|(kind, _)| kind.word() == key.word()) {
            Some((_, count)) => *count += 1,
            None => kinds.push((key, 1)),
        }
    }
    let told = kinds.iter().map(|(key, count)| match key {
        Key::Head => "name, vision, capacity and silenced findings".to_owned(),
        Key::Segment(_)
        | Key::Stage(_)
        | Key::Need(_)
        | Key::Outcome(_)
        | Key::Job(_)
        | Key::Study(_)
        | Key::Review(_)
        | Key::Economics(_) => counted(*count, key.word()),
    });
    listed(&told.collect::<Vec<_>>())
}

fn is_same<T: PartialEq>(a: &Arc<T>, b: &Arc<T>) -> bool {
    Arc::ptr_eq(a, b) || a == b
}

/// Walks two tables side by side and makes an edit of every record that differs.
fn compare<K: Ord + Clone, T: PartialEq>(
    from: &BTreeMap<K, Arc<T>>,
    to: &BTreeMap<K, Arc<T>>,
    edit: fn(K, Option<Arc<T>>) -> Edit,
    edits: &mut Vec<Edit>,
) {
    let mut old = from.iter().peekable();
    let mut new = to.iter().peekable();
    loop {
        let order = match (old.peek(), new.peek()) {
            (None, None) => return,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some((a, _)), Some((b, _))) => a.cmp(b),
        };
        let gone = if order.is_le() { old.next() } else { None };
        let come = if order.is_ge() { new.next() } else { None };
        match (gone, come) {
            (Some((_, a)), Some((_, b))) if is_same(a, b) => {}
            (_, Some((key, record))) => edits.push(edit(key.clone(), Some(record.clone()))),
            (Some((key, _)), None) => edits.push(edit(key.clone(), None)),
            (None, None) => {}
        }
    }
}

/// The edits that make one list of stages out of another. As few stages as possible are moved.
pub(super) fn stages(from: &[Arc<Stage>], to: &[Arc<Stage>]) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut order: Vec<&Id> = from.iter().map(|stage| &stage.id).collect();
    let target: Vec<&Id> = to.iter().map(|stage| &stage.id).collect();
    let stay: BTreeSet<&Id> = in_both_orders(&order, &target).into_iter().collect();
    let wanted: BTreeSet<&Id> = target.iter().copied().collect();
    while let Some(place) = order.iter().position(|id| !wanted.contains(id)) {
        edits.push(Edit::Stage(order.remove(place).clone(), place, None));
    }
    for (n, stage) in to.iter().enumerate() {
        let there = order.iter().position(|id| *id == &stage.id);
        if let (Some(place), true) = (there, stay.contains(&stage.id)) {
            let old = from.iter().find(|old| old.id == stage.id);
            if !old.is_some_and(|old| is_same(old, stage)) {
                edits.push(Edit::Stage(stage.id.clone(), place, Some(stage.clone())));
            }
            continue;
        }
        there.map(|place| order.remove(place));
        let place = place_after(&order, n.checked_sub(1).map(|before| target[before]));
        order.insert(place, &stage.id);
        edits.push(Edit::Stage(stage.id.clone(), place, Some(stage.clone())));
    }
    edits
}

/// The place right behind a thing in a list; the first place where there is no such thing.
pub(super) fn place_after<T: PartialEq>(list: &[T], before: Option<T>) -> usize {
    let before = before.and_then(|before| list.iter().position(|there| *there == before));
    before.map_or(0, |place| place + 1)
}

/// As many things as possible that stand in the same order in both lists.
pub(super) fn in_both_orders<T: Eq + Hash + Ord + Clone>(from: &[T], to: &[T]) -> Vec<T> {
    let places = in_common(from, to).into_iter();
    places.map(|(place, _)| from[place].clone()).collect()
}

/// What two lists have in common in the same order, as places in both: as much as possible, or, of
/// long lists that differ much, what they begin and end with.
pub(super) fn in_common<T: Eq + Hash + Ord>(from: &[T], to: &[T]) -> Vec<(usize, usize)> {
    let both = || from.iter().zip(to);
    let start = both().take_while(|(a, b)| a == b).count();
    let rest = [from.len(), to.len()].map(|len| len - start);
    let ends = from.iter().rev().zip(to.iter().rev());
    let ends = ends.take(rest[0].min(rest[1]));
    let end = ends.take_while(|(a, b)| a == b).count();
    let [old, new] = rest.map(|rest| start + rest - end);
    let mut common: Vec<(usize, usize)> = (0..start).map(|place| (place, place)).collect();
    if old + new - 2 * start <= COMPARED {
        for step in capture_diff(Algorithm::Myers, from, start..old, to, start..new) {
            if let DiffOp::Equal {
                old_index,
                new_index,
                len,
            } = step
            {
                common.extend((old_index..old_index + len).zip(new_index..));
            }
        }
    }
    common.extend((old..from.len()).zip(new..));
    common
}

#[cfg(test)]
mod tests;
