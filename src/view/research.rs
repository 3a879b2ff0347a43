//! Draws the research as [`crate::app::research::layout`] laid it out.

use super::paint::Canvas;
use super::theme::Role;
use crate::app::geometry::Area;
use crate::app::research::{Spot, layout};
use crate::app::{Model, Screen};

/// Draws the screen.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model, _area: Area) {
    let workspace = model.workspace();
    for (area, spot, has_keys) in layout(&model.ui.research, model.cx(Screen::Research)).rows {
        let name = match &spot {
            Spot::Vision => "Vision",
            Spot::Need(id) | Spot::Segment(id) | Spot::Study(id) => {
                workspace.name_of(id).unwrap_or_default()
            }
        };
        let role = if has_keys { Role::Selected } else { Role::Text };
        canvas.text(area.right_of(1), name, role);
        if has_keys {
            canvas.put_cursor(area.x, area.y);
        }
    }
}
