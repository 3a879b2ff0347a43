//! What comes into the program and what it asks for: messages and effects, the only traffic between
//! it and the terminal, the clock and the files. Carries both; does neither.

use std::sync::Arc;

use super::key::KeyPress;
use super::{NotSaved, overlay, roadmap};
use crate::domain::conflict::Conflicts;
use crate::domain::history::{Deed, History};
use crate::domain::merge::Merged;
use crate::domain::{Document, Workspace};

/// What happens to the program.
#[derive(Clone, Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(KeyPress),
    /// The mouse was used.
    Mouse(Mouse),
    /// A text was pasted. It is never taken for keys.
    Paste(String),
    /// The terminal has another size.
    Resize(u16, u16),
    /// Everything up to this revision is in the file.
    Saved(u64),
    /// Saving failed.
    NotSaved(NotSaved),
    /// What was done in earlier sessions.
    Recalled(History),
    /// Somebody else wrote the file: theirs merged with what was done here up to a revision.
    Outside(u64, Box<Merged>),
    /// What was decided one way when something was brought back, to be decided another.
    Conflicts(Box<Conflicts>),
    /// Somebody else wrote the file that is only looked at here.
    Followed(Box<Workspace>),
    /// The workspace can be changed here from now on, as the file has it.
    TakenOver(Box<Document>),
    /// How sure a ranking is was measured.
    Measured(roadmap::shown::Measured),
    /// The file with the answers of a survey that was asked for, or why it can't be read.
    Survey(Result<Arc<overlay::import::File>, String>),
    /// Something to tell that came from outside.
    Tell(String),
    /// The time came at which something shown changes by itself, as [`Model::wakes_at`](super::Model::wakes_at) said.
    Tick,
}

/// What a person does with the mouse, and over which cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// What is done.
    pub kind: MouseKind,
    /// The column, from 0.
    pub x: u16,
    /// The row, from 0.
    pub y: u16,
}

/// What is done with the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseKind {
    /// The left button goes down.
    Press,
    /// It is moved with the left button down.
    Drag,
    /// The left button comes up.
    Release,
    /// The wheel goes up.
    WheelUp,
    /// The wheel goes down.
    WheelDown,
}

/// What the program asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Keep what happened: it leads to this revision.
    Save(Deed, u64),
    /// Try again to save what could not be saved.
    SaveAgain,
    /// Save although somebody else has written the file; theirs is kept beside it.
    SaveAnyway,
    /// Save into the user's own folder, and go on there.
    SaveElsewhere,
    /// What somebody else wrote was taken in, after all that was done so far; where not all of it
    /// was, their file is kept too.
    TookOutside {
        /// Whether all of it was taken in.
        in_full: bool,
    },
    /// What somebody else wrote can't be taken in.
    RefusedOutside,
    /// What somebody else wrote has to be merged again, as more was done here meanwhile.
    MergeAgain,
    /// Measure how sure this ranking is, while everything goes on; [`Msg::Measured`] answers.
    Measure(roadmap::shown::Asked),
    /// Read the file at a path, as it was typed; [`Msg::Survey`] answers.
    ReadSurvey(String),
    /// Write what each column of a survey is into a file; [`Msg::Tell`] answers.
    WriteMapping(overlay::import::MappingFile),
    /// Take the mouse, or leave it to the terminal.
    CaptureMouse(bool),
    /// Draw every cell anew.
    Redraw,
    /// Open the file in the person's own editor, at this line, then read it again.
    EditFile(usize),
    /// Put the backup of this name in place of a file that can't be read, then read it again.
    Restore(String),
    /// Give the terminal back to the shell for a while.
    Suspend,
    /// Leave.
    Quit,
    /// Leave a file that could not be read.
    GiveUp,
}
