//! What one can be on: the things of a card and their fields. Spots name things by their ids, so
//! that they outlive every change of what stands around them.

use crate::app::fields::Subject;
use crate::app::listing;
use crate::domain::{Date, Id};

/// Something on a card that can be edited, added or taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Thing {
    /// The outcome itself.
    Outcome,
    /// A job that leads to it.
    Job(Id),
    /// An initiative that serves it.
    Initiative(Id),
    /// A step by which an initiative escalates problems, by its place from 0.
    Step(Id, usize),
    /// A KPI of one of its initiatives.
    Kpi(Id),
    /// What a KPI was on a day.
    Reading(Id, Date),
}

/// What is listed under a heading, and where something goes that is added there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Section {
    /// What customers must get done.
    Jobs,
    /// What is done for them.
    Initiatives,
    /// What tells whether an initiative works.
    Kpis(Id),
    /// Who takes over in an initiative when it does not help.
    Escalation(Id),
    /// What a KPI was.
    Readings(Id),
}

/// Where one can be on a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The line of a thing; the outcome's is its statement.
    Thing(Thing),
    /// A field of a thing, by its name in the file.
    Field(Thing, &'static str),
    /// A need that the outcome serves.
    Need(Id),
    /// The score of a job.
    Score(Id),
    /// A section with nothing in it.
    Empty(Section),
}

impl Spot {
    /// The thing whose details are shown while one is here.
    pub fn shows(&self) -> Option<Thing> {
        match self {
            Self::Thing(thing) | Self::Field(thing, _) => Some(match thing {
                Thing::Step(initiative, _) => Thing::Initiative(initiative.clone()),
                Thing::Reading(kpi, _) => Thing::Kpi(kpi.clone()),
                Thing::Outcome | Thing::Job(_) | Thing::Initiative(_) | Thing::Kpi(_) => {
                    thing.clone()
                }
            }),
            Self::Need(_) => Some(Thing::Outcome),
            Self::Score(job) => Some(Thing::Job(job.clone())),
            Self::Empty(Section::Escalation(initiative)) => {
                Some(Thing::Initiative(initiative.clone()))
            }
            Self::Empty(Section::Readings(kpi)) => Some(Thing::Kpi(kpi.clone())),
            Self::Empty(Section::Jobs | Section::Initiatives | Section::Kpis(_)) => None,
        }
    }

    /// The thing in whose details this stands; none where it stands in the list.
    pub fn opened(&self) -> Option<Thing> {
        let shown = self.shows()?;
        let is_in_list = shown == Thing::Outcome || *self == Self::Thing(shown.clone());
        (!is_in_list).then_some(shown)
    }

    /// The thing that would be edited or deleted here.
    pub fn thing(&self) -> Option<&Thing> {
        match self {
            Self::Thing(thing) | Self::Field(thing, _) => Some(thing),
            Self::Need(_) | Self::Score(_) | Self::Empty(_) => None,
        }
    }
}

impl listing::Spot for Spot {
    fn line(&self) -> Option<Self> {
        self.opened().map(Self::Thing)
    }

    fn shown(&self) -> Option<Self> {
        self.shows().map(Self::Thing)
    }

    fn is_thing(&self) -> bool {
        matches!(self, Self::Thing(_) | Self::Need(_))
    }
}

impl Thing {
    /// What a form is about that edits it.
    pub fn subject(&self, outcome: &Id) -> Subject {
        match self {
            Self::Outcome => Subject::Outcome(outcome.clone()),
            Self::Job(id) => Subject::Job(id.clone()),
            Self::Initiative(id) => Subject::Initiative(id.clone()),
            Self::Step(initiative, step) => Subject::Escalation {
                initiative: initiative.clone(),
                step: *step,
            },
            Self::Kpi(id) => Subject::Kpi(id.clone()),
            Self::Reading(kpi, date) => Subject::Reading {
                kpi: kpi.clone(),
                date: *date,
            },
        }
    }
}
