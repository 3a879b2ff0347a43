//! The readings of a KPI over time: a bar a period, the latest in the colour of the status, the
//! highest and the lowest value at the left, the target as a line across, the first and the latest
//! reading in words below.

use crate::app::geometry::Area;
use crate::app::wrap::cells;
use crate::domain::{Kpi, Reading};
use crate::insight::kpi_status::status;
use crate::view::figures::{sign, with_unit};
use crate::view::paint::Canvas;
use crate::view::sparkline::{Scale, eighths, periods};
use crate::view::theme::Role;

/// The widest that a bar becomes.
const WIDEST: u16 = 6;

/// Draws the readings of a KPI.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Area, kpi: &Kpi) {
    let Some(scale) = Scale::of(kpi).map(from_zero) else {
        return;
    };
    let high = area.height.saturating_sub(1);
    let (top, bottom) = (figure(scale.high), figure(scale.low));
    let labels = cells(&top).max(cells(&bottom));
    let target = kpi.target.map(|target| format!(" target {target}"));
    let right = target.as_deref().map_or(0, cells);
    let room = area.width.saturating_sub(labels + 1 + right);
    let plot = area.right_of(labels + 1).rows(0, high).columns(0, room);
    if plot.is_empty() {
        return;
    }
    let axis = area.columns(0, labels);
    canvas.text_right(axis.row(0), &top, Role::Quiet);
    canvas.text_right(axis.row(high - 1), &bottom, Role::Quiet);
    let periods = periods(kpi, plot.width.into());
    let bar = bar_width(plot.width, periods.len());
    let used = plot.columns(0, cells_of(periods.len()).saturating_mul(bar.0 + bar.1));
    if let (Some(value), Some(words)) = (kpi.target, &target) {
        let level = height_of(scale, value.get(), high);
        let row = high - level.div_ceil(8).clamp(1, high);
        canvas.fill(used.row(row), '╌', Role::Good);
        let behind = plot.row(row).x + used.width;
        let label = Area {
            x: behind,
            width: right,
            ..plot.row(row)
        };
        canvas.text(label, words, Role::Good);
    }
    for (place, reading) in (0..).zip(&periods) {
        let column = plot.columns(place * (bar.0 + bar.1), bar.0);
        if let Some(reading) = reading {
            let is_latest = usize::from(place) + 1 == periods.len();
            let role = if is_latest {
                sign(status(kpi)).1
            } else {
                Role::Quiet
            };
            draw_bar(
                canvas,
                column,
                height_of(scale, reading.value.get(), high),
                role,
            );
        }
    }
    ends(canvas, area.right_of(labels + 1).below(high), kpi);
}

/// A scale that begins at zero, unless that would leave the values less than half of the room.
fn from_zero(scale: Scale) -> Scale {
    let low = if (0.0..=scale.high / 2.0).contains(&scale.low) {
        0.0
    } else {
        scale.low
    };
    Scale { low, ..scale }
}

/// A bar of so many eighths of a cell, from the bottom of a column up.
fn draw_bar(canvas: &mut Canvas<'_>, column: Area, level: u16, role: Role) {
    let (full, part) = (level / 8, level % 8);
    // The line of the target shows between the bars, not on them.
    canvas.clear(column.below(column.height.saturating_sub(level.div_ceil(8))));
    canvas.fill(column.below(column.height.saturating_sub(full)), '█', role);
    if part > 0 {
        let row = column.height.saturating_sub(full + 1);
        canvas.fill(column.row(row), eighths(part.into(), canvas.glyphs()), role);
    }
}

/// The first and the latest reading, with their dates.
fn ends(canvas: &mut Canvas<'_>, row: Area, kpi: &Kpi) {
    let words = |reading: &Reading| {
        format!(
            "{} {}",
            reading.date.in_words(),
            with_unit(reading.value, kpi)
        )
    };
    let first = kpi.readings.iter().min_by_key(|reading| reading.date);
    let text = match (first, kpi.latest()) {
        (Some(first), Some(last)) if first.date != last.date => {
            format!("{} → {}", words(first), words(last))
        }
        (_, Some(only)) => words(only),
        (_, None) => return,
    };
    canvas.text(row, &text, Role::Quiet);
}

/// The cells of a bar and of the gap behind it.
fn bar_width(room: u16, bars: usize) -> (u16, u16) {
    let each = room / cells_of(bars).max(1);
    match each {
        0..=1 => (1, 0),
        2.. => ((each - 1).min(WIDEST), 1),
    }
}

/// How high a value is among `rows`, in eighths of a row; never nothing.
fn height_of(scale: Scale, value: f64, rows: u16) -> u16 {
    let levels = usize::from(rows) * 8;
    u16::try_from(scale.level(value, levels) + 1).unwrap_or(u16::MAX)
}

/// A value at the edge of the scale, as short as it is.
fn figure(value: f64) -> String {
    value.to_string()
}

fn cells_of(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
