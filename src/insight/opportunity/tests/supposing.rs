//! What if a job had other figures.

use std::collections::BTreeMap;

use super::*;

fn supposed(job: &str, importance: f64, satisfaction: f64) -> BTreeMap<Id, Supposed> {
    let figures = Supposed {
        importance,
        satisfaction,
    };
    BTreeMap::from([(id(job), figures)])
}

fn order(ranking: &Ranking) -> Vec<(Option<usize>, &str)> {
    let rows = ranking.rows().iter();
    rows.map(|row| (row.rank, row.job.as_str())).collect()
}

#[test]
fn the_order_is_what_it_would_be_with_these_figures() {
    let truth = rank(
        &workspace(
            vec![
                estimated("a", 9.0, 1.0),
                estimated("b", 8.0, 2.0),
                estimated("c", 5.0, 5.0),
                job("d"),
            ],
            vec![],
        ),
        &Scope::default(),
    );
    let if_c = suppose(&truth, Lens::Score, &supposed("c", 10.0, 1.0));
    assert_eq!(
        order(&if_c),
        [(Some(1), "c"), (Some(2), "a"), (Some(3), "b"), (None, "d")]
    );
    let rating = if_c.row(&id("c")).and_then(|row| row.rating);
    assert_close(rating.expect("it is rated").value, 19.0);
    let if_d = suppose(&truth, Lens::Score, &supposed("d", 8.0, 2.0));
    assert_eq!(order(&if_d)[1..3], [(Some(2), "b"), (Some(2), "d")]);
}

#[test]
fn nothing_supposed_changes_nothing() {
    let truth = rank(&crate::testing::sample(), &Scope::default());
    assert_eq!(suppose(&truth, Lens::Score, &BTreeMap::new()), truth);
}

#[test]
fn a_large_gap_of_one_job_does_not_lift_the_others() {
    let truth = rank(&crate::testing::sample(), &Scope::default());
    let large = suppose(&truth, Lens::Score, &supposed("log-a-call", 10.0, 0.0));
    assert_eq!(large.rows()[0].job, id("log-a-call"));
    for row in truth
        .rows()
        .iter()
        .filter(|row| row.job != id("log-a-call"))
    {
        let now = large.row(&row.job).and_then(|row| row.rating);
        assert_eq!(now, row.rating, "{}", row.job);
    }
}
