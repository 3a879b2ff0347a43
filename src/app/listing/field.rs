//! The fields of a thing as rows show them: each with its value in lines, or what it means that it
//! is empty.

use super::{LABEL, MARGIN};
use crate::app::Cx;
use crate::app::fields::{self, Subject, fill};
use crate::app::wrap::wrap;

/// What stands in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// What was put in, in lines.
    Lines(Vec<String>),
    /// Nothing, and what that means.
    Nothing(&'static str),
}

impl Value {
    /// How many lines it takes.
    pub fn height(&self) -> usize {
        match self {
            Self::Lines(lines) => lines.len(),
            Self::Nothing(_) => 1,
        }
    }
}

/// The fields of a subject and what stands in each, in rows of a width and of at most so many
/// lines. `nothing` says what it means that one is empty.
pub fn shown(
    cx: Cx<'_>,
    subject: &Subject,
    (width, most): (u16, usize),
    nothing: impl Fn(&'static str) -> &'static str,
) -> Vec<(&'static fields::Row, Value)> {
    let cells = width.saturating_sub(MARGIN + LABEL);
    let value = |(field, text): (&'static fields::Row, String)| {
        let value = if text.is_empty() {
            Value::Nothing(nothing(field.name))
        } else {
            Value::Lines(lines(&text, cells, most))
        };
        (field, value)
    };
    values(cx, subject).into_iter().map(value).collect()
}

/// What stands in the fields of a subject.
pub fn values(cx: Cx<'_>, subject: &Subject) -> Vec<(&'static fields::Row, String)> {
    fill::rows(subject, cx.workspace, cx.now.today).unwrap_or_default()
}

/// A text in lines of at most so many cells, at most so many of them.
pub fn lines(text: &str, cells: u16, most: usize) -> Vec<String> {
    let lines = wrap(text, cells.into(), most);
    lines
        .into_iter()
        .map(std::borrow::Cow::into_owned)
        .collect()
}

/// A hint as a sentence begins.
pub fn sentence(hint: &str) -> String {
    let mut letters = hint.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
