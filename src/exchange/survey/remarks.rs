//! What is worth knowing about an import besides what became of its rows.

use super::cell::{Cell, read};
use super::gathered::Gathered;
use super::heads::{folded, heads};
use super::jobs::Jobs;
use super::mapping::{Column, Mapping, Reason, Role, Scale};
use super::report::Unmatched;
use super::scale::asked;
use super::sheet::Sheet;
use super::words::measure_in;
use crate::domain::Workspace;
use crate::domain::wording::{counted, listed};

/// How many rows or jobs are named one by one.
const NAMED: usize = 5;

/// In how many rows codes are looked for.
const LOOKED_AT: usize = 100;

/// The sentences, the weightiest first.
pub(super) fn remarks(
    sheet: &Sheet,
    mapping: &Mapping,
    workspace: &Workspace,
    gathered: &Gathered,
) -> Vec<String> {
    let all = [
        encoding(sheet),
        scale(mapping.scale),
        codes(sheet, mapping),
        top(mapping.scale, gathered),
        one_sided(mapping, workspace),
        short(gathered),
        straight(gathered),
    ];
    all.into_iter().flatten().collect()
}

fn encoding(sheet: &Sheet) -> Option<String> {
    sheet.is_guessed_western().then(|| {
        "The file is not UTF-8 and was read as Windows-1252; where letters look wrong, export it as \
         UTF-8"
            .to_owned()
    })
}

fn scale(scale: Scale) -> Option<String> {
    let Scale { from, to } = scale;
    let steps = scale.steps();
    if from > to {
        let top = format!("{to} is the most here: answers are turned round, so that {steps} is");
        return Some(top);
    }
    (from != 1).then(|| {
        format!("Answers from {from} to {to} are kept as 1 to {steps}: a study's scale begins at 1")
    })
}

/// Codes say which answer was ticked, and not which way the answers run.
fn codes(sheet: &Sheet, mapping: &Mapping) -> Option<String> {
    let answers: Vec<_> = mapping.columns.iter().filter_map(asked).collect();
    let mut rows = sheet.rows().skip(mapping.header_rows).take(LOOKED_AT);
    let is_code = |text: &&str| matches!(read(text), Cell::Code(_));
    let code = rows.find_map(|row| answers.iter().map(|(at, _)| row.cell(*at)).find(is_code))?;
    Some(format!(
        "Codes such as {code} are read by their numbers; if the first is the most, turn the scale \
         round in a mapping"
    ))
}

/// Where nobody gave the highest answer, the scale may end lower, or go further.
fn top(scale: Scale, gathered: &Gathered) -> Option<String> {
    let values = gathered
        .given
        .iter()
        .flat_map(super::gathered::Given::values);
    let highest = values.max().unwrap_or(0);
    (highest < scale.steps()).then(|| {
        format!(
            "The scale is taken to be {} to {}, although nobody gave the highest answer; if it is \
             another, correct it",
            scale.from, scale.to
        )
    })
}

/// Jobs that are asked about one question only, and so get no score.
fn one_sided(mapping: &Mapping, workspace: &Workspace) -> Option<String> {
    let mut sides = std::collections::BTreeMap::new();
    for Column(_, _, role) in &mapping.columns {
        match role {
            Role::Importance(job) => *sides.entry(job).or_insert(0) += 1,
            Role::Satisfaction(job) => *sides.entry(job).or_insert(0) -= 1,
            Role::Respondent
            | Role::Segment
            | Role::Finished
            | Role::Status
            | Role::Job
            | Role::JobImportance
            | Role::JobSatisfaction
            | Role::LeftOut(_) => {}
        }
    }
    let one_sided = sides.iter().filter(|(_, side)| **side != 0);
    let names: Vec<_> = one_sided
        .map(|(job, _)| format!("“{}”", workspace.name_of(job).unwrap_or_default()))
        .collect();
    (!names.is_empty()).then(|| {
        format!(
            "Only importance or only satisfaction is asked about {}: no score follows from this",
            some(&names)
        )
    })
}

fn short(gathered: &Gathered) -> Option<String> {
    let rows = &gathered.short;
    (!rows.is_empty()).then(|| {
        format!(
            "{} fewer cells than the head; what is missing counts as not answered",
            in_rows(rows, ["has", "have"])
        )
    })
}

fn straight(gathered: &Gathered) -> Option<String> {
    let straight = gathered.given.iter().filter(|given| given.is_straight());
    let rows: Vec<_> = straight.map(|given| given.row).collect();
    (!rows.is_empty()).then(|| {
        format!(
            "{} the same answer to everything; kept, but look at {}",
            in_rows(&rows, ["gives", "give"]),
            if rows.len() == 1 { "it" } else { "them" }
        )
    })
}

/// `Row 4 has`, `Rows 4, 8 and 9 have`, `12 rows (4, 8, 9, 11, 12 …) have`.
fn in_rows(rows: &[u64], verbs: [&str; 2]) -> String {
    let named: Vec<_> = rows.iter().take(NAMED).map(ToString::to_string).collect();
    match rows.len() {
        1 => format!("Row {} {}", named[0], verbs[0]),
        count if count > NAMED => {
            format!(
                "{} ({} …) {}",
                counted(count, "row"),
                named.join(", "),
                verbs[1]
            )
        }
        _ => format!("Rows {} {}", listed(&named), verbs[1]),
    }
}

fn some(names: &[String]) -> String {
    match names.len().checked_sub(NAMED) {
        Some(more) if more > 0 => format!("{} and {more} more", names[..NAMED].join(", ")),
        _ => listed(names),
    }
}

/// The columns that may be answers and are not imported, each with the job that it is most like.
pub(super) fn unmatched(sheet: &Sheet, mapping: &Mapping, workspace: &Workspace) -> Vec<Unmatched> {
    let left_out = mapping.columns.iter().filter(|column| {
        matches!(
            column.2,
            Role::LeftOut(Reason::Unmatched | Reason::Unmeasured | Reason::Doubled)
        )
    });
    let left_out: Vec<_> = left_out.collect();
    if left_out.is_empty() {
        return Vec::new();
    }
    let jobs = Jobs::of(workspace);
    let heads = heads(sheet, mapping.header_rows);
    let unmatched = left_out.into_iter().map(|Column(number, text, _)| {
        let head = heads.get(number.wrapping_sub(1));
        let asking = head.filter(|head| measure_in(&folded(&head.text())).is_some());
        Unmatched {
            column: *number,
            head: text.clone(),
            like: asking.and_then(|head| jobs.like(head)).cloned(),
        }
    });
    unmatched.collect()
}

/// What stands above the columns with personal data, that of the respondents too where it had names
/// or addresses.
pub(super) fn personal(mapping: &Mapping, gathered: &Gathered) -> Vec<String> {
    let is_personal = |role: &Role| match role {
        Role::LeftOut(Reason::Personal) => true,
        Role::Respondent => gathered.numbers_respondents,
        Role::Segment
        | Role::Finished
        | Role::Status
        | Role::Importance(_)
        | Role::Satisfaction(_)
        | Role::Job
        | Role::JobImportance
        | Role::JobSatisfaction
        | Role::LeftOut(_) => false,
    };
    let personal = mapping
        .columns
        .iter()
        .filter(|column| is_personal(&column.2));
    personal.map(|column| column.1.clone()).collect()
}
