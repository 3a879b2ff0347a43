//! What the roadmap shows of the workspace: the ranking that is asked for, or what it would be if;
//! the lanes, the landscape and who answered. Each is made anew only when what it rests on changes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::brackets::{Bracket, brackets};
use super::lanes::LANES;
use super::lanes::sorted::Sorted;
use super::what_if::WhatIf;
use crate::app::Cx;
use crate::domain::{Fate, Id, Workspace};
use crate::insight::landscape::{Axes, Cell, Grid, Landscape, landscape};
use crate::insight::opportunity::{
    Ranking, Rating, Respondents, Scope, differing, rank, rank_by_segment, suppose,
};
use crate::insight::overrides::Override;
use crate::insight::uncertainty::{Interval, intervals};

/// What is shown.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    truth: Arc<Ranking>,
    ranked_for: Option<Asked>,
    /// What the ranking would be if, and by which state of what is supposed.
    supposed: Option<(u64, Ranking)>,
    measured: Found,
    /// The part of a bracket at each place of the ranking.
    brackets: Vec<Option<Bracket>>,
    /// Whether it was asked how sure the ranking is.
    is_measured: bool,
    respondents: Respondents,
    segments: Vec<Id>,
    sorted: Sorted,
    sorted_for: Option<u64>,
    landscape: Landscape,
    ghosts: Vec<Cell>,
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
    /// What came out.
    pub found: Found,
}

/// What is measured beside a ranking.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Where the figure and the rank of each job lie.
    pub intervals: BTreeMap<Id, Interval>,
    /// The ranking of all segments together, and who answered.
    pub of_all: (Ranking, Respondents),
    /// The ranking of each segment, and who of it answered.
    pub by_segment: BTreeMap<Id, (Ranking, Respondents)>,
    /// The jobs whose band is not the same in every segment.
    pub differing: BTreeSet<Id>,
}

impl Shown {
    /// The jobs in order: as they are, or as they would be if.
    pub fn ranking(&self) -> &Ranking {
        self.supposed
            .as_ref()
            .map_or(&self.truth, |(_, ranking)| ranking)
    }

    /// The jobs in order as they are.
    pub fn truth(&self) -> &Ranking {
        &self.truth
    }

    /// Who answered.
    pub fn respondents(&self) -> Respondents {
        self.respondents
    }

    /// All segments, by id.
    pub fn segments(&self) -> &[Id] {
        &self.segments
    }

    /// What each segment says of a job, by the segment's id; none before that is measured, and of
    /// segments that were not asked.
    pub fn by_segment(&self, job: &Id) -> impl Iterator<Item = (&Id, Rating)> {
        let rankings = self.measured.by_segment.iter();
        rankings
            .filter_map(move |(segment, (ranking, _))| Some((segment, ranking.row(job)?.rating?)))
    }

    /// The ranking of a segment, or of all together, and who answered; none before that is measured.
    pub fn of_segment(&self, segment: Option<&Id>) -> Option<&(Ranking, Respondents)> {
        match segment {
            Some(segment) => self.measured.by_segment.get(segment),
            None => Some(&self.measured.of_all),
        }
    }

    /// Whether the band of a job is not the same in every segment. It is not said beside figures
    /// that are only supposed.
    pub fn is_differing(&self, job: &Id) -> bool {
        self.supposed.is_none() && self.measured.differing.contains(job)
    }

    /// Whether there is a job whose band is not the same in every segment.
    pub fn has_differing(&self) -> bool {
        self.supposed.is_none() && !self.measured.differing.is_empty()
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
        self.sorted.if_given(job, fate, &self.truth)
    }

    /// The landscape, on the grid that the layout has for it.
    pub fn landscape(&self) -> &Landscape {
        &self.landscape
    }

    /// Where the jobs that are supposed to lie elsewhere lie in truth.
    pub fn ghosts(&self) -> &[Cell] {
        &self.ghosts
    }

    /// Where a job's figure and its rank lie; none before that is measured, for an estimate, and
    /// beside figures that are only supposed.
    pub fn interval(&self, job: &Id) -> Option<&Interval> {
        let is_true = self.supposed.is_none();
        self.measured.intervals.get(job).filter(|_| is_true)
    }

    /// The part of a bracket around jobs that can't be told apart, by the place of a job; none
    /// where it can be.
    pub fn bracket(&self, place: usize) -> Option<Bracket> {
        let is_true = self.supposed.is_none();
        *self.brackets.get(place).filter(|_| is_true)?
    }

    /// The first and the last rank of the jobs from which the one at this place can't be told apart,
    /// its own among them; none where it can be.
    pub fn alike(&self, place: usize) -> Option<(usize, usize)> {
        self.bracket(place).filter(|part| *part != Bracket::Past)?;
        let is = |place: &usize, part| self.bracket(*place) == Some(part);
        let first = (0..=place).rev().find(|place| is(place, Bracket::First))?;
        let last = (place..self.brackets.len()).find(|place| is(place, Bracket::Last))?;
        let rank = |place: usize| self.truth.rows()[place].rank;
        Some((rank(first)?, rank(last)?))
    }

    /// Whether some jobs can't be told apart.
    pub fn has_brackets(&self) -> bool {
        self.supposed.is_none() && self.brackets.iter().any(Option::is_some)
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
            self.measured = measured.found;
            let intervals = &self.measured.intervals;
            let rows = self.truth.rows().iter();
            let groups = rows.map(|row| intervals.get(&row.job).map(|found| found.group));
            self.brackets = brackets(&groups.collect::<Vec<_>>());
        }
    }

    /// Brings ranking and lanes up to date.
    pub(super) fn follow(&mut self, scope: &Scope, what_if: Option<&WhatIf>, cx: Cx<'_>) {
        let is_ranked = self.rank(scope, cx);
        let is_supposed = self.suppose(scope, what_if, is_ranked);
        if !is_ranked || !is_supposed {
            self.laid_out_for = None;
        }
        let revision = cx.derived.revision();
        if !is_ranked || !is_supposed || self.sorted_for != Some(revision) {
            self.sorted = Sorted::of(self.ranking(), cx.workspace);
            self.segments = cx.workspace.segments().keys().cloned().collect();
            self.sorted_for = Some(revision);
        }
    }

    /// Ranks the jobs as they are; says whether they were so ranked already.
    fn rank(&mut self, scope: &Scope, cx: Cx<'_>) -> bool {
        let ranked = cx.derived.ranked();
        let made = self.ranked_for.as_ref();
        if made.is_some_and(|made| made.scope == *scope && made.ranked == ranked) {
            return true;
        }
        // What the segments say does not depend on which of them is looked at.
        let is_of_another_segment =
            made.is_some_and(|made| made.ranked == ranked && made.scope.of_all() == scope.of_all());
        if is_of_another_segment {
            self.measured.intervals.clear();
        } else {
            self.measured = Found::default();
        }
        self.truth = if *scope == Scope::default() {
            Arc::clone(cx.derived.ranking())
        } else {
            Arc::new(rank(cx.workspace, scope))
        };
        self.respondents = Respondents::of(cx.workspace, scope);
        self.ranked_for = Some(Asked {
            scope: scope.clone(),
            ranked,
        });
        self.brackets.clear();
        self.is_measured = false;
        false
    }

    /// Ranks the jobs as they would be if; says whether they were so ranked already.
    fn suppose(&mut self, scope: &Scope, what_if: Option<&WhatIf>, is_ranked: bool) -> bool {
        let made = self.supposed.as_ref().map(|(state, _)| *state);
        if is_ranked && made == what_if.map(WhatIf::state) {
            return true;
        }
        self.supposed = what_if.map(|what_if| {
            let ranking = suppose(&self.truth, scope.lens, what_if.supposed());
            (what_if.state(), ranking)
        });
        false
    }

    /// Brings the landscape up to date.
    pub(super) fn lay_out(&mut self, grid: Grid, axes: Axes) {
        if self.laid_out_for != Some((grid, axes)) {
            self.landscape = landscape(self.ranking(), grid, axes);
            self.ghosts = self.elsewhere(grid, axes);
            self.laid_out_for = Some((grid, axes));
        }
    }

    /// The cells in which jobs lie that are supposed to lie in another one.
    fn elsewhere(&self, grid: Grid, axes: Axes) -> Vec<Cell> {
        let Some((_, supposed)) = &self.supposed else {
            return Vec::new();
        };
        let cell = |rating: Rating| grid.cell(axes, rating.importance, rating.satisfaction);
        let moved = self.truth.rows().iter().filter_map(|row| {
            let (before, after) = (row.rating?, supposed.row(&row.job)?.rating?);
            Some(cell(before)).filter(|there| *there != cell(after))
        });
        moved.collect()
    }
}

impl Measured {
    /// Measures a ranking of a workspace.
    pub fn of(workspace: &Workspace, asked: Asked) -> Self {
        let scope = &asked.scope;
        let rankings = rank_by_segment(workspace, scope);
        let differing = differing(rankings.values());
        let by_segment = rankings.into_iter().map(|(segment, ranking)| {
            let respondents = Respondents::of(workspace, &scope.of_segment(&segment));
            (segment, (ranking, respondents))
        });
        let found = Found {
            intervals: intervals(workspace, scope),
            of_all: {
                let all = scope.of_all();
                (rank(workspace, &all), Respondents::of(workspace, &all))
            },
            by_segment: by_segment.collect(),
            differing,
        };
        Self { asked, found }
    }
}
