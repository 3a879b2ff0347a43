//! What is where in a form that is laid out: for the mouse, and for the cursor.

use super::super::input::Input;
use super::super::{Focus, Form, wrapped};
use super::{BAR, Layout, Line};
use crate::app::Mouse;
use crate::app::geometry::Area;
use crate::app::wrap::cells;

/// A word to choose, or a hint at those that have no room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Where it stands.
    pub area: Area,
    /// Its place among the choices.
    pub choice: usize,
}

/// What is at a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A place in what is typed, in bytes.
    Text {
        /// The field.
        input: usize,
        /// The place.
        place: usize,
    },
    /// A word to choose.
    Choice {
        /// The field.
        input: usize,
        /// Its place among the choices.
        choice: usize,
    },
    /// A suggestion.
    Suggestion(usize),
    /// The button that saves.
    Save,
    /// The button that leaves.
    Leave,
    /// The form, where nothing can be clicked.
    Nothing,
}

impl Layout {
    /// The part of a line where the label stands.
    pub fn label(&self, line: Area) -> Area {
        line.right_of(BAR).columns(0, self.labels)
    }

    /// The part of a line where the value stands.
    pub fn value(&self, line: Area) -> Area {
        line.right_of(BAR + self.labels)
    }

    /// The words of a field that have room in a line, each with a mark before it. Where they don't
    /// all have, the chosen one alone.
    pub fn choices(&self, input: &Input, line: Area) -> Vec<Shown> {
        let value = self.value(line);
        let words = input.choices.iter().flatten();
        let mut x = 0;
        let mut shown = Vec::new();
        for (choice, word) in words.enumerate() {
            let width = cells(input.row.choice_word(word)) + 2;
            let area = value.columns(x, width);
            shown.push(Shown { area, choice });
            x += width + 2;
        }
        if x.saturating_sub(2) <= value.width {
            return shown;
        }
        let area = value;
        let choice = input.chosen();
        vec![Shown { area, choice }]
    }

    /// What is at the cell of the mouse; none outside of the form.
    pub fn hit(&self, form: &Form, mouse: Mouse) -> Option<Spot> {
        let is_in = |area: &Area| area.contains(mouse.x, mouse.y);
        if is_in(&self.save) {
            return Some(Spot::Save);
        }
        if is_in(&self.leave) {
            return Some(Spot::Leave);
        }
        let line = self.lines.iter().find(|(area, _)| is_in(area));
        match line {
            Some((area, line)) => Some(self.spot(form, *area, line, mouse)),
            None => is_in(&self.all).then_some(Spot::Nothing),
        }
    }

    fn spot(&self, form: &Form, area: Area, line: &Line, mouse: Mouse) -> Spot {
        let column = mouse.x.saturating_sub(self.value(area).x);
        match line {
            Line::Text { input, row, .. } => {
                let text = form.inputs[*input].editor.text();
                let rows = wrapped::rows(text, usize::from(self.value(area).width));
                let place = wrapped::place_at(text, &rows, *row, column.into());
                Spot::Text {
                    input: *input,
                    place,
                }
            }
            Line::Choices { input } => {
                let there = &form.inputs[*input];
                let shown = self.choices(there, area);
                let under = shown
                    .iter()
                    .find(|word| word.area.contains(mouse.x, mouse.y));
                // The one word that is shown where there is no room for all goes on to the next.
                let step = usize::from(shown.len() == 1);
                let count = there.choices.as_ref().map_or(1, Vec::len).max(1);
                let choice = under.map_or(there.chosen(), |word| (word.choice + step) % count);
                Spot::Choice {
                    input: *input,
                    choice,
                }
            }
            Line::Suggestion { place } => Spot::Suggestion(*place),
            Line::Problem { .. } | Line::Hint { .. } | Line::Sentence { .. } | Line::Gap => {
                Spot::Nothing
            }
        }
    }

    pub(super) fn find_cursor(&self, form: &Form) -> Option<(u16, u16)> {
        let focused = match form.focus {
            Focus::Save => return Some((self.save.x + 2, self.save.y)),
            Focus::Leave => return Some((self.leave.x + 2, self.leave.y)),
            Focus::Field(place) => place,
        };
        let input = form.inputs.get(focused)?;
        let text = input.editor.text();
        let mut lines = self.lines.iter();
        lines.find_map(|(area, line)| {
            let value = self.value(*area);
            match line {
                Line::Choices { input: there } if *there == focused => {
                    let shown = self.choices(input, *area);
                    let chosen = shown.iter().find(|word| word.choice == input.chosen())?;
                    Some((chosen.area.x, chosen.area.y))
                }
                Line::Text {
                    input: there, row, ..
                } if *there == focused => {
                    let rows = wrapped::rows(text, usize::from(value.width));
                    let (at, column) = wrapped::cell_of(text, &rows, input.editor.cursor());
                    let column = u16::try_from(column).unwrap_or(u16::MAX);
                    let column = column.min(value.width.saturating_sub(1));
                    (at == *row).then_some((value.x + column, value.y))
                }
                Line::Text { .. }
                | Line::Choices { .. }
                | Line::Problem { .. }
                | Line::Hint { .. }
                | Line::Sentence { .. }
                | Line::Gap
                | Line::Suggestion { .. } => None,
            }
        })
    }
}
