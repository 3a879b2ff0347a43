//! Which id names what: kept beside the tables so that a KPI or an initiative is found at once,
//! a new id is never one that was there before, and an id that is there twice is noticed.

use std::collections::HashMap;

use super::change::Key;
use super::{Id, Outcome, Workspace};

/// What an id names. An initiative and a KPI say on which outcome they hang.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Home {
    /// A segment.
    Segment,
    /// A stage.
    Stage,
    /// A need.
    Need,
    /// An outcome.
    Outcome,
    /// An initiative of that outcome.
    Initiative(Id),
    /// A KPI of that outcome.
    Kpi(Id),
    /// A job.
    Job,
    /// A study.
    Study,
}

impl Home {
    /// The word for such a thing.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Segment => "segment",
            Self::Stage => "stage",
            Self::Need => "need",
            Self::Outcome => "outcome",
            Self::Initiative(_) => "initiative",
            Self::Kpi(_) => "KPI",
            Self::Job => "job",
            Self::Study => "study",
        }
    }
}

/// Every id that is or was there. An id has one home; none once its thing is gone, and for a moment
/// two, while the edits of a change are being made.
#[derive(Clone, Debug, Default)]
pub(super) struct Index(HashMap<Id, Vec<Home>>);

impl Index {
    pub(super) fn of(workspace: &Workspace) -> Self {
        let mut index = Self::default();
        for key in workspace.keys() {
            index.learn(ids_of(workspace, &key));
        }
        index
    }

    pub(super) fn home(&self, id: &Id) -> Option<&Home> {
        self.0.get(id)?.first()
    }

    pub(super) fn homes(&self, id: &Id) -> &[Home] {
        self.0.get(id).map_or(&[], Vec::as_slice)
    }

    pub(super) fn is_spent(&self, id: &Id) -> bool {
        self.0.contains_key(id)
    }

    /// Takes ids out as if they had never been there.
    pub(super) fn unlearn(&mut self, ids: &[Id]) {
        for id in ids {
            self.0.remove(id);
        }
    }

    pub(super) fn learn(&mut self, ids: Vec<(Id, Home)>) {
        for (id, home) in ids {
            self.0.entry(id).or_default().push(home);
        }
    }

    pub(super) fn forget(&mut self, ids: Vec<(Id, Home)>) {
        for (id, home) in ids {
            if let Some(homes) = self.0.get_mut(&id)
                && let Some(place) = homes.iter().position(|there| *there == home)
            {
                homes.swap_remove(place);
            }
        }
    }
}

/// The ids that the record of a key brings with it; none where there is no such record.
pub(super) fn ids_of(workspace: &Workspace, key: &Key) -> Vec<(Id, Home)> {
    let one = |is_there: bool, id: &Id, home| {
        if is_there {
            vec![(id.clone(), home)]
        } else {
            Vec::new()
        }
    };
    match key {
        Key::Head | Key::Review(_) | Key::Economics(_) => Vec::new(),
        Key::Segment(id) => one(workspace.segments.contains_key(id), id, Home::Segment),
        Key::Stage(id) => one(workspace.stage(id).is_some(), id, Home::Stage),
        Key::Need(id) => one(workspace.needs.contains_key(id), id, Home::Need),
        Key::Outcome(id) => workspace
            .outcomes
            .get(id)
            .map_or_else(Vec::new, |o| of_outcome(o)),
        Key::Job(id) => one(workspace.jobs.contains_key(id), id, Home::Job),
        Key::Study(id) => one(workspace.studies.contains_key(id), id, Home::Study),
    }
}

/// The ids that an outcome brings with it: its own, its initiatives' and its KPIs'.
pub(super) fn of_outcome(outcome: &Outcome) -> Vec<(Id, Home)> {
    let mut ids = vec![(outcome.id.clone(), Home::Outcome)];
    for initiative in &outcome.initiatives {
        ids.push((initiative.id.clone(), Home::Initiative(outcome.id.clone())));
    }
    for kpi in outcome.kpis() {
        ids.push((kpi.id.clone(), Home::Kpi(outcome.id.clone())));
    }
    ids
}
