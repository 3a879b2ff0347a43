//! The order of the jobs, and ties.

use super::*;

/// The ranks of jobs in order: (rank, tied, job).
fn ranks(workspace: &Workspace, scope: &Scope) -> Vec<(Option<usize>, bool, String)> {
    let ranking = rank(workspace, scope);
    let rows = ranking.rows().iter();
    rows.map(|row| (row.rank, row.is_tied, row.job.to_string()))
        .collect()
}

fn row(rank: usize, is_tied: bool, job: &str) -> (Option<usize>, bool, String) {
    (Some(rank), is_tied, job.to_owned())
}

#[test]
fn ties_share_a_rank_and_the_next_counts_them() {
    let workspace = workspace(
        vec![
            estimated("c", 5.0, 2.0),
            estimated("b", 9.0, 1.0),
            estimated("a", 9.0, 1.0),
            estimated("d", 1.0, 1.0),
            estimated("e", 1.0, 1.0),
            estimated("f", 1.0, 1.0),
        ],
        vec![],
    );
    assert_eq!(
        ranks(&workspace, &Scope::default()),
        [
            row(1, true, "a"),
            row(1, true, "b"),
            row(3, false, "c"),
            row(4, true, "d"),
            row(4, true, "e"),
            row(4, true, "f"),
        ]
    );
}

#[test]
fn equal_scores_go_by_gap_then_importance_then_answers_then_id() {
    // Scores of 12: by a larger gap; by the same gap in value at stake, see below.
    let larger_gap = estimated("z-larger-gap", 7.0, 2.0);
    let smaller_gap = estimated("a-smaller-gap", 8.0, 4.0);
    let by_gap = workspace(vec![smaller_gap, larger_gap], vec![]);
    assert_eq!(
        ranks(&by_gap, &Scope::default()),
        [
            row(1, false, "z-larger-gap"),
            row(2, false, "a-smaller-gap")
        ]
    );

    // The same figure of a lens and the same gap, but not the same importance.
    let by_importance = workspace(
        vec![estimated("a-less", 5.0, 3.0), estimated("z-more", 6.0, 4.0)],
        vec![],
    );
    assert_eq!(
        ranks(&by_importance, &by(Lens::Gap)),
        [row(1, false, "z-more"), row(2, false, "a-less")]
    );

    let asked: Answers = &[
        &[("z-many", Some(5), Some(1)), ("a-few", Some(5), Some(1))],
        &[("z-many", Some(5), Some(1)), ("a-few", Some(5), None)],
    ];
    let by_answers = workspace(
        vec![job("a-few"), job("z-many")],
        vec![study("survey", Source::Customers, 5, asked)],
    );
    assert_eq!(
        ranks(&by_answers, &Scope::default()),
        [row(1, false, "z-many"), row(2, false, "a-few")]
    );
}

#[test]
fn the_last_bits_of_a_figure_decide_nothing() {
    // Both score 12, one of them as 11.999999999999998; the gap decides.
    let workspace = workspace(
        vec![estimated("gap-3", 9.0, 6.0), estimated("gap-3-8", 8.2, 4.4)],
        vec![],
    );
    assert_eq!(
        ranks(&workspace, &Scope::default()),
        [row(1, false, "gap-3-8"), row(2, false, "gap-3")]
    );
}

#[test]
fn what_nobody_rated_comes_last_without_a_rank() {
    let workspace = workspace(vec![job("b"), estimated("z", 0.0, 10.0), job("a")], vec![]);
    let none = |job: &str| (None, false, job.to_owned());
    assert_eq!(
        ranks(&workspace, &Scope::default()),
        [row(1, false, "z"), none("a"), none("b")]
    );
}

#[test]
fn a_lens_has_an_order_of_its_own() {
    let workspace = workspace(
        vec![
            estimated("important", 10.0, 8.0),
            estimated("lacking", 6.0, 2.0),
        ],
        vec![],
    );
    let first = |lens| rank(&workspace, &by(lens)).rows()[0].job.to_string();
    assert_eq!(first(Lens::Score), "important");
    assert_eq!(first(Lens::Gap), "lacking");
    assert_eq!(first(Lens::Value), "lacking");
}

#[test]
fn a_job_is_found_in_the_ranking() {
    let workspace = workspace(vec![job("a"), estimated("b", 5.0, 5.0)], vec![]);
    let ranking = rank(&workspace, &Scope::default());
    assert_eq!(ranking.place(&id("b")), Some(0));
    assert_eq!(ranking.place(&id("a")), Some(1));
    assert_eq!(ranking.row(&id("nobody")), None);
}

#[test]
fn the_best_job_speaks_for_its_outcome() {
    let workspace = crate::testing::sample();
    let ranking = rank(&workspace, &Scope::default());
    let best = best_by_outcome(&workspace, &ranking);
    let shown = |outcome: &str| {
        best.get(&id(outcome))
            .map(|rating| format!("{:.1}", rating.value))
    };
    // It has three jobs.
    assert_eq!(shown("set-up-quickly").as_deref(), Some("13.8"));
    assert_eq!(shown("find-a-better-way").as_deref(), Some("12.7"));
    assert_eq!(shown("be-understood"), None);
}
