//! A form with its fields, what is wrong with them, and what they may hold.

use crate::app::Model;
use crate::app::geometry::Area;
use crate::app::overlay::form::Form;
use crate::view::paint::Canvas;

/// Draws a form over an area.
pub fn draw(canvas: &mut Canvas<'_>, _model: &Model, form: &Form, area: Area) {
    canvas.frame(area.centred(60, 10), &form.title);
}
