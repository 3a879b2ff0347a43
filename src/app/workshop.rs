//! The workshop: a room rates jobs in silence, reveals, talks, and rates again.
//!
//! What is typed before the reveal is in no frame, no file and no journal. Nothing here commits a
//! change, and nothing here draws.

use super::lists::Go;
use super::{Cx, Mouse, Out};

/// What can be done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the table says what each does")]
pub enum Action {
    Begin,
}

/// Where one is.
#[derive(Clone, Debug, Default)]
pub struct Ui {}

/// Does what an action says.
pub fn update(_ui: &mut Ui, action: Action, cx: Cx<'_>, out: &mut Out) {
    match action {
        Action::Begin if cx.workspace.jobs().is_empty() => {
            out.refuse("There is no job to rate yet; add one on the roadmap");
        }
        Action::Begin => {}
    }
}

/// Goes somewhere else.
pub fn go(_ui: &mut Ui, _go: Go, _cx: Cx<'_>) {}

/// Does what the mouse says.
pub fn point(_ui: &mut Ui, _mouse: Mouse, _cx: Cx<'_>, _out: &mut Out) {}
