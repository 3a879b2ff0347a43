//! The ranking as CSV: the segment, then a column for each key that a job has in JSON.

use anyhow::{Context, Result};
use serde_json::Value;

use super::row::{Answered, KEYS};
use crate::domain::Id;
use crate::exchange::spreadsheet::cell;

/// The rows of some rankings, each with the segment that it is of.
pub(super) fn of(rankings: &[Answered]) -> Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(std::iter::once("segment").chain(KEYS))?;
    for ranking in rankings {
        let segment = ranking.segment.as_ref().map_or("", Id::as_str);
        for row in &ranking.jobs {
            let row = serde_json::to_value(row)?;
            let cells = KEYS.iter().map(|key| written(&row[key]));
            writer.write_record(std::iter::once(segment.to_owned()).chain(cells))?;
        }
    }
    let bytes = writer.into_inner().context("this can't be put as CSV")?;
    String::from_utf8(bytes).context("this can't be put as CSV")
}

/// A value in a cell. Text that a spreadsheet would reckon with is kept from it by a quote.
fn written(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => cell(text),
        Value::Array(values) => values.iter().map(written).collect::<Vec<_>>().join(" "),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => value.to_string(),
    }
}
