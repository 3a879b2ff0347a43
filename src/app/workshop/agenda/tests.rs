//! Which jobs are asked about, and in which order.

use super::{Chosen, agenda};
use crate::app::workshop::plan::{Order, Pick, Plan};
use crate::app::{Cx, Screen};
use crate::domain::{Answer, Date, Id, Response, Source, Study};
use crate::testing::{Session, id};

fn plan(pick: Pick, order: Order, cx: Cx<'_>) -> Plan {
    Plan {
        pick,
        order,
        ..Plan::usual(cx)
    }
}

/// The sample with a workshop in which the team answered as high as can be about two jobs.
fn with_a_team() -> Session {
    let mut session = Session::sample(120, 36);
    let answers = [("log-a-call", 5, 1), ("forecast-the-quarter", 5, 1)];
    let answers = answers.map(|(job, i, s)| Answer(id(job), Some(i), Some(s)));
    let study = Study {
        id: id("last-week"),
        name: "Last week".to_owned(),
        date: Date::new(2026, 11, 15).expect("a date"),
        source: Source::Team,
        scale: 5,
        top: None,
        responses: vec![Response {
            id: id("ana"),
            segment: None,
            answers: answers.to_vec(),
        }],
    };
    let edit = crate::domain::Edit::study(study);
    let change = crate::domain::Change::new("Rated", vec![edit]);
    let when = crate::domain::history::Moment {
        now: 0,
        together: false,
    };
    let committed = session.model.document.commit(change, when);
    assert!(committed.is_ok(), "the study fits the sample");
    session
}

fn first(plan: &Plan, chosen: &Chosen, cx: Cx<'_>) -> Vec<Id> {
    agenda(plan, chosen, cx).expect("there are jobs")
}

#[test]
fn jobs_are_asked_about_as_the_roadmap_ranks_them() {
    let session = Session::sample(120, 36);
    let cx = session.model.cx(Screen::Workshop);
    let jobs = first(&plan(Pick::All, Order::Rank, cx), &Chosen::default(), cx);
    assert_eq!(jobs.len(), 11);
    assert_eq!(jobs[0], id("onboard-the-team"));
}

#[test]
fn an_estimate_asked_nobody_so_its_job_is_unrated() {
    let session = Session::sample(120, 36);
    let cx = session.model.cx(Screen::Workshop);
    let unrated = first(
        &plan(Pick::Unrated, Order::Rank, cx),
        &Chosen::default(),
        cx,
    );
    assert_eq!(unrated, [id("leave-cleanly")]);
    let all = first(&plan(Pick::All, Order::Unrated, cx), &Chosen::default(), cx);
    assert_eq!((all.len(), &all[0]), (11, &unrated[0]));
}

#[test]
fn jobs_about_which_team_and_customers_differ_most_can_come_first() {
    let session = with_a_team();
    let cx = session.model.cx(Screen::Workshop);
    let jobs = first(
        &plan(Pick::All, Order::Differing, cx),
        &Chosen::default(),
        cx,
    );
    assert_eq!(jobs[..2], [id("log-a-call"), id("forecast-the-quarter")]);
}

#[test]
fn a_segment_has_the_jobs_whose_outcomes_it_desires() {
    let session = Session::sample(120, 36);
    let cx = session.model.cx(Screen::Workshop);
    let of_segment = plan(Pick::Segment, Order::Rank, cx);
    assert!(agenda(&of_segment, &Chosen::default(), cx).is_err());
    let chosen = Chosen {
        segment: Some(id("enterprise")),
        ..Chosen::default()
    };
    for job in first(&of_segment, &chosen, cx) {
        let outcome = cx.workspace.jobs()[&job].outcome.clone();
        let outcome = outcome.and_then(|outcome| cx.workspace.outcomes().get(&outcome));
        let segments = outcome.map(|outcome| outcome.segments.clone());
        let is_desired =
            segments.is_some_and(|all| all.is_empty() || all.contains(&id("enterprise")));
        assert!(is_desired, "{job}");
    }
}
