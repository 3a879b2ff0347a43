//! The file that is asked for, and the one beside it that says what the columns are.

use super::{SURVEYS, found, is_open, preview, preview_of, read};
use crate::app::Effect;
use crate::app::overlay::import::Found;
use crate::testing::Session;

/// The export of a row a respondent, with this beside it.
fn with_beside(text: &str) -> Found {
    Found {
        beside: Some(text.to_owned()),
        ..found("wide", SURVEYS[3].1)
    }
}

/// What the first column is, written into a file, as if a person had corrected it.
fn written(session: &Session) -> String {
    let mut effects = session.effects.iter().rev();
    let text = effects.find_map(|effect| match effect {
        Effect::WriteMapping(file) => Some(file.text.clone()),
        _ => None,
    });
    text.expect("it is written")
}

#[test]
fn the_file_is_asked_for_and_what_can_not_be_read_is_told_where_it_was_typed() {
    let mut session = Session::sample(80, 24);
    session.keys("i").letters("~/open.csv").keys("enter");
    let asked = Effect::ReadSurvey("~/open.csv".to_owned());
    assert_eq!(session.effects.last(), Some(&asked));
    session.take(read(found("open", b"a,b\n1,\"2\n")));
    let shown = session.screen();
    let lines: Vec<&str> = shown
        .lines()
        .map(|line| line.trim_matches(['│', ' ']))
        .collect();
    let told = "row 2, column 2: a quote is opened here and never closed";
    assert!(lines.join(" ").contains(told), "{shown}");
    assert!(
        shown.contains("~/open.csv"),
        "what was typed stays: {shown}"
    );
    assert!(!is_open(&session));
}

#[test]
fn the_next_file_is_looked_for_in_the_folder_of_the_last() {
    let mut session = preview("wide");
    session.keys("esc i");
    assert!(session.screen().contains("surveys/"));
    session.letters("long.csv").keys("enter");
    let asked = Effect::ReadSurvey("surveys/long.csv".to_owned());
    assert_eq!(session.effects.last(), Some(&asked));
}

#[test]
fn a_file_that_is_no_longer_waited_for_opens_nothing() {
    let mut session = Session::sample(80, 24);
    session.keys("i").letters("wide.csv").keys("enter esc");
    session.take(read(found("wide", SURVEYS[3].1)));
    assert!(session.model.overlays.is_empty());
}

#[test]
fn what_the_columns_are_is_kept_beside_the_survey_and_read_from_there() {
    let mut session = preview("wide");
    session.keys("G x w");
    let Some(Effect::WriteMapping(file)) = session.effects.last() else {
        panic!("it is written at once: {}", session.screen());
    };
    assert_eq!(file.path.to_string_lossy(), "surveys/wide.map.ron");
    assert!(!file.replaces);
    let again = preview_of(with_beside(&written(&session)), (120, 36));
    assert!(
        again.screen().contains("Left out · 1 column"),
        "{}",
        again.screen()
    );
}

#[test]
fn a_file_that_is_there_is_replaced_only_after_a_question() {
    let mut session = preview("wide");
    session.keys("w w");
    assert!(session.screen().contains("Replace wide.map.ron?"));
    let before = session.effects.len();
    session.keys("esc");
    assert_eq!(session.effects.len(), before);
    session.keys("w enter");
    assert!(matches!(
        session.effects.last(),
        Some(Effect::WriteMapping(file)) if file.replaces
    ));
    assert!(is_open(&session));
}

#[test]
fn a_key_goes_back_to_what_the_program_takes_the_columns_for() {
    let mut session = preview("wide");
    session.keys("G x w");
    let text = written(&session);
    let mut session = preview_of(with_beside(&text), (120, 36));
    session.keys("m");
    assert_eq!(session.said(), "The columns are as Outboard takes them");
    assert!(!session.screen().contains("Left out"));
    session.keys("m");
    assert_eq!(session.said(), "The columns are as wide.map.ron says");
    assert!(session.screen().contains("Left out · 1 column"));
}

#[test]
fn a_file_beside_the_survey_that_can_not_be_used_is_told() {
    let session = preview_of(with_beside("(header_rows: 1, colour: 3)"), (120, 36));
    let shown = session.screen();
    assert!(shown.contains("! wide.map.ron can't be used"), "{shown}");
    assert!(shown.contains("[ Import 36 responses ]"), "{shown}");
}
