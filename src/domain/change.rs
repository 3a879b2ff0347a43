//! What can be done to a workspace: one record is put in place of another. The inverse of an edit
//! is an edit, so undo is right by construction and a new field needs no code here.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::index::ids_of;
use super::workspace::{Head, Workspace};
use super::{Date, Economics, Id, Job, Need, Outcome, Period, Review, Segment, Stage, Study};

/// Edits that are made together or not at all, with what a person would call them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What is done, in the past tense and without a full stop: `Moved 'Set up quickly' to Usage`.
    pub label: String,
    /// The edits, in order.
    pub edits: Vec<Edit>,
}

/// One record put in place of another: of the one with the same key, or of nothing; or nothing in
/// place of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Edit {
    /// Name, vision, capacity and what is silenced.
    Head(Arc<Head>),
    /// A segment.
    Segment(Id, Option<Arc<Segment>>),
    /// A stage and its place on the board, from 0; behind the last where there are fewer.
    Stage(Id, usize, Option<Arc<Stage>>),
    /// A need.
    Need(Id, Option<Arc<Need>>),
    /// An outcome with its initiatives and KPIs.
    Outcome(Id, Option<Arc<Outcome>>),
    /// A job.
    Job(Id, Option<Arc<Job>>),
    /// A study with its answers.
    Study(Id, Option<Arc<Study>>),
    /// A review.
    Review(Date, Option<Arc<Review>>),
    /// The economics of a month.
    Economics(Period, Option<Arc<Economics>>),
}

/// What names a record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Key {
    /// Name, vision, capacity and what is silenced.
    Head,
    /// A segment.
    Segment(Id),
    /// A stage.
    Stage(Id),
    /// A need.
    Need(Id),
    /// An outcome.
    Outcome(Id),
    /// A job.
    Job(Id),
    /// A study.
    Study(Id),
    /// A review.
    Review(Date),
    /// The economics of a month.
    Economics(Period),
}

impl Change {
    /// A change of one or several edits.
    pub fn new(label: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self {
            label: label.into(),
            edits,
        }
    }

    /// The records that it touches, in order and once each.
    pub fn keys(&self) -> Vec<Key> {
        let mut seen = HashSet::new();
        let mut keys: Vec<Key> = self.edits.iter().map(Edit::key).collect();
        keys.retain(|key| seen.insert(key.clone()));
        keys
    }
}

impl Key {
    /// The word for such a record.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Head => "workspace",
            Self::Segment(_) => "segment",
            Self::Stage(_) => "stage",
            Self::Need(_) => "need",
            Self::Outcome(_) => "outcome",
            Self::Job(_) => "job",
            Self::Study(_) => "study",
            Self::Review(_) => "review",
            Self::Economics(_) => "month",
        }
    }
}

impl Edit {
    /// Puts an outcome in place of the one with its id.
    pub fn outcome(outcome: Outcome) -> Self {
        Self::Outcome(outcome.id.clone(), Some(Arc::new(outcome)))
    }

    /// Puts a job in place of the one with its id.
    pub fn job(job: Job) -> Self {
        Self::Job(job.id.clone(), Some(Arc::new(job)))
    }

    /// Puts a need in place of the one with its id.
    pub fn need(need: Need) -> Self {
        Self::Need(need.id.clone(), Some(Arc::new(need)))
    }

    /// Puts a segment in place of the one with its id.
    pub fn segment(segment: Segment) -> Self {
        Self::Segment(segment.id.clone(), Some(Arc::new(segment)))
    }

    /// Puts a stage at a place on the board, in place of the one with its id.
    pub fn stage(stage: Stage, place: usize) -> Self {
        Self::Stage(stage.id.clone(), place, Some(Arc::new(stage)))
    }

    /// Puts a study in place of the one with its id.
    pub fn study(study: Study) -> Self {
        Self::Study(study.id.clone(), Some(Arc::new(study)))
    }

    /// Puts a review in place of the one of its date.
    pub fn review(review: Review) -> Self {
        Self::Review(review.date, Some(Arc::new(review)))
    }

    /// The edit that puts elsewhere what a workspace has of a key, or has not.
    pub fn of(workspace: &Workspace, key: &Key) -> Self {
        let w = workspace;
        match key {
            Key::Head => Self::Head(w.head.clone()),
            Key::Segment(id) => Self::Segment(id.clone(), w.segments.get(id).cloned()),
            Key::Stage(id) => match w.stage(id) {
                Some((place, stage)) => Self::Stage(id.clone(), place, Some(stage.clone())),
                None => Self::Stage(id.clone(), 0, None),
            },
            Key::Need(id) => Self::Need(id.clone(), w.needs.get(id).cloned()),
            Key::Outcome(id) => Self::Outcome(id.clone(), w.outcomes.get(id).cloned()),
            Key::Job(id) => Self::Job(id.clone(), w.jobs.get(id).cloned()),
            Key::Study(id) => Self::Study(id.clone(), w.studies.get(id).cloned()),
            Key::Review(date) => Self::Review(*date, w.reviews.get(date).cloned()),
            Key::Economics(period) => Self::Economics(*period, w.economics.get(period).cloned()),
        }
    }

    /// The record that it touches.
    pub fn key(&self) -> Key {
        match self {
            Self::Head(_) => Key::Head,
            Self::Segment(id, _) => Key::Segment(id.clone()),
            Self::Stage(id, ..) => Key::Stage(id.clone()),
            Self::Need(id, _) => Key::Need(id.clone()),
            Self::Outcome(id, _) => Key::Outcome(id.clone()),
            Self::Job(id, _) => Key::Job(id.clone()),
            Self::Study(id, _) => Key::Study(id.clone()),
            Self::Review(date, _) => Key::Review(*date),
            Self::Economics(period, _) => Key::Economics(*period),
        }
    }

    /// Makes the edit and gives the one that takes it back.
    pub(super) fn swap_into(&self, workspace: &mut Workspace) -> Self {
        let key = self.key();
        workspace.index.forget(ids_of(workspace, &key));
        let back = self.swap_records(workspace);
        workspace.index.learn(ids_of(workspace, &key));
        back
    }

    fn swap_records(&self, w: &mut Workspace) -> Self {
        match self {
            Self::Head(head) => Self::Head(std::mem::replace(&mut w.head, head.clone())),
            Self::Segment(id, new) => {
                Self::Segment(id.clone(), swap(&mut w.segments, id, new.as_ref()))
            }
            Self::Stage(id, place, new) => swap_stage(&mut w.stages, id, *place, new.clone()),
            Self::Need(id, new) => Self::Need(id.clone(), swap(&mut w.needs, id, new.as_ref())),
            Self::Outcome(id, new) => {
                Self::Outcome(id.clone(), swap(&mut w.outcomes, id, new.as_ref()))
            }
            Self::Job(id, new) => Self::Job(id.clone(), swap(&mut w.jobs, id, new.as_ref())),
            Self::Study(id, new) => Self::Study(id.clone(), swap(&mut w.studies, id, new.as_ref())),
            Self::Review(date, new) => {
                Self::Review(*date, swap(&mut w.reviews, date, new.as_ref()))
            }
            Self::Economics(period, new) => {
                Self::Economics(*period, swap(&mut w.economics, period, new.as_ref()))
            }
        }
    }
}

fn swap<K: Ord + Clone, T>(
    table: &mut BTreeMap<K, Arc<T>>,
    key: &K,
    new: Option<&Arc<T>>,
) -> Option<Arc<T>> {
    match new {
        Some(new) => table.insert(key.clone(), new.clone()),
        None => table.remove(key),
    }
}

fn swap_stage(
    stages: &mut Vec<Arc<Stage>>,
    id: &Id,
    place: usize,
    new: Option<Arc<Stage>>,
) -> Edit {
    let old_place = stages.iter().position(|stage| stage.id == *id);
    let old = old_place.map(|place| stages.remove(place));
    if let Some(new) = new {
        stages.insert(place.min(stages.len()), new);
    }
    Edit::Stage(id.clone(), old_place.unwrap_or(place), old)
}
