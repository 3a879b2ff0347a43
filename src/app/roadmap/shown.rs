//! What the roadmap shows of the workspace: the ranking that is asked for, the lanes, the landscape
//! and who answered. Each is made anew only when what it rests on changes.

use std::collections::BTreeMap;

use super::lanes::LANES;
use crate::app::Cx;
use crate::domain::{Id, Source};
use crate::insight::landscape::{Axes, Grid, Landscape, landscape};
use crate::insight::opportunity::{Ranking, Rating, Scope, rank, rank_by_segment};

/// What is shown.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    ranking: Ranking,
    ranked_for: Option<(Scope, u64)>,
    respondents: Respondents,
    by_segment: BTreeMap<Id, Ranking>,
    lanes: [Vec<usize>; LANES.len()],
    lanes_of: Option<u64>,
    landscape: Landscape,
    laid_out_for: Option<(Grid, Axes)>,
}

/// How many answered what is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Respondents {
    /// Customers.
    pub customers: usize,
    /// People of the team, in the customers' place.
    pub team: usize,
}

impl Shown {
    /// The jobs in order.
    pub fn ranking(&self) -> &Ranking {
        &self.ranking
    }

    /// Who answered.
    pub fn respondents(&self) -> Respondents {
        self.respondents
    }

    /// What each segment says of a job, by the segment's id; those left out that were not asked.
    pub fn by_segment(&self, job: &Id) -> impl Iterator<Item = (&Id, Rating)> {
        let rankings = self.by_segment.iter();
        rankings.filter_map(move |(segment, ranking)| Some((segment, ranking.row(job)?.rating?)))
    }

    /// The jobs of each lane of [`LANES`], by their places in the ranking.
    pub fn lanes(&self) -> &[Vec<usize>; LANES.len()] {
        &self.lanes
    }

    /// The landscape, on the grid that the layout has for it.
    pub fn landscape(&self) -> &Landscape {
        &self.landscape
    }

    /// Brings ranking and lanes up to date.
    pub(super) fn follow(&mut self, scope: &Scope, cx: Cx<'_>) {
        let ranked = cx.derived.ranked();
        let is_ranked = self
            .ranked_for
            .as_ref()
            .is_some_and(|made| made.0 == *scope && made.1 == ranked);
        if !is_ranked {
            self.ranking = if *scope == Scope::default() {
                cx.derived.ranking().clone()
            } else {
                rank(cx.workspace, scope)
            };
            self.respondents = Respondents::of(scope, cx);
            self.by_segment = rank_by_segment(cx.workspace, scope);
            self.ranked_for = Some((scope.clone(), ranked));
            self.laid_out_for = None;
        }
        let revision = cx.derived.revision();
        if !is_ranked || self.lanes_of != Some(revision) {
            self.sort_into_lanes(cx);
            self.lanes_of = Some(revision);
        }
    }

    /// Brings the landscape up to date.
    pub(super) fn lay_out(&mut self, grid: Grid, axes: Axes) {
        if self.laid_out_for != Some((grid, axes)) {
            self.landscape = landscape(&self.ranking, grid, axes);
            self.laid_out_for = Some((grid, axes));
        }
    }

    fn sort_into_lanes(&mut self, cx: Cx<'_>) {
        self.lanes = Default::default();
        for (place, row) in self.ranking.rows().iter().enumerate() {
            let fate = cx.workspace.jobs().get(&row.job).and_then(|job| job.fate);
            for (lane, jobs) in LANES.iter().zip(&mut self.lanes) {
                if *lane == fate {
                    jobs.push(place);
                }
            }
        }
    }
}

impl Respondents {
    fn of(scope: &Scope, cx: Cx<'_>) -> Self {
        let mut respondents = Self::default();
        for study in cx.workspace.studies().values() {
            if !scope.asks(&study.id) {
                continue;
            }
            let responses = study.responses.iter();
            let count = responses
                .filter(|response| scope.speaks_of(response.segment.as_ref()))
                .count();
            match study.source {
                Source::Customers => respondents.customers += count,
                Source::Team => respondents.team += count,
            }
        }
        respondents
    }
}
