//! Going along a card, into its things and to other cards.

use super::{card, initiative, job, kpi, open, selected};
use crate::app::card::spot::{Section, Spot, Thing};
use crate::app::{MouseKind, Screen};
use crate::testing::{Session, id};

#[test]
fn a_card_opens_at_what_it_was_asked_for() {
    for (opened, spot) in [
        ("set-up-quickly", Spot::Thing(Thing::Outcome)),
        ("support-channel", initiative("support-channel")),
        ("setup-time", kpi("setup-time")),
        ("get-unstuck", job("get-unstuck")),
    ] {
        let session = card(opened, 80, 24);
        assert_eq!(*selected(&session), spot);
        assert!(session.screen().contains("Minimize the time and effort"));
    }
}

#[test]
fn what_is_on_no_card_opens_none() {
    let session = card("leave-cleanly", 80, 24);
    assert_eq!(session.model.screen, Screen::Board);
}

#[test]
fn esc_goes_back_to_where_one_came_from() {
    let mut session = card("set-up-quickly", 80, 24);
    assert_eq!(session.keys("esc").model.screen, Screen::Board);
    session
        .model
        .ui
        .card
        .open(id("set-up-quickly"), Screen::Roadmap);
    session.model.show(Screen::Card);
    assert_eq!(session.keys("down esc").model.screen, Screen::Roadmap);
}

#[test]
fn a_need_is_one_enter_away_and_esc_comes_back_to_its_row() {
    let mut session = card("set-up-quickly", 120, 36);
    session.keys("down down down");
    let need = Spot::Need(id("afraid-of-losing-history"));
    assert_eq!(*selected(&session), need);
    assert!(session.screen().contains("evidence 2"));
    session.keys("enter");
    assert_eq!(session.model.screen, Screen::Research);
    session.keys("esc");
    assert_eq!(*selected(&session), need);
    session.keys("up o");
    assert_eq!(session.model.screen, Screen::Research);
    session.keys("esc esc");
    assert_eq!(session.model.screen, Screen::Board);
}

#[test]
fn esc_in_the_details_goes_back_to_the_list_first() {
    let mut session = card("setup-time", 120, 36);
    session.keys("right down esc");
    assert_eq!(*selected(&session), kpi("setup-time"));
    assert_eq!(session.model.screen, Screen::Card);
    assert_eq!(session.keys("esc").model.screen, Screen::Board);
}

#[test]
fn arrows_go_along_every_row_of_the_list() {
    let mut session = card("set-up-quickly", 120, 36);
    let mut visited = vec![selected(&session).clone()];
    for _ in 0..20 {
        session.keys("down");
        visited.push(selected(&session).clone());
    }
    visited.dedup();
    let field = |name| Spot::Field(Thing::Outcome, name);
    let expected = [
        Spot::Thing(Thing::Outcome),
        field("stage"),
        field("segments"),
        Spot::Need(id("afraid-of-losing-history")),
        field("owner"),
        field("tags"),
        job("onboard-the-team"),
        job("import-sales-data"),
        job("get-unstuck"),
        initiative("self-service-onboarding"),
        kpi("setup-time"),
        initiative("support-channel"),
        kpi("support-requests"),
        field("notes"),
        field("private"),
    ];
    assert_eq!(visited, expected);
    assert_eq!(*selected(session.keys("home")), expected[0]);
    assert_eq!(*selected(session.keys("end")), expected[14]);
}

#[test]
fn right_goes_into_a_thing_and_left_comes_out() {
    for width in [80, 120] {
        let mut session = card("setup-time", width, 36);
        session.keys("right");
        let name = Spot::Field(Thing::Kpi(id("setup-time")), "name");
        assert_eq!(*selected(&session), name, "at {width}");
        assert!(session.screen().contains("Baseline"), "at {width}");
        session.keys("down down left");
        assert_eq!(*selected(&session), kpi("setup-time"), "at {width}");
        session.keys("left");
        assert_eq!(*selected(&session), initiative("self-service-onboarding"));
    }
}

#[test]
fn details_beside_the_list_are_left_only_by_the_left_key() {
    let mut session = card("setup-time", 120, 36);
    session.keys("right").keys(&"down ".repeat(40));
    let last = Thing::Reading(id("setup-time"), "2026-06-30".parse().expect("a date"));
    assert_eq!(*selected(&session), Spot::Thing(last));
}

#[test]
fn details_in_the_list_go_on_to_the_row_below() {
    let mut session = card("get-unstuck", 80, 24);
    session.keys("right").keys(&"down ".repeat(13));
    assert_eq!(*selected(&session), initiative("self-service-onboarding"));
}

#[test]
fn tab_goes_round_the_sections() {
    let mut session = card("set-up-quickly", 80, 24);
    let starts = [
        job("onboard-the-team"),
        initiative("self-service-onboarding"),
        Spot::Field(Thing::Outcome, "notes"),
        Spot::Thing(Thing::Outcome),
    ];
    for start in &starts {
        assert_eq!(selected(session.keys("tab")), start);
    }
    for start in starts.iter().rev().skip(1) {
        assert_eq!(selected(session.keys("shift-tab")), start);
    }
}

#[test]
fn empty_sections_say_the_key_that_fills_them() {
    let session = card("roll-out-further", 80, 24);
    assert!(
        session
            .screen()
            .contains("No initiative yet · a i adds one")
    );
    let mut session = card("business-case-kit", 120, 36);
    session.keys("right");
    assert!(session.screen().contains("No step yet · a e adds one"));
    open(&mut session, "pricing-desk");
    session.keys("down");
    let empty = Spot::Empty(Section::Kpis(id("pricing-desk")));
    assert_eq!(*selected(&session), empty);
    assert!(session.screen().contains("No KPI yet · a k adds one"));
}

#[test]
fn cards_are_turned_along_the_board() {
    let mut session = card("set-up-quickly", 80, 24);
    let shown = |session: &Session| session.screen();
    assert!(shown(session.keys("N")).contains("Minimize the likelihood of a surprise"));
    assert!(shown(session.keys("N")).contains("Advocacy"));
    assert!(shown(session.keys("P P")).contains("set up sales data"));
    session.keys(&"P ".repeat(9));
    assert_eq!(session.said(), "This is the first card");
}

#[test]
fn a_job_leads_to_the_roadmap() {
    let mut session = card("get-unstuck", 120, 36);
    session.keys("right enter");
    assert_eq!(session.model.screen, Screen::Roadmap);
    let mut session = card("get-unstuck", 80, 24);
    assert_eq!(session.keys("o").model.screen, Screen::Roadmap);
    let mut session = card("setup-time", 80, 24);
    session.keys("o");
    assert_eq!(session.model.screen, Screen::Card);
    assert_eq!(
        session.said(),
        "Select a job, a need or the segments first: they stand elsewhere too"
    );
}

#[test]
fn a_click_selects_and_the_wheel_goes_along() {
    let mut session = card("set-up-quickly", 120, 36);
    session.click("Bring our sales");
    assert_eq!(*selected(&session), job("import-sales-data"));
    let (x, y) = session.find("Get unstuck");
    session.mouse(MouseKind::WheelDown, x, y);
    assert_eq!(*selected(&session), job("get-unstuck"));
    session.mouse(MouseKind::WheelUp, x, y);
    assert_eq!(*selected(&session), job("import-sales-data"));
}

#[test]
fn a_click_in_the_details_selects_there() {
    let mut session = card("setup-time", 120, 36);
    session.click("Baseline");
    let baseline = Spot::Field(Thing::Kpi(id("setup-time")), "baseline");
    assert_eq!(*selected(&session), baseline);
}

#[test]
fn the_wheel_scrolls_details_that_one_is_not_in() {
    let mut session = card("setup-time", 120, 20);
    assert!(session.screen().contains("83 % of the way"));
    let (x, y) = session.find("83 % of the way");
    for _ in 0..6 {
        session.mouse(MouseKind::WheelDown, x, y);
    }
    assert!(!session.screen().contains("83 % of the way"));
    assert_eq!(*selected(&session), kpi("setup-time"));
}

#[test]
fn a_click_on_add_shows_what_can_be_added_and_a_click_there_adds_it() {
    let mut session = card("set-up-quickly", 80, 24);
    session.click("a add");
    for what in [
        "Add a job",
        "Add an initiative",
        "Add a KPI",
        "Add a reading",
    ] {
        assert!(session.screen().contains(what), "{what}");
    }
    session.keys("esc");
    assert_eq!(session.model.screen, Screen::Card);
    session.click("a add").click("Add a job");
    session.letters("Ask for help").keys("enter");
    assert_eq!(*selected(&session), job("ask-for-help"));
}
