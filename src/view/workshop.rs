//! Draws the workshop.

use super::paint::Canvas;
use super::theme::Role;
use crate::app::Model;
use crate::app::geometry::Area;

/// Draws the screen.
pub fn draw(canvas: &mut Canvas<'_>, _model: &Model, area: Area) {
    canvas.text(area.below(1).right_of(2), "Rate jobs together", Role::Text);
    canvas.put_cursor(area.x + 2, area.y + 1);
}
