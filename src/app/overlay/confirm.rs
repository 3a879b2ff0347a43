//! A question that is asked only where undo does not reach. It carries what happens on yes.

use crate::app::geometry::Area;
use crate::app::{Effect, Mouse, MouseKind, Out};

/// What can be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the table says what each does")]
pub enum Action {
    Accept,
    Cancel,
}

/// A question.
#[derive(Clone, Debug)]
pub struct Confirm {
    /// What is asked, in one sentence.
    pub question: String,
    /// What is worth knowing before answering.
    pub detail: String,
    /// What happens on yes.
    pub yes: Effect,
}

/// Where a question and its answers are.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// The box with its border.
    pub frame: Area,
    /// Where the text stands.
    pub text: Area,
    /// Where a click says yes.
    pub accept: Area,
    /// Where a click says no.
    pub cancel: Area,
}

impl Confirm {
    /// Does what was answered.
    pub fn update(&mut self, action: Action, out: &mut Out) {
        out.close();
        if action == Action::Accept {
            out.effect(self.yes.clone());
        }
    }

    /// Takes a click on one of the answers.
    pub fn point(&mut self, mouse: Mouse, area: Area, out: &mut Out) {
        if mouse.kind != MouseKind::Press {
            return;
        }
        let layout = layout(area);
        if layout.accept.contains(mouse.x, mouse.y) {
            self.update(Action::Accept, out);
        } else if layout.cancel.contains(mouse.x, mouse.y) {
            self.update(Action::Cancel, out);
        }
    }
}

/// Lays a question out in the middle of an area.
pub fn layout(area: Area) -> Layout {
    let frame = area.centred(64, 9);
    let text = frame.inset(2, 1);
    let answers = text.below(text.height.saturating_sub(1));
    Layout {
        frame,
        text: text.above(2),
        accept: answers.columns(0, 14),
        cancel: answers.columns(16, 14),
    }
}
