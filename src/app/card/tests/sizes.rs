//! The card at every size: what is selected is in view, and nothing panics.

use proptest::prelude::*;

use super::{card, open, selected};
use crate::app::card::layout::layout;
use crate::app::chrome::SMALLEST;
use crate::app::{Msg, Screen};
use crate::domain::history::Moment;
use crate::domain::{Change, Edit, Lines, Number, Reading};
use crate::testing::Session;

/// Keys that go along and change the card without leaving it.
const KEYS: &[&str] = &[
    "up",
    "down",
    "left",
    "right",
    "home",
    "end",
    "pageup",
    "pagedown",
    "tab",
    "shift-tab",
    "space",
    "shift-up",
    "shift-down",
    "delete",
    "N",
    "P",
    "x",
    "u",
    "U",
    "shift-right",
    "esc",
    "enter",
    "e",
    "r",
    "a k",
    "a j",
    "m",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn no_key_at_any_size_panics_and_what_is_selected_is_in_view(
        (width, height) in (1_u16..220, 1_u16..70),
        keys in proptest::collection::vec(proptest::sample::select(KEYS), 1..40),
    ) {
        let mut session = card("set-up-quickly", width, height);
        for key in keys {
            session.keys(key);
            session.screen();
            let model = &session.model;
            let is_small = width < SMALLEST.0 || height < SMALLEST.1;
            if model.screen != Screen::Card || is_small {
                continue;
            }
            let layout = layout(&model.ui.card, model.cx(Screen::Card)).expect("it is open");
            prop_assert!(layout.sides.area_of(selected(&session)).is_some(), "after {key}");
        }
    }
}

#[test]
fn a_resize_keeps_what_is_selected_in_view() {
    let mut session = card("support-requests", 120, 36);
    session.keys("right end");
    for (width, height) in [(40, 10), (200, 50), (80, 12), (110, 14)] {
        session.take(Msg::Resize(width, height));
        let model = &session.model;
        let layout = layout(&model.ui.card, model.cx(Screen::Card)).expect("it is open");
        assert!(
            layout.sides.area_of(selected(&session)).is_some(),
            "{width}×{height}"
        );
    }
}

/// The sample with a card that has everything too long, too wide or missing.
fn hostile() -> crate::domain::Workspace {
    let mut session = Session::sample(80, 24);
    let mut outcome = session.outcome("set-up-quickly").clone();
    let wide = "顧客のデータを👨‍👩‍👧‍👦全部 ".repeat(12);
    outcome.statement.clone_from(&wide);
    outcome.tags = vec![wide.clone(); 9];
    outcome.private = Lines::from_text(&"שלום e\u{301}\n".repeat(40));
    let initiative = &mut outcome.initiatives[0];
    initiative.name.clone_from(&wide);
    initiative.team = Some(wide.clone());
    let kpi = &mut initiative.kpis[0];
    kpi.name.clone_from(&wide);
    kpi.unit = Some(wide.clone());
    kpi.every = None;
    kpi.target = Number::new(-1e15).ok();
    for day in 1..=28 {
        let date = format!("19{day:02}-02-{day:02}").parse().expect("a date");
        let value = Number::new(1e15 / f64::from(day)).expect("a number");
        kpi.record(Reading {
            date,
            value,
            note: Some(wide.clone()),
        });
    }
    let edits = vec![Edit::outcome(outcome)];
    let when = Moment {
        now: 0,
        together: false,
    };
    let change = Change::new("Made it hard", edits);
    session
        .model
        .document
        .commit(change, when)
        .expect("it holds together");
    session.workspace().clone()
}

#[test]
fn the_longest_and_the_widest_fit_every_size() {
    let workspace = hostile();
    for (width, height) in [(1, 1), (40, 10), (57, 13), (80, 24), (111, 30), (300, 90)] {
        let mut session = Session::of(workspace.clone(), width, height);
        open(&mut session, "set-up-quickly");
        for key in [
            "down", "tab", "tab", "right", "end", "left", "down", "right", "e",
        ] {
            session.keys(key);
            let screen = session.screen();
            assert_eq!(screen.lines().count(), usize::from(height));
        }
    }
}

/// What is between header and footer: those belong to the whole program.
fn body(session: &Session) -> String {
    let screen = session.screen();
    let lines: Vec<&str> = screen.lines().collect();
    lines[1..lines.len() - 1].join("\n")
}

#[test]
fn the_card_at_several_sizes() {
    for (width, height) in [(40, 12), (80, 24), (120, 36), (160, 50)] {
        let session = card("setup-time", width, height);
        insta::assert_snapshot!(format!("kpi_{width}x{height}"), body(&session));
    }
}

#[test]
fn what_is_unfolded_or_empty() {
    let mut session = card("setup-time", 80, 24);
    insta::assert_snapshot!("kpi_unfolded_80x24", body(session.keys("right")));
    insta::assert_snapshot!("statement_120x36", body(&card("set-up-quickly", 120, 36)));
    insta::assert_snapshot!("job_120x36", body(&card("get-unstuck", 120, 36)));
    insta::assert_snapshot!("empty_80x24", body(&card("roll-out-further", 80, 24)));
}
