//! What is shown of a file that can't be read as a whole: what is wrong, where, and what can be done
//! about it. It lies over the rest of the workspace, or over nothing where nothing could be read;
//! then it can't be put away.
//!
//! It changes no file: what is chosen is asked for as an effect.

mod layout;

#[cfg(test)]
mod tests;

use std::sync::Arc;

pub use layout::Layout;

use super::Overlay;
use super::menu::{Menu, Row, Then};
use crate::app::damage::Damage;
use crate::app::geometry::Area;
use crate::app::lists::Go;
use crate::app::{Access, Effect, Model, Mouse, MouseKind, Out};

/// What can be done about a file that can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the table says what each does")]
pub enum Action {
    Edit,
    Backups,
    Rest,
    Leave,
    Up,
    Down,
}

/// A file that can't be read, and which of its mistakes is looked at.
#[derive(Clone, Debug)]
pub struct Broken {
    damage: Arc<Damage>,
    selected: usize,
    first: usize,
}

/// Lets a model look at what could be read of a file, and shows what could not.
pub fn meet(model: &mut Model, damage: Damage) {
    model.access = Access::ReadOnly(damage.why.clone());
    let damage = Arc::new(damage);
    model.damage = Some(Arc::clone(&damage));
    model.overlays.push(Overlay::Broken(Broken::new(damage)));
}

impl Broken {
    /// What is wrong with a file, the first mistake selected.
    pub fn new(damage: Arc<Damage>) -> Self {
        Self {
            damage,
            selected: 0,
            first: 0,
        }
    }

    /// What is known of the file.
    pub fn damage(&self) -> &Damage {
        &self.damage
    }

    /// The place of the mistake that is looked at.
    pub fn selected(&self) -> usize {
        self.selected
    }

    /// What it is headed.
    pub fn title(&self) -> String {
        let file = &self.damage.file;
        match (self.damage.rest, self.damage.spots.is_empty()) {
            (None, _) => format!("{file} can't be read"),
            (Some(_), false) => format!("{file} can't be read as a whole"),
            (Some(_), true) => format!("{file} is from a newer Outboard"),
        }
    }

    /// What can be chosen, each with the words for it.
    pub fn choices(&self) -> Vec<(Action, String)> {
        let damage = &self.damage;
        let is_whole = damage.spots.is_empty();
        let edit = damage.editor.as_ref().map(|editor| {
            let words = format!("Open it in your editor, {editor}");
            let line = damage.line_of(self.selected);
            let words = if is_whole {
                words
            } else {
                format!("{words}, at line {line}")
            };
            (Action::Edit, words)
        });
        let backups = match damage.backups.as_slice() {
            [] => None,
            [only] => Some(format!("Go back to the backup of {}", only.time)),
            [latest, ..] => Some(format!(
                "Go back to one of {} backups; the latest is of {}",
                damage.backups.len(),
                latest.time
            )),
        };
        let rest = damage.rest.map(|count| {
            let what = if is_whole { "it" } else { "the rest" };
            let words = format!("Look at {what}, {count} things; nothing can be changed");
            (Action::Rest, words)
        });
        let leave = "Leave; the file stays as it is".to_owned();
        edit.into_iter()
            .chain(backups.map(|words| (Action::Backups, words)))
            .chain(rest)
            .chain([(Action::Leave, leave)])
            .collect()
    }

    /// Whether an action does something here.
    pub fn offers(&self, action: Action) -> bool {
        match action {
            Action::Up | Action::Down => self.damage.spots.len() > 1,
            Action::Edit | Action::Backups | Action::Rest | Action::Leave => {
                self.choices().iter().any(|(there, _)| *there == action)
            }
        }
    }

    /// Does what an action says.
    pub fn update(&mut self, action: Action, out: &mut Out) {
        if !self.offers(action) {
            return refuse(action, out);
        }
        match action {
            Action::Edit => out.effect(Effect::EditFile(self.damage.line_of(self.selected))),
            Action::Backups => out.open(Overlay::Menu(self.backups())),
            Action::Rest => out.close(),
            Action::Leave => out.effect(Effect::GiveUp),
            Action::Up => self.go(Go::Up),
            Action::Down => self.go(Go::Down),
        }
    }

    fn go(&mut self, go: Go) {
        self.selected = go.from(self.selected, self.damage.spots.len(), 1);
    }

    /// The backups to choose from.
    fn backups(&self) -> Menu {
        let rows = self.damage.backups.iter().map(|kept| Row {
            text: kept.what.clone(),
            aside: kept.time.clone(),
            synonyms: String::new(),
            then: Then::Effect(Effect::Restore(kept.id.clone())),
        });
        let title = "Go back to which? The file as it is now is kept beside it";
        Menu::new(title, rows.collect())
    }

    /// Takes a click on a mistake or a choice, and the wheel.
    pub fn point(&mut self, mouse: Mouse, area: Area, out: &mut Out) {
        match mouse.kind {
            MouseKind::WheelUp => self.go(Go::Up),
            MouseKind::WheelDown => self.go(Go::Down),
            MouseKind::Press => {
                let layout = self.layout(area);
                let is_over = |area: &Area| area.contains(mouse.x, mouse.y);
                if let Some((_, place)) = layout.spots.iter().find(|(area, _)| is_over(area)) {
                    self.selected = *place;
                } else if let Some(choice) = layout.choices.iter().find(|row| is_over(&row.area)) {
                    self.update(choice.action, out);
                }
            }
            MouseKind::Drag | MouseKind::Release => {}
        }
    }

    /// Keeps the selected mistake in view.
    pub(crate) fn follow(&mut self, area: Area) {
        let shown = self.layout(area).spots;
        self.first = shown.first().map_or(0, |(_, place)| *place);
    }
}

/// Says why something can't be done here.
fn refuse(action: Action, out: &mut Out) {
    out.refuse(match action {
        Action::Edit => "No editor is known; set EDITOR to the name of yours, as in EDITOR=nano",
        Action::Backups => "No backup of this file is kept here",
        Action::Rest => "Nothing of it can be shown; choose another way",
        Action::Up | Action::Down | Action::Leave => "There is nothing else to look at",
    });
}
