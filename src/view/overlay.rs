//! What lies over a screen.

pub mod broken;
pub mod confirm;
pub mod conflicts;
pub mod decisions;
pub mod form;
pub mod import;
pub mod menu;

use super::paint::Canvas;
use crate::app::Model;
use crate::app::geometry::Area;
use crate::app::overlay::Overlay;

/// Draws an overlay over an area.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model, overlay: &Overlay, area: Area) {
    match overlay {
        Overlay::Form(form) => form::draw(canvas, model, form),
        Overlay::Menu(menu) => menu::draw(canvas, menu, area),
        Overlay::Confirm(confirm) => confirm::draw(canvas, confirm, area),
        Overlay::Broken(broken) => broken::draw(canvas, model, broken, area),
        Overlay::Conflicts(chooser) => conflicts::draw(canvas, chooser, area),
        Overlay::Decisions(shown) => decisions::draw(canvas, shown, model.workspace(), area),
        Overlay::Import(import) => import::draw(canvas, model, import, area),
    }
}
