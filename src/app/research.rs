//! The research: what is known of the customers. The vision, their needs with the evidence, their
//! segments, and the studies that asked them.
//!
//! Nothing here commits a change, and nothing here draws.

use super::fields::Subject;
use super::geometry::Area;
use super::lists::Go;
use super::overlay::Overlay;
use super::overlay::form::Form;
use super::{Cx, Mouse, MouseKind, Out};
use crate::domain::{Id, removal};

/// What can be done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the table says what each does")]
pub enum Action {
    AddNeed,
    Edit,
    Delete,
}

/// Where one is.
#[derive(Clone, Debug, Default)]
pub struct Ui {
    /// The place of the row that has the keys, from 0.
    place: usize,
    /// The first row that is in view.
    first: usize,
}

/// One thing that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The vision.
    Vision,
    /// A need.
    Need(Id),
    /// A segment.
    Segment(Id),
    /// A study.
    Study(Id),
}

/// The rows that are in view, from the top.
#[derive(Clone, Debug)]
pub struct Layout {
    /// Each with its place on the screen, and whether it has the keys.
    pub rows: Vec<(Area, Spot, bool)>,
}

/// Everything that can be gone to, in order.
pub fn spots(cx: Cx<'_>) -> Vec<Spot> {
    let workspace = cx.workspace;
    let mut spots = vec![Spot::Vision];
    spots.extend(workspace.needs().keys().cloned().map(Spot::Need));
    spots.extend(workspace.segments().keys().cloned().map(Spot::Segment));
    spots.extend(workspace.studies().keys().cloned().map(Spot::Study));
    spots
}

/// Where everything is.
pub fn layout(ui: &Ui, cx: Cx<'_>) -> Layout {
    let page = usize::from(cx.area.height);
    let spots = spots(cx).into_iter().enumerate().skip(ui.first).take(page);
    let rows = (0..).zip(spots).map(|(row, (place, spot))| {
        let area = cx.area.row(row);
        (area, spot, place == ui.place)
    });
    Layout {
        rows: rows.collect(),
    }
}

/// Does what an action says.
pub fn update(ui: &mut Ui, action: Action, cx: Cx<'_>, out: &mut Out) {
    match action {
        Action::AddNeed => open(Subject::NewNeed, cx, out),
        Action::Edit => edit(ui, cx, out),
        Action::Delete => delete(ui, cx, out),
    }
}

/// Goes somewhere else.
pub fn go(ui: &mut Ui, go: Go, cx: Cx<'_>) {
    ui.place = go.from(ui.place, spots(cx).len(), cx.area.height.into());
}

/// Does what the mouse says.
pub fn point(ui: &mut Ui, mouse: Mouse, cx: Cx<'_>, out: &mut Out) {
    match mouse.kind {
        MouseKind::Press => {
            let rows = layout(ui, cx).rows;
            let hit = rows.iter().position(|row| row.0.contains(mouse.x, mouse.y));
            match hit.map(|row| row + ui.first) {
                Some(place) if place == ui.place => edit(ui, cx, out),
                Some(place) => ui.place = place,
                None => {}
            }
        }
        MouseKind::WheelUp => go(ui, Go::Up, cx),
        MouseKind::WheelDown => go(ui, Go::Down, cx),
        MouseKind::Drag | MouseKind::Release => {}
    }
}

/// Keeps the cursor on something that is there, and in view.
pub fn follow(ui: &mut Ui, cx: Cx<'_>) {
    ui.place = ui.place.min(spots(cx).len().saturating_sub(1));
    let page = usize::from(cx.area.height).max(1);
    ui.first = ui
        .first
        .clamp((ui.place + 1).saturating_sub(page), ui.place);
}

fn edit(ui: &Ui, cx: Cx<'_>, out: &mut Out) {
    match spots(cx).get(ui.place) {
        Some(Spot::Need(id)) => open(Subject::Need(id.clone()), cx, out),
        Some(Spot::Segment(id)) => open(Subject::Segment(id.clone()), cx, out),
        Some(Spot::Study(id)) => open(Subject::Study(id.clone()), cx, out),
        Some(Spot::Vision) | None => open(Subject::Workspace, cx, out),
    }
}

fn delete(ui: &Ui, cx: Cx<'_>, out: &mut Out) {
    match spots(cx).get(ui.place) {
        Some(Spot::Need(id) | Spot::Segment(id) | Spot::Study(id)) => {
            if let Some(change) = removal::remove(cx.workspace, id) {
                out.change(change);
            }
        }
        Some(Spot::Vision) | None => {
            out.refuse("The vision can't be deleted; empty its fields instead");
        }
    }
}

fn open(subject: Subject, cx: Cx<'_>, out: &mut Out) {
    let form = Form::for_subject(subject, cx.workspace, cx.now);
    out.open(Overlay::Form(form));
}
