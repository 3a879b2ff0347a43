//! Going around the roadmap by keys and mouse.

use super::*;

#[test]
fn the_ends_of_the_table_say_so() {
    let mut session = roadmap(&[("call", Some((8, 2))), ("write", Some((6, 6)))]);
    session.keys("up");
    assert_eq!(session.said(), "This is the first job");
    session.keys("end");
    assert_eq!((selected(&session), session.said()), ("write", ""));
    session.keys("down");
    assert_eq!(session.said(), "This is the last job");
}

#[test]
fn table_and_landscape_go_in_step() {
    let mut session = sample(120, 36);
    session.keys("home");
    let count = session.model.ui.roadmap.count();
    for _ in 0..count {
        let ui = &session.model.ui.roadmap;
        let row = &ui.shown().ranking().rows()[ui.place()];
        assert_eq!(Some(&row.job), ui.selected());
        let rating = row.rating.expect("every job of the sample is rated");
        assert!(ui.shown().landscape().spot_of(ui.place()).is_some());
        let screen = session.screen();
        let at_axis = |figure: f64, behind: &str| screen.contains(&format!("{figure:.1}{behind}"));
        assert!(at_axis(rating.importance, ""));
        assert!(at_axis(rating.satisfaction, "│"), "{screen}");
        session.keys("down");
    }
}

#[test]
fn a_click_selects_and_a_second_one_opens() {
    let mut session = sample(120, 36);
    session.click("Get unstuck");
    assert_eq!(selected(&session), "get-unstuck");
    assert_eq!(session.model.screen, Screen::Roadmap);
    session.click("Get unstuck");
    assert_eq!(session.model.screen, Screen::Card);
}

#[test]
fn a_click_on_a_point_selects_its_row() {
    let mut session = sample(120, 36);
    let layout = super::super::layout(
        &session.model.ui.roadmap,
        session.model.cx(Screen::Roadmap).area,
    );
    let plot = *layout.plot().expect("the landscape is beside the table");
    for place in 0..session.model.ui.roadmap.count() {
        let spot = session.model.ui.roadmap.shown().landscape().spot_of(place);
        let spot = spot.expect("every job lies somewhere").clone();
        let at = plot.at(spot.cell);
        session.keys("home");
        let (x, y) = (at.x, at.y);
        if place > 0 {
            session.mouse(MouseKind::Press, x, y);
        }
        assert!(spot.places.contains(&session.model.ui.roadmap.place()));
    }
}

#[test]
fn jobs_that_lie_together_are_clicked_through() {
    let mut session = roadmap(&[
        ("call", Some((9, 1))),
        ("write", Some((5, 5))),
        ("meet", Some((5, 5))),
    ]);
    session.keys("v");
    session.click("×2");
    let first = selected(&session).to_owned();
    session.click("×2");
    let second = selected(&session).to_owned();
    assert_ne!(first, second);
    session.click("×2");
    assert_eq!(selected(&session), first);
}

#[test]
fn the_caption_is_made_of_buttons() {
    let mut session = sample(120, 36);
    for text in ["October survey", "all segments", "score I"] {
        session.click(text);
        assert!(matches!(
            session.model.overlays.last(),
            Some(Overlay::Menu(_))
        ));
        session.keys("esc");
    }
}

#[test]
fn the_wheel_scrolls_and_takes_the_cursor_along_only_when_it_must() {
    let names: Vec<String> = (0..60).map(|n| format!("job-{n:02}")).collect();
    let jobs: Vec<_> = names
        .iter()
        .zip(0..)
        .map(|(name, n)| (name.as_str(), Some((10, n % 11))))
        .collect();
    let mut session = roadmap(&jobs);
    session.keys("home down down down down down");
    session.mouse(MouseKind::WheelDown, 5, 8);
    assert_eq!(session.model.ui.roadmap.first, 3);
    assert_eq!(session.model.ui.roadmap.place(), 5);
    session.mouse(MouseKind::WheelDown, 5, 8);
    assert_eq!(session.model.ui.roadmap.place(), 6);
    session.mouse(MouseKind::WheelUp, 5, 8);
    session.mouse(MouseKind::WheelUp, 5, 8);
    assert_eq!(session.model.ui.roadmap.first, 0);
}

#[test]
fn in_lanes_left_and_right_pass_over_empty_ones() {
    let mut session = roadmap(&[("call", Some((9, 1))), ("write", Some((5, 5)))]);
    session.keys("end l L left");
    assert_eq!(selected(&session), "call");
    session.keys("left");
    assert_eq!(session.said(), "There is no job in the lanes on that side");
    session.keys("right");
    assert_eq!(selected(&session), "write");
    session.keys("up");
    assert_eq!(session.said(), "This is the first job of the lane");
    session.keys("esc");
    assert_eq!(session.model.ui.roadmap.view, View::Both);
}

#[test]
fn a_card_is_dragged_into_another_lane() {
    let mut session = roadmap(&[("call", Some((9, 1))), ("write", Some((5, 5)))]);
    session.keys("L");
    let (from, to) = (session.find("call"), session.find("Next 0"));
    session.mouse(MouseKind::Press, from.0, from.1);
    session.mouse(MouseKind::Drag, to.0, to.1 + 3);
    assert!(session.screen().contains("call → next"));
    session.mouse(MouseKind::Release, to.0, to.1 + 3);
    assert_eq!(fate(&session, "call"), Some(Fate::Next));
    assert_eq!(session.last_step(), "Moved 'call' to next");
}

#[test]
fn a_drag_that_is_given_up_changes_nothing() {
    let mut session = roadmap(&[("call", Some((9, 1))), ("write", Some((5, 5)))]);
    session.keys("L");
    let (from, to) = (session.find("call"), session.find("Next 0"));
    session.mouse(MouseKind::Press, from.0, from.1);
    session.mouse(MouseKind::Drag, to.0, to.1 + 3);
    session.keys("esc");
    session.mouse(MouseKind::Release, to.0, to.1 + 3);
    assert_eq!(fate(&session, "call"), None);
    session.mouse(MouseKind::Press, from.0, from.1);
    session.mouse(MouseKind::Drag, to.0, 20);
    session.mouse(MouseKind::Release, to.0, 23);
    assert_eq!(fate(&session, "call"), None);
    assert!(session.said().contains("nothing was moved"));
}

#[test]
fn a_card_dropped_on_never_asks_why() {
    let mut session = roadmap(&[("call", Some((9, 1)))]);
    session.keys("L");
    let (from, to) = (session.find("call"), session.find("Never 0"));
    session.mouse(MouseKind::Press, from.0, from.1);
    session.mouse(MouseKind::Drag, to.0, to.1);
    session.mouse(MouseKind::Release, to.0, to.1);
    let why = Subject::Why {
        job: id("call"),
        fate: Fate::Never,
    };
    assert_eq!(asked(&session), Some(&why));
}
