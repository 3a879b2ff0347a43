//! The workspace: every record there is, in tables by id, and how to look things up in them.
//!
//! It is read everywhere and changed only by [`super::Document`]. A table holds its records behind
//! [`Arc`], so that a copy of the whole is cheap and a reader may keep one record.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use thiserror::Error;

pub use super::check::Fault;
pub use super::index::Home;

use super::check;
use super::index::Index;
use super::{
    Capacity, Change, Date, Economics, Edit, Id, Job, Key, Kpi, Need, Outcome, Period, Review,
    Segment, Silenced, Stage, Study, Vision,
};

/// What the workspace itself is called and aims at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// What the workspace is called.
    pub name: String,
    /// What it aims at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vision: Option<Vision>,
    /// How much effort each lane of the roadmap has room for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Capacity>,
    /// Findings of the health check that are meant to stay as they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub silenced: Vec<Silenced>,
}

/// Every record of a workspace. Made by [`Workspace::build`], changed by a [`super::Document`].
#[derive(Clone, Debug, Default)]
pub struct Workspace {
    pub(super) head: Arc<Head>,
    pub(super) segments: BTreeMap<Id, Arc<Segment>>,
    pub(super) stages: Vec<Arc<Stage>>,
    pub(super) needs: BTreeMap<Id, Arc<Need>>,
    pub(super) outcomes: BTreeMap<Id, Arc<Outcome>>,
    pub(super) jobs: BTreeMap<Id, Arc<Job>>,
    pub(super) studies: BTreeMap<Id, Arc<Study>>,
    pub(super) reviews: BTreeMap<Date, Arc<Review>>,
    pub(super) economics: BTreeMap<Period, Arc<Economics>>,
    pub(super) index: Index,
}

/// The records of a workspace as a file lists them, not yet checked against each other.
#[derive(Clone, Debug, Default)]
pub struct Records {
    /// Name, vision, capacity and what is silenced.
    pub head: Head,
    /// The segments.
    pub segments: Vec<Arc<Segment>>,
    /// The stages, in the board's order.
    pub stages: Vec<Arc<Stage>>,
    /// The needs.
    pub needs: Vec<Arc<Need>>,
    /// The outcomes.
    pub outcomes: Vec<Arc<Outcome>>,
    /// The jobs.
    pub jobs: Vec<Arc<Job>>,
    /// The studies.
    pub studies: Vec<Arc<Study>>,
    /// The reviews.
    pub reviews: Vec<Arc<Review>>,
    /// The economics.
    pub economics: Vec<Arc<Economics>>,
}

/// Why records make no workspace: every fault there is, each with the record it is in.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("{}", .0.first().map(ToString::to_string).unwrap_or_default())]
pub struct Faults(pub Vec<Fault>);

impl PartialEq for Workspace {
    /// Two workspaces are equal when their records are; the index follows from them.
    fn eq(&self, other: &Self) -> bool {
        self.head == other.head
            && self.segments == other.segments
            && self.stages == other.stages
            && self.needs == other.needs
            && self.outcomes == other.outcomes
            && self.jobs == other.jobs
            && self.studies == other.studies
            && self.reviews == other.reviews
            && self.economics == other.economics
    }
}

impl Workspace {
    /// Puts records together.
    ///
    /// # Errors
    /// Every id that is there twice, every reference to nothing, and every value out of its range.
    pub fn build(records: Records) -> Result<Self, Faults> {
        let doubles = check::doubles(&records);
        if !doubles.is_empty() {
            return Err(Faults(doubles));
        }
        let mut workspace = Self {
            head: Arc::new(records.head),
            segments: records
                .segments
                .into_iter()
                .map(|r| (r.id.clone(), r))
                .collect(),
            stages: records.stages,
            needs: records
                .needs
                .into_iter()
                .map(|r| (r.id.clone(), r))
                .collect(),
            outcomes: records
                .outcomes
                .into_iter()
                .map(|r| (r.id.clone(), r))
                .collect(),
            jobs: records
                .jobs
                .into_iter()
                .map(|r| (r.id.clone(), r))
                .collect(),
            studies: records
                .studies
                .into_iter()
                .map(|r| (r.id.clone(), r))
                .collect(),
            reviews: records.reviews.into_iter().map(|r| (r.date, r)).collect(),
            economics: records
                .economics
                .into_iter()
                .map(|r| (r.period, r))
                .collect(),
            index: Index::default(),
        };
        workspace.index = Index::of(&workspace);
        let faults = check::whole(&workspace);
        if faults.is_empty() {
            Ok(workspace)
        } else {
            Err(Faults(faults))
        }
    }

    /// Name, vision, capacity and what is silenced.
    pub fn head(&self) -> &Arc<Head> {
        &self.head
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        &self.head.name
    }

    /// The segments, by id.
    pub fn segments(&self) -> &BTreeMap<Id, Arc<Segment>> {
        &self.segments
    }

    /// The stages, in the board's order.
    pub fn stages(&self) -> &[Arc<Stage>] {
        &self.stages
    }

    /// The needs, by id.
    pub fn needs(&self) -> &BTreeMap<Id, Arc<Need>> {
        &self.needs
    }

    /// The outcomes, by id, those off the board too.
    pub fn outcomes(&self) -> &BTreeMap<Id, Arc<Outcome>> {
        &self.outcomes
    }

    /// The jobs, by id.
    pub fn jobs(&self) -> &BTreeMap<Id, Arc<Job>> {
        &self.jobs
    }

    /// The studies, by id.
    pub fn studies(&self) -> &BTreeMap<Id, Arc<Study>> {
        &self.studies
    }

    /// The reviews, by date.
    pub fn reviews(&self) -> &BTreeMap<Date, Arc<Review>> {
        &self.reviews
    }

    /// The economics, by period.
    pub fn economics(&self) -> &BTreeMap<Period, Arc<Economics>> {
        &self.economics
    }

    /// A stage and its place on the board, from 0.
    pub fn stage(&self, id: &Id) -> Option<(usize, &Arc<Stage>)> {
        self.stages
            .iter()
            .enumerate()
            .find(|(_, stage)| stage.id == *id)
    }

    /// What an id names, and in which outcome an initiative or a KPI stands.
    pub fn home(&self, id: &Id) -> Option<&Home> {
        self.index.home(id)
    }

    /// The outcome that an initiative or a KPI hangs on, or that the id itself names.
    pub fn outcome_with(&self, id: &Id) -> Option<&Arc<Outcome>> {
        match self.home(id)? {
            Home::Outcome => self.outcomes.get(id),
            Home::Initiative(outcome) | Home::Kpi(outcome) => self.outcomes.get(outcome),
            Home::Segment | Home::Stage | Home::Need | Home::Job | Home::Study => None,
        }
    }

    /// A KPI, wherever it hangs.
    pub fn kpi(&self, id: &Id) -> Option<&Kpi> {
        self.outcome_with(id)?.kpi(id)
    }

    /// What the thing with an id is called; a need and an outcome by their statements.
    pub fn name_of(&self, id: &Id) -> Option<&str> {
        match self.home(id)? {
            Home::Segment => self.segments.get(id).map(|segment| &segment.name),
            Home::Stage => self.stage(id).map(|(_, stage)| &stage.name),
            Home::Need => self.needs.get(id).map(|need| &need.statement),
            Home::Outcome => self.outcomes.get(id).map(|outcome| &outcome.statement),
            Home::Initiative(outcome) => {
                let outcome = self.outcomes.get(outcome)?;
                outcome.initiative(id).map(|initiative| &initiative.name)
            }
            Home::Kpi(outcome) => self.outcomes.get(outcome)?.kpi(id).map(|kpi| &kpi.name),
            Home::Job => self.jobs.get(id).map(|job| &job.name),
            Home::Study => self.studies.get(id).map(|study| &study.name),
        }
        .map(String::as_str)
    }

    /// The jobs that lead to an outcome, by id.
    pub fn jobs_of<'a>(&'a self, outcome: &'a Id) -> impl Iterator<Item = &'a Arc<Job>> {
        self.jobs
            .values()
            .filter(move |job| job.outcome.as_ref() == Some(outcome))
    }

    /// An id made from words that no thing of this workspace has or had while it was open.
    pub fn fresh_id(&self, words: &str, kind: &str) -> Id {
        Id::from_words(words, kind, |id| self.index.is_spent(id))
    }

    /// Whether a thing of this workspace has an id, or had it while it was open.
    pub fn is_spent(&self, id: &Id) -> bool {
        self.index.is_spent(id)
    }

    /// The cards of a stage in the board's order. Walks over all outcomes: screens keep their own
    /// columns.
    pub fn cards(&self, stage: &Id) -> Vec<&Arc<Outcome>> {
        let mut cards: Vec<_> = self
            .outcomes
            .values()
            .filter(|outcome| outcome.stage == *stage && outcome.is_active())
            .collect();
        cards.sort_by(|a, b| (&a.rank, &a.id).cmp(&(&b.rank, &b.id)));
        cards
    }

    /// Every team that is named anywhere, in alphabetical order.
    pub fn teams(&self) -> Vec<&str> {
        let of_stages = self.stages.iter().filter_map(|stage| stage.team.as_deref());
        let initiatives = self
            .outcomes
            .values()
            .flat_map(|outcome| &outcome.initiatives);
        let of_initiatives = initiatives.filter_map(|initiative| initiative.team.as_deref());
        let teams: std::collections::BTreeSet<_> = of_stages.chain(of_initiatives).collect();
        teams.into_iter().collect()
    }

    /// The key of every record, list by list in the file's order.
    pub fn keys(&self) -> impl Iterator<Item = Key> {
        std::iter::once(Key::Head)
            .chain(self.segments.keys().cloned().map(Key::Segment))
            .chain(self.stages.iter().map(|stage| Key::Stage(stage.id.clone())))
            .chain(self.needs.keys().cloned().map(Key::Need))
            .chain(self.outcomes.keys().cloned().map(Key::Outcome))
            .chain(self.jobs.keys().cloned().map(Key::Job))
            .chain(self.studies.keys().cloned().map(Key::Study))
            .chain(self.reviews.keys().copied().map(Key::Review))
            .chain(self.economics.keys().copied().map(Key::Economics))
    }

    /// Makes all edits of a change, or none, and gives the change that takes them back.
    pub(super) fn apply(&mut self, change: &Change) -> Result<Change, Faults> {
        let unheard = self.unheard(change);
        let edits = change.edits.iter();
        let mut back: Vec<_> = edits.map(|edit| edit.swap_into(self)).collect();
        back.reverse();
        let back = Change::new(change.label.clone(), back);
        let faults = check::after(self, &back);
        if faults.is_empty() {
            return Ok(back);
        }
        for edit in &back.edits {
            edit.swap_into(self);
        }
        self.index.unlearn(&unheard);
        Err(Faults(faults))
    }

    /// The ids that a change brings and that were never there.
    fn unheard(&self, change: &Change) -> Vec<Id> {
        let ids = change.edits.iter().flat_map(Edit::ids).map(|(id, _)| id);
        ids.filter(|id| !self.index.is_spent(id)).collect()
    }
}
