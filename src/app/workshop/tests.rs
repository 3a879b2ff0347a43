//! Workshops as they are played: keys and the mouse through `update`.

mod any;
mod going;
mod seen;
mod silence;

use crate::app::{Access, Msg, Screen};
use crate::domain::{Source, Study};
use crate::testing::{Session, id};

/// Somebody who has begun a workshop with five people about all jobs.
fn begun(width: u16, height: u16) -> Session {
    let mut session = Session::sample(width, height);
    session
        .keys("6 enter ctrl-u")
        .letters("Ana, Ben, Cara, Dev, Eli");
    session.keys("enter");
    session
}

/// Types the answers to both questions and reveals them.
fn rate(session: &mut Session, importance: &str, satisfaction: &str) {
    session.letters(importance).keys("enter");
    session.letters(satisfaction).keys("enter enter");
}

fn study(session: &Session) -> Option<&Study> {
    let studies = session.workspace().studies();
    studies.get(&id("workshop-22-nov-2026")).map(AsRef::as_ref)
}

/// What each respondent of the study answered about a job, by their ids.
fn answers(session: &Session, job: &str) -> Vec<(String, Option<u8>, Option<u8>)> {
    let responses = study(session).map_or(&[][..], |study| &study.responses);
    let of = responses.iter().filter_map(|response| {
        let answer = response.answers.iter().find(|answer| answer.0 == id(job))?;
        Some((response.id.to_string(), answer.1, answer.2))
    });
    of.collect()
}

#[test]
fn from_its_screen_enter_twice_leads_to_the_first_job() {
    let mut session = Session::sample(120, 36);
    session.keys("6 enter enter");
    assert!(
        session.screen().contains("Job 1 of 11"),
        "{}",
        session.screen()
    );
    assert!(
        session
            .screen()
            .contains("How important is it to you to get the whole team")
    );
    assert_eq!(study(&session), None, "nothing is kept before a reveal");
}

#[test]
fn a_reveal_keeps_the_answers_as_a_study_of_the_team_in_one_step() {
    let mut session = begun(120, 36);
    rate(&mut session, "5 4 4 2 3", "1,2,-,4,5");
    let study = study(&session).expect("it is made with the first job");
    assert_eq!((study.source, study.scale), (Source::Team, 5));
    assert_eq!(study.date.to_string(), "2026-11-22");
    let wanted = [
        ("ana", Some(5), Some(1)),
        ("ben", Some(4), Some(2)),
        ("cara", Some(4), None),
        ("dev", Some(2), Some(4)),
        ("eli", Some(3), Some(5)),
    ];
    let wanted = wanted.map(|(who, i, s)| (who.to_owned(), i, s));
    assert_eq!(answers(&session, "onboard-the-team"), wanted);
    assert_eq!(
        session.last_step(),
        "Rated 'Get the whole team working in it'"
    );
}

#[test]
fn undoing_a_reveal_takes_its_answers_out_of_the_study_and_says_so() {
    let mut session = begun(120, 36);
    rate(&mut session, "54423", "11111");
    session.keys("u");
    assert_eq!(study(&session), None);
    assert!(session.screen().contains("Undone"), "{}", session.screen());
    session.keys("U");
    assert_eq!(answers(&session, "onboard-the-team").len(), 5);
    assert!(!session.screen().contains("Undone"));
}

#[test]
fn a_second_round_shows_both_and_the_study_keeps_the_last() {
    let mut session = begun(120, 36);
    rate(&mut session, "54423", "11111");
    session.keys("r");
    assert!(session.screen().contains("round 2"));
    rate(&mut session, "55555", "22222");
    assert!(
        session
            .screen()
            .contains("round 1 median 4 → round 2 median 5")
    );
    assert_eq!(answers(&session, "onboard-the-team")[4].1, Some(5));
    assert_eq!(study(&session).map(|study| study.responses.len()), Some(5));
    session.keys("u");
    assert_eq!(
        answers(&session, "onboard-the-team")[4].1,
        Some(3),
        "the first round is back"
    );
    assert!(!session.screen().contains("round 2"));
}

#[test]
fn who_stands_apart_is_asked_to_speak_first() {
    let mut session = begun(120, 36);
    rate(&mut session, "54441", "22222");
    assert!(session.screen().contains("Eli (1) says first why"));
    session.keys("r");
    rate(&mut session, "54444", "22222");
    assert!(
        !session.screen().contains("says first why"),
        "two steps from the median are apart"
    );
}

#[test]
fn without_names_people_have_numbers() {
    let mut session = Session::sample(120, 36);
    session.keys("6 enter enter");
    rate(&mut session, "54441", "22222");
    assert!(session.screen().contains("No. 5 (1) says first why"));
    let ids: Vec<_> = answers(&session, "onboard-the-team")
        .into_iter()
        .map(|row| row.0)
        .collect();
    assert_eq!(ids, ["p1", "p2", "p3", "p4", "p5"]);
}

#[test]
fn a_workspace_that_is_only_read_has_no_workshop_and_says_why() {
    let mut session = Session::sample(120, 36);
    session.model.access = Access::ReadOnly("someone else has it open".to_owned());
    session.keys("6 enter");
    assert!(session.model.overlays.is_empty());
    assert!(
        session.said().contains("someone else has it open"),
        "{}",
        session.said()
    );
}

#[test]
fn everybody_types_their_own_answers_and_hands_the_keyboard_on() {
    let mut session = begun(120, 36);
    session.keys("tab");
    for (name, pair) in [
        ("Ana", "51"),
        ("Ben", "42"),
        ("Cara", "4-"),
        ("Dev", "24"),
        ("Eli", "35"),
    ] {
        assert!(
            session
                .screen()
                .contains(&format!("{name}: type your importance"))
        );
        session
            .letters(&pair[..1])
            .keys("enter")
            .letters(&pair[1..])
            .keys("enter");
    }
    session.keys("enter");
    assert_eq!(
        answers(&session, "onboard-the-team")[3],
        ("dev".into(), Some(2), Some(4))
    );
}

#[test]
fn marked_jobs_are_rated_and_no_others() {
    let mut session = Session::sample(120, 36);
    session.keys("6 down space down down space enter enter");
    assert!(
        session.screen().contains("Job 1 of 2"),
        "{}",
        session.screen()
    );
    assert!(session.screen().contains("bring our sales data over"));
}

#[test]
fn the_timer_is_text_that_wakes_the_screen_once_a_second_and_nothing_else_does() {
    let mut session = begun(120, 36);
    session.at_once();
    let wakes = session.model.wakes_at().expect("the time for the job runs");
    assert!(wakes <= session.model.now.millis + 1_000);
    session.keys("t");
    assert_eq!(session.model.wakes_at(), None, "a pause wakes nobody");
    assert!(session.screen().contains("01:00 paused"));
    session.keys("t esc");
    assert_eq!(session.model.screen, Screen::Board);
    assert_eq!(
        session.model.wakes_at(),
        None,
        "nor does a screen without a timer"
    );
    session.keys("6");
    assert!(session.model.wakes_at().is_some());
    rate(&mut session, "54423", "11111");
    assert_eq!(session.model.wakes_at(), None, "nor what is revealed");
}

#[test]
fn time_that_has_run_out_says_so_and_stops_nothing() {
    let mut session = begun(120, 36);
    for _ in 0..31 {
        session.take(Msg::Tick);
    }
    assert!(session.screen().contains("time is up"));
    assert_eq!(session.model.wakes_at(), None);
    rate(&mut session, "54423", "11111");
    assert_eq!(answers(&session, "onboard-the-team").len(), 5);
}

#[test]
fn a_summary_leads_to_the_roadmap_as_the_workshop_ranks_it() {
    let mut session = begun(120, 36);
    rate(&mut session, "54423", "11111");
    session.keys("enter s e");
    assert!(
        session.screen().contains("1 of 11 jobs rated, 1 skipped"),
        "{}",
        session.screen()
    );
    session.keys("enter");
    assert_eq!(session.model.screen, Screen::Roadmap);
    let scope = session.model.ui.roadmap.scope();
    assert_eq!(scope.studies, [id("workshop-22-nov-2026")]);
}
