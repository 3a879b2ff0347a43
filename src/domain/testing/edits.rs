//! What somebody may do to a random workspace: fields edited, things removed, moved and added.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::{Cast, id, ids_in, workspace_of};
use crate::domain::merge::tree::{record, tree};
use crate::domain::{Change, Edit, Id, Key, Workspace, placing, removal};

/// One thing that somebody does. What it is done to is looked up when it is done.
#[derive(Clone, Debug)]
enum Deed {
    /// Gives some fields of a record the values that they have in another workspace.
    Fields(Index, Vec<Index>),
    /// Removes a thing with all that refers to it.
    Remove(Index),
    /// Moves a card to a place of a stage.
    Move(Index, Index, usize),
    /// Puts a stage elsewhere.
    MoveStage(Index, usize),
    /// Adds a card that is like one of another workspace, by an id that many choose.
    Add(Index, u8),
}

/// Somebody's work on a workspace of a cast.
#[derive(Clone, Debug)]
pub(crate) struct Work {
    other: Workspace,
    deeds: Vec<Deed>,
}

/// Work of a few deeds.
pub(crate) fn work(cast: &Cast) -> impl Strategy<Value = Work> + use<> {
    let at = any::<Index>;
    let deed = prop_oneof![
        8 => (at(), vec(at(), 1..4)).prop_map(|(record, fields)| Deed::Fields(record, fields)),
        1 => at().prop_map(Deed::Remove),
        2 => (at(), at(), 0..6_usize).prop_map(|(card, stage, place)| Deed::Move(card, stage, place)),
        1 => (at(), 0..4_usize).prop_map(|(stage, place)| Deed::MoveStage(stage, place)),
        1 => (at(), 0..2_u8).prop_map(|(like, number)| Deed::Add(like, number)),
    ];
    (workspace_of(cast), vec(deed, 0..12)).prop_map(|(other, deeds)| Work { other, deeds })
}

impl Work {
    /// The workspace after the work. What would not hold together is not done.
    pub(crate) fn done_to(&self, workspace: &Workspace) -> Workspace {
        let mut after = workspace.clone();
        for deed in &self.deeds {
            if let Some(edits) = self.edits(deed, &after) {
                drop(after.apply(&Change::new("", edits)));
            }
        }
        after
    }

    fn edits(&self, deed: &Deed, now: &Workspace) -> Option<Vec<Edit>> {
        match deed {
            Deed::Fields(which, fields) => {
                let keys: Vec<Key> = now.keys().collect();
                let key = which.get(&keys);
                Some(vec![with_fields_of(&self.other, now, key, fields)?])
            }
            Deed::Remove(which) => {
                let ids = ids_in(now);
                let id = (!ids.is_empty()).then(|| which.get(&ids))?;
                removal::remove(now, id).map(|change| change.edits)
            }
            Deed::Move(card, stage, place) => {
                let cards: Vec<Id> = now.outcomes().keys().cloned().collect();
                if cards.is_empty() || now.stages().is_empty() {
                    return None;
                }
                let stage = &stage.get(now.stages()).id;
                Some(placing::place(
                    now,
                    &[card.get(&cards).clone()],
                    stage,
                    *place,
                ))
            }
            Deed::MoveStage(which, place) => {
                let stage = (!now.stages().is_empty()).then(|| which.get(now.stages()))?;
                Some(vec![Edit::Stage(
                    stage.id.clone(),
                    *place,
                    Some(stage.clone()),
                )])
            }
            Deed::Add(like, number) => {
                let others: Vec<_> = self.other.outcomes().values().collect();
                let like = (!others.is_empty()).then(|| like.get(&others))?;
                let mut added = (***like).clone();
                added.id = id(&format!("added-{number}"));
                added.initiatives.clear();
                Some(vec![Edit::outcome(added)])
            }
        }
    }
}

/// The edit that gives some fields of a record their values of another workspace.
fn with_fields_of(other: &Workspace, now: &Workspace, key: &Key, fields: &[Index]) -> Option<Edit> {
    let edit = Edit::of(now, key);
    let (mut own, theirs) = (tree(&edit)?, tree(&Edit::of(other, key))?);
    let (into, from) = (own.as_object_mut()?, theirs.as_object()?);
    let mut names: Vec<String> = into.keys().chain(from.keys()).cloned().collect();
    names.sort();
    names.dedup();
    for field in fields {
        let name = field.get(&names);
        match from.get(name) {
            Some(value) => drop(into.insert(name.clone(), value.clone())),
            None => drop(into.remove(name)),
        }
    }
    match (record(key, own)?, edit) {
        (Edit::Stage(id, _, stage), Edit::Stage(_, place, _)) => {
            Some(Edit::Stage(id, place, stage))
        }
        (edit, _) => Some(edit),
    }
}
