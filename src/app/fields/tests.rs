//! What must hold of every table of fields, and what single fields take.

use super::fill::{Filled, Wrong, fill, rows};
use super::names::{Lookup, Strangers};
use super::{Kind, Row, Subject};
use crate::domain::history::Moment;
use crate::domain::{Change, Date, Document, Id, Workspace};
use crate::testing::{id, now, sample};

fn today() -> Date {
    now(0).today
}

/// Every thing of the sample that has fields.
fn subjects(workspace: &Workspace) -> Vec<Subject> {
    let outcomes = || workspace.outcomes().values();
    let initiatives = || outcomes().flat_map(|outcome| &outcome.initiatives);
    let mut subjects = vec![Subject::Workspace];
    subjects.extend(workspace.segments().keys().cloned().map(Subject::Segment));
    let stages = workspace.stages().iter();
    subjects.extend(stages.map(|stage| Subject::Stage(stage.id.clone())));
    subjects.extend(workspace.needs().keys().cloned().map(Subject::Need));
    subjects.extend(workspace.outcomes().keys().cloned().map(Subject::Outcome));
    subjects.extend(initiatives().map(|initiative| Subject::Initiative(initiative.id.clone())));
    for initiative in initiatives() {
        let steps = 0..initiative.escalation.len();
        subjects.extend(steps.map(|step| Subject::Escalation {
            initiative: initiative.id.clone(),
            step,
        }));
    }
    for kpi in outcomes().flat_map(|outcome| outcome.kpis()) {
        subjects.push(Subject::Kpi(kpi.id.clone()));
        subjects.extend(kpi.readings.iter().map(|reading| Subject::Reading {
            kpi: kpi.id.clone(),
            date: reading.date,
        }));
    }
    subjects.extend(workspace.jobs().keys().cloned().map(Subject::Job));
    subjects.extend(workspace.studies().keys().cloned().map(Subject::Study));
    subjects
}

fn try_to_fill(
    workspace: &Workspace,
    subject: &Subject,
    typed: &[(&str, &str)],
) -> Result<Change, Vec<Wrong>> {
    let mut lookup = Lookup::new(workspace, today(), Strangers::Refuse);
    match fill(subject, typed, &mut lookup)? {
        Filled::Change { change, .. } => Ok(change),
        other => panic!("a change was expected, not {other:?}"),
    }
}

fn committed(workspace: &Workspace, change: Change) -> Workspace {
    let mut document = Document::new(workspace.clone());
    let when = Moment {
        now: 0,
        together: false,
    };
    document.commit(change, when).expect("a change that holds");
    document.workspace().clone()
}

fn told(result: Result<Change, Vec<Wrong>>) -> String {
    let wrongs = result.expect_err("something that is wrong");
    wrongs[0].problem.clone()
}

#[test]
fn what_a_field_shows_it_takes_back_unchanged() {
    let workspace = sample();
    for subject in subjects(&workspace) {
        let shown = rows(&subject, &workspace, today()).expect("a thing that is there");
        let typed: Vec<(&str, &str)> = shown
            .iter()
            .map(|(row, value)| (row.name, value.as_str()))
            .collect();
        let change = try_to_fill(&workspace, &subject, &typed).expect("its own values");
        assert_eq!(committed(&workspace, change), workspace, "{subject:?}");
    }
}

#[test]
fn only_what_must_not_be_empty_refuses_to_be() {
    let workspace = sample();
    for subject in subjects(&workspace) {
        for (row, _) in rows(&subject, &workspace, today()).expect("a thing that is there") {
            // Half an estimate is none: it is taken away as a whole.
            if row.name.starts_with("estimate.") {
                continue;
            }
            let result = try_to_fill(&workspace, &subject, &[(row.name, " ")]);
            match result {
                Ok(_) => assert!(!row.is_required, "{} of {subject:?}", row.name),
                Err(wrongs) => {
                    assert!(row.is_required, "{} of {subject:?}", row.name);
                    assert_eq!(wrongs, [Wrong::new(row.name, row.missing())]);
                }
            }
        }
    }
}

#[test]
fn every_field_says_what_it_is_for() {
    let workspace = sample();
    for subject in subjects(&workspace) {
        for (row, _) in rows(&subject, &workspace, today()).expect("a thing that is there") {
            assert!(!row.hint.is_empty(), "{} of {subject:?}", row.name);
            assert!(row.hint.len() <= 72, "{}: {}", row.name, row.hint);
            assert_ne!(row.label, row.name, "{subject:?}");
        }
    }
}

/// Says that typing something into a field is refused with words that begin so.
fn refused(thing: (&Subject, &str), typed: &str, problem: &str) {
    let said = told(try_to_fill(&sample(), thing.0, &[(thing.1, typed)]));
    assert!(said.starts_with(problem), "{}={typed}: {said}", thing.1);
}

#[test]
fn every_kind_says_what_it_can_not_take() {
    let kpi = Subject::Kpi(id("nps"));
    let job = Subject::Job(id("leave-cleanly"));
    let long = "x".repeat(70_000);
    let problem = "1e99 is too large; numbers go up to 1e15";
    refused((&kpi, "target"), "1e99", problem);
    refused((&kpi, "target"), "soon", "\"soon\" is no number");
    refused((&kpi, "name"), "", "name can't be empty");
    let problem = "better is one of Higher, Lower, not \"up\"";
    refused((&kpi, "better"), "up", problem);
    let problem = "formula is too long; 64 kB is the most";
    refused((&kpi, "formula"), &long, problem);
    let problem = "importance is 0 to 10, not -1";
    refused((&job, "estimate.importance"), "-1", problem);
    let problem = "\"nme\" is no field of this KPI; did you mean name? There are name, ";
    refused((&kpi, "nme"), "x", problem);
}

#[test]
fn a_name_that_nothing_has_is_refused_with_those_there_are() {
    let outcome = Subject::Outcome(id("be-proud-of-it"));
    let job = Subject::Job(id("leave-cleanly"));
    let problem = "there is no segment 'X'; there are Enterprise, Small team";
    refused((&outcome, "segments"), "Enterprise, X", problem);
    let problem = "there is no stage 'Nirvana'; there are Offering, ";
    refused((&outcome, "stage"), "Nirvana", problem);
    let problem = "there is no outcome 'nothing'; there are be-proud-of-it, ";
    refused((&job, "outcome"), "nothing", problem);
}

#[test]
fn a_study_holds_its_answers() {
    let study = Subject::Study(id("october-survey"));
    let problem = "\"soon\" is no date; write it as 2026-10-31";
    refused((&study, "date"), "soon", problem);
    let problem = "scale is a whole number up to 100, not \"five\"";
    refused((&study, "scale"), "five", problem);
    refused((&study, "scale"), "200", "a scale ends at 2 to 100");
    let problem = "there is an answer of 5: the scale ends there or above";
    refused((&study, "scale"), "3", problem);
    refused((&study, "top"), "6", "the top boxes begin at 1 to 5");
}

#[test]
fn a_thing_is_found_by_its_id_and_by_its_name_in_any_case() {
    let workspace = sample();
    let outcome = Subject::Outcome(id("be-proud-of-it"));
    for typed in ["small-team", "Small team", "SMALL TEAM", " small team ; "] {
        let change = try_to_fill(&workspace, &outcome, &[("segments", typed)]);
        let after = committed(&workspace, change.expect("a segment that is there"));
        let outcome = &after.outcomes()[&id("be-proud-of-it")];
        assert_eq!(outcome.segments, [id("small-team")], "{typed}");
    }
}

#[test]
fn things_of_the_same_name_are_told_apart_by_their_ids() {
    let workspace = sample();
    let twin = try_to_fill(&workspace, &Subject::NewSegment, &[("name", "enterprise")]);
    // The name is the other's id: by that the other is meant.
    let workspace = committed(&workspace, twin.expect("a segment"));
    let twin = try_to_fill(&workspace, &Subject::NewSegment, &[("name", "Small team")]);
    let workspace = committed(&workspace, twin.expect("a segment"));
    let outcome = Subject::Outcome(id("be-proud-of-it"));
    let said = told(try_to_fill(
        &workspace,
        &outcome,
        &[("segments", "Small team")],
    ));
    assert_eq!(
        said,
        "there are 2 segments called 'Small team'; use one of the ids small-team, small-team-2"
    );
    let both = "small-team-2, enterprise-2";
    let change = try_to_fill(&workspace, &outcome, &[("segments", both)]);
    let workspace = committed(&workspace, change.expect("segments by id"));
    let shown = rows(&outcome, &workspace, today()).expect("the outcome");
    let segments = shown.iter().find(|(row, _)| row.name == "segments");
    assert_eq!(segments.map(|(_, value)| value.as_str()), Some(both));
}

#[test]
fn a_comma_in_a_name_does_not_cut_it() {
    let workspace = sample();
    let need = [("statement", "Start alone, today, without training")];
    let change = try_to_fill(&workspace, &Subject::NewNeed, &need);
    let workspace = committed(&workspace, change.expect("a need"));
    let outcome = Subject::Outcome(id("be-proud-of-it"));
    let typed = "start alone, today, without training, afraid-of-losing-history";
    let change = try_to_fill(&workspace, &outcome, &[("needs", typed)]);
    let after = committed(&workspace, change.expect("needs that are there"));
    let needs: Vec<&str> = after.outcomes()[&id("be-proud-of-it")]
        .needs
        .iter()
        .map(Id::as_str)
        .collect();
    assert_eq!(
        needs,
        [
            "start-alone-today-without-training",
            "afraid-of-losing-history"
        ]
    );
}

#[test]
fn a_card_that_gets_another_stage_stands_at_its_end() {
    let workspace = sample();
    let outcome = Subject::Outcome(id("be-proud-of-it"));
    let change = try_to_fill(&workspace, &outcome, &[("stage", "usage")]).expect("a stage");
    assert!(change.label.ends_with(" to Usage"), "{}", change.label);
    let after = committed(&workspace, change);
    let last = after.cards(&id("usage")).last().map(|card| card.id.clone());
    assert_eq!(last, Some(id("be-proud-of-it")));
}

#[test]
fn a_part_goes_with_the_last_of_its_fields() {
    let workspace = sample();
    let empty = [
        ("vision.customer", ""),
        ("vision.need", ""),
        ("vision.offer", ""),
        ("vision.impact", ""),
        ("vision.metric", ""),
    ];
    let change = try_to_fill(&workspace, &Subject::Workspace, &empty).expect("all may be empty");
    let vision = committed(&workspace, change).head().vision.clone();
    assert!(vision.is_some_and(|vision| !vision.assumptions.is_empty()));
    let story = [("story.when", ""), ("story.want", ""), ("story.so", "")];
    let job = Subject::Job(id("import-sales-data"));
    let change = try_to_fill(&workspace, &job, &story).expect("all may be empty");
    let after = committed(&workspace, change);
    assert_eq!(after.jobs()[&id("import-sales-data")].story, None);
}

#[test]
fn a_field_is_named_in_a_sentence_as_it_is_called() {
    let word = |label| {
        let row = Row {
            name: "x",
            label,
            hint: "",
            kind: Kind::Line,
            is_required: false,
            builder: None,
            known: |_| Vec::new(),
            absent: "none",
        };
        row.word()
    };
    assert_eq!(word("Top from"), "top from");
    assert_eq!(word("KPI"), "KPI");
}
