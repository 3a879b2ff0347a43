//! What the tests of the ranking share: workspaces of a few jobs, estimates and answers.

use std::sync::Arc;

use super::*;
use crate::domain::testing::id;
use crate::domain::workspace::Records;
use crate::domain::{
    Answer, Date, Estimate, Id, Job, Number, Response, Segment, Source, Study, Workspace,
};

mod combining;
mod order;
mod published;
mod supposing;

/// Answers of a study: respondent by respondent, (job, importance, satisfaction).
type Answers<'a> = &'a [&'a [(&'a str, Option<u8>, Option<u8>)]];

fn study(name: &str, source: Source, scale: u8, answers: Answers) -> Study {
    let responses = answers.iter().enumerate().map(|(n, answers)| Response {
        id: id(&format!("r{n}")),
        segment: None,
        answers: answers
            .iter()
            .map(|&(job, importance, satisfaction)| Answer(id(job), importance, satisfaction))
            .collect(),
    });
    Study {
        id: id(name),
        name: name.to_owned(),
        date: Date::new(2026, 10, 12).expect("a day of the calendar"),
        source,
        scale,
        top: None,
        responses: responses.collect(),
    }
}

fn job(name: &str) -> Job {
    Job::new(id(name), None, name)
}

fn estimated(name: &str, importance: f64, satisfaction: f64) -> Job {
    let number = |value| Number::new(value).expect("a number");
    Job {
        estimate: Some(Estimate {
            importance: number(importance),
            satisfaction: number(satisfaction),
        }),
        ..job(name)
    }
}

fn workspace(jobs: Vec<Job>, studies: Vec<Study>) -> Workspace {
    let segments = ["small-team", "enterprise"].map(|name| {
        Arc::new(Segment {
            id: id(name),
            name: name.to_owned(),
            expects: None,
        })
    });
    Workspace::build(Records {
        segments: segments.to_vec(),
        jobs: jobs.into_iter().map(Arc::new).collect(),
        studies: studies.into_iter().map(Arc::new).collect(),
        ..Records::default()
    })
    .expect("the records fit")
}

fn by(lens: Lens) -> Scope {
    Scope {
        lens,
        ..Scope::default()
    }
}

fn rating(workspace: &Workspace, scope: &Scope, job: &str) -> Option<Rating> {
    rank(workspace, scope).row(&id(job))?.rating
}

/// How a job with these figures is rated by the score.
fn rated(importance: f64, satisfaction: f64) -> Rating {
    let workspace = workspace(vec![estimated("job", importance, satisfaction)], vec![]);
    rating(&workspace, &Scope::default(), "job").expect("it has an estimate")
}

#[track_caller]
fn assert_close(found: f64, expected: f64) {
    assert!(
        (found - expected).abs() < 1e-9,
        "{found} instead of {expected}"
    );
}
