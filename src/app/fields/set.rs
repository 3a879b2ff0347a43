//! Setting fields by name, as `outboard set` does: `target=5`, `tags+=CRM`, `segments-=Enterprise`.

use std::str::FromStr;

use super::fill::{self, Filled, Wrong, fill};
use super::names::{Lookup, Strangers, Table, list};
use super::sheet::Sheet;
use super::{Fields, Kind, Row, Subject};
use crate::domain::id::WORKSPACE;
use crate::domain::workspace::Home;
use crate::domain::{Change, Date, Id, Workspace};

/// How a value gets into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// In place of what stands there: `=`.
    Put,
    /// Beside what stands there: `+=`.
    Add,
    /// Out of what stands there: `-=`.
    TakeOut,
}

/// A value for a field: `FIELD=VALUE`, `FIELD+=VALUE`, `FIELD-=VALUE`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The name of the field in the file.
    pub field: String,
    /// How the value gets there.
    pub how: How,
    /// The value, as it is typed.
    pub value: String,
}

impl FromStr for Assignment {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (field, value) = text.split_once('=').ok_or_else(|| {
            format!("\"{text}\" sets nothing; write FIELD=VALUE, FIELD+=VALUE or FIELD-=VALUE")
        })?;
        let (field, how) = match field.strip_suffix(['+', '-']) {
            Some(bare) if field.ends_with('+') => (bare, How::Add),
            Some(bare) => (bare, How::TakeOut),
            None => (field, How::Put),
        };
        Ok(Self {
            field: field.trim().to_owned(),
            how,
            value: value.to_owned(),
        })
    }
}

/// The change that sets fields of the thing with an id, or of the workspace, which is called
/// `workspace`.
///
/// # Errors
/// In words: no such thing or field, or what is wrong with a value. Names of segments and needs
/// that nothing has are refused.
pub fn set(
    workspace: &Workspace,
    thing: &str,
    assignments: &[Assignment],
    today: Date,
) -> Result<Change, String> {
    let subject = subject(workspace, thing)?;
    let typed = typed(workspace, &subject, assignments, today)?;
    let typed: Vec<(&str, &str)> = typed.iter().map(|(f, text)| (*f, text.as_str())).collect();
    let mut lookup = Lookup::new(workspace, today, Strangers::Refuse);
    match fill(&subject, &typed, &mut lookup) {
        Ok(Filled::Change { change, .. }) => Ok(change),
        Ok(
            Filled::Filter(_)
            | Filled::Text(_)
            | Filled::Workshop(_)
            | Filled::Survey(_)
            | Filled::Intake(_),
        ) => Err(format!("{thing} has no fields to set")),
        Err(wrongs) => Err(told(&wrongs)),
    }
}

/// What there is to think about in the wording of what is set, as it is told; nothing where it can't
/// be set.
pub fn hints(
    workspace: &Workspace,
    thing: &str,
    assignments: &[Assignment],
    today: Date,
) -> Vec<String> {
    let Ok(subject) = subject(workspace, thing) else {
        return Vec::new();
    };
    let typed = typed(workspace, &subject, assignments, today).unwrap_or_default();
    let typed: Vec<(&str, &str)> = typed.iter().map(|(f, text)| (*f, text.as_str())).collect();
    let mut lookup = Lookup::new(workspace, today, Strangers::Refuse);
    fill::hints(&subject, &typed, &mut lookup)
}

/// What each field holds after all assignments, as one would type it.
fn typed<'a>(
    workspace: &Workspace,
    subject: &Subject,
    assignments: &'a [Assignment],
    today: Date,
) -> Result<Vec<(&'a str, String)>, String> {
    let gone = || "it is no longer there".to_owned();
    let mut sheet = Sheet::of(subject, workspace, today).ok_or_else(gone)?;
    let record = sheet.fields_mut();
    let mut lookup = Lookup::new(workspace, today, Strangers::Refuse);
    let mut typed: Vec<(&str, String)> = Vec::new();
    for assignment in assignments {
        let field = assignment.field.as_str();
        let row = record.rows().into_iter().find(|row| row.name == field);
        let row = row.ok_or_else(|| no_such_field(record, field))?;
        let value = record.get(field, workspace).unwrap_or_default();
        let text = combined(row, &value, assignment, workspace)?;
        // The next assignment adds to what this one leaves; what is wrong with it, `fill` says.
        let _ = record.set(field, &text, &mut lookup);
        typed.retain(|(there, _)| *there != field);
        typed.push((field, text));
    }
    Ok(typed)
}

fn told(wrongs: &[Wrong]) -> String {
    let told: Vec<&str> = wrongs.iter().map(|wrong| wrong.problem.as_str()).collect();
    told.join("; ")
}

/// What an id names, as a subject.
fn subject(workspace: &Workspace, thing: &str) -> Result<Subject, String> {
    if thing == WORKSPACE {
        return Ok(Subject::Workspace);
    }
    let id = Id::new(thing).map_err(|bad| bad.to_string())?;
    let home = workspace.home(&id);
    let home = home.ok_or_else(|| format!("there is nothing with the id \"{thing}\""))?;
    Ok(match home {
        Home::Segment => Subject::Segment(id),
        Home::Stage => Subject::Stage(id),
        Home::Need => Subject::Need(id),
        Home::Outcome => Subject::Outcome(id),
        Home::Initiative(_) => Subject::Initiative(id),
        Home::Kpi(_) => Subject::Kpi(id),
        Home::Job => Subject::Job(id),
        Home::Study => Subject::Study(id),
    })
}

/// What a field holds after an assignment, as one would type it.
fn combined(
    row: &Row,
    value: &str,
    assignment: &Assignment,
    workspace: &Workspace,
) -> Result<String, String> {
    let between = match (assignment.how, row.kind) {
        (How::Put, _) => return Ok(assignment.value.clone()),
        (_, Kind::Words) => ", ",
        (_, Kind::Lines) => "\n",
        (_, Kind::Several(table)) => table.between(),
        (
            _,
            Kind::Line | Kind::Number | Kind::Rating | Kind::Date | Kind::Choice(_) | Kind::One(_),
        ) => {
            return Err(format!("{0} holds one value; write {0}=VALUE", row.name));
        }
    };
    let parts: Vec<&str> = value
        .split(between)
        .filter(|part| !part.is_empty())
        .collect();
    if assignment.how == How::Add {
        let parts = parts.into_iter().chain([assignment.value.as_str()]);
        return Ok(parts.collect::<Vec<_>>().join(between));
    }
    let meant = meant(row, assignment.value.trim(), workspace);
    let left: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| *part != meant)
        .collect();
    if left.len() == parts.len() {
        let there = list(parts);
        let name = row.name;
        return Err(format!(
            "'{meant}' is not among the {name}; there are: {there}"
        ));
    }
    Ok(left.join(between))
}

/// A value as the field shows it, so that an id and a name are the same.
fn meant(row: &Row, value: &str, workspace: &Workspace) -> String {
    let table: Option<Table> = match row.kind {
        Kind::Several(table) | Kind::One(table) => Some(table),
        Kind::Line
        | Kind::Lines
        | Kind::Number
        | Kind::Rating
        | Kind::Date
        | Kind::Choice(_)
        | Kind::Words => None,
    };
    let shown = table.and_then(|table| table.as_shown(value, workspace));
    shown.unwrap_or_else(|| value.to_owned())
}

/// Says that a record has no such field, which one is meant perhaps, and which there are.
pub(super) fn no_such_field(record: &dyn Fields, field: &str) -> String {
    let names: Vec<&str> = record.rows().iter().map(|row| row.name).collect();
    let kind = record.kind();
    let there_are = match nearest(field, &names) {
        Some(name) => format!("did you mean {name}? There are"),
        None => "there are".to_owned(),
    };
    format!(
        "\"{field}\" is no field of this {kind}; {there_are} {}",
        list(names)
    )
}

/// The word that is most like a typed one, where one is like it at all.
pub(super) fn nearest<'a>(typed: &str, words: &[&'a str]) -> Option<&'a str> {
    const ALIKE: f64 = 0.7;
    let likeness = |word: &str| strsim::jaro_winkler(&typed.to_lowercase(), &word.to_lowercase());
    let scored = words.iter().map(|word| (likeness(word), *word));
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0));
    best.filter(|(score, _)| *score >= ALIKE)
        .map(|(_, word)| word)
}

#[cfg(test)]
mod tests;
