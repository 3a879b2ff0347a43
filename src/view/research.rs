//! The research: everything that is known of the customers, and beside it what is selected in
//! detail; or the trace.

mod rows;
mod trace;

use super::listing;
use super::paint::Canvas;
use crate::app::command::Action;
use crate::app::geometry::Area;
use crate::app::research::layout;
use crate::app::research::rows::Row;
use crate::app::research::spot::{Spot, Thing};
use crate::app::{Model, Screen, global};
use rows::Pen;

/// Draws the screen.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model, _area: Area) {
    if let Some(trace) = model.ui.research.trace() {
        return trace::draw(canvas, model, trace);
    }
    let layout = layout(&model.ui.research, model.cx(Screen::Research));
    let selected = model.ui.research.selected();
    let pen = Pen { model };
    let row = |canvas: &mut Canvas<'_>, area, row: &Row<'_>, is_selected| {
        pen.row(canvas, area, row, is_selected);
    };
    listing::draw(canvas, model, (&layout, selected), row);
    let has_details = match selected {
        Spot::Thing(Thing::Vision) | Spot::Field(..) | Spot::Linked(..) | Spot::Empty(_) => false,
        Spot::Thing(_) => true,
    };
    let rest = listing::way_in(canvas, model, &layout, (selected, has_details));
    if !model.workspace().needs().is_empty() {
        let key = model.key(Action::Global(global::Action::Trace));
        listing::hint(canvas, rest, (&key, "trace"));
    }
}
