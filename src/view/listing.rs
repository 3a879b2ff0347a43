//! Draws rows with the details of the selected one, as [`crate::app::listing`] laid them out; what a
//! row looks like is the screen's to say.

use super::paint::Canvas;
use super::theme::Role;
use crate::app::Model;
use crate::app::command::Action;
use crate::app::geometry::Area;
use crate::app::listing::{LABEL, MARGIN, Pane, Row, Sides, Spot, Value};
use crate::app::lists::Go;
use crate::app::overlay::Overlay;
use crate::app::overlay::form::Place;
use crate::app::wrap::cells;

/// How many cells part one hint from the next.
const PARTED: u16 = 3;

/// The mark at the left edge of what is selected.
pub(super) const BAR: char = '▌';

/// Draws the list and the details of what is selected, each row by `draw_row`, which gets the area
/// of its text and whether it is selected.
pub(super) fn draw<S: Spot, F>(
    canvas: &mut Canvas<'_>,
    model: &Model,
    (sides, selected): (&Sides<S, F>, &S),
    mut draw_row: impl FnMut(&mut Canvas<'_>, Area, &Row<S, F>, bool),
) {
    for pane in [Some(&sides.list), sides.detail.as_ref()]
        .into_iter()
        .flatten()
    {
        for (area, place) in &pane.placed {
            let row = &pane.rows[*place];
            let is_selected = row.spot.as_ref() == Some(selected);
            mark(
                canvas,
                model,
                area.columns(row.indent, 1),
                (row.spot.as_ref(), selected),
            );
            let text = area.right_of(row.indent + MARGIN);
            draw_row(canvas, text, row, is_selected);
        }
        more(canvas, pane);
    }
    if let Some((x, y)) = sides.cursor(selected) {
        canvas.put_cursor(x, y);
    }
}

/// The mark of the selected row, and a quiet one at the line of the details that one is in.
fn mark<S: Spot>(
    canvas: &mut Canvas<'_>,
    model: &Model,
    area: Area,
    (spot, selected): (Option<&S>, &S),
) {
    if spot.is_none() {
        return;
    }
    if spot == Some(selected) {
        // A form in the row brings a mark of its own.
        if !is_edited(model) {
            canvas.fill(area, BAR, Role::Focus);
        }
    } else if spot == selected.line().as_ref() {
        canvas.fill(area, BAR, Role::Quiet);
    }
}

/// How many more rows there are above and below those in view.
fn more<S: Spot, F>(canvas: &mut Canvas<'_>, pane: &Pane<S, F>) {
    let more = match (pane.above(), pane.below()) {
        (0, 0) => return,
        (0, below) => format!("↓ {below} more"),
        (above, 0) => format!("↑ {above} more"),
        (above, below) => format!("↑ {above} more · ↓ {below} more"),
    };
    canvas.text(pane.more.right_of(MARGIN), &more, Role::Quiet);
}

/// The key that leads into the details of what is selected, where it has any, or out of them. Gives
/// what is left of its row.
pub(super) fn way_in<S: Spot, F>(
    canvas: &mut Canvas<'_>,
    model: &Model,
    sides: &Sides<S, F>,
    (selected, has_details): (&S, bool),
) -> Area {
    let row = sides.detail.as_ref().unwrap_or(&sides.list).more;
    let (go, words) = match (selected.line(), has_details) {
        (Some(_), _) => (Go::Left, "back to the list"),
        (None, true) => (Go::Right, "its details"),
        (None, false) => return row,
    };
    hint(canvas, row, (&model.key(Action::Go(go)), words))
}

/// A key and what it does, at the right end of a row. Gives what is left of the row.
pub(super) fn hint(canvas: &mut Canvas<'_>, row: Area, (key, words): (&str, &str)) -> Area {
    let room = row.columns(0, row.width.saturating_sub(cells(words) + 1));
    canvas.text_right(row, words, Role::Quiet);
    canvas.text_right(room, key, Role::Key);
    room.columns(0, room.width.saturating_sub(cells(key) + PARTED))
}

/// A field: its label and its value.
pub(super) fn field(
    canvas: &mut Canvas<'_>,
    area: Area,
    (label, value): (&str, &Value),
    role: Role,
) {
    canvas.text(area.columns(0, LABEL - 1), label, label_role(role));
    let area = area.right_of(LABEL);
    match value {
        Value::Lines(lines) => text(canvas, area, lines, role),
        Value::Nothing(means) => {
            canvas.text(area, means, Role::Quiet);
        }
    }
}

/// Lines of text, as many as there is room for.
pub(super) fn text(canvas: &mut Canvas<'_>, area: Area, lines: &[String], role: Role) {
    for (row, line) in (0..area.height).zip(lines) {
        canvas.text(area.row(row), line, role);
    }
}

/// The role of a label beside a value of a role.
pub(super) fn label_role(value: Role) -> Role {
    if value == Role::Text {
        Role::Quiet
    } else {
        value
    }
}

/// Whether a form in the selected row has the keys, and the mark with them.
fn is_edited(model: &Model) -> bool {
    let Some(Overlay::Form(form)) = model.overlays.last() else {
        return false;
    };
    matches!(form.place(), Place::Inline(_))
}
