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
use crate::insight::opportunity::{self, Lens, Scope};
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
        let reading = wanted.read()?;
        let scope = self.scope(&reading.workspace)?;
        let data = if self.by_segment {
            self.by_segment(&reading.workspace, &scope)?
        } else {
            self.overall(&reading.workspace, &scope)?
        };
        Ok(Answer::of(data).saying_all(reading.remarks))
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

    fn overall(&self, workspace: &Workspace, scope: &Scope) -> Result<String> {
        let ranking = opportunity::rank(workspace, scope);
        let rows = || row::rows(workspace, &ranking);
        match self.form() {
            Form::Json => json::pretty(&Answered::new(workspace, scope, rows())),
            Form::Csv => sheet::of([(None, rows())]),
            Form::Table => Ok(table::of(workspace, &ranking, scope.lens)),
        }
    }

    fn by_segment(&self, workspace: &Workspace, scope: &Scope) -> Result<String> {
        let rankings = opportunity::rank_by_segment(workspace, scope);
        match self.form() {
            Form::Json => json::pretty(&BySegment::new(workspace, scope, &rankings)),
            Form::Csv => sheet::of(
                rankings
                    .iter()
                    .map(|(segment, ranking)| (Some(segment), row::rows(workspace, ranking))),
            ),
            Form::Table => {
                let overall = opportunity::rank(workspace, scope);
                Ok(table::by_segment(workspace, &overall, &rankings))
            }
        }
    }

    fn form(&self) -> Form {
        match (self.json, self.csv) {
            (true, _) => Form::Json,
            (false, true) => Form::Csv,
            (false, false) => Form::Table,
        }
    }
}
