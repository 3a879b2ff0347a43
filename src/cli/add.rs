//! `outboard add`: a thing that was not there. The rest of its fields are set by `outboard set`.

use anyhow::Result;
use clap::{Args, Subcommand};

use super::answer::Answer;
use super::fill::{fill, hints, told};
use super::names;
use super::session::Wanted;
use super::typed::words;
use crate::app::fields::Subject;
use crate::domain::{Better, Cadence, NeedKind, Number, Purchase, Status, Touch, Workspace};

#[derive(Debug, Subcommand)]
pub(super) enum Add {
    Outcome(AddOutcome),
    Job(AddJob),
    Initiative(AddInitiative),
    Kpi(AddKpi),
    Need(AddNeed),
    Stage(AddStage),
    Segment(AddSegment),
}

/// Add an outcome: a card, at the end of its stage
#[derive(Debug, Args)]
pub(super) struct AddOutcome {
    /// What the customer wants to achieve
    statement: String,
    /// The id of the stage in which the customer desires it
    #[arg(long, value_name = "ID")]
    stage: String,
    /// The outcome of that stage to stand before
    #[arg(long, value_name = "OUTCOME")]
    before: Option<String>,
}

/// Add a job
#[derive(Debug, Args)]
pub(super) struct AddJob {
    /// What it is called
    name: String,
    /// The id of the outcome that it leads to
    #[arg(long, value_name = "ID")]
    outcome: Option<String>,
}

/// Add an initiative
#[derive(Debug, Args)]
pub(super) struct AddInitiative {
    /// What it is called
    name: String,
    /// The id of the outcome that it serves
    #[arg(long, value_name = "ID")]
    outcome: String,
    /// Who takes the first step: we do, or the customer does
    #[arg(long, default_value = "proactive", value_parser = words::<Touch>(), ignore_case = true)]
    touch: Touch,
    /// How far it is
    #[arg(long, default_value = "idea", value_parser = words::<Status>(), ignore_case = true)]
    status: Status,
    /// The team that does it
    #[arg(long)]
    team: Option<String>,
    /// Where it meets the customer
    #[arg(long)]
    channel: Option<String>,
}

/// Add a KPI
#[derive(Debug, Args)]
pub(super) struct AddKpi {
    /// What it is called
    name: String,
    /// The id of the initiative that it tells about
    #[arg(long, value_name = "ID")]
    initiative: String,
    /// What it counts: days, %, tickets
    #[arg(long)]
    unit: Option<String>,
    /// Which way is better; else the way from the baseline to the target, else higher
    #[arg(long, value_name = "WAY", value_parser = words::<Better>(), ignore_case = true)]
    better: Option<Better>,
    /// Where it stood at the beginning
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true)]
    baseline: Option<String>,
    /// Where it should get to
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true)]
    target: Option<String>,
    /// How often it is read
    #[arg(long, value_name = "HOW OFTEN", value_parser = words::<Cadence>(), ignore_case = true)]
    every: Option<Cadence>,
    /// How it is reckoned
    #[arg(long)]
    formula: Option<String>,
}

/// Add a need
#[derive(Debug, Args)]
pub(super) struct AddNeed {
    /// The need in one sentence
    statement: String,
    /// Whether customers say it or only show it
    #[arg(long, default_value = "expressed", value_parser = words::<NeedKind>(), ignore_case = true)]
    kind: NeedKind,
}

/// Add a stage: a column, behind the others
#[derive(Debug, Args)]
pub(super) struct AddStage {
    /// What it is called
    name: String,
    /// Where it lies towards the purchase; else as the stage before it
    #[arg(long, value_name = "WHERE", value_parser = words::<Purchase>(), ignore_case = true)]
    purchase: Option<Purchase>,
    /// The team that must deliver here
    #[arg(long)]
    team: Option<String>,
    /// What the customer thinks here
    #[arg(long)]
    mindset: Option<String>,
    /// The event that brings a customer here
    #[arg(long)]
    enters: Option<String>,
}

/// Add a segment: customers who want the same things for the same reasons
#[derive(Debug, Args)]
pub(super) struct AddSegment {
    /// What it is called
    name: String,
    /// What its customers expect
    #[arg(long)]
    expects: Option<String>,
}

/// The names of fields, each with what was typed for it, if anything.
type Typed = Vec<(&'static str, Option<String>)>;

impl Add {
    pub(super) fn run(&self, wanted: &Wanted) -> Result<Answer> {
        let session = wanted.write()?;
        let (subject, typed) = self.asked(session.workspace())?;
        let typed: Vec<_> = typed
            .iter()
            .filter_map(|(field, text)| Some((*field, text.as_deref()?)))
            .collect();
        let (change, added) = fill(session.workspace(), &subject, &typed)?;
        let hints = hints(session.workspace(), &subject, &typed)?;
        let id = added.map(|id| format!("{id}\n"));
        let answer = session.commit(change)?.saying_all(told(hints));
        Ok(answer.with(id.unwrap_or_default()))
    }

    /// What is added, and what its fields hold.
    fn asked(&self, workspace: &Workspace) -> Result<(Subject, Typed)> {
        match self {
            Self::Outcome(outcome) => outcome.asked(workspace),
            Self::Job(job) => job.asked(workspace),
            Self::Initiative(initiative) => initiative.asked(workspace),
            Self::Kpi(kpi) => kpi.asked(workspace),
            Self::Need(need) => Ok((Subject::NewNeed, need.typed())),
            Self::Stage(stage) => {
                let place = workspace.stages().len();
                Ok((Subject::NewStage { place }, stage.typed()))
            }
            Self::Segment(segment) => Ok((Subject::NewSegment, segment.typed())),
        }
    }
}

impl AddOutcome {
    fn asked(&self, workspace: &Workspace) -> Result<(Subject, Typed)> {
        let (_, stage) = names::stage(workspace, &self.stage)?;
        let place = match &self.before {
            Some(before) => names::place_in(workspace, stage, before)?,
            None => workspace.cards(&stage.id).len(),
        };
        let stage = stage.id.clone();
        let typed = vec![("statement", Some(self.statement.clone()))];
        Ok((Subject::NewOutcome { stage, place }, typed))
    }
}

impl AddJob {
    fn asked(&self, workspace: &Workspace) -> Result<(Subject, Typed)> {
        let outcome = match &self.outcome {
            Some(text) => Some(names::outcome(workspace, text)?.id.clone()),
            None => None,
        };
        let typed = vec![("name", Some(self.name.clone()))];
        Ok((Subject::NewJob { outcome }, typed))
    }
}

impl AddInitiative {
    fn asked(&self, workspace: &Workspace) -> Result<(Subject, Typed)> {
        let outcome = names::outcome(workspace, &self.outcome)?.id.clone();
        let typed = vec![
            ("name", Some(self.name.clone())),
            ("touch", Some(self.touch.to_string())),
            ("status", Some(self.status.to_string())),
            ("team", self.team.clone()),
            ("channel", self.channel.clone()),
        ];
        Ok((Subject::NewInitiative { outcome }, typed))
    }
}

impl AddKpi {
    fn asked(&self, workspace: &Workspace) -> Result<(Subject, Typed)> {
        let initiative = names::initiative(workspace, &self.initiative)?;
        let initiative = initiative.id.clone();
        let better = self.better.or_else(|| self.way());
        let typed = vec![
            ("name", Some(self.name.clone())),
            ("unit", self.unit.clone()),
            ("better", better.map(|better| better.to_string())),
            ("baseline", self.baseline.clone()),
            ("target", self.target.clone()),
            ("every", self.every.map(|every| every.to_string())),
            ("formula", self.formula.clone()),
        ];
        Ok((Subject::NewKpi { initiative }, typed))
    }

    /// The way that leads from the baseline to the target, where both are numbers.
    fn way(&self) -> Option<Better> {
        let number = |text: &Option<String>| text.as_ref()?.parse::<Number>().ok();
        let (baseline, target) = (number(&self.baseline)?, number(&self.target)?);
        (target != baseline).then(|| {
            if target < baseline {
                Better::Lower
            } else {
                Better::Higher
            }
        })
    }
}

impl AddNeed {
    fn typed(&self) -> Typed {
        vec![
            ("statement", Some(self.statement.clone())),
            ("kind", Some(self.kind.to_string())),
        ]
    }
}

impl AddStage {
    fn typed(&self) -> Typed {
        vec![
            ("name", Some(self.name.clone())),
            (
                "purchase",
                self.purchase.map(|purchase| purchase.to_string()),
            ),
            ("team", self.team.clone()),
            ("mindset", self.mindset.clone()),
            ("enters", self.enters.clone()),
        ]
    }
}

impl AddSegment {
    fn typed(&self) -> Typed {
        vec![
            ("name", Some(self.name.clone())),
            ("expects", self.expects.clone()),
        ]
    }
}
