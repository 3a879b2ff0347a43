//! `outboard move` and `outboard remove`: where a card stands, and whether a thing is there at all.

use anyhow::{Result, bail};
use clap::Args;

use super::answer::Answer;
use super::names;
use super::session::{Session, Wanted};
use super::text::counted;
use crate::domain::workspace::Home;
use crate::domain::{Change, Id, Outcome, Stage, Workspace, placing, removal};

/// Move an outcome to a stage, or within its own
#[derive(Debug, Args)]
pub(super) struct Move {
    /// The id of the outcome
    outcome: String,
    /// The id of the stage
    #[arg(long, value_name = "ID")]
    stage: String,
    /// The outcome of that stage to stand before; else it comes last
    #[arg(long, value_name = "OUTCOME")]
    before: Option<String>,
}

/// Remove what has an id, and what refers to it
#[derive(Debug, Args)]
pub(super) struct Remove {
    /// The id of a segment, stage, need, outcome, initiative, KPI, job or study
    id: String,
    /// Where the outcomes of a removed stage go
    #[arg(long, value_name = "STAGE")]
    into: Option<String>,
}

impl Move {
    pub(super) fn run(&self, wanted: &Wanted) -> Result<Answer> {
        let session = wanted.write()?;
        let change = self.change(&session)?;
        session.commit(change)
    }

    fn change(&self, session: &Session) -> Result<Change> {
        let workspace = session.workspace();
        let outcome = names::outcome(workspace, &self.outcome)?;
        let (_, stage) = names::stage(workspace, &self.stage)?;
        let place = self.place(workspace, outcome, stage)?;
        let moved = std::slice::from_ref(&outcome.id);
        let edits = placing::place(workspace, moved, &stage.id, place);
        let way = if outcome.stage == stage.id {
            "within"
        } else {
            "to"
        };
        let label = format!("Moved '{}' {way} {}", outcome.statement, stage.name);
        Ok(Change::new(label, edits))
    }

    fn place(&self, workspace: &Workspace, outcome: &Outcome, stage: &Stage) -> Result<usize> {
        let Some(before) = &self.before else {
            return Ok(usize::MAX);
        };
        let place = names::place_in(workspace, stage, before)?;
        let above = &workspace.cards(&stage.id)[..place];
        // A place is counted without the card that is moved.
        let is_above = above.iter().any(|card| card.id == outcome.id);
        Ok(place - usize::from(is_above))
    }
}

impl Remove {
    pub(super) fn run(&self, wanted: &Wanted) -> Result<Answer> {
        let session = wanted.write()?;
        let change = self.change(&session)?;
        session.commit(change)
    }

    fn change(&self, session: &Session) -> Result<Change> {
        let workspace = session.workspace();
        let (id, home) = names::anything(workspace, &self.id)?;
        let change = match (home, &self.into) {
            (Home::Stage, Some(into)) => {
                let (_, into) = names::stage(workspace, into)?;
                removal::empty_stage(workspace, &id, &into.id)
            }
            (Home::Stage, None) => {
                must_be_empty(session, &id)?;
                removal::remove(workspace, &id)
            }
            (_, Some(_)) => bail!(
                "--into goes with a stage; \"{id}\" is {}",
                names::one(home.word())
            ),
            (_, None) => removal::remove(workspace, &id),
        };
        match change {
            Some(change) => Ok(change),
            None => bail!("\"{id}\" can't go there; name another stage with --into"),
        }
    }
}

/// Whoever removes a stage says where its outcomes go: nothing brings them back afterwards.
fn must_be_empty(session: &Session, stage: &Id) -> Result<()> {
    let outcomes = session.workspace().outcomes().values();
    match outcomes.filter(|outcome| outcome.stage == *stage).count() {
        0 => Ok(()),
        count => bail!(
            "the stage \"{stage}\" has {}; say where they go: --into STAGE",
            counted(count, "outcome")
        ),
    }
}
