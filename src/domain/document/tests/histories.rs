//! What holds over any history of changes, undos, redos and saves.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::domain::testing::{cast, ids_in, rebuilt, workspace_of};

/// Something a person may do. What it is done to is looked up when it is done.
#[derive(Clone, Debug)]
enum Act {
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

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => (vec(any::<Index>(), 1..4), 0..2_u8).prop_map(|(which, label)| Act::Put(which, label)),
        2 => any::<Index>().prop_map(Act::Remove),
        4 => (any::<Index>(), any::<Index>(), 0..6_usize).prop_map(|(c, s, p)| Act::Move(c, s, p)),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
        1 => Just(Act::Save),
    ]
}

/// What is done, each with the milliseconds since the one before and whether the two may run
/// together.
type Acts = Vec<(Act, u64, bool)>;

fn acts() -> impl Strategy<Value = Acts> {
    vec((act(), 0..1_500_u64, any::<bool>()), 1..24)
}

/// Two workspaces of the same cast and what is done to the first, taking records from the second.
fn history() -> impl Strategy<Value = (Workspace, Workspace, Acts)> {
    cast().prop_flat_map(|cast| (workspace_of(&cast), workspace_of(&cast), acts()))
}

/// The change that an act makes, if it makes one.
fn change(act: &Act, here: &Workspace, other: &Workspace) -> Option<Change> {
    match act {
        Act::Put(which, label) => {
            let keys: Vec<Key> = other.keys().chain(here.keys()).collect();
            let edits = which
                .iter()
                .map(|which| Edit::of(other, which.get(&keys)))
                .collect();
            Some(Change::new(format!("Put {label}"), edits))
        }
        Act::Remove(which) => {
            let ids = ids_in(here);
            (!ids.is_empty()).then(|| removal::remove(here, which.get(&ids)))?
        }
        Act::Move(card, stage, place) => {
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
        Act::Undo | Act::Redo | Act::Save => None,
    }
}

/// Does it, and gives what happened, if anything did.
fn done(document: &mut Document, other: &Workspace, (act, when): (&Act, Moment)) -> Option<Deed> {
    match act {
        Act::Undo => document.undo().map(|_| Deed::Undone),
        Act::Redo => document.redo().map(|_| Deed::Redone),
        Act::Save => {
            document.mark_saved();
            None
        }
        Act::Put(..) | Act::Remove(_) | Act::Move(..) => {
            let change = change(act, document.workspace(), other)?;
            // Many are refused, as they leave references to nothing.
            document.commit(change, when).ok()?
        }
    }
}

/// The document after each act, with the act.
fn play(
    document: &mut Document,
    other: &Workspace,
    acts: &Acts,
    mut look: impl FnMut(&Document, &Act),
) {
    let mut now = 0;
    for (act, later, together) in acts {
        now += later;
        let when = Moment {
            now,
            together: *together,
        };
        done(document, other, (act, when));
        look(document, act);
    }
}

/// What steps do and what takes them back.
fn ways(steps: &[Arc<history::Step>]) -> Vec<(&Change, &Change)> {
    steps.iter().map(|step| (&step.forth, &step.back)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn undoing_all_gives_the_first_state_and_redoing_all_the_last(
        (first, other, acts) in history(),
    ) {
        let mut document = Document::new(first.clone());
        play(&mut document, &other, &acts, |_, _| {});
        while document.redo().is_some() {}
        let last = document.workspace().clone();
        while document.undo().is_some() {}
        prop_assert_eq!(document.workspace(), &first);
        while document.redo().is_some() {}
        prop_assert_eq!(document.workspace(), &last);
    }

    #[test]
    fn whoever_follows_the_deeds_has_the_same_workspace_and_the_same_steps(
        (first, other, acts) in history(),
    ) {
        let mut document = Document::new(first.clone());
        let mut replica = Document::new(first);
        let mut now = 0;
        for (act, later, together) in &acts {
            now += later;
            let when = Moment { now, together: *together };
            let deed = done(&mut document, &other, (act, when));
            // As a journal keeps it.
            let kept = serde_json::to_string(&deed).expect("a deed is data");
            let deed: Option<Deed> = serde_json::from_str(&kept).expect("what was written");
            let followed = deed.map_or(Ok(()), |deed| replica.follow(&deed));
            prop_assert_eq!(followed, Ok(()));
            prop_assert_eq!(replica.workspace(), document.workspace());
        }
        let (ours, theirs) = (document.history(), replica.history());
        prop_assert_eq!(ways(ours.done()), ways(theirs.done()));
        prop_assert_eq!(ways(ours.undone()), ways(theirs.undone()));
    }

    #[test]
    fn what_earlier_sessions_did_may_be_learnt_before_or_after_what_this_one_does(
        (first, other, acts) in history(),
        at in any::<Index>(),
    ) {
        let (earlier, later) = acts.split_at(at.index(acts.len() + 1));
        let mut before = Document::new(first.clone());
        play(&mut before, &other, &earlier.to_vec(), |_, _| {});
        let history = before.history();
        let earlier = History::of_steps(history.done().to_vec(), history.undone().to_vec());
        let changes = |(act, _, _): &&(Act, u64, bool)| !matches!(act, Act::Undo | Act::Redo);
        let later: Acts = later.iter().filter(changes).cloned().collect();
        let session = Document::new(before.workspace().clone());

        let (mut learnt_first, mut learnt_last) = (session.clone(), session);
        learnt_first.adopt(earlier.clone());
        play(&mut learnt_first, &other, &later, |_, _| {});
        play(&mut learnt_last, &other, &later, |_, _| {});
        learnt_last.adopt(earlier);

        prop_assert_eq!(ways(learnt_first.history().done()), ways(learnt_last.history().done()));
        prop_assert_eq!(ways(learnt_first.history().undone()), ways(learnt_last.history().undone()));
        prop_assert_eq!(learnt_first.history().is_saved(), learnt_last.history().is_saved());
        while learnt_last.undo().is_some() {}
        prop_assert_eq!(learnt_last.workspace(), &first);
    }

    #[test]
    fn undo_and_redo_take_each_other_back((first, other, acts) in history()) {
        let mut document = Document::new(first);
        play(&mut document, &other, &acts, |document, _| {
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
    fn no_history_leaves_a_fault_or_an_index_that_is_wrong((first, other, acts) in history()) {
        let mut document = Document::new(first);
        play(&mut document, &other, &acts, |document, deed| {
            let here = document.workspace();
            let rebuilt = rebuilt(here).unwrap_or_else(|faults| panic!("{deed:?}: {faults}"));
            for id in ids_in(here) {
                assert_eq!(here.home(&id), rebuilt.home(&id), "{id} after {deed:?}");
            }
        });
    }

    #[test]
    fn an_id_is_never_given_twice((first, other, acts) in history()) {
        let mut seen: BTreeSet<Id> = ids_in(&first).into_iter().collect();
        let mut document = Document::new(first);
        play(&mut document, &other, &acts, |document, deed| {
            seen.extend(ids_in(document.workspace()));
            for id in &seen {
                let fresh = document.workspace().fresh_id(id.as_str(), "thing");
                assert!(!seen.contains(&fresh), "{fresh} is given again after {deed:?}");
            }
        });
    }

    #[test]
    fn a_change_that_is_refused_changes_nothing((first, other, acts) in history()) {
        let mut document = Document::new(first);
        let mut now = 0;
        for (deed, later, together) in &acts {
            now += later;
            let when = Moment { now, together: *together };
            let before = document.clone();
            let Some(change) = change(deed, document.workspace(), &other) else {
                done(&mut document, &other, (deed, when));
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
    fn a_change_clears_what_could_be_redone((first, other, acts) in history()) {
        let mut document = Document::new(first);
        let mut revision = 0;
        play(&mut document, &other, &acts, |document, deed| {
            let is_change = !matches!(deed, Act::Undo | Act::Redo | Act::Save);
            if is_change && document.revision() != revision {
                assert!(document.history().undone().is_empty(), "after {deed:?}");
            }
            revision = document.revision();
        });
    }

    #[test]
    fn what_is_called_saved_is_what_was_saved((first, other, acts) in history()) {
        let mut saved = first.clone();
        let mut document = Document::new(first);
        play(&mut document, &other, &acts, |document, deed| {
            if matches!(deed, Act::Save) {
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
