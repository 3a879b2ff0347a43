//! Fields to fill in.

use std::collections::BTreeMap;

pub use crate::app::fields::Subject;

use crate::app::geometry::Area;
use crate::app::key::KeyPress;
use crate::app::{Model, Mouse, Now, Out};
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

/// Where a form is drawn.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    /// In a box over the middle of the screen.
    Middle,
    /// In a part of a screen, such as the row of what is edited.
    Inline(fn(&Model) -> Area),
}

/// Fields to fill in.
#[derive(Clone, Debug)]
pub struct Form {
    /// What is filled in.
    pub title: String,
    subject: Subject,
    place: Place,
}

impl Form {
    /// A form with all fields of its subject.
    pub fn for_subject(subject: Subject, _workspace: &Workspace, _now: Now) -> Self {
        Self {
            title: String::new(),
            subject,
            place: Place::Middle,
        }
    }

    /// With the cursor in a field, by its name in the file.
    #[must_use]
    pub fn focused_on(self, _field: &str) -> Self {
        self
    }

    /// With a single field, by its name in the file, to edit it in place.
    #[must_use]
    pub fn only(self, _field: &str) -> Self {
        self
    }

    /// Drawn at a place.
    #[must_use]
    pub fn placed(self, place: Place) -> Self {
        Self { place, ..self }
    }

    /// What it is about.
    pub fn subject(&self) -> &Subject {
        &self.subject
    }

    /// Where it is drawn.
    pub fn place(&self) -> Place {
        self.place
    }

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
