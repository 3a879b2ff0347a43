//! A question with its two answers.

use crate::app::geometry::Area;
use crate::app::overlay::confirm::{Confirm, layout};
use crate::app::wrap::wrap;
use crate::view::paint::Canvas;
use crate::view::theme::Role;

/// Draws a question over an area.
pub fn draw(canvas: &mut Canvas<'_>, confirm: &Confirm, area: Area) {
    let layout = layout(area);
    canvas.frame(layout.frame, &confirm.question);
    let lines = wrap(
        &confirm.detail,
        layout.text.width.into(),
        layout.text.height.into(),
    );
    for (row, line) in (0..).zip(&lines) {
        canvas.text(layout.text.row(row), line, Role::Text);
    }
    for (area, key, words) in [
        (layout.accept, "Enter", "yes"),
        (layout.cancel, "Esc", "no"),
    ] {
        let behind = canvas.text(area, key, Role::Key);
        canvas.text(area.right_of(behind + 1 - area.x), words, Role::Text);
    }
    canvas.put_cursor(layout.accept.x, layout.accept.y);
}
