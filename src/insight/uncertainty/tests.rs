//! How sure figures are: margins as published, pairs kept, nothing left to chance.

use super::*;
use crate::domain::testing::id;
use crate::domain::workspace::Records;
use crate::domain::{Answer, Date, Job, Response, Source, Study};
use crate::insight::opportunity::Lens;

mod coverage;
mod groups;

/// A study that nobody answered yet.
fn empty_study() -> Study {
    Study {
        id: id("survey"),
        name: "Survey".to_owned(),
        date: Date::new(2026, 10, 12).expect("a day of the calendar"),
        source: Source::Customers,
        scale: 5,
        top: None,
        responses: Vec::new(),
    }
}

/// One job, and `n` respondents of whom `top` of 100 gave each question a top box.
fn asked(n: usize, top: (usize, usize)) -> Workspace {
    // The satisfied are spread over all respondents, so that both measures vary on their own.
    let answer = |is_top: bool| Some(if is_top { 5 } else { 1 });
    let responses = (0..n).map(|r| Response {
        id: id(&format!("r{r}")),
        segment: None,
        answers: vec![Answer(
            id("job"),
            answer(r * 100 < n * top.0),
            answer((r * 7) % n * 100 < n * top.1),
        )],
    });
    let study = Study {
        responses: responses.collect(),
        ..empty_study()
    };
    Workspace::build(Records {
        jobs: vec![Job::new(id("job"), None, "Job").into()],
        studies: vec![study.into()],
        ..Records::default()
    })
    .expect("the records fit")
}

#[test]
fn the_margin_shrinks_with_the_answers_as_published() {
    // Published for 95 %; a normal's 90 % margin is 1.645 ÷ 1.96 of that.
    for (n, margin) in [(30, 3.5), (60, 2.5), (270, 1.2)] {
        let workspace = asked(n, (74, 28));
        let intervals = intervals(&workspace, &Scope::default());
        let (least, greatest) = intervals[&id("job")].value;
        let found = (greatest - least) / 2.0;
        let expected = margin * 1.645 / 1.96;
        assert!(
            (found / expected - 1.0).abs() < 0.12,
            "n {n}: ±{found} for ±{expected}"
        );
    }
}

#[test]
fn the_figure_lies_in_its_interval_and_the_rank_in_its_own() {
    let workspace = crate::testing::sample();
    for lens in [Lens::Score, Lens::Gap, Lens::Value, Lens::Mean] {
        let scope = Scope {
            lens,
            ..Scope::default()
        };
        let intervals = intervals(&workspace, &scope);
        for row in rank(&workspace, &scope).rows() {
            let Some(interval) = intervals.get(&row.job) else {
                assert_eq!(row.job, id("leave-cleanly"), "an estimate has none");
                continue;
            };
            let value = row.rating.expect("it has an interval").value;
            let (least, greatest) = interval.value;
            assert!(least < value && value < greatest, "{lens} {}", row.job);
            let rank = row.rank.expect("it is rated");
            let (best, worst) = interval.rank;
            assert!(best <= rank && rank <= worst, "{lens} {}", row.job);
            assert!(best >= 1 && worst <= 11);
        }
    }
}

#[test]
fn the_same_answers_give_the_same_intervals() {
    let workspace = crate::testing::sample();
    let scope = Scope::default();
    assert_eq!(intervals(&workspace, &scope), intervals(&workspace, &scope));
}

#[test]
fn where_all_answer_alike_no_range_pretends_to_be_sure() {
    assert!(intervals(&asked(40, (100, 0)), &Scope::default()).is_empty());
    assert!(intervals(&asked(3, (100, 0)), &Scope::default()).is_empty());
}

#[test]
fn a_segment_is_less_sure_than_all() {
    let workspace = crate::testing::sample();
    let width = |segment: Option<&str>| {
        let scope = Scope {
            segment: segment.map(id),
            ..Scope::default()
        };
        let (least, greatest) = intervals(&workspace, &scope)[&id("onboard-the-team")].value;
        greatest - least
    };
    assert!(width(Some("enterprise")) > width(None));
}

#[test]
fn without_answers_there_are_no_intervals() {
    assert!(intervals(&Workspace::default(), &Scope::default()).is_empty());
    let mut records = Records::default();
    records.jobs.push(Job::new(id("job"), None, "Job").into());
    let workspace = Workspace::build(records).expect("the record fits");
    assert!(intervals(&workspace, &Scope::default()).is_empty());
}

/// The same respondents with jobs of other names, of which each says what was said of `job`.
fn asked_about(workspace: &Workspace, jobs: &[&str], source: Source) -> Workspace {
    let mut study = Study::clone(&workspace.studies()[&id("survey")]);
    study.source = source;
    for response in &mut study.responses {
        let Answer(_, importance, satisfaction) = response.answers[0];
        let answers = jobs.iter();
        let answers = answers.map(|job| Answer(id(job), importance, satisfaction));
        response.answers = answers.collect();
    }
    let jobs = jobs.iter().map(|job| Job::new(id(job), None, *job).into());
    Workspace::build(Records {
        jobs: jobs.collect(),
        studies: vec![study.into()],
        ..Records::default()
    })
    .expect("the records fit")
}

#[test]
fn jobs_stay_paired_in_every_draw() {
    let workspace = asked_about(&asked(20, (70, 30)), &["one", "other"], Source::Customers);
    let intervals = intervals(&workspace, &Scope::default());
    for job in ["one", "other"] {
        let interval = intervals[&id(job)];
        assert!(interval.value.0 < interval.value.1, "it is not sure");
        assert_eq!(interval.rank, (1, 1), "but never worse than the other");
    }
    assert_eq!(intervals[&id("one")], intervals[&id("other")]);
}

#[test]
fn team_ratings_have_intervals_of_their_own() {
    let customers = asked(20, (70, 30));
    let team = asked_about(&customers, &["job"], Source::Team);
    let of = |workspace| intervals(workspace, &Scope::default())[&id("job")].value;
    let (least, greatest) = of(&team);
    assert!(least < 11.0 && 11.0 < greatest, "{least} to {greatest}");
}

#[test]
fn what_the_team_answers_changes_nothing_of_how_sure_customers_are() {
    let customers = asked(20, (70, 30));
    let team = asked_about(&asked(7, (50, 20)), &["other"], Source::Team);
    let mut of_team = Study::clone(&team.studies()[&id("survey")]);
    of_team.id = id("workshop");
    let jobs = ["job", "other"].map(|job| Job::new(id(job), None, job).into());
    let both = Workspace::build(Records {
        jobs: jobs.into(),
        studies: vec![customers.studies()[&id("survey")].clone(), of_team.into()],
        ..Records::default()
    })
    .expect("the records fit");
    let of = |workspace| intervals(workspace, &Scope::default())[&id("job")].value;
    assert_eq!(of(&both), of(&customers));
}

#[test]
fn one_answer_alone_has_no_interval() {
    assert!(intervals(&asked(1, (50, 50)), &Scope::default()).is_empty());
    assert_eq!(intervals(&asked(2, (50, 50)), &Scope::default()).len(), 1);
}

#[test]
fn importance_and_satisfaction_are_shares_in_every_lens() {
    let workspace = asked(60, (74, 28));
    let of = |lens| {
        let scope = Scope {
            lens,
            ..Scope::default()
        };
        intervals(&workspace, &scope)[&id("job")]
    };
    let (by_score, by_mean) = (of(Lens::Score), of(Lens::Mean));
    assert_eq!(by_score.importance, by_mean.importance);
    assert_eq!(by_score.satisfaction, by_mean.satisfaction);
    // All answers are 1 or 5, and so the rescaled means are the shares.
    assert_eq!(by_score.value, by_mean.value);
}
