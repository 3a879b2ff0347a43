//! The trace, walked by its keys.

use super::layout::layout;
use crate::app::Screen;
use crate::insight::trace::Link;
use crate::testing::{Session, id};

/// The trace of what is selected on a screen that keys lead to.
fn trace(keys: &str, width: u16, height: u16) -> Session {
    let mut session = Session::sample(width, height);
    session.keys(keys);
    session.keys("T");
    session
}

fn selected(session: &Session) -> Option<&Link> {
    session.model.ui.research.trace().map(super::Ui::selected)
}

#[test]
fn enter_goes_from_the_vision_to_a_kpi_and_esc_comes_back() {
    let mut session = trace("4", 120, 36);
    let expected = [
        Link::Vision,
        Link::Need(id("afraid-of-losing-history")),
        Link::Outcome(id("set-up-quickly")),
        Link::Job(id("get-unstuck")),
        Link::Initiative(id("self-service-onboarding")),
        Link::Kpi(id("setup-time")),
    ];
    for link in &expected {
        assert_eq!(selected(&session), Some(link));
        if *link != expected[5] {
            session.keys("enter");
        }
    }
    for link in expected[..5].iter().rev() {
        session.keys("esc");
        assert_eq!(selected(&session), Some(link));
    }
    session.keys("esc");
    assert_eq!(session.model.screen, Screen::Research);
    assert_eq!(selected(&session), None);
}

#[test]
fn enter_at_a_kpi_opens_its_card_and_esc_comes_back_to_the_trace() {
    let mut session = trace("4", 120, 36);
    session.keys("enter enter enter enter enter enter");
    assert_eq!(session.model.screen, Screen::Card);
    assert!(session.screen().contains("Setup time"));
    session.keys("esc");
    assert_eq!(selected(&session), Some(&Link::Kpi(id("setup-time"))));
}

#[test]
fn it_is_reached_from_the_board_the_card_and_the_roadmap_and_goes_back_there() {
    let on_board = Link::Outcome(id("be-understood"));
    for (keys, link, screen) in [
        ("home", on_board.clone(), Screen::Board),
        ("enter", on_board, Screen::Card),
        ("2 end", Link::Job(id("log-a-call")), Screen::Roadmap),
    ] {
        let mut session = trace(keys, 120, 36);
        let at = selected(&session).cloned();
        assert_eq!(at.map(|link| link.level()), Some(link.level()), "{keys}");
        session.keys("left esc");
        assert_eq!(session.model.screen, screen, "{keys}");
    }
}

#[test]
fn where_the_chain_breaks_it_says_so() {
    let mut session = trace("", 120, 36);
    session.model.ui.board.select(id("decide-with-confidence"));
    session.keys("1 T");
    let screen = session.screen();
    assert!(screen.contains("! No KPI tells whether"), "{screen}");
    session.keys("enter enter down enter");
    assert_eq!(session.said(), "No KPI tells whether this initiative works");
}

#[test]
fn a_click_far_to_the_right_goes_all_the_way() {
    let mut session = trace("4 tab tab", 200, 50);
    session.click("Support request volume");
    assert_eq!(selected(&session), Some(&Link::Kpi(id("support-requests"))));
    let path = session.model.ui.research.trace().map(|ui| ui.path().len());
    assert_eq!(path, Some(6));
    session.click("A new team closes");
    session.keys("esc");
    assert_eq!(selected(&session), None);
}

#[test]
fn what_is_deleted_elsewhere_leaves_the_path() {
    let mut session = trace("4 tab tab", 120, 36);
    session.keys("o X 4 T");
    assert_ne!(
        selected(&session),
        Some(&Link::Need(id("afraid-of-losing-history")))
    );
    session.keys("u");
    session.screen();
}

#[test]
fn what_is_selected_is_in_view_at_every_size() {
    for (width, height) in [(40, 10), (80, 24), (120, 36), (200, 50), (400, 100)] {
        let mut session = trace("4", width, height);
        for key in "enter down down end home enter enter up down enter enter left end".split(' ') {
            session.keys(key);
            let model = &session.model;
            let Some(ui) = model.ui.research.trace() else {
                continue;
            };
            let layout = layout(ui, model.cx(Screen::Research));
            let mut entries = layout.columns.iter().flat_map(|column| &column.entries);
            let is_shown = entries.any(|entry| entry.is_on_path && entry.link == *ui.selected());
            assert!(is_shown, "{:?} after {key} at {width}", ui.selected());
        }
    }
}

#[test]
fn the_trace_at_three_sizes() {
    for (width, height) in [(80, 24), (120, 36), (200, 50)] {
        let mut session = trace("4", width, height);
        session.keys("enter");
        insta::assert_snapshot!(format!("trace_{width}"), session.screen());
    }
}
