//! Where jobs and lines lie on grids of many sizes.

use super::*;
use crate::domain::testing::id;
use crate::domain::workspace::Records;
use crate::domain::{Estimate, Job, Number, Workspace};
use crate::insight::opportunity::{Scope, rank};

const GRID: Grid = Grid { cols: 21, rows: 11 };

/// The ranking of jobs with these estimates of importance and satisfaction, and one unrated job.
fn ranking(estimates: &[(f64, f64)]) -> Ranking {
    let number = |value| Number::new(value).expect("a number");
    let rated = estimates.iter().enumerate().map(|(n, &(i, s))| Job {
        estimate: Some(Estimate {
            importance: number(i),
            satisfaction: number(s),
        }),
        ..Job::new(id(&format!("job-{n}")), None, "A job")
    });
    let unrated = Job::new(id("unrated"), None, "A job");
    let workspace = Workspace::build(Records {
        jobs: rated.chain([unrated]).map(Into::into).collect(),
        ..Records::default()
    });
    rank(&workspace.expect("the records fit"), &Scope::default())
}

fn cell(row: u16, col: u16) -> Cell {
    Cell { row, col }
}

fn spots(estimates: &[(f64, f64)], axes: Axes) -> Vec<(Cell, Vec<usize>)> {
    let landscape = landscape(&ranking(estimates), GRID, axes);
    let spots = landscape.spots.into_iter();
    spots.map(|spot| (spot.cell, spot.places)).collect()
}

#[test]
fn importance_goes_across_and_satisfaction_up() {
    let corners = [(10.0, 0.0), (10.0, 10.0), (0.0, 0.0), (0.0, 10.0)];
    // In rank order these are 20, 10, 0, and 0 with satisfaction above importance.
    assert_eq!(
        spots(&corners, Axes::ImportanceAcross),
        [
            (cell(0, 0), vec![3]),
            (cell(0, 20), vec![1]),
            (cell(10, 0), vec![2]),
            (cell(10, 20), vec![0]),
        ]
    );
    assert_eq!(
        spots(&[(7.0, 2.0)], Axes::ImportanceAcross),
        [(cell(8, 14), vec![0])]
    );
}

#[test]
fn the_axes_can_be_swapped() {
    assert_eq!(
        spots(&[(7.0, 2.0)], Axes::SatisfactionAcross),
        [(cell(3, 4), vec![0])]
    );
}

#[test]
fn jobs_in_one_cell_share_a_spot_the_best_first() {
    let close = [(7.0, 2.1), (9.0, 1.0), (7.0, 2.0)];
    let landscape = landscape(&ranking(&close), GRID, Axes::default());
    assert_eq!(landscape.spots.len(), 2);
    let shared = landscape.spot_of(1).expect("it is rated");
    assert_eq!(shared.places, [1, 2]);
    assert_eq!(landscape.spot_of(2), Some(shared));
    assert_eq!(landscape.spot_of(3), None, "nobody rated it");
}

#[test]
fn the_lines_run_without_gaps_from_edge_to_edge() {
    for axes in [Axes::ImportanceAcross, Axes::SatisfactionAcross] {
        for (cols, rows) in [(21, 11), (40, 12), (9, 30), (2, 2)] {
            let grid = Grid { cols, rows };
            for line in [served(grid, axes), limit(grid, axes)] {
                for pair in line.windows(2) {
                    let (from, to) = (pair[0], pair[1]);
                    assert!(
                        from.row.abs_diff(to.row) <= 1 && from.col.abs_diff(to.col) <= 1,
                        "{cols}×{rows}: {from:?} to {to:?}"
                    );
                }
                assert_eq!(line.last(), Some(&cell(0, cols - 1)));
            }
            assert_eq!(served(grid, axes).first(), Some(&cell(rows - 1, 0)));
        }
    }
}

#[test]
fn the_lines_part_the_zones() {
    let across = Axes::ImportanceAcross;
    let line = limit(GRID, across);
    assert_eq!(line.first(), Some(&cell(10, 10)), "I 5, S 0");
    // I 8 and S 6 score 10.
    assert!(line.contains(&cell(4, 16)));
    assert!(served(GRID, across).contains(&cell(4, 12)), "I 6, S 6");
    let swapped = limit(GRID, Axes::SatisfactionAcross);
    assert_eq!(swapped.first(), Some(&cell(5, 0)));
    assert!(swapped.contains(&cell(2, 12)));
}

#[test]
fn a_grid_of_a_cell_or_none_is_borne() {
    let ranking = ranking(&[(7.0, 2.0), (1.0, 9.0)]);
    let one = Grid { cols: 1, rows: 1 };
    let landscape = landscape(&ranking, one, Axes::default());
    assert_eq!(landscape.spots.len(), 1);
    assert_eq!(landscape.spots[0].places, [0, 1]);
    for (cols, rows) in [(0, 0), (0, 5), (5, 0)] {
        let none = super::landscape(&ranking, Grid { cols, rows }, Axes::default());
        assert_eq!(none, Landscape::default());
        assert!(served(Grid { cols, rows }, Axes::default()).is_empty());
    }
    let widest = Grid {
        cols: u16::MAX,
        rows: 2,
    };
    assert_eq!(
        super::landscape(&ranking, widest, Axes::default())
            .spots
            .len(),
        2
    );
}
