//! Which answers make a figure: available cases, top boxes of any scale, whose they are.

use super::*;

const CUSTOMERS: Source = Source::Customers;

#[test]
fn a_missing_answer_counts_in_neither_part_of_its_own_measure() {
    let answers: Answers = &[
        &[("job", Some(5), None)],
        &[("job", Some(4), Some(5))],
        &[("job", None, Some(1))],
        &[("job", Some(1), Some(2))],
        &[],
    ];
    let workspace = workspace(
        vec![job("job")],
        vec![study("survey", CUSTOMERS, 5, answers)],
    );
    let rating = rating(&workspace, &Scope::default(), "job").expect("it was asked about");
    assert_close(rating.importance, 20.0 / 3.0);
    assert_close(rating.satisfaction, 10.0 / 3.0);
    assert_eq!((rating.n_importance, rating.n_satisfaction), (3, 3));
    assert_eq!(rating.n(), 3);
}

#[test]
fn the_top_boxes_are_those_above_the_middle_or_from_where_the_study_says() {
    for (scale, top, lowest) in [
        (5, None, 4),
        (7, None, 5),
        (10, None, 6),
        (2, None, 2),
        (3, None, 3),
        (4, None, 3),
        (100, None, 51),
        (5, Some(5), 5),
        (10, Some(9), 9),
        (7, Some(1), 1),
    ] {
        for answer in 1..=scale {
            let answers: Answers = &[&[("job", Some(answer), Some(answer))]];
            let mut survey = study("survey", CUSTOMERS, scale, answers);
            survey.top = top;
            let workspace = workspace(vec![job("job")], vec![survey]);
            let rating = rating(&workspace, &Scope::default(), "job").expect("it was asked about");
            let expected = if answer >= lowest { 10.0 } else { 0.0 };
            assert_close(rating.importance, expected);
            assert_close(rating.satisfaction, expected);
        }
    }
}

#[test]
fn studies_of_different_scales_meet_in_their_top_boxes() {
    let five: Answers = &[&[("job", Some(4), Some(3))], &[("job", Some(3), Some(4))]];
    let seven: Answers = &[&[("job", Some(5), Some(4))]];
    let workspace = workspace(
        vec![job("job")],
        vec![
            study("five", CUSTOMERS, 5, five),
            study("seven", CUSTOMERS, 7, seven),
        ],
    );
    let of = |scope: &Scope| rating(&workspace, scope, "job").expect("it was asked about");
    let both = of(&Scope::default());
    assert_close(both.importance, 20.0 / 3.0);
    assert_close(both.satisfaction, 10.0 / 3.0);
    assert_eq!(both.n(), 3);
    // 4, 3 of 5 and 5 of 7 are 7.5, 5 and 6.67 of 10; 3, 4 of 5 and 4 of 7 are 5, 7.5 and 5.
    let (i, s) = ((7.5 + 5.0 + 20.0 / 3.0) / 3.0, 17.5 / 3.0);
    assert_close(of(&by(Lens::Mean)).value, i + (i - s));
    let named = Scope {
        studies: vec![id("seven")],
        ..Scope::default()
    };
    assert_eq!(of(&named).n(), 1);
    assert_close(of(&named).importance, 10.0);
}

/// A job that customers, the team and its owner rated, and one each that fewer did.
fn three_sources() -> Workspace {
    let customers: Answers = &[&[("all", Some(5), Some(1)), ("half", Some(5), None)]];
    let team: Answers = &[&[
        ("all", Some(1), Some(5)),
        ("team", Some(4), Some(4)),
        ("half", Some(4), Some(1)),
    ]];
    workspace(
        vec![
            estimated("all", 3.0, 3.0),
            estimated("team", 3.0, 3.0),
            estimated("owner", 3.0, 3.0),
            estimated("half", 3.0, 3.0),
            job("nobody"),
        ],
        vec![
            study("survey", CUSTOMERS, 5, customers),
            study("workshop", Source::Team, 5, team),
        ],
    )
}

fn source(scope: &Scope, job: &str) -> Option<Provenance> {
    rating(&three_sources(), scope, job).map(|rating| rating.source)
}

#[test]
fn customers_come_before_the_team_and_the_team_before_an_estimate() {
    let all = Scope::default();
    assert_eq!(source(&all, "all"), Some(Provenance::Customers));
    assert_eq!(source(&all, "team"), Some(Provenance::Team));
    assert_eq!(source(&all, "owner"), Some(Provenance::Estimate));
    assert_eq!(source(&all, "nobody"), None);
    // Customers said how important it is, but not how satisfied they are.
    assert_eq!(source(&all, "half"), Some(Provenance::Team));
}

#[test]
fn sources_are_never_mixed_in_one_figure() {
    let rating = |job| rating(&three_sources(), &Scope::default(), job).expect("it is rated");
    assert_eq!((rating("all").n(), rating("all").score()), (1, 20.0));
    assert_eq!((rating("half").n(), rating("half").score()), (1, 20.0));
    assert_eq!(rating("owner").n(), 0);
    assert!(rating("owner").is_directional());
}

#[test]
fn a_named_study_counts_alone_and_without_estimates() {
    let workshop = Scope {
        studies: vec![id("workshop")],
        ..Scope::default()
    };
    assert_eq!(source(&workshop, "all"), Some(Provenance::Team));
    assert_eq!(source(&workshop, "owner"), None);
    let both = Scope {
        studies: vec![id("workshop"), id("survey")],
        ..Scope::default()
    };
    assert_eq!(source(&both, "all"), Some(Provenance::Customers));
    assert_eq!(source(&both, "team"), Some(Provenance::Team));
}

#[test]
fn a_segment_counts_its_own_respondents_and_no_estimates() {
    let workspace = crate::testing::sample();
    let of = |segment: &str, job: &str| {
        let scope = Scope {
            segment: Some(id(segment)),
            ..Scope::default()
        };
        rating(&workspace, &scope, job)
    };
    let small = of("small-team", "forecast-the-quarter").expect("they were asked");
    let large = of("enterprise", "forecast-the-quarter").expect("they were asked");
    assert_close(large.value, 17.5);
    assert_eq!((small.n(), large.n()), (13, 8));
    assert_eq!(of("enterprise", "leave-cleanly"), None);
}

#[test]
fn a_job_whose_band_differs_between_segments_is_named() {
    let workspace = crate::testing::sample();
    let rankings = rank_by_segment(&workspace, &Scope::default());
    let segments: Vec<&str> = rankings.keys().map(Id::as_str).collect();
    assert_eq!(segments, ["enterprise", "small-team"]);
    let differing = differing(rankings.values());
    assert!(
        differing.contains(&id("forecast-the-quarter")),
        "17.5 and 8.5"
    );
    assert!(
        !differing.contains(&id("onboard-the-team")),
        "14.0 and 13.6"
    );
    let by_gap = rank_by_segment(&workspace, &by(Lens::Gap));
    assert!(super::differing(by_gap.values()).is_empty(), "no bands");
}
