//! Typing into the focused field: letters, choices, what is pasted, and suggestions that are taken.

use super::input::Input;
use super::{Around, Focus, Form, Mode};
use crate::app::Out;
use crate::app::editor::LeftOut;
use crate::app::key::{Code, KeyPress, Named};
use crate::domain::wording::harmful;

/// How much fits into a field, as it is told.
const MOST: &str = "64 kB are the most that a text can have";

impl Form {
    /// Types a key.
    pub fn press(&mut self, key: KeyPress, around: Around<'_>, out: &mut Out) {
        match (self.mode(), key.code) {
            (_, Code::Named(Named::Left | Named::Right)) if self.focused().is_none() => {
                self.focus = if self.focus == Focus::Save {
                    Focus::Leave
                } else {
                    Focus::Save
                };
            }
            (Mode::Choosing, _) => self.choose_by_key(key, around, out),
            (Mode::Typing | Mode::Lines | Mode::Suggesting | Mode::Picking, _) => {
                let before = self.focused().map(|input| input.editor.text().to_owned());
                let pressed = self
                    .focused_mut()
                    .is_some_and(|input| input.editor.press(key));
                let after = self.focused().map(|input| input.editor.text().to_owned());
                if pressed && before != after {
                    self.edit(around, out, |_| {});
                } else if self.is_full_for(key) {
                    out.refuse(format!("No more fits into this field: {MOST}"));
                }
            }
        }
        self.follow(around);
    }

    /// Whether a key is a letter for which the focused field has no room.
    fn is_full_for(&self, key: KeyPress) -> bool {
        let editor = self.focused().map(|input| &input.editor);
        let typed = key.letter().zip(editor);
        typed.is_some_and(|(letter, editor)| !editor.has_room_for(letter))
    }

    fn choose_by_key(&mut self, key: KeyPress, around: Around<'_>, out: &mut Out) {
        let letter = key.letter();
        self.edit(around, out, |input| match (key.code, letter) {
            (Code::Named(Named::Backspace | Named::Delete | Named::Home), _) => input.choose(0),
            (Code::Named(Named::End), _) => input.choose(-1),
            (_, Some(' ')) => input.step(1),
            (_, Some(letter)) => input.choose_by_letter(letter),
            (_, None) => {}
        });
    }

    /// Pastes into the field that has the cursor.
    pub fn paste(&mut self, text: &str, around: Around<'_>, out: &mut Out) {
        if self.mode() == Mode::Choosing {
            out.refuse("This field takes one of its words; nothing was pasted");
            return;
        }
        let mut left_out = LeftOut::default();
        self.edit(around, out, |input| left_out = input.editor.insert(text));
        if left_out.is_cut {
            out.refuse(format!("Only the beginning was pasted: {MOST}"));
        } else if left_out.removed > 0 {
            out.say(format!("Pasted without {}", harmful(left_out.removed)));
        }
        self.follow(around);
    }

    /// Takes a text that was made for the focused field.
    pub(crate) fn put(&mut self, text: &str, around: Around<'_>, out: &mut Out) {
        self.edit(around, out, |input| input.replace(text));
        self.follow(around);
    }

    /// Says what is wrong with its first field, until something is typed.
    pub(crate) fn find_fault(&mut self, problem: String) {
        if let Some(input) = self.inputs.first_mut() {
            input.problem = Some(problem);
        }
    }

    pub(super) fn take(&mut self, place: usize, around: Around<'_>, out: &mut Out) {
        let Some(word) = self.suggestions.get(place).cloned() else {
            return;
        };
        self.edit(around, out, |input| input.take(&word));
        self.forget_suggestions();
    }

    /// Edits the focused field, and says what is wrong with it and what may be meant.
    pub(super) fn edit(
        &mut self,
        around: Around<'_>,
        out: &mut Out,
        edit: impl FnOnce(&mut Input),
    ) {
        let Some(input) = self.focused_mut() else {
            return;
        };
        edit(input);
        let suggestions = input.suggestions(around.workspace);
        self.suggestions = suggestions;
        self.picked = None;
        self.has_draft = false;
        if let Some(filter) = self.live(around.workspace) {
            out.filter(filter);
        }
    }
}
