//! One field of a form while it is filled in.

use crate::app::editor::Editor;
use crate::app::fields::{Kind, Row};
use crate::domain::Workspace;
use crate::insight::statement::Hint;

/// How many suggestions are shown.
const SUGGESTED: usize = 5;

/// A field, what stood in it when the form was opened, and what is typed.
#[derive(Clone, Debug)]
pub struct Input {
    /// What is known of the field.
    pub row: &'static Row,
    /// What is typed.
    pub editor: Editor,
    /// The words to choose from, where it takes no others; an empty one where it may be empty.
    pub choices: Option<Vec<String>>,
    /// What is wrong with what is typed.
    pub problem: Option<String>,
    /// What there is to think about in how it is worded.
    pub(super) hints: Vec<Hint>,
    initial: String,
}

impl Input {
    /// A field with what stands in it.
    pub(super) fn new(row: &'static Row, value: String, workspace: &Workspace) -> Self {
        let mut choices = row.choices(workspace);
        if let Some(words) = choices.as_mut().filter(|words| !words.contains(&value)) {
            // What stands there can always be chosen again.
            words.push(value.clone());
        }
        Self {
            row,
            editor: editor(row, value.clone()),
            choices,
            problem: None,
            hints: Vec::new(),
            initial: value,
        }
    }

    /// Whether something else stands in it than when the form was opened.
    pub fn is_changed(&self) -> bool {
        self.editor.text() != self.initial
    }

    /// Puts a text in place of what is typed.
    pub(super) fn replace(&mut self, text: &str) {
        self.editor = editor(self.row, text.to_owned());
    }

    /// The place of the chosen word among the choices.
    pub fn chosen(&self) -> usize {
        let choices = self.choices.iter().flatten();
        let mut places = choices.enumerate();
        places
            .find(|(_, word)| *word == self.editor.text())
            .map_or(0, |(place, _)| place)
    }

    /// Chooses the word at a place; going round at the ends.
    pub(super) fn choose(&mut self, place: isize) {
        let Some(choices) = &self.choices else { return };
        let count = isize::try_from(choices.len()).unwrap_or(1).max(1);
        let place = usize::try_from(place.rem_euclid(count)).unwrap_or(0);
        if let Some(word) = choices.get(place).cloned() {
            self.replace(&word);
        }
    }

    /// Chooses `by` words further.
    pub(super) fn step(&mut self, by: isize) {
        self.choose(isize::try_from(self.chosen()).unwrap_or(0) + by);
    }

    /// Chooses the next word that begins with a letter.
    pub(super) fn choose_by_letter(&mut self, letter: char) {
        let Some(choices) = &self.choices else { return };
        let begins = |word: &str| word.to_lowercase().starts_with(letter.to_ascii_lowercase());
        let (head, tail) = choices.split_at((self.chosen() + 1).min(choices.len()));
        let next = tail.iter().chain(head).find(|word| begins(word)).cloned();
        if let Some(word) = next {
            self.replace(&word);
        }
    }

    /// The names and words that may be meant by the part in which the cursor is.
    pub(super) fn suggestions(&self, workspace: &Workspace) -> Vec<String> {
        if self.choices.is_some() {
            return Vec::new();
        }
        let (start, end) = self.part();
        let text = self.editor.text();
        let part = text[start..end].trim().to_lowercase();
        let others = format!("{}{}", &text[..start], &text[end..]).to_lowercase();
        let is_there =
            |word: &str| self.row.between().is_some() && others.contains(&word.to_lowercase());
        let mut known = self.row.known(workspace);
        known.retain(|word| word.to_lowercase().contains(&part) && !is_there(word));
        known.sort_by_key(|word| !word.to_lowercase().starts_with(&part));
        known.truncate(SUGGESTED);
        if known.len() == 1 && known[0].to_lowercase() == part {
            known.clear();
        }
        known
    }

    /// Puts a suggestion in place of the part in which the cursor is.
    pub(super) fn take(&mut self, word: &str) {
        let (start, end) = self.part();
        let text = self.editor.text();
        let space = if start > 0 { " " } else { "" };
        let head = format!("{}{space}{word}", &text[..start]);
        let tail = text[end..].to_owned();
        self.replace(&format!("{head}{tail}"));
        self.editor.go_to(head.len());
    }

    /// Where the part of a list begins and ends in which the cursor is; the whole elsewhere.
    fn part(&self) -> (usize, usize) {
        let text = self.editor.text();
        let Some(between) = self.row.between() else {
            return (0, text.len());
        };
        let cursor = self.editor.cursor();
        let start = text[..cursor].rfind(between).map_or(0, |place| place + 1);
        let end = text[cursor..].find(between);
        (start, end.map_or(text.len(), |place| cursor + place))
    }
}

fn editor(row: &Row, text: String) -> Editor {
    match row.kind {
        Kind::Lines => Editor::lines(text),
        Kind::Line
        | Kind::Number
        | Kind::Rating
        | Kind::Date
        | Kind::Choice(_)
        | Kind::Words
        | Kind::One(_)
        | Kind::Several(_) => Editor::line(text),
    }
}
