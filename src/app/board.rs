//! The board.

pub mod filter;

use super::lists::Go;
use super::{Cx, Mouse, Out};
use crate::domain::Id;

/// What can be done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the table says what each does")]
pub enum Action {
    Add,
    AddNext,
    Open,
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

/// Keeps the cursor on something that is there.
pub fn follow(_ui: &mut Ui, _cx: Cx<'_>) {}

impl Ui {
    /// Selects a card.
    pub fn select(&mut self, card: Id) {
        self.selected = Some(card);
    }

    /// Selects a stage.
    pub fn select_stage(&mut self, stage: Id) {
        self.selected = Some(stage);
    }

    /// Takes back what narrows the view: a filter, marks. Says whether there was any.
    pub fn step_out(&mut self) -> bool {
        self.selected.take().is_some()
    }

    /// Shows only the cards that a filter lets through.
    pub fn narrow(&mut self, _filter: filter::Filter) {}

    /// Selects a card that was captured just now: Enter then captures the next.
    pub fn capture(&mut self, card: Id) {
        self.selected = Some(card);
    }

    /// Whether a card was captured just before.
    pub fn has_just_captured(&self) -> bool {
        false
    }
}
