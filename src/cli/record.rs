//! `outboard record`: a reading of a KPI.

use anyhow::Result;
use clap::Args;

use super::answer::Answer;
use super::fill::fill;
use super::names;
use super::session::Wanted;
use crate::app::fields::Subject;

/// Record what a KPI is; a reading of the same day is replaced
#[derive(Debug, Args)]
pub(super) struct Record {
    /// The id of the KPI
    kpi: String,
    /// The value, in the KPI's unit
    #[arg(allow_negative_numbers = true)]
    value: String,
    /// The day that it speaks of: 2026-10-31, yesterday, last Fri, 2026-10; else today
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// What is worth knowing about it
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

impl Record {
    pub(super) fn run(&self, wanted: &Wanted) -> Result<Answer> {
        let session = wanted.write()?;
        let kpi = names::kpi(session.workspace(), &self.kpi)?;
        let subject = Subject::NewReading {
            kpi: kpi.id.clone(),
        };
        let typed = [
            Some(("value", self.value.as_str())),
            self.date.as_deref().map(|date| ("date", date)),
            self.note.as_deref().map(|note| ("note", note)),
        ];
        let typed: Vec<_> = typed.into_iter().flatten().collect();
        let (change, _) = fill(session.workspace(), &subject, &typed)?;
        session.commit(change)
    }
}
