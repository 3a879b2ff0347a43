//! The fields that a person can edit, per record: the one table that forms, the card screen and
//! `outboard set` share. A field is named as in the file, a nested one by its path.
//!
//! Nothing here changes a workspace: what is typed becomes a [`Change`](crate::domain::Change).
//! To give a record a field, add a row to its table; [`fill`] says what is done with all of them.

pub mod dates;
pub mod fill;
pub mod names;
pub mod set;
pub mod subject;
pub mod value;

mod board_filter;
mod decision;
mod head;
mod initiative;
mod job;
mod kpi;
mod label;
mod outcome;
mod research;
mod sheet;
mod silenced;
mod stage;
mod statement;
pub mod survey;
mod workshop;

#[cfg(test)]
mod tests;

pub use fill::{Filled, Wrong};
pub use names::Lookup;
pub use subject::Subject;

use crate::domain::Workspace;
use crate::domain::choice::Choice;
use crate::insight::statement::Hint;
use names::Table;

/// What a field takes.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A text on one line.
    Line,
    /// A text of several lines.
    Lines,
    /// A number, as people type it.
    Number,
    /// A number from 0 to 10.
    Rating,
    /// A day, as people say it.
    Date,
    /// One of some words.
    Choice(fn(&Workspace) -> Vec<&'static str>),
    /// Words with commas between them.
    Words,
    /// A thing, by its name or id.
    One(Table),
    /// Things, by their names or ids, with commas between them.
    Several(Table),
}

/// What is known of a field, whatever record it belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Its name in the file; `story.when` where it is nested.
    pub name: &'static str,
    /// What forms call it.
    pub label: &'static str,
    /// What it is for, in a few words.
    pub hint: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// Whether it must not be empty.
    pub is_required: bool,
    /// What it is put together in from its parts, where it has parts: made from what stands in it.
    pub builder: Option<fn(&str) -> Subject>,
    known: fn(&Workspace) -> Vec<String>,
    absent: &'static str,
}

/// A field of a record.
#[derive(Clone, Copy, Debug)]
pub struct Field<T> {
    /// What is known of it.
    pub row: Row,
    get: fn(&T, &Workspace) -> String,
    set: fn(&mut T, &str, &Row, &mut Lookup<'_>) -> Result<(), String>,
    hints: fn(&T, &Workspace) -> Vec<Hint>,
}

/// A record with a table of fields.
pub trait Record: Sized + 'static {
    /// The word for such a thing: `stage`.
    const KIND: &'static str;

    /// Its fields, in the order of the file.
    const FIELDS: &'static [Field<Self>];

    /// What it is called.
    fn called(&self) -> &str;

    /// What its fields contradict each other in, and the field where that is put right.
    fn clash(&self) -> Option<Wrong> {
        None
    }

    /// The sentence that its fields make together, where they make one.
    fn sentence(&self) -> Option<String> {
        None
    }
}

/// A record and its fields by their names, whatever its type.
pub trait Fields {
    /// What is known of each field, in the order of the file.
    fn rows(&self) -> Vec<&'static Row>;

    /// What stands in a field; none where the record has no such field.
    fn get(&self, field: &str, workspace: &Workspace) -> Option<String>;

    /// Puts what was typed into a field. An empty text empties it.
    ///
    /// # Errors
    /// In words, what is wrong with the text, or that there is no such field.
    fn set(&mut self, field: &str, typed: &str, lookup: &mut Lookup<'_>) -> Result<(), String>;

    /// Hints at how a field is worded: something to think about, never an error.
    fn hints(&self, field: &str, workspace: &Workspace) -> Vec<Hint>;

    /// The word for such a thing.
    fn kind(&self) -> &'static str;

    /// What it is called.
    fn called(&self) -> &str;

    /// What its fields contradict each other in.
    fn clash(&self) -> Option<Wrong>;

    /// The sentence that its fields make together, where they make one.
    fn sentence(&self) -> Option<String>;
}

impl<T: Record> Fields for T {
    fn rows(&self) -> Vec<&'static Row> {
        T::FIELDS.iter().map(|field| &field.row).collect()
    }

    fn get(&self, field: &str, workspace: &Workspace) -> Option<String> {
        let field = T::FIELDS.iter().find(|there| there.row.name == field)?;
        Some((field.get)(self, workspace))
    }

    fn set(&mut self, field: &str, typed: &str, lookup: &mut Lookup<'_>) -> Result<(), String> {
        match T::FIELDS.iter().find(|there| there.row.name == field) {
            Some(field) => (field.set)(self, typed, &field.row, lookup),
            None => Err(set::no_such_field(self, field)),
        }
    }

    fn hints(&self, field: &str, workspace: &Workspace) -> Vec<Hint> {
        let field = T::FIELDS.iter().find(|there| there.row.name == field);
        field.map_or_else(Vec::new, |field| (field.hints)(self, workspace))
    }

    fn kind(&self) -> &'static str {
        T::KIND
    }

    fn called(&self) -> &str {
        Record::called(self)
    }

    fn clash(&self) -> Option<Wrong> {
        Record::clash(self)
    }

    fn sentence(&self) -> Option<String> {
        Record::sentence(self)
    }
}

impl<T> Field<T> {
    const fn new(
        name: &'static str,
        kind: Kind,
        get: fn(&T, &Workspace) -> String,
        set: fn(&mut T, &str, &Row, &mut Lookup<'_>) -> Result<(), String>,
    ) -> Self {
        let row = Row {
            name,
            label: name,
            hint: "",
            kind,
            is_required: false,
            builder: None,
            known: |_| Vec::new(),
            absent: "none",
        };
        Self {
            row,
            get,
            set,
            hints: |_, _| Vec::new(),
        }
    }

    /// What forms call it, and what it is for.
    const fn told(self, label: &'static str, hint: &'static str) -> Self {
        let row = Row {
            label,
            hint,
            ..self.row
        };
        Self { row, ..self }
    }

    const fn required(self) -> Self {
        let row = Row {
            is_required: true,
            ..self.row
        };
        Self { row, ..self }
    }

    /// What a choice is called that is not made.
    const fn absent(self, absent: &'static str) -> Self {
        let row = Row { absent, ..self.row };
        Self { row, ..self }
    }

    /// What there is to think about in how it is worded.
    const fn hinted(self, hints: fn(&T, &Workspace) -> Vec<Hint>) -> Self {
        Self { hints, ..self }
    }

    /// What puts it together from its parts.
    const fn built_by(self, builder: fn(&str) -> Subject) -> Self {
        let row = Row {
            builder: Some(builder),
            ..self.row
        };
        Self { row, ..self }
    }

    /// Words that were typed in such fields before.
    const fn known(self, known: fn(&Workspace) -> Vec<String>) -> Self {
        let row = Row { known, ..self.row };
        Self { row, ..self }
    }
}

impl Row {
    /// What it is called inside a sentence.
    pub fn word(&self) -> String {
        let is_name = self.label.chars().nth(1).is_some_and(char::is_uppercase);
        if is_name {
            self.label.to_owned()
        } else {
            self.label.to_lowercase()
        }
    }

    /// What is said where it must not be empty and is.
    pub fn missing(&self) -> String {
        format!("{} can't be empty", self.word())
    }

    /// The words to choose from, where it takes no others; the first is empty where it may be.
    pub fn choices(&self, workspace: &Workspace) -> Option<Vec<String>> {
        let words: Vec<String> = match self.kind {
            Kind::Choice(words) => words(workspace).into_iter().map(str::to_owned).collect(),
            Kind::One(Table::Stages) => Table::Stages.names(workspace),
            Kind::One(Table::Segments | Table::Needs | Table::Outcomes)
            | Kind::Several(_)
            | Kind::Line
            | Kind::Lines
            | Kind::Number
            | Kind::Rating
            | Kind::Date
            | Kind::Words => return None,
        };
        let none = (!self.is_required).then(String::new);
        Some(none.into_iter().chain(words).collect())
    }

    /// How one of the words to choose from is shown.
    pub fn choice_word<'a>(&self, word: &'a str) -> &'a str {
        if word.is_empty() { self.absent } else { word }
    }

    /// Names and words that may be meant in it.
    pub fn known(&self, workspace: &Workspace) -> Vec<String> {
        match self.kind {
            Kind::One(table) | Kind::Several(table) => table.names(workspace),
            Kind::Choice(_)
            | Kind::Line
            | Kind::Lines
            | Kind::Number
            | Kind::Rating
            | Kind::Date
            | Kind::Words => (self.known)(workspace),
        }
    }

    /// What stands between its values, where it takes several.
    pub fn between(&self) -> Option<char> {
        match self.kind {
            Kind::Words => Some(','),
            Kind::Several(table) => table.between().chars().next(),
            Kind::Line
            | Kind::Lines
            | Kind::Number
            | Kind::Rating
            | Kind::Date
            | Kind::Choice(_)
            | Kind::One(_) => None,
        }
    }
}

/// The words of a choice, for a row of a table.
fn words_of<C: Choice>(_: &Workspace) -> Vec<&'static str> {
    C::ALL.iter().map(|choice| choice.word()).collect()
}

/// A field that is a value of its record: `field!("mindset", mindset, Kind::Line)`.
macro_rules! field {
    ($name:literal, $($place:ident).+, $kind:expr) => {
        $crate::app::fields::Field::<Self>::new(
            $name,
            $kind,
            |record, workspace| {
                $crate::app::fields::value::Value::shown(&record.$($place).+, $kind, workspace)
            },
            |record, typed, row, lookup| {
                record.$($place).+ = $crate::app::fields::value::Value::read(typed, row, lookup)?;
                Ok(())
            },
        )
    };
}
use field;

/// A field inside a part that is only there when one of its fields is:
/// `part!("story.when", story, when, Kind::Line)`.
macro_rules! part {
    ($name:literal, $($part:ident).+, $place:ident, $kind:expr) => {
        $crate::app::fields::Field::<Self>::new(
            $name,
            $kind,
            |record, workspace| {
                let value = record.$($part).+.as_ref().map(|part| &part.$place);
                value.map_or_else(String::new, |value| {
                    $crate::app::fields::value::Value::shown(value, $kind, workspace)
                })
            },
            |record, typed, row, lookup| {
                let mut part = record.$($part).+.take().unwrap_or_default();
                let read = $crate::app::fields::value::Value::read(typed, row, lookup);
                let result = read.map(|value| part.$place = value);
                record.$($part).+ = Some(part).filter(|part| *part != Default::default());
                result
            },
        )
    };
}
use part;
