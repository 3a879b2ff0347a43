//! Putting a record that was filled in back where it belongs: the edits that do it.

use std::sync::Arc;

use super::{Draft, Sheet};
use crate::app::fields::silenced::silence;
use crate::domain::workspace::Head;
use crate::domain::{
    Assumption, Date, Edit, Evidence, Id, Initiative, Job, Kpi, Need, Outcome, Workspace, placing,
};

impl Sheet {
    /// The edits that put the record in place of the one with its id, or add it. None where what it
    /// hangs on is not there any more.
    pub(in crate::app::fields) fn edits(self, workspace: &Workspace) -> Option<Vec<Edit>> {
        let edit = match self {
            Self::Head(head) => Edit::Head(Arc::new(head)),
            Self::Assumption(record, place) => put_assumption(workspace, record, place),
            Self::Segment(segment) => Edit::segment(segment),
            Self::Stage(stage, place) => Edit::stage(stage, place),
            Self::Need(need) => Edit::need(need),
            Self::Evidence(record, need, place) => put_evidence(workspace, &need, record, place)?,
            Self::Outcome(outcome, place) => return Some(outcome_edits(workspace, outcome, place)),
            Self::Tags(tags, outcomes) => return Some(tagged(workspace, &tags.tags, &outcomes)),
            Self::Initiative(record, outcome) => in_outcome(workspace, &outcome, |outcome| {
                put_initiative(outcome, record);
                Some(())
            })?,
            Self::Escalation(record, initiative, place) => {
                in_outcome(workspace, &initiative, |outcome| {
                    let steps = &mut outcome.initiative_mut(&initiative)?.escalation;
                    put_at(steps, record, place);
                    Some(())
                })?
            }
            Self::Kpi(record, initiative) => in_outcome(workspace, &initiative, |outcome| {
                put_kpi(outcome.initiative_mut(&initiative)?, record);
                Some(())
            })?,
            Self::Reading(draft, kpi, was) => in_outcome(workspace, &kpi, |outcome| {
                put_reading(outcome.kpi_mut(&kpi)?, draft, was)
            })?,
            Self::Job(halves) => Edit::job(Job::from(halves)),
            Self::Study(study) => Edit::study(study),
            Self::Decision(decision, within) => return Some(within.decide(workspace, decision)),
            Self::Parked(parked, within) => within.park(workspace, parked),
            Self::Silenced(record) => silence(workspace, record),
            Self::Statement(_)
            | Self::Filter(_)
            | Self::Workshop(_)
            | Self::Survey(_)
            | Self::Intake(_) => {
                return None;
            }
        };
        Some(vec![edit])
    }
}

/// The first assumption begins a vision where there is none.
fn put_assumption(workspace: &Workspace, record: Assumption, place: usize) -> Edit {
    let mut head = Head::clone(workspace.head());
    let assumptions = &mut head.vision.get_or_insert_default().assumptions;
    put_at(assumptions, record, place);
    Edit::Head(Arc::new(head))
}

fn put_evidence(workspace: &Workspace, need: &Id, record: Evidence, place: usize) -> Option<Edit> {
    let mut need = Need::clone(workspace.needs().get(need)?);
    put_at(&mut need.evidence, record, place);
    Some(Edit::need(need))
}

/// Puts a record in place of the one at a place; behind the others where there are fewer.
fn put_at<T>(records: &mut Vec<T>, record: T, place: usize) {
    match records.get_mut(place) {
        Some(there) => *there = record,
        None => records.push(record),
    }
}

/// A new outcome gets a rank at its place, one in another stage than before a rank at its end.
fn outcome_edits(workspace: &Workspace, mut outcome: Outcome, place: Option<usize>) -> Vec<Edit> {
    let was = workspace.outcomes().get(&outcome.id);
    let stays = was.is_some_and(|was| was.stage == outcome.stage);
    if stays && place.is_none() {
        return vec![Edit::outcome(outcome)];
    }
    let place = place.unwrap_or(usize::MAX);
    let (rank, mut edits) = placing::rank_at(workspace, &outcome.stage, place);
    outcome.rank = rank;
    edits.push(Edit::outcome(outcome));
    edits
}

fn tagged(workspace: &Workspace, tags: &[String], outcomes: &[Id]) -> Vec<Edit> {
    let outcomes = outcomes
        .iter()
        .filter_map(|id| workspace.outcomes().get(id));
    outcomes
        .map(|outcome| {
            let mut outcome = Outcome::clone(outcome);
            let missing = tags.iter().filter(|tag| !outcome.tags.contains(tag));
            let missing: Vec<String> = missing.cloned().collect();
            outcome.tags.extend(missing);
            Edit::outcome(outcome)
        })
        .collect()
}

/// Edits a copy of the outcome that an id names or hangs on.
fn in_outcome(
    workspace: &Workspace,
    id: &Id,
    edit: impl FnOnce(&mut Outcome) -> Option<()>,
) -> Option<Edit> {
    let mut outcome = Outcome::clone(workspace.outcome_with(id)?);
    edit(&mut outcome)?;
    Some(Edit::outcome(outcome))
}

fn put_initiative(outcome: &mut Outcome, record: Initiative) {
    match outcome.initiative_mut(&record.id) {
        Some(there) => *there = record,
        None => outcome.initiatives.push(record),
    }
}

fn put_kpi(initiative: &mut Initiative, record: Kpi) {
    match initiative.kpis.iter_mut().find(|kpi| kpi.id == record.id) {
        Some(there) => *there = record,
        None => initiative.kpis.push(record),
    }
}

/// A reading whose day was changed leaves the old one.
fn put_reading(kpi: &mut Kpi, draft: Draft, was: Option<Date>) -> Option<()> {
    let reading = draft.reading()?;
    kpi.readings.retain(|there| Some(there.date) != was);
    kpi.record(reading);
    Some(())
}
