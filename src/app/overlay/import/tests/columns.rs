//! What a person corrects about columns.

use super::{preview, preview_text, study};
use crate::domain::Answer;
use crate::testing::{Session, id};

/// A survey in which the program knows one job by its name and another not at all.
const UNKNOWN: &str = "\
Respondent,How important is moving your figures to you?,How satisfied are you with moving your figures?,\
How important is it to log a call?,How satisfied are you with how you log a call?
r1,5,1,4,4
r2,4,2,3,5
";

fn answers(session: &Session) -> Vec<Answer> {
    let study = study(session, "october").expect("the study");
    study.responses[0].answers.clone()
}

#[test]
fn a_column_that_is_not_known_stands_first_and_is_corrected_from_a_list() {
    let mut session = preview_text(UNKNOWN);
    let shown = session.screen();
    assert!(
        shown.contains("Not imported, but perhaps answers · 2 columns"),
        "{shown}"
    );
    assert!(
        shown.contains("Column 2: How important is moving"),
        "{shown}"
    );
    session.keys("enter").letters("import bring").keys("enter");
    assert!(
        session
            .screen()
            .contains("importance · Bring our sales data over")
    );
    session
        .keys("g enter")
        .letters("satis bring")
        .keys("enter i");
    assert_eq!(
        answers(&session),
        [
            Answer(id("import-sales-data"), Some(5), Some(1)),
            Answer(id("log-a-call"), Some(4), Some(4)),
        ]
    );
}

#[test]
fn a_column_gives_up_what_another_is_said_to_be() {
    let mut session = preview_text(UNKNOWN);
    session
        .keys("enter")
        .letters("importance log")
        .keys("enter i");
    assert_eq!(
        answers(&session),
        [Answer(id("log-a-call"), Some(5), Some(4))]
    );
}

#[test]
fn a_column_is_left_out_by_a_key() {
    let mut session = preview_text(UNKNOWN);
    session.keys("down down down x");
    assert!(
        session
            .screen()
            .contains("Column 5: How satisfied are you with how you log")
    );
    session.keys("i");
    assert_eq!(answers(&session), [Answer(id("log-a-call"), Some(4), None)]);
}

#[test]
fn words_of_a_column_that_was_not_known_are_numbers_once_it_is() {
    let mut session = preview_text(
        "Who,Moving your figures: important?,Moving your figures: satisfied?\n\
         a,Very important,Not at all satisfied\nb,Not at all important,Very satisfied\n\
         c,Moderately important,Moderately satisfied\nd,Extremely important,Slightly satisfied\n\
         e,Slightly important,Extremely satisfied\n",
    );
    assert!(session.screen().contains("Nothing can be imported yet"));
    session.keys("i");
    assert!(
        session
            .said()
            .starts_with("Nothing is imported: no column is known"),
        "{}",
        session.said()
    );
    session
        .keys("g down enter")
        .letters("importance bring")
        .keys("enter");
    let shown = session.screen();
    assert!(shown.contains("[ Import 5 responses ]"), "{shown}");
    assert!(shown.contains("5 rows, none left out"), "{shown}");
}

#[test]
fn personal_data_is_nowhere_on_the_screen() {
    for (name, data) in [("google-forms", "@example"), ("qualtrics", "192.0.2")] {
        let mut session = preview(name);
        session.keys("up g");
        for _ in 0..24 {
            let shown = session.screen();
            assert!(!shown.contains(data), "{shown}");
            session.keys("down");
        }
        assert!(session.screen().contains("personal, not kept"));
    }
}
