//! What was done, so that it can be undone and redone: steps, each with the way back and forth.
//!
//! It holds no workspace and applies nothing; [`super::Document`] does.

use super::change::{Change, Key};

/// How long changes to the same thing run together into one step, in milliseconds.
pub const TOGETHER: u64 = 1_000;

/// One step that undo takes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What does it again.
    pub forth: Change,
    /// What takes it back.
    pub back: Change,
    at: u64,
}

/// The steps done, the steps undone, and where the file stands.
#[derive(Clone, Debug)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// How many steps were done when the workspace was saved; none when that state is out of reach.
    saved: Option<usize>,
}

impl Default for History {
    /// Nothing done, and that is what the file holds.
    fn default() -> Self {
        Self {
            done: Vec::new(),
            undone: Vec::new(),
            saved: Some(0),
        }
    }
}

impl History {
    /// The steps done, the oldest first.
    pub fn done(&self) -> &[Step] {
        &self.done
    }

    /// The steps undone, the one to redo first last.
    pub fn undone(&self) -> &[Step] {
        &self.undone
    }

    /// Whether the workspace is as it was saved.
    pub fn is_saved(&self) -> bool {
        self.saved == Some(self.done.len())
    }

    /// Marks the state as it is now as the one that is saved.
    pub fn mark_saved(&mut self) {
        self.saved = Some(self.done.len());
    }

    /// Takes in a step that was done at `now` (milliseconds on any clock that does not go back).
    /// What was undone can't be redone any more. Where `together` and the last step touched the
    /// same records within a second, both become one step, but never across the saved mark.
    pub(super) fn push(&mut self, forth: Change, back: Change, when: Moment) {
        self.undone.clear();
        if self.saved.is_some_and(|saved| saved > self.done.len()) {
            self.saved = None;
        }
        let joins = when.together && self.joins(&forth, when.now);
        match self.done.last_mut() {
            Some(last) if joins => last.absorb(forth, back, when.now),
            _ => self.done.push(Step {
                forth,
                back,
                at: when.now,
            }),
        }
    }

    fn joins(&self, forth: &Change, now: u64) -> bool {
        !self.is_saved()
            && self.done.last().is_some_and(|last| {
                now.saturating_sub(last.at) <= TOGETHER
                    && last.forth.label == forth.label
                    && last.forth.keys() == forth.keys()
            })
    }

    pub(super) fn last_done(&self) -> Option<&Step> {
        self.done.last()
    }

    pub(super) fn last_undone(&self) -> Option<&Step> {
        self.undone.last()
    }

    /// Moves the last step done to those undone.
    pub(super) fn step_back(&mut self) {
        self.undone.extend(self.done.pop());
    }

    /// Moves the last step undone to those done.
    pub(super) fn step_forth(&mut self) {
        self.done.extend(self.undone.pop());
    }
}

/// When a change is made and whether it may run together with the one before.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// Milliseconds on a clock that does not go back.
    pub now: u64,
    /// Whether repeated changes of this kind are one step, as the parts of a move are.
    pub together: bool,
}

impl Step {
    /// What was done.
    pub fn label(&self) -> &str {
        &self.forth.label
    }

    /// The records that it touched.
    pub fn keys(&self) -> Vec<Key> {
        self.forth.keys()
    }

    fn absorb(&mut self, forth: Change, mut back: Change, now: u64) {
        self.forth.edits.extend(forth.edits);
        back.edits.append(&mut self.back.edits);
        self.back = back;
        self.at = now;
    }
}
