//! Going along the research, out of it and back.

use super::{need, sample, select, selected};
use crate::app::Screen;
use crate::app::research::spot::{Spot, Thing};
use crate::testing::id;

#[test]
fn right_goes_into_the_details_and_esc_comes_out_step_by_step() {
    for width in [80, 120] {
        let mut session = sample(width, 36);
        session.keys("tab tab right");
        let kind = Spot::Field(Thing::Need(id("afraid-of-losing-history")), "kind");
        assert_eq!(*selected(&session), kind);
        session.keys("esc");
        assert_eq!(*selected(&session), need("afraid-of-losing-history"));
        session.keys("esc");
        assert_eq!(session.model.screen, Screen::Board);
    }
}

#[test]
fn tab_goes_from_section_to_section() {
    let mut session = sample(120, 36);
    let mut starts = Vec::new();
    for _ in 0..5 {
        starts.push(selected(&session).clone());
        session.keys("tab");
    }
    let expected = [
        Spot::Field(Thing::Vision, "vision.customer"),
        Spot::Thing(Thing::Assumption(0)),
        need("afraid-of-losing-history"),
        Spot::Thing(Thing::Segment(id("enterprise"))),
        Spot::Thing(Thing::Study(id("october-survey"))),
    ];
    assert_eq!(starts, expected);
    assert_eq!(*selected(&session), expected[0]);
}

#[test]
fn an_outcome_that_serves_a_need_is_one_enter_away_and_esc_comes_back_to_it() {
    let mut session = sample(120, 36);
    session.keys("tab tab right end enter");
    assert_eq!(session.model.screen, Screen::Card);
    assert!(session.screen().contains("set up sales data"));
    session.keys("esc");
    assert_eq!(session.model.screen, Screen::Research);
    let thing = Thing::Need(id("afraid-of-losing-history"));
    assert_eq!(
        *selected(&session),
        Spot::Linked(thing, id("set-up-quickly"))
    );
}

#[test]
fn esc_comes_back_over_several_links_and_ends_on_the_board() {
    let mut session = sample(120, 36);
    session.keys("tab tab right end enter");
    // From the card to its trace, from there to the need, and all the way back.
    session.keys("T left o");
    assert_eq!(*selected(&session), need("afraid-of-losing-history"));
    session.keys("esc");
    assert!(session.model.ui.research.trace().is_some());
    session.keys("esc");
    assert_eq!(session.model.screen, Screen::Card);
    session.keys("esc");
    assert_eq!(session.model.screen, Screen::Research);
    session.keys("esc esc");
    assert_eq!(session.model.screen, Screen::Board);
}

#[test]
fn a_screen_reached_by_its_key_forgets_the_way() {
    let mut session = sample(120, 36);
    session.keys("tab tab right end enter 1 enter esc");
    assert_eq!(session.model.screen, Screen::Board);
}

#[test]
fn everything_is_found_by_its_words() {
    let mut session = sample(80, 24);
    session.keys("/").letters("second window").keys("enter");
    let evidence = Thing::Evidence(id("afraid-of-losing-history"), 0);
    assert_eq!(*selected(&session), Spot::Thing(evidence));
    session.keys("/").letters("Enterpr").keys("enter");
    assert_eq!(
        *selected(&session),
        Spot::Thing(Thing::Segment(id("enterprise")))
    );
}

#[test]
fn a_job_that_a_study_asked_about_is_shown_on_the_roadmap() {
    let mut session = sample(120, 36);
    select(&mut session, Thing::Study(id("october-survey")));
    session.keys("right end enter");
    assert_eq!(session.model.screen, Screen::Roadmap);
    session.keys("esc");
    assert_eq!(session.model.screen, Screen::Research);
}
