//! Fates that need a reason, and what the lanes have to bear.

use super::*;
use crate::domain::Capacity;

/// Three jobs that rank 1, 2 and 3.
fn three() -> Session {
    roadmap(&[
        ("first", Some((10, 0))),
        ("second", Some((8, 0))),
        ("third", Some((6, 0))),
    ])
}

fn why(session: &Session, job: &str) -> Option<String> {
    session.workspace().jobs()[&id(job)].why.clone()
}

#[test]
fn a_fate_that_goes_against_the_rank_asks_why_before_it_is_given() {
    let mut session = three();
    session.keys("home t down n");
    let subject = Subject::Why {
        job: id("second"),
        fate: Fate::Now,
    };
    assert_eq!(asked(&session), Some(&subject));
    assert!(session.said().starts_with("Now is ahead of 1 'first'"));
    session.keys("esc");
    assert_eq!(fate(&session, "second"), None, "Esc leaves it where it was");
    session.keys("n").letters("A customer waits").keys("enter");
    assert_eq!(fate(&session, "second"), Some(Fate::Now));
    assert_eq!(why(&session, "second").as_deref(), Some("A customer waits"));
    session.keys("u");
    assert_eq!(fate(&session, "second"), None, "one step of undo");
}

#[test]
fn without_a_reason_the_mark_stays_until_there_is_one() {
    let mut session = three();
    session.keys("L home t");
    session.keys("/").letters("second").keys("enter n enter");
    assert_eq!(fate(&session, "second"), Some(Fate::Now));
    assert!(session.screen().contains("! ahead of 1"));
    assert!(session.screen().contains("! behind 2"));
    assert!(session.screen().contains("no reason yet, n asks for it"));
    // One of the two is enough.
    session.keys("n").letters("A customer waits").keys("enter");
    assert!(!session.screen().contains('!'));
    assert!(session.screen().contains("ahead of 1"));
    assert!(!session.screen().contains("behind"));
}

#[test]
fn fates_in_the_order_of_the_ranks_ask_nothing() {
    let mut session = three();
    session.keys("home n down t down l");
    assert!(asked(&session).is_none());
    assert_eq!(fate(&session, "third"), Some(Fate::Later));
    session.keys("L");
    assert!(!session.screen().contains('!'));
}

#[test]
fn the_reason_of_another_fate_is_offered_and_not_kept_unasked() {
    let mut session = three();
    session.keys("home x").letters("Too dear").keys("enter");
    session.keys("l");
    assert!(session.screen().contains("Why later, no longer never?"));
    assert!(session.screen().contains("Too dear"));
    session.keys("ctrl-u").letters("Not yet").keys("enter");
    assert_eq!(fate(&session, "first"), Some(Fate::Later));
    assert_eq!(why(&session, "first").as_deref(), Some("Not yet"));
    // Enter keeps it as it stands.
    session.keys("0 t enter");
    assert_eq!(fate(&session, "first"), Some(Fate::Next));
    assert_eq!(why(&session, "first").as_deref(), Some("Not yet"));
}

#[test]
fn a_card_dropped_against_its_rank_asks_why() {
    let mut session = three();
    session.keys("home t L");
    let (from, to) = (session.find("2 second"), session.find("Now 0"));
    session.mouse(MouseKind::Press, from.0, from.1);
    session.mouse(MouseKind::Drag, to.0, to.1);
    session.mouse(MouseKind::Release, to.0, to.1);
    assert!(matches!(asked(&session), Some(Subject::Why { .. })));
}

#[test]
fn capacity_is_set_by_a_key_and_by_a_click_on_what_a_lane_bears() {
    let mut session = three();
    session.keys("L home n C");
    assert_eq!(asked(&session), Some(&Subject::Capacity));
    session.letters("8").keys("enter");
    assert_eq!(session.last_step(), "Set the capacity of now to 8");
    let capacity = session.workspace().head().capacity.clone();
    let expected = Capacity {
        now: Some(Number::from(8)),
        ..Capacity::default()
    };
    assert_eq!(capacity, Some(expected));
    session.click("0 of 8");
    assert_eq!(asked(&session), Some(&Subject::Capacity));
    session.keys("esc u");
    assert_eq!(session.workspace().head().capacity, None);
    assert!(!session.screen().contains("of 8"));
}

#[test]
fn a_lane_says_what_it_bears_and_what_is_not_known() {
    let mut session = three();
    session
        .keys("home n down n down n L C")
        .letters("8")
        .keys("enter");
    session.keys("home E").letters("6").keys("enter");
    session.keys("down E").letters("3").keys("enter");
    assert_eq!(session.last_step(), "Changed the effort of 'second'");
    let screen = session.screen();
    assert!(screen.contains("9 of 8, over 1"), "{screen}");
    assert!(screen.contains("1 unknown"), "{screen}");
}
