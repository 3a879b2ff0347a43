//! Going from field to field: with Tab through the fields and the buttons, with Up and Down also
//! through the rows of a field and the suggestions under it.

use super::input::Input;
use super::layout::{self, Place, Room};
use super::{Around, Focus, Form, wrapped};
use crate::app::Out;

impl Form {
    pub(super) fn focused(&self) -> Option<&Input> {
        match self.focus {
            Focus::Field(place) => self.inputs.get(place),
            Focus::Save | Focus::Leave => None,
        }
    }

    pub(super) fn focused_mut(&mut self) -> Option<&mut Input> {
        match self.focus {
            Focus::Field(place) => self.inputs.get_mut(place),
            Focus::Save | Focus::Leave => None,
        }
    }

    pub(super) fn place_of(&self, field: &str) -> Option<usize> {
        let mut inputs = self.inputs.iter();
        inputs.position(|input| input.row.name == field)
    }

    pub(super) fn focus_on(&mut self, focus: Focus) {
        self.forget_suggestions();
        self.focus = focus;
    }

    pub(super) fn forget_suggestions(&mut self) {
        self.suggestions.clear();
        self.picked = None;
    }

    /// Takes the suggestion that is picked, and goes `by` stops further.
    pub(super) fn go_on(&mut self, by: isize, around: Around<'_>, out: &mut Out) {
        if let Some(place) = self.picked {
            self.take(place, around, out);
        }
        self.go(by);
    }

    /// Goes `by` stops further: through the fields and, where there are any, the buttons.
    pub(super) fn go(&mut self, by: isize) {
        let fields = (0..self.inputs.len()).map(Focus::Field);
        let buttons = [Focus::Save, Focus::Leave];
        let buttons = buttons.into_iter().filter(|_| self.has_buttons());
        let stops: Vec<Focus> = fields.chain(buttons).collect();
        let here = stops.iter().position(|stop| *stop == self.focus);
        let count = isize::try_from(stops.len()).unwrap_or(1).max(1);
        let next = isize::try_from(here.unwrap_or(0)).unwrap_or(0) + by;
        let next = usize::try_from(next.rem_euclid(count)).unwrap_or(0);
        if let Some(stop) = stops.get(next) {
            self.focus_on(*stop);
        }
    }

    /// Whether it has buttons: a form inside a screen has none.
    pub fn has_buttons(&self) -> bool {
        matches!(self.place, Place::Middle)
    }

    /// Up: to the suggestion or the row above, from the first one to the field before.
    pub(super) fn go_up(&mut self, room: Room) {
        match self.picked {
            Some(place) => self.picked = place.checked_sub(1),
            None => {
                if !self.go_by_row(room, -1) {
                    self.go(-1);
                }
            }
        }
    }

    /// Down: to the suggestion or the row below, from the last one to the next field.
    pub(super) fn go_down(&mut self, room: Room) {
        let next = self.picked.map_or(0, |place| place + 1);
        if next < self.suggestions.len() {
            self.picked = Some(next);
        } else if self.picked.is_none() && !self.go_by_row(room, 1) {
            self.go(1);
        }
    }

    /// Goes a row up or down inside a field; says whether there was one.
    pub(super) fn go_by_row(&mut self, room: Room, by: isize) -> bool {
        let cells = layout::value_cells(self, room);
        let Some(input) = self.focused_mut().filter(|input| input.choices.is_none()) else {
            return false;
        };
        let text = input.editor.text();
        let rows = wrapped::rows(text, cells);
        let (row, column) = wrapped::cell_of(text, &rows, input.editor.cursor());
        match row.checked_add_signed(by).filter(|row| *row < rows.len()) {
            Some(row) => {
                let place = wrapped::place_at(text, &rows, row, column);
                input.editor.go_to(place);
                true
            }
            None => false,
        }
    }
}
