//! A file that can't be read: what is wrong is seen, and every way on works by key and by mouse.

use super::*;
use crate::app::damage::{Kept, Spot};
use crate::app::{MouseKind, Msg};
use crate::domain::Workspace;
use crate::testing::Session;

fn spot(what: &str, line: usize) -> Spot {
    Spot {
        what: what.to_owned(),
        line,
        problem: "found `8,2`; a decimal number is written with a point: `8.2`".to_owned(),
        around: [
            "145 │             estimate: (",
            "146 │                 importance: 8,2,",
            "    │                             ^",
            "147 │                 satisfaction: 3,",
        ]
        .map(str::to_owned)
        .to_vec(),
    }
}

fn damage() -> Damage {
    let kept = |id: &str, time: &str| Kept {
        id: id.to_owned(),
        time: time.to_owned(),
        what: "Acme CRM: 6 outcomes, 5 jobs".to_owned(),
    };
    Damage {
        file: "crm.ron".to_owned(),
        matter: "2 things in it can't be read; the rest can. Nothing was changed.".to_owned(),
        why: "2 things can't be read".to_owned(),
        spots: vec![
            spot("job “Bring our sales data over”", 146),
            spot("outcome “Minimize the time”", 190),
        ],
        rest: Some(10),
        editor: Some("nano".to_owned()),
        backups: vec![
            kept("aa", "21 Nov 2026, 14:02"),
            kept("bb", "20 Nov 2026, 9:15"),
        ],
    }
}

fn session(damage: Damage, width: u16, height: u16) -> Session {
    let mut session = if damage.rest.is_some() {
        Session::sample(width, height)
    } else {
        Session::of(Workspace::default(), width, height)
    };
    meet(&mut session.model, damage);
    session
}

#[test]
fn what_is_wrong_and_every_way_on_are_seen_at_80_by_24() {
    let session = session(damage(), 80, 24);
    insta::assert_snapshot!(session.screen());
}

#[test]
fn of_a_file_of_which_nothing_can_be_read_nothing_else_is_shown() {
    let whole = Damage {
        matter: "Nothing of it can be shown before this is mended. Nothing was changed.".to_owned(),
        rest: None,
        spots: vec![spot("", 146)],
        backups: Vec::new(),
        ..damage()
    };
    let mut session = session(whole, 80, 24);
    insta::assert_snapshot!(session.screen());
    session.keys("enter");
    assert!(session.said().contains("Nothing of it can be shown"));
    session.keys("b");
    assert!(session.said().contains("No backup"), "{}", session.said());
    assert_eq!(session.model.overlays.len(), 1, "it can't be put away");
}

#[test]
fn the_editor_opens_where_the_selected_mistake_is() {
    let mut session = session(damage(), 120, 36);
    session.keys("e down e");
    assert_eq!(
        session.effects,
        [Effect::EditFile(146), Effect::EditFile(190)]
    );
    session.click("Open it in your editor");
    assert_eq!(session.effects.last(), Some(&Effect::EditFile(190)));
    session.click("job “Bring").keys("e");
    assert_eq!(session.effects.last(), Some(&Effect::EditFile(146)));
}

#[test]
fn a_backup_is_chosen_by_its_time_and_asked_for_by_its_name() {
    let mut session = session(damage(), 120, 36);
    session.keys("b down enter");
    assert_eq!(session.effects, [Effect::Restore("bb".to_owned())]);
    session.click("Go back to one of 2 backups").keys("esc");
    assert!(session.screen().contains("can't be read as a whole"));
}

#[test]
fn the_rest_is_looked_at_with_the_badge_and_the_list_is_found_again() {
    let mut session = session(damage(), 120, 36);
    session.keys("enter");
    let header = session.screen().lines().next().map(str::to_owned);
    assert!(header.is_some_and(|header| header.ends_with("read-only · 2 things can't be read")));
    session.keys("shift-right");
    assert!(session.said().contains("read-only"), "{}", session.said());
    session.keys("?").letters("can't be read").keys("enter");
    assert!(session.screen().contains("job “Bring our sales data over”"));
    session.keys("esc");
    assert!(session.model.overlays.is_empty());
}

#[test]
fn leaving_gives_the_file_up() {
    let mut session = session(damage(), 120, 36);
    session.keys("q").click("Leave; the file stays as it is");
    assert_eq!(session.effects, [Effect::GiveUp, Effect::GiveUp]);
}

#[test]
fn where_everything_could_be_read_that_is_said() {
    let mut session = Session::sample(120, 36);
    session.keys("?").letters("can't be read").keys("enter");
    assert_eq!(session.said(), "Everything in this file could be read");
}

#[test]
fn of_many_mistakes_the_selected_one_is_in_view_at_every_size() {
    let many = Damage {
        spots: (1..=60)
            .map(|n| spot(&format!("outcome number {n:02}"), n))
            .collect(),
        ..damage()
    };
    for (width, height) in [(40, 10), (60, 16), (80, 24), (200, 50)] {
        let mut session = session(many.clone(), width, height);
        for _ in 0..45 {
            session.keys("down");
        }
        let screen = session.screen();
        assert!(
            screen.contains("outcome number 46"),
            "{width}×{height}\n{screen}"
        );
        assert!(screen.contains("Leave"), "{width}×{height}\n{screen}");
        session.mouse(MouseKind::WheelUp, 5, 5);
        assert!(session.screen().contains("outcome number 45"));
    }
    let mut session = session(many, 80, 24);
    for (width, height) in [(1, 1), (3, 80), (500, 3), (41, 11)] {
        session
            .take(Msg::Resize(width, height))
            .keys("down b esc")
            .screen();
    }
}
