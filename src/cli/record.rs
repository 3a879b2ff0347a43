//! `outboard record`: a reading of a KPI.

use anyhow::{Context, Result};
use clap::Args;

use super::answer::Answer;
use super::names;
use super::session::{Session, Wanted};
use super::typed::{date, number, optional_line};
use crate::domain::{Change, Edit, Outcome, Reading};

/// Record what a KPI is
#[derive(Debug, Args)]
pub(super) struct Record {
    /// The id of the KPI
    kpi: String,
    /// The value, in the KPI's unit
    #[arg(allow_hyphen_values = true)]
    value: String,
    /// The day that it speaks of; else today
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// What is worth knowing about it
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

impl Record {
    pub(super) fn run(&self, wanted: &Wanted) -> Result<Answer> {
        let session = wanted.write()?;
        let change = self.change(&session)?;
        Ok(Answer::default().saying_all(session.commit(change)?))
    }

    fn change(&self, session: &Session) -> Result<Change> {
        let (outcome, kpi) = names::kpi(session.workspace(), &self.kpi)?;
        let reading = Reading {
            date: date(self.date.as_deref())?,
            value: number(&self.value)?,
            note: optional_line(self.note.as_ref()),
        };
        let label = format!(
            "Recorded {} for '{}' on {}",
            reading.value, kpi.name, reading.date
        );
        let mut outcome = Outcome::clone(outcome);
        let there = outcome.kpi_mut(&kpi.id).context("the KPI is gone")?;
        let label = match there.record(reading) {
            Some(before) => format!("{label}, in place of {}", before.value),
            None => label,
        };
        Ok(Change::new(label, vec![Edit::outcome(outcome)]))
    }
}
