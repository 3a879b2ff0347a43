//! What a form is about: a thing that is there, one to be added, or what narrows the board down.

use crate::app::board::filter::Filter;
use crate::domain::{Date, Fate, Id};

/// What fields are filled in for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Name and vision.
    Workspace,
    /// A segment.
    Segment(Id),
    /// A segment to be added.
    NewSegment,
    /// A stage.
    Stage(Id),
    /// A stage to be added.
    NewStage {
        /// Its place on the board, from 0.
        place: usize,
    },
    /// A need.
    Need(Id),
    /// A need to be added.
    NewNeed,
    /// An outcome.
    Outcome(Id),
    /// An outcome to be added.
    NewOutcome {
        /// The stage in which it is desired.
        stage: Id,
        /// Its place among the stage's cards, from 0.
        place: usize,
    },
    /// Tags to be added to several outcomes.
    Tags(Vec<Id>),
    /// An initiative.
    Initiative(Id),
    /// An initiative to be added.
    NewInitiative {
        /// The outcome that it serves.
        outcome: Id,
    },
    /// A step by which problems are escalated.
    Escalation {
        /// The initiative that it belongs to.
        initiative: Id,
        /// Its place among the steps, from 0.
        step: usize,
    },
    /// An escalation step to be added behind the others.
    NewEscalation {
        /// The initiative that it belongs to.
        initiative: Id,
    },
    /// A KPI.
    Kpi(Id),
    /// A KPI to be added.
    NewKpi {
        /// The initiative that it judges.
        initiative: Id,
    },
    /// A reading.
    Reading {
        /// The KPI that was read.
        kpi: Id,
        /// The day of the reading.
        date: Date,
    },
    /// A reading to be added; one of the same day is replaced.
    NewReading {
        /// The KPI that was read.
        kpi: Id,
    },
    /// A job.
    Job(Id),
    /// A job to be added.
    NewJob {
        /// The outcome that it leads to.
        outcome: Option<Id>,
    },
    /// The owner's estimate of a job: importance and satisfaction.
    Estimate(Id),
    /// Why a job gets a fate; accepting gives it both.
    Why {
        /// The job.
        job: Id,
        /// The fate that it gets.
        fate: Fate,
    },
    /// A study, without its answers.
    Study(Id),
    /// A text to look for on the board, from what narrows it so far.
    Search(Filter),
    /// Everything that narrows the board down, as it is so far.
    Filter(Filter),
}
