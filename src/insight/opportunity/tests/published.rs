//! The published figures: each band's edge, the floor, satisfaction above importance, the lenses.

use super::*;

#[test]
fn the_score_is_importance_and_what_satisfaction_lacks_of_it() {
    for (importance, satisfaction, score, band, zone) in [
        (9.0, 3.0, 15.0, Band::Extreme, Zone::Underserved),
        (9.0, 3.1, 14.9, Band::High, Zone::Underserved),
        (8.0, 4.0, 12.0, Band::High, Zone::Underserved),
        // In floating point 8.2 + (8.2 − 4.4) is 11.999999999999998.
        (8.2, 4.4, 12.0, Band::High, Zone::Underserved),
        (8.0, 4.1, 11.9, Band::Solid, Zone::Underserved),
        (7.0, 4.0, 10.0, Band::Solid, Zone::Underserved),
        (7.0, 4.1, 9.9, Band::Limited, Zone::Served),
        // The floor: no score is below the importance.
        (6.0, 9.0, 6.0, Band::Limited, Zone::Overserved),
        (6.0, 6.0, 6.0, Band::Limited, Zone::Served),
        // Overserved is what satisfies more than it matters, whatever the score.
        (9.5, 9.6, 9.5, Band::Limited, Zone::Overserved),
        (1.0, 0.5, 1.5, Band::Limited, Zone::Served),
        // At the corner the score is 10, but nothing is lacking.
        (10.0, 10.0, 10.0, Band::Solid, Zone::Served),
        (10.0, 0.0, 20.0, Band::Extreme, Zone::Underserved),
        (0.0, 10.0, 0.0, Band::Limited, Zone::Overserved),
        (0.0, 0.0, 0.0, Band::Limited, Zone::Served),
    ] {
        let rating = rated(importance, satisfaction);
        let at = format!("I {importance}, S {satisfaction}");
        assert!((rating.score() - score).abs() < 1e-9, "{at}");
        assert_eq!(rating.band(), Some(band), "{at}");
        assert_eq!(rating.zone(), zone, "{at}");
        assert_close(rating.gap(), importance - satisfaction);
    }
}

#[test]
fn figures_are_not_rounded() {
    assert_eq!(
        rated(8.2, 4.4).value.to_bits(),
        (8.2_f64 + (8.2 - 4.4)).to_bits()
    );
}

#[test]
fn a_band_is_decided_at_six_decimals() {
    assert_eq!(Band::of(14.999_999_6), Band::Extreme);
    assert_eq!(Band::of(14.999_999), Band::High);
    assert_eq!(Band::of(11.999_999_4), Band::Solid);
    assert_eq!(Band::of(9.999_999_5), Band::Solid);
}

#[test]
fn table_stakes_matter_and_are_served() {
    for (importance, satisfaction, expected) in [
        (7.0, 7.0, true),
        (8.0, 7.0, true),
        (6.9, 6.9, false),
        (8.0, 6.9, false),
        // Overserved, and so no table stakes.
        (7.0, 8.0, false),
        (10.0, 10.0, true),
    ] {
        let rating = rated(importance, satisfaction);
        assert_eq!(
            rating.is_table_stakes(),
            expected,
            "I {importance}, S {satisfaction}"
        );
    }
}

#[test]
fn the_other_lenses_have_formulas_of_their_own_and_no_bands() {
    let workspace = workspace(
        vec![estimated("lacking", 9.0, 4.0), estimated("more", 4.0, 9.0)],
        vec![],
    );
    for (lens, lacking, more) in [
        (Lens::Score, 14.0, 4.0),
        (Lens::AsPrinted, 14.0, -1.0),
        (Lens::Gap, 5.0, -5.0),
        (Lens::Value, 5.4, 0.4),
        (Lens::Mean, 14.0, 4.0),
    ] {
        for (job, expected) in [("lacking", lacking), ("more", more)] {
            let rating = rating(&workspace, &by(lens), job).expect("it has an estimate");
            assert_close(rating.value, expected);
            assert_eq!(rating.band().is_some(), lens == Lens::Score, "{lens}");
            // What does not depend on the lens stays.
            assert_close(rating.score(), if job == "lacking" { 14.0 } else { 4.0 });
            assert_eq!(rating.zone() == Zone::Overserved, job == "more", "{lens}");
        }
    }
}

#[test]
fn the_mean_lens_takes_the_means_from_0_to_10() {
    let answers: Answers = &[
        &[("job", Some(5), Some(1))],
        &[("job", Some(4), Some(2))],
        &[("job", Some(3), None)],
    ];
    let workspace = workspace(
        vec![job("job")],
        vec![study("survey", Source::Customers, 5, answers)],
    );
    let rating = rating(&workspace, &by(Lens::Mean), "job").expect("it was asked about");
    // The means 4 and 1.5 of 1 to 5 are 7.5 and 1.25 of 0 to 10.
    assert_close(rating.value, 7.5 + (7.5 - 1.25));
    assert_close(rating.importance, 20.0 / 3.0);
    assert_close(rating.satisfaction, 0.0);
}

#[test]
fn one_job_with_a_large_gap_does_not_lift_the_others() {
    let workspace = workspace(
        vec![
            estimated("large-gap", 10.0, 0.0),
            estimated("no-gap", 5.0, 5.0),
            estimated("over", 3.0, 9.0),
        ],
        vec![],
    );
    let ranking = rank(&workspace, &Scope::default());
    let values: Vec<f64> = ranking
        .rows()
        .iter()
        .filter_map(|row| Some(row.rating?.value))
        .collect();
    assert_eq!(values, [20.0, 5.0, 3.0]);
}

/// The sample's survey: rank, job, importance and its n, satisfaction and its n, score.
const SAMPLE: [(usize, &str, f64, u32, f64, u32, f64); 10] = [
    (1, "onboard-the-team", 7.9167, 24, 2.0833, 24, 13.75),
    (2, "import-sales-data", 9.1304, 23, 4.7826, 23, 13.4783),
    (3, "see-if-it-fits", 7.7273, 22, 2.7273, 22, 12.7273),
    (4, "forecast-the-quarter", 7.6190, 21, 3.3333, 21, 11.9048),
    (5, "justify-the-price", 7.2727, 22, 3.1818, 22, 11.3636),
    (6, "show-results", 6.0870, 23, 3.0435, 23, 9.1304),
    (8, "get-unstuck", 7.7273, 22, 7.2727, 22, 8.1818),
    (9, "compare-crms", 7.3913, 23, 6.8182, 22, 7.9644),
    (10, "add-a-second-team", 5.9091, 22, 4.5455, 22, 7.2727),
    (11, "log-a-call", 6.0870, 23, 7.8261, 23, 6.0870),
];

#[track_caller]
fn assert_shown(found: f64, expected: f64, decimals: i32) {
    let half = 0.5 * 10_f64.powi(-decimals) + 1e-9;
    assert!((found - expected).abs() <= half, "{found} for {expected}");
}

#[test]
fn the_sample_ranks_as_its_survey_says() {
    let workspace = crate::testing::sample();
    let ranking = rank(&workspace, &Scope::default());
    for (place, job, importance, n_i, satisfaction, n_s, score) in SAMPLE {
        let row = ranking.row(&id(job)).expect("a job of the sample");
        let rating = row.rating.expect("the survey asked about it");
        assert_eq!((row.rank, row.is_tied), (Some(place), false), "{job}");
        assert_shown(rating.importance, importance, 4);
        assert_shown(rating.satisfaction, satisfaction, 4);
        assert_shown(rating.value, score, 4);
        assert_eq!((rating.n_importance, rating.n_satisfaction), (n_i, n_s));
        assert_eq!(rating.source, Provenance::Customers);
        assert!(rating.is_directional(), "24 people were asked");
    }
    let estimate = &ranking.rows()[6];
    assert_eq!(estimate.job, id("leave-cleanly"));
    let rating = estimate.rating.expect("its owner estimated it");
    assert_eq!(rating.source, Provenance::Estimate);
    assert_close(rating.value, 9.0);
}

#[test]
fn the_long_survey_scores_as_published() {
    let text = include_str!("../../../../tests/data/survey-long.csv");
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let mut people: Vec<(Id, Vec<Answer>)> = Vec::new();
    for row in rows.records() {
        let row = row.expect("a row");
        if people
            .last()
            .is_none_or(|(person, _)| person.as_str() != &row[0])
        {
            people.push((id(&row[0]), Vec::new()));
        }
        let answers = &mut people.last_mut().expect("one was just put there").1;
        answers.push(Answer(
            id(&row[2]),
            row[3].parse().ok(),
            row[4].parse().ok(),
        ));
    }
    assert_eq!(people.len(), 36);
    let mut survey = study("survey", Source::Customers, 5, &[]);
    survey.responses = people
        .into_iter()
        .map(|(id, answers)| Response {
            id,
            segment: None,
            answers,
        })
        .collect();
    let published = [
        ("import-sales-data", 9.44, 36, 1.82, 33, 17.07),
        ("onboard-the-team", 8.61, 36, 2.65, 34, 14.58),
        ("forecast-the-quarter", 5.83, 36, 5.29, 34, 6.37),
        ("log-a-call", 5.83, 36, 7.65, 34, 5.83),
    ];
    let jobs = published.iter().map(|published| job(published.0));
    let workspace = workspace(jobs.collect(), vec![survey]);
    for (job, importance, n_i, satisfaction, n_s, score) in published {
        let rating = rating(&workspace, &Scope::default(), job).expect("it was asked about");
        assert_shown(rating.importance, importance, 2);
        assert_shown(rating.satisfaction, satisfaction, 2);
        assert_shown(rating.value, score, 2);
        assert_eq!((rating.n_importance, rating.n_satisfaction), (n_i, n_s));
        assert!(!rating.is_directional(), "more than 30 answered");
    }
}
