//! A record while its fields are filled in, with what is needed to put it back where it belongs.

mod blank;
mod put;

use super::decision::{Parked, Within};
use super::job::Halves;
use super::kpi::Draft;
use super::names::Lookup;
use super::outcome::Tags;
use super::statement::Statement;
use super::survey::{Intake, SurveyFile};
use super::{Fields, Subject, silenced};
use crate::app::board::filter::Filter;
use crate::app::workshop::plan::Plan;
use crate::domain::workspace::Head;
use crate::domain::{
    Assumption, Date, Decision, EscalationStep, Evidence, Fate, Id, Initiative, Job, Kpi, Need,
    Outcome, Segment, Silenced, Stage, Study, Workspace,
};

/// A record, new or a copy of one that is there.
#[derive(Clone, Debug)]
pub(super) enum Sheet {
    Head(Head),
    /// With its place among the vision's assumptions.
    Assumption(Assumption, usize),
    Segment(Segment),
    /// With its place on the board.
    Stage(Stage, usize),
    Need(Need),
    /// With the need that it shows, and its place among the need's evidence.
    Evidence(Evidence, Id, usize),
    /// With its place among the cards of its stage, where it gets one.
    Outcome(Outcome, Option<usize>),
    Statement(Statement),
    /// With the outcomes that get them.
    Tags(Tags, Vec<Id>),
    /// With the outcome that it hangs on.
    Initiative(Initiative, Id),
    /// With the initiative that it belongs to, and its place among the steps.
    Escalation(EscalationStep, Id, usize),
    /// With the initiative that it hangs on.
    Kpi(Kpi, Id),
    /// With the KPI that was read, and the day that the reading had so far.
    Reading(Draft, Id, Option<Date>),
    Job(Halves),
    Study(Study),
    Decision(Decision, Within),
    Parked(Parked, Within),
    Silenced(Silenced),
    Filter(Filter),
    Workshop(Plan),
    Survey(SurveyFile),
    Intake(Intake),
}

impl Sheet {
    /// The record of a subject; none where it, or what it hangs on, is not there any more.
    pub(super) fn of(subject: &Subject, workspace: &Workspace, today: Date) -> Option<Self> {
        match subject {
            Subject::Workspace | Subject::Capacity => {
                Some(Self::Head(Head::clone(workspace.head())))
            }
            Subject::Assumption(place) => assumption(workspace, *place),
            Subject::NewAssumption => Some(blank::assumption(workspace)),
            Subject::Segment(id) => {
                let segment = workspace.segments().get(id)?;
                Some(Self::Segment(Segment::clone(segment)))
            }
            Subject::NewSegment => Some(blank::segment()),
            Subject::Stage(id) => {
                let (place, stage) = workspace.stage(id)?;
                Some(Self::Stage(Stage::clone(stage), place))
            }
            Subject::NewStage { place } => Some(blank::stage(workspace, *place)),
            Subject::Need(id) => Some(Self::Need(Need::clone(workspace.needs().get(id)?))),
            Subject::NewNeed => Some(blank::need()),
            Subject::Evidence { need, place } => evidence(workspace, need, *place),
            Subject::NewEvidence { need } => blank::evidence(workspace, need),
            Subject::Outcome(id) => {
                let outcome = workspace.outcomes().get(id)?;
                Some(Self::Outcome(Outcome::clone(outcome), None))
            }
            Subject::NewOutcome { stage, place } => blank::outcome(workspace, stage, *place),
            Subject::Statement { outcome, text } => statement(workspace, outcome.as_ref(), text),
            Subject::Tags(outcomes) => Some(Self::Tags(Tags::default(), outcomes.clone())),
            Subject::Initiative(id) => initiative(workspace, id),
            Subject::NewInitiative { outcome } => blank::initiative(workspace, outcome),
            Subject::Escalation { initiative, step } => escalation(workspace, initiative, *step),
            Subject::NewEscalation { initiative } => blank::escalation(workspace, initiative),
            Subject::Kpi(id) => kpi(workspace, id),
            Subject::NewKpi { initiative } => blank::kpi(workspace, initiative),
            Subject::Reading { kpi, date } => reading(workspace, kpi, *date),
            Subject::NewReading { kpi } => blank::reading(workspace, kpi, today),
            Subject::Job(id) | Subject::Story(id) | Subject::Estimate(id) => {
                Some(Self::Job(job(workspace, id)?.into()))
            }
            Subject::NewJob { outcome } => Some(blank::job(outcome.clone())),
            Subject::Why { job, fate } => decided(workspace, job, *fate),
            Subject::Study(id) => Some(Self::Study(Study::clone(workspace.studies().get(id)?))),
            Subject::Decision { review, place } => decision(workspace, *review, *place),
            Subject::NewDecision => Some(blank::decision(today)),
            Subject::Parked { review, place } => parked(workspace, *review, *place),
            Subject::NewParked => Some(Self::Parked(Parked::default(), Within::new(today))),
            Subject::Settled { review, place } => settled(workspace, (*review, *place), today),
            Subject::Silence { rule, about } => silenced::blank(rule, about).map(Self::Silenced),
            Subject::Search(filter) | Subject::Filter(filter) => Some(Self::Filter(filter.clone())),
            Subject::Workshop(plan) => Some(Self::Workshop(plan.clone())),
            Subject::Survey(file) => Some(Self::Survey(file.clone())),
            Subject::Intake(intake) => Some(Self::Intake(intake.clone())),
        }
    }

    /// Its fields.
    pub(super) fn fields(&self) -> &dyn Fields {
        match self {
            Self::Head(record) => record,
            Self::Assumption(record, _) => record,
            Self::Segment(record) => record,
            Self::Stage(record, _) => record,
            Self::Need(record) => record,
            Self::Evidence(record, ..) => record,
            Self::Outcome(record, _) => record,
            Self::Statement(record) => record,
            Self::Tags(record, _) => record,
            Self::Initiative(record, _) => record,
            Self::Escalation(record, ..) => record,
            Self::Kpi(record, _) => record,
            Self::Reading(record, ..) => record,
            Self::Job(record) => record,
            Self::Study(record) => record,
            Self::Decision(record, _) => record,
            Self::Parked(record, _) => record,
            Self::Silenced(record) => record,
            Self::Filter(record) => record,
            Self::Workshop(record) => record,
            Self::Survey(record) => record,
            Self::Intake(record) => record,
        }
    }

    /// Its fields, to fill in.
    pub(super) fn fields_mut(&mut self) -> &mut dyn Fields {
        match self {
            Self::Head(record) => record,
            Self::Assumption(record, _) => record,
            Self::Segment(record) => record,
            Self::Stage(record, _) => record,
            Self::Need(record) => record,
            Self::Evidence(record, ..) => record,
            Self::Outcome(record, _) => record,
            Self::Statement(record) => record,
            Self::Tags(record, _) => record,
            Self::Initiative(record, _) => record,
            Self::Escalation(record, ..) => record,
            Self::Kpi(record, _) => record,
            Self::Reading(record, ..) => record,
            Self::Job(record) => record,
            Self::Study(record) => record,
            Self::Decision(record, _) => record,
            Self::Parked(record, _) => record,
            Self::Silenced(record) => record,
            Self::Filter(record) => record,
            Self::Workshop(record) => record,
            Self::Survey(record) => record,
            Self::Intake(record) => record,
        }
    }

    /// Itself, once its fields are filled in: a statement becomes the outcome that has it.
    pub(super) fn settled(self) -> Self {
        match self {
            Self::Statement(Statement {
                parts,
                outcome: Some(outcome),
            }) => {
                let statement = parts.sentence();
                Self::Outcome(
                    Outcome {
                        statement,
                        ..outcome
                    },
                    None,
                )
            }
            other => other,
        }
    }

    /// Gives a record its id, made from its name, and says which.
    pub(super) fn give_id(&mut self, lookup: &mut Lookup<'_>) -> Option<Id> {
        let name = self.fields().called().to_owned();
        let id = self.id_mut()?;
        // A blank record's id is the word for its kind: names in another script fall back to it.
        *id = lookup.fresh_id(&name, id.as_str());
        Some(id.clone())
    }

    fn id_mut(&mut self) -> Option<&mut Id> {
        match self {
            Self::Segment(record) => Some(&mut record.id),
            Self::Stage(record, _) => Some(&mut record.id),
            Self::Need(record) => Some(&mut record.id),
            Self::Outcome(record, _) => Some(&mut record.id),
            Self::Initiative(record, _) => Some(&mut record.id),
            Self::Kpi(record, _) => Some(&mut record.id),
            Self::Job(record) => Some(&mut record.job.id),
            Self::Study(record) => Some(&mut record.id),
            Self::Head(_)
            | Self::Statement(_)
            | Self::Assumption(..)
            | Self::Evidence(..)
            | Self::Tags(..)
            | Self::Escalation(..)
            | Self::Reading(..)
            | Self::Decision(..)
            | Self::Parked(..)
            | Self::Silenced(_)
            | Self::Filter(_)
            | Self::Workshop(_)
            | Self::Survey(_)
            | Self::Intake(_) => None,
        }
    }
}

/// A statement in parts, with the outcome that it is of, where it is of one.
fn statement(workspace: &Workspace, outcome: Option<&Id>, text: &str) -> Option<Sheet> {
    let outcome = match outcome {
        Some(id) => Some(Outcome::clone(workspace.outcomes().get(id)?)),
        None => None,
    };
    Some(Sheet::Statement(Statement::of(text, outcome, workspace)))
}

fn assumption(workspace: &Workspace, place: usize) -> Option<Sheet> {
    let vision = workspace.head().vision.as_ref()?;
    let record = vision.assumptions.get(place)?.clone();
    Some(Sheet::Assumption(record, place))
}

fn evidence(workspace: &Workspace, need: &Id, place: usize) -> Option<Sheet> {
    let record = workspace.needs().get(need)?.evidence.get(place)?.clone();
    Some(Sheet::Evidence(record, need.clone(), place))
}

fn initiative(workspace: &Workspace, id: &Id) -> Option<Sheet> {
    let outcome = workspace.outcome_with(id)?;
    let initiative = outcome.initiative(id)?;
    Some(Sheet::Initiative(initiative.clone(), outcome.id.clone()))
}

fn escalation(workspace: &Workspace, initiative: &Id, step: usize) -> Option<Sheet> {
    let outcome = workspace.outcome_with(initiative)?;
    let steps = &outcome.initiative(initiative)?.escalation;
    let record = steps.get(step)?.clone();
    Some(Sheet::Escalation(record, initiative.clone(), step))
}

fn kpi(workspace: &Workspace, id: &Id) -> Option<Sheet> {
    let initiatives = &workspace.outcome_with(id)?.initiatives;
    initiatives.iter().find_map(|initiative| {
        let kpi = initiative.kpis.iter().find(|kpi| kpi.id == *id)?;
        Some(Sheet::Kpi(kpi.clone(), initiative.id.clone()))
    })
}

fn reading(workspace: &Workspace, kpi: &Id, date: Date) -> Option<Sheet> {
    let mut readings = workspace.kpi(kpi)?.readings.iter();
    let reading = readings.find(|reading| reading.date == date)?;
    Some(Sheet::Reading(
        reading.clone().into(),
        kpi.clone(),
        Some(date),
    ))
}

fn decision(workspace: &Workspace, review: Date, place: usize) -> Option<Sheet> {
    let decisions = &workspace.reviews().get(&review)?.decisions;
    let record = decisions.get(place)?.clone();
    Some(Sheet::Decision(record, Within::at(review, place)))
}

fn parked(workspace: &Workspace, review: Date, place: usize) -> Option<Sheet> {
    let line = workspace.reviews().get(&review)?.parked.iter().nth(place)?;
    let text = line.to_owned();
    Some(Sheet::Parked(Parked { text }, Within::at(review, place)))
}

/// A decision of today on what was parked.
fn settled(workspace: &Workspace, parked: (Date, usize), today: Date) -> Option<Sheet> {
    let (review, place) = parked;
    let line = workspace.reviews().get(&review)?.parked.iter().nth(place)?;
    let decision = Decision {
        text: line.to_owned(),
        why: None,
        owner: None,
        date: Some(today),
    };
    let within = Within {
        settles: Some(parked),
        ..Within::new(today)
    };
    Some(Sheet::Decision(decision, within))
}

fn job(workspace: &Workspace, id: &Id) -> Option<Job> {
    workspace.jobs().get(id).map(|job| Job::clone(job))
}

/// A job with a fate, which `why` is asked for.
fn decided(workspace: &Workspace, id: &Id, fate: Fate) -> Option<Sheet> {
    let job = Job {
        fate: Some(fate),
        ..job(workspace, id)?
    };
    Some(Sheet::Job(job.into()))
}
