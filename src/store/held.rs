//! A workspace opened to be changed: the lock that keeps other instances from changing it too, the
//! journal, and what the journal brought back.
//!
//! Nothing is written to the workspace's file in here; the [`super::Saver`] does.

use std::path::Path;

use super::atomic::Destination;
use super::error::OpenError;
use super::journal::past::Past;
use super::journal::{Clock, Journal, Source};
use super::recovery::{Recovered, recover};
use super::shelf::Lock;
use super::{Opened, Places, SaveError, Shelf, open, open_at};
use crate::domain::Document;
use crate::domain::conflict::Conflicts;

/// A workspace opened to be changed.
#[derive(Debug)]
pub struct Held {
    /// The workspace as it was opened.
    pub opened: Opened,
    /// The workspace with what was brought back, and the steps of earlier sessions if they had to
    /// be read for it.
    pub document: Document,
    /// What was decided one way in bringing back and can be decided another.
    pub conflicts: Option<Conflicts>,
    /// What the user is to be told.
    pub remarks: Vec<String>,
    /// Whether another instance has the workspace to itself.
    pub is_taken: bool,
    pub(super) keeping: Keeping,
}

/// What keeps the changes of a workspace and those who make them apart.
#[derive(Debug, Default)]
pub(super) struct Keeping {
    pub(super) shelf: Option<Shelf>,
    pub(super) journal: Option<Journal>,
    /// Whether the steps of earlier sessions are still to be read.
    pub(super) is_recall_due: bool,
    /// Held as long as the workspace is worked on.
    #[expect(dead_code, reason = "having it is what it is for")]
    pub(super) hold: Option<Lock>,
    /// Held while the workspace is opened, or changed and saved at once.
    pub(super) turn: Option<Lock>,
}

impl Held {
    /// Opens a workspace to change it. Where another instance has it, what is done is in no journal.
    ///
    /// # Errors
    /// When it can't be opened. What can't be kept otherwise, for want of a place, is only told.
    pub fn open(path: &Path, places: &Places, clock: Clock) -> Result<Self, OpenError> {
        let shelf = Shelf::of(places, path);
        match locks(&shelf) {
            Ok((turn, Some(hold))) => Self::recovered(path, shelf, (turn, hold), clock),
            Ok((turn, None)) => {
                let mut held = Self::without_journal(path)?;
                held.is_taken = true;
                held.keeping.turn = Some(turn);
                held.keeping.shelf = Some(shelf);
                Ok(held)
            }
            Err(error) => {
                let mut held = Self::without_journal(path)?;
                held.remarks.push(no_journal(&error));
                Ok(held)
            }
        }
    }

    /// Opens a workspace that is changed in passing, such as a copy that goes with the program:
    /// without a journal, backups or locks.
    ///
    /// # Errors
    /// When it can't be opened.
    pub fn without_journal(path: &Path) -> Result<Self, OpenError> {
        let opened = open(path)?;
        Ok(Self {
            document: Document::new(opened.workspace.clone()),
            opened,
            conflicts: None,
            remarks: Vec::new(),
            is_taken: false,
            keeping: Keeping::default(),
        })
    }

    fn recovered(
        path: &Path,
        shelf: Shelf,
        (turn, hold): (Lock, Lock),
        clock: Clock,
    ) -> Result<Self, OpenError> {
        let opened = open_at(Destination {
            path,
            shelf: Some(shelf.folder()),
        })?;
        let file = shelf.journal();
        let source = Source {
            journal: &file,
            workspace: shelf.workspace(),
        };
        let begun = recover(source, &opened, clock).and_then(|recovered| {
            let journal = Journal::open(source, recovered.place, clock)?;
            Ok((recovered, journal))
        });
        let mut keeping = Keeping {
            hold: Some(hold),
            turn: Some(turn),
            ..Keeping::default()
        };
        let (recovered, remark) = match begun {
            Ok((recovered, journal)) => {
                keeping.journal = Some(journal);
                (recovered, None)
            }
            Err(error) => {
                let error = SaveError::trouble(&file, &error);
                (Recovered::nothing(&opened), Some(no_journal(&error)))
            }
        };
        keeping.is_recall_due = !recovered.is_recalled;
        keeping.shelf = Some(shelf);
        Ok(Self {
            opened,
            document: recovered.document,
            conflicts: recovered.conflicts,
            remarks: recovered.remarks.into_iter().chain(remark).collect(),
            is_taken: false,
            keeping,
        })
    }

    /// Whether the steps of earlier sessions are still to be read.
    pub fn is_recall_due(&self) -> bool {
        self.keeping.is_recall_due
    }

    /// Learns the steps of earlier sessions, unless they are known.
    pub fn recall(&mut self) {
        if std::mem::take(&mut self.keeping.is_recall_due)
            && let Some(past) = self.keeping.past()
        {
            self.document.adopt(past.steps().history());
        }
    }
}

impl Keeping {
    /// What the journal tells of the past; none where it can't be read.
    pub(super) fn past(&self) -> Option<Past> {
        self.journal.as_ref()?.past().ok()
    }
}

/// The turn to open a workspace, and the workspace itself, unless somebody has it.
fn locks(shelf: &Shelf) -> Result<(Lock, Option<Lock>), SaveError> {
    shelf.make()?;
    let trouble = |error: std::io::Error| SaveError::trouble(shelf.folder(), &error);
    let turn = shelf.turn().map_err(trouble)?;
    let hold = shelf.hold().map_err(trouble)?;
    Ok((turn, hold))
}

fn no_journal(error: &SaveError) -> String {
    format!("What you do is only kept once it is saved, and undo ends with the program: {error}")
}
