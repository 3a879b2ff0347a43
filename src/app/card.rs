//! The card.

use super::lists::Go;
use super::{Cx, Mouse, Out};
use crate::domain::Id;

/// What can be done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the table says what each does")]
pub enum Action {
    Edit,
}

/// Where one is.
#[derive(Clone, Debug, Default)]
pub struct Ui {
    selected: Option<Id>,
}

/// Does what an action says.
pub fn update(_ui: &mut Ui, _action: Action, _cx: Cx<'_>, _out: &mut Out) {}

/// Goes somewhere else.
pub fn go(_ui: &mut Ui, _go: Go, _cx: Cx<'_>, _out: &mut Out) {}

/// Takes the mouse.
pub fn point(_ui: &mut Ui, _mouse: Mouse, _cx: Cx<'_>, _out: &mut Out) {}

/// Keeps the cursor on something that is there. Says whether the card is.
pub fn follow(ui: &mut Ui, cx: Cx<'_>) -> bool {
    ui.selected
        .as_ref()
        .is_some_and(|id| cx.workspace.outcomes().contains_key(id))
}

impl Ui {
    /// Opens a card from a screen.
    pub fn open(&mut self, id: Id, _from: super::Screen) {
        self.selected = Some(id);
    }

    /// The screen that the card was opened from.
    pub fn opened_from(&self) -> super::Screen {
        super::Screen::Board
    }
}
