//! What is done with stages.

use super::board_of;
use crate::testing::Session;

fn names(session: &Session) -> Vec<&str> {
    let stages = session.workspace().stages().iter();
    stages.map(|stage| stage.name.as_str()).collect()
}

#[test]
fn a_stage_moves_and_the_focus_goes_with_it() {
    let mut session = Session::sample(120, 36);
    session.keys("right s right");
    assert_eq!(names(&session)[..3], ["Offering", "Purchase", "Awareness"]);
    assert_eq!(session.focused(), "Awareness");
    assert_eq!(session.last_step(), "Moved the stage 'Awareness'");
    session.keys("s h s h s h");
    assert_eq!(session.said(), "Awareness is the first stage");
}

#[test]
fn an_empty_stage_is_deleted_at_once() {
    let mut session = Session::of(board_of(&[1, 0]), 80, 24);
    session.keys("right s d");
    assert_eq!(names(&session), ["Stage a"]);
    assert_eq!(session.focused(), "Stage a");
    session.keys("u");
    assert_eq!(session.focused(), "Stage b");
}

#[test]
fn the_cards_of_a_deleted_stage_ask_where_to_go() {
    let mut session = Session::of(board_of(&[1, 2, 0]), 80, 24);
    session.keys("right x s d");
    session.find("where do its 2 cards go? (1 archived)");
    session.keys("enter");
    assert_eq!(names(&session), ["Stage a", "Stage c"]);
    assert_eq!(session.cards("stage-a"), ["Card a-1", "Card b-2"]);
    assert_eq!(session.outcome("b-1").stage.as_str(), "stage-a");
    assert_eq!(
        session.last_step(),
        "Deleted the stage 'Stage b', its cards moved to Stage a"
    );
}

#[test]
fn the_cards_of_a_deleted_stage_can_go_too() {
    let mut session = Session::of(board_of(&[1]), 80, 24);
    let before = session.workspace().clone();
    session.keys("s d");
    session.find("Delete its card too");
    session.keys("enter");
    assert!(names(&session).is_empty());
    session.keys("u");
    assert_eq!(*session.workspace(), before);
}

#[test]
fn a_stage_is_added_behind_the_focused_one() {
    let mut session = Session::of(board_of(&[1, 1]), 120, 24);
    session.keys("s a").letters("Trial").keys("enter");
    assert_eq!(names(&session), ["Stage a", "Trial", "Stage b"]);
    assert_eq!(session.focused(), "Trial");
}

#[test]
fn a_stage_is_renamed_in_its_head() {
    let mut session = Session::of(board_of(&[1, 1]), 120, 24);
    session.keys("s r ctrl-u").letters("Trial").keys("enter");
    assert_eq!(names(&session), ["Trial", "Stage b"]);
    assert!(session.find("Trial").1 == 1, "the name stands in the head");
}

#[test]
fn all_that_a_stage_is_can_be_edited() {
    let mut session = Session::of(board_of(&[1]), 120, 24);
    session.keys("s e tab tab").letters("Sales").keys("enter");
    assert_eq!(
        session.workspace().stages()[0].team.as_deref(),
        Some("Sales")
    );
}
