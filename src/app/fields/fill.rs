//! What becomes of typed fields: all of them together make one change, or none is made and each
//! that is wrong says so.

use super::label;
use super::names::Lookup;
use super::sheet::Sheet;
use super::survey::Intake;
use super::{Row, Subject};
use crate::app::board::filter::Filter;
use crate::app::workshop::plan::Plan;
use crate::domain::{Change, Date, Edit, Id, Workspace};
use crate::insight::statement::Hint;

/// A field that can't be taken as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The name of the field; empty where it is about the whole.
    pub field: String,
    /// What is wrong and what is expected, in words.
    pub problem: String,
}

impl Wrong {
    /// Says what is wrong with a field.
    pub fn new(field: impl Into<String>, problem: impl Into<String>) -> Self {
        Self {
            field: field.into(),
            problem: problem.into(),
        }
    }
}

/// What typed fields become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filled {
    /// A change of the workspace.
    Change {
        /// The change.
        change: Change,
        /// What it adds, where that has an id.
        added: Option<Id>,
    },
    /// What the board is narrowed down to.
    Filter(Filter),
    /// A text for the field that it was made for.
    Text(String),
    /// What is settled for a workshop.
    Workshop(Plan),
    /// The path of a file with the answers of a survey.
    Survey(String),
    /// Where the answers of a survey go.
    Intake(Intake),
}

/// The fields of a subject and what stands in each; none where it is not there any more.
pub fn rows(
    subject: &Subject,
    workspace: &Workspace,
    today: Date,
) -> Option<Vec<(&'static Row, String)>> {
    let sheet = Sheet::of(subject, workspace, today)?;
    let fields = sheet.fields();
    let shown = fields.rows().into_iter();
    let shown = shown.filter(|row| subject.shows(row.name));
    Some(
        shown
            .map(|row| (row, fields.get(row.name, workspace).unwrap_or_default()))
            .collect(),
    )
}

/// Puts typed texts into the fields of a subject: pairs of a field's name and its text. Fields that
/// are not named stay as they are.
///
/// # Errors
/// Every field that can't be taken, in the order of the fields.
pub fn fill(
    subject: &Subject,
    typed: &[(&str, &str)],
    lookup: &mut Lookup<'_>,
) -> Result<Filled, Vec<Wrong>> {
    let workspace = lookup.workspace;
    let (old, new) = filled(subject, typed, lookup)?;
    let (old, mut new) = (old.settled(), new.settled());
    let added = subject.is_new().then(|| new.give_id(lookup)).flatten();
    if let Sheet::Filter(filter) = new {
        return Ok(Filled::Filter(filter));
    }
    if let Sheet::Statement(statement) = new {
        return Ok(Filled::Text(statement.parts.sentence()));
    }
    if let Sheet::Workshop(plan) = new {
        return Ok(Filled::Workshop(plan));
    }
    if let Sheet::Survey(file) = new {
        return Ok(Filled::Survey(file.path));
    }
    if let Sheet::Intake(intake) = new {
        return Ok(Filled::Intake(intake));
    }
    let (mut edits, beside): (Vec<Edit>, Vec<String>) = lookup.added().unzip();
    let label = label::with(label::of(subject, &old, &new, workspace), &beside);
    edits.extend(new.edits(workspace).ok_or_else(|| vec![gone()])?);
    let change = Change::new(label, edits);
    Ok(Filled::Change { change, added })
}

/// What there is to think about in typed fields: hints at their wording, each with the field's name,
/// and the sentence that all fields make together, where they make one. What is wrong with a field
/// is left out.
pub fn judge(
    subject: &Subject,
    typed: &[(&str, &str)],
    lookup: &mut Lookup<'_>,
) -> (Vec<(&'static str, Hint)>, Option<String>) {
    let Some(mut sheet) = Sheet::of(subject, lookup.workspace, lookup.today) else {
        return (Vec::new(), None);
    };
    put_all(&mut sheet, typed, lookup);
    let fields = sheet.fields();
    let hints = fields.rows().into_iter().flat_map(|row| {
        let hints = fields.hints(row.name, lookup.workspace).into_iter();
        hints.map(|hint| (row.name, hint))
    });
    let sentence = fields.sentence().filter(|_| subject.is_sentence());
    (hints.collect(), sentence)
}

/// What there is to think about in the wording of typed fields, as it is told.
pub fn hints(subject: &Subject, typed: &[(&str, &str)], lookup: &mut Lookup<'_>) -> Vec<String> {
    let (hints, _) = judge(subject, typed, lookup);
    let is_typed = |name: &str| typed.iter().any(|(field, _)| *field == name);
    let hints = hints.into_iter().filter(|(field, _)| is_typed(field));
    hints.map(|(_, hint)| hint.text).collect()
}

/// Every field that can't be taken as it is typed, as [`fill`] would say, without making a change.
pub fn check(subject: &Subject, typed: &[(&str, &str)], lookup: &mut Lookup<'_>) -> Vec<Wrong> {
    filled(subject, typed, lookup).err().unwrap_or_default()
}

/// The record as it is, and with what was typed.
fn filled(
    subject: &Subject,
    typed: &[(&str, &str)],
    lookup: &mut Lookup<'_>,
) -> Result<(Sheet, Sheet), Vec<Wrong>> {
    let old = Sheet::of(subject, lookup.workspace, lookup.today).ok_or_else(|| vec![gone()])?;
    let mut new = old.clone();
    let wrongs = put_all(&mut new, typed, lookup);
    if wrongs.is_empty() {
        Ok((old, new))
    } else {
        Err(wrongs)
    }
}

fn put_all(sheet: &mut Sheet, typed: &[(&str, &str)], lookup: &mut Lookup<'_>) -> Vec<Wrong> {
    let fields = sheet.fields_mut();
    let mut wrongs = Vec::new();
    for (field, text) in typed {
        let result = fields.set(field, text, lookup);
        wrongs.extend(result.err().map(|problem| Wrong::new(*field, problem)));
    }
    for row in fields.rows().into_iter().filter(|row| row.is_required) {
        let is_told = wrongs.iter().any(|wrong| wrong.field == row.name);
        let is_missing = fields.get(row.name, lookup.workspace).as_deref() == Some("");
        if is_missing && !is_told {
            wrongs.push(Wrong::new(row.name, row.missing()));
        }
    }
    if wrongs.is_empty() {
        wrongs.extend(fields.clash());
    }
    wrongs
}

fn gone() -> Wrong {
    Wrong::new("", "this is no longer there; nothing was changed")
}
