//! `outboard add`: a thing that was not there. The rest of its fields are set by `outboard set`.

mod research;

use anyhow::Result;
use clap::{Args, Subcommand};

use super::answer::Answer;
use super::fill::{fill, hints, told};
use super::names;
use super::session::Wanted;
use super::typed::words;
use crate::app::fields::Subject;
use crate::domain::{
    Better, Cadence, Fate, JobKind, Number, Purchase, Status, Step, Touch, Workspace,
};
use research::{AddAssumption, AddEvidence, AddNeed, AddSegment};

#[derive(Debug, Subcommand)]
pub(super) enum Add {
    Outcome(AddOutcome),
    Job(AddJob),
    Initiative(AddInitiative),
    Kpi(AddKpi),
    Need(AddNeed),
    Evidence(AddEvidence),
    Assumption(AddAssumption),
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
    /// Its story: the situation customers are in
    #[arg(long, value_name = "SITUATION")]
    when: Option<String>,
    /// Its story: what they want to do then
    #[arg(long, value_name = "MOTIVATION")]
    want: Option<String>,
    /// Its story: what they gain by it
    #[arg(long, value_name = "RESULT")]
    so: Option<String>,
    /// Where in the job map it belongs
    #[arg(long, value_parser = words::<Step>(), ignore_case = true)]
    step: Option<Step>,
    /// Getting something done, feeling, being seen
    #[arg(long, value_parser = words::<JobKind>(), ignore_case = true)]
    kind: Option<JobKind>,
    /// What it would cost you, in a unit of your own
    #[arg(long, value_name = "NUMBER")]
    effort: Option<String>,
    /// Your estimate, 0 to 10: how much it matters to customers; with --satisfaction
    #[arg(long, value_name = "NUMBER")]
    importance: Option<String>,
    /// Your estimate, 0 to 10: how well they get it done today; with --importance
    #[arg(long, value_name = "NUMBER")]
    satisfaction: Option<String>,
    /// When you serve it
    #[arg(long, value_parser = words::<Fate>(), ignore_case = true)]
    fate: Option<Fate>,
    /// Why it has that fate
    #[arg(long)]
    why: Option<String>,
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
            Self::Evidence(evidence) => evidence.asked(workspace),
            Self::Assumption(assumption) => Ok((Subject::NewAssumption, assumption.typed())),
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
        let typed = vec![
            ("name", Some(self.name.clone())),
            ("story.when", self.when.clone()),
            ("story.want", self.want.clone()),
            ("story.so", self.so.clone()),
            ("step", self.step.map(|step| step.to_string())),
            ("kind", self.kind.map(|kind| kind.to_string())),
            ("effort", self.effort.clone()),
            ("estimate.importance", self.importance.clone()),
            ("estimate.satisfaction", self.satisfaction.clone()),
            ("fate", self.fate.map(|fate| fate.to_string())),
            ("why", self.why.clone()),
        ];
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
