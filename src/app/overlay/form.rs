//! Fields to fill in.

use std::collections::BTreeMap;

use crate::app::geometry::Area;
use crate::app::key::KeyPress;
use crate::app::{Mouse, Out};
use crate::domain::Workspace;

/// What can be done in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the table says what each does")]
pub enum Action {
    Accept,
    Next,
    Previous,
    Cancel,
}

/// What was typed in forms that were left, by what they are about.
pub type Drafts = BTreeMap<String, Vec<String>>;

/// Fields to fill in.
#[derive(Clone, Debug)]
pub struct Form {
    /// What is filled in.
    pub title: String,
}

impl Form {
    /// Does what an action says.
    pub fn update(&mut self, action: Action, _workspace: &Workspace, out: &mut Out) {
        match action {
            Action::Accept | Action::Cancel => out.close(),
            Action::Next | Action::Previous => {}
        }
    }

    /// Types a key.
    pub fn press(&mut self, _key: KeyPress, _workspace: &Workspace) {}

    /// Pastes into the field that has the cursor.
    pub fn paste(&mut self, _text: &str, _workspace: &Workspace) {}

    /// Takes the mouse.
    pub fn point(&mut self, _mouse: Mouse, _area: Area, _workspace: &Workspace, _out: &mut Out) {}
}
