//! Draws the workshop as [`crate::app::workshop::layout()`] laid it out.

mod asking;
mod planning;
mod revealed;
mod summary;

use super::paint::Canvas;
use super::theme::Role;
use crate::app::geometry::Area;
use crate::app::workshop::layout::title::Title;
use crate::app::workshop::layout::{Head, Layout, layout};
use crate::app::workshop::run::Run;
use crate::app::{Model, Screen};

/// Draws the screen.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model, _area: Area) {
    let ui = &model.ui.workshop;
    let layout = layout(ui, model.cx(Screen::Workshop));
    match (&layout, ui.run()) {
        (Layout::Planning(list), _) => planning::draw(canvas, model, list),
        (Layout::Asking(asking), Some(run)) => asking::draw(canvas, model, run, asking),
        (Layout::Revealed(revealed), Some(run)) => revealed::draw(canvas, model, run, revealed),
        (Layout::Summary(list), Some(run)) => summary::draw(canvas, model, run, list),
        // Only before a workshop begins there is none.
        (Layout::Asking(_) | Layout::Revealed(_) | Layout::Summary(_), None) => {}
    }
}

/// Where the workshop is, and how far.
fn draw_head(canvas: &mut Canvas<'_>, head: &Head) {
    canvas.text(head.heading.0, &head.heading.1, Role::Strong);
    let (row, done) = head.progress;
    canvas.fill(row, '─', Role::Border);
    canvas.fill(row.columns(0, done), '━', Role::Focus);
}

fn draw_timer(canvas: &mut Canvas<'_>, model: &Model, run: &Run, head: &Head) {
    let words = run.timer().words(model.now.millis);
    canvas.text_right(head.timer, &words, Role::Strong);
}

fn draw_title(canvas: &mut Canvas<'_>, title: &Title) {
    for (area, row) in &title.rows {
        canvas.text(*area, row, Role::Strong);
    }
}
