//! The mouse: every route has its twin among the keys.

use super::board_of;
use crate::app::{MouseKind, Screen};
use crate::testing::Session;

/// Drags from one text on the screen to a cell, without letting go.
fn drag(session: &mut Session, from: &str, (x, y): (u16, u16)) {
    let (from_x, from_y) = session.find(from);
    session.mouse(MouseKind::Press, from_x, from_y);
    session.mouse(MouseKind::Drag, from_x + 1, from_y);
    session.mouse(MouseKind::Drag, x, y);
}

#[test]
fn a_click_selects_and_a_second_one_opens() {
    let mut session = Session::sample(120, 36);
    session.click("likelihood of a");
    assert_eq!(session.selected(), "know-where-we-stand");
    assert_eq!(session.model.screen, Screen::Board);
    session.click("likelihood of a");
    assert_eq!(session.model.screen, Screen::Card);
}

#[test]
fn a_click_on_a_head_or_on_a_hidden_stage_goes_there() {
    let mut session = Session::sample(80, 24);
    session.click("Purchase 1");
    assert_eq!(session.focused(), "Purchase");
    session.click("Expansion");
    assert_eq!(session.focused(), "Expansion");
    session.click("‹ 3 more");
    assert_eq!(session.focused(), "Purchase");
}

#[test]
fn a_drag_moves_a_card_with_the_same_step_as_the_key() {
    let mut by_key = Session::sample(120, 36);
    by_key.keys("right right right right shift-left");
    let mut by_mouse = Session::sample(120, 36);
    let to = by_mouse.find("sales data and");
    drag(&mut by_mouse, "peers see the", (to.0, to.1 - 3));
    by_mouse.mouse(MouseKind::Release, to.0, to.1 - 3);
    assert_eq!(by_mouse.last_step(), by_key.last_step());
    assert_eq!(by_mouse.cards("usage"), by_key.cards("usage"));
    assert_eq!(by_mouse.selected(), "be-proud-of-it");
}

#[test]
fn a_drag_within_a_stage_puts_the_card_where_it_is_dropped() {
    let mut session = Session::of(board_of(&[4]), 80, 24);
    let (x, y) = session.find("Card a-3");
    drag(&mut session, "Card a-1", (x, y + 1));
    session.mouse(MouseKind::Release, x, y + 1);
    assert_eq!(
        session.cards("stage-a"),
        ["Card a-2", "Card a-3", "Card a-1", "Card a-4"]
    );
}

#[test]
fn marked_cards_are_dragged_together() {
    let mut session = Session::of(board_of(&[3, 1]), 80, 24);
    session.keys("space down space");
    let (x, y) = session.find("Card b-1");
    drag(&mut session, "Card a-2", (x, y + 3));
    session.mouse(MouseKind::Release, x, y + 3);
    assert_eq!(
        session.cards("stage-b"),
        ["Card b-1", "Card a-1", "Card a-2"]
    );
    assert_eq!(session.last_step(), "Moved 2 cards to Stage b");
}

#[test]
fn esc_or_a_drop_outside_changes_nothing() {
    let mut session = Session::sample(120, 36);
    let before = session.workspace().clone();
    let (x, y) = session.find("peers see the");
    drag(&mut session, "sales data", (x, y));
    session.keys("esc").mouse(MouseKind::Release, x, y);
    drag(&mut session, "sales data", (0, 0));
    session.mouse(MouseKind::Release, 0, 0);
    assert_eq!(*session.workspace(), before);
    assert!(session.effects.is_empty());
}

#[test]
fn a_drag_shows_what_moves_and_where_to() {
    let mut session = Session::of(board_of(&[2, 2]), 80, 24);
    let (x, y) = session.find("Card b-2");
    drag(&mut session, "Card a-1", (x, y));
    let lines: Vec<String> = session.screen().lines().map(str::to_owned).collect();
    assert!(
        lines[usize::from(y)].contains("Card a-1"),
        "the ghost is under the mouse"
    );
    assert!(
        lines[usize::from(y) - 1].contains('━'),
        "a line marks the place"
    );
}

#[test]
fn the_wheel_scrolls_the_column_under_it() {
    let mut session = Session::of(board_of(&[30, 30]), 80, 24);
    let (x, y) = session.find("Card b-2");
    session
        .mouse(MouseKind::WheelDown, x, y)
        .mouse(MouseKind::WheelDown, x, y);
    assert_eq!(session.selected(), "a-1");
    session.find("↑ 2 more");
    session.find("Card a-1");
    session.mouse(MouseKind::WheelUp, x, y);
    session.find("↑ 1 more");
}

#[test]
fn the_wheel_takes_the_selection_along_before_it_leaves_the_view() {
    let mut session = Session::of(board_of(&[30]), 80, 24);
    let (x, y) = session.find("Card a-2");
    for _ in 0..3 {
        session.mouse(MouseKind::WheelDown, x, y);
    }
    assert_eq!(session.selected(), "a-4");
    session.click("more");
    assert!(session.find("Card a-1").1 > 0);
}

#[test]
fn a_card_can_be_dropped_on_the_name_of_a_hidden_stage() {
    let mut session = Session::sample(80, 24);
    let (x, y) = session.find("Expansion");
    drag(&mut session, "Increase the", (x, y));
    session.mouse(MouseKind::Release, x, y);
    assert_eq!(session.outcome("be-understood").stage.as_str(), "expansion");
    assert_eq!(session.focused(), "Expansion");
}
