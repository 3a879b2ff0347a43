//! The fields of a KPI and of a reading.

use std::sync::Arc;

use super::outcome::sorted;
use super::{Field, Kind, Record, field, words_of};
use crate::domain::{Better, Cadence, Date, Kpi, Number, Outcome, Reading, Workspace};

impl Record for Kpi {
    const KIND: &'static str = "KPI";

    const FIELDS: &'static [Field<Self>] = &[
        field!("name", name, Kind::Line)
            .required()
            .told("Name", "what is read, such as Setup time"),
        field!("unit", unit, Kind::Line)
            .known(units)
            .told("Unit", "what it counts: days, %, tickets"),
        field!("better", better, Kind::Choice(words_of::<Better>))
            .required()
            .told("Better", "which way is better"),
        field!("baseline", baseline, Kind::Number)
            .told("Baseline", "where it stood when you began"),
        field!("target", target, Kind::Number).told("Target", "where it should get to"),
        field!("every", every, Kind::Choice(words_of::<Cadence>))
            .told("Every", "how often it is read"),
        field!("formula", formula, Kind::Line).told("Formula", "how it is reckoned"),
    ];

    fn called(&self) -> &str {
        &self.name
    }
}

/// A reading that may not have its value yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Draft {
    pub(super) value: Option<Number>,
    pub(super) date: Date,
    pub(super) note: Option<String>,
}

impl From<Reading> for Draft {
    fn from(reading: Reading) -> Self {
        Self {
            value: Some(reading.value),
            date: reading.date,
            note: reading.note,
        }
    }
}

impl Draft {
    /// The reading, once its value is there.
    pub(super) fn reading(self) -> Option<Reading> {
        Some(Reading {
            date: self.date,
            value: self.value?,
            note: self.note,
        })
    }
}

impl Record for Draft {
    const KIND: &'static str = "reading";

    const FIELDS: &'static [Field<Self>] = &[
        field!("value", value, Kind::Number)
            .required()
            .told("Value", "what it was, in the unit of the KPI"),
        field!("date", date, Kind::Date)
            .required()
            .told("Date", "when: today, last Fri, 31.10., 2026-10"),
        field!("note", note, Kind::Line).told("Note", "what is worth knowing about it"),
    ];

    fn called(&self) -> &'static str {
        "the reading"
    }
}

fn units(workspace: &Workspace) -> Vec<String> {
    let outcomes = workspace.outcomes().values();
    let kpis = outcomes.flat_map(|outcome: &Arc<Outcome>| outcome.kpis());
    sorted(kpis.filter_map(|kpi| kpi.unit.clone()))
}
