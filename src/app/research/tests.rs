//! The research as somebody at the keys meets it.

use super::spot::{Section, Spot, Thing};
use crate::app::overlay::Overlay;
use crate::app::{MouseKind, Msg, Screen};
use crate::domain::workspace::Records;
use crate::domain::{Belief, NeedKind, Workspace};
use crate::testing::{Session, id};

mod changing;
mod going;

/// The research of the sample.
fn sample(width: u16, height: u16) -> Session {
    let mut session = Session::sample(width, height);
    session.keys("4");
    session
}

/// The research of a workspace in which nothing stands.
fn empty(width: u16, height: u16) -> Session {
    let workspace = Workspace::build(Records::default()).expect("it holds together");
    let mut session = Session::of(workspace, width, height);
    session.keys("4");
    session
}

fn selected(session: &Session) -> &Spot {
    session.model.ui.research.selected()
}

fn need(name: &str) -> Spot {
    Spot::Thing(Thing::Need(id(name)))
}

/// Selects a thing.
fn select(session: &mut Session, thing: Thing) {
    let area = session.model.area;
    session.model.ui.research.select(thing);
    session.take(Msg::Resize(area.width, area.height));
}

#[test]
fn the_screen_at_three_sizes() {
    for (width, height) in [(80, 24), (120, 36), (200, 50)] {
        let mut session = sample(width, height);
        session.keys("tab tab");
        insta::assert_snapshot!(format!("research_{width}"), session.screen());
    }
}

#[test]
fn an_empty_research_teaches() {
    let mut session = empty(80, 24);
    session.keys("tab tab");
    assert_eq!(*selected(&session), Spot::Empty(Section::Needs));
    insta::assert_snapshot!("research_empty", session.screen());
    session
        .keys("enter")
        .letters("Sellers need a number that holds")
        .keys("enter");
    assert_eq!(session.workspace().needs().len(), 1);
    assert!(matches!(selected(&session), Spot::Thing(Thing::Need(_))));
}

#[test]
fn a_click_selects_and_a_second_one_opens() {
    let mut session = sample(120, 36);
    session.click("Enterprise  ");
    assert_eq!(
        *selected(&session),
        Spot::Thing(Thing::Segment(id("enterprise")))
    );
    session.click("Enterprise  ");
    assert!(matches!(
        session.model.overlays.last(),
        Some(Overlay::Form(_))
    ));
}

#[test]
fn the_wheel_goes_along_the_list_and_reads_the_details() {
    let mut session = sample(120, 36);
    let before = selected(&session).clone();
    session.mouse(MouseKind::WheelDown, 5, 5);
    assert_ne!(*selected(&session), before);
    let here = selected(&session).clone();
    session.mouse(MouseKind::WheelDown, 100, 5);
    assert_eq!(*selected(&session), here);
}

#[test]
fn no_key_at_any_size_panics_and_what_is_selected_is_in_view() {
    let keys = "down down right down esc tab tab right end T right right left esc esc space e esc \
                a n esc o esc / esc K J pagedown home shift-tab enter esc";
    for (width, height) in [
        (40, 10),
        (60, 16),
        (80, 24),
        (109, 20),
        (110, 30),
        (400, 100),
    ] {
        let mut session = sample(width, height);
        for key in keys.split_whitespace() {
            session.keys(key);
            let model = &session.model;
            if model.screen == Screen::Research && model.ui.research.trace().is_none() {
                let layout = super::layout(&model.ui.research, model.cx(Screen::Research));
                let spot = selected(&session);
                assert!(
                    layout.area_of(spot).is_some(),
                    "{spot:?} after {key} at {width}"
                );
            }
            session.screen();
        }
    }
}
