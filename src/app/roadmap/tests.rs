//! The roadmap as somebody at the keys meets it.

use std::sync::Arc;

use super::View;
use super::shown::Measured;
use crate::app::overlay::Overlay;
use crate::app::overlay::form::Subject;
use crate::app::{Effect, MouseKind, Msg, Screen};
use crate::domain::workspace::{Head, Records};
use crate::domain::{Estimate, Fate, Job, Number, Workspace};
use crate::testing::{Session, id};

mod deciding;
mod landscape;
mod moving;
mod seen;
mod segments;
mod what_if;

/// The roadmap of the sample.
fn sample(width: u16, height: u16) -> Session {
    let mut session = Session::sample(width, height);
    session.keys("2");
    session
}

/// The roadmap of jobs with estimates of importance and satisfaction; some have none.
fn roadmap(jobs: &[(&str, Option<(i32, i32)>)]) -> Session {
    let jobs = jobs.iter().map(|(name, figures)| {
        let estimate = figures.map(|(importance, satisfaction)| Estimate {
            importance: Number::from(importance),
            satisfaction: Number::from(satisfaction),
        });
        let job = Job::new(id(name), None, *name);
        Arc::new(Job { estimate, ..job })
    });
    let records = Records {
        head: Head {
            name: "Jobs".to_owned(),
            ..Head::default()
        },
        jobs: jobs.collect(),
        ..Records::default()
    };
    let workspace = Workspace::build(records).expect("the jobs hold together");
    let mut session = Session::of(workspace, 80, 24);
    session.keys("2");
    session
}

/// Measures what was asked for last, as the thread for it does.
fn measure(session: &mut Session) -> Measured {
    let asked = session
        .effects
        .iter()
        .rev()
        .find_map(|effect| match effect {
            Effect::Measure(asked) => Some(asked.clone()),
            _ => None,
        });
    let measured = Measured::of(session.workspace(), asked.expect("there are answers"));
    session.take(Msg::Measured(measured.clone()));
    measured
}

fn selected(session: &Session) -> &str {
    let selected = session.model.ui.roadmap.selected();
    selected.map_or("", |job| job.as_str())
}

fn fate(session: &Session, job: &str) -> Option<Fate> {
    session.workspace().jobs()[&id(job)].fate
}

/// What the form on the screen is about.
fn asked(session: &Session) -> Option<&Subject> {
    let Overlay::Form(form) = session.model.overlays.last()? else {
        return None;
    };
    Some(form.subject())
}

#[test]
fn one_key_gives_each_fate_and_one_takes_it_back() {
    let mut session = roadmap(&[("call", Some((8, 2)))]);
    let job = "call";
    for (key, given) in [("n", Fate::Now), ("t", Fate::Next), ("l", Fate::Later)] {
        session.keys(key);
        assert_eq!(fate(&session, job), Some(given), "{key}");
    }
    assert_eq!(session.last_step(), "Moved 'call' to later");
    session.keys("0");
    assert_eq!(fate(&session, job), None);
    session.keys("0");
    assert!(session.said().contains("no fate to take back"));
    session.keys("u u u u");
    assert_eq!(fate(&session, job), None);
}

#[test]
fn never_asks_why_and_so_does_the_same_fate_again() {
    let mut session = sample(120, 36);
    session.keys("home x");
    let job = id(selected(&session));
    let why = |fate| Subject::Why {
        job: job.clone(),
        fate,
    };
    assert_eq!(asked(&session), Some(&why(Fate::Never)));
    assert_eq!(fate(&session, job.as_str()), Some(Fate::Now));
    session.keys("esc n");
    assert_eq!(asked(&session), Some(&why(Fate::Now)));
}

#[test]
fn a_job_goes_a_lane_sooner_or_later() {
    let mut session = roadmap(&[("call", Some((8, 2)))]);
    let job = "call";
    session.keys("shift-right");
    assert_eq!(fate(&session, job), Some(Fate::Now));
    session.keys("shift-right shift-right");
    assert_eq!(fate(&session, job), Some(Fate::Later));
    session.keys("shift-left shift-left shift-left");
    assert_eq!(fate(&session, job), None);
    session.keys("shift-left");
    assert!(session.said().contains("no fate to take back"));
}

#[test]
fn rating_asks_for_two_numbers_and_says_that_answers_count_first() {
    let mut session = sample(120, 36);
    session.keys("home r");
    assert!(matches!(asked(&session), Some(Subject::Estimate(_))));
    assert!(session.said().contains("answers count before an estimate"));
    let mut session = roadmap(&[("call", None)]);
    session.keys("r");
    assert_eq!(asked(&session), Some(&Subject::Estimate(id("call"))));
    assert_eq!(session.said(), "");
}

#[test]
fn jobs_are_added_edited_and_deleted() {
    let mut session = roadmap(&[("call", Some((8, 2))), ("write", Some((6, 6)))]);
    session.keys("a");
    assert_eq!(asked(&session), Some(&Subject::NewJob { outcome: None }));
    session.letters("meet").keys("enter");
    assert_eq!(selected(&session), "meet");
    session
        .keys("r")
        .letters("9")
        .keys("tab")
        .letters("1")
        .keys("enter");
    assert_eq!(
        (selected(&session), session.model.ui.roadmap.place()),
        ("meet", 0)
    );
    session.keys("down e");
    assert_eq!(asked(&session), Some(&Subject::Job(id("call"))));
    session.keys("esc delete");
    assert_eq!(session.last_step(), "Deleted the job 'call'");
    assert_eq!(selected(&session), "write");
    session.keys("u");
    assert_eq!(selected(&session), "call");
}

#[test]
fn a_segment_is_one_key_away_and_esc_comes_back_to_all() {
    let mut session = sample(120, 36);
    let all = session.model.ui.roadmap.shown().ranking().clone();
    session.keys("right");
    assert_eq!(session.said(), "Ranked by what Enterprise answered");
    assert_ne!(*session.model.ui.roadmap.shown().ranking(), all);
    session.keys("left");
    assert_eq!(*session.model.ui.roadmap.shown().ranking(), all);
    session.keys("s").letters("small").keys("enter");
    assert!(session.screen().contains("Small team · "));
    session.keys("esc");
    assert_eq!(*session.model.ui.roadmap.shown().ranking(), all);
}

#[test]
fn another_lens_ranks_without_bands() {
    let mut session = sample(120, 36);
    session.keys("o").letters("gap").keys("enter");
    let screen = session.screen();
    assert!(screen.contains("gap I − S"));
    assert!(!screen.contains("band"));
}

#[test]
fn what_is_asked_is_forgotten_with_its_study() {
    let mut session = sample(120, 36);
    session.keys("S").letters("october").keys("enter");
    assert_eq!(session.model.ui.roadmap.scope().studies.len(), 1);
    let study = id("october-survey");
    let change = crate::domain::removal::remove(session.workspace(), &study);
    let menu = crate::app::overlay::menu::Menu::new(
        "",
        vec![crate::app::overlay::menu::Row {
            text: "Delete it".to_owned(),
            aside: String::new(),
            synonyms: String::new(),
            then: crate::app::overlay::menu::Then::Change(change.expect("the study is there")),
        }],
    );
    session.model.overlays.push(Overlay::Menu(menu));
    session.keys("enter");
    assert!(session.model.ui.roadmap.scope().studies.is_empty());
    assert!(session.screen().contains("No study, estimates only"));
}

#[test]
fn a_job_is_found_by_words_of_its_story() {
    let mut session = sample(120, 36);
    session.keys("/").letters("my boss").keys("enter");
    assert_eq!(selected(&session), "forecast-the-quarter");
}

#[test]
fn enter_opens_the_card_and_says_why_where_there_is_none() {
    let mut session = sample(120, 36);
    session.keys("enter");
    assert_eq!(session.model.screen, Screen::Card);
    let mut session = roadmap(&[("call", None)]);
    session.keys("enter");
    assert!(session.said().contains("leads to no outcome yet"));
}

#[test]
fn without_jobs_every_key_says_what_is_missing() {
    let mut session = roadmap(&[]);
    for key in ["n", "r", "enter", "down", "e", "delete", "shift-left", "/"] {
        session.keys(key);
        assert!(session.said().contains("no job here yet"), "{key}");
    }
    assert!(session.screen().contains("adds the first job"));
}

#[test]
fn views_that_don_t_fit_are_passed_over() {
    let mut session = sample(120, 36);
    let view = |session: &Session| session.model.ui.roadmap.view;
    let mut seen = vec![view(&session)];
    for _ in 0..4 {
        session.keys("v");
        seen.push(view(&session));
    }
    let round = [View::Both, View::Table, View::Landscape, View::Lanes];
    assert_eq!(seen[..4], round);
    assert_eq!(seen[4], View::Both);
    let mut session = sample(40, 10);
    session.keys("v");
    assert_eq!(view(&session), View::Lanes);
}
