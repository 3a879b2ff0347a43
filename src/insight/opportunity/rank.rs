//! The order of the jobs: by the lens's figure, then gap, importance, number of answers, id. Jobs
//! that differ only in their id share a rank.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::lens::{Band, Lens, Provenance, millionths};
use super::rating::Rating;
use super::tally::Tallies;
use crate::domain::{Id, Job, Workspace};

/// What is asked of the answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// The studies that count; none named means all, and the owners' estimates for jobs that no
    /// study covers.
    pub studies: Vec<Id>,
    /// The segment whose respondents count; none means everybody. An estimate speaks of no segment
    /// and counts for none.
    pub segment: Option<Id>,
    /// By which figure jobs are ranked.
    pub lens: Lens,
}

/// The jobs in order, those that nobody rated last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranking {
    rows: Vec<Ranked>,
    places: HashMap<Id, usize>,
}

/// One job in the order.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// Its rank from 1; tied jobs share one, and the next rank counts them (1, 1, 3). None when
    /// nobody rated it.
    pub rank: Option<usize>,
    /// Whether another job has the same rank.
    pub is_tied: bool,
    /// The job.
    pub job: Id,
    /// Its figures; none when nobody rated it.
    pub rating: Option<Rating>,
}

/// Ranks all jobs. A job is rated by the customers' studies together; where they don't cover it, by
/// the team's; else by its estimate, if no study and no segment is asked for. A source covers a job
/// when it has at least one answer to each of the two questions.
pub fn rank(workspace: &Workspace, scope: &Scope) -> Ranking {
    let tallies = Tallies::of(workspace, scope);
    let jobs = workspace.jobs().values();
    let rows = jobs
        .map(|job| Ranked {
            rank: None,
            is_tied: false,
            job: job.id.clone(),
            rating: tallies
                .rating(&job.id, scope.lens)
                .or_else(|| estimated(job, scope)),
        })
        .collect();
    Ranking::in_order(rows)
}

/// The ranking of each segment, by the segment's id.
pub fn rank_by_segment(workspace: &Workspace, scope: &Scope) -> BTreeMap<Id, Ranking> {
    let segments = workspace.segments().keys();
    segments
        .map(|segment| {
            let ranking = rank(workspace, &scope.of_segment(segment));
            (segment.clone(), ranking)
        })
        .collect()
}

/// The jobs whose band is not the same in all rankings that rate them, as those of
/// [`rank_by_segment`].
pub fn differing<'a>(rankings: impl IntoIterator<Item = &'a Ranking>) -> BTreeSet<Id> {
    let mut bands: HashMap<&Id, Band> = HashMap::new();
    let mut differing = BTreeSet::new();
    for row in rankings.into_iter().flat_map(Ranking::rows) {
        let Some(band) = row.rating.and_then(|rating| rating.band()) else {
            continue;
        };
        if *bands.entry(&row.job).or_insert(band) != band {
            differing.insert(row.job.clone());
        }
    }
    differing
}

/// The best rating among the jobs of each outcome, by the outcome's id.
pub fn best_by_outcome(workspace: &Workspace, ranking: &Ranking) -> BTreeMap<Id, Rating> {
    let mut best = BTreeMap::new();
    for row in ranking.rows() {
        let job = workspace.jobs().get(&row.job);
        if let (Some(rating), Some(outcome)) = (row.rating, job.and_then(|j| j.outcome.as_ref())) {
            best.entry(outcome.clone()).or_insert(rating);
        }
    }
    best
}

impl Scope {
    /// The same, asked of one segment.
    #[must_use]
    pub fn of_segment(&self, segment: &Id) -> Self {
        Self {
            segment: Some(segment.clone()),
            ..self.clone()
        }
    }

    /// The same, asked of everybody.
    #[must_use]
    pub fn of_all(&self) -> Self {
        Self {
            segment: None,
            ..self.clone()
        }
    }

    /// Whether a study counts.
    pub fn asks(&self, study: &Id) -> bool {
        self.studies.is_empty() || self.studies.contains(study)
    }

    /// Whether respondents of a segment, or of none, count.
    pub fn speaks_of(&self, segment: Option<&Id>) -> bool {
        self.segment.is_none() || self.segment.as_ref() == segment
    }

    fn takes_estimates(&self) -> bool {
        self.studies.is_empty() && self.segment.is_none()
    }
}

impl Ranking {
    /// Puts rows in order and numbers them.
    pub(super) fn in_order(mut rows: Vec<Ranked>) -> Self {
        rows.sort_by_cached_key(|row| (standing(row), row.job.clone()));
        number(&mut rows);
        let jobs = rows.iter().enumerate();
        let places = jobs.map(|(place, row)| (row.job.clone(), place)).collect();
        Self { rows, places }
    }

    /// The jobs, in order.
    pub fn rows(&self) -> &[Ranked] {
        &self.rows
    }

    /// Where a job stands in [`Ranking::rows`], from 0.
    pub fn place(&self, job: &Id) -> Option<usize> {
        self.places.get(job).copied()
    }

    /// The row of a job.
    pub fn row(&self, job: &Id) -> Option<&Ranked> {
        self.rows.get(self.place(job)?)
    }
}

fn estimated(job: &Job, scope: &Scope) -> Option<Rating> {
    let estimate = job.estimate.filter(|_| scope.takes_estimates())?;
    let (importance, satisfaction) = (estimate.importance.get(), estimate.satisfaction.get());
    Some(Rating {
        lens: scope.lens,
        value: scope.lens.figure(importance, satisfaction),
        importance,
        satisfaction,
        n_importance: 0,
        n_satisfaction: 0,
        source: Provenance::Estimate,
    })
}

/// What decides the order of a job, its id left aside: figure, gap and importance in millionths, then
/// how many answered, the greatest first; what nobody rated comes last.
type Standing = (bool, Reverse<([i64; 3], u32)>);

fn standing(row: &Ranked) -> Standing {
    let figures = row.rating.map(|rating| {
        let figures = [rating.value, rating.gap(), rating.importance];
        (figures.map(millionths), rating.n())
    });
    (figures.is_none(), Reverse(figures.unwrap_or_default()))
}

/// Numbers rows that are in order.
fn number(rows: &mut [Ranked]) {
    let (mut first, mut before) = (0, None);
    for place in 0..rows.len() {
        if rows[place].rating.is_none() {
            return;
        }
        let here = Some(standing(&rows[place]));
        let is_tied = here == before;
        before = here;
        if is_tied {
            rows[place - 1].is_tied = true;
        } else {
            first = place;
        }
        rows[place].is_tied = is_tied;
        rows[place].rank = Some(first + 1);
    }
}
