//! What becomes of what is picked.

use crate::app::{Access, MouseKind, Msg};
use crate::domain::Workspace;
use crate::testing::{Session, contested, id};

fn asked() -> Session {
    Session::contested(80, 24)
}

fn is_open(session: &Session) -> bool {
    !session.model.overlays.is_empty()
}

fn statement(workspace: &Workspace) -> &str {
    &workspace.outcomes()[&id("set-up-quickly")].statement
}

/// Goes down to the conflict about a field of the card.
fn select(session: &mut Session, field: &str) {
    let head = format!("▌ outcome 'Set up in a day' · {field}");
    for _ in 0..4 {
        if !session.screen().contains(&head) {
            session.keys("down");
        }
    }
    assert!(session.screen().contains(&head), "{}", session.screen());
}

fn notes(session: &Session) -> String {
    session.outcome("set-up-quickly").notes.to_string()
}

fn read(session: &Session) -> Option<String> {
    let kpi = session.workspace().kpi(&id("setup-time"))?;
    kpi.latest().map(|reading| reading.value.to_string())
}

#[test]
fn what_is_picked_becomes_one_step() {
    let mut session = asked();
    let before = session.workspace().clone();
    session.keys("T enter");
    assert!(!is_open(&session));
    assert_eq!(session.last_step(), "Took theirs in 3 fields");
    assert_eq!(session.said(), "Took theirs in 3 fields · u undoes");
    assert!(statement(session.workspace()).starts_with("Minimize the time between"));
    assert!(notes(&session).starts_with("Ask Bob first, then Ada"));
    assert_eq!(read(&session).as_deref(), Some("4"));
    session.keys("u");
    assert_eq!(*session.workspace(), before);
}

#[test]
fn each_conflict_has_its_own_pick() {
    let mut session = asked();
    select(&mut session, "notes");
    session.keys("b enter");
    assert_eq!(session.last_step(), "Kept both in 1 field");
    assert!(notes(&session).starts_with("Ask Ada first\nAsk Bob first, then Ada"));
    assert_eq!(statement(session.workspace()), "Set up in a day");
}

#[test]
fn where_there_is_no_room_for_both_that_is_said() {
    let mut session = asked();
    select(&mut session, "statement");
    session.keys("b");
    assert_eq!(
        session.said(),
        "Both can't stay here: only lists and notes have room for both"
    );
    session.keys("enter");
    assert_eq!(
        session.said(),
        "Everything stays as it is · theirs is in a copy"
    );
    assert!(session.last_step().starts_with("Took in"));
}

#[test]
fn what_was_edited_elsewhere_is_there_until_mine_is_taken() {
    let mut session = asked();
    assert!(session.workspace().jobs().contains_key(&id("log-a-call")));
    session.keys("M enter");
    assert!(!session.workspace().jobs().contains_key(&id("log-a-call")));
    assert_eq!(session.last_step(), "Took mine in 1 field");
}

#[test]
fn leaving_changes_nothing_and_says_where_theirs_is() {
    let mut session = asked();
    let before = session.workspace().clone();
    session.keys("t down t esc");
    assert!(!is_open(&session));
    assert_eq!(*session.workspace(), before);
    assert_eq!(
        session.said(),
        "Everything stays as it is · theirs is in a copy"
    );
}

#[test]
fn a_click_on_a_version_picks_it() {
    let mut session = asked();
    session.click("Minimize the time between").keys("enter");
    assert_eq!(session.last_step(), "Took theirs in 1 field");
    assert!(statement(session.workspace()).starts_with("Minimize the time between"));
}

#[test]
fn the_wheel_goes_through_them() {
    let mut session = asked();
    assert!(session.screen().contains("1 of 4"));
    session.mouse(MouseKind::WheelDown, 40, 12);
    assert!(session.screen().contains("2 of 4"));
    session.mouse(MouseKind::WheelUp, 40, 12);
    assert!(session.screen().contains("1 of 4"));
}

#[test]
fn whichever_is_selected_it_is_in_view_on_a_low_screen() {
    let mut session = Session::contested(60, 12);
    let (_, merged) = contested();
    let list = merged.conflicts.list().iter();
    let things: Vec<String> = list.map(|conflict| conflict.field.clone()).collect();
    for field in things {
        let screen = session.screen();
        assert!(screen.contains("▌"), "{screen}");
        let word = field.split(' ').next_back().expect("a word");
        assert!(
            screen.contains(word),
            "{field} is not on the screen:\n{screen}"
        );
        session.keys("down");
    }
}

#[test]
fn who_can_not_write_keeps_the_question() {
    let mut session = asked();
    session.model.access = Access::ReadOnly("it is open elsewhere".to_owned());
    session.keys("T enter");
    assert!(is_open(&session));
    assert_eq!(
        session.said(),
        "Not done: the workspace is read-only · it is open elsewhere"
    );
}

#[test]
fn what_could_not_be_taken_in_asks_nothing() {
    let (_, merged) = contested();
    let mut session = Session::of(Workspace::default(), 80, 24);
    session.take(Msg::Outside(0, Box::new(merged)));
    assert!(
        session.said().starts_with("Not done: "),
        "{}",
        session.said()
    );
    assert!(!is_open(&session));
}

#[test]
fn what_is_typed_below_it_is_still_there_afterwards() {
    let (ours, merged) = contested();
    let mut session = Session::of(ours, 80, 24);
    session.keys("a").letters("Win back");
    let revision = session.model.document.revision();
    session.take(Msg::Outside(revision, Box::new(merged)));
    session.keys("esc");
    assert!(
        session.screen().contains("Win back"),
        "{}",
        session.screen()
    );
}
