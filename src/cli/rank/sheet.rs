//! The ranking as CSV: the segment, then a column for each key that a job has in JSON.

use anyhow::{Context, Result};
use serde_json::Value;

use super::row::{Answered, Row};
use crate::domain::Id;

/// What a spreadsheet takes for a formula where a text begins with it.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The rows of some rankings, each with the segment that it is of.
pub(super) fn of(rankings: &[Answered]) -> Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut has_head = false;
    for ranking in rankings {
        for row in &ranking.jobs {
            let cells = cells(ranking.segment.as_ref(), row)?;
            if !has_head {
                writer.write_record(cells.iter().map(|(key, _)| key))?;
                has_head = true;
            }
            writer.write_record(cells.iter().map(|(_, value)| written(value)))?;
        }
    }
    let bytes = writer.into_inner().context("this can't be put as CSV")?;
    String::from_utf8(bytes).context("this can't be put as CSV")
}

/// The cells of a row, with their keys.
fn cells(segment: Option<&Id>, row: &Row) -> Result<Vec<(String, Value)>> {
    let segment = segment.map_or(Value::Null, |id| Value::from(id.as_str()));
    let row = serde_json::to_value(row).context("this can't be put as CSV")?;
    let row = row.as_object().cloned().unwrap_or_default();
    Ok(std::iter::once(("segment".to_owned(), segment))
        .chain(row)
        .collect())
}

/// A value in a cell. Text that a spreadsheet would reckon with is kept from it by a quote.
fn written(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) if text.starts_with(FORMULA) => format!("'{text}"),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(written).collect::<Vec<_>>().join(" "),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => value.to_string(),
    }
}
