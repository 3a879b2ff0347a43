//! Looking at what could be read of a file that can't be read as a whole, and choosing what is done
//! about it. Nothing is saved in here: there is no thread that could.

use std::path::PathBuf;

use anyhow::Result;

use super::own_editor::OwnEditor;
use super::{Desk, Event, Flow, screen};
use crate::app::damage::Damage;
use crate::app::overlay::broken;
use crate::domain::{Document, Workspace};

/// A file that can't be read as a whole.
#[derive(Debug)]
pub struct Look {
    /// The file.
    pub path: PathBuf,
    /// What could be read of it; shown only where the damage says that there is a rest.
    pub workspace: Workspace,
    /// What is known of the rest.
    pub damage: Damage,
    /// What is said first, if anything.
    pub greeting: Option<String>,
}

/// What a person chose to do about such a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Nothing more: they have looked at it, or the system ended the program; with the exit status.
    Left(u8),
    /// Nothing: it stays as it is.
    GiveUp,
    /// They had it in their editor; with what there is to say of that.
    Edited(Option<String>),
    /// To put the backup of this name in its place.
    Restore(String),
}

/// Shows what could be read of a file, and what could not, until the person has chosen.
///
/// # Errors
/// When the terminal can't be used.
pub fn look_at(look: Look) -> Result<Choice> {
    let mut desk = Desk::open(look.path, Document::new(look.workspace))?;
    broken::meet(&mut desk.model, look.damage);
    let mut desk = desk.begin(look.greeting)?;
    let left = desk.work();
    if let Ok(Flow::Choose(_)) = left {
        // The next who takes the terminal has the keyboard to itself.
        desk.ears.leave_keyboard()?;
    }
    desk.close()?;
    Ok(match left? {
        Flow::On => Choice::Left(0),
        Flow::Leave(status) => Choice::Left(status),
        Flow::Choose(choice) => choice,
    })
}

impl Desk {
    /// Has the file edited in the person's own editor, which has the terminal meanwhile.
    pub(super) fn edit_file(&mut self, line: usize) -> Result<Flow> {
        self.ears.leave_keyboard()?;
        screen::leave();
        let edited = OwnEditor::of_user().and_then(|editor| editor.open(&self.path, line));
        // What the system asked for meanwhile is not forgotten.
        let ended = self.events.try_iter().find_map(|event| match event {
            Event::End(status) => Some(status),
            Event::Msg(_)
            | Event::Report(_)
            | Event::Followed(..)
            | Event::Focus
            | Event::Suspend
            | Event::Failed(_) => None,
        });
        Ok(ended.map_or_else(
            || {
                Flow::Choose(Choice::Edited(
                    edited.err().map(|error| format!("{error:#}")),
                ))
            },
            Flow::Leave,
        ))
    }
}
