//! `outboard import`: what other programs have, into the workspace as one step.

mod survey;

use anyhow::Result;
use clap::Subcommand;

use super::answer::Answer;
use super::session::Wanted;

#[derive(Debug, Subcommand)]
pub(super) enum Import {
    Survey(survey::Survey),
}

impl Import {
    pub(super) fn run(&self, wanted: &Wanted) -> Result<Answer> {
        match self {
            Self::Survey(survey) => survey.run(wanted),
        }
    }
}
