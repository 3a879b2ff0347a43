//! The segments side by side: a row for each job, a column for each segment, and before them one for
//! all together. The column of the segment that counts decides the order, and shows how sure its
//! figures are. Pure geometry.

use super::Ui;
use super::layout::Table;
use crate::app::geometry::{Area, scrolled};
use crate::app::{Cx, Mouse};
use crate::domain::Id;

/// Where the segments are.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The rows of the jobs; its head has two rows and the names of the columns.
    pub table: Table,
    /// Where the name of a job stands in its row.
    pub job: (u16, u16),
    /// The columns in view.
    pub columns: Vec<Column>,
    /// The first segment in view, from 0; all together are always in view.
    pub first: usize,
    /// How many segments are out of view on each side.
    pub hidden: (usize, usize),
}

/// The column of a segment, or of all together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Which; none is all together.
    pub segment: Option<Id>,
    /// Its first cell, from the left end of a row.
    pub x: u16,
    /// How many cells it has.
    pub width: u16,
    /// How many of them are for the interval, at its end.
    pub interval: u16,
}

/// A figure with whose it is, a band and a rank: `t≈17.5 E 12=`.
const FIGURES: u16 = 12;

/// An interval: ` 10.0–20.0`.
const INTERVAL: u16 = 11;

/// Between two columns.
const GAP: u16 = 2;

/// The narrowest and the widest that the name of a job gets, and how much of its column is for the
/// mark before it and the sign behind it.
const JOB: (u16, u16) = (16, 52);
const SIGNS: u16 = 3;

/// How many rows the head has: names, and who answered.
const HEAD: u16 = 2;

/// Lays the segments out in an area.
pub(super) fn layout(ui: &Ui, area: Area) -> Layout {
    let segments = ui.shown.segments();
    let chosen = ui.scope.segment.as_ref();
    let at = chosen.and_then(|id| segments.iter().position(|there| there == id));
    let besides = SIGNS + JOB.0 + INTERVAL + FIGURES + GAP;
    let room = area.width.saturating_sub(besides);
    let fitting = usize::from(room / (FIGURES + GAP)).clamp(1, segments.len().max(1));
    let first = scrolled(ui.first_segment, at.unwrap_or(0), fitting, segments.len());
    let in_view = segments.iter().skip(first).take(fitting);
    let shown = std::iter::once(None).chain(in_view.map(|id| Some(id.clone())));
    let columns: Vec<Option<Id>> = shown.collect();
    let count = u16::try_from(columns.len()).unwrap_or(u16::MAX);
    // Where even the narrowest name has no room beside it, the interval is left out.
    let has_interval = area.width >= besides + FIGURES + GAP;
    let interval = if has_interval { INTERVAL } else { 0 };
    let taken = interval + count.saturating_mul(FIGURES + GAP);
    let job = area.width.saturating_sub(taken + SIGNS).min(JOB.1);
    Layout {
        table: Table::of(ui, area, HEAD),
        job: (1, job),
        columns: placed(columns, chosen, (SIGNS + job, interval)),
        first,
        hidden: (first, segments.len().saturating_sub(first + fitting)),
    }
}

fn placed(
    columns: Vec<Option<Id>>,
    chosen: Option<&Id>,
    (start, interval): (u16, u16),
) -> Vec<Column> {
    let mut x = start;
    let mut placed = Vec::new();
    for segment in columns {
        let is_chosen = segment.as_ref() == chosen;
        let interval = if is_chosen { interval } else { 0 };
        let width = FIGURES + interval;
        placed.push(Column {
            segment,
            x,
            width,
            interval,
        });
        x += width + GAP;
    }
    placed
}

/// What a column is called, in the room that it has.
pub fn name<'a>(column: &Column, cx: Cx<'a>) -> &'a str {
    let segments = cx.workspace.segments();
    let Some(id) = &column.segment else {
        return "all";
    };
    segments.get(id).map_or("", |segment| segment.name.as_str())
}

/// The column whose head is under the mouse.
pub(super) fn column_at(layout: &Layout, mouse: Mouse) -> Option<&Column> {
    let mut columns = layout.columns.iter();
    columns.find(|column| {
        let head = layout.table.head.columns(column.x, column.width);
        head.contains(mouse.x, mouse.y)
    })
}

/// What stands at the end of the head where segments are out of view.
pub fn hidden(layout: &Layout) -> String {
    let (left, right) = layout.hidden;
    match (left, right) {
        (0, 0) => String::new(),
        (0, right) => format!("{right} more →"),
        (left, 0) => format!("← {left} more"),
        (left, right) => format!("← {left} more {right} →"),
    }
}
