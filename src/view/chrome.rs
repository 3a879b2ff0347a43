//! Header, footer, the message on the screen, and the keys that may follow on a prefix.

use super::paint::Canvas;
use super::theme::Role;
use crate::app::chrome::{BEFORE_MESSAGE, Chrome, Following};
use crate::app::message::Tone;
use crate::app::{Access, Model, Saved};

/// Draws what stands around the screens.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model, layout: &Chrome) {
    header(canvas, model, layout);
    footer(canvas, layout);
    if let Some(following) = &layout.following {
        draw_following(canvas, following);
    } else if let Some(message) = model.messages.showing() {
        let (sign, role) = match message.tone {
            Tone::Done => ("✓", Role::Good),
            Tone::Refused => ("!", Role::Bad),
        };
        for (area, line) in &layout.message {
            canvas.clear(*area);
            canvas.text(area.right_of(BEFORE_MESSAGE), line, Role::Strong);
        }
        if let Some((first, _)) = layout.message.first() {
            canvas.text(first.right_of(1), sign, role);
        }
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
    let role = match (&model.access, &model.saved) {
        (Access::ReadOnly(_), _) => Role::Strong,
        (Access::Write, Saved::At(_) | Saved::Saving) => Role::Text,
        (Access::Write, Saved::Failed(_)) => Role::Bad,
    };
    canvas.clear(layout.state);
    let text = layout
        .state
        .columns(0, layout.state.width.saturating_sub(1));
    canvas.text_right(text, &layout.state_text, role);
}

fn footer(canvas: &mut Canvas<'_>, layout: &Chrome) {
    for (area, hint) in &layout.hints {
        let behind = canvas.text(*area, &hint.key, Role::Key);
        canvas.text(area.right_of(behind + 1 - area.x), hint.words, Role::Text);
    }
}

/// The list over the footer that says which keys may follow.
fn draw_following(canvas: &mut Canvas<'_>, following: &Following) {
    canvas.frame(following.frame, &following.title);
    for (row, key, words) in &following.rows {
        canvas.text(row.columns(0, following.keys), &key.shown(), Role::Key);
        canvas.text(row.right_of(following.keys + 2), words, Role::Text);
    }
}
