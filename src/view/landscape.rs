//! The landscape: jobs as their ranks, importance against satisfaction, with the served line, the
//! line at which the score is 10, the zones in words, and a cross-hair through the selected job.

use super::figure;
use super::paint::{Canvas, Focus};
use super::theme::Role;
use crate::app::geometry::Area;
use crate::app::roadmap::Ui;
use crate::app::roadmap::plot::Plot;
use crate::app::wrap::cells;
use crate::domain::choice::Choice;
use crate::insight::landscape::{Axes, Cell, Spot};
use crate::insight::opportunity::Rating;

/// Draws it.
pub fn draw(canvas: &mut Canvas<'_>, ui: &Ui, plot: &Plot, focus: Focus) {
    let landscape = ui.shown().landscape();
    let selected = landscape.spot_of(ui.place());
    draw_axes(canvas, plot, ui.axes());
    for (line, sign) in [
        (&landscape.served, "·"),
        (&landscape.limit, limit_sign(ui.axes())),
    ] {
        for cell in thinned(line) {
            canvas.text(plot.at(cell), sign, Role::Text);
        }
    }
    if let Some(spot) = selected {
        draw_cross_hair(canvas, plot, spot.cell);
    }
    for (area, zone) in plot.zones(ui.axes(), landscape) {
        canvas.text(area, zone.word(), Role::Quiet);
    }
    for cell in ui.shown().ghosts() {
        canvas.text(plot.at(*cell), "○", Role::Text);
    }
    for spot in &landscape.spots {
        let is_selected = Some(spot) == selected;
        draw_spot(canvas, ui, plot, spot, is_selected);
    }
    if let Some(spot) = selected {
        draw_figures(canvas, ui, plot, spot.cell);
        if focus == Focus::Here {
            let at = plot.at(spot.cell);
            canvas.put_cursor(at.x, at.y);
        }
    }
    draw_legend(canvas, ui, plot);
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

fn limit_sign(axes: Axes) -> &'static str {
    match axes {
        Axes::ImportanceAcross => "/",
        Axes::SatisfactionAcross => "-",
    }
}

/// A line with one cell in each row, or in each column where it is flat: as thin as it can be.
fn thinned(line: &[Cell]) -> Vec<Cell> {
    let by_row = |a: &mut Cell, b: &mut Cell| a.row == b.row;
    let by_col = |a: &mut Cell, b: &mut Cell| a.col == b.col;
    let (mut rows, mut cols) = (line.to_vec(), line.to_vec());
    rows.dedup_by(by_row);
    cols.dedup_by(by_col);
    if rows.len() * 2 >= cols.len() {
        rows
    } else {
        cols
    }
}

fn draw_cross_hair(canvas: &mut Canvas<'_>, plot: &Plot, cell: Cell) {
    let at = plot.at(cell);
    canvas.fill(plot.field.row(cell.row), '─', Role::Border);
    canvas.fill(
        plot.field.columns(at.x - plot.field.x, 1),
        '│',
        Role::Border,
    );
}

/// A spot as the rank of its job, or as how many jobs lie there.
fn draw_spot(canvas: &mut Canvas<'_>, ui: &Ui, plot: &Plot, spot: &Spot, is_selected: bool) {
    let area = plot.at(spot.cell);
    let rows = ui.shown().ranking().rows();
    let text = match spot.places.as_slice() {
        [only] => rows[*only].rank.unwrap_or(only + 1).to_string(),
        several => format!("×{}", several.len()),
    };
    let role = if is_selected { Role::Lit } else { Role::Strong };
    canvas.text(area, &text, role);
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

fn draw_legend(canvas: &mut Canvas<'_>, ui: &Ui, plot: &Plot) {
    let sign = limit_sign(ui.axes());
    let mut legend = format!("· served line   {sign} score 10");
    let mut spots = ui.shown().landscape().spots.iter();
    if !ui.shown().ghosts().is_empty() {
        legend.push_str("   ○ as it is");
    } else if spots.any(|spot| spot.places.len() > 1) {
        legend.push_str("   ×2 two jobs");
    }
    if ui.shown().landscape().spots.is_empty() {
        "Nobody rated a job yet".clone_into(&mut legend);
    }
    canvas.text(plot.legend, &legend, Role::Quiet);
}
