//! A list to choose from, with the search above it.

use crate::app::geometry::Area;
use crate::app::overlay::menu::Menu;
use crate::app::wrap::cells;
use crate::view::paint::Canvas;
use crate::view::theme::Role;

/// Draws a list over an area.
pub fn draw(canvas: &mut Canvas<'_>, menu: &Menu, area: Area) {
    let layout = menu.layout(area);
    canvas.frame(layout.frame, &menu.title);
    canvas.text(layout.query, "› ", Role::Key);
    let field = layout.query.right_of(2);
    if menu.query.text().is_empty() {
        canvas.text(field, "type to search", Role::Quiet);
    }
    canvas.text(field, menu.query.text(), Role::Field);
    let before = cells(&menu.query.text()[..menu.query.cursor()]);
    canvas.put_cursor(field.x + before, field.y);
    if menu.found().len() == 0 {
        let row = layout.frame.inset(2, 1).row(2);
        canvas.text(row, "Nothing is called that; try another word", Role::Quiet);
    }
    let rows: Vec<_> = menu.found().collect();
    if let (Some((_, first)), Some((_, last))) = (layout.rows.first(), layout.rows.last())
        && layout.rows.len() < rows.len()
    {
        let shown = format!("{}–{} of {}", first + 1, last + 1, rows.len());
        canvas.text_right(layout.query, &shown, Role::Quiet);
    }
    for (area, place) in &layout.rows {
        let row = rows[*place];
        let is_selected = *place == menu.selected();
        if is_selected {
            canvas.text(*area, "▌", Role::Focus);
        }
        let role = if is_selected {
            Role::Strong
        } else {
            Role::Text
        };
        let aside = cells(&row.aside);
        canvas.text(
            area.right_of(2)
                .columns(0, area.width.saturating_sub(aside + 4)),
            &row.text,
            role,
        );
        canvas.text_right(*area, &row.aside, Role::Key);
    }
}
