//! The board.

use super::paint::{Canvas, Focus};
use super::theme::Role;
use crate::app::Model;
use crate::app::geometry::Area;

/// Draws it.
pub fn draw(canvas: &mut Canvas<'_>, _model: &Model, area: Area, _focus: Focus) {
    canvas.text(area, "board", Role::Text);
}
