//! What the roadmap shows of the workspace: the ranking that is asked for, the lanes, the landscape
//! and who answered. Each is made anew only when what it rests on changes.

use std::collections::{BTreeMap, BTreeSet};

use super::lanes::LANES;
use super::lanes::sorted::Sorted;
use crate::app::Cx;
use crate::domain::{Fate, Id, Workspace};
use crate::insight::landscape::{Axes, Grid, Landscape, landscape};
use crate::insight::opportunity::{
    Ranking, Rating, Respondents, Scope, differing, rank, rank_by_segment,
};
use crate::insight::overrides::Override;
use crate::insight::uncertainty::{Interval, intervals};

/// What is shown.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    ranking: Ranking,
    ranked_for: Option<Asked>,
    intervals: BTreeMap<Id, Interval>,
    /// Whether it was asked how sure the ranking is.
    is_measured: bool,
    by_segment: BTreeMap<Id, Ranking>,
    differing: BTreeSet<Id>,
    respondents: Respondents,
    sorted: Sorted,
    sorted_for: Option<u64>,
    landscape: Landscape,
    laid_out_for: Option<(Grid, Axes)>,
}

/// A ranking: what is asked, and of which state of jobs and answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What is asked.
    pub scope: Scope,
    /// The number of the state, as [`Derived::ranked`](crate::app::derived::Derived::ranked) has it.
    pub ranked: u64,
}

/// How sure a ranking is. It takes a while for large studies.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// Which one.
    pub asked: Asked,
    /// Where the figure and the rank of each job lie.
    pub intervals: BTreeMap<Id, Interval>,
    /// The ranking of each segment.
    pub by_segment: BTreeMap<Id, Ranking>,
    /// The jobs whose band is not the same in every segment.
    pub differing: BTreeSet<Id>,
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

    /// What each segment says of a job, by the segment's id; none before that is measured, and of
    /// segments that were not asked.
    pub fn by_segment(&self, job: &Id) -> impl Iterator<Item = (&Id, Rating)> {
        let rankings = self.by_segment.iter();
        rankings.filter_map(move |(segment, ranking)| Some((segment, ranking.row(job)?.rating?)))
    }

    /// The jobs whose band is not the same in every segment.
    pub fn differing(&self) -> &BTreeSet<Id> {
        &self.differing
    }

    /// The jobs of each lane of [`LANES`], by their places in the ranking.
    pub fn lanes(&self) -> &[Vec<usize>; LANES.len()] {
        self.sorted.places()
    }

    /// The jobs in their lanes.
    pub fn sorted(&self) -> &Sorted {
        &self.sorted
    }

    /// How a fate would go against the rank of a job if it said nothing about why it has it.
    pub(super) fn against(&self, job: &Id, fate: Fate) -> Option<Override> {
        self.sorted.if_given(job, fate, &self.ranking)
    }

    /// The landscape, on the grid that the layout has for it.
    pub fn landscape(&self) -> &Landscape {
        &self.landscape
    }

    /// Where a job's figure and its rank lie; none before that is measured, and for an estimate.
    pub fn interval(&self, job: &Id) -> Option<&Interval> {
        self.intervals.get(job)
    }

    /// What is to be measured: each ranking that rests on answers, once.
    pub(super) fn measure(&mut self) -> Option<Asked> {
        if self.is_measured || self.respondents.is_nobody() {
            return None;
        }
        self.is_measured = true;
        self.ranked_for.clone()
    }

    /// Takes in what was measured, unless the ranking is another one by now.
    pub(super) fn take_in(&mut self, measured: Measured) {
        if self.ranked_for.as_ref() == Some(&measured.asked) {
            self.intervals = measured.intervals;
            self.by_segment = measured.by_segment;
            self.differing = measured.differing;
        }
    }

    /// Brings ranking and lanes up to date.
    pub(super) fn follow(&mut self, scope: &Scope, cx: Cx<'_>) {
        let ranked = cx.derived.ranked();
        let made = self.ranked_for.as_ref();
        let is_ranked = made.is_some_and(|made| made.scope == *scope && made.ranked == ranked);
        if !is_ranked {
            self.ranking = if *scope == Scope::default() {
                cx.derived.ranking().clone()
            } else {
                rank(cx.workspace, scope)
            };
            self.respondents = Respondents::of(cx.workspace, scope);
            self.ranked_for = Some(Asked {
                scope: scope.clone(),
                ranked,
            });
            self.intervals.clear();
            self.by_segment.clear();
            self.differing.clear();
            self.is_measured = false;
            self.laid_out_for = None;
        }
        let revision = cx.derived.revision();
        if !is_ranked || self.sorted_for != Some(revision) {
            self.sorted = Sorted::of(&self.ranking, cx.workspace);
            self.sorted_for = Some(revision);
        }
    }

    /// Brings the landscape up to date.
    pub(super) fn lay_out(&mut self, grid: Grid, axes: Axes) {
        if self.laid_out_for != Some((grid, axes)) {
            self.landscape = landscape(&self.ranking, grid, axes);
            self.laid_out_for = Some((grid, axes));
        }
    }
}

impl Measured {
    /// Measures a ranking of a workspace.
    pub fn of(workspace: &Workspace, asked: Asked) -> Self {
        let by_segment = rank_by_segment(workspace, &asked.scope);
        Self {
            intervals: intervals(workspace, &asked.scope),
            differing: differing(by_segment.values()),
            by_segment,
            asked,
        }
    }
}
