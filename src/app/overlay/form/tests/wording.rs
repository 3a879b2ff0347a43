//! Hints at how something is worded, and putting it together from its parts.

use super::{clear, form, is_open, open, text, top};
use crate::app::overlay::Overlay;
use crate::app::overlay::form::{Form, Subject};
use crate::testing::{Session, id, now};

/// The hints under the fields of the open form, as they are told.
fn hints(session: &Session) -> Vec<&str> {
    let form = top(session);
    let places = 0..form.inputs().len();
    places
        .flat_map(|place| form.hints(place).map(|hint| hint.text.as_str()))
        .collect()
}

fn new_outcome() -> Subject {
    Subject::NewOutcome {
        stage: id("usage"),
        place: 0,
    }
}

const SOLUTION: &str = "'dashboard' is a solution: say what customers gain by it";
const NO_DIRECTION: &str = "No direction yet: begin with 'Minimize …' or 'Increase …'";

#[test]
fn a_hint_stands_below_the_field_while_one_types_and_enter_still_saves() {
    let mut session = form(new_outcome());
    session.letters("Open the dash");
    assert_eq!(hints(&session), [""; 0]);
    session.letters("board");
    assert_eq!(hints(&session), [SOLUTION]);
    let screen = session.screen();
    assert!(screen.contains(&format!("› {SOLUTION}")), "{screen}");
    session.keys("enter");
    assert!(!is_open(&session));
    assert_eq!(session.last_step(), "Added 'Open the dashboard' to Usage");
}

#[test]
fn what_may_still_come_is_not_missed_while_one_types() {
    let mut session = form(new_outcome());
    session.letters("Set up sales");
    assert_eq!(
        hints(&session),
        [""; 0],
        "a direction may be behind the cursor yet"
    );
    session.letters(" data");
    assert_eq!(hints(&session), [NO_DIRECTION]);
    clear(&mut session).letters("Minimize the time it takes to app");
    assert_eq!(hints(&session), [""; 0], "it may become 'appear'");
    session.letters(" ");
    assert_eq!(hints(&session).len(), 1);
}

#[test]
fn an_outcome_that_is_there_shows_its_hint_when_it_is_edited() {
    let mut session = Session::sample(120, 36);
    session
        .keys("a")
        .letters("Faster dashboards for all of us")
        .keys("enter enter esc");
    let added = session.model.ui.board.selected().cloned().expect("a card");
    session.keys("enter e");
    assert_eq!(
        hints(&session),
        ["'dashboards' is a solution: say what customers gain by it"]
    );
    session.keys("tab");
    assert_eq!(
        hints(&session),
        [""; 0],
        "it is left alone while something else is edited"
    );
    assert!(session.workspace().outcomes().contains_key(&added));
}

#[test]
fn a_card_says_quietly_that_there_is_a_hint() {
    for (width, is_told) in [(80, false), (120, true)] {
        let mut session = Session::sample(width, 36);
        session.keys("enter");
        assert!(!session.screen().contains("on the wording"));
        session
            .keys("esc a")
            .letters("Open the dashboard")
            .keys("enter enter esc enter");
        let screen = session.screen();
        assert!(screen.contains("hints on the wording"), "{screen}");
        assert_eq!(screen.contains("is a solution"), is_told, "{screen}");
    }
}

#[test]
fn a_story_gets_hints_where_they_belong() {
    let mut session = form(Subject::NewJob { outcome: None });
    session.keys("tab tab").letters("click the save button");
    assert_eq!(
        hints(&session),
        ["'button' is a solution: say what customers gain by it"]
    );
    session
        .keys("end ctrl-u")
        .letters("note the result")
        .keys("tab");
    assert_eq!(
        hints(&session),
        ["What do customers gain by it? That tells one solution from another"]
    );
    session.letters("I can note the results");
    assert_eq!(
        hints(&session),
        ["This says again what they want to do: say what they gain by it"]
    );
    clear(&mut session).letters("I can go home");
    assert_eq!(hints(&session), [""; 0]);
}

#[test]
fn a_statement_in_another_language_is_left_alone() {
    let mut session = form(new_outcome());
    session.letters("Die Zeit verkürzen, bis das Team startet");
    assert_eq!(hints(&session), [""; 0]);
}

#[test]
fn a_statement_is_put_together_from_parts_and_saved_in_one_step() {
    let mut session = Session::sample(80, 24);
    let before = session.model.document.history().done().len();
    session.keys("a f3");
    let screen = session.screen();
    assert!(
        screen.contains("● Minimize") && screen.contains("Enter put in"),
        "{screen}"
    );
    session.keys("tab").letters("tim").keys("down enter tab");
    session
        .letters("log a call")
        .keys("tab")
        .letters("I hang up");
    let told = "Minimize the time it takes to log a call when I hang up";
    assert!(session.screen().contains(told), "{}", session.screen());
    session.keys("enter");
    assert_eq!(text(&session, "statement"), told);
    session.keys("enter");
    assert_eq!(session.model.document.history().done().len(), before + 1);
    session.keys("u");
    assert_eq!(session.model.document.history().done().len(), before);
}

#[test]
fn what_was_typed_is_taken_apart_and_nothing_of_it_is_lost() {
    let mut session = form(new_outcome());
    session.letters("Win more deals").keys("f3");
    assert_eq!(text(&session, "direction"), "");
    assert_eq!(text(&session, "object"), "Win more deals");
    session.keys("enter");
    assert_eq!(text(&session, "statement"), "Win more deals");
    clear(&mut session)
        .letters("Shorten the time it takes to win a deal")
        .keys("f3");
    assert_eq!(text(&session, "direction"), "Shorten");
    assert_eq!(text(&session, "metric"), "time");
    assert!(session.screen().contains("Shorten"), "{}", session.screen());
    session.keys("left left left left enter");
    assert_eq!(
        text(&session, "statement"),
        "Minimize the time it takes to win a deal"
    );
    session.keys("f3 tab tab").letters(" again").keys("esc");
    assert_eq!(
        text(&session, "statement"),
        "Minimize the time it takes to win a deal"
    );
    session.keys("f3");
    assert_eq!(
        text(&session, "object"),
        "win a deal again",
        "Esc keeps what was typed"
    );
}

#[test]
fn a_statement_without_an_object_is_not_put_in() {
    let mut session = form(new_outcome());
    session.keys("f3");
    assert!(
        session.screen().contains("Minimize …"),
        "{}",
        session.screen()
    );
    session.keys("enter");
    assert_eq!(session.said(), "Not put in: object can't be empty");
}

#[test]
fn on_the_card_the_statement_is_changed_at_once() {
    let mut session = Session::sample(80, 24);
    session
        .keys("enter b tab tab end")
        .letters(" indeed")
        .keys("enter");
    assert!(!is_open(&session));
    let statement = &session.outcome("be-understood").statement;
    assert_eq!(
        statement,
        "Increase the likelihood that the product solves a problem the team really has indeed"
    );
    assert!(
        session.last_step().starts_with("Renamed the outcome"),
        "{}",
        session.last_step()
    );
    session.keys("u b enter");
    assert!(!is_open(&session));
    assert!(
        !session
            .outcome("be-understood")
            .statement
            .contains("indeed")
    );
}

#[test]
fn a_story_is_told_as_a_sentence_while_its_parts_are_typed() {
    let mut session = form(Subject::Story(id("log-a-call")));
    let told = "When I hang up, I want to note the result in seconds, so I can";
    assert!(session.screen().contains(told), "{}", session.screen());
    session.keys("tab tab");
    clear(&mut session).letters("go home");
    assert!(
        session.screen().contains("in seconds, so I can"),
        "{}",
        session.screen()
    );
    session.keys("enter");
    let job = &session.workspace().jobs()[&id("log-a-call")];
    let story = job.story.as_ref().expect("a story");
    assert_eq!(story.so.as_deref(), Some("go home"));
}

#[test]
fn on_the_card_a_job_has_its_story_and_other_rows_have_no_parts() {
    let mut session = Session::sample(120, 36);
    session.keys("enter down b");
    assert_eq!(
        session.said(),
        "Select the outcome or a job first: these have parts"
    );
    session.keys("esc right right right enter tab b");
    assert!(matches!(top(&session).subject(), Subject::Story(_)));
    let job = Subject::Job(id("log-a-call"));
    let mut session = Session::sample(80, 24);
    open(&mut session, job);
    session.keys("f3");
    assert!(
        session.said().contains("can be put together from parts"),
        "{}",
        session.said()
    );
}

#[test]
fn a_search_takes_effect_and_says_so() {
    let mut session = Session::sample(80, 24);
    session.keys("/");
    assert!(
        session.screen().contains("Enter show"),
        "{}",
        session.screen()
    );
    session.keys("esc f");
    let screen = session.screen();
    assert!(
        screen.contains("[ Show ]") && screen.contains("Enter show"),
        "{screen}"
    );
    assert!(!screen.contains("Enter save"), "{screen}");
}

#[test]
fn no_size_makes_the_builder_panic() {
    for (width, height) in [(1, 1), (9, 4), (40, 10), (80, 24), (300, 90)] {
        let mut session = Session::sample(width, height);
        let subject = Subject::Statement {
            outcome: None,
            text: "Minimize the time it takes to open the dashboard".to_owned(),
        };
        let form = Form::for_subject(subject, session.workspace(), now(0));
        session.model.overlays.push(Overlay::Form(form));
        session.keys("tab tab tab").letters("it is due").screen();
        session.keys("shift-tab down up").screen();
    }
}
