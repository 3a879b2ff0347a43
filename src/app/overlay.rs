//! What lies over a screen: a form, a list to choose from, a question, a file that can't be read,
//! what two sides changed in different ways, what was decided, a survey before it is imported. The topmost has the keys and the mouse. Each carries
//! what it stands for, and none changes the workspace itself.

pub mod broken;
pub mod confirm;
pub mod conflicts;
pub mod decisions;
pub mod form;
pub mod import;
pub mod menu;

use broken::Broken;
use confirm::Confirm;
use conflicts::Chooser;
use decisions::Decisions;
use form::Form;
use import::Import;
use menu::Menu;

/// Something over the screen.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// Fields to fill in.
    Form(Form),
    /// A list to choose from.
    Menu(Menu),
    /// A question.
    Confirm(Confirm),
    /// A file that can't be read as a whole.
    Broken(Broken),
    /// What two sides changed in different ways.
    Conflicts(Chooser),
    /// What was decided and what was parked.
    Decisions(Decisions),
    /// A survey, before it is imported.
    Import(Box<Import>),
}
