//! `outboard rank`: the jobs in their order, as a table, as JSON or as CSV.

mod row;
mod sheet;
mod table;

use anyhow::Result;
use clap::Args;

use super::answer::Answer;
use super::session::Wanted;
use super::typed::words;
use super::{json, names};
use crate::domain::Workspace;
use crate::insight::opportunity::{Lens, Scope};
use row::{Answered, BySegment};

/// Rank the jobs
///
/// Without --study all customers' studies count together; for a job that they don't cover, the
/// team's; else its estimate, which speaks of no segment.
#[derive(Debug, Args)]
pub(super) struct Rank {
    /// The id of a study that counts; may be given again
    #[arg(long, value_name = "ID")]
    study: Vec<String>,
    /// The id of the segment whose respondents count
    #[arg(long, value_name = "ID", conflicts_with = "by_segment")]
    segment: Option<String>,
    /// By which figure
    #[arg(long, default_value = "score", value_parser = words::<Lens>(), ignore_case = true)]
    lens: Lens,
    /// A ranking for each segment, beside each other
    #[arg(long)]
    by_segment: bool,
    /// As JSON, unrounded
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    /// As CSV, unrounded
    #[arg(long)]
    csv: bool,
}

/// How the answer is put.
enum Form {
    Table,
    Json,
    Csv,
}

impl Rank {
    pub(super) fn run(&self, wanted: &Wanted) -> Result<Answer> {
        let loaded = wanted.read()?;
        let scope = self.scope(&loaded.workspace)?;
        let data = self.data(&loaded.workspace, &scope)?;
        Ok(Answer::of(data).saying_all(loaded.remarks))
    }

    fn data(&self, workspace: &Workspace, scope: &Scope) -> Result<String> {
        match (self.by_segment, self.form()) {
            (false, Form::Json) => json::pretty(&Answered::of(workspace, scope)),
            (false, Form::Csv) => sheet::of(&[Answered::of(workspace, scope)]),
            (false, Form::Table) => Ok(table::of(workspace, scope)),
            (true, Form::Json) => json::pretty(&BySegment::of(workspace, scope)),
            (true, Form::Csv) => sheet::of(&BySegment::of(workspace, scope).segments),
            (true, Form::Table) => Ok(table::by_segment(workspace, scope)),
        }
    }

    fn scope(&self, workspace: &Workspace) -> Result<Scope> {
        let mut studies = Vec::new();
        for text in &self.study {
            studies.push(names::study(workspace, text)?.id.clone());
        }
        let segment = match &self.segment {
            Some(text) => Some(names::segment(workspace, text)?.id.clone()),
            None => None,
        };
        Ok(Scope {
            studies,
            segment,
            lens: self.lens,
        })
    }

    fn form(&self) -> Form {
        match (self.json, self.csv) {
            (true, _) => Form::Json,
            (false, true) => Form::Csv,
            (false, false) => Form::Table,
        }
    }
}
