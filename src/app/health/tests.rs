//! The health screen as a person uses it: seen, gone along, put right, silenced.

use crate::app::overlay::Overlay;
use crate::app::{MouseKind, Screen};
use crate::testing::Session;

/// The sample with its findings on the screen.
fn health(width: u16, height: u16) -> Session {
    let mut session = Session::sample(width, height);
    session.keys("5");
    session
}

#[test]
fn the_findings_are_seen_with_the_worst_first_and_what_is_known_of_it() {
    let session = health(80, 24);
    insta::assert_snapshot!("health@80x24", session.screen());
    for (width, height) in [(80, 24), (120, 36), (200, 50)] {
        let mut session = health(width, height);
        session.keys("end");
        let screen = session.screen();
        assert!(screen.contains("Justify"), "{screen}");
    }
}

#[test]
fn the_header_counts_what_was_found_as_it_changes() {
    let mut session = Session::sample(120, 36);
    assert!(
        session.screen().contains("Health·10"),
        "{}",
        session.screen()
    );
    session.keys("5 down down down e");
    session.letters("Rollout kit").keys("ctrl-s");
    assert!(
        session.said().starts_with("Added the initiative"),
        "{}",
        session.said()
    );
    // The outcome has an initiative now, which has neither a team nor a KPI yet.
    assert!(
        session.screen().contains("Health·11"),
        "{}",
        session.screen()
    );
    session.keys("u");
    assert!(session.screen().contains("Health·10"));
}

#[test]
fn enter_goes_to_what_a_finding_is_about_and_esc_comes_back() {
    let mut session = health(120, 36);
    session.keys("enter");
    assert_eq!(session.model.screen, Screen::Card);
    assert!(session.screen().contains("Sales cycle length"));
    session.keys("esc");
    assert_eq!(session.model.screen, Screen::Health);
    session.keys("down down enter");
    assert_eq!(session.model.screen, Screen::Board);
    assert_eq!(session.model.ui.board.focused(), 4, "at Advocacy");
    session.keys("5 end enter");
    assert_eq!(session.model.screen, Screen::Roadmap);
    session.keys("5 esc");
    assert_eq!(session.model.screen, Screen::Board);
}

#[test]
fn what_no_form_fixes_says_what_helps() {
    let mut session = health(120, 36);
    session.keys("e");
    assert!(session.model.overlays.is_empty());
    assert_eq!(
        session.said(),
        "No single form fixes this · Agree on an action, with an owner and a date, and write it \
         into the next review"
    );
}

#[test]
fn a_form_opens_at_the_field_that_is_missing() {
    let mut session = health(120, 36);
    session.keys("end e");
    let Some(Overlay::Form(form)) = session.model.overlays.last() else {
        panic!("no form: {}", session.said());
    };
    assert_eq!(form.title(), "Job");
    session.letters("Next").keys("ctrl-s");
    assert!(
        session.screen().contains("Health·9"),
        "{}",
        session.screen()
    );
}

#[test]
fn a_finding_is_silenced_with_a_reason_and_by_the_same_key_no_longer() {
    let mut session = health(120, 36);
    session.keys("x");
    session.keys("enter");
    assert!(!session.model.overlays.is_empty(), "a reason is asked for");
    session.letters("The deal desk is new").keys("enter");
    assert_eq!(
        session.last_step(),
        "Silenced a finding about 'Sales cycle length'"
    );
    assert!(session.screen().contains("Health·9"));
    session.keys("end");
    let screen = session.screen();
    assert!(
        screen.contains("silenced because The deal desk is new"),
        "{screen}"
    );
    let silenced = &session.workspace().head().silenced;
    assert_eq!(silenced.len(), 1);
    session.keys("x");
    assert!(session.workspace().head().silenced.is_empty());
    assert!(
        session
            .last_step()
            .starts_with("No longer silenced: 'Off its target")
    );
    assert!(session.screen().contains("Health·10"));
}

#[test]
fn a_finding_is_found_by_its_words() {
    let mut session = health(120, 36);
    session.keys("/").letters("pricing").keys("enter");
    assert_eq!(
        session.model.ui.health.selected().rule,
        "initiative-without-kpi"
    );
    assert!(session.model.overlays.is_empty());
}

#[test]
fn the_mouse_selects_a_finding_and_opens_it() {
    let mut session = health(120, 36);
    let (x, y) = session.find("No KPI for the initiative");
    session.mouse(MouseKind::Press, x, y);
    let selected = session.model.ui.health.selected();
    assert_eq!(selected.rule, "initiative-without-kpi");
    session.mouse(MouseKind::Press, x, y);
    assert_eq!(session.model.screen, Screen::Card);
}

#[test]
fn what_is_put_right_gives_the_cursor_to_its_neighbour() {
    let mut session = health(120, 36);
    session.keys("/").letters("pricing").keys("enter e");
    session.letters("Discounts above 15 %").keys("ctrl-s");
    let selected = session.model.ui.health.selected();
    assert_ne!(selected.rule, "initiative-without-kpi");
    assert!(session.model.ui.health.line().is_some(), "{selected:?}");
}

#[test]
fn a_plan_without_findings_says_so() {
    let text = "(name: \"Plan\", vision: (customer: \"Teams\", need: \"Sell\", impact: \"More\"))";
    let mut session = Session::of(crate::testing::workspace(text), 80, 24);
    session.keys("5");
    let screen = session.screen();
    assert!(screen.contains("No findings"), "{screen}");
    assert!(!screen.contains("Health·"), "{screen}");
    for key in ["enter", "e", "x", "/"] {
        session.keys(key);
        assert!(session.said().starts_with("There is no finding"), "{key}");
    }
}

#[test]
fn a_large_workspace_is_looked_through_while_nothing_happens() {
    let job = |number| format!("(id: \"j{number}\", name: \"Job {number}\"),");
    let jobs = (0..2_000).map(job).collect::<Vec<_>>().concat();
    let workspace = format!("(name: \"Plan\", jobs: [{jobs}])");
    let workspace = crate::testing::workspace(&workspace);
    let mut session = Session::of(workspace, 80, 24);
    session.keys("5");
    assert!(session.screen().contains("Looking through the workspace"));
    let mut idle = 0;
    while session.model.derived.is_behind() {
        session.take(crate::app::Msg::Tick);
        idle += 1;
    }
    assert!((2..100).contains(&idle), "{idle}");
    let screen = session.screen();
    assert!(screen.contains("1 warning and 2000 notes"), "{screen}");
    session.keys("home down");
    let screen = session.screen();
    assert!(
        screen.contains("the first 50 of 2000 like these"),
        "{screen}"
    );
}

#[test]
fn a_stage_says_how_many_findings_it_has() {
    let session = Session::sample(200, 50);
    let head = session.screen().lines().nth(1).map(str::to_owned);
    let head = head.expect("the heads of the stages");
    insta::assert_snapshot!(head);
}

#[test]
fn every_size_shows_the_selected_finding() {
    for (width, height) in [(40, 10), (60, 16), (80, 20), (110, 12), (400, 100)] {
        let mut session = health(width, height);
        for _ in 0..10 {
            let line = session.model.ui.health.line().expect("a finding");
            let words: String = line.sentence.chars().take(20).collect();
            assert!(
                session.screen().contains(&words),
                "{width}×{height}: {words}"
            );
            session.keys("down");
        }
    }
}
