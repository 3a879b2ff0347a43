//! Header, footer, the message on the screen, and the keys that may follow on a prefix.

use super::paint::Canvas;
use super::theme::Role;
use crate::app::chrome::{Chrome, saved_text};
use crate::app::command;
use crate::app::geometry::Area;
use crate::app::message::Tone;
use crate::app::update::contexts;
use crate::app::wrap::width;
use crate::app::{Model, Saved};

/// Draws what stands around the screens.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model, layout: &Chrome) {
    header(canvas, model, layout);
    footer(canvas, layout);
    if !model.pending.is_empty() {
        following(canvas, model, layout.body);
    } else if let Some(message) = model.messages.showing() {
        let (sign, role) = match message.tone {
            Tone::Done => ("✓", Role::Good),
            Tone::Refused => ("!", Role::Bad),
        };
        canvas.clear(layout.message);
        canvas.text(layout.message.right_of(1), sign, role);
        canvas.text(layout.message.right_of(3), &message.text, Role::Strong);
    }
}

fn header(canvas: &mut Canvas<'_>, model: &Model, layout: &Chrome) {
    let until_tabs = layout
        .tabs
        .first()
        .map_or(layout.name.width, |tab| tab.0.x.saturating_sub(2));
    canvas.text(
        layout.name.columns(0, until_tabs),
        model.workspace().name(),
        Role::Strong,
    );
    for (area, screen, name) in &layout.tabs {
        let role = if *screen == model.screen {
            Role::Lit
        } else {
            Role::Text
        };
        canvas.text(*area, &format!(" {name} "), role);
    }
    let role = match model.saved {
        Saved::At(_) | Saved::Saving => Role::Text,
        Saved::Failed(_) => Role::Bad,
    };
    canvas.clear(layout.saved);
    canvas.text_right(
        layout
            .saved
            .columns(0, layout.saved.width.saturating_sub(1)),
        &saved_text(&model.saved),
        role,
    );
}

fn footer(canvas: &mut Canvas<'_>, layout: &Chrome) {
    for (area, hint) in &layout.hints {
        let behind = canvas.text(*area, &hint.key, Role::Key);
        canvas.text(area.right_of(behind + 1 - area.x), hint.words, Role::Text);
    }
}

/// The popup over the footer that says which keys may follow.
fn following(canvas: &mut Canvas<'_>, model: &Model, body: Area) {
    let mut following = model.keymap.following(contexts(model), &model.pending);
    // An action with several such keys is shown with the first of them.
    following.dedup_by_key(|(_, action)| *action);
    let title = |action| {
        command::all()
            .find(|(_, row)| row.action == action)
            .map_or("", |row| row.1.title)
    };
    let rows: Vec<_> = following
        .iter()
        .map(|(key, action)| (key.shown(), title(*action)))
        .collect();
    let keys = rows.iter().map(|(key, _)| width(key)).max().unwrap_or(0);
    let words = rows
        .iter()
        .map(|(_, words)| width(words))
        .max()
        .unwrap_or(0);
    let cells = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    let (wide, high) = (cells(keys + words + 6), cells(rows.len() + 2));
    let frame = body
        .below(body.height.saturating_sub(high))
        .right_of(1)
        .columns(0, wide);
    let keys_so_far = crate::app::keymap::shown(&model.pending);
    let about = model.pending.first();
    let about = about.and_then(|key| command::prefix(contexts(model), *key));
    let title = about.map_or(keys_so_far.clone(), |about| {
        format!("{keys_so_far} · {about}")
    });
    canvas.frame(frame, &title);
    let inside = frame.inset(2, 1);
    for (row, (key, words)) in rows.iter().enumerate() {
        let row = inside.row(cells(row));
        canvas.text(row.columns(0, cells(keys)), key, Role::Key);
        canvas.text(row.right_of(cells(keys) + 2), words, Role::Text);
    }
}
