//! What is said of an import before it happens: what becomes of the file, in two or three sentences,
//! and the account of its rows.

use std::collections::BTreeMap;

use super::layout::Tone;
use super::{Around, Face, Import, Planned};
use crate::app::Access;
use crate::domain::Source;
use crate::domain::wording::{counted, listed};
use crate::exchange::survey::{Refused, Report, Skipped, Unfinished, Why};

/// How many rows are named one by one.
const NAMED: usize = 5;

impl Import {
    /// What it is headed.
    pub fn title(&self) -> String {
        format!(
            "Import a survey · {} · {}",
            self.file.name,
            self.file.sheet.way()
        )
    }

    /// What is said above the list.
    pub(super) fn told(&self, around: Around<'_>) -> Vec<(Tone, String)> {
        let mut told = Vec::new();
        if let Access::ReadOnly(why) = around.access {
            let text =
                format!("The workspace is read-only ({why}): look at it; it can't be imported");
            told.push((Tone::Bad, text));
        }
        match &self.planned {
            Ok(planned) => {
                told.push((Tone::Strong, becomes(planned)));
                told.push((Tone::Plain, self.account(&planned.plan.report)));
                if self.face != Face::Rows {
                    told.extend(self.first_remark(&planned.plan.report));
                }
            }
            Err(refused) => {
                told.push((
                    Tone::Bad,
                    format!("Nothing can be imported yet: {}", problem(refused)),
                ));
                let help = "Say below what the columns are: Enter on one shows what it may be; s says where the answers go";
                told.push((Tone::Plain, help.to_owned()));
            }
        }
        told
    }

    /// The rows of the file, what is in them and what comes along.
    fn account(&self, report: &Report) -> String {
        let mut parts = vec![
            rows(report),
            format!(
                "{} about {} · scale 1 to {}",
                counted(report.answers, "answer"),
                counted(report.jobs, "job"),
                report.scale
            ),
        ];
        if !report.segments.is_empty() {
            let count = counted(report.segments.len(), "new segment");
            parts.push(format!("{count}: {}", listed(&report.segments)));
        }
        if !report.personal.is_empty() {
            let columns = counted(report.personal.len(), "personal column");
            parts.push(format!("{columns} not kept"));
        }
        if self.mapping.unfinished == Unfinished::TakeIn {
            parts.push("unfinished responses too".to_owned());
        }
        parts.join(" · ")
    }

    /// What else there is to say, the weightiest first.
    pub(super) fn remarks(&self, report: &Report) -> Vec<String> {
        let mut remarks = Vec::new();
        if let Some(Err(why)) = &self.file.kept {
            remarks.push(format!(
                "{} can't be used, and the columns are as Outboard takes them: {why}",
                self.beside()
            ));
        }
        remarks.extend(report.warnings.iter().cloned());
        remarks
    }

    fn first_remark(&self, report: &Report) -> Option<(Tone, String)> {
        let remarks = self.remarks(report);
        let first = remarks.first()?;
        let more = match remarks.len() - 1 {
            0 => String::new(),
            more => format!(" · {more} more under Rows"),
        };
        Some((Tone::Fair, format!("! {first}{more}")))
    }

    /// What a face of the list is called.
    pub(super) fn name(&self, face: Face) -> String {
        let report = self
            .planned
            .as_ref()
            .ok()
            .map(|planned| &planned.plan.report);
        match (face, report) {
            (Face::Columns, _) => format!("Columns {}", self.guess.columns.len()),
            (Face::Rows, Some(report)) if !report.skipped.is_empty() => {
                format!("Rows {}, {} skipped", report.rows, report.skipped.len())
            }
            (Face::Rows, Some(report)) => format!("Rows {}", report.rows),
            (Face::Rows, None) => "Rows".to_owned(),
            (Face::Ranking, _) => "Ranking by these answers".to_owned(),
        }
    }
}

/// What becomes of the file.
fn becomes(planned: &Planned) -> String {
    let report = &planned.plan.report;
    let name = &report.name;
    if !planned.changes_something {
        return format!("All of this is in the study “{name}” already: there is nothing to import");
    }
    let responses = counted(report.responses, "response");
    let from = match report.source {
        Source::Customers => "from customers",
        Source::Team => "from the team",
    };
    let study = if report.is_new {
        format!("become the new study “{name}”")
    } else {
        format!("go into the study “{name}”")
    };
    let replaced = match report.replaced {
        0 => String::new(),
        count => format!("; {count} answered before, and what they say now counts"),
    };
    format!("{responses} {from} {study}{replaced}")
}

/// `36 rows: 34 to import, 2 to skip: not finished (rows 7 and 12)`.
fn rows(report: &Report) -> String {
    let all = counted(report.rows, "row");
    if report.skipped.is_empty() {
        return format!("{all}, none left out");
    }
    let mut reasons: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
    for Skipped { row, why } in &report.skipped {
        reasons.entry(reason(why)).or_default().push(*row);
    }
    let reasons = reasons.into_iter().map(|(reason, rows)| {
        let named: Vec<String> = rows.iter().map(ToString::to_string).collect();
        match named.len() {
            1 => format!("{reason} (row {})", named[0]),
            count if count > NAMED => format!("{reason} ({count} rows)"),
            _ => format!("{reason} (rows {})", listed(&named)),
        }
    });
    let reasons: Vec<String> = reasons.collect();
    let (imported, skipped) = (report.imported, report.skipped.len());
    format!(
        "{all}: {imported} to import, {skipped} to skip: {}",
        reasons.join(", ")
    )
}

/// Why a row is skipped, in a word or two.
fn reason(why: &Why) -> &'static str {
    match why {
        Why::Blank => "blank",
        Why::TooLong { .. } => "too many cells",
        Why::Unfinished => "not finished",
        Why::Preview => "previews",
        Why::NoAnswer => "nothing answered",
        Why::Again { .. } => "answered again below",
        Why::NoAnswerOfTheScale { .. } => "not on the scale",
        Why::NoRespondent => "no respondent",
        Why::NoJob { .. } => "no such job",
    }
}

/// What is in the way, with its place where that is not the whole file.
fn problem(refused: &Refused) -> String {
    if (refused.row, refused.column) == (1, 1) {
        refused.problem.clone()
    } else {
        refused.to_string()
    }
}
