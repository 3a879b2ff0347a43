//! What follows from the workspace and is needed at every frame: kept, and brought up to date only
//! where a change touched it.

use std::collections::{BTreeMap, HashMap};

use crate::domain::{Date, Id, Key, Rank, Workspace};

/// What follows from a workspace.
#[derive(Clone, Debug, Default)]
pub struct Derived {
    /// The cards of each stage, in the board's order.
    columns: HashMap<Id, Vec<(Rank, Id)>>,
    /// Where each card stands, to find it again when it moved.
    places: HashMap<Id, (Id, Rank)>,
    /// The jobs that lead to each outcome, by id.
    jobs: BTreeMap<Id, Vec<Id>>,
    /// The outcome of each job, to find it again when it moved.
    outcomes: HashMap<Id, Id>,
}

impl Derived {
    /// What follows from a workspace as a whole.
    pub fn of(workspace: &Workspace, today: Date) -> Self {
        let mut derived = Self::default();
        let keys: Vec<Key> = workspace.keys().collect();
        derived.take_in(&keys, workspace, today);
        derived
    }

    /// The cards of a stage, in the board's order.
    pub fn cards(&self, stage: &Id) -> impl ExactSizeIterator<Item = &Id> + DoubleEndedIterator {
        self.columns
            .get(stage)
            .map_or(&[][..], Vec::as_slice)
            .iter()
            .map(|(_, id)| id)
    }

    /// The jobs that lead to an outcome, by id.
    pub fn jobs_of(&self, outcome: &Id) -> &[Id] {
        self.jobs.get(outcome).map_or(&[], Vec::as_slice)
    }

    /// Brings everything up to date after the records of these keys changed.
    pub fn take_in(&mut self, keys: &[Key], workspace: &Workspace, _today: Date) {
        for key in keys {
            match key {
                Key::Outcome(id) => self.take_in_outcome(id, workspace),
                Key::Job(id) => self.take_in_job(id, workspace),
                Key::Head
                | Key::Segment(_)
                | Key::Stage(_)
                | Key::Need(_)
                | Key::Study(_)
                | Key::Review(_)
                | Key::Economics(_) => {}
            }
        }
    }

    fn take_in_outcome(&mut self, id: &Id, workspace: &Workspace) {
        if let Some((stage, rank)) = self.places.remove(id)
            && let Some(column) = self.columns.get_mut(&stage)
            && let Ok(place) = column.binary_search_by(|card| (&card.0, &card.1).cmp(&(&rank, id)))
        {
            column.remove(place);
        }
        let Some(outcome) = workspace
            .outcomes()
            .get(id)
            .filter(|outcome| outcome.is_active())
        else {
            return;
        };
        let column = self.columns.entry(outcome.stage.clone()).or_default();
        let place = column.partition_point(|card| (&card.0, &card.1) < (&outcome.rank, id));
        column.insert(place, (outcome.rank.clone(), id.clone()));
        self.places
            .insert(id.clone(), (outcome.stage.clone(), outcome.rank.clone()));
    }

    fn take_in_job(&mut self, id: &Id, workspace: &Workspace) {
        if let Some(outcome) = self.outcomes.remove(id)
            && let Some(jobs) = self.jobs.get_mut(&outcome)
        {
            jobs.retain(|job| job != id);
        }
        let Some(outcome) = workspace.jobs().get(id).and_then(|job| job.outcome.clone()) else {
            return;
        };
        let jobs = self.jobs.entry(outcome.clone()).or_default();
        let place = jobs.partition_point(|job| job < id);
        jobs.insert(place, id.clone());
        self.outcomes.insert(id.clone(), outcome);
    }
}
