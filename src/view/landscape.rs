//! The landscape: jobs as numbered points, importance against satisfaction, with the served line, the
//! line at which the score is 10, the zones in words, and a cross through the selected job that says
//! how sure its figures are.

mod cross;
mod legend;
mod lines;

use super::figure;
use super::glyphs::{ghost, point};
use super::paint::{Canvas, Focus};
use super::theme::Role;
use crate::app::Model;
use crate::app::geometry::Area;
use crate::app::roadmap::Ui;
use crate::app::roadmap::plot::{Label, Plot, labels};
use crate::app::wrap::cells;
use crate::domain::choice::Choice;
use crate::insight::landscape::{Axes, Cell, Spot};
use crate::insight::opportunity::Rating;

/// Draws it.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model, plot: &Plot, focus: Focus) {
    let ui = &model.ui.roadmap;
    let landscape = ui.shown().landscape();
    let selected = landscape.spot_of(ui.place());
    let labels = labels(plot, ui.shown());
    draw_axes(canvas, plot, ui.axes());
    if let Some(spot) = selected {
        cross::draw_hair(canvas, plot, spot.cell);
    }
    lines::draw(canvas, plot, ui.axes());
    for (area, zone) in plot.zones(ui.axes(), ui.shown(), &labels) {
        canvas.text(area, zone.word(), Role::Quiet);
    }
    draw_sureness(canvas, ui, plot);
    for cell in ui.shown().ghosts() {
        canvas.fill(plot.at(*cell), ghost(canvas.glyphs()), Role::Text);
    }
    for spot in &landscape.spots {
        draw_point(canvas, ui, plot, spot);
    }
    for label in &labels {
        draw_label(canvas, ui, label);
    }
    if let Some(spot) = selected {
        draw_figures(canvas, ui, plot, spot.cell);
        if focus == Focus::Here {
            let at = plot.at(spot.cell);
            canvas.put_cursor(at.x, at.y);
        }
    }
    legend::draw(canvas, model, plot);
}

fn draw_axes(canvas: &mut Canvas<'_>, plot: &Plot, axes: Axes) {
    let title = match axes {
        Axes::ImportanceAcross => "satisfaction ↑   importance →",
        Axes::SatisfactionAcross => "importance ↑   satisfaction →",
    };
    canvas.text(plot.title, title, Role::Quiet);
    let line = Area {
        y: plot.field.y,
        height: plot.field.height,
        ..plot.line.columns(0, 1)
    };
    canvas.fill(line, '│', Role::Border);
    canvas.fill(plot.line, '─', Role::Border);
    canvas.fill(plot.line.columns(0, 1), '└', Role::Border);
    for value in [0.0, 5.0, 10.0] {
        let cell = plot.grid.cell(axes, value, value);
        let text = format!("{value}");
        draw_across(canvas, plot, cell, &text, Role::Quiet);
        draw_up(canvas, plot, cell, &text, Role::Quiet);
    }
}

/// A figure under the axis that goes across.
fn draw_across(canvas: &mut Canvas<'_>, plot: &Plot, cell: Cell, text: &str, role: Role) {
    canvas.text(under(plot, cell, text), text, role);
}

/// Where a text stands under a cell, moved to the left where it would reach beyond the axis.
fn under(plot: &Plot, cell: Cell, text: &str) -> Area {
    let length = cells(text);
    let last = plot.across.width.saturating_sub(length);
    let start = plot.at(cell).x - plot.across.x;
    plot.across.columns(start.min(last), length)
}

/// A figure left of the axis that goes up.
fn draw_up(canvas: &mut Canvas<'_>, plot: &Plot, cell: Cell, text: &str, role: Role) {
    canvas.text_right(plot.up.row(cell.row), text, role);
}

/// Where the figures of the selected job lie in nine of ten draws.
fn draw_sureness(canvas: &mut Canvas<'_>, ui: &Ui, plot: &Plot) {
    let row = ui.shown().ranking().rows().get(ui.place());
    let rating = row.and_then(|row| row.rating);
    let interval = row.and_then(|row| ui.shown().interval(&row.job));
    if let (Some(rating), Some(interval)) = (rating, interval) {
        cross::draw_intervals(canvas, plot, ui.axes(), (&rating, interval));
    }
}

/// A point by whose figures it stands for: those of the selected job, else of the best there.
fn draw_point(canvas: &mut Canvas<'_>, ui: &Ui, plot: &Plot, spot: &Spot) {
    let is_selected = spot.places.contains(&ui.place());
    let place = if is_selected {
        Some(ui.place())
    } else {
        spot.places.first().copied()
    };
    let row = place.and_then(|place| ui.shown().ranking().rows().get(place));
    let Some(rating) = row.and_then(|row| row.rating) else {
        return;
    };
    let sign = point(canvas.glyphs(), &rating);
    canvas.clear(plot.at(spot.cell));
    canvas.fill(plot.at(spot.cell), sign, role(is_selected));
}

fn draw_label(canvas: &mut Canvas<'_>, ui: &Ui, label: &Label) {
    let spot = &ui.shown().landscape().spots[label.spot];
    canvas.clear(label.area);
    canvas.text(
        label.area,
        &label.text,
        role(spot.places.contains(&ui.place())),
    );
}

fn role(is_selected: bool) -> Role {
    if is_selected { Role::Lit } else { Role::Strong }
}

/// The selected job's figures at the axes.
fn draw_figures(canvas: &mut Canvas<'_>, ui: &Ui, plot: &Plot, cell: Cell) {
    let rows = ui.shown().ranking().rows();
    let Some(rating) = rows.get(ui.place()).and_then(|row| row.rating) else {
        return;
    };
    let (across, up) = on_axes(&rating, ui.axes());
    let at = plot.at(cell);
    let room = plot
        .across
        .right_of((at.x - plot.field.x).saturating_sub(1));
    canvas.clear(room.columns(0, 5));
    draw_across(canvas, plot, cell, &figure(across), Role::Strong);
    draw_up(canvas, plot, cell, &figure(up), Role::Strong);
}

fn on_axes(rating: &Rating, axes: Axes) -> (f64, f64) {
    match axes {
        Axes::ImportanceAcross => (rating.importance, rating.satisfaction),
        Axes::SatisfactionAcross => (rating.satisfaction, rating.importance),
    }
}
