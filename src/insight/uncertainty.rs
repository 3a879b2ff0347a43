//! How sure a figure and a rank are: the respondents are drawn again and again, as if others like
//! them had been asked, and what varies is measured (Efron's bootstrap, 1979). Whole respondents
//! are drawn, so that what one person said of several jobs stays together.
//!
//! The draws come from a fixed seed: the same answers give the same intervals on every machine.
//! It takes a while for large studies; nothing in here starts a thread.

mod draws;
mod sample;

use std::collections::BTreeMap;

use self::draws::Draws;
use self::sample::{BLOCK, Figures, Sample};
use super::opportunity::{Ranking, Scope, rank};
use crate::domain::{Id, Workspace};

/// How often the respondents are drawn.
pub const DRAWS: usize = 2_000;

const _: () = assert!(
    DRAWS.is_multiple_of(BLOCK),
    "draws are made in whole blocks"
);

/// The part of the draws that lies below an interval, and the part that lies above.
const TAIL: f64 = 0.05;

/// Where a figure lies in nine of ten draws.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The least and the greatest figure of the lens.
    pub value: (f64, f64),
    /// The best and the worst rank.
    pub rank: (usize, usize),
}

/// The 90 % intervals of the jobs that customers or the team rated. An estimate has none: nobody
/// was asked who could be drawn. It keeps its figure and takes part in the ranks of the others.
pub fn intervals(workspace: &Workspace, scope: &Scope) -> BTreeMap<Id, Interval> {
    let ranking = rank(workspace, scope);
    let sample = Sample::of(workspace, scope, &ranking);
    let mut draws = Draws::default();
    let mut measured = Measured::of(&ranking);
    for _ in 0..DRAWS / BLOCK {
        measured.take(&sample.draw(&mut draws));
    }
    measured.intervals(&ranking)
}

/// The figures and ranks of every rated job, draw by draw.
struct Measured {
    figures: Vec<Vec<i32>>,
    ranks: Vec<Vec<u32>>,
    order: Vec<(i32, usize)>,
}

impl Measured {
    fn of(ranking: &Ranking) -> Self {
        let rated = ranking.rows().iter().filter(|row| row.rating.is_some());
        let jobs = rated.count();
        Self {
            figures: vec![Vec::with_capacity(DRAWS); jobs],
            ranks: vec![Vec::with_capacity(DRAWS); jobs],
            order: Vec::with_capacity(jobs),
        }
    }

    /// Takes in a block of draws: the figures of each job.
    fn take(&mut self, jobs: &[Figures]) {
        for (known, figures) in self.figures.iter_mut().zip(jobs) {
            known.extend(figures.iter().flatten());
        }
        for draw in 0..BLOCK {
            self.rank(jobs.iter().map(|figures| figures[draw]));
        }
    }

    /// Ranks the jobs by their figures in one draw; those with the same figure share a rank.
    fn rank(&mut self, figures: impl Iterator<Item = Option<i32>>) {
        self.order.clear();
        let drawn = figures.enumerate();
        let drawn = drawn.filter_map(|(place, figure)| Some((-figure?, place)));
        self.order.extend(drawn);
        self.order.sort_unstable();
        let mut first = 0;
        for (at, &(figure, place)) in self.order.iter().enumerate() {
            if self.order[first].0 != figure {
                first = at;
            }
            self.ranks[place].push(u32::try_from(first + 1).unwrap_or(u32::MAX));
        }
    }

    fn intervals(mut self, ranking: &Ranking) -> BTreeMap<Id, Interval> {
        let rows = ranking.rows().iter().zip(0..self.figures.len());
        let asked = rows.filter(|(row, _)| row.rating.is_some_and(|rating| rating.n() > 0));
        asked
            .filter_map(|(row, place)| {
                let figures = middle(&mut self.figures[place])?;
                let ranks = middle(&mut self.ranks[place])?;
                let interval = Interval {
                    value: (f64::from(figures.0) / 1e6, f64::from(figures.1) / 1e6),
                    rank: (ranks.0 as usize, ranks.1 as usize),
                };
                Some((row.job.clone(), interval))
            })
            .collect()
    }
}

/// The bounds between which all but the tails lie; none of nothing.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a part of the number of draws"
)]
fn middle<T: Ord + Copy>(drawn: &mut [T]) -> Option<(T, T)> {
    let last = drawn.len().checked_sub(1)?;
    let tail = (last as f64 * TAIL).floor() as usize;
    let low = *drawn.select_nth_unstable(tail).1;
    let high = *drawn.select_nth_unstable(last - tail).1;
    Some((low, high))
}

#[cfg(test)]
mod tests;
