//! What follows from the workspace and is needed at every frame: kept, and brought up to date only
//! where a change touched it.

mod columns;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::domain::{Date, Estimate, Id, Key, Workspace};
use crate::insight::health::{Facts, Finding, Health};
use crate::insight::opportunity::{Ranking, Rating, Scope, best_by_outcome, rank};
use columns::Columns;

/// What follows from a workspace.
#[derive(Clone, Debug, Default)]
pub struct Derived {
    revision: u64,
    columns: Columns,
    /// The jobs that lead to each outcome, by id.
    jobs: BTreeMap<Id, Vec<Id>>,
    /// What each job brings into the ranking, to notice when it does not change.
    stakes: HashMap<Id, Stake>,
    ranking: Arc<Ranking>,
    ranked: u64,
    best: BTreeMap<Id, Rating>,
    health: Health,
}

/// How many records the health check looks at before somebody has to wait: about a millisecond's
/// worth.
const STRETCH: usize = 200;

/// What of a job matters to its place in the ranking and to the score of its card.
#[derive(Clone, Debug, PartialEq)]
struct Stake {
    outcome: Option<Id>,
    estimate: Option<Estimate>,
}

impl Derived {
    /// What follows from a workspace as a whole.
    pub fn of(workspace: &Workspace, today: Date) -> Self {
        let mut derived = Self {
            columns: Columns::of(workspace),
            ..Self::default()
        };
        for id in workspace.jobs().keys() {
            derived.take_in_job(id, workspace);
        }
        derived.rank(workspace);
        derived.health = Health::begin(derived.facts(workspace, today));
        derived.catch_up(workspace, today);
        derived
    }

    /// A number that grows whenever something here may have changed.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The cards of a stage, in the board's order.
    pub fn cards(&self, stage: &Id) -> &[Id] {
        self.columns.cards(stage)
    }

    /// The jobs that lead to an outcome, by id.
    pub fn jobs_of(&self, outcome: &Id) -> &[Id] {
        self.jobs.get(outcome).map_or(&[], Vec::as_slice)
    }

    /// All jobs in order: every study, everybody's answers, by the score.
    pub fn ranking(&self) -> &Arc<Ranking> {
        &self.ranking
    }

    /// A number that grows whenever jobs may be ranked otherwise, by whatever scope.
    pub fn ranked(&self) -> u64 {
        self.ranked
    }

    /// The best rating among an outcome's jobs; none when nobody rated any.
    pub fn best(&self, outcome: &Id) -> Option<&Rating> {
        self.best.get(outcome)
    }

    /// Brings everything up to date after the records of these keys changed.
    pub fn take_in(&mut self, keys: &[Key], workspace: &Workspace, today: Date) {
        self.revision += 1;
        let mut is_ranking_old = false;
        for key in keys {
            match key {
                Key::Outcome(id) => self.columns.take_in(id, workspace),
                Key::Job(id) => is_ranking_old |= self.take_in_job(id, workspace),
                Key::Study(_) => is_ranking_old = true,
                Key::Head
                | Key::Segment(_)
                | Key::Stage(_)
                | Key::Need(_)
                | Key::Review(_)
                | Key::Economics(_) => {}
            }
        }
        if is_ranking_old {
            self.rank(workspace);
        }
        let facts = Facts {
            workspace,
            ranking: &self.ranking,
            today,
        };
        self.health.take_in(keys, facts, is_ranking_old);
        self.catch_up(workspace, today);
    }

    /// What the health check found.
    pub fn health(&self) -> &Health {
        &self.health
    }

    /// The sentence for a finding.
    pub fn told(&self, finding: &Finding, workspace: &Workspace, today: Date) -> String {
        self.health.message(finding, self.facts(workspace, today))
    }

    /// Whether something has still to be looked at.
    pub fn is_behind(&self) -> bool {
        self.health.is_behind()
    }

    /// Looks at a stretch of what has still to be looked at; on another day, that is everything.
    pub fn catch_up(&mut self, workspace: &Workspace, today: Date) {
        self.health.turn_to(today);
        let facts = Facts {
            workspace,
            ranking: &self.ranking,
            today,
        };
        self.health.catch_up(facts, STRETCH);
    }

    fn facts<'a>(&'a self, workspace: &'a Workspace, today: Date) -> Facts<'a> {
        Facts {
            workspace,
            ranking: &self.ranking,
            today,
        }
    }

    fn rank(&mut self, workspace: &Workspace) {
        self.ranked += 1;
        self.ranking = Arc::new(rank(workspace, &Scope::default()));
        self.best = best_by_outcome(workspace, &self.ranking);
    }

    /// Says whether the ranking may be another one: not when only a name or a fate changed.
    fn take_in_job(&mut self, id: &Id, workspace: &Workspace) -> bool {
        let stake = workspace.jobs().get(id).map(|job| Stake {
            outcome: job.outcome.clone(),
            estimate: job.estimate,
        });
        let before = self.stakes.remove(id);
        let is_other = before != stake;
        if let Some(jobs) = before
            .and_then(|stake| stake.outcome)
            .and_then(|outcome| self.jobs.get_mut(&outcome))
        {
            jobs.retain(|job| job != id);
        }
        if let Some(stake) = stake {
            if let Some(outcome) = &stake.outcome {
                let jobs = self.jobs.entry(outcome.clone()).or_default();
                let place = jobs.partition_point(|job| job < id);
                jobs.insert(place, id.clone());
            }
            self.stakes.insert(id.clone(), stake);
        }
        is_other
    }
}
