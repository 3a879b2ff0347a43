//! What the landscape says beside where the points are.

use super::*;
use crate::app::roadmap::layout;
use crate::app::roadmap::plot::{Plot, labels};

fn plot(session: &Session) -> Plot {
    let area = session.model.cx(Screen::Roadmap).area;
    let layout = layout(&session.model.ui.roadmap, area);
    *layout.plot().expect("the landscape is on the screen")
}

#[test]
fn whose_figures_a_point_has_is_told_by_its_shape() {
    let mut session = sample(120, 36);
    assert!(session.screen().contains("◇1"), "few customers");
    assert!(
        session
            .screen()
            .contains("◇ customers, fewer than 30  ◌ estimate")
    );
    session.keys("ctrl-g ctrl-g");
    assert!(session.screen().contains("o customers, fewer than 30"));
    assert!(session.screen().contains("e estimate"));
}

#[test]
fn how_sure_both_figures_of_the_selected_job_are_is_a_cross() {
    let mut session = sample(160, 50);
    session.keys("home");
    assert!(!session.screen().contains('┣'), "not before it is measured");
    let measured = measure(&mut session);
    let screen = session.screen();
    for sign in ['┣', '┫', '┳', '┻'] {
        assert!(screen.contains(sign), "{sign}");
    }
    let interval = measured.found.intervals[&id(selected(&session))];
    let (low, high) = interval.importance;
    assert!(
        screen.contains(&format!("I 7.9 ({low:.1}–{high:.1})")),
        "{screen}"
    );
    session.click("Take our data");
    assert!(
        !session.screen().contains('┣'),
        "nobody else could be drawn"
    );
}

#[test]
fn jobs_that_lie_together_are_named_where_one_is_selected() {
    let mut session = roadmap(&[
        ("call", Some((9, 1))),
        ("write", Some((5, 5))),
        ("meet", Some((5, 5))),
    ]);
    session.keys("v home");
    assert!(session.screen().contains("×2 two jobs"));
    assert!(!session.screen().contains("×2 here"));
    session.keys("down");
    assert!(session.screen().contains("×2 here: 2 meet, 2 write"));
}

#[test]
fn the_landscape_says_how_many_answered_and_when() {
    let screen = sample(120, 36).screen();
    assert!(screen.contains("n 21 to 24 a job · asked 2026-10-12"));
    let mut session = roadmap(&[("call", Some((9, 1)))]);
    session.keys("v");
    assert!(
        session
            .screen()
            .contains("Estimates alone: nobody was asked")
    );
}

#[test]
fn signs_of_ascii_draw_a_landscape_without_any_other() {
    let mut session = sample(120, 36);
    session.keys("ctrl-g ctrl-g");
    measure(&mut session);
    let field = plot(&session).field;
    let screen = session.screen();
    let rows = screen
        .lines()
        .skip(field.y.into())
        .take(field.height.into());
    for row in rows {
        let cells = row.chars().skip(field.x.into()).take(field.width.into());
        let strange: String = cells
            .filter(|sign| !sign.is_ascii() && *sign != '×')
            .collect();
        assert_eq!(strange, "", "{row}");
    }
}

#[test]
fn numbers_cover_no_point_and_no_other_number() {
    for (width, height) in [(60, 20), (80, 24), (120, 36), (200, 50)] {
        let mut session = sample(width, height);
        session.model.ui.roadmap.view = View::Landscape;
        session.keys("home");
        let shown = session.model.ui.roadmap.shown();
        let plot = plot(&session);
        let labels = labels(&plot, shown);
        let points = shown
            .landscape()
            .spots
            .iter()
            .map(|spot| plot.at(spot.cell));
        let areas: Vec<_> = labels
            .iter()
            .map(|label| label.area)
            .chain(points)
            .collect();
        let mut cells: Vec<_> = areas
            .iter()
            .flat_map(|area| (area.x..area.right()).map(|x| (x, area.y)))
            .collect();
        let count = cells.len();
        cells.sort_unstable();
        cells.dedup();
        assert_eq!(cells.len(), count, "{width}×{height}");
        assert_eq!(labels.len(), shown.landscape().spots.len(), "all have one");
    }
}
