//! What holds over any history of changes, undos, redos and saves.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::domain::testing::{cast, ids_in, workspace_of};

/// Something a person may do. What it is done to is looked up when it is done.
#[derive(Clone, Debug)]
enum Deed {
    /// Puts records of another workspace in place of those that are there, or takes them away.
    Put(Vec<Index>, u8),
    /// Removes a thing with all that refers to it.
    Remove(Index),
    /// Moves a card to a place of a stage.
    Move(Index, Index, usize),
    Undo,
    Redo,
    Save,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        6 => (vec(any::<Index>(), 1..4), 0..2_u8).prop_map(|(which, label)| Deed::Put(which, label)),
        2 => any::<Index>().prop_map(Deed::Remove),
        4 => (any::<Index>(), any::<Index>(), 0..6_usize).prop_map(|(c, s, p)| Deed::Move(c, s, p)),
        2 => Just(Deed::Undo),
        1 => Just(Deed::Redo),
        1 => Just(Deed::Save),
    ]
}

/// What is done, each with the milliseconds since the one before and whether the two may run
/// together.
type Deeds = Vec<(Deed, u64, bool)>;

fn deeds() -> impl Strategy<Value = Deeds> {
    vec((deed(), 0..1_500_u64, any::<bool>()), 1..24)
}

/// Two workspaces of the same cast and what is done to the first, taking records from the second.
fn history() -> impl Strategy<Value = (Workspace, Workspace, Deeds)> {
    cast().prop_flat_map(|cast| (workspace_of(&cast), workspace_of(&cast), deeds()))
}

/// The change that a deed makes, if it makes one.
fn change(deed: &Deed, here: &Workspace, other: &Workspace) -> Option<Change> {
    match deed {
        Deed::Put(which, label) => {
            let keys: Vec<Key> = other.keys().chain(here.keys()).collect();
            let edits = which
                .iter()
                .map(|which| Edit::of(other, which.get(&keys)))
                .collect();
            Some(Change::new(format!("Put {label}"), edits))
        }
        Deed::Remove(which) => {
            let ids = ids_in(here);
            (!ids.is_empty()).then(|| removal::remove(here, which.get(&ids)))?
        }
        Deed::Move(card, stage, place) => {
            let cards: Vec<Id> = here.outcomes().keys().cloned().collect();
            if cards.is_empty() || here.stages().is_empty() {
                return None;
            }
            let card = card.get(&cards).clone();
            let stage = &stage.get(here.stages()).id;
            Some(Change::new(
                "Moved",
                placing::place(here, &[card], stage, *place),
            ))
        }
        Deed::Undo | Deed::Redo | Deed::Save => None,
    }
}

fn act(document: &mut Document, other: &Workspace, (deed, when): (&Deed, Moment)) {
    match deed {
        Deed::Undo => drop(document.undo()),
        Deed::Redo => drop(document.redo()),
        Deed::Save => document.mark_saved(),
        Deed::Put(..) | Deed::Remove(_) | Deed::Move(..) => {
            if let Some(change) = change(deed, document.workspace(), other) {
                // Many are refused, as they leave references to nothing.
                drop(document.commit(change, when));
            }
        }
    }
}

/// The document after each deed, with the deed.
fn play(
    document: &mut Document,
    other: &Workspace,
    deeds: &Deeds,
    mut look: impl FnMut(&Document, &Deed),
) {
    let mut now = 0;
    for (deed, later, together) in deeds {
        now += later;
        let when = Moment {
            now,
            together: *together,
        };
        act(document, other, (deed, when));
        look(document, deed);
    }
}

/// The same workspace, put together from its records.
fn rebuilt(w: &Workspace) -> Result<Workspace, Faults> {
    Workspace::build(Records {
        head: Head::clone(w.head()),
        segments: w.segments().values().cloned().collect(),
        stages: w.stages().to_vec(),
        needs: w.needs().values().cloned().collect(),
        outcomes: w.outcomes().values().cloned().collect(),
        jobs: w.jobs().values().cloned().collect(),
        studies: w.studies().values().cloned().collect(),
        reviews: w.reviews().values().cloned().collect(),
        economics: w.economics().values().cloned().collect(),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn undoing_all_gives_the_first_state_and_redoing_all_the_last(
        (first, other, deeds) in history(),
    ) {
        let mut document = Document::new(first.clone());
        play(&mut document, &other, &deeds, |_, _| {});
        while document.redo().is_some() {}
        let last = document.workspace().clone();
        while document.undo().is_some() {}
        prop_assert_eq!(document.workspace(), &first);
        while document.redo().is_some() {}
        prop_assert_eq!(document.workspace(), &last);
    }

    #[test]
    fn undo_and_redo_take_each_other_back((first, other, deeds) in history()) {
        let mut document = Document::new(first);
        play(&mut document, &other, &deeds, |document, _| {
            let mut there = document.clone();
            if there.undo().is_some() {
                there.redo();
                assert_eq!(there.workspace(), document.workspace(), "undone, then redone");
            }
            let mut there = document.clone();
            if there.redo().is_some() {
                there.undo();
                assert_eq!(there.workspace(), document.workspace(), "redone, then undone");
            }
        });
    }

    #[test]
    fn no_history_leaves_a_fault_or_an_index_that_is_wrong((first, other, deeds) in history()) {
        let mut document = Document::new(first);
        play(&mut document, &other, &deeds, |document, deed| {
            let here = document.workspace();
            let rebuilt = rebuilt(here).unwrap_or_else(|faults| panic!("{deed:?}: {faults}"));
            for id in ids_in(here) {
                assert_eq!(here.home(&id), rebuilt.home(&id), "{id} after {deed:?}");
            }
        });
    }

    #[test]
    fn an_id_is_never_given_twice((first, other, deeds) in history()) {
        let mut seen: BTreeSet<Id> = ids_in(&first).into_iter().collect();
        let mut document = Document::new(first);
        play(&mut document, &other, &deeds, |document, deed| {
            seen.extend(ids_in(document.workspace()));
            for id in &seen {
                let fresh = document.workspace().fresh_id(id.as_str(), "thing");
                assert!(!seen.contains(&fresh), "{fresh} is given again after {deed:?}");
            }
        });
    }

    #[test]
    fn a_change_that_is_refused_changes_nothing((first, other, deeds) in history()) {
        let mut document = Document::new(first);
        let mut now = 0;
        for (deed, later, together) in &deeds {
            now += later;
            let when = Moment { now, together: *together };
            let before = document.clone();
            let Some(change) = change(deed, document.workspace(), &other) else {
                act(&mut document, &other, (deed, when));
                continue;
            };
            if document.commit(change, when).is_err() {
                prop_assert_eq!(document.workspace(), before.workspace());
                prop_assert_eq!(document.revision(), before.revision());
                prop_assert_eq!(document.history().done(), before.history().done());
                prop_assert_eq!(document.history().undone(), before.history().undone());
                prop_assert_eq!(document.history().is_saved(), before.history().is_saved());
                for id in ids_in(&other).iter().chain(&ids_in(before.workspace())) {
                    let (here, there) = (document.workspace(), before.workspace());
                    prop_assert_eq!(here.home(id), there.home(id));
                    let fresh = |w: &Workspace| w.fresh_id(id.as_str(), "thing");
                    prop_assert_eq!(fresh(here), fresh(there), "{} is spent", id);
                }
            }
        }
    }

    #[test]
    fn a_change_clears_what_could_be_redone((first, other, deeds) in history()) {
        let mut document = Document::new(first);
        let mut revision = 0;
        play(&mut document, &other, &deeds, |document, deed| {
            let is_change = !matches!(deed, Deed::Undo | Deed::Redo | Deed::Save);
            if is_change && document.revision() != revision {
                assert!(document.history().undone().is_empty(), "after {deed:?}");
            }
            revision = document.revision();
        });
    }

    #[test]
    fn what_is_called_saved_is_what_was_saved((first, other, deeds) in history()) {
        let mut saved = first.clone();
        let mut document = Document::new(first);
        play(&mut document, &other, &deeds, |document, deed| {
            if matches!(deed, Deed::Save) {
                saved = document.workspace().clone();
            }
            if document.history().is_saved() {
                assert_eq!(document.workspace(), &saved, "after {deed:?}");
            }
        });
        // Whatever was done, the way back to what was saved is known unless it was cut off.
        document.mark_saved();
        prop_assert!(document.history().is_saved());
    }
}
