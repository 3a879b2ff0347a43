//! Going around, and what stays in view.

use proptest::prelude::*;

use super::board_of;
use crate::app::key::KeyPress;
use crate::app::{Mouse, MouseKind, Msg, Screen};
use crate::testing::{Session, sample};

#[test]
fn arrows_go_from_card_to_card_and_from_stage_to_stage() {
    let mut session = Session::sample(120, 36);
    assert_eq!(session.selected(), "be-understood");
    session.keys("right right right down");
    assert_eq!(session.selected(), "know-where-we-stand");
    session.keys("k h");
    assert_eq!(session.selected(), "decide-with-confidence");
}

#[test]
fn going_sideways_stays_at_the_same_height() {
    let mut session = Session::of(board_of(&[6, 2, 6]), 80, 40);
    session.keys("down down down down right");
    assert_eq!(session.selected(), "b-2");
    let mut session = Session::of(board_of(&[6, 6]), 80, 40);
    session.keys("down down down right");
    assert_eq!(session.selected(), "b-4");
}

#[test]
fn a_key_that_leads_nowhere_says_why() {
    let mut session = Session::sample(120, 36);
    session.keys("left");
    assert_eq!(session.said(), "Offering is the first stage");
    session.keys("up");
    assert_eq!(session.said(), "This is the first card in Offering");
    session.keys("right right right right right right");
    assert_eq!(session.said(), "Expansion is the last stage");
    session.keys("down");
    assert_eq!(session.said(), "This is the last card in Expansion");
}

#[test]
fn a_long_column_scrolls_and_says_how_much_is_hidden() {
    let mut session = Session::of(board_of(&[40]), 80, 24);
    assert!(!session.screen().contains('↑'));
    session.find("↓ 34 more");
    session.keys("end");
    session.find("Card a-40");
    session.find("↑ 34 more");
    assert!(!session.screen().contains('↓'));
    session.keys("home down");
    session.find("Card a-1");
}

#[test]
fn a_page_goes_by_what_is_in_view() {
    let mut session = Session::of(board_of(&[40]), 80, 24);
    session.keys("pagedown");
    assert_eq!(session.selected(), "a-7");
    session.keys("pageup pageup");
    assert_eq!(session.selected(), "a-1");
}

#[test]
fn hidden_stages_are_named_at_their_side() {
    let mut session = Session::sample(80, 24);
    session.find("3 more ›");
    session.keys("right right right");
    session.find("‹ 2 more");
    session.find("1 more ›");
    assert_eq!(session.focused(), "Usage");
}

#[test]
fn enter_opens_the_selected_card() {
    let mut session = Session::sample(120, 36);
    session.keys("enter");
    assert_eq!(session.model.screen, Screen::Card);
}

#[test]
fn the_cursor_is_on_the_selected_card() {
    let mut session = Session::of(board_of(&[40, 3]), 80, 24);
    for keys in ["end", "pageup", "home", "right", "down", "left"] {
        session.keys(keys);
        let card = session.board().selected().expect("a card");
        let card = session.board().layout().card(card);
        assert!(card.is_some(), "after {keys} the selected card is hidden");
    }
}

#[test]
fn a_board_without_stages_says_how_to_add_one() {
    let mut session = Session::of(board_of(&[]), 80, 24);
    session.find("There is no stage yet");
    session.find("press s and then a");
    for key in "enter e x m t D space left up s d".split(' ') {
        session.keys(key);
    }
    session.keys("a");
    assert!(session.said().contains("add a stage first"));
}

#[test]
fn an_empty_stage_says_how_to_add_a_card() {
    let mut session = Session::of(board_of(&[0, 1]), 80, 24);
    session.find("a adds");
    session.keys("right left");
    assert_eq!((session.focused(), session.selected()), ("Stage a", ""));
}

/// What a person may do who knows nothing: keys of every kind, the mouse anywhere.
fn anything() -> impl Strategy<Value = Msg> {
    let keys = [
        "up",
        "down",
        "left",
        "right",
        "home",
        "end",
        "pageup",
        "pagedown",
        "enter",
        "esc",
        "x",
        "D",
        "space",
        "m",
        "delete",
        "shift-left",
        "shift-right",
        "shift-up",
        "shift-down",
        "A",
        "u",
        "U",
        "s",
        "d",
        "a",
        "tab",
        "b",
        "1",
        "2",
        "?",
        "/",
        "f",
        "e",
        "t",
    ];
    let key = prop::sample::select(keys.to_vec()).prop_map(|key| {
        let key: KeyPress = key.parse().expect("a key");
        Msg::Key(key)
    });
    let kinds = [
        MouseKind::Press,
        MouseKind::Drag,
        MouseKind::Release,
        MouseKind::WheelUp,
        MouseKind::WheelDown,
    ];
    let mouse = (prop::sample::select(kinds.to_vec()), 0..200_u16, 0..60_u16)
        .prop_map(|(kind, x, y)| Msg::Mouse(Mouse { kind, x, y }));
    let size = (1..200_u16, 1..60_u16).prop_map(|(width, height)| Msg::Resize(width, height));
    prop_oneof![8 => key, 4 => mouse, 1 => size]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn nothing_panics_at_any_size(messages in prop::collection::vec(anything(), 1..60)) {
        let mut session = Session::of(sample(), 80, 24);
        for message in messages {
            session.take(message);
            session.screen();
        }
    }
}

#[test]
fn every_size_can_be_drawn() {
    let mut session = Session::sample(80, 24);
    for width in (1..200).step_by(7) {
        for height in (1..60).step_by(5) {
            session.take(Msg::Resize(width, height)).keys("right down");
            session.screen();
        }
    }
}
