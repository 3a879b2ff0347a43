//! What is wrong with a file, and what can be done about it.

use crate::app::Model;
use crate::app::chrome::layout;
use crate::app::command::Action;
use crate::app::geometry::Area;
use crate::app::overlay::broken::Broken;
use crate::app::wrap::cells;
use crate::view::paint::Canvas;
use crate::view::theme::Role;

/// Draws it over an area; where nothing of the file could be read, over all of it but the message.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model, broken: &Broken, area: Area) {
    if broken.damage().rest.is_none() {
        let said = layout(model).message.len();
        canvas.clear(area.above(u16::try_from(said).unwrap_or(u16::MAX)));
    }
    let layout = broken.layout(area);
    canvas.frame(layout.frame, &broken.title());
    for (row, line) in &layout.matter {
        canvas.text(*row, line, Role::Text);
    }
    for (row, place) in &layout.spots {
        draw_spot(canvas, broken, *row, *place);
    }
    for (row, line) in &layout.problem {
        canvas.text(*row, line, Role::Bad);
    }
    for (row, line) in &layout.around {
        canvas.text(*row, line, Role::Text);
    }
    for choice in &layout.choices {
        let key = model.key(Action::Broken(choice.action));
        canvas.text(choice.area, &key, Role::Key);
        canvas.text(choice.area.right_of(KEYS), &choice.words, Role::Text);
    }
    if let (true, Some(choice)) = (layout.spots.is_empty(), layout.choices.first()) {
        canvas.put_cursor(choice.area.x, choice.area.y);
    }
}

/// Draws a mistake in the list of them.
fn draw_spot(canvas: &mut Canvas<'_>, broken: &Broken, row: Area, place: usize) {
    let spot = &broken.damage().spots[place];
    let is_selected = place == broken.selected();
    if is_selected {
        canvas.text(row, "▌", Role::Focus);
        canvas.put_cursor(row.x, row.y);
    }
    let role = if is_selected {
        Role::Strong
    } else {
        Role::Text
    };
    let line = format!("line {}", spot.line);
    let room = row.width.saturating_sub(cells(&line) + 4);
    canvas.text(row.right_of(2).columns(0, room), &spot.what, role);
    canvas.text_right(row, &line, Role::Quiet);
}

/// How many cells the keys have.
const KEYS: u16 = 7;
