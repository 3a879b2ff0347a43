//! What a form is about: a thing that is there, one to be added, or what narrows the board down.

mod title;

use super::survey::{Intake, SurveyFile};
use crate::app::board::filter::Filter;
use crate::app::workshop::plan::Plan;
use crate::domain::{About, Date, Fate, Id};

/// What fields are filled in for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Name, vision and capacity.
    Workspace,
    /// The capacity of the lanes.
    Capacity,
    /// An assumption behind the vision, by its place from 0.
    Assumption(usize),
    /// An assumption to be added behind the others.
    NewAssumption,
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
    /// A piece of evidence for a need.
    Evidence {
        /// The need.
        need: Id,
        /// Its place among the need's evidence, from 0.
        place: usize,
    },
    /// A piece of evidence to be added behind the others.
    NewEvidence {
        /// The need that it shows.
        need: Id,
    },
    /// An outcome.
    Outcome(Id),
    /// An outcome to be added.
    NewOutcome {
        /// The stage in which it is desired.
        stage: Id,
        /// Its place among the stage's cards, from 0.
        place: usize,
    },
    /// An outcome's statement, from its parts.
    Statement {
        /// The outcome that gets it; none where it is for the field of a form.
        outcome: Option<Id>,
        /// What there is of it so far.
        text: String,
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
    /// The story of a job, on its own.
    Story(Id),
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
    /// A decision.
    Decision {
        /// The day of the review in which it stands.
        review: Date,
        /// Its place there, from 0.
        place: usize,
    },
    /// A decision to be added to the review of today.
    NewDecision,
    /// What was left for another day.
    Parked {
        /// The day of the review in which it stands.
        review: Date,
        /// Its place there, from 0.
        place: usize,
    },
    /// Something to be left for another day, in the review of today.
    NewParked,
    /// A decision on what was parked.
    Settled {
        /// The day of the review in which it was parked.
        review: Date,
        /// Its place there, from 0.
        place: usize,
    },
    /// A finding of the health check to be silenced: what is asked for is why.
    Silence {
        /// The rule that found it.
        rule: &'static str,
        /// What it is about.
        about: About,
    },
    /// A text to look for on the board, from what narrows it so far.
    Search(Filter),
    /// Everything that narrows the board down, as it is so far.
    Filter(Filter),
    /// What is settled before a workshop begins, as it is so far.
    Workshop(Plan),
    /// A file with the answers of a survey, in the folder of the last one.
    Survey(SurveyFile),
    /// Where the answers of a survey go, as it is so far.
    Intake(Intake),
}

/// What accepting a form does, as it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accepting {
    /// On the button.
    pub button: &'static str,
    /// In the footer.
    pub hint: &'static str,
    /// Where it can't be done.
    pub refused: &'static str,
}

const SAVING: Accepting = Accepting {
    button: "[ Save ]",
    hint: "save",
    refused: "Not saved",
};

const SHOWING: Accepting = Accepting {
    button: "[ Show ]",
    hint: "show",
    refused: "Not shown",
};

const BEGINNING: Accepting = Accepting {
    button: "[ Begin ]",
    hint: "begin",
    refused: "Not begun",
};

const PUTTING_IN: Accepting = Accepting {
    button: "[ Put in ]",
    hint: "put in",
    refused: "Not put in",
};

const READING: Accepting = Accepting {
    button: "[ Read the file ]",
    hint: "read the file",
    refused: "Not read",
};

const TAKING_OVER: Accepting = Accepting {
    button: "[ Take over ]",
    hint: "take over",
    refused: "Not taken over",
};

impl Subject {
    /// Whether it is something to be added.
    pub fn is_new(&self) -> bool {
        match self {
            Self::NewAssumption
            | Self::NewSegment
            | Self::NewStage { .. }
            | Self::NewNeed
            | Self::NewEvidence { .. }
            | Self::NewOutcome { .. }
            | Self::NewInitiative { .. }
            | Self::NewEscalation { .. }
            | Self::NewKpi { .. }
            | Self::NewReading { .. }
            | Self::NewJob { .. }
            | Self::NewDecision
            | Self::NewParked
            | Self::Settled { .. }
            | Self::Silence { .. } => true,
            Self::Workspace
            | Self::Capacity
            | Self::Assumption(_)
            | Self::Segment(_)
            | Self::Stage(_)
            | Self::Need(_)
            | Self::Evidence { .. }
            | Self::Outcome(_)
            | Self::Statement { .. }
            | Self::Tags(_)
            | Self::Initiative(_)
            | Self::Escalation { .. }
            | Self::Kpi(_)
            | Self::Reading { .. }
            | Self::Job(_)
            | Self::Story(_)
            | Self::Estimate(_)
            | Self::Why { .. }
            | Self::Study(_)
            | Self::Decision { .. }
            | Self::Parked { .. }
            | Self::Search(_)
            | Self::Filter(_)
            | Self::Workshop(_)
            | Self::Survey(_)
            | Self::Intake(_) => false,
        }
    }

    /// Whether it narrows the board down and changes no workspace.
    pub fn is_filter(&self) -> bool {
        matches!(self, Self::Search(_) | Self::Filter(_))
    }

    /// Whether what is filled in changes the workspace.
    pub fn changes_workspace(&self) -> bool {
        !self.is_filter() && !matches!(self, Self::Survey(_) | Self::Intake(_))
    }

    /// Whether its fields are the parts of one sentence, which is shown as a whole.
    pub fn is_sentence(&self) -> bool {
        matches!(self, Self::Statement { .. } | Self::Story(_))
    }

    /// What accepting a form about it does.
    pub fn accepting(&self) -> Accepting {
        if self.is_filter() {
            SHOWING
        } else if matches!(self, Self::Statement { outcome: None, .. }) {
            PUTTING_IN
        } else if matches!(self, Self::Workshop(_)) {
            BEGINNING
        } else if matches!(self, Self::Survey(_)) {
            READING
        } else if matches!(self, Self::Intake(_)) {
            TAKING_OVER
        } else {
            SAVING
        }
    }

    /// Whether a form about it has a field: what is captured or decided in passing asks for little.
    pub(super) fn shows(&self, field: &str) -> bool {
        match self {
            Self::NewOutcome { .. } => field == "statement",
            // Archiving has a key of its own.
            Self::Outcome(_) => field != "archived",
            Self::NewJob { .. } => !matches!(field, "step" | "kind" | "effort" | "fate" | "why"),
            Self::Story(_) => field.starts_with("story."),
            Self::Estimate(_) => field.starts_with("estimate."),
            Self::Why { .. } => field == "why",
            Self::Capacity => field.starts_with("capacity."),
            Self::Search(_) => field == "text",
            Self::Workspace
            | Self::Assumption(_)
            | Self::NewAssumption
            | Self::Segment(_)
            | Self::NewSegment
            | Self::Stage(_)
            | Self::NewStage { .. }
            | Self::Need(_)
            | Self::NewNeed
            | Self::Statement { .. }
            | Self::Evidence { .. }
            | Self::NewEvidence { .. }
            | Self::Tags(_)
            | Self::Initiative(_)
            | Self::NewInitiative { .. }
            | Self::Escalation { .. }
            | Self::NewEscalation { .. }
            | Self::Kpi(_)
            | Self::NewKpi { .. }
            | Self::Reading { .. }
            | Self::NewReading { .. }
            | Self::Job(_)
            | Self::Study(_)
            | Self::Decision { .. }
            | Self::NewDecision
            | Self::Parked { .. }
            | Self::NewParked
            | Self::Settled { .. }
            | Self::Silence { .. }
            | Self::Filter(_)
            | Self::Workshop(_)
            | Self::Survey(_)
            | Self::Intake(_) => true,
        }
    }
}
