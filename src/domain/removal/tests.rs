//! What goes with a thing that is removed, and what stays.

use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::domain::history::Moment;
use crate::domain::testing::{id, ids_in, plain_stage, workspace};
use crate::domain::workspace::Records;
use crate::domain::*;

/// What is left when a change is made; it must be possible.
fn after(workspace: &Workspace, change: Change) -> Workspace {
    let mut document = Document::new(workspace.clone());
    let done = document.commit(change, Moment::ALONE);
    assert!(done.is_ok(), "the removal leaves a fault: {done:?}");
    document.workspace().clone()
}

proptest! {
    #[test]
    fn whatever_is_removed_nothing_refers_to_it(
        mut left in workspace(),
        order in prop::collection::vec(any::<Index>(), 1..12),
    ) {
        for which in order {
            let ids = ids_in(&left);
            if ids.is_empty() {
                break;
            }
            let gone = which.get(&ids);
            let change = remove(&left, gone);
            prop_assert!(change.is_some(), "{gone} can be removed");
            left = after(&left, change.expect("it was just looked at"));
            prop_assert_eq!(left.home(gone), None);
            prop_assert!(left.fresh_id(gone.as_str(), "thing") != *gone, "{} is given again", gone);
        }
    }

    #[test]
    fn a_stage_is_emptied_behind_the_cards_of_another(before in workspace()) {
        let Some([gone, into]) = before.stages().get(..2) else {
            return Ok(());
        };
        let ids = |w: &Workspace, stage: &Stage| -> Vec<Id> {
            w.cards(&stage.id).iter().map(|card| card.id.clone()).collect()
        };
        let expected = [ids(&before, into), ids(&before, gone)].concat();
        let change = empty_stage(&before, &gone.id, &into.id).expect("both stages are there");
        let left = after(&before, change);
        prop_assert_eq!(ids(&left, into), expected);
        prop_assert_eq!(left.outcomes().len(), before.outcomes().len(), "archived ones too");
        prop_assert_eq!(left.home(&gone.id), None);
    }
}

fn day() -> Date {
    Date::new(2026, 10, 12).expect("a day of the calendar")
}

/// A stage with one outcome, its initiative and KPI, a job that a study asks about, and a review
/// of the KPI.
fn small() -> Workspace {
    Workspace::build(Records {
        segments: vec![Arc::new(Segment {
            id: id("small-team"),
            name: "Small team".into(),
            expects: None,
        })],
        stages: vec![plain_stage("usage")],
        outcomes: vec![Arc::new(outcome())],
        jobs: vec![Arc::new(Job::new(
            id("import"),
            Some(id("set-up")),
            "Import",
        ))],
        studies: vec![Arc::new(survey())],
        reviews: vec![Arc::new(review_of("time"))],
        ..Records::default()
    })
    .expect("the records fit")
}

fn outcome() -> Outcome {
    let kpi = Kpi::new(id("time"), "Time", Better::Lower);
    let mut initiative = Initiative::new(id("guide"), "Guide", Touch::Proactive);
    initiative.kpis.push(kpi);
    let rank = Rank::new("a").expect("a rank");
    let mut outcome = Outcome::new(id("set-up"), id("usage"), rank, "Set up");
    outcome.initiatives.push(initiative);
    outcome
}

fn survey() -> Study {
    Study {
        id: id("survey"),
        name: "Survey".into(),
        date: day(),
        source: Source::Customers,
        scale: 5,
        top: None,
        responses: vec![Response {
            id: id("r1"),
            segment: Some(id("small-team")),
            answers: vec![Answer(id("import"), Some(5), None)],
        }],
    }
}

fn review_of(kpi: &str) -> Review {
    Review {
        date: day(),
        name: "Review".into(),
        with: Vec::new(),
        entries: vec![Entry {
            kpi: id(kpi),
            value: None,
            verdict: Verdict::Keep,
            action: None,
            owner: None,
            due: None,
        }],
        note: None,
        decisions: Vec::new(),
        parked: Lines::default(),
    }
}

fn without(gone: &str) -> Workspace {
    let workspace = small();
    let change = remove(&workspace, &id(gone)).expect("it is there");
    after(&workspace, change)
}

#[test]
fn a_job_outlives_its_outcome_with_its_answers() {
    let left = without("usage");
    assert!(left.outcomes().is_empty());
    let job = &left.jobs()[&id("import")];
    assert_eq!(job.outcome, None);
    let study = &left.studies()[&id("survey")];
    assert_eq!(study.responses[0].answers.len(), 1);
}

#[test]
fn a_respondent_outlives_the_segment_and_the_job() {
    let study = |left: &Workspace| left.studies()[&id("survey")].clone();
    let left = study(&without("small-team"));
    assert_eq!(left.responses[0].segment, None);
    assert_eq!(left.responses[0].answers.len(), 1);
    let left = study(&without("import"));
    assert!(left.responses[0].answers.is_empty());
    assert_eq!(left.responses[0].segment, Some(id("small-team")));
}

#[test]
fn what_a_review_said_of_a_kpi_goes_with_it() {
    for gone in ["time", "guide", "set-up", "usage"] {
        let left = without(gone);
        let mut reviews = left.reviews().values();
        let review = reviews.next().expect("the review stays");
        assert!(review.entries.is_empty(), "{gone} is removed");
    }
}

#[test]
fn several_outcomes_go_in_one_change_and_the_label_counts_them() {
    let mut document = Document::new(small());
    let rank = Rank::new("b").expect("a rank");
    let second = Outcome::new(id("second"), id("usage"), rank, "Second");
    document
        .commit(
            Change::new("Added 'Second'", vec![Edit::outcome(second)]),
            Moment::ALONE,
        )
        .expect("it fits");
    let both = outcomes(document.workspace(), &[id("set-up"), id("second")]);
    let both = both.expect("they are there");
    assert_eq!(both.label, "Deleted 2 outcomes");
    assert!(both.keys().contains(&Key::Outcome(id("second"))));
    assert!(after(document.workspace(), both).outcomes().is_empty());
}

#[test]
fn what_is_not_there_can_not_be_removed() {
    let workspace = small();
    assert_eq!(remove(&workspace, &id("nobody")), None);
    assert_eq!(outcomes(&workspace, &[id("nobody")]), None);
    let usage = id("usage");
    assert_eq!(empty_stage(&workspace, &usage, &usage), None);
    assert_eq!(empty_stage(&workspace, &usage, &id("nobody")), None);
}
