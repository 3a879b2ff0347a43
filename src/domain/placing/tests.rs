//! Cards stand where they were put, whatever ranks they had.

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::domain::history::Moment;
use crate::domain::testing::{id, plain_stage, workspace};
use crate::domain::{Change, Date, Document};

fn after(workspace: &Workspace, edits: Vec<Edit>) -> Workspace {
    let mut document = Document::new(workspace.clone());
    let done = document.commit(Change::new("Moved cards", edits), Moment::ALONE);
    assert!(done.is_ok(), "{done:?}");
    document.workspace().clone()
}

fn order(workspace: &Workspace, stage: &Id) -> Vec<Id> {
    let cards = workspace.cards(stage);
    cards.iter().map(|card| card.id.clone()).collect()
}

proptest! {
    // Random workspaces have many equal and touching ranks.
    #[test]
    fn cards_stand_where_they_were_put_in_the_order_asked_for(
        before in workspace(),
        moved in prop::collection::vec(any::<Index>(), 1..4),
        stage in any::<Index>(),
        index in 0..8_usize,
    ) {
        let cards: Vec<Id> = before
            .outcomes()
            .values()
            .filter(|card| card.is_active())
            .map(|card| card.id.clone())
            .collect();
        prop_assume!(!cards.is_empty());
        let mut ids: Vec<Id> = Vec::new();
        for which in moved {
            let id = which.get(&cards);
            if !ids.contains(id) {
                ids.push(id.clone());
            }
        }
        let stage = &stage.get(before.stages()).id;
        let mut expected = order(&before, stage);
        expected.retain(|id| !ids.contains(id));
        let index = index.min(expected.len());
        expected.splice(index..index, ids.clone());

        let left = after(&before, place(&before, &ids, stage, index));
        prop_assert_eq!(order(&left, stage), expected);
        for other in before.stages().iter().filter(|other| other.id != *stage) {
            let mut expected = order(&before, &other.id);
            expected.retain(|id| !ids.contains(id));
            prop_assert_eq!(order(&left, &other.id), expected);
        }
    }

    #[test]
    fn a_new_card_stands_where_it_was_put(
        before in workspace(),
        stage in any::<Index>(),
        index in 0..8_usize,
    ) {
        let stage = &stage.get(before.stages()).id;
        let (rank, mut edits) = rank_at(&before, stage, index);
        edits.push(Edit::outcome(Outcome::new(id("new-card"), stage.clone(), rank, "New")));
        let mut expected = order(&before, stage);
        expected.insert(index.min(expected.len()), id("new-card"));
        prop_assert_eq!(order(&after(&before, edits), stage), expected);
    }
}

/// A stage with cards of the given ranks, named after their place in the list.
fn column(ranks: &[&str]) -> Workspace {
    use crate::domain::workspace::Records;
    let cards = ranks.iter().enumerate().map(|(n, rank)| {
        let rank = Rank::new(rank).expect("a rank");
        Arc::new(Outcome::new(
            id(&format!("card-{n}")),
            id("usage"),
            rank,
            "Card",
        ))
    });
    Workspace::build(Records {
        stages: vec![plain_stage("usage")],
        outcomes: cards.collect(),
        ..Records::default()
    })
    .expect("the records fit")
}

#[test]
fn moving_a_card_changes_that_card_alone() {
    let workspace = column(&["a", "b", "c", "d"]);
    let edits = place(&workspace, &[id("card-3")], &id("usage"), 1);
    assert_eq!(edits.len(), 1);
    assert_eq!(
        edits[0].key(),
        crate::domain::Key::Outcome(id("card-3")),
        "its neighbours stay as they are"
    );
}

#[test]
fn between_equal_ranks_the_stage_is_ranked_anew() {
    let workspace = column(&["a", "a", "a"]);
    let edits = place(&workspace, &[id("card-2")], &id("usage"), 1);
    let left = after(&workspace, edits);
    assert_eq!(
        order(&left, &id("usage")),
        [id("card-0"), id("card-2"), id("card-1")]
    );
}

#[test]
fn a_card_off_the_board_takes_no_place() {
    let mut workspace = column(&["a", "b", "c"]);
    let mut card = Outcome::clone(&workspace.outcomes()[&id("card-1")]);
    card.archived = Some(Date::new(2026, 10, 12).expect("a day of the calendar"));
    workspace = after(&workspace, vec![Edit::outcome(card)]);
    let left = after(
        &workspace,
        place(&workspace, &[id("card-0")], &id("usage"), 1),
    );
    assert_eq!(order(&left, &id("usage")), [id("card-2"), id("card-0")]);
}

#[test]
fn who_is_not_there_is_not_moved() {
    let workspace = column(&["a"]);
    assert_eq!(place(&workspace, &[id("nobody")], &id("usage"), 0), []);
}
