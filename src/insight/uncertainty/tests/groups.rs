//! Which jobs can't be told apart.

use super::*;
use crate::domain::{Estimate, Number};

/// Respondents who all answered about some jobs: of each, how many of a hundred find it important.
/// Nobody is satisfied with any, so that the score is twice the importance.
fn agreeing(n: usize, jobs: &[(&str, usize)]) -> Workspace {
    let responses = (0..n).map(|who| Response {
        id: id(&format!("r{who}")),
        segment: None,
        answers: jobs
            .iter()
            .map(|(job, of_hundred)| {
                let is_top = who * 100 < n * of_hundred;
                Answer(id(job), Some(if is_top { 5 } else { 1 }), Some(1))
            })
            .collect(),
    });
    let study = Study {
        responses: responses.collect(),
        ..empty_study()
    };
    Workspace::build(Records {
        jobs: jobs
            .iter()
            .map(|(job, _)| Job::new(id(job), None, *job).into())
            .collect(),
        studies: vec![study.into()],
        ..Records::default()
    })
    .expect("the records fit")
}

fn groups(workspace: &Workspace) -> Vec<(String, Option<usize>)> {
    let scope = Scope::default();
    let intervals = intervals(workspace, &scope);
    let ranking = rank(workspace, &scope);
    let rows = ranking.rows().iter();
    rows.map(|row| {
        let group = intervals.get(&row.job).map(|interval| interval.group);
        (row.job.to_string(), group)
    })
    .collect()
}

#[test]
fn what_the_same_people_agree_on_is_told_apart_although_intervals_overlap() {
    // Who finds `b` important finds `a` important too, and eight more do.
    let workspace = agreeing(40, &[("a", 80), ("b", 60), ("c", 58)]);
    let found = intervals(&workspace, &Scope::default());
    assert!(
        found[&id("a")].value.0 < found[&id("b")].value.1,
        "they overlap"
    );
    let expected = [("a", Some(1)), ("b", Some(2)), ("c", Some(2))];
    let expected = expected.map(|(job, group)| (job.to_owned(), group));
    assert_eq!(groups(&workspace), expected);
}

#[test]
fn jobs_that_score_the_same_stand_in_one_group() {
    let workspace = agreeing(40, &[("a", 70), ("b", 70), ("c", 70)]);
    assert!(
        groups(&workspace)
            .iter()
            .all(|(_, group)| *group == Some(1))
    );
}

#[test]
fn an_estimate_stands_in_no_group_and_parts_none() {
    let workspace = agreeing(40, &[("a", 72), ("c", 70)]);
    let number = |value| Number::new(value).expect("a number");
    let estimated = Job {
        estimate: Some(Estimate {
            importance: number(7.1),
            satisfaction: number(0.0),
        }),
        ..Job::new(id("b"), None, "b")
    };
    let study = workspace.studies()[&id("survey")].clone();
    let jobs = workspace.jobs().values().cloned();
    let workspace = Workspace::build(Records {
        jobs: jobs.chain([estimated.into()]).collect(),
        studies: vec![study],
        ..Records::default()
    })
    .expect("the records fit");
    let expected = [("a", Some(1)), ("b", None), ("c", Some(1))];
    let expected = expected.map(|(job, group)| (job.to_owned(), group));
    assert_eq!(groups(&workspace), expected);
}

#[test]
fn a_rank_that_the_gap_decides_is_decided_in_every_draw() {
    // Nobody lacks anything, so both score their importance; but the other satisfies even more.
    let responses = (0..20).map(|who| {
        let (some, all) = (Some(if who < 14 { 5 } else { 1 }), Some(5));
        Response {
            id: id(&format!("r{who}")),
            segment: None,
            answers: vec![Answer(id("a-over"), some, all), Answer(id("b"), some, some)],
        }
    });
    let study = Study {
        responses: responses.collect(),
        ..empty_study()
    };
    let jobs = ["a-over", "b"].map(|job| Job::new(id(job), None, job).into());
    let workspace = Workspace::build(Records {
        jobs: jobs.to_vec(),
        studies: vec![study.into()],
        ..Records::default()
    })
    .expect("the records fit");
    let found = intervals(&workspace, &Scope::default());
    assert_eq!(found[&id("a-over")].value, found[&id("b")].value);
    assert_eq!(found[&id("b")].rank, (1, 1));
    assert_eq!(found[&id("a-over")].rank, (2, 2));
}
