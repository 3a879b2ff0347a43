//! The mouse on the roadmap: a click selects a row, a point or a card, a second one opens it, the
//! wheel scrolls what is under it, and in the lanes a card is dragged from one to another.

use super::caption;
use super::fate::Deciding;
use super::lanes::{LANES, Lane};
use super::layout::{Layout, Table, layout};
use super::plot::place_at;
use super::segments::column_at;
use super::{Action, Ui, open, update};
use crate::app::lists::Go;
use crate::app::{Cx, Mouse, MouseKind, Out};
use crate::domain::Id;

use super::columns::Column;

/// A card that is held with the mouse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drag {
    /// The job.
    pub job: Id,
    /// Where the mouse is; none until it moved.
    pub at: Option<(u16, u16)>,
    /// Whether the job was selected before it was taken.
    was_selected: bool,
}

/// How many rows the wheel scrolls.
const WHEEL: usize = 3;

/// Takes the mouse.
pub fn point(ui: &mut Ui, mouse: Mouse, cx: Cx<'_>, out: &mut Out) {
    match mouse.kind {
        MouseKind::Press => press(ui, mouse, cx, out),
        MouseKind::Drag => {
            if let Some(drag) = &mut ui.drag {
                drag.at = Some((mouse.x, mouse.y));
            }
        }
        MouseKind::Release => release(ui, mouse, cx, out),
        MouseKind::WheelUp => wheel(ui, mouse, Go::PageUp, cx),
        MouseKind::WheelDown => wheel(ui, mouse, Go::PageDown, cx),
    }
}

fn press(ui: &mut Ui, mouse: Mouse, cx: Cx<'_>, out: &mut Out) {
    let layout = layout(ui, cx.area);
    if let Some(action) = button_at(ui, &layout, mouse, cx) {
        update(ui, action, cx, out);
        return;
    }
    if let Some(column) = layout.segments().and_then(|all| column_at(all, mouse)) {
        ui.scope.segment.clone_from(&column.segment);
        return;
    }
    let Some(place) = job_at(ui, &layout, mouse) else {
        return;
    };
    let was_selected = ui.place == place;
    ui.select_place(place);
    let Some(job) = ui.job(cx) else { return };
    if layout.lanes().is_some() {
        ui.drag = Some(Drag {
            job: job.id.clone(),
            at: None,
            was_selected,
        });
    } else if was_selected {
        update(ui, Action::Open, cx, out);
    }
}

/// What a click on the caption or on the head of the figures does.
fn button_at(ui: &Ui, layout: &Layout, mouse: Mouse, cx: Cx<'_>) -> Option<Action> {
    if layout.caption.contains(mouse.x, mouse.y) {
        let parts = caption::parts(ui, cx, layout.caption);
        let part = parts
            .iter()
            .find(|part| part.area.contains(mouse.x, mouse.y))?;
        return part.action;
    }
    if let Some(lane) = lane_at(layout, mouse) {
        let is_load = lane.load.contains(mouse.x, mouse.y) || lane.gauge.contains(mouse.x, mouse.y);
        return is_load.then_some(Action::Capacity);
    }
    let table = layout.table()?;
    let column = table.columns.iter().find(|placed| {
        let head = table.head.columns(placed.x, placed.width);
        head.contains(mouse.x, mouse.y)
    })?;
    matches!(column.column, Column::Figure | Column::Range).then_some(Action::PickLens)
}

/// The place of the job under the mouse.
fn job_at(ui: &Ui, layout: &Layout, mouse: Mouse) -> Option<usize> {
    let here = |areas: &[(crate::app::geometry::Area, usize)]| {
        let mut areas = areas.iter();
        let hit = areas.find(|(area, _)| area.contains(mouse.x, mouse.y));
        hit.map(|(_, place)| *place)
    };
    if let Some(lanes) = layout.lanes() {
        return lanes.lanes.iter().find_map(|lane| here(&lane.cards));
    }
    let in_table = layout.table().and_then(|table| here(&table.rows));
    in_table.or_else(|| {
        let plot = layout.plot()?;
        place_at(ui, plot, plot.cell_at(mouse.x, mouse.y)?)
    })
}

/// The lane under the mouse.
fn lane_at(layout: &Layout, mouse: Mouse) -> Option<&Lane> {
    let mut lanes = layout.lanes()?.lanes.iter();
    lanes.find(|lane| lane.area.contains(mouse.x, mouse.y))
}

fn release(ui: &mut Ui, mouse: Mouse, cx: Cx<'_>, out: &mut Out) {
    let Some(drag) = ui.drag.take() else { return };
    let Some(job) = cx.workspace.jobs().get(&drag.job) else {
        return;
    };
    if drag.at.is_none() {
        if drag.was_selected {
            open(job, out);
        }
        return;
    }
    let layout = layout(ui, cx.area);
    match lane_at(&layout, mouse) {
        Some(lane) if LANES[lane.lane] != job.fate => {
            let shown = &ui.shown;
            Deciding { job, shown, cx }.put(LANES[lane.lane], out);
        }
        Some(_) => {}
        None => out.refuse("Dropped outside the lanes; nothing was moved"),
    }
}

/// Scrolls what is under the mouse. The cursor comes along only where it would go out of view.
fn wheel(ui: &mut Ui, mouse: Mouse, go: Go, cx: Cx<'_>) {
    let layout = layout(ui, cx.area);
    if let Some(lane) = lane_at(&layout, mouse) {
        scroll_lane(ui, lane, go);
    } else if let Some(table) = layout.table() {
        scroll_table(ui, table, go);
    } else {
        let place = go.from(ui.place, ui.count(), 1);
        ui.select_place(place);
    }
}

fn scroll_table(ui: &mut Ui, table: &Table, go: Go) {
    let height = table.rows.len();
    let starts = ui.count().saturating_sub(height) + 1;
    ui.first = go.from(table.first, starts, WHEEL);
    let last = ui.first + height.saturating_sub(1);
    let place = ui.place.clamp(ui.first, last);
    ui.select_place(place);
}

fn scroll_lane(ui: &mut Ui, lane: &Lane, go: Go) {
    let height = lane.cards.len();
    let jobs = &ui.shown.lanes()[lane.lane];
    // Cards differ in height: the last of them are in view when none is below.
    let starts = match lane.hidden {
        (above, 0) => above + 1,
        _ => jobs.len(),
    };
    let first = go.from(lane.hidden.0, starts, 1);
    let in_view = jobs.get(first..first + height).unwrap_or_default();
    let place = match (jobs.binary_search(&ui.place), in_view) {
        (Ok(_), [top, .., bottom]) => ui.place.clamp(*top, *bottom),
        (Ok(_), [only]) => *only,
        _ => ui.place,
    };
    ui.lanes.cards[lane.lane] = first;
    ui.select_place(place);
}
