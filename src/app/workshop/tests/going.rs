//! From job to job, to other screens and back.

use super::{answers, begun, rate, study};
use crate::app::Screen;
use crate::testing::{Session, id};

#[track_caller]
fn shows(session: &Session, text: &str) {
    let screen = session.screen();
    assert!(screen.contains(text), "{text:?} is not there:\n{screen}");
}

#[test]
fn answers_that_were_typed_are_there_again_after_a_look_elsewhere() {
    let mut session = begun(120, 36);
    session.letters("544").keys("esc");
    assert_eq!(session.model.screen, Screen::Board);
    session.keys("6");
    shows(&session, "3 of 5 answers");
    session.keys("s b");
    shows(&session, "3 of 5 answers");
}

#[test]
fn going_back_shows_what_was_revealed() {
    let mut session = begun(120, 36);
    session.keys("b");
    assert_eq!(session.said(), "This is the first job");
    rate(&mut session, "54423", "11111");
    session.keys("enter");
    shows(&session, "Job 2 of 11");
    session.keys("b");
    shows(&session, "median 4");
    session.keys("r b");
    shows(&session, "median 4");
}

#[test]
fn a_turn_that_is_not_complete_says_what_is_missing() {
    let mut session = begun(120, 36);
    session.letters("544").keys("enter");
    assert_eq!(
        session.said(),
        "2 of 5 answers are missing; - stands for no answer"
    );
    session.keys("backspace backspace backspace backspace");
    assert_eq!(session.said(), "No answer is typed yet");
}

#[test]
fn a_job_about_which_nobody_answers_is_not_kept() {
    let mut session = begun(120, 36);
    rate(&mut session, "-----", "-----");
    let said = session.said();
    assert!(said.contains("Nobody gave an answer"), "{said}");
    assert_eq!(study(&session), None);
}

#[test]
fn behind_the_last_job_is_the_summary_from_where_a_skipped_one_can_be_rated() {
    let mut session = begun(120, 36);
    session.keys("s s s s s s s s s s s");
    shows(&session, "0 of 11 jobs rated, 11 skipped");
    session.keys("enter");
    assert_eq!(
        session.said(),
        "No job is rated yet; there is nothing to rank by"
    );
    session.keys("down r");
    rate(&mut session, "54423", "11111");
    assert_eq!(answers(&session, "import-sales-data").len(), 5);
}

#[test]
fn the_summary_has_the_rated_jobs_by_their_score_before_the_others() {
    let mut session = begun(120, 36);
    rate(&mut session, "11111", "11111");
    session.keys("enter s");
    rate(&mut session, "55555", "11111");
    session.keys("e");
    let names = [
        "See whether the tool fits",
        "Get the whole team",
        "Bring our sales data over",
    ];
    let rows = names.map(|name| session.find(name).1);
    assert!(rows.is_sorted(), "{}", session.screen());
    session.keys("r");
    shows(&session, "Job 3 of 11 · round 2");
}

#[test]
fn a_workshop_that_is_left_says_that_it_waits_and_its_tab_is_marked() {
    let mut session = begun(120, 36);
    session.keys("esc");
    assert_eq!(session.said(), "The workshop waits · 6 goes back to it");
    shows(&session, "Workshop •");
    session.keys("6 e x 1");
    assert!(!session.screen().contains("Workshop •"));
}

#[test]
fn the_footer_says_what_enter_and_the_timer_do_now() {
    let mut session = begun(120, 36);
    shows(&session, "t pause");
    session.keys("t");
    shows(&session, "t go on");
    session.keys("t").letters("54423").keys("enter");
    session.letters("54423").keys("enter");
    shows(&session, "Enter reveal");
}

#[test]
fn a_workshop_that_ended_early_goes_on_with_its_study() {
    let mut session = begun(120, 36);
    rate(&mut session, "54423", "11111");
    session.keys("e x");
    shows(&session, "Rate jobs together");
    session.keys("enter enter");
    let said = session.said();
    assert!(
        said.starts_with("Goes on with 'Workshop 22 Nov 2026': 1 of 11"),
        "{said}"
    );
    shows(&session, "Job 2 of 11");
    rate(&mut session, "44444", "11111");
    let respondents = study(&session).map(|study| study.responses.len());
    assert_eq!(respondents, Some(5));
}

#[test]
fn the_name_of_a_study_of_customers_is_refused() {
    let mut session = Session::sample(120, 36);
    session.keys("6 enter tab tab tab tab tab tab ctrl-u");
    session.letters("October survey").keys("enter");
    let said = session.said();
    assert!(said.contains("is a study of customers"), "{said}");
    session.keys("enter");
    shows(&session, "October survey");
}

#[test]
fn a_job_that_is_deleted_meanwhile_is_left_out() {
    let mut session = begun(120, 36);
    session.letters("54").keys("esc 2 g delete 6");
    assert!(
        !session
            .workspace()
            .jobs()
            .contains_key(&id("onboard-the-team"))
    );
    shows(&session, "Job 1 of 10");
    shows(&session, "0 of 5 answers");
}

#[test]
fn a_job_before_the_one_that_is_rated_takes_no_answers_with_it_when_it_is_deleted() {
    let mut session = begun(120, 36);
    session.keys("s").letters("54").keys("esc 2 g delete 6");
    shows(&session, "Job 1 of 10");
    shows(
        &session,
        "How important is it to you to bring our sales data over?",
    );
    shows(&session, "2 of 5 answers");
}

#[test]
fn what_was_revealed_stays_in_view_when_a_job_before_it_is_deleted() {
    let mut session = begun(120, 36);
    session.keys("s");
    rate(&mut session, "54423", "11111");
    session.keys("esc 2 g delete 6");
    shows(&session, "Job 1 of 10");
    shows(&session, "median 4");
}

#[test]
fn a_click_selects_a_job_and_a_second_one_marks_it() {
    let mut session = Session::sample(120, 36);
    session.keys("6").click("Forecast the quarter");
    assert!(session.model.ui.workshop.chosen().marked.is_empty());
    session.click("Forecast the quarter");
    let marked = &session.model.ui.workshop.chosen().marked;
    assert!(marked.contains(&id("forecast-the-quarter")));
}

#[test]
fn every_hint_can_be_clicked() {
    let mut session = begun(120, 36);
    session.click("skip");
    shows(&session, "Job 2 of 11");
    session.click("summary");
    shows(&session, "1 skipped");
}
