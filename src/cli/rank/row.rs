//! The ranking as JSON and CSV have it: the keys are a contract; they may grow, never change.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::domain::choice::Choice;
use crate::domain::{Fate, Id, Workspace};
use crate::insight::opportunity::{self, Ranked, Ranking, Rating, Scope};

/// One ranking.
#[derive(Debug, Serialize)]
pub(super) struct Answered<'a> {
    lens: &'static str,
    segment: Option<&'a Id>,
    studies: Vec<&'a Id>,
    jobs: Vec<Row<'a>>,
}

/// The rankings of all segments.
#[derive(Debug, Serialize)]
pub(super) struct BySegment<'a> {
    lens: &'static str,
    studies: Vec<&'a Id>,
    /// The jobs whose band is not the same in all segments.
    differing: BTreeSet<Id>,
    segments: Vec<Answered<'a>>,
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
    /// Not reckoned by this version.
    score_interval: Option<[f64; 2]>,
    /// Not reckoned by this version.
    rank_interval: Option<[usize; 2]>,
    directional: Option<bool>,
    fate: Option<Fate>,
    why: Option<&'a str>,
}

impl<'a> Answered<'a> {
    pub(super) fn new(workspace: &'a Workspace, scope: &'a Scope, jobs: Vec<Row<'a>>) -> Self {
        Self {
            lens: scope.lens.word(),
            segment: scope.segment.as_ref(),
            studies: studies(workspace, scope),
            jobs,
        }
    }
}

impl<'a> BySegment<'a> {
    pub(super) fn new(
        workspace: &'a Workspace,
        scope: &'a Scope,
        rankings: &'a BTreeMap<Id, Ranking>,
    ) -> Self {
        let segments = rankings.iter().map(|(segment, ranking)| Answered {
            segment: Some(segment),
            ..Answered::new(workspace, scope, rows(workspace, ranking))
        });
        Self {
            lens: scope.lens.word(),
            studies: studies(workspace, scope),
            differing: opportunity::differing(rankings.values()),
            segments: segments.collect(),
        }
    }
}

/// The rows of a ranking, in its order.
pub(super) fn rows<'a>(workspace: &'a Workspace, ranking: &'a Ranking) -> Vec<Row<'a>> {
    let rows = ranking.rows().iter();
    rows.filter_map(|row| Row::of(workspace, row)).collect()
}

/// The studies that count, by id.
fn studies<'a>(workspace: &'a Workspace, scope: &'a Scope) -> Vec<&'a Id> {
    if scope.studies.is_empty() {
        workspace.studies().keys().collect()
    } else {
        scope.studies.iter().collect()
    }
}

impl<'a> Row<'a> {
    fn of(workspace: &'a Workspace, ranked: &'a Ranked) -> Option<Self> {
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
            score_interval: None,
            rank_interval: None,
            directional: rating.map(Rating::is_directional),
            fate: job.fate,
            why: job.why.as_deref(),
        })
    }
}
