//! `outboard add`: a thing that was not there. What else there is to say of it, `set` says.

use anyhow::{Context, Result};
use clap::{Args, Subcommand};

use super::answer::Answer;
use super::names;
use super::session::Wanted;
use super::typed::{line, number, optional_line, words};
use crate::domain::{
    Better, Cadence, Change, Edit, Id, Initiative, Job, Kpi, Need, NeedKind, Number, Outcome,
    Status, Touch, Workspace, placing,
};

#[derive(Debug, Subcommand)]
pub(super) enum Add {
    Outcome(AddOutcome),
    Job(AddJob),
    Initiative(AddInitiative),
    Kpi(AddKpi),
    Need(AddNeed),
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
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    baseline: Option<String>,
    /// Where it should get to
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
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

/// The id of what is added, and the change that adds it.
type Added = (Id, Change);

impl Add {
    pub(super) fn run(&self, wanted: &Wanted) -> Result<Answer> {
        let session = wanted.write()?;
        let workspace = session.workspace();
        let (id, change) = match self {
            Self::Outcome(outcome) => outcome.added(workspace),
            Self::Job(job) => job.added(workspace),
            Self::Initiative(initiative) => initiative.added(workspace),
            Self::Kpi(kpi) => kpi.added(workspace),
            Self::Need(need) => need.added(workspace),
        }?;
        let said = session.commit(change)?;
        Ok(Answer::of(format!("{id}\n")).saying_all(said))
    }
}

impl AddOutcome {
    fn added(&self, workspace: &Workspace) -> Result<Added> {
        let statement = line(&self.statement, "the statement of an outcome")?;
        let (_, stage) = names::stage(workspace, &self.stage)?;
        let place = match &self.before {
            Some(before) => names::place_in(workspace, stage, before)?,
            None => usize::MAX,
        };
        let (rank, mut edits) = placing::rank_at(workspace, &stage.id, place);
        let id = workspace.fresh_id(&statement, "outcome");
        let label = format!("Added '{statement}' to {}", stage.name);
        let outcome = Outcome::new(id.clone(), stage.id.clone(), rank, statement);
        edits.push(Edit::outcome(outcome));
        Ok((id, Change::new(label, edits)))
    }
}

impl AddJob {
    fn added(&self, workspace: &Workspace) -> Result<Added> {
        let name = line(&self.name, "the name of a job")?;
        let outcome = self.outcome.as_deref();
        let outcome = outcome
            .map(|text| names::outcome(workspace, text))
            .transpose()?;
        let id = workspace.fresh_id(&name, "job");
        let label = format!("Added the job '{name}'");
        let job = Job::new(id.clone(), outcome.map(|outcome| outcome.id.clone()), name);
        Ok((id, Change::new(label, vec![Edit::job(job)])))
    }
}

impl AddInitiative {
    fn added(&self, workspace: &Workspace) -> Result<Added> {
        let name = line(&self.name, "the name of an initiative")?;
        let mut outcome: Outcome = Outcome::clone(names::outcome(workspace, &self.outcome)?);
        let id = workspace.fresh_id(&name, "initiative");
        let label = format!("Added the initiative '{name}' to '{}'", outcome.statement);
        outcome.initiatives.push(Initiative {
            status: self.status,
            team: optional_line(self.team.as_ref()),
            channel: optional_line(self.channel.as_ref()),
            ..Initiative::new(id.clone(), name, self.touch)
        });
        Ok((id, Change::new(label, vec![Edit::outcome(outcome)])))
    }
}

impl AddKpi {
    fn added(&self, workspace: &Workspace) -> Result<Added> {
        let name = line(&self.name, "the name of a KPI")?;
        let (outcome, initiative) = names::initiative(workspace, &self.initiative)?;
        let id = workspace.fresh_id(&name, "kpi");
        let label = format!("Added the KPI '{name}' to '{}'", initiative.name);
        let kpi = self.kpi(id.clone(), name)?;
        let mut outcome = Outcome::clone(outcome);
        let there = outcome.initiative_mut(&initiative.id);
        there.context("the initiative is gone")?.kpis.push(kpi);
        Ok((id, Change::new(label, vec![Edit::outcome(outcome)])))
    }

    fn kpi(&self, id: Id, name: String) -> Result<Kpi> {
        let baseline = self.baseline.as_deref().map(number).transpose()?;
        let target = self.target.as_deref().map(number).transpose()?;
        let better = self.better.unwrap_or_else(|| way(baseline, target));
        Ok(Kpi {
            unit: optional_line(self.unit.as_ref()),
            baseline,
            target,
            every: self.every,
            formula: optional_line(self.formula.as_ref()),
            ..Kpi::new(id, name, better)
        })
    }
}

impl AddNeed {
    fn added(&self, workspace: &Workspace) -> Result<Added> {
        let statement = line(&self.statement, "the statement of a need")?;
        let id = workspace.fresh_id(&statement, "need");
        let label = format!("Added the need '{statement}'");
        let edit = Edit::need(Need {
            id: id.clone(),
            kind: self.kind,
            statement,
            segments: Vec::new(),
            evidence: Vec::new(),
        });
        Ok((id, Change::new(label, vec![edit])))
    }
}

/// The way that leads from a baseline to a target.
fn way(baseline: Option<Number>, target: Option<Number>) -> Better {
    match (baseline, target) {
        (Some(baseline), Some(target)) if target < baseline => Better::Lower,
        (_, _) => Better::Higher,
    }
}
