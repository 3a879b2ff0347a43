//! The trace, walked: columns from the vision to the KPIs, of which one has the keys. Enter goes
//! deeper, Esc comes back; to the right of what is selected stands everything that hangs on it.
//!
//! What hangs on what is the business of [`crate::insight::trace`].

pub mod layout;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::app::geometry::scrolled;
use crate::app::lists::Go;
use crate::app::{Cx, Mouse, MouseKind, Out, Visit};
use crate::domain::Id;
use crate::insight::trace::{Level, Link, Trace};
use layout::layout;

use super::spot::Thing;

/// What can be done in the trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the table says what each does")]
pub enum Action {
    Deeper,
    Back,
    Open,
}

/// Where one is in the trace.
#[derive(Clone, Debug)]
pub struct Ui {
    trace: Arc<Trace>,
    /// Of which state of the workspace the trace speaks.
    revision: u64,
    /// The links from the vision to the selected one.
    path: Vec<Link>,
    /// How long the path was when the trace was opened: from there Esc leaves.
    entry: usize,
    /// What stands in each column.
    columns: Vec<Vec<Link>>,
    /// The first link in view of each column.
    first: [usize; Level::ALL.len()],
}

impl Ui {
    /// A trace from the vision to what an id names; at the vision where it names nothing in a
    /// chain.
    pub fn to(id: Option<&Id>, cx: Cx<'_>) -> Self {
        let trace = Trace::of(cx.workspace);
        let path = id.map_or_else(|| vec![Link::Vision], |id| trace.path(cx.workspace, id));
        let mut ui = Self {
            trace: Arc::new(trace),
            revision: cx.derived.revision(),
            entry: path.len(),
            path,
            columns: Vec::new(),
            first: [0; Level::ALL.len()],
        };
        follow(&mut ui, cx);
        ui
    }

    /// The links from the vision to the selected one.
    pub fn path(&self) -> &[Link] {
        &self.path
    }

    /// What is selected.
    pub fn selected(&self) -> &Link {
        self.path.last().unwrap_or(&Link::Vision)
    }

    /// The column that has the keys, from 0.
    pub fn focused(&self) -> usize {
        self.path.len().saturating_sub(1)
    }

    /// What stands in a column.
    pub fn column(&self, place: usize) -> &[Link] {
        self.columns.get(place).map_or(&[], Vec::as_slice)
    }

    /// What hangs on what.
    pub fn trace(&self) -> &Trace {
        &self.trace
    }
}

/// Does what an action says.
pub(in crate::app) fn update(ui: &mut Ui, action: Action, cx: Cx<'_>, out: &mut Out) {
    match action {
        Action::Deeper => deeper(ui, cx, out),
        Action::Back if ui.path.len() > ui.entry => {
            ui.path.pop();
        }
        Action::Back => out.visit(Visit::Back),
        Action::Open => open(ui, out),
    }
    follow(ui, cx);
}

/// Goes along the column, deeper, or up towards the vision.
pub(super) fn go(ui: &mut Ui, go: Go, cx: Cx<'_>, out: &mut Out) {
    match go {
        Go::Right => deeper(ui, cx, out),
        Go::Left if ui.path.len() > 1 => {
            ui.path.pop();
        }
        Go::Left => out.say("The vision is where it begins"),
        Go::Up | Go::Down | Go::First | Go::Last | Go::PageUp | Go::PageDown => {
            let column = ui.column(ui.focused());
            let place = place_of(column, ui.selected());
            let next = go.from(place, column.len(), layout::page(cx.area));
            if let Some(next) = column.get(next).cloned() {
                ui.path.pop();
                ui.path.push(next);
            }
        }
    }
    follow(ui, cx);
}

/// Takes the mouse: a click selects, a click on what is selected goes deeper, the wheel goes along
/// the column that has the keys.
pub(super) fn point(ui: &mut Ui, mouse: Mouse, cx: Cx<'_>, out: &mut Out) {
    match mouse.kind {
        MouseKind::Press => {
            let layout = layout(ui, cx);
            let mut path = layout.path.iter();
            let on_path = path.position(|(area, _)| area.contains(mouse.x, mouse.y));
            match (on_path, layout.link_at(mouse.x, mouse.y)) {
                (Some(place), _) => ui.path.truncate(place + 1),
                (None, Some((_, link))) if link == *ui.selected() => deeper(ui, cx, out),
                (None, Some((column, link))) => select(ui, column, link, cx),
                (None, None) => {}
            }
            follow(ui, cx);
        }
        MouseKind::WheelUp => go(ui, Go::Up, cx, out),
        MouseKind::WheelDown => go(ui, Go::Down, cx, out),
        MouseKind::Drag | MouseKind::Release => {}
    }
}

/// Keeps the path on what is there, fills the columns, and brings what is selected into view.
pub(super) fn follow(ui: &mut Ui, cx: Cx<'_>) {
    if ui.revision != cx.derived.revision() {
        ui.trace = Arc::new(Trace::of(cx.workspace));
        ui.revision = cx.derived.revision();
    }
    ui.columns = vec![vec![Link::Vision]];
    let mut path = vec![Link::Vision];
    for link in ui.path.iter().skip(1) {
        let behind = ui.trace.behind(cx.workspace, &path[path.len() - 1]);
        if !behind.contains(link) {
            break;
        }
        ui.columns.push(behind);
        path.push(link.clone());
    }
    ui.path = path;
    let below = ui.trace.below(cx.workspace, ui.selected());
    ui.columns.extend(below);
    scroll(ui, cx);
}

fn scroll(ui: &mut Ui, cx: Cx<'_>) {
    let page = layout::page(cx.area);
    for (column, first) in ui.first.iter_mut().enumerate() {
        let links = ui.columns.get(column).map_or(&[][..], Vec::as_slice);
        *first = match ui.path.get(column) {
            Some(link) => scrolled(*first, place_of(links, link), page, links.len()),
            None => 0,
        };
    }
}

fn place_of(links: &[Link], link: &Link) -> usize {
    links.iter().position(|there| there == link).unwrap_or(0)
}

/// Goes to the first of what hangs on the selected link; where nothing does, says what is missing.
fn deeper(ui: &mut Ui, cx: Cx<'_>, out: &mut Out) {
    let behind = ui.trace.behind(cx.workspace, ui.selected());
    match behind.into_iter().next() {
        Some(link) => ui.path.push(link),
        None if matches!(ui.selected(), Link::Kpi(_)) => open(ui, out),
        None => {
            let gaps = ui.trace.gaps(cx.workspace, ui.selected());
            let gap = gaps.last().map(ToString::to_string);
            out.refuse(gap.unwrap_or_else(|| "Nothing hangs on it yet".to_owned()));
        }
    }
}

/// Selects a link of a column: one of those beside the path, or one that hangs on what is selected.
fn select(ui: &mut Ui, column: usize, link: Link, cx: Cx<'_>) {
    if column < ui.path.len() {
        ui.path.truncate(column);
        ui.path.push(link);
    } else if let Some(way) = ui.trace.way(cx.workspace, ui.selected(), &link) {
        ui.path.extend(way);
    }
}

/// Goes to where the selected link stands: in the research, on its card, on the roadmap.
fn open(ui: &Ui, out: &mut Out) {
    match ui.selected() {
        Link::Vision => out.visit(Visit::Research(Thing::Vision)),
        Link::Need(id) => out.visit(Visit::Research(Thing::Need(id.clone()))),
        Link::Outcome(id) | Link::NoJob(id) | Link::Initiative(id) | Link::Kpi(id) => {
            out.visit(Visit::Card(id.clone()));
        }
        Link::Job(id) => out.visit(Visit::Job(id.clone())),
        Link::NoNeed | Link::NoOutcome => {
            out.refuse("It stands for what is missing; choose one of those that hang on it");
        }
    }
}
