//! The one door for writes: a workspace with its history. Whatever wants to change a workspace, a
//! screen, the command line, an import, comes through [`Document::commit`].

use std::sync::Arc;

use thiserror::Error;

use super::change::Change;
use super::history::{Deed, History, Moment, Step};
use super::workspace::{Faults, Workspace};

/// A workspace and what was done to it.
#[derive(Clone, Debug, Default)]
pub struct Document {
    workspace: Workspace,
    history: History,
    revision: u64,
}

/// A deed that does not fit the document that it is to be taken into.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
#[error("this was done to another state of the workspace")]
pub struct Astray;

impl Document {
    /// A document that is as it was saved.
    pub fn new(workspace: Workspace) -> Self {
        Self {
            workspace,
            ..Self::default()
        }
    }

    /// The workspace, to read.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// What was done and undone.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// A number that grows whenever the workspace changes.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Makes a change, or none of it, and gives what happened; none where nothing is different
    /// afterwards.
    ///
    /// # Errors
    /// What would not hold afterwards: an id that is there twice, a reference to nothing, a value
    /// out of its range. The workspace is then as before.
    pub fn commit(&mut self, change: Change, when: Moment) -> Result<Option<Deed>, Faults> {
        let back = self.workspace.apply(&change)?;
        if back.edits.iter().rev().eq(&change.edits) {
            return Ok(None);
        }
        self.revision += 1;
        let step = Step::new(change, back, when.now);
        Ok(Some(self.history.push(step, when.together)))
    }

    /// Takes back the last step and gives it; none where nothing is left to undo.
    pub fn undo(&mut self) -> Option<Arc<Step>> {
        let step = self.history.last_done()?.clone();
        self.replay(&step.back, &Deed::Undone);
        Some(step)
    }

    /// Makes the last step undone again and gives it; none where nothing is left to redo.
    pub fn redo(&mut self) -> Option<Arc<Step>> {
        let step = self.history.last_undone()?.clone();
        self.replay(&step.forth, &Deed::Redone);
        Some(step)
    }

    /// Takes in what happened to another document that was the same as this one: so a replica keeps
    /// up, and the next session goes on from what the last one did.
    ///
    /// # Errors
    /// When the deed does not fit, because the two are not the same. The workspace is then as
    /// before.
    pub fn follow(&mut self, deed: &Deed) -> Result<(), Astray> {
        let change = match deed {
            Deed::Done(step) | Deed::Joined(step) => Some(&step.forth),
            Deed::Undone => self.history.last_done().map(|step| &step.back),
            Deed::Redone => self.history.last_undone().map(|step| &step.forth),
        };
        let change = change.cloned().ok_or(Astray)?;
        self.workspace.apply(&change).map_err(|_| Astray)?;
        self.history.follow(deed);
        self.revision += 1;
        Ok(())
    }

    /// Puts what was done in earlier sessions before what was done in this one. The workspace must
    /// be the one that they led to.
    pub fn adopt(&mut self, earlier: History) {
        self.history.adopt(earlier);
    }

    /// Marks the state as it is now as the one that is saved.
    pub fn mark_saved(&mut self) {
        self.history.mark_saved();
    }

    /// Goes on as another document of the same workspace, which may be ahead of this one.
    pub fn go_on_as(&mut self, other: Self) {
        let revision = self.revision + 1;
        *self = other;
        self.revision = revision;
    }

    /// Notes that no file holds the workspace as it is.
    pub fn mark_unsaved(&mut self) {
        self.history.mark_unsaved();
    }

    fn replay(&mut self, change: &Change, deed: &Deed) {
        let replayed = self.workspace.apply(change);
        debug_assert!(
            replayed.is_ok(),
            "a step of the history applies to the state it was made in"
        );
        self.history.follow(deed);
        self.revision += 1;
    }
}

#[cfg(test)]
mod tests;
