//! What was done, so that it can be undone and redone: steps, each with the way back and forth.
//!
//! It holds no workspace and applies nothing; [`super::Document`] does.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::change::{Change, Key};

/// How long changes to the same thing run together into one step, in milliseconds.
pub const TOGETHER: u64 = 1_000;

/// One step that undo takes back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What does it again.
    pub forth: Change,
    /// What takes it back.
    pub back: Change,
    /// When, on the clock of [`Moment`]; none for a step of an earlier session.
    #[serde(skip)]
    at: Option<u64>,
}

/// What happened to a document. Whoever follows the same deeds from the same workspace comes to the
/// same workspace and the same history: the thread that saves, and the next session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Deed {
    /// A change was made, as a step of its own.
    Done(Arc<Step>),
    /// A change was made that belongs to the last step.
    Joined(Arc<Step>),
    /// The last step was taken back.
    Undone,
    /// The last step taken back was made again.
    Redone,
}

/// The steps done, the steps undone, and where the file stands.
#[derive(Clone, Debug)]
pub struct History {
    done: Vec<Arc<Step>>,
    undone: Vec<Arc<Step>>,
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
    /// A history of earlier sessions: the steps done, the oldest first, and those undone, the one to
    /// redo first last.
    pub fn of_steps(done: Vec<Arc<Step>>, undone: Vec<Arc<Step>>) -> Self {
        let saved = Some(done.len());
        Self {
            done,
            undone,
            saved,
        }
    }

    /// The steps done, the oldest first.
    pub fn done(&self) -> &[Arc<Step>] {
        &self.done
    }

    /// The steps undone, the one to redo first last.
    pub fn undone(&self) -> &[Arc<Step>] {
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

    /// Notes that the file is not as any state that undo leads to.
    pub(super) fn mark_unsaved(&mut self) {
        self.saved = None;
    }

    /// Puts what earlier sessions did before what this one did. What they had undone can only be
    /// done again while this one has done nothing.
    pub(super) fn adopt(&mut self, earlier: Self) {
        if self.done.is_empty() && self.undone.is_empty() {
            self.undone = earlier.undone;
        }
        self.saved = self.saved.map(|saved| saved + earlier.done.len());
        self.done.splice(0..0, earlier.done);
    }

    /// Takes in a step. What was undone can't be redone any more. Where it runs together with the
    /// last one, both become one step. Gives what happened.
    pub(super) fn push(&mut self, step: Step, together: bool) -> Deed {
        let step = Arc::new(step);
        let deed = if together && self.joins(&step) {
            Deed::Joined(step)
        } else {
            Deed::Done(step)
        };
        self.follow(&deed);
        deed
    }

    /// Takes in what happened.
    pub(super) fn follow(&mut self, deed: &Deed) {
        match deed {
            Deed::Done(step) => {
                self.cut_off_undone();
                self.done.push(step.clone());
            }
            Deed::Joined(step) => {
                self.cut_off_undone();
                match self.done.last_mut() {
                    Some(last) => Arc::make_mut(last).absorb(step),
                    None => self.done.push(step.clone()),
                }
            }
            Deed::Undone => self.undone.extend(self.done.pop()),
            Deed::Redone => self.done.extend(self.undone.pop()),
        }
    }

    fn cut_off_undone(&mut self) {
        self.undone.clear();
        if self.saved.is_some_and(|saved| saved > self.done.len()) {
            self.saved = None;
        }
    }

    /// Whether a step touches the same records as the last one within a second, and the state
    /// between them is not the one that is saved.
    fn joins(&self, step: &Step) -> bool {
        let is_soon = |last: &Step| {
            let times = last.at.zip(step.at);
            times.is_some_and(|(last, now)| now.saturating_sub(last) <= TOGETHER)
        };
        !self.is_saved()
            && self.done.last().is_some_and(|last| {
                is_soon(last)
                    && last.forth.label == step.forth.label
                    && last.forth.keys() == step.forth.keys()
            })
    }

    pub(super) fn last_done(&self) -> Option<&Arc<Step>> {
        self.done.last()
    }

    pub(super) fn last_undone(&self) -> Option<&Arc<Step>> {
        self.undone.last()
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

impl Moment {
    /// That of a change that runs together with no other, as a command makes it.
    pub const ALONE: Self = Self {
        now: 0,
        together: false,
    };
}

impl Step {
    /// A step made at a moment.
    pub(super) fn new(forth: Change, back: Change, now: u64) -> Self {
        let at = Some(now);
        Self { forth, back, at }
    }

    /// What was done.
    pub fn label(&self) -> &str {
        &self.forth.label
    }

    /// The records that it touched.
    pub fn keys(&self) -> Vec<Key> {
        self.forth.keys()
    }

    /// The step that takes this one back.
    #[must_use]
    pub fn reversed(&self) -> Self {
        Self {
            forth: self.back.clone(),
            back: self.forth.clone(),
            at: self.at,
        }
    }

    /// Makes this step and one that came after it one.
    pub fn absorb(&mut self, next: &Self) {
        self.forth.edits.extend(next.forth.edits.iter().cloned());
        let mut back = next.back.clone();
        back.edits.append(&mut self.back.edits);
        self.back = back;
        self.at = next.at;
    }
}
