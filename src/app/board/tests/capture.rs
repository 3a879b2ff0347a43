//! Adding cards, and editing what stands on the board in place.

use super::board_of;
use crate::testing::Session;

#[test]
fn a_card_is_a_key_its_words_and_enter() {
    let mut session = Session::sample(120, 36);
    session
        .keys("right right right a")
        .letters("Win the first deal")
        .keys("enter");
    assert_eq!(session.cards("usage")[1], "Win the first deal");
    assert_eq!(session.selected(), "win-the-first-deal");
    assert_eq!(session.last_step(), "Added 'Win the first deal' to Usage");
}

#[test]
fn the_next_card_costs_one_more_key() {
    let mut session = Session::of(board_of(&[1]), 80, 24);
    session.keys("a").letters("one").keys("enter");
    for words in ["two", "three", "four"] {
        session.keys("enter").letters(words).keys("enter");
    }
    assert_eq!(
        session.cards("stage-a"),
        ["Card a-1", "one", "two", "three", "four"]
    );
}

#[test]
fn any_other_key_ends_a_run_of_captures() {
    for key in ["esc", "up", "space", "u"] {
        let mut session = Session::of(board_of(&[2]), 80, 24);
        session
            .keys("a")
            .letters("one")
            .keys("enter")
            .keys(key)
            .keys("enter");
        assert!(
            session.model.overlays.is_empty(),
            "Enter captures again after {key}"
        );
    }
}

#[test]
fn the_first_card_of_a_stage_is_typed_at_its_top() {
    let mut session = Session::of(board_of(&[0]), 80, 24);
    session.keys("a").letters("Win");
    assert_eq!(
        session.find("Win").1,
        session.board().layout().columns[0].list.y
    );
    session.keys("enter");
    assert_eq!(session.cards("stage-a"), ["Win"]);
}

#[test]
fn what_is_typed_is_in_view_at_the_end_of_a_long_column() {
    for height in [12, 24, 40] {
        let mut session = Session::of(board_of(&[40]), 60, height);
        session.keys("end a").letters("Win the first deal");
        session.find("Win the first deal");
        session.keys("enter");
        session.find("Win the first deal");
        assert_eq!(
            session.cards("stage-a").last().map(String::as_str),
            Some("Win the first deal")
        );
    }
}

#[test]
fn a_card_added_while_a_filter_is_on_is_seen() {
    let mut session = Session::of(board_of(&[3]), 80, 24);
    session
        .keys("/")
        .letters("a-2")
        .keys("enter a")
        .letters("Win")
        .keys("enter");
    assert_eq!(session.selected(), "win");
    session.find("Card a-1");
}

#[test]
fn a_statement_is_edited_in_its_place() {
    let mut session = Session::sample(120, 36);
    let (x, y) = session.find("Increase the");
    session.keys("e");
    assert_eq!(session.find("Increase the"), (x + 1, y));
    session.keys("end").letters(" today").keys("enter");
    assert!(
        session
            .outcome("be-understood")
            .statement
            .ends_with("really has today")
    );
    session.keys("u");
    assert!(
        session
            .outcome("be-understood")
            .statement
            .ends_with("really has")
    );
}

#[test]
fn tags_go_to_every_marked_card_in_one_step() {
    let mut session = Session::of(board_of(&[3]), 80, 24);
    session
        .keys("space down space t")
        .letters("quarter")
        .keys("enter");
    for card in ["a-1", "a-2"] {
        assert_eq!(session.outcome(card).tags, ["quarter"]);
    }
    assert!(session.outcome("a-3").tags.is_empty());
    session.keys("u");
    assert!(session.outcome("a-1").tags.is_empty());
}
