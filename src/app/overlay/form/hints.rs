//! The wording of what is typed: the sentence that all fields make, and which hints are shown, and
//! when. They are quiet, and never in the way of somebody who is still typing.

use super::input::Input;
use super::{Focus, Form, Subject};
use crate::app::fields::fill::judge;
use crate::domain::Workspace;
use crate::insight::statement::Hint;

/// How many hints stand under a field at most, and inside a screen, where there is less room.
const MOST: (usize, usize) = (2, 1);

/// From how many words on a text misses what is not there yet.
const BEGUN: usize = 4;

/// A word of so many letters at the cursor may be the beginning of any other.
const SHORT: usize = 3;

impl Form {
    /// Judges the wording of what is typed.
    pub(super) fn judge(&mut self, workspace: &Workspace) {
        let typed: Vec<(&str, &str)> = self.changed().collect();
        let (hints, sentence) = judge(&self.subject, &typed, &mut self.lookup(workspace));
        self.sentence = sentence;
        for input in &mut self.inputs {
            let hints = hints.iter().filter(|(field, _)| *field == input.row.name);
            input.hints = hints.map(|(_, hint)| hint.clone()).collect();
        }
    }

    /// The sentence that its fields make together, where they make one.
    pub fn sentence(&self) -> Option<&str> {
        self.sentence.as_deref()
    }

    /// What puts the focused field together from its parts, where it has parts.
    pub fn builder(&self) -> Option<Subject> {
        let input = self.focused()?;
        Some(input.row.builder?(input.editor.text().trim()))
    }

    /// The hints that are shown under a field: where it has the cursor, and where something else
    /// was typed than stood there.
    pub fn hints(&self, place: usize) -> impl Iterator<Item = &Hint> {
        let input = self.inputs.get(place);
        let is_focused = self.focus == Focus::Field(place);
        let is_suggesting = is_focused && !self.suggestions.is_empty();
        let input = input.filter(|input| {
            input.problem.is_none() && !is_suggesting && (is_focused || input.is_changed())
        });
        let hints = input.into_iter().flat_map(move |input| {
            let is_typed = is_focused && input.is_changed();
            let hints = input.hints.iter();
            hints.filter(move |hint| !is_typed || is_certain(hint, input))
        });
        hints.take(if self.has_buttons() { MOST.0 } else { MOST.1 })
    }
}

/// Whether a hint holds whatever is typed next.
fn is_certain(hint: &Hint, input: &Input) -> bool {
    let text = input.editor.text();
    if hint.kind.is_of_what_is_missing() {
        return text.split_whitespace().count() >= BEGUN;
    }
    let is_at_cursor = hint.words.end == text.len() && input.editor.cursor() == text.len();
    !is_at_cursor || hint.words.len() > SHORT
}
