//! The ranking as JSON and CSV have it: the keys are a contract; they may grow, never change.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::domain::choice::Choice;
use crate::domain::{Fate, Id, Workspace};
use crate::insight::opportunity::{self, Ranked, Rating, Respondents, Scope};
use crate::insight::uncertainty::{Interval, intervals};

/// What is said of a job, in the order of [`Row`].
pub(super) const KEYS: [&str; 21] = [
    "rank",
    "job",
    "name",
    "outcome",
    "stage",
    "importance",
    "satisfaction",
    "n_importance",
    "n_satisfaction",
    "gap",
    "score",
    "band",
    "zone",
    "table_stakes",
    "source",
    "score_interval",
    "rank_interval",
    "directional",
    "fate",
    "why",
    "group",
];

/// One ranking.
#[derive(Debug, Serialize)]
pub(super) struct Answered<'a> {
    lens: &'static str,
    pub(super) segment: Option<Id>,
    studies: Vec<Id>,
    /// How many customers answered, and how many of the team.
    customers: usize,
    team: usize,
    pub(super) jobs: Vec<Row<'a>>,
}

/// The rankings of all segments.
#[derive(Debug, Serialize)]
pub(super) struct BySegment<'a> {
    lens: &'static str,
    studies: Vec<Id>,
    /// The jobs whose band is not the same in all segments.
    differing: BTreeSet<Id>,
    pub(super) segments: Vec<Answered<'a>>,
}

/// One job. The figures are unrounded, and null where nobody rated it.
#[derive(Debug, Serialize)]
pub(super) struct Row<'a> {
    rank: Option<usize>,
    job: &'a Id,
    name: &'a str,
    outcome: Option<&'a Id>,
    stage: Option<&'a Id>,
    importance: Option<f64>,
    satisfaction: Option<f64>,
    n_importance: Option<u32>,
    n_satisfaction: Option<u32>,
    gap: Option<f64>,
    /// The lens's figure.
    score: Option<f64>,
    band: Option<&'static str>,
    zone: Option<&'static str>,
    table_stakes: Option<bool>,
    source: Option<&'static str>,
    /// Where the lens's figure lies in nine of ten draws.
    score_interval: Option<(f64, f64)>,
    rank_interval: Option<(usize, usize)>,
    directional: Option<bool>,
    fate: Option<Fate>,
    why: Option<&'a str>,
    /// The number of its group of jobs that can't be told apart, from 1 at the top.
    group: Option<usize>,
}

impl<'a> Answered<'a> {
    pub(super) fn of(workspace: &'a Workspace, scope: &Scope) -> Self {
        let ranking = opportunity::rank(workspace, scope);
        let intervals = intervals(workspace, scope);
        let rows = ranking.rows().iter();
        let Respondents { customers, team } = Respondents::of(workspace, scope);
        Self {
            lens: scope.lens.word(),
            segment: scope.segment.clone(),
            studies: studies(workspace, scope),
            customers,
            team,
            jobs: rows
                .filter_map(|row| Row::of(workspace, row, intervals.get(&row.job)))
                .collect(),
        }
    }
}

impl<'a> BySegment<'a> {
    pub(super) fn of(workspace: &'a Workspace, scope: &Scope) -> Self {
        let rankings = opportunity::rank_by_segment(workspace, scope);
        let segments = workspace
            .segments()
            .keys()
            .map(|segment| Answered::of(workspace, &scope.of_segment(segment)));
        Self {
            lens: scope.lens.word(),
            studies: studies(workspace, scope),
            differing: opportunity::differing(rankings.values()),
            segments: segments.collect(),
        }
    }
}

/// The studies that count, by id.
fn studies(workspace: &Workspace, scope: &Scope) -> Vec<Id> {
    if scope.studies.is_empty() {
        workspace.studies().keys().cloned().collect()
    } else {
        scope.studies.clone()
    }
}

impl<'a> Row<'a> {
    fn of(workspace: &'a Workspace, ranked: &Ranked, interval: Option<&Interval>) -> Option<Self> {
        let job = workspace.jobs().get(&ranked.job)?;
        let outcome = job.outcome.as_ref();
        let rating = ranked.rating.as_ref();
        Some(Self {
            rank: ranked.rank,
            job: &job.id,
            name: &job.name,
            outcome,
            stage: outcome
                .and_then(|id| workspace.outcomes().get(id))
                .map(|outcome| &outcome.stage),
            importance: rating.map(|rating| rating.importance),
            satisfaction: rating.map(|rating| rating.satisfaction),
            n_importance: rating.map(|rating| rating.n_importance),
            n_satisfaction: rating.map(|rating| rating.n_satisfaction),
            gap: rating.map(Rating::gap),
            score: rating.map(|rating| rating.value),
            band: rating.and_then(Rating::band).map(Choice::word),
            zone: rating.map(|rating| rating.zone().word()),
            table_stakes: rating.map(Rating::is_table_stakes),
            source: rating.map(|rating| rating.source.word()),
            score_interval: interval.map(|interval| interval.value),
            rank_interval: interval.map(|interval| interval.rank),
            directional: rating.map(Rating::is_directional),
            fate: job.fate,
            why: job.why.as_deref(),
            group: interval.map(|interval| interval.group),
        })
    }
}
