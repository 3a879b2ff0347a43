//! What was decided and what was parked for another day, the newest review first: to read again, to
//! put right, and to decide on what was parked. It reads the workspace whenever it is shown and keeps
//! only where one is.

mod layout;

use super::Overlay;
use super::form::Form;
use crate::app::fields::Subject;
use crate::app::geometry::Area;
use crate::app::lists::Go;
use crate::app::{Mouse, MouseKind, Now, Out};
use crate::domain::{Date, Workspace, removal};

pub use layout::{BEFORE_TEXT, Layout, Line, Part, layout};

/// How many things a page goes over.
const PAGE: usize = 5;

/// What can be done with what was decided and parked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the table says what each does")]
pub enum Action {
    Edit,
    Settle,
    Decide,
    Park,
    Delete,
    Up,
    Down,
    PageUp,
    PageDown,
    Leave,
}

/// Where one is among what was decided and parked.
#[derive(Clone, Debug, Default)]
pub struct Decisions {
    selected: usize,
}

/// One thing that a meeting kept: the day of its review, and its place there, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// A decision.
    Decision(Date, usize),
    /// What was left for another day.
    Parked(Date, usize),
}

/// Everything that was decided or parked, the newest review first.
pub fn kept(workspace: &Workspace) -> Vec<Kept> {
    let mut all = Vec::new();
    for (date, review) in workspace.reviews().iter().rev() {
        all.extend((0..review.decisions.len()).map(|place| Kept::Decision(*date, place)));
        let parked = review.parked.iter().enumerate();
        all.extend(parked.map(|(place, _)| Kept::Parked(*date, place)));
    }
    all
}

impl Decisions {
    /// The place of the selected one; it is there even if others have gone.
    pub fn selected(&self, count: usize) -> usize {
        self.selected.min(count.saturating_sub(1))
    }

    /// Does what an action says.
    pub fn update(&mut self, action: Action, workspace: &Workspace, now: Now, out: &mut Out) {
        let open = |subject, out: &mut Out| {
            out.open(Overlay::Form(Form::for_subject(subject, workspace, now)));
        };
        match (action, self.chosen(workspace)) {
            (Action::Leave, _) => out.close(),
            (Action::Decide, _) => open(Subject::NewDecision, out),
            (Action::Park, _) => open(Subject::NewParked, out),
            (Action::Up, _) => self.go(Go::Up, workspace),
            (Action::Down, _) => self.go(Go::Down, workspace),
            (Action::PageUp, _) => self.go(Go::PageUp, workspace),
            (Action::PageDown, _) => self.go(Go::PageDown, workspace),
            (Action::Edit | Action::Settle | Action::Delete, None) => {
                out.refuse("Nothing was decided or parked yet");
            }
            (Action::Edit, Some(Kept::Decision(review, place))) => {
                open(Subject::Decision { review, place }, out);
            }
            (Action::Edit, Some(Kept::Parked(review, place))) => {
                open(Subject::Parked { review, place }, out);
            }
            (Action::Settle, Some(Kept::Parked(review, place))) => {
                open(Subject::Settled { review, place }, out);
            }
            (Action::Settle, Some(Kept::Decision(..))) => out.refuse("This is decided already"),
            (Action::Delete, Some(chosen)) => delete(chosen, workspace, out),
        }
    }

    /// Takes a click on one of them, or the wheel.
    pub fn point(&mut self, mouse: Mouse, area: Area, workspace: &Workspace) {
        match mouse.kind {
            MouseKind::WheelUp => self.go(Go::Up, workspace),
            MouseKind::WheelDown => self.go(Go::Down, workspace),
            MouseKind::Press => {
                let layout = layout(self, workspace, area);
                let mut lines = layout.lines.iter();
                let hit = lines.find(|(area, _)| area.contains(mouse.x, mouse.y));
                if let Some(place) = hit.and_then(|(_, line)| line.place) {
                    self.selected = place;
                }
            }
            MouseKind::Drag | MouseKind::Release => {}
        }
    }

    fn go(&mut self, go: Go, workspace: &Workspace) {
        let count = kept(workspace).len();
        self.selected = go.from(self.selected(count), count, PAGE);
    }

    fn chosen(&self, workspace: &Workspace) -> Option<Kept> {
        let all = kept(workspace);
        all.get(self.selected(all.len())).copied()
    }
}

fn delete(chosen: Kept, workspace: &Workspace, out: &mut Out) {
    let change = match chosen {
        Kept::Decision(review, place) => removal::decision(workspace, review, place),
        Kept::Parked(review, place) => removal::parked(workspace, review, place),
    };
    if let Some(change) = change {
        out.change(change);
    }
}

#[cfg(test)]
mod tests;
