//! The roadmap.

use super::lists::Go;
use super::{Cx, Mouse, Out};
use crate::domain::Id;
use crate::insight::opportunity::Scope;

/// What can be done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the table says what each does")]
pub enum Action {
    Open,
}

/// Where one is.
#[derive(Clone, Debug, Default)]
pub struct Ui {
    selected: Option<Id>,
    scope: Scope,
}

/// Does what an action says.
pub fn update(_ui: &mut Ui, _action: Action, _cx: Cx<'_>, _out: &mut Out) {}

/// Goes somewhere else.
pub fn go(_ui: &mut Ui, _go: Go, _cx: Cx<'_>, _out: &mut Out) {}

/// Takes the mouse.
pub fn point(_ui: &mut Ui, _mouse: Mouse, _cx: Cx<'_>, _out: &mut Out) {}

/// Keeps the cursor on something that is there.
pub fn follow(_ui: &mut Ui, _cx: Cx<'_>) {}

impl Ui {
    /// Selects a job.
    pub fn select(&mut self, job: Id) {
        self.selected = Some(job);
    }

    /// Ranks the jobs by other answers or another lens.
    pub fn ask(&mut self, scope: Scope) {
        self.scope = scope;
    }

    /// What the jobs are ranked by.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// Takes back what narrows the view. Says whether there was anything.
    pub fn step_out(&mut self) -> bool {
        self.selected.take().is_some()
    }
}
