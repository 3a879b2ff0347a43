//! What two sides changed in different ways, one under the other, to take one version or both. It
//! opens when a change from outside was taken in; everything stands as it is marked, until other
//! versions are picked and accepted as one change.

mod layout;

use crate::app::geometry::Area;
use crate::app::lists::Go;
use crate::app::{Mouse, MouseKind, Out};
use crate::domain::Workspace;
use crate::domain::conflict::{Conflict, Conflicts, Side};
use crate::domain::wording::counted;

pub use layout::{BEFORE_TEXT, Layout, Line, layout};

/// Where what is not taken can be found: who saves keeps it.
const KEPT: &str = "theirs is in a copy";

/// How many conflicts a page goes over.
const PAGE: usize = 4;

/// What can be done with conflicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the table says what each does")]
pub enum Action {
    Accept,
    Mine,
    Theirs,
    Both,
    AllMine,
    AllTheirs,
    Up,
    Down,
    PageUp,
    PageDown,
    Leave,
}

/// The conflicts of a merge with what is picked in each.
#[derive(Clone, Debug)]
pub struct Chooser {
    conflicts: Conflicts,
    picks: Vec<Side>,
    selected: usize,
}

impl Chooser {
    /// Conflicts in which everything is picked as it stands.
    pub fn new(conflicts: Conflicts) -> Self {
        let picks = conflicts.list().iter().map(Conflict::kept).collect();
        Self {
            conflicts,
            picks,
            selected: 0,
        }
    }

    /// Each conflict and what is picked in it.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = (&Conflict, Side)> {
        self.conflicts.list().iter().zip(self.picks.iter().copied())
    }

    /// The place of the selected one.
    pub fn selected(&self) -> usize {
        self.selected
    }

    /// Does what an action says.
    pub fn update(&mut self, action: Action, workspace: &Workspace, out: &mut Out) {
        match action {
            Action::Accept => self.accept(workspace, out),
            Action::Leave => Self::leave(out),
            Action::Mine => self.pick(Side::Mine, out),
            Action::Theirs => self.pick(Side::Theirs, out),
            Action::Both => self.pick(Side::Both, out),
            Action::AllMine => self.picks.fill(Side::Mine),
            Action::AllTheirs => self.picks.fill(Side::Theirs),
            Action::Up => self.go(Go::Up),
            Action::Down => self.go(Go::Down),
            Action::PageUp => self.go(Go::PageUp),
            Action::PageDown => self.go(Go::PageDown),
        }
    }

    /// Takes a click on a version, on a conflict, or the wheel.
    pub fn point(&mut self, mouse: Mouse, area: Area, out: &mut Out) {
        match mouse.kind {
            MouseKind::WheelUp => self.go(Go::Up),
            MouseKind::WheelDown => self.go(Go::Down),
            MouseKind::Press => {
                let layout = layout(self, area);
                let lines = layout.lines.iter();
                let hit = lines
                    .rev()
                    .find(|(area, _)| area.contains(mouse.x, mouse.y));
                if let Some((_, line)) = hit {
                    self.selected = line.place();
                    if let Line::Version { side, .. } = line {
                        self.pick(*side, out);
                    }
                }
            }
            MouseKind::Drag | MouseKind::Release => {}
        }
    }

    /// Whether an action can be done with the selected conflict, so that it is worth a hint.
    pub fn offers(&self, action: Action) -> bool {
        let selected = self.conflicts.list().get(self.selected);
        action != Action::Both || selected.is_some_and(Conflict::can_keep_both)
    }

    fn go(&mut self, go: Go) {
        self.selected = go.from(self.selected, self.picks.len(), PAGE);
    }

    fn pick(&mut self, side: Side, out: &mut Out) {
        let Some(conflict) = self.conflicts.list().get(self.selected) else {
            return;
        };
        if side == Side::Both && !conflict.can_keep_both() {
            out.refuse("Both can't stay here: only lists and notes have room for both");
            return;
        }
        self.picks[self.selected] = side;
    }

    fn accept(&self, workspace: &Workspace, out: &mut Out) {
        let settled = self.conflicts.settle(workspace, &self.picks);
        let refused = settled.refused.len();
        if settled.change.edits.is_empty() {
            Self::leave(out);
        } else {
            out.close();
            out.change(settled.change);
        }
        if refused > 0 {
            let picks = counted(refused, "pick");
            out.say(format!(
                "{picks} left out, which would not fit the rest · {KEPT}"
            ));
        }
    }

    fn leave(out: &mut Out) {
        out.close();
        out.say(format!("Everything stays as it is · {KEPT}"));
    }
}

#[cfg(test)]
mod tests;
