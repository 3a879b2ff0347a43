//! How a value of a record is shown in a field, and how it is read from what was typed.

use super::names::{Lookup, Table};
use super::{Kind, Row, dates};
use crate::domain::choice::Choice;
use crate::domain::{Date, Id, Lines, Number, Workspace, text};

/// A value that can stand in a field.
pub trait Value: Sized {
    /// How it stands in a field; empty where it is absent.
    fn shown(&self, kind: Kind, workspace: &Workspace) -> String;

    /// Reads what was typed.
    ///
    /// # Errors
    /// In words, what is wrong with it and what is expected.
    fn read(typed: &str, row: &Row, lookup: &mut Lookup<'_>) -> Result<Self, String>;
}

impl Value for String {
    fn shown(&self, _: Kind, _: &Workspace) -> String {
        self.clone()
    }

    fn read(typed: &str, row: &Row, lookup: &mut Lookup<'_>) -> Result<Self, String> {
        let text: Option<Self> = Value::read(typed, row, lookup)?;
        if row.is_required {
            return required(text, row);
        }
        Ok(text.unwrap_or_default())
    }
}

impl Value for Option<String> {
    fn shown(&self, _: Kind, _: &Workspace) -> String {
        self.clone().unwrap_or_default()
    }

    fn read(typed: &str, row: &Row, _: &mut Lookup<'_>) -> Result<Self, String> {
        let clean = match row.kind {
            Kind::Lines => text::clean(typed).text,
            Kind::Line
            | Kind::Number
            | Kind::Rating
            | Kind::Date
            | Kind::Choice(_)
            | Kind::Words
            | Kind::One(_)
            | Kind::Several(_) => text::clean_line(typed).text,
        };
        let trimmed = fitting(clean.trim(), row)?;
        Ok(Some(trimmed.to_owned()).filter(|text| !text.is_empty()))
    }
}

impl Value for Lines {
    fn shown(&self, _: Kind, _: &Workspace) -> String {
        self.to_string()
    }

    fn read(typed: &str, row: &Row, _: &mut Lookup<'_>) -> Result<Self, String> {
        Ok(Self::from_text(fitting(&text::clean(typed).text, row)?))
    }
}

impl Value for Vec<String> {
    fn shown(&self, _: Kind, _: &Workspace) -> String {
        self.join(", ")
    }

    fn read(typed: &str, row: &Row, _: &mut Lookup<'_>) -> Result<Self, String> {
        let clean = text::clean_line(typed).text;
        let mut words: Self = Self::new();
        for word in fitting(&clean, row)?.split(',').map(str::trim) {
            if !word.is_empty() && words.iter().all(|there| there != word) {
                words.push(word.to_owned());
            }
        }
        Ok(words)
    }
}

impl Value for Number {
    fn shown(&self, _: Kind, _: &Workspace) -> String {
        self.to_string()
    }

    fn read(typed: &str, row: &Row, lookup: &mut Lookup<'_>) -> Result<Self, String> {
        required(Value::read(typed, row, lookup)?, row)
    }
}

impl Value for Option<Number> {
    fn shown(&self, _: Kind, _: &Workspace) -> String {
        self.map(|number| number.to_string()).unwrap_or_default()
    }

    fn read(typed: &str, row: &Row, _: &mut Lookup<'_>) -> Result<Self, String> {
        if typed.trim().is_empty() {
            return Ok(None);
        }
        let number: Number = typed.parse().map_err(|bad| format!("{bad}"))?;
        let is_rating = matches!(row.kind, Kind::Rating);
        if is_rating && !(Number::ZERO..=Number::from(10)).contains(&number) {
            return Err(format!("{} is 0 to 10, not {number}", row.word()));
        }
        Ok(Some(number))
    }
}

impl Value for u8 {
    fn shown(&self, _: Kind, _: &Workspace) -> String {
        self.to_string()
    }

    fn read(typed: &str, row: &Row, lookup: &mut Lookup<'_>) -> Result<Self, String> {
        required(Value::read(typed, row, lookup)?, row)
    }
}

impl Value for Option<u8> {
    fn shown(&self, _: Kind, _: &Workspace) -> String {
        self.map(|number| number.to_string()).unwrap_or_default()
    }

    fn read(typed: &str, row: &Row, _: &mut Lookup<'_>) -> Result<Self, String> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let number = typed.parse().map(Some);
        number.map_err(|_| {
            format!(
                "{} is a whole number up to 100, not \"{typed}\"",
                row.word()
            )
        })
    }
}

impl Value for Date {
    fn shown(&self, _: Kind, _: &Workspace) -> String {
        self.to_string()
    }

    fn read(typed: &str, row: &Row, lookup: &mut Lookup<'_>) -> Result<Self, String> {
        required(Value::read(typed, row, lookup)?, row)
    }
}

impl Value for Option<Date> {
    fn shown(&self, _: Kind, _: &Workspace) -> String {
        self.map(|date| date.to_string()).unwrap_or_default()
    }

    fn read(typed: &str, _: &Row, lookup: &mut Lookup<'_>) -> Result<Self, String> {
        if typed.trim().is_empty() {
            return Ok(None);
        }
        dates::read(typed, lookup.today).map(Some)
    }
}

impl<C: Choice> Value for C {
    fn shown(&self, _: Kind, _: &Workspace) -> String {
        self.word().to_owned()
    }

    fn read(typed: &str, row: &Row, lookup: &mut Lookup<'_>) -> Result<Self, String> {
        required(Value::read(typed, row, lookup)?, row)
    }
}

impl<C: Choice> Value for Option<C> {
    fn shown(&self, _: Kind, _: &Workspace) -> String {
        self.map(|choice| choice.word().to_owned())
            .unwrap_or_default()
    }

    fn read(typed: &str, row: &Row, _: &mut Lookup<'_>) -> Result<Self, String> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let words: Vec<_> = C::ALL.iter().map(|choice| choice.word()).collect();
        C::from_word(typed).map(Some).ok_or_else(|| {
            let word = row.word();
            format!("{word} is one of {}, not \"{typed}\"", words.join(", "))
        })
    }
}

impl Value for Id {
    fn shown(&self, kind: Kind, workspace: &Workspace) -> String {
        table(kind).map_or_else(|| self.to_string(), |table| table.shown(self, workspace))
    }

    fn read(typed: &str, row: &Row, lookup: &mut Lookup<'_>) -> Result<Self, String> {
        required(Value::read(typed, row, lookup)?, row)
    }
}

impl Value for Option<Id> {
    fn shown(&self, kind: Kind, workspace: &Workspace) -> String {
        self.as_ref()
            .map_or_else(String::new, |id| id.shown(kind, workspace))
    }

    fn read(typed: &str, row: &Row, lookup: &mut Lookup<'_>) -> Result<Self, String> {
        match (typed.trim(), table(row.kind)) {
            ("", _) => Ok(None),
            (typed, Some(table)) => lookup.one(table, typed).map(Some),
            (typed, None) => Id::new(typed).map(Some).map_err(|bad| bad.to_string()),
        }
    }
}

impl Value for Vec<Id> {
    fn shown(&self, kind: Kind, workspace: &Workspace) -> String {
        let shown: Vec<_> = self.iter().map(|id| id.shown(kind, workspace)).collect();
        shown.join(table(kind).map_or(", ", Table::between))
    }

    fn read(typed: &str, row: &Row, lookup: &mut Lookup<'_>) -> Result<Self, String> {
        table(row.kind).map_or_else(|| Ok(Self::new()), |table| lookup.several(table, typed))
    }
}

/// The table whose things a field names.
fn table(kind: Kind) -> Option<Table> {
    match kind {
        Kind::One(table) | Kind::Several(table) => Some(table),
        Kind::Line
        | Kind::Lines
        | Kind::Number
        | Kind::Rating
        | Kind::Date
        | Kind::Choice(_)
        | Kind::Words => None,
    }
}

fn required<T>(value: Option<T>, row: &Row) -> Result<T, String> {
    value.ok_or_else(|| row.missing())
}

fn fitting<'a>(text: &'a str, row: &Row) -> Result<&'a str, String> {
    if text.len() > text::LONGEST {
        return Err(format!("{} is too long; 64 kB is the most", row.word()));
    }
    Ok(text)
}
