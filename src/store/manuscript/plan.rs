//! What is to stand in a manuscript, in order: which pieces stay, which are new, which go.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::{Manuscript, Section, Slot};
use crate::domain::workspace::Head;
use crate::domain::{Key, Silenced, Workspace};
use crate::store::format::record::{Part, Record};
use crate::store::format::token::comments_in;
use crate::store::format::written;

/// What is to stand at one place, and what stands there.
pub(super) struct Planned<'a, T, P> {
    /// Where it stands in the manuscript; none where it is new.
    pub(super) old: Option<&'a Slot<T>>,
    /// What it is to say.
    pub(super) new: P,
}

/// All that is to stand in a pair of brackets, and what goes.
pub(super) struct Plan<'a, T, P> {
    pub(super) planned: Vec<Planned<'a, T, P>>,
    pub(super) gone: Vec<&'a Slot<T>>,
}

impl<'a, T, P> Planned<'a, T, P> {
    fn stays(old: &'a Slot<T>, new: P) -> Self {
        let old = Some(old);
        Self { old, new }
    }

    fn fresh(new: P) -> Self {
        Self { old: None, new }
    }

    /// Whether it stands nowhere yet.
    pub(super) fn is_fresh(&self) -> bool {
        self.old.is_none()
    }
}

impl<T, P> Plan<'_, T, P> {
    /// Where the last of what stands there ends, whether it stays or goes.
    pub(super) fn end_of_old(&self) -> Option<usize> {
        let stays = self.planned.iter().filter_map(|planned| planned.old);
        let all = stays.chain(self.gone.iter().copied());
        all.map(|slot| slot.end).max()
    }
}

/// What a field of the file is to say.
pub(super) enum Field {
    /// What it says.
    AsItIs(Part),
    /// A value, as it is written.
    Value(Part, String),
    /// A list of records.
    List(Part, Vec<Record>),
}

impl Field {
    pub(super) fn part(&self) -> Part {
        match self {
            Self::AsItIs(part) | Self::Value(part, _) | Self::List(part, _) => *part,
        }
    }
}

/// The fields of a workspace's file.
pub(super) fn fields<'a>(
    manuscript: &'a Manuscript,
    workspace: &Workspace,
) -> Plan<'a, Section, Field> {
    let mut wanted: BTreeMap<Part, Field> = wanted(manuscript, workspace)
        .into_iter()
        .map(|field| (field.part(), field))
        .collect();
    let mut kept = Vec::new();
    let mut gone = Vec::new();
    for slot in &manuscript.sections {
        let part = slot.content.part;
        match wanted.remove(&part) {
            Some(new) => kept.push((part, Planned::stays(slot, new))),
            None if has_comments_of_its_own(slot, &manuscript.text) => {
                let new = Field::List(part, Vec::new());
                kept.push((part, Planned::stays(slot, new)));
            }
            None => gone.push(slot),
        }
    }
    let fresh = wanted
        .into_iter()
        .map(|(part, new)| (part, Planned::fresh(new)));
    Plan {
        planned: merged(kept, fresh.collect()),
        gone,
    }
}

fn wanted(manuscript: &Manuscript, workspace: &Workspace) -> Vec<Field> {
    let (old, new) = (&manuscript.head, workspace.head());
    let mut wanted = vec![Field::AsItIs(Part::Format)];
    wanted.push(if old.name == new.name {
        Field::AsItIs(Part::Name)
    } else {
        Field::Value(Part::Name, written(&new.name, 1))
    });
    wanted.extend(optional(
        manuscript,
        Part::Vision,
        (old.vision.as_ref(), new.vision.as_ref()),
    ));
    wanted.extend(optional(
        manuscript,
        Part::Capacity,
        (old.capacity.as_ref(), new.capacity.as_ref()),
    ));
    wanted.extend(optional(
        manuscript,
        Part::Silenced,
        (silenced(old), silenced(new)),
    ));
    for part in Part::LISTS {
        let records = part.records(workspace);
        let stands_empty =
            |slot: &Slot<Section>| slot.content.part == part && slot.content.slots.is_empty();
        if !records.is_empty() || manuscript.sections.iter().any(stands_empty) {
            wanted.push(Field::List(part, records));
        }
    }
    wanted
}

/// What a field of the head that may be missing is to say; none where it is to be missing.
fn optional<T: Serialize + PartialEq>(
    manuscript: &Manuscript,
    part: Part,
    (old, new): (Option<&T>, Option<&T>),
) -> Option<Field> {
    let mut sections = manuscript.sections.iter();
    if old == new && sections.any(|slot| slot.content.part == part) {
        return Some(Field::AsItIs(part));
    }
    Some(Field::Value(part, written(new?, 1)))
}

/// What is silenced, where anything is.
fn silenced(head: &Head) -> Option<&Vec<Silenced>> {
    Some(&head.silenced).filter(|silenced| !silenced.is_empty())
}

/// Whether a list that becomes empty has comments that belong to none of its items.
fn has_comments_of_its_own(slot: &Slot<Section>, text: &str) -> bool {
    let Section { part, value, slots } = &slot.content;
    let behind_items = slots.last().map_or(value.start, |last| last.end)..value.end;
    let is_list = Part::LISTS.contains(part);
    let pieces = [
        slot.start..slot.body.start,
        behind_items,
        slot.body.end..slot.end,
    ];
    is_list
        && pieces
            .into_iter()
            .any(|piece| comments_in(&text[piece]) > 0)
}

/// The items of a list. Stages stand in the board's order; other records stay where they are, and
/// new ones come before the first with a greater key.
pub(super) fn items(
    part: Part,
    slots: &[Slot<Record>],
    records: Vec<Record>,
) -> Plan<'_, Record, Record> {
    let places: HashMap<Key, usize> = records.iter().map(Record::key).zip(0..).collect();
    let mut records: Vec<Option<Record>> = records.into_iter().map(Some).collect();
    let mut kept = Vec::new();
    let mut gone = Vec::new();
    for slot in slots {
        let key = slot.content.key();
        let place = places.get(&key).copied();
        match place.and_then(|place| Some((place, records[place].take()?))) {
            Some((place, new)) => kept.push((place, Planned::stays(slot, new))),
            None => gone.push(slot),
        }
    }
    let fresh = records.into_iter().enumerate();
    let fresh = fresh.filter_map(|(place, new)| Some((place, Planned::fresh(new?))));
    let mut planned = merged(kept, fresh.collect());
    if part == Part::Stages {
        planned.sort_by_key(|planned| places.get(&planned.new.key()));
    }
    Plan { planned, gone }
}

/// Puts what is fresh, in its order, among what is kept: each before the first that is greater.
fn merged<K: Ord, P>(kept: Vec<(K, P)>, fresh: Vec<(K, P)>) -> Vec<P> {
    let mut merged = Vec::with_capacity(kept.len() + fresh.len());
    let mut fresh = fresh.into_iter().peekable();
    for (key, planned) in kept {
        while let Some((_, before)) = fresh.next_if(|(fresh, _)| *fresh < key) {
            merged.push(before);
        }
        merged.push(planned);
    }
    merged.extend(fresh.map(|(_, planned)| planned));
    merged
}
