//! How sure a figure and a rank are: the respondents are drawn again and again, as if others like
//! them had been asked, and what varies is measured (Efron's bootstrap, 1979). Whole respondents
//! are drawn, so that what one person said of several jobs stays together.
//!
//! The draws come from a fixed seed: the same answers give the same intervals on every machine.
//! It takes a while for large studies; nothing in here starts a thread.
//!
//! From 30 answers on, nine of ten intervals hold what all customers would have said. Of fewer they
//! are too narrow: at 8 answers about eight of ten do, since few people can't differ from each other
//! as much as all of them do. That is why a score says below 30 that it only points in a direction.
//!
//! **Groups.** Jobs whose order is not settled stand in one group. Down the ranking, the first job
//! begins a group, and each that follows belongs to it as long as the 90 % interval of the
//! difference between the first and that job includes zero; the one that no longer does begins the
//! next group. The difference is taken draw by draw, of the same respondents (Efron and Tibshirani,
//! *An Introduction to the Bootstrap*, 1993): two intervals may overlap although all agree which of
//! the two jobs comes first. It is compared with the first of the group, and not each with its
//! neighbour, because neighbours are never apart in a long list, and what is decided is where to
//! begin: any job of the first group may be the one that matters most. Two jobs of different groups
//! may still be close to each other. On why ranks ask for this at all: Goldstein and Spiegelhalter,
//! *League Tables and Their Limitations*, 1996.

mod block;
mod draws;
mod ends;
mod groups;
mod sample;

use std::collections::BTreeMap;

use self::block::BLOCK;
use self::draws::Apart;
use self::ends::Ends;
use self::sample::{Figures, NOBODY, Sample};
use super::opportunity::{Ranked, Ranking, Scope, rank};
use crate::domain::{Id, Workspace};

/// How often the respondents are drawn.
pub const DRAWS: usize = 2_000;

const _: () = assert!(
    DRAWS.is_multiple_of(BLOCK),
    "draws are made in whole blocks"
);

/// The part of the draws that lies below an interval, and the part that lies above.
const TAIL: f64 = 0.05;

/// Where the figures of a job lie in nine of ten draws, and from which jobs it can't be told apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The least and the greatest figure of the lens.
    pub value: (f64, f64),
    /// The best and the worst rank.
    pub rank: (usize, usize),
    /// The least and the greatest importance, 0 to 10.
    pub importance: (f64, f64),
    /// The least and the greatest satisfaction, 0 to 10.
    pub satisfaction: (f64, f64),
    /// Which group the job stands in, from 1 at the top of the ranking. Jobs of one group can't be
    /// told apart from its first.
    pub group: usize,
}

/// The 90 % intervals of the jobs that customers or the team rated. An estimate has none, nor has a
/// job about which one person alone was asked: there is nobody else who could be drawn. Nor has one
/// whose draws all agree, as where all answered alike: a range that is a point would look surer than
/// a survey can be. Such a job keeps its figure and takes part in the ranks of the others.
pub fn intervals(workspace: &Workspace, scope: &Scope) -> BTreeMap<Id, Interval> {
    intervals_of(workspace, scope, DRAWS)
}

/// The same of so many draws, which are made in whole blocks.
fn intervals_of(workspace: &Workspace, scope: &Scope, count: usize) -> BTreeMap<Id, Interval> {
    let ranking = rank(workspace, scope);
    let sample = Sample::of(workspace, scope, &ranking);
    let mut draws = Apart::default();
    let mut found = Drawn::of(&ranking);
    for _ in 0..count.div_ceil(BLOCK) {
        found.take(&sample.draw(&mut draws));
    }
    found.intervals(&ranking)
}

/// The figures and the ranks of every rated job, draw by draw.
struct Drawn {
    jobs: Vec<Job>,
    /// The jobs in the order of one draw; kept to be filled again.
    order: Vec<u64>,
}

/// What came of one job.
struct Job {
    /// Its rank among all that were asked.
    rank: Option<usize>,
    /// Its figure in each draw, to compare it with others'.
    figures: Vec<i32>,
    value: Ends,
    ranks: Ends,
    importance: Ends,
    satisfaction: Ends,
}

impl Drawn {
    fn of(ranking: &Ranking) -> Self {
        let rated = ranking.rows().iter().filter(|row| row.rating.is_some());
        let jobs: Vec<Job> = rated.map(Job::of).collect();
        Self {
            order: Vec::with_capacity(jobs.len()),
            jobs,
        }
    }

    /// Takes in a block of draws: the figures of each job.
    fn take(&mut self, jobs: &[Figures]) {
        for (job, figures) in self.jobs.iter_mut().zip(jobs) {
            job.take(figures);
        }
        for draw in 0..BLOCK {
            self.rank(jobs.iter().map(|figures| figures.value[draw]));
        }
    }

    /// Ranks the jobs by their figures in one draw. Where those are equal, the order of all answers
    /// together holds, and jobs that share a rank there share it here.
    fn rank(&mut self, figures: impl Iterator<Item = i32>) {
        self.order.clear();
        let drawn = figures.enumerate();
        let drawn = drawn.filter(|(_, figure)| *figure != NOBODY);
        self.order
            .extend(drawn.map(|(place, figure)| keyed(figure, place)));
        self.order.sort_unstable();
        let (mut rank, mut before) = (0, None);
        for (at, key) in (1..).zip(&self.order) {
            let job = &mut self.jobs[(key & PLACE) as usize];
            let here = Some((key & !PLACE, job.rank));
            if here != before {
                (rank, before) = (at, here);
            }
            job.ranks.take(rank);
        }
    }

    fn intervals(self, ranking: &Ranking) -> BTreeMap<Id, Interval> {
        let rows = ranking.rows().iter().zip(self.jobs);
        let mut asked: Vec<(Id, Job)> = rows
            .filter(|(row, _)| row.rating.is_some_and(|rating| rating.n() > 1))
            .map(|(row, job)| (row.job.clone(), job))
            .collect();
        let figures: Vec<Vec<i32>> = asked
            .iter_mut()
            .map(|(_, job)| std::mem::take(&mut job.figures))
            .collect();
        let groups = groups::numbered(&figures);
        let each = asked.into_iter().zip(groups);
        each.filter_map(|((id, job), group)| Some((id, job.interval(group)?)))
            .collect()
    }
}

/// The part of a key that is the place of its job.
const PLACE: u64 = 0xffff_ffff;

/// A figure and the place of its job as one number: the greatest figure comes first, then the first
/// place.
fn keyed(figure: i32, place: usize) -> u64 {
    let from_greatest = figure.abs_diff(i32::MAX);
    u64::from(from_greatest) << 32 | place as u64
}

impl Job {
    fn of(row: &Ranked) -> Self {
        Self {
            rank: row.rank,
            figures: Vec::with_capacity(DRAWS),
            value: Ends::default(),
            ranks: Ends::default(),
            importance: Ends::default(),
            satisfaction: Ends::default(),
        }
    }

    fn take(&mut self, figures: &Figures) {
        self.figures.extend(&figures.value);
        for (ends, figures) in [
            (&mut self.value, &figures.value),
            (&mut self.importance, &figures.importance),
            (&mut self.satisfaction, &figures.satisfaction),
        ] {
            for figure in figures.iter().filter(|figure| **figure != NOBODY) {
                ends.take(*figure);
            }
        }
    }

    fn interval(self, group: usize) -> Option<Interval> {
        let whole = |rank: i32| usize::try_from(rank).unwrap_or_default();
        let figures = |ends: Ends| {
            let (low, high) = ends.middle()?;
            Some((f64::from(low) / 1e6, f64::from(high) / 1e6))
        };
        let value = figures(self.value)?;
        if value.0 >= value.1 {
            return None;
        }
        let (best, worst) = self.ranks.middle()?;
        Some(Interval {
            value,
            rank: (whole(best), whole(worst)),
            importance: figures(self.importance)?,
            satisfaction: figures(self.satisfaction)?,
            group,
        })
    }
}

/// How many of so many draws lie below an interval, and how many above.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a part of the number of draws"
)]
fn tail(draws: usize) -> usize {
    (draws.saturating_sub(1) as f64 * TAIL).floor() as usize
}

#[cfg(test)]
mod tests;
