//! What a document does with changes: steps, what runs together, the saved mark, what is refused.

use std::sync::Arc;

use super::*;
use crate::domain::testing::{id, plain_stage};
use crate::domain::workspace::{Home, Records};
use crate::domain::*;

mod histories;

fn titled(name: &str) -> Change {
    let head = Head {
        name: name.to_owned(),
        ..Head::default()
    };
    Change::new("Renamed the workspace", vec![Edit::Head(Arc::new(head))])
}

fn at(now: u64) -> Moment {
    Moment {
        now,
        together: true,
    }
}

/// A document in which changes were made at the given moments, and how many steps they make.
fn renamed(moments: &[Moment]) -> (Document, usize) {
    let mut document = Document::new(Workspace::default());
    for (n, when) in moments.iter().enumerate() {
        let done = document.commit(titled(&format!("Name {n}")), *when);
        assert!(done.is_ok(), "{done:?}");
    }
    let steps = document.history().done().len();
    (document, steps)
}

#[test]
fn changes_to_the_same_within_a_second_are_one_step() {
    let (mut document, steps) = renamed(&[at(0), at(900), at(1_900)]);
    assert_eq!(steps, 1, "each follows the one before within a second");
    assert_eq!(document.workspace().name(), "Name 2");
    document.undo();
    assert_eq!(document.workspace(), &Workspace::default());
    document.redo();
    assert_eq!(document.workspace().name(), "Name 2");
    assert_eq!(renamed(&[at(0), at(1_000)]).1, 1);
    assert_eq!(renamed(&[at(0), at(1_001)]).1, 2);
}

#[test]
fn changes_that_are_not_to_run_together_are_steps_of_their_own() {
    let apart = Moment {
        now: 10,
        together: false,
    };
    assert_eq!(renamed(&[at(0), apart]).1, 2);
}

#[test]
fn changes_of_another_label_or_another_record_are_steps_of_their_own() {
    let (mut document, _) = renamed(&[at(0)]);
    let mut other = titled("Other");
    other.label = "Wrote the vision".to_owned();
    document.commit(other, at(10)).expect("it fits");
    assert_eq!(document.history().done().len(), 2);

    let job = |name: &str| {
        Change::new(
            "Added a job",
            vec![Edit::job(Job::new(id(name), None, name))],
        )
    };
    document.commit(job("one"), at(20)).expect("it fits");
    document.commit(job("two"), at(30)).expect("it fits");
    assert_eq!(document.history().done().len(), 4);
}

#[test]
fn changes_never_run_together_across_the_saved_mark() {
    let (mut document, _) = renamed(&[at(0)]);
    document.mark_saved();
    document.commit(titled("Later"), at(10)).expect("it fits");
    assert_eq!(document.history().done().len(), 2);
    assert!(!document.history().is_saved());
    document.undo();
    assert!(document.history().is_saved());
    assert_eq!(document.workspace().name(), "Name 0");
}

#[test]
fn the_saved_state_is_out_of_reach_when_a_change_cuts_it_off() {
    let (mut document, _) = renamed(&[at(0)]);
    document.mark_saved();
    document.undo();
    assert!(!document.history().is_saved());
    document.commit(titled("Other"), at(10)).expect("it fits");
    assert!(!document.history().is_saved());
    document.undo();
    assert!(!document.history().is_saved());
}

#[test]
fn a_change_that_changes_nothing_is_no_step() {
    let (mut document, _) = renamed(&[at(0)]);
    document.undo();
    let same = Head::default();
    let change = Change::new("Renamed the workspace", vec![Edit::Head(Arc::new(same))]);
    let revision = document.revision();
    document.commit(change, at(10)).expect("it fits");
    assert_eq!(document.revision(), revision);
    assert_eq!(document.history().undone().len(), 1, "redo is still there");
}

/// A workspace with the outcomes of a given cast, `card-0` with an initiative and `card-1` without.
fn two_cards() -> Document {
    let rank = || Rank::new("a").expect("a rank");
    let card = |n: &str| Outcome::new(id(n), id("usage"), rank(), "A card");
    let mut first = card("card-0");
    first
        .initiatives
        .push(Initiative::new(id("guide"), "Guide", Touch::Proactive));
    let workspace = Workspace::build(Records {
        stages: vec![plain_stage("usage")],
        outcomes: vec![Arc::new(first), Arc::new(card("card-1"))],
        ..Records::default()
    });
    Document::new(workspace.expect("the records fit"))
}

#[test]
fn an_initiative_may_move_to_another_card_in_one_change_in_either_order() {
    for swapped in [false, true] {
        let mut document = two_cards();
        let card = |n: &str| Outcome::clone(&document.workspace().outcomes()[&id(n)]);
        let (mut from, mut to) = (card("card-0"), card("card-1"));
        to.initiatives.append(&mut from.initiatives);
        let mut edits = vec![Edit::outcome(from), Edit::outcome(to)];
        if swapped {
            edits.reverse();
        }
        let moved = document.commit(Change::new("Moved 'Guide'", edits), at(0));
        assert!(moved.is_ok(), "{moved:?}");
        let home = |document: &Document| document.workspace().home(&id("guide")).cloned();
        assert_eq!(home(&document), Some(Home::Initiative(id("card-1"))));
        document.undo();
        assert_eq!(home(&document), Some(Home::Initiative(id("card-0"))));
    }
}

#[test]
fn an_id_that_is_there_is_refused_and_named() {
    let mut document = two_cards();
    let job = Job::new(id("guide"), None, "Guide");
    let refused = document.commit(Change::new("Added a job", vec![Edit::job(job)]), at(0));
    let faults = refused.expect_err("the initiative has that id");
    assert!(faults.to_string().contains("\"guide\""), "{faults}");
    assert_eq!(
        document.workspace().home(&id("guide")),
        Some(&Home::Initiative(id("card-0")))
    );
}
