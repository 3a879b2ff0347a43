//! Every rule between records, each broken once.

use super::*;
use crate::domain::history::Moment;
use crate::domain::testing::{id, plain_stage};
use crate::domain::workspace::Faults;
use crate::domain::*;

fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

fn segment(name: &str) -> Arc<Segment> {
    Arc::new(Segment {
        id: id(name),
        name: name.to_owned(),
        expects: None,
    })
}

fn need(name: &str) -> Need {
    Need {
        id: id(name),
        kind: NeedKind::Expressed,
        statement: name.to_owned(),
        segments: Vec::new(),
        evidence: Vec::new(),
    }
}

/// A card with an initiative and a KPI.
fn card(name: &str) -> Outcome {
    let rank = Rank::new("a").expect("a rank");
    let mut card = Outcome::new(id(name), id("usage"), rank, name);
    let kpi = Kpi::new(id("time"), "Time", Better::Lower);
    let mut initiative = Initiative::new(id("guide"), "Guide", Touch::Proactive);
    initiative.kpis.push(kpi);
    card.initiatives.push(initiative);
    card
}

fn survey(answers: Vec<Answer>) -> Study {
    Study {
        id: id("survey"),
        name: "Survey".to_owned(),
        date: day("2026-10-12"),
        source: Source::Customers,
        scale: 5,
        top: None,
        responses: vec![Response {
            id: id("r1"),
            segment: None,
            answers,
        }],
    }
}

fn review(kpi: &str) -> Review {
    Review {
        date: day("2026-10-12"),
        name: "Review".to_owned(),
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

/// Records that hold: a stage, a segment, a card, a job, a study and a review.
fn sound() -> Records {
    Records {
        stages: vec![plain_stage("usage")],
        segments: vec![segment("small-team")],
        outcomes: vec![card("set-up").into()],
        jobs: vec![Job::new(id("import"), Some(id("set-up")), "Import").into()],
        studies: vec![survey(vec![Answer(id("import"), Some(5), None)]).into()],
        reviews: vec![review("time").into()],
        ..Records::default()
    }
}

/// The faults of records that were sound until something was done to them, each as
/// `path: problem`.
fn faults(spoil: impl FnOnce(&mut Records)) -> Vec<String> {
    let mut records = sound();
    spoil(&mut records);
    let Err(Faults(faults)) = Workspace::build(records) else {
        return Vec::new();
    };
    let told = faults.iter();
    told.map(|fault| format!("{}: {fault}", fault.path))
        .collect()
}

fn change<T: Clone>(record: &mut Arc<T>) -> &mut T {
    Arc::make_mut(record)
}

#[test]
fn sound_records_have_no_fault() {
    assert_eq!(faults(|_| {}), [""; 0]);
}

#[test]
fn an_id_is_unique_whatever_it_names() {
    let twice = |id: &str| {
        format!("id: the id \"{id}\" is there twice; ids are unique in the whole workspace")
    };
    assert_eq!(
        faults(|r| r.segments.push(segment("usage"))),
        [twice("usage")]
    );
    assert_eq!(
        faults(|r| r.needs.push(need("small-team").into())),
        [twice("small-team")]
    );
    assert_eq!(
        faults(|r| r.jobs.push(Job::new(id("time"), None, "Time").into())),
        [twice("time")]
    );
    let inside = faults(|r| r.outcomes.push(card("second").into()));
    assert_eq!(inside.len(), 2, "{inside:?}");
    assert!(inside[0].starts_with("initiatives.0.id: the id \"guide\""));
    assert!(inside[1].starts_with("initiatives.0.kpis.0.id: the id \"time\""));
}

#[test]
fn a_reference_leads_to_a_thing_of_its_kind() {
    let outcome = |spoil: fn(&mut Outcome)| faults(|r| spoil(change(&mut r.outcomes[0])));
    assert_eq!(
        outcome(|o| o.stage = id("nowhere")),
        ["stage: there is no stage \"nowhere\""]
    );
    assert_eq!(
        outcome(|o| o.stage = id("import")),
        ["stage: there is no stage \"import\""]
    );
    assert_eq!(
        outcome(|o| o.segments = vec![id("small-team"), id("none")]),
        ["segments.1: there is no segment \"none\""]
    );
    assert_eq!(
        outcome(|o| o.needs = vec![id("none")]),
        ["needs.0: there is no need \"none\""]
    );
    assert_eq!(
        faults(|r| change(&mut r.jobs[0]).outcome = Some(id("usage"))),
        ["outcome: there is no outcome \"usage\""]
    );
    assert_eq!(
        faults(|r| change(&mut r.reviews[0]).entries[0].kpi = id("guide")),
        ["entries.0.kpi: there is no KPI \"guide\""]
    );
    assert_eq!(
        faults(|r| r.needs.push(
            Need {
                segments: vec![id("none")],
                ..need("need")
            }
            .into()
        )),
        ["segments.0: there is no segment \"none\""]
    );
}

#[test]
fn a_study_keeps_to_its_scale_and_asks_once() {
    let study = |spoil: fn(&mut Study)| faults(|r| spoil(change(&mut r.studies[0])));
    let answer = |i, s| Answer(id("import"), i, s);
    let answers = |answers| faults(|r| r.studies = vec![survey(answers).into()]);
    assert_eq!(
        answers(vec![answer(Some(6), Some(0))]),
        [
            "responses.0.answers.0: an answer is 1 to 5, not 6",
            "responses.0.answers.0: an answer is 1 to 5, not 0"
        ]
    );
    assert_eq!(
        answers(vec![answer(Some(1), None), answer(None, Some(5))]),
        ["responses.0.answers.1: a second answer about \"import\""]
    );
    assert_eq!(
        answers(vec![Answer(id("usage"), None, None)]),
        ["responses.0.answers.0: there is no job \"usage\""]
    );
    assert_eq!(
        study(|s| s.responses.extend_from_within(..)),
        ["responses.1.id: the respondent \"r1\" is there twice"]
    );
    assert_eq!(
        study(|s| s.responses[0].segment = Some(id("none"))),
        ["responses.0.segment: there is no segment \"none\""]
    );
    assert_eq!(
        study(|s| s.scale = 101),
        ["scale: a scale ends at 2 to 100, not 101"]
    );
    let without_scale = study(|s| s.scale = 0);
    assert_eq!(without_scale, ["scale: a scale ends at 2 to 100, not 0"]);
    for top in [0, 6] {
        let found = faults(|r| change(&mut r.studies[0]).top = Some(top));
        assert_eq!(found, ["top: the top boxes begin at 1 to 5"]);
    }
}

#[test]
fn an_estimate_is_0_to_10_and_a_day_has_one_reading_and_one_review() {
    let estimate = |importance: i32, satisfaction: i32| Estimate {
        importance: importance.into(),
        satisfaction: satisfaction.into(),
    };
    let estimated = |e| faults(|r| change(&mut r.jobs[0]).estimate = Some(e));
    assert_eq!(estimated(estimate(0, 10)), [""; 0]);
    assert_eq!(
        estimated(estimate(-1, 11)),
        [
            "estimate.importance: importance is 0 to 10, not -1",
            "estimate.satisfaction: satisfaction is 0 to 10, not 11"
        ]
    );
    let reading = Reading {
        date: day("2026-10-31"),
        value: Number::from(6),
        note: None,
    };
    let twice = vec![reading.clone(), reading];
    assert_eq!(
        faults(|r| change(&mut r.outcomes[0]).initiatives[0].kpis[0].readings = twice),
        ["initiatives.0.kpis.0.readings.1: \"Time\" has a second reading of 2026-10-31"]
    );
    assert_eq!(
        faults(|r| r.reviews.push(review("time").into())),
        ["date: there is a second review of 2026-10-12"]
    );
}

#[test]
fn what_others_refer_to_can_not_be_taken_away() {
    let before = Workspace::build(sound()).expect("they are sound");
    let job_without_outcome = Edit::job(Job::new(id("import"), None, "Import"));
    for (edits, problem) in [
        (
            vec![Edit::Stage(id("usage"), 0, None)],
            "there is no stage \"usage\"",
        ),
        (
            vec![Edit::Outcome(id("set-up"), None), job_without_outcome],
            "there is no KPI \"time\"",
        ),
        (
            vec![Edit::Outcome(id("set-up"), None)],
            "there is no outcome \"set-up\"",
        ),
        (
            vec![Edit::Job(id("import"), None)],
            "there is no job \"import\"",
        ),
        (
            // The id is still there, but names another kind of thing.
            vec![
                Edit::Job(id("import"), None),
                Edit::segment(Segment::clone(&segment("import"))),
            ],
            "there is no job \"import\"",
        ),
    ] {
        let mut document = Document::new(before.clone());
        let when = Moment {
            now: 0,
            together: false,
        };
        let refused = document.commit(Change::new("Took it away", edits), when);
        let faults = refused.expect_err("something refers to it");
        let problems: Vec<_> = faults.0.iter().map(ToString::to_string).collect();
        assert!(problems.iter().any(|p| p == problem), "{problems:?}");
        assert_eq!(document.workspace(), &before);
    }
}
