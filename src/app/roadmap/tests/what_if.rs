//! Trying out other figures.

use super::*;

/// The ranks and the jobs on the screen, in order.
fn order(session: &Session) -> Vec<(Option<usize>, String)> {
    let rows = session.model.ui.roadmap.shown().ranking().rows();
    rows.iter()
        .map(|row| (row.rank, row.job.to_string()))
        .collect()
}

/// The row of a job in the table.
fn row(session: &Session, name: &str) -> String {
    let screen = session.screen();
    let row = screen.lines().find(|line| line.contains(name));
    row.unwrap_or_default().to_owned()
}

#[test]
fn arrows_and_numbers_move_the_job_and_esc_brings_the_truth_back() {
    let mut session = sample(120, 36);
    session.keys("down up");
    measure(&mut session);
    let truth = order(&session);
    let before = session.screen();
    session.keys("down down down i").letters("9.5");
    assert_eq!(selected(&session), "forecast-the-quarter");
    assert_eq!(session.model.ui.roadmap.place(), 0);
    let shown = row(&session, "Forecast the quarter");
    // 9.5 + (9.5 − 3.3), rank 4 in truth, and no answer rests behind it.
    assert!(
        shown.contains("15.7") && !shown.contains("≈15.7"),
        "{shown}"
    );
    assert!(
        shown.contains(" 4 Forecast") && shown.contains("extreme"),
        "{shown}"
    );
    assert!(session.screen().contains("rank 1 instead of 4"));
    session.keys("tab left");
    assert!(
        session.screen().contains("What if I 9.5, S 3.0"),
        "{}",
        session.screen()
    );
    session.keys("esc");
    assert_eq!(order(&session), truth);
    session.keys("home down up");
    assert_eq!(session.screen(), before, "as if nothing had been tried");
}

#[test]
fn nothing_of_it_is_saved_undone_or_known_elsewhere() {
    let mut session = sample(120, 36);
    let workspace = session.workspace().clone();
    let done = session.model.document.history().done().len();
    session.effects.clear();
    session.keys("i 9 down 1 . 5 tab 2 right left delete");
    assert_eq!(*session.workspace(), workspace);
    assert_eq!(session.model.document.history().done().len(), done);
    let is_saving = |effect: &Effect| matches!(effect, Effect::Save(..));
    assert!(!session.effects.iter().any(is_saving));
    assert_eq!(
        **session.model.derived.ranking(),
        crate::insight::opportunity::rank(
            &workspace,
            &crate::insight::opportunity::Scope::default()
        ),
    );
}

#[test]
fn several_jobs_can_be_supposed_and_one_taken_back() {
    let mut session = roadmap(&[
        ("call", Some((8, 2))),
        ("meet", Some((6, 6))),
        ("rest", None),
    ]);
    session
        .keys("home i")
        .letters("3")
        .keys("end")
        .letters("10")
        .keys("tab")
        .letters("0");
    let jobs = |session: &Session| -> Vec<String> {
        order(session).into_iter().map(|(_, job)| job).collect()
    };
    assert_eq!(jobs(&session), ["rest", "meet", "call"]);
    assert_eq!(selected(&session), "rest");
    session.keys("delete");
    assert_eq!(jobs(&session), ["meet", "call", "rest"]);
    session.keys("delete");
    assert!(
        session
            .said()
            .contains("Nothing else is supposed of this job")
    );
}

#[test]
fn what_would_change_the_workspace_is_refused() {
    let mut session = sample(120, 36);
    session.keys("i");
    for key in [
        "n",
        "t",
        "l",
        "x",
        "shift-right",
        "r",
        "e",
        "a",
        "s",
        "S",
        "o",
        "L",
        "c",
        "C",
    ] {
        session.keys(key);
        assert!(
            session.said().contains("Nothing is saved"),
            "{key}: {}",
            session.said()
        );
        assert!(session.model.overlays.is_empty(), "{key}");
    }
    assert_eq!(session.last_step(), "");
    let (x, y) = session.find("Get the whole team");
    for _ in 0..2 {
        session
            .mouse(MouseKind::Press, x, y)
            .mouse(MouseKind::Release, x, y);
    }
    assert_eq!(session.model.screen, Screen::Roadmap);
}

#[test]
fn figures_stay_between_nothing_and_ten() {
    let mut session = roadmap(&[("call", Some((10, 0)))]);
    session.keys("i right");
    assert_eq!(session.said(), "Importance is 10, as far as it goes");
    session.letters("11");
    assert!(
        session.said().contains("goes from 0 to 10"),
        "{}",
        session.said()
    );
    session.keys("tab left");
    assert_eq!(session.said(), "Satisfaction is 0, as far as it goes");
    session.letters("2.555");
    assert!(session.said().contains("steps of a hundredth"));
    assert!(session.screen().contains("S 2.6"), "{}", session.screen());
}

#[test]
fn arrows_go_to_the_next_half() {
    let mut session = sample(120, 36);
    session.keys("home i right");
    assert!(
        session.screen().contains("What if I 8.0"),
        "{}",
        session.screen()
    );
    session.keys("right left left");
    assert!(session.screen().contains("What if I 7.5"));
}

#[test]
fn how_sure_the_truth_is_is_not_said_beside_what_is_supposed() {
    let mut session = sample(160, 50);
    measure(&mut session);
    assert!(session.screen().contains('├') && session.screen().contains('┐'));
    session.keys("i right");
    let screen = session.screen();
    for sign in ["├", "90 %", "┐┘", "≠"] {
        assert!(!screen.contains(sign), "{sign}:\n{screen}");
    }
    assert!(screen.contains("nothing of this is saved"));
}

#[test]
fn the_smallest_terminal_says_that_nothing_is_saved() {
    let mut session = sample(40, 10);
    session.keys("i right");
    let screen = session.screen();
    assert!(screen.contains("nothing of this is saved"), "{screen}");
}

#[test]
fn the_landscape_shows_where_the_job_lies_in_truth() {
    let mut session = sample(160, 50);
    session.keys("home i");
    assert!(!session.screen().contains("○ as it is"));
    session.letters("2");
    assert!(session.screen().contains("○ as it is"));
    let ghosts = session.model.ui.roadmap.shown().ghosts().len();
    assert_eq!(ghosts, 1);
}

#[test]
fn views_and_axes_go_on_but_lanes_wait() {
    let mut session = sample(120, 36);
    session.keys("L i");
    let view = |session: &Session| session.model.ui.roadmap.view;
    assert_eq!(view(&session), View::Both);
    for expected in [View::Table, View::Landscape, View::Both] {
        session.keys("v");
        assert_eq!(view(&session), expected);
    }
}

#[test]
fn pictures() {
    for (width, height) in [(80, 24), (120, 36), (200, 50)] {
        let mut session = sample(width, height);
        session
            .keys("home down down down i right right tab")
            .letters("1.5");
        insta::assert_snapshot!(format!("what_if_{width}x{height}"), session.screen());
    }
}
