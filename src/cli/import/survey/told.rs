//! The report of an import, in words and as JSON.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::wording::{counted, listed};
use crate::domain::{Id, Source};
use crate::exchange::survey::{Report, Skipped, Unmatched};

/// How many rows with the same reason are named one by one.
const NAMED: usize = 8;

/// A report as JSON has it. Keys may be added, and are never renamed.
#[derive(Serialize)]
pub(super) struct Told<'a> {
    study: &'a Id,
    name: &'a str,
    is_new: bool,
    source: Source,
    scale: u8,
    rows: usize,
    responses: usize,
    imported: usize,
    replaced: usize,
    answers: usize,
    jobs: usize,
    skipped: Vec<ToldRow>,
    segments: &'a [String],
    unmatched: Vec<&'a str>,
    personal: &'a [String],
    warnings: Vec<String>,
}

#[derive(Serialize)]
struct ToldRow {
    row: u64,
    reason: String,
}

impl<'a> Told<'a> {
    pub(super) fn of(report: &'a Report) -> Self {
        let row = |skipped: &Skipped| ToldRow {
            row: skipped.row,
            reason: skipped.why.to_string(),
        };
        Self {
            study: &report.study,
            name: &report.name,
            is_new: report.is_new,
            source: report.source,
            scale: report.scale,
            rows: report.rows,
            responses: report.responses,
            imported: report.imported,
            replaced: report.replaced,
            answers: report.answers,
            jobs: report.jobs,
            skipped: report.skipped.iter().map(row).collect(),
            segments: &report.segments,
            unmatched: report
                .unmatched
                .iter()
                .map(|left| left.head.as_str())
                .collect(),
            personal: &report.personal,
            warnings: warnings(report),
        }
    }
}

/// A report for people, a line each.
pub(super) fn in_words(report: &Report) -> String {
    let mut lines = vec![whole(report), study(report)];
    lines.extend(skipped(&report.skipped));
    if !report.personal.is_empty() {
        lines.push(format!(
            "Not kept, as it is personal: {}",
            listed(&report.personal)
        ));
    }
    let unmatched = report.unmatched.iter();
    lines.extend(unmatched.map(|left| format!("Left out: column {} “{}”", left.column, left.head)));
    lines.extend(warnings(report));
    lines.join("\n") + "\n"
}

fn whole(report: &Report) -> String {
    format!(
        "{} of {} imported: {} by {} about {}",
        report.imported,
        counted(report.rows, "row"),
        counted(report.answers, "answer"),
        counted(report.responses, "respondent"),
        counted(report.jobs, "job"),
    )
}

fn study(report: &Report) -> String {
    let new = if report.is_new { "new study" } else { "study" };
    format!(
        "Into the {new} “{}” ({}), answered by {}, scale 1 to {}",
        report.name,
        report.study,
        match report.source {
            Source::Customers => "customers",
            Source::Team => "the team",
        },
        report.scale
    )
}

/// The rows that are skipped, those with the same reason together.
fn skipped(skipped: &[Skipped]) -> Vec<String> {
    let mut by_reason: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    for Skipped { row, why } in skipped {
        by_reason.entry(why.to_string()).or_default().push(*row);
    }
    let mut reasons: Vec<_> = by_reason.into_iter().collect();
    reasons.sort_by_key(|(_, rows)| rows[0]);
    let line = |(reason, rows): (String, Vec<u64>)| {
        let named: Vec<_> = rows.iter().take(NAMED).map(ToString::to_string).collect();
        let rows = match rows.len() {
            1 => format!("row {}", named[0]),
            count if count > NAMED => format!("{count} rows ({} …)", named.join(", ")),
            _ => format!("rows {}", listed(&named)),
        };
        format!("Skipped {rows}: {reason}")
    };
    reasons.into_iter().map(line).collect()
}

/// What else there is to say, with what was made and what may have been meant.
fn warnings(report: &Report) -> Vec<String> {
    let mut lines = Vec::new();
    if !report.segments.is_empty() {
        lines.push(format!(
            "Made {}: {}",
            counted(report.segments.len(), "segment"),
            listed(&report.segments)
        ));
    }
    let meant = report
        .unmatched
        .iter()
        .filter_map(|Unmatched { column, head, like }| {
            let like = like.as_ref()?;
            Some(format!(
                "Column {column} “{head}” may be about the job {like}; if so, say so in a mapping \
             (--write-map)"
            ))
        });
    lines.extend(meant);
    lines.extend(report.warnings.iter().cloned());
    lines
}
