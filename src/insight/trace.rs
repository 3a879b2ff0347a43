//! The trace: how the vision leads to needs, these to outcomes, jobs, initiatives and KPIs, link by
//! link, and where that chain breaks.
//!
//! A chain has a link for what is missing too, so that everything in a workspace is reached from the
//! vision: outcomes that serve no need hang on [`Link::NoNeed`], jobs that lead to no outcome on
//! [`Link::NoOutcome`], and the initiatives of an outcome without a job on [`Link::NoJob`].

use std::collections::{HashMap, HashSet};
use std::fmt;

use crate::domain::workspace::Home;
use crate::domain::{Id, Outcome, Vision, Workspace};

/// A link of a chain.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Link {
    /// The vision.
    Vision,
    /// A need.
    Need(Id),
    /// In the place of a need, above outcomes that serve none.
    NoNeed,
    /// An outcome.
    Outcome(Id),
    /// In the place of an outcome, above jobs that lead to none.
    NoOutcome,
    /// A job.
    Job(Id),
    /// In the place of a job, above the initiatives of this outcome, which has none.
    NoJob(Id),
    /// An initiative.
    Initiative(Id),
    /// A KPI.
    Kpi(Id),
}

/// What stands at the same distance from the vision, the vision itself first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Level {
    Vision,
    Need,
    Outcome,
    Job,
    Initiative,
    Kpi,
}

/// Where a chain breaks, at a link or right behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gap {
    /// Nothing is written down of the vision.
    NoVision,
    /// There is no need.
    NoNeed,
    /// Outcomes or jobs serve no need that is written down.
    Unfounded,
    /// Nothing shows that customers have the need.
    NoEvidence,
    /// No outcome serves the need.
    NoOutcome,
    /// Jobs lead to no outcome.
    Unplaced,
    /// No job says what customers must get done to reach the outcome.
    NoJob,
    /// Nothing is done for the outcome.
    NoInitiative,
    /// Nothing tells whether the initiative works.
    NoKpi,
    /// The KPI was never read.
    NoReading,
}

impl Level {
    /// All of them, from the vision on.
    pub const ALL: [Self; 6] = [
        Self::Vision,
        Self::Need,
        Self::Outcome,
        Self::Job,
        Self::Initiative,
        Self::Kpi,
    ];
}

impl Link {
    /// How far from the vision it stands.
    pub fn level(&self) -> Level {
        match self {
            Self::Vision => Level::Vision,
            Self::Need(_) | Self::NoNeed => Level::Need,
            Self::Outcome(_) | Self::NoOutcome => Level::Outcome,
            Self::Job(_) | Self::NoJob(_) => Level::Job,
            Self::Initiative(_) => Level::Initiative,
            Self::Kpi(_) => Level::Kpi,
        }
    }

    /// The id of what it is; none for the vision and for what is missing.
    pub fn id(&self) -> Option<&Id> {
        match self {
            Self::Need(id)
            | Self::Outcome(id)
            | Self::Job(id)
            | Self::Initiative(id)
            | Self::Kpi(id) => Some(id),
            Self::Vision | Self::NoNeed | Self::NoOutcome | Self::NoJob(_) => None,
        }
    }
}

/// The chains of a workspace: what hangs on what, as it was when it was read.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    /// The outcomes on the board by the needs that they serve, stage by stage.
    serving: HashMap<Id, Vec<Id>>,
    /// The outcomes on the board that serve no need.
    unfounded: Vec<Id>,
    /// The jobs by the outcomes that they lead to.
    jobs: HashMap<Id, Vec<Id>>,
    /// The jobs that lead to no outcome.
    unplaced: Vec<Id>,
}

impl Trace {
    /// Reads the chains of a workspace.
    pub fn of(workspace: &Workspace) -> Self {
        let mut trace = Self::default();
        for outcome in on_board(workspace) {
            for need in &outcome.needs {
                let there = trace.serving.entry(need.clone()).or_default();
                there.push(outcome.id.clone());
            }
            if outcome.needs.is_empty() {
                trace.unfounded.push(outcome.id.clone());
            }
        }
        for job in workspace.jobs().values() {
            let there = match &job.outcome {
                Some(outcome) => trace.jobs.entry(outcome.clone()).or_default(),
                None => &mut trace.unplaced,
            };
            there.push(job.id.clone());
        }
        trace
    }

    /// The links behind one: outcomes stage by stage, the others in the order of the file, and those
    /// for what is missing last.
    pub fn behind(&self, workspace: &Workspace, link: &Link) -> Vec<Link> {
        match link {
            Link::Vision => {
                let needs = workspace.needs().keys().cloned().map(Link::Need);
                let is_open = !(self.unfounded.is_empty() && self.unplaced.is_empty());
                needs.chain(is_open.then_some(Link::NoNeed)).collect()
            }
            Link::Need(need) => {
                let serving = self.serving.get(need).into_iter().flatten();
                serving.cloned().map(Link::Outcome).collect()
            }
            Link::NoNeed => {
                let outcomes = self.unfounded.iter().cloned().map(Link::Outcome);
                let is_open = !self.unplaced.is_empty();
                outcomes.chain(is_open.then_some(Link::NoOutcome)).collect()
            }
            Link::Outcome(outcome) => match self.jobs.get(outcome) {
                Some(jobs) => jobs.iter().cloned().map(Link::Job).collect(),
                None => vec![Link::NoJob(outcome.clone())],
            },
            Link::NoOutcome => self.unplaced.iter().cloned().map(Link::Job).collect(),
            Link::Job(job) => {
                let job = workspace.jobs().get(job);
                let outcome = job.and_then(|job| job.outcome.as_ref());
                outcome.map_or_else(Vec::new, |outcome| initiatives(workspace, outcome))
            }
            Link::NoJob(outcome) => initiatives(workspace, outcome),
            Link::Initiative(id) => {
                let outcome = workspace.outcome_with(id);
                let initiative = outcome.and_then(|outcome| outcome.initiative(id));
                let kpis = initiative.into_iter().flat_map(|there| &there.kpis);
                kpis.map(|kpi| Link::Kpi(kpi.id.clone())).collect()
            }
            Link::Kpi(_) => Vec::new(),
        }
    }

    /// Everything that hangs on a link, level by level from the one behind it on, each once.
    pub fn below(&self, workspace: &Workspace, link: &Link) -> Vec<Vec<Link>> {
        let mut levels: Vec<Vec<Link>> = Vec::new();
        let mut last = vec![link.clone()];
        loop {
            let mut seen = HashSet::new();
            let behind = last.iter().flat_map(|link| self.behind(workspace, link));
            last = behind.filter(|link| seen.insert(link.clone())).collect();
            if last.is_empty() {
                return levels;
            }
            levels.push(last.clone());
        }
    }

    /// The links from behind one to another that hangs on it, the other last; none where it does
    /// not.
    pub fn way(&self, workspace: &Workspace, from: &Link, to: &Link) -> Option<Vec<Link>> {
        if from.level() >= to.level() {
            return None;
        }
        self.behind(workspace, from).into_iter().find_map(|link| {
            if link == *to {
                return Some(vec![link]);
            }
            let mut way = self.way(workspace, &link, to)?;
            way.insert(0, link);
            Some(way)
        })
    }

    /// Where the chain breaks at a link and right behind it.
    pub fn gaps(&self, workspace: &Workspace, link: &Link) -> Vec<Gap> {
        let gap = |is_open: bool, gap: Gap| is_open.then_some(gap);
        let is_end = || self.behind(workspace, link).is_empty();
        let gaps = match link {
            Link::Vision => {
                let vision = workspace.head().vision.as_ref();
                let is_silent = vision.is_none_or(is_silent);
                let has_needs = !workspace.needs().is_empty();
                [gap(is_silent, Gap::NoVision), gap(!has_needs, Gap::NoNeed)]
            }
            Link::Need(id) => {
                let need = workspace.needs().get(id);
                let has_evidence = need.is_some_and(|need| !need.evidence.is_empty());
                [
                    gap(!has_evidence, Gap::NoEvidence),
                    gap(is_end(), Gap::NoOutcome),
                ]
            }
            Link::NoNeed => [Some(Gap::Unfounded), None],
            Link::Outcome(id) => {
                let outcome = workspace.outcomes().get(id);
                let is_idle = outcome.is_some_and(|outcome| outcome.initiatives.is_empty());
                let has_job = self.jobs.contains_key(id);
                [gap(!has_job, Gap::NoJob), gap(is_idle, Gap::NoInitiative)]
            }
            Link::NoOutcome => [Some(Gap::Unplaced), None],
            Link::Job(id) => {
                let job = workspace.jobs().get(id);
                let is_placed = job.is_some_and(|job| job.outcome.is_some());
                let missing = if is_placed {
                    Gap::NoInitiative
                } else {
                    Gap::Unplaced
                };
                [gap(is_end(), missing), None]
            }
            Link::NoJob(_) => [Some(Gap::NoJob), gap(is_end(), Gap::NoInitiative)],
            Link::Initiative(_) => [gap(is_end(), Gap::NoKpi), None],
            Link::Kpi(id) => {
                let kpi = workspace.kpi(id);
                let is_unread = kpi.is_some_and(|kpi| kpi.readings.is_empty());
                [gap(is_unread, Gap::NoReading), None]
            }
        };
        gaps.into_iter().flatten().collect()
    }

    /// The links from the vision to what an id names, through the first need, and for an initiative
    /// or a KPI the first job, of its outcome. The vision alone where the id names nothing in a chain.
    pub fn path(&self, workspace: &Workspace, id: &Id) -> Vec<Link> {
        let mut links = vec![Link::Vision];
        match workspace.home(id) {
            Some(Home::Need) => links.push(Link::Need(id.clone())),
            Some(Home::Outcome) => links.extend(to_outcome(workspace, id)),
            Some(Home::Job) => {
                let job = workspace.jobs().get(id);
                match job.and_then(|job| job.outcome.as_ref()) {
                    Some(outcome) => links.extend(to_outcome(workspace, outcome)),
                    None => links.extend([Link::NoNeed, Link::NoOutcome]),
                }
                links.push(Link::Job(id.clone()));
            }
            Some(Home::Initiative(outcome)) => {
                links.extend(self.to_initiative(workspace, outcome, id));
            }
            Some(Home::Kpi(outcome)) => {
                let there = workspace.outcomes().get(outcome);
                let initiative = there.and_then(|outcome| {
                    let mut all = outcome.initiatives.iter();
                    all.find(|initiative| initiative.kpis.iter().any(|kpi| kpi.id == *id))
                });
                if let Some(initiative) = initiative {
                    links.extend(self.to_initiative(workspace, outcome, &initiative.id));
                    links.push(Link::Kpi(id.clone()));
                }
            }
            Some(Home::Segment | Home::Stage | Home::Study) | None => {}
        }
        links
    }

    fn to_initiative(&self, workspace: &Workspace, outcome: &Id, id: &Id) -> Vec<Link> {
        let mut links = to_outcome(workspace, outcome).to_vec();
        let jobs = self.behind(workspace, &Link::Outcome(outcome.clone()));
        links.extend(jobs.into_iter().next());
        links.push(Link::Initiative(id.clone()));
        links
    }
}

fn to_outcome(workspace: &Workspace, id: &Id) -> [Link; 2] {
    let outcome = workspace.outcomes().get(id);
    let need = outcome.and_then(|outcome| outcome.needs.first());
    let need = need.map_or(Link::NoNeed, |need| Link::Need(need.clone()));
    [need, Link::Outcome(id.clone())]
}

fn initiatives(workspace: &Workspace, outcome: &Id) -> Vec<Link> {
    let outcome = workspace.outcomes().get(outcome).into_iter();
    let all = outcome.flat_map(|outcome| &outcome.initiatives);
    all.map(|initiative| Link::Initiative(initiative.id.clone()))
        .collect()
}

/// The outcomes on the board, stage by stage.
fn on_board(workspace: &Workspace) -> Vec<&Outcome> {
    let stages = workspace.stages().iter().enumerate();
    let places: HashMap<&Id, usize> = stages.map(|(place, stage)| (&stage.id, place)).collect();
    let all = workspace.outcomes().values().map(|outcome| &**outcome);
    let mut there: Vec<&Outcome> = all.filter(|outcome| outcome.is_active()).collect();
    there.sort_by_key(|outcome| (places.get(&outcome.stage), &outcome.rank, &outcome.id));
    there
}

/// Whether nothing that a need could answer to is written down.
fn is_silent(vision: &Vision) -> bool {
    let parts = [
        &vision.customer,
        &vision.need,
        &vision.offer,
        &vision.impact,
    ];
    parts.iter().all(|part| part.is_none())
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Vision => "Vision",
            Self::Need => "Need",
            Self::Outcome => "Outcome",
            Self::Job => "Job",
            Self::Initiative => "Initiative",
            Self::Kpi => "KPI",
        })
    }
}

impl fmt::Display for Gap {
    /// In a sentence without a full stop.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::NoVision => "No vision is written down yet",
            Self::NoNeed => "No need is written down yet",
            Self::Unfounded => "These serve no need that is written down",
            Self::NoEvidence => "No evidence that customers have this need",
            Self::NoOutcome => "No outcome serves this need",
            Self::Unplaced => "Leads to no outcome",
            Self::NoJob => "No job says what must get done for it",
            Self::NoInitiative => "No initiative serves the outcome",
            Self::NoKpi => "No KPI tells whether this initiative works",
            Self::NoReading => "Nobody has read this KPI yet",
        })
    }
}

#[cfg(test)]
mod tests;
