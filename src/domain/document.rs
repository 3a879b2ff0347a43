//! The one door for writes: a workspace with its history. Whatever wants to change a workspace, a
//! screen, the command line, an import, comes through [`Document::commit`].

use super::change::Change;
use super::history::{History, Moment, Step};
use super::workspace::{Faults, Workspace};

/// A workspace and what was done to it.
#[derive(Clone, Debug, Default)]
pub struct Document {
    workspace: Workspace,
    history: History,
    revision: u64,
}

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

    /// Makes a change, or none of it.
    ///
    /// # Errors
    /// What would not hold afterwards: an id that is there twice, a reference to nothing, a value
    /// out of its range. The workspace is then as before.
    pub fn commit(&mut self, change: Change, when: Moment) -> Result<(), Faults> {
        let back = self.workspace.apply(&change)?;
        if back.edits.iter().rev().eq(&change.edits) {
            // Nothing is different afterwards: no step to undo.
            return Ok(());
        }
        self.history.push(change, back, when);
        self.revision += 1;
        Ok(())
    }

    /// Makes a change that was committed to another document of the same workspace, without a step
    /// to undo: so a replica keeps up.
    ///
    /// # Errors
    /// When the change does not fit, because the two are not the same. The workspace is then as
    /// before.
    pub fn follow(&mut self, change: &Change) -> Result<(), Faults> {
        self.workspace.apply(change)?;
        self.revision += 1;
        Ok(())
    }

    /// Takes back the last step and gives it; none where nothing is left to undo.
    pub fn undo(&mut self) -> Option<Step> {
        let step = self.history.last_done()?.clone();
        self.replay(&step.back);
        self.history.step_back();
        Some(step)
    }

    /// Makes the last step undone again and gives it; none where nothing is left to redo.
    pub fn redo(&mut self) -> Option<Step> {
        let step = self.history.last_undone()?.clone();
        self.replay(&step.forth);
        self.history.step_forth();
        Some(step)
    }

    /// Marks the state as it is now as the one that is saved.
    pub fn mark_saved(&mut self) {
        self.history.mark_saved();
    }

    fn replay(&mut self, change: &Change) {
        let replayed = self.workspace.apply(change);
        debug_assert!(
            replayed.is_ok(),
            "a step of the history applies to the state it was made in"
        );
        self.revision += 1;
    }
}

#[cfg(test)]
mod tests;
