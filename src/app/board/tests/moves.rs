//! Moving, marking, archiving, deleting, duplicating.

use super::board_of;
use crate::testing::Session;

fn usage(width: u16) -> Session {
    let mut session = Session::sample(width, 36);
    session.keys("right right right");
    session
}

#[test]
fn a_card_moves_a_stage_along_and_the_cursor_goes_with_it() {
    let mut session = usage(120);
    session.keys("shift-right");
    assert_eq!(session.outcome("set-up-quickly").stage.as_str(), "advocacy");
    assert_eq!(session.selected(), "set-up-quickly");
    assert_eq!(session.focused(), "Advocacy");
    assert!(
        session
            .said()
            .starts_with("Moved 'Minimize the time and effort")
    );
    assert!(session.said().ends_with("' to Advocacy · u undoes"));
    session.keys("u");
    assert_eq!(session.focused(), "Usage");
    assert_eq!(session.selected(), "set-up-quickly");
}

#[test]
fn a_card_does_not_move_beyond_the_last_stage() {
    let mut session = Session::sample(120, 36);
    session.keys("<");
    assert_eq!(
        session.said(),
        "Offering is the first stage; there is none to move to"
    );
    assert!(session.effects.is_empty());
}

#[test]
fn cards_change_places_within_their_stage() {
    let mut session = Session::of(board_of(&[4]), 80, 24);
    session.keys("J");
    assert_eq!(
        session.cards("stage-a"),
        ["Card a-2", "Card a-1", "Card a-3", "Card a-4"]
    );
    session.keys("J J");
    assert_eq!(
        session.cards("stage-a"),
        ["Card a-2", "Card a-3", "Card a-4", "Card a-1"]
    );
    assert_eq!(session.last_step(), "Moved 'Card a-1' within Stage a");
    session.keys("J");
    assert_eq!(session.said(), "There is no card on that side to move past");
    session.keys("K");
    assert_eq!(
        session.cards("stage-a"),
        ["Card a-2", "Card a-3", "Card a-1", "Card a-4"]
    );
}

#[test]
fn a_run_of_moves_is_one_step_of_undo() {
    let mut session = Session::of(board_of(&[5]), 80, 24);
    session.at_once().keys("J J J");
    assert_eq!(session.model.document.history().done().len(), 1);
    session.keys("u");
    assert_eq!(session.cards("stage-a")[0], "Card a-1");
}

#[test]
fn a_stage_is_picked_from_a_list() {
    let mut session = usage(120);
    session.keys("m").letters("expan").keys("enter");
    assert_eq!(
        session.outcome("set-up-quickly").stage.as_str(),
        "expansion"
    );
    assert_eq!(session.focused(), "Expansion");
}

#[test]
fn marked_cards_move_together_and_in_order() {
    let mut session = Session::of(board_of(&[4, 1]), 80, 24);
    session.keys("down space down down space L");
    assert_eq!(session.cards("stage-a"), ["Card a-1", "Card a-3"]);
    let moved = session.cards("stage-b");
    assert_eq!(moved, ["Card b-1", "Card a-2", "Card a-4"]);
    assert_eq!(session.last_step(), "Moved 2 cards to Stage b");
    session.keys("u");
    assert_eq!(session.cards("stage-a").len(), 4);
}

#[test]
fn marked_cards_of_several_stages_go_to_one_that_is_picked() {
    let mut session = Session::of(board_of(&[2, 2, 0]), 80, 24);
    session.keys("space right space shift-right");
    assert!(session.said().contains("stand in several stages"));
    session.keys("m").letters("stage c").keys("enter");
    assert_eq!(session.cards("stage-c"), ["Card a-1", "Card b-1"]);
}

#[test]
fn marked_cards_move_up_as_a_block() {
    let mut session = Session::of(board_of(&[4]), 80, 24);
    session.keys("down down space down space K");
    assert_eq!(
        session.cards("stage-a"),
        ["Card a-1", "Card a-3", "Card a-4", "Card a-2"]
    );
    session.keys("J");
    assert_eq!(
        session.cards("stage-a"),
        ["Card a-1", "Card a-2", "Card a-3", "Card a-4"]
    );
}

#[test]
fn marks_show_without_colour_and_esc_takes_them_back() {
    let mut session = usage(120);
    session.keys("space");
    session.find("✓Minimize the time");
    session.find("✓ 1 marked");
    session.keys("esc");
    assert!(!session.screen().contains('✓'));
}

#[test]
fn an_archived_card_leaves_the_board_and_its_neighbour_is_selected() {
    let mut session = usage(120);
    session.keys("x");
    assert!(session.outcome("set-up-quickly").archived.is_some());
    assert_eq!(session.selected(), "know-where-we-stand");
    session.keys("A enter");
    assert!(session.outcome("set-up-quickly").is_active());
    assert!(session.last_step().starts_with("Restored 'Minimize"));
    session.keys("A");
    assert_eq!(session.said(), "No card is archived");
}

#[test]
fn marked_cards_are_archived_and_deleted_as_one_step() {
    for (key, label) in [("x", "Archived 2 cards"), ("X", "Deleted 2 outcomes")] {
        let mut session = Session::of(board_of(&[3]), 80, 24);
        session.keys("space down space").keys(key);
        assert_eq!(session.cards("stage-a"), ["Card a-3"]);
        assert_eq!(session.last_step(), label);
        assert_eq!(session.selected(), "a-3");
        session.keys("u");
        assert_eq!(session.cards("stage-a").len(), 3);
    }
}

#[test]
fn a_deleted_card_comes_back_where_it_was() {
    let mut session = usage(120);
    let before = session.workspace().clone();
    session.keys("delete");
    assert_eq!(session.selected(), "know-where-we-stand");
    session.keys("u");
    assert_eq!(*session.workspace(), before);
    assert_eq!(session.selected(), "set-up-quickly");
}

#[test]
fn a_copy_stands_below_its_original_with_ids_of_its_own() {
    let mut session = usage(120);
    session.keys("D");
    let cards = session.cards("usage");
    assert_eq!((cards.len(), &cards[0]), (3, &cards[1]));
    let copy = session
        .board()
        .selected()
        .cloned()
        .expect("the copy is selected");
    let copy = session.outcome(copy.as_str());
    let original = session.outcome("set-up-quickly");
    assert_ne!(copy.id, original.id);
    assert_eq!(copy.initiatives.len(), original.initiatives.len());
    assert_ne!(copy.initiatives[0].id, original.initiatives[0].id);
    assert!(copy.kpis().all(|kpi| kpi.readings.is_empty()));
}

#[test]
fn every_action_twice_then_undone_gives_the_state_before() {
    for keys in [
        "shift-right",
        "shift-down",
        "x",
        "delete",
        "D",
        "s left",
        "s right",
    ] {
        let mut session = usage(120);
        let before = session.workspace().clone();
        session.keys(keys).keys(keys);
        while !session.model.document.history().done().is_empty() {
            session.keys("u");
        }
        assert_eq!(*session.workspace(), before, "{keys}");
    }
}
