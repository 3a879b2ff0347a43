//! What the tests of the import share: a workspace of a few jobs, and imports told in a line a
//! respondent.

use std::sync::Arc;

use super::*;
use crate::domain::testing::id;
use crate::domain::workspace::Records;
use crate::domain::{Date, Document, Edit, Job, Segment, Study, Workspace};

mod anything;
mod guessing;
mod personal;
mod rows;
mod shapes;

/// A workspace of four jobs and a segment.
fn workspace() -> Workspace {
    let job = |(name, called): (&str, &str)| Arc::new(Job::new(id(name), None, called));
    let jobs = [
        ("forecast-the-quarter", "Forecast the quarter"),
        ("import-sales-data", "Bring our sales data over"),
        ("log-a-call", "Log a call"),
        ("onboard-the-team", "Get the whole team working in it"),
    ];
    let enterprise = Segment {
        id: id("enterprise"),
        name: "Enterprise".to_owned(),
        expects: None,
    };
    Workspace::build(Records {
        jobs: jobs.map(job).to_vec(),
        segments: vec![Arc::new(enterprise)],
        ..Records::default()
    })
    .expect("the records fit")
}

fn options() -> Options {
    Options {
        study: None,
        name: "Survey".to_owned(),
        source: None,
        date: Date::new(2026, 10, 12).expect("a day of the calendar"),
    }
}

/// The plan for a file as it is guessed.
fn planned(bytes: &[u8]) -> Result<Plan, Refused> {
    let workspace = workspace();
    let sheet = Sheet::read(bytes)?;
    let mapping = Mapping::guess(&sheet, &workspace);
    plan(&sheet, &mapping, &workspace, &options())
}

fn study_of(plan: &Plan) -> &Study {
    let mut studies = plan.change.edits.iter().filter_map(|edit| match edit {
        Edit::Study(_, study) => study.as_deref(),
        _ => None,
    });
    studies.next().expect("a study")
}

/// The responses of a study, one a line: `r1 enterprise: log-a-call 5/4, import-sales-data -/2`.
fn told(study: &Study) -> Vec<String> {
    let number = |answer: Option<u8>| answer.map_or("-".to_owned(), |answer| answer.to_string());
    let told = study.responses.iter().map(|response| {
        let answers = response.answers.iter();
        let answers: Vec<_> = answers
            .map(|answer| format!("{} {}/{}", answer.0, number(answer.1), number(answer.2)))
            .collect();
        let segment = response.segment.as_ref();
        let segment = segment.map_or_else(String::new, |segment| format!(" {segment}"));
        format!("{}{segment}: {}", response.id, answers.join(", "))
    });
    told.collect()
}

/// What a file of that text becomes.
#[track_caller]
fn imported(text: &str) -> (Vec<String>, Report) {
    let plan = planned(text.as_bytes()).expect("it can be imported");
    let mut document = Document::new(workspace());
    let done = document.commit(plan.change.clone(), crate::domain::history::Moment::ALONE);
    assert!(matches!(done, Ok(Some(_))), "{done:?}");
    (told(study_of(&plan)), plan.report)
}

/// Why a file of that text is refused.
#[track_caller]
fn refused(text: &str) -> Refused {
    planned(text.as_bytes()).expect_err("it can't be imported")
}
