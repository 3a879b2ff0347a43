//! The list of the keys that may follow on those that were typed: it stands over the footer as long
//! as a sequence is not finished.

use crate::app::command;
use crate::app::geometry::Area;
use crate::app::key::KeyPress;
use crate::app::keymap::shown;
use crate::app::update::contexts;
use crate::app::wrap::width;
use crate::app::{Model, Mouse, MouseKind};

/// The keys that may follow, and where they stand.
#[derive(Clone, Debug)]
pub struct Following {
    /// The box with its border.
    pub frame: Area,
    /// What was typed so far, and what it is about.
    pub title: String,
    /// How many cells the keys take.
    pub keys: u16,
    /// Each key with what it does; a click on its row presses it.
    pub rows: Vec<(Area, KeyPress, &'static str)>,
}

impl Following {
    /// The key whose row is clicked.
    pub fn hit(&self, mouse: Mouse) -> Option<KeyPress> {
        let is_hit = |area: &Area| area.contains(mouse.x, mouse.y);
        let mut rows = self.rows.iter();
        rows.find(|(area, ..)| mouse.kind == MouseKind::Press && is_hit(area))
            .map(|(_, key, _)| *key)
    }
}

/// Lays the keys out that may follow; none where no sequence is begun.
pub(super) fn following(model: &Model, body: Area) -> Option<Following> {
    let first = model.pending.first()?;
    let here = contexts(model);
    let mut following = model.keymap.following(here, &model.pending);
    // An action with several such keys is shown with the first of them.
    following.dedup_by_key(|(_, action)| *action);
    let following: Vec<_> = following
        .into_iter()
        .map(|(key, action)| (key, command::title(action)))
        .collect();
    let widest = |of: fn(&(KeyPress, &'static str)) -> usize| following.iter().map(of).max();
    let keys = widest(|(key, _)| width(&key.shown())).unwrap_or(0);
    let words = widest(|(_, words)| width(words)).unwrap_or(0);
    let wide = u16::try_from(keys + words + 6).unwrap_or(u16::MAX);
    let high = u16::try_from(following.len() + 2).unwrap_or(u16::MAX);
    let low = body.below(body.height.saturating_sub(high));
    let frame = low.right_of(1).columns(0, wide);
    let inside = frame.inset(2, 1);
    let rows = (0..).zip(following);
    let typed = shown(&model.pending);
    let about = command::prefix(here, *first).map(|about| format!("{typed} · {about}"));
    Some(Following {
        frame,
        title: about.unwrap_or(typed),
        keys: u16::try_from(keys).unwrap_or(u16::MAX),
        rows: rows
            .map(|(row, (key, words))| (inside.row(row), key, words))
            .collect(),
    })
}
