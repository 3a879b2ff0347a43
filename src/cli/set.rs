//! `outboard set`: fields of a thing, named as in the file.

use anyhow::{Result, anyhow};
use clap::Args;

use super::answer::Answer;
use super::fill::told;
use super::names;
use super::session::Wanted;
use super::typed::today;
use crate::app::fields::set::{self, Assignment};
use crate::domain::id::WORKSPACE;

/// Set fields of what has an id, or of the workspace
///
/// Fields are named as in the file, nested ones by a path: story.when=…; the vision is set as
/// `outboard set workspace vision.need=…`. An empty value removes an optional field. Lists take
/// commas, FIELD+=VALUE adds to one, FIELD-=VALUE takes out of it. All fields are set, or none.
#[derive(Debug, Args)]
pub(super) struct Set {
    /// The id, or `workspace`
    id: String,
    /// What to set
    #[arg(required = true, value_name = "FIELD=VALUE")]
    fields: Vec<Assignment>,
}

impl Set {
    pub(super) fn run(&self, wanted: &Wanted) -> Result<Answer> {
        let session = wanted.write()?;
        if self.id != WORKSPACE {
            names::anything(session.workspace(), &self.id)?;
        }
        let change = set::set(session.workspace(), &self.id, &self.fields, today()?);
        let change = change.map_err(|problem| anyhow!(problem))?;
        let hints = set::hints(session.workspace(), &self.id, &self.fields, today()?);
        Ok(session.commit(change)?.saying_all(told(hints)))
    }
}
