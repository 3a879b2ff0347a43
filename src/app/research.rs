//! The research: what is known of the customers. The vision with its assumptions, their needs with
//! the evidence, their segments, and the studies that asked them; and the trace from the vision to
//! the KPIs.
//!
//! One goes along it as along a card: up and down along the rows, right into the details of the
//! selected thing, left back out. Nothing here commits a change, and nothing here draws.

pub mod facts;
pub mod rows;
pub mod spot;
pub mod trace;

mod add;
mod edit;
mod find;
pub(super) mod links;
#[cfg(test)]
mod tests;

use super::geometry::Area;
use super::listing::pane::{Pane, Sides, sides};
use super::listing::{Cursor, LABEL, Spot as _};
use super::lists::{Go, Way};
use super::{Cx, Model, Mouse, MouseKind, Out, Screen, Visit};
use crate::domain::Id;
use facts::Facts;
use rows::Face;
use spot::{Section, Spot, Thing};
use std::sync::Arc;

/// What can be done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the table says what each does")]
pub enum Action {
    Edit,
    EditAll,
    AddNeed,
    AddEvidence,
    AddSegment,
    AddAssumption,
    Link,
    Delete,
    Step,
    Earlier,
    Later,
    NextSection,
    PreviousSection,
    Find,
    Leave,
}

/// Where one is.
#[derive(Clone, Debug)]
pub struct Ui {
    cursor: Cursor<Spot>,
    facts: Arc<Facts>,
    /// The trace, where it is shown instead.
    trace: Option<trace::Ui>,
}

/// Where everything is.
pub type Layout<'a> = Sides<Spot, Face<'a>>;

impl Default for Ui {
    fn default() -> Self {
        Self {
            cursor: Cursor::at(Spot::Field(Thing::Vision, "vision.customer")),
            facts: Arc::default(),
            trace: None,
        }
    }
}

impl Ui {
    /// What is selected.
    pub fn selected(&self) -> &Spot {
        self.cursor.selected()
    }

    /// What is known of the research.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The trace, where it is shown.
    pub fn trace(&self) -> Option<&trace::Ui> {
        self.trace.as_ref()
    }

    /// Selects a thing.
    pub fn select(&mut self, thing: Thing) {
        self.trace = None;
        let spot = match thing {
            Thing::Vision => Spot::Field(Thing::Vision, "vision.customer"),
            Thing::Assumption(_)
            | Thing::Need(_)
            | Thing::Evidence(..)
            | Thing::Segment(_)
            | Thing::Study(_) => Spot::Thing(thing),
        };
        self.cursor.select(spot);
    }

    /// Selects a thing without going anywhere.
    pub(super) fn point_at(&mut self, thing: Thing) {
        self.cursor.select(Spot::Thing(thing));
    }

    /// Shows the trace to what an id names, instead of the list.
    pub(super) fn show_trace(&mut self, id: Option<&Id>, cx: Cx<'_>) {
        self.trace = Some(trace::Ui::to(id, cx));
    }

    /// Shows the list again instead of the trace.
    pub(super) fn leave_trace(&mut self) {
        self.trace = None;
    }

    fn trace_mut(&mut self) -> Option<&mut trace::Ui> {
        self.trace.as_mut()
    }
}

/// Where everything is.
pub fn layout<'a>(ui: &Ui, cx: Cx<'a>) -> Layout<'a> {
    // The last column stays free, so that nothing touches the edge of the screen.
    let area = cx.area.columns(0, cx.area.width.saturating_sub(1));
    let (list, beside) = sides(area);
    let opened = Some(ui.selected()).filter(|_| beside.is_none());
    let rows = rows::list(cx, &ui.facts, opened, list.width);
    let detail = beside.map(|area| {
        let rows = rows::detail(cx, &ui.facts, ui.selected(), area.width);
        Pane::new(area, rows, ui.cursor.detail_first)
    });
    Sides {
        head: None,
        list: Pane::new(list, rows, ui.cursor.list_first),
        detail,
    }
}

/// Does what an action says.
pub fn update(ui: &mut Ui, action: Action, cx: Cx<'_>, out: &mut Out) {
    match action {
        Action::Edit => edit::edit(ui, cx, out),
        Action::EditAll => edit::edit_all(ui, cx, out),
        Action::AddNeed => add::need(cx, out),
        Action::AddEvidence => add::evidence(ui, cx, out),
        Action::AddSegment => add::segment(cx, out),
        Action::AddAssumption => add::assumption(cx, out),
        Action::Link => links::choose(ui, cx, out),
        Action::Delete => edit::delete(ui, cx, out),
        Action::Step => edit::step(ui, cx, out),
        Action::Earlier => edit::shift(ui, Way::Earlier, cx, out),
        Action::Later => edit::shift(ui, Way::Later, cx, out),
        Action::NextSection => to_section(ui, cx, 1),
        Action::PreviousSection => to_section(ui, cx, -1),
        Action::Find => find::find(ui, cx, out),
        Action::Leave => leave(ui, out),
    }
}

/// Whether an action does something to what is selected: the footer does not offer what it does not.
pub fn offers(ui: &Ui, action: Action, cx: Cx<'_>) -> bool {
    match action {
        Action::Step => edit::next(ui, cx).is_some(),
        Action::Link => matches!(
            ui.selected().shows(),
            Some(Thing::Need(_) | Thing::Segment(_))
        ),
        Action::Edit
        | Action::EditAll
        | Action::AddNeed
        | Action::AddEvidence
        | Action::AddSegment
        | Action::AddAssumption
        | Action::Delete
        | Action::Earlier
        | Action::Later
        | Action::NextSection
        | Action::PreviousSection
        | Action::Find
        | Action::Leave => true,
    }
}

/// Does what an action of the trace says.
pub(super) fn update_trace(ui: &mut Ui, action: trace::Action, cx: Cx<'_>, out: &mut Out) {
    if let Some(trace) = ui.trace_mut() {
        trace::update(trace, action, cx, out);
    }
}

/// Goes somewhere else.
pub fn go(ui: &mut Ui, go: Go, cx: Cx<'_>, out: &mut Out) {
    if let Some(trace) = ui.trace_mut() {
        return trace::go(trace, go, cx, out);
    }
    match go {
        Go::Right => {
            let line = Spot::shown(ui.selected()).filter(|line| line == ui.selected());
            let inside = line.and_then(|line| rows::first_inside(cx, &ui.facts, &line));
            if let Some(spot) = inside {
                ui.cursor.select(spot);
            }
        }
        Go::Left => {
            if let Some(line) = ui.selected().line() {
                ui.cursor.select(line);
            }
        }
        Go::Up | Go::Down | Go::First | Go::Last | Go::PageUp | Go::PageDown => {
            let layout = layout(ui, cx);
            ui.cursor.go(go, &layout);
        }
    }
}

/// One step out: of the details, then of the screen.
fn leave(ui: &mut Ui, out: &mut Out) {
    match ui.selected().line() {
        Some(line) => ui.cursor.select(line),
        None => out.visit(Visit::Back),
    }
}

fn to_section(ui: &mut Ui, cx: Cx<'_>, by: isize) {
    let layout = layout(ui, cx);
    let rows = &layout.list.rows;
    let is_heading = |place: &usize| match &rows[*place].face {
        Face::Heading(section, _) => is_of_list(section),
        _ => false,
    };
    let headings = (0..rows.len()).filter(is_heading);
    let starts = headings.filter_map(|place| rows[place..].iter().find_map(|row| row.spot.clone()));
    let starts: Vec<Spot> = starts.collect();
    ui.cursor.go_to_section(by, &starts, &layout);
}

/// Whether a section is one of the list, not of the details of a thing.
fn is_of_list(section: &Section) -> bool {
    match section {
        Section::Vision
        | Section::Assumptions
        | Section::Needs
        | Section::Segments
        | Section::Studies => true,
        Section::Evidence(_)
        | Section::Serving(_)
        | Section::NeedsOf(_)
        | Section::OutcomesOf(_)
        | Section::Heard(_)
        | Section::Respondents(_)
        | Section::Asked(_) => false,
    }
}

/// Takes the mouse: a click selects, a click on what is selected opens it, the wheel goes along what
/// is under it.
pub fn point(ui: &mut Ui, mouse: Mouse, cx: Cx<'_>, out: &mut Out) {
    if let Some(trace) = ui.trace_mut() {
        return trace::point(trace, mouse, cx, out);
    }
    let layout = layout(ui, cx);
    let beside = layout.detail.as_ref();
    let is_beside = beside.is_some_and(|pane| pane.area.contains(mouse.x, mouse.y));
    let is_read = is_beside && ui.selected().line().is_none();
    match mouse.kind {
        MouseKind::Press => {
            let Some(spot) = layout.spot_at(mouse.x, mouse.y) else {
                return;
            };
            if spot == *ui.selected() {
                edit::edit(ui, cx, out);
            } else {
                ui.cursor.select(spot);
            }
        }
        MouseKind::WheelUp if is_read => ui.cursor.read_up(),
        MouseKind::WheelDown if is_read => ui.cursor.read_down(),
        MouseKind::WheelUp => go(ui, Go::Up, cx, out),
        MouseKind::WheelDown => go(ui, Go::Down, cx, out),
        MouseKind::Drag | MouseKind::Release => {}
    }
}

/// Brings what is known up to date, and keeps the cursor on something that is there, and in view.
pub fn follow(ui: &mut Ui, cx: Cx<'_>) {
    Arc::make_mut(&mut ui.facts).refresh(cx);
    if let Some(trace) = ui.trace_mut() {
        trace::follow(trace, cx);
    }
    let before = layout(ui, cx);
    ui.cursor.settle(&before);
    let layout = layout(ui, cx);
    ui.cursor.scroll(&layout);
}

/// Where the selected row is edited in place: a mark and its space stand before the text.
fn place_of_selected(model: &Model) -> Area {
    let cx = model.cx(Screen::Research);
    let layout = layout(&model.ui.research, cx);
    let spot = model.ui.research.selected();
    let area = layout.area_of(spot);
    let indent = layout.indent_of(spot) + LABEL;
    area.map_or(cx.area, |area| area.right_of(indent))
}
