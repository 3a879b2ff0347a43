//! A survey before it is imported, as somebody at the keys sees it.

mod columns;
mod files;
mod seen;

use std::sync::Arc;

use super::{File, Found};
use crate::app::overlay::Overlay;
use crate::app::{Access, Msg, Screen};
use crate::domain::{Source, Study};
use crate::insight::opportunity::{Scope, rank};
use crate::testing::{Session, id};

/// The exports that come with the tests: the name, what stands in it, how many responses and rows it
/// has, and what two jobs score by it.
const SURVEYS: [(&str, &[u8], usize, [f64; 2]); 5] = [
    (
        "google-forms",
        include_bytes!("../../../../tests/surveys/google-forms.csv"),
        36,
        [17.07, 13.99],
    ),
    (
        "typeform",
        include_bytes!("../../../../tests/surveys/typeform.csv"),
        32,
        [16.88, 14.38],
    ),
    (
        "qualtrics",
        include_bytes!("../../../../tests/surveys/qualtrics.csv"),
        32,
        [17.19, 13.75],
    ),
    (
        "wide",
        include_bytes!("../../../../tests/surveys/wide.csv"),
        36,
        [17.07, 14.58],
    ),
    (
        "long",
        include_bytes!("../../../../tests/surveys/long.csv"),
        36,
        [17.07, 14.58],
    ),
];

/// A file as it is found when its path is typed.
fn found(name: &str, bytes: &[u8]) -> Found {
    let path = format!("surveys/{name}.csv");
    Found {
        path: path.clone().into(),
        typed: path,
        bytes: bytes.to_owned(),
        beside: None,
    }
}

fn read(found: Found) -> Msg {
    Msg::Survey(File::of(found).map(Arc::new))
}

/// A session in which the preview of a survey is open.
fn preview_of(found: Found, (width, height): (u16, u16)) -> Session {
    let mut session = Session::sample(width, height);
    session.keys("i").letters(&found.typed).keys("enter");
    session.take(read(found));
    session
}

/// The preview of one of the exports.
fn preview(name: &str) -> Session {
    sized(name, (120, 36))
}

fn sized(name: &str, size: (u16, u16)) -> Session {
    let mut surveys = SURVEYS.iter();
    let survey = surveys.find(|survey| survey.0 == name);
    preview_of(found(name, survey.expect("one of them").1), size)
}

/// The preview of a text.
fn preview_text(text: &str) -> Session {
    preview_of(found("october", text.as_bytes()), (120, 36))
}

/// The study of an id, where it is there.
fn study<'a>(session: &'a Session, study: &str) -> Option<&'a Study> {
    let studies = session.workspace().studies();
    studies.get(study).map(|study| &**study)
}

fn is_open(session: &Session) -> bool {
    matches!(session.model.overlays.last(), Some(Overlay::Import(_)))
}

#[test]
fn each_export_is_imported_by_its_path_and_two_enters() {
    for (name, bytes, responses, scores) in SURVEYS {
        let before = Session::sample(120, 36);
        let mut session = preview_of(found(name, bytes), (120, 36));
        assert!(is_open(&session), "{name}: {}", session.said());
        session.keys("enter");
        let label = format!("Imported {responses} responses into '{name}'");
        assert_eq!(session.said(), format!("{label} · u undoes"));
        assert_eq!(
            study(&session, name).map(|it| it.responses.len()),
            Some(responses)
        );
        let scope = Scope {
            studies: vec![id(name)],
            ..Scope::default()
        };
        let ranking = rank(session.workspace(), &scope);
        for (job, expected) in ["import-sales-data", "onboard-the-team"].iter().zip(scores) {
            let row = ranking.rows().iter().find(|row| row.job.as_str() == *job);
            let rating = row.and_then(|row| row.rating).expect("answers about it");
            assert!(
                (rating.value - expected).abs() < 0.006,
                "{name} {job}: {rating:?}"
            );
        }
        assert_eq!(session.model.screen, Screen::Roadmap);
        let shown = session.screen();
        assert!(
            shown.contains(&format!("{name} only, Esc for all · {responses} customers")),
            "{shown}"
        );
        session.keys("u");
        assert_eq!(session.workspace(), before.workspace(), "{name}");
    }
}

#[test]
fn leaving_the_preview_changes_nothing() {
    let mut session = preview("google-forms");
    let effects = session.effects.len();
    session.keys("s esc t p esc");
    assert_eq!(session.said(), "Nothing was imported");
    assert!(session.model.overlays.is_empty());
    assert_eq!(session.last_step(), "");
    assert_eq!(session.effects.len(), effects);
}

#[test]
fn unfinished_responses_are_taken_in_by_a_key() {
    let mut session = preview("typeform");
    let shown = session.screen();
    assert!(
        shown.contains("36 rows: 32 to import, 4 to skip: not finished"),
        "{shown}"
    );
    session.keys("p");
    assert!(session.screen().contains("[ Import 36 responses ]"));
    session.keys("p");
    assert!(session.screen().contains("[ Import 32 responses ]"));
}

#[test]
fn the_team_may_have_answered() {
    let mut session = preview("wide");
    session.keys("t");
    assert!(session.screen().contains("36 responses from the team"));
    session.keys("i");
    assert_eq!(
        study(&session, "wide").map(|study| study.source),
        Some(Source::Team)
    );
}

#[test]
fn a_study_has_the_name_and_the_day_that_it_is_given() {
    let mut session = preview("wide");
    session
        .keys("s ctrl-u")
        .letters("October survey 2")
        .keys("tab ctrl-u");
    session.letters("2026-10-12").keys("enter");
    assert!(
        session
            .screen()
            .contains("become the new study “October survey 2”")
    );
    session.keys("enter");
    let kept = study(&session, "october-survey-2").expect("the study");
    assert_eq!(kept.date.to_string(), "2026-10-12");
}

#[test]
fn answers_can_go_into_a_study_that_is_there() {
    let mut session = preview("wide");
    session
        .keys("enter 1 i")
        .letters("surveys/wide.csv")
        .keys("enter");
    session.take(read(found("wide", SURVEYS[3].1)));
    assert!(
        session
            .screen()
            .contains("All of this is in the study “wide” already")
    );
    session.keys("enter");
    assert_eq!(session.said(), "All of this is in 'wide' already");
    assert!(is_open(&session));
    let text = "respondent_id;imp_log-a-call;sat_log-a-call\nr1;1;1\nr40;5;5\n";
    let mut session = {
        session
            .keys("esc i ctrl-u")
            .letters("surveys/wide.csv")
            .keys("enter");
        session.take(read(found("wide", text.as_bytes())));
        session
    };
    let shown = session.screen();
    assert!(
        shown.contains("2 responses from customers go into the study “wide”; 1 answered before"),
        "{shown}"
    );
    session.keys("i");
    assert_eq!(
        study(&session, "wide").map(|study| study.responses.len()),
        Some(37)
    );
}

#[test]
fn a_workspace_that_can_not_be_changed_says_so_before() {
    let mut session = Session::sample(120, 36);
    session.model.access = Access::ReadOnly("Ada has it open".to_owned());
    session.keys("i").letters("surveys/wide.csv").keys("enter");
    session.take(read(found("wide", SURVEYS[3].1)));
    assert!(
        session
            .screen()
            .contains("The workspace is read-only (Ada has it open)")
    );
    session.keys("enter");
    assert!(
        session
            .said()
            .starts_with("Not done: the workspace is read-only")
    );
    assert!(is_open(&session));
    assert_eq!(session.model.screen, Screen::Board);
}

#[test]
fn the_mouse_selects_a_column_opens_it_and_imports() {
    let mut session = preview("wide");
    session.click("sat_log-a-call");
    assert!(session.screen().contains("Column 10: sat_log-a-call"));
    session.click("sat_log-a-call");
    assert!(session.screen().contains("Column 10 is …"));
    session.keys("esc").click("Ranking by");
    assert!(session.screen().contains("17.1"));
    session.click("[ Import");
    assert!(session.said().starts_with("Imported 36 responses"));
}
