//! The segments side by side.

use super::*;
use crate::domain::{Answer, Date, Response, Segment, Source, Study};

/// The sample's segments, measured.
fn compared(width: u16, height: u16) -> Session {
    let mut session = sample(width, height);
    measure(&mut session);
    session.keys("home c");
    session
}

/// The row of a job.
fn row(session: &Session, name: &str) -> String {
    let screen = session.screen();
    let row = screen.lines().find(|line| line.contains(name));
    row.unwrap_or_default()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn one_key_puts_them_side_by_side_and_takes_them_away() {
    let mut session = compared(120, 36);
    assert!(session.screen().contains("Enterprise"));
    let forecast = row(&session, "Forecast the quarter");
    assert!(
        forecast.contains("≠ ≈11.9 S 4") && forecast.contains("≈17.5 E 1 ≈8.5 L 5"),
        "{forecast}"
    );
    assert!(!row(&session, "Compare three tools").contains('≠'));
    assert!(row(&session, "Take our data out").contains("e≈9.0 L 7 – –"));
    session.keys("c");
    assert!(session.screen().contains("rated by"));
}

#[test]
fn who_answered_stands_over_each_and_few_are_directional() {
    let screen = compared(120, 36).screen();
    for head in ["≈ n 24", "≈ n 10", "≈ n 14"] {
        assert!(screen.contains(head), "{head}:\n{screen}");
    }
}

#[test]
fn the_segment_that_counts_decides_the_order_and_shows_how_sure_it_is() {
    let mut session = compared(120, 36);
    session.keys("right");
    assert_eq!(session.said(), "Ranked by what Enterprise answered");
    let first = session.model.ui.roadmap.shown().ranking().rows()[0]
        .job
        .clone();
    assert_eq!(first, id("forecast-the-quarter"));
    assert!(
        row(&session, "Forecast the quarter").contains("≈8.5 L 5"),
        "the others stay while it is measured"
    );
    measure(&mut session);
    let forecast = row(&session, "Forecast the quarter");
    assert!(forecast.contains("–20.0"), "{forecast}");
    session.click("Small team");
    let scope = session.model.ui.roadmap.scope();
    assert_eq!(scope.segment, Some(id("small-team")));
    let (x, y) = session.find(" all ");
    session.mouse(MouseKind::Press, x + 1, y);
    assert_eq!(session.model.ui.roadmap.scope().segment, None);
}

#[test]
fn segments_that_don_t_fit_are_scrolled_to() {
    let names = ["a", "b", "c", "d", "e", "f", "g"];
    let answer = |_| vec![Answer(id("job"), Some(5), Some(1))];
    let study = Study {
        id: id("study"),
        name: "Study".to_owned(),
        date: Date::new(2026, 10, 12).expect("a day"),
        source: Source::Customers,
        scale: 5,
        top: None,
        responses: names
            .iter()
            .map(|name| Response {
                id: id(&format!("r-{name}")),
                segment: Some(id(name)),
                answers: answer(name),
            })
            .collect(),
    };
    let segment = |name: &&str| Segment {
        id: id(name),
        name: format!("Segment {name}"),
        expects: None,
    };
    let workspace = Workspace::build(Records {
        segments: names.iter().map(|name| Arc::new(segment(name))).collect(),
        jobs: vec![Arc::new(Job::new(id("job"), None, "Job"))],
        studies: vec![Arc::new(study)],
        ..Records::default()
    });
    let mut session = Session::of(workspace.expect("it holds together"), 80, 24);
    session.keys("2 c");
    measure(&mut session);
    let screen = session.screen();
    assert!(
        screen.contains("Segment a") && screen.contains("5 more →"),
        "{screen}"
    );
    assert!(!screen.contains("Segment g"));
    session.keys("left");
    let screen = session.screen();
    assert!(
        screen.contains("Segment g") && screen.contains("← 5 more"),
        "{screen}"
    );
    assert!(screen.contains(" all "), "all together stay in view");
}

#[test]
fn in_the_smallest_terminal_each_row_still_says_which_job_it_is() {
    let session = compared(40, 10);
    assert!(
        row(&session, "Bring").contains("H 2"),
        "{}",
        session.screen()
    );
}

#[test]
fn without_segments_it_says_so() {
    let mut session = roadmap(&[("call", Some((8, 2)))]);
    session.keys("c");
    assert!(session.said().contains("no segments yet"));
}

#[test]
fn pictures() {
    for (width, height) in [(80, 24), (120, 36), (200, 50)] {
        let mut session = compared(width, height);
        session.keys("right");
        measure(&mut session);
        session.keys("down");
        insta::assert_snapshot!(format!("segments_{width}x{height}"), session.screen());
    }
}
