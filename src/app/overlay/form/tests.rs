//! Forms as somebody at the keys sees them.

mod saving;
mod wording;

use super::layout::layout;
use super::{Form, Place, Room, Subject};
use crate::app::board::filter::Filter;
use crate::app::geometry::Area;
use crate::app::overlay::Overlay;
use crate::app::{MouseKind, Msg};
use crate::domain::Kpi;
use crate::testing::{Session, id, now};

/// A session in which a form is open.
fn form(subject: Subject) -> Session {
    let mut session = Session::sample(80, 24);
    open(&mut session, subject);
    session
}

fn open(session: &mut Session, subject: Subject) {
    let mut form = Form::for_subject(subject, session.workspace(), now(0));
    form.recall(&session.model.drafts);
    session.model.overlays.push(Overlay::Form(form));
}

fn top(session: &Session) -> &Form {
    match session.model.overlays.last() {
        Some(Overlay::Form(form)) => form,
        other => panic!("no form is open but {other:?}"),
    }
}

fn is_open(session: &Session) -> bool {
    !session.model.overlays.is_empty()
}

/// The text in a field of the open form.
fn text<'a>(session: &'a Session, field: &str) -> &'a str {
    let mut inputs = top(session).inputs().iter();
    let input = inputs.find(|input| input.row.name == field);
    input.expect("a field of this name").editor.text()
}

/// The rows of the screen that the open form covers.
fn seen(session: &Session) -> String {
    let form = top(session);
    let all = layout(form, Room::of(form, &session.model)).all;
    let screen = session.screen();
    let rows = screen.lines().skip(all.y.into()).take(all.height.into());
    rows.collect::<Vec<_>>().join("\n")
}

fn problems(session: &Session) -> Vec<&str> {
    let inputs = top(session).inputs().iter();
    inputs
        .filter_map(|input| input.problem.as_deref())
        .collect()
}

fn kpi<'a>(session: &'a Session, kpi: &str) -> &'a Kpi {
    session.workspace().kpi(&id(kpi)).expect("a KPI of this id")
}

fn clear(session: &mut Session) -> &mut Session {
    session.keys("end ctrl-u")
}

/// The form for the estimate of a job.
fn estimate(job: &str) -> Session {
    form(Subject::Estimate(id(job)))
}

#[test]
fn a_form_at_80_by_24() {
    let mut session = form(Subject::Kpi(id("setup-time")));
    session.keys("tab tab tab x");
    insta::assert_snapshot!(seen(&session));
}

#[test]
fn a_form_at_40_by_10_scrolls_to_the_field_that_is_filled_in() {
    let mut session = Session::sample(40, 10);
    open(&mut session, Subject::Job(id("import-sales-data")));
    session.keys("tab tab tab tab tab tab");
    insta::assert_snapshot!(seen(&session));
}

#[test]
fn a_rating_out_of_range_is_said_while_it_is_typed() {
    let mut session = estimate("leave-cleanly");
    clear(&mut session).letters("11");
    assert_eq!(problems(&session), ["importance is 0 to 10, not 11"]);
    assert!(session.screen().contains("! importance is 0 to 10, not 11"));
    session.keys("backspace");
    assert_eq!(problems(&session), [""; 0]);
}

#[test]
fn shift_tab_is_the_way_back_of_tab() {
    let mut session = form(Subject::Initiative(id("pricing-desk")));
    let mut visited = vec![top(&session).focus()];
    for _ in 0..7 {
        session.keys("tab");
        visited.push(top(&session).focus());
    }
    assert_eq!(visited[7], visited[0], "Tab goes round");
    for focus in visited.iter().rev().skip(1) {
        session.keys("shift-tab");
        assert_eq!(top(&session).focus(), *focus);
    }
}

#[test]
fn words_are_chosen_by_arrows_and_by_their_letter() {
    let mut session = form(Subject::Initiative(id("pricing-desk")));
    session.keys("tab");
    assert_eq!(text(&session, "touch"), "Reactive");
    session.keys("left");
    assert_eq!(text(&session, "touch"), "Proactive");
    session.keys("right right");
    assert_eq!(text(&session, "touch"), "Proactive");
    session.keys("tab p");
    assert_eq!(text(&session, "status"), "Paused");
    session.keys("p");
    assert_eq!(text(&session, "status"), "Planned");
    session.keys("home");
    assert_eq!(text(&session, "status"), "Idea");
    session.keys("enter");
    assert_eq!(
        session.last_step(),
        "Changed the touch and status of 'Pricing desk'"
    );
}

#[test]
fn a_choice_that_may_be_absent_can_be_taken_away() {
    let mut session = form(Subject::Kpi(id("nps")));
    session.keys("tab tab tab tab tab backspace enter");
    assert_eq!(kpi(&session, "nps").every, None);
}

#[test]
fn enter_starts_a_line_in_notes_and_ctrl_s_saves() {
    let mut session = Session::sample(80, 24);
    let outcome = Subject::Outcome(id("be-proud-of-it"));
    let notes = Form::for_subject(outcome, session.workspace(), now(0)).focused_on("notes");
    session.model.overlays.push(Overlay::Form(notes));
    assert!(
        session.screen().contains("Ctrl-S save"),
        "{}",
        session.screen()
    );
    session.letters("one").keys("enter").letters("two");
    session.keys("up").letters("!").keys("ctrl-s");
    let outcome = session.outcome("be-proud-of-it");
    assert_eq!(outcome.notes.to_string(), "one!\ntwo");
    assert_eq!(
        session.last_step(),
        "Changed the notes of 'Increase the likelihood that pe…'"
    );
}

#[test]
fn arrows_go_through_the_rows_of_a_long_text_and_on_to_the_next_field() {
    let mut session = form(Subject::Outcome(id("be-understood")));
    let focus = top(&session).focus();
    session.keys("up");
    assert_eq!(top(&session).focus(), focus, "the statement has two rows");
    session.keys("down down");
    assert_ne!(top(&session).focus(), focus);
    session.keys("up");
    assert_eq!(top(&session).focus(), focus);
}

#[test]
fn a_paste_goes_in_whole_and_runs_nothing() {
    let long = "q ".repeat(5_000);
    let mut session = form(Subject::NewNeed);
    session.take(Msg::Paste(format!("a\n{long}")));
    assert_eq!(text(&session, "statement"), format!("a {long}"));
    session.keys("tab");
    session.take(Msg::Paste("Latent".to_owned()));
    assert_eq!(text(&session, "kind"), "Expressed");
}

#[test]
fn names_are_suggested_picked_and_taken() {
    let mut session = Session::sample(80, 24);
    let outcome = Subject::Outcome(id("be-proud-of-it"));
    let segments = Form::for_subject(outcome, session.workspace(), now(0)).focused_on("segments");
    session.model.overlays.push(Overlay::Form(segments));
    session.letters("SMA");
    assert_eq!(top(&session).suggestions(), ["Small team"]);
    assert!(session.screen().contains("↓ pick a name   Enter save"));
    session.keys("down");
    assert!(session.screen().contains("Enter take   Ctrl-S save"));
    session.keys("enter").letters(", e").keys("down enter");
    assert_eq!(text(&session, "segments"), "Small team, Enterprise");
    session.keys("enter");
    let outcome = session.outcome("be-proud-of-it");
    assert_eq!(outcome.segments, [id("small-team"), id("enterprise")]);
}

#[test]
fn esc_closes_the_suggestions_before_the_form() {
    let mut session = form(Subject::Stage(id("usage")));
    session.keys("tab tab");
    clear(&mut session).letters("sa");
    assert_eq!(top(&session).suggestions(), ["Sales"]);
    session.keys("esc");
    assert!(top(&session).suggestions().is_empty());
    session.keys("esc");
    assert!(!is_open(&session));
}

#[test]
fn the_mouse_puts_the_cursor_chooses_saves_and_leaves() {
    let mut session = form(Subject::Initiative(id("pricing-desk")));
    session.click("○ Proactive");
    assert_eq!(text(&session, "touch"), "Proactive");
    let (x, y) = session.find("Pricing desk");
    // The title has no such name: the first is the field's own.
    session.mouse(MouseKind::Press, x + 7, y).letters("!");
    assert_eq!(text(&session, "name"), "Pricing! desk");
    session.click("[ Leave ]");
    assert!(!is_open(&session));
    open(&mut session, Subject::Initiative(id("pricing-desk")));
    session.click("[ Save ]");
    assert_eq!(
        session.last_step(),
        "Changed the name and touch of 'Pricing desk'"
    );
}

#[test]
fn a_form_that_is_part_of_a_screen_has_one_row_and_the_cursor_in_it() {
    let mut session = Session::sample(80, 24);
    let row = |_: &crate::app::Model| Area {
        x: 10,
        y: 5,
        width: 30,
        height: 1,
    };
    let subject = Subject::NewOutcome {
        stage: id("usage"),
        place: 0,
    };
    let form = Form::for_subject(subject, session.workspace(), now(0));
    let form = form.placed(Place::Inline(row));
    session.model.overlays.push(Overlay::Form(form));
    assert!(session.screen().contains("what the customer"));
    session.letters("Win more deals");
    assert_eq!(session.find("Win more deals"), (12, 5));
    session.keys("tab");
    assert_eq!(text(&session, "statement"), "Win more deals");
}

#[test]
fn no_size_and_no_keys_make_a_form_panic() {
    for (width, height) in [(1, 1), (7, 3), (40, 10), (80, 24), (500, 200)] {
        let mut session = Session::sample(width, height);
        open(&mut session, Subject::Outcome(id("decide-with-confidence")));
        let keys = "end 顧 😀 down right down , , e down enter up up tab tab a b , down down tab tab enter";
        for key in keys.split(' ') {
            session.keys(key).screen();
        }
        session.mouse(MouseKind::Press, width / 2, height / 2);
        session.mouse(MouseKind::WheelDown, 0, 0).screen();
    }
}

#[test]
fn tab_takes_the_suggestion_that_is_picked() {
    let mut session = form(Subject::Stage(id("usage")));
    session.keys("tab tab");
    clear(&mut session).letters("sa").keys("down tab");
    assert_eq!(text(&session, "team"), "Sales");
    assert_eq!(top(&session).suggestions(), [""; 0]);
}

#[test]
fn a_name_that_is_half_typed_is_not_wrong_yet() {
    let mut session = form(Subject::Filter(Filter::default()));
    session.keys("tab").letters("ent");
    assert_eq!(problems(&session), [""; 0]);
    session.keys("tab");
    assert_eq!(
        problems(&session),
        ["there is no segment 'ent'; there are Enterprise, Small team"]
    );
    session.keys("enter");
    assert!(is_open(&session), "nothing has a segment that is not there");
}

#[test]
fn a_long_problem_is_told_in_several_rows() {
    let mut session = Session::sample(60, 24);
    let job = Subject::Job(id("leave-cleanly"));
    let job = Form::for_subject(job, session.workspace(), now(0)).focused_on("outcome");
    session.model.overlays.push(Overlay::Form(job));
    clear(&mut session).letters("nothing at all");
    assert!(session.screen().contains("! there is no outcome"));
    assert!(session.screen().contains("decide-with-confidence"));
}

#[test]
fn help_lists_what_can_be_done_in_a_form_and_comes_back_to_it() {
    let mut session = form(Subject::Kpi(id("nps")));
    session.letters("!").keys("f1");
    assert!(session.screen().contains("Save what was typed"));
    session.keys("esc");
    assert_eq!(text(&session, "name"), "Net promoter score!");
    session.keys("f1").letters("save").keys("enter");
    assert_eq!(kpi(&session, "nps").name, "Net promoter score!");
}

#[test]
fn a_paste_that_is_too_long_is_cut_and_told() {
    let mut session = form(Subject::NewOutcome {
        stage: id("usage"),
        place: 0,
    });
    session.take(Msg::Paste("Reach the goal ".repeat(70_000)));
    assert_eq!(text(&session, "statement").len(), 64 * 1024);
    assert_eq!(
        session.said(),
        "Only the beginning was pasted: 64 kB are the most that a text can have"
    );
    session.letters("x");
    assert_eq!(
        session.said(),
        "No more fits into this field: 64 kB are the most that a text can have"
    );
    session.keys("backspace").letters("x");
    assert_eq!(session.said(), "");
}

#[test]
fn what_a_paste_loses_at_the_border_is_counted_and_told() {
    let mut session = form(Subject::NewOutcome {
        stage: id("usage"),
        place: 0,
    });
    session.take(Msg::Paste("a\u{1b}]0;b\u{7}\u{202e}c".to_owned()));
    assert_eq!(text(&session, "statement"), "a]0;bc");
    assert_eq!(
        session.said(),
        "Pasted without 3 characters that could steer a terminal or hide in a text"
    );
}

#[test]
fn a_field_in_a_column_leaves_the_row_of_what_is_said_free() {
    let mut session = Session::sample(80, 24);
    session.keys("a");
    session.take(Msg::Paste("Reach the goal ".repeat(70_000)));
    assert!(session.screen().contains("Only the beginning was pasted"));
}
