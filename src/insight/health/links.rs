//! What is counted over all records, kept by what each record brings: a change costs what it
//! touches, however large the workspace is.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::domain::choice::Choice;
use crate::domain::{Cadence, Id, Initiative, Job, Kpi, Outcome, Status, Touch};

/// What outcomes on the board, and jobs, bring.
#[derive(Clone, Debug, Default)]
pub(super) struct Links {
    outcomes: HashMap<Id, Arc<Outcome>>,
    jobs: HashMap<Id, Arc<Job>>,
    jobs_of: HashMap<Id, BTreeSet<Id>>,
    stages: HashMap<Id, Load>,
    needs: HashMap<Id, usize>,
    segments: HashMap<Id, usize>,
    /// How many KPIs are read at each cadence, the shortest first.
    cadences: [usize; Cadence::ALL.len()],
    /// How many KPIs were read more than once.
    followed: usize,
}

/// What the outcomes of a stage bring.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Load {
    /// How many there are.
    pub(super) outcomes: usize,
    /// How many of their initiatives are proactive, those that are done left out.
    pub(super) proactive: usize,
    /// How many are reactive.
    pub(super) reactive: usize,
}

impl Load {
    /// All initiatives that are not done.
    pub(super) fn initiatives(self) -> usize {
        self.proactive + self.reactive
    }
}

/// Whether a record comes in or goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    In,
    Out,
}

impl Way {
    fn count(self, count: &mut usize) {
        match self {
            Self::In => *count += 1,
            Self::Out => *count -= 1,
        }
    }
}

impl Links {
    /// The outcome as it was taken in.
    pub(super) fn outcome(&self, id: &Id) -> Option<&Arc<Outcome>> {
        self.outcomes.get(id)
    }

    /// The job as it was taken in.
    pub(super) fn job(&self, id: &Id) -> Option<&Arc<Job>> {
        self.jobs.get(id)
    }

    /// The jobs that lead to an outcome.
    pub(super) fn jobs_of(&self, outcome: &Id) -> impl Iterator<Item = &Id> {
        self.jobs_of.get(outcome).into_iter().flatten()
    }

    /// What the outcomes of a stage bring.
    pub(super) fn load(&self, stage: &Id) -> Load {
        self.stages.get(stage).copied().unwrap_or_default()
    }

    /// Whether an outcome serves a need.
    pub(super) fn serves_need(&self, need: &Id) -> bool {
        self.needs.get(need).is_some_and(|count| *count > 0)
    }

    /// Whether an outcome is meant for a segment by name.
    pub(super) fn serves_segment(&self, segment: &Id) -> bool {
        self.segments.get(segment).is_some_and(|count| *count > 0)
    }

    /// The shortest cadence of a KPI.
    pub(super) fn shortest_cadence(&self) -> Option<Cadence> {
        let counts = Cadence::ALL.iter().zip(self.cadences);
        let mut there = counts.filter(|(_, count)| *count > 0);
        there.next().map(|(cadence, _)| *cadence)
    }

    /// How many KPIs were read more than once.
    pub(super) fn followed(&self) -> usize {
        self.followed
    }

    /// Takes in an outcome as it is now; none where it is not on the board any more.
    pub(super) fn take_outcome(&mut self, id: &Id, outcome: Option<&Arc<Outcome>>) {
        if let Some(before) = self.outcomes.remove(id) {
            self.count(&before, Way::Out);
        }
        if let Some(outcome) = outcome {
            self.count(outcome, Way::In);
            self.outcomes.insert(id.clone(), outcome.clone());
        }
    }

    /// Takes in a job as it is now; none where it is gone.
    pub(super) fn take_job(&mut self, id: &Id, job: Option<&Arc<Job>>) {
        let before = self.jobs.remove(id);
        let outcome = before.as_ref().and_then(|job| job.outcome.as_ref());
        if let Some(jobs) = outcome.and_then(|outcome| self.jobs_of.get_mut(outcome)) {
            jobs.remove(id);
        }
        let Some(job) = job else { return };
        if let Some(outcome) = &job.outcome {
            let jobs = self.jobs_of.entry(outcome.clone()).or_default();
            jobs.insert(id.clone());
        }
        self.jobs.insert(id.clone(), job.clone());
    }

    fn count(&mut self, outcome: &Outcome, way: Way) {
        let load = self.stages.entry(outcome.stage.clone()).or_default();
        way.count(&mut load.outcomes);
        for initiative in outcome.initiatives.iter().filter(|i| is_work(i)) {
            way.count(match initiative.touch {
                Touch::Proactive => &mut load.proactive,
                Touch::Reactive => &mut load.reactive,
            });
        }
        for need in &outcome.needs {
            way.count(self.needs.entry(need.clone()).or_default());
        }
        for segment in &outcome.segments {
            way.count(self.segments.entry(segment.clone()).or_default());
        }
        for kpi in outcome.kpis() {
            self.count_kpi(kpi, way);
        }
    }

    fn count_kpi(&mut self, kpi: &Kpi, way: Way) {
        if let Some(every) = kpi.every {
            way.count(&mut self.cadences[every as usize]);
        }
        if kpi.readings.len() > 1 {
            way.count(&mut self.followed);
        }
    }
}

/// Whether an initiative is work: begun or to begin.
fn is_work(initiative: &Initiative) -> bool {
    match initiative.status {
        Status::Idea | Status::Planned | Status::Active | Status::Paused => true,
        Status::Done => false,
    }
}
