//! The card: everything about one outcome, row by row, each edited where it stands.
//!
//! Up and down go along the rows, right goes into the details of the selected thing, left comes
//! back out. Nothing here commits a change; what is done with a row is in `edit`, `add` and
//! `arrange`.

pub mod layout;
pub mod rows;
pub mod spot;

mod add;
mod arrange;
mod cards;
mod edit;
#[cfg(test)]
mod tests;

use super::geometry::Area;
use super::lists::Go;
use super::{Cx, Model, Mouse, MouseKind, Out, Screen, Visit};
use crate::domain::workspace::Home;
use crate::domain::{Id, Outcome};
use layout::{Layout, Pane, layout};
use spot::{Spot, Thing};

/// What can be done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the table says what each does")]
pub enum Action {
    Edit,
    EditAll,
    AddReading,
    AddJob,
    AddInitiative,
    AddKpi,
    AddStep,
    Delete,
    Step,
    Earlier,
    Later,
    NextSection,
    PreviousSection,
    Roadmap,
    StageBefore,
    StageBehind,
    MoveTo,
    Archive,
    NextCard,
    PreviousCard,
    Leave,
}

/// Where one is.
#[derive(Clone, Debug)]
pub struct Ui {
    /// The outcome whose card is open.
    card: Option<Id>,
    /// What the card is to be opened at, until it is known where that stands.
    arriving: Option<Id>,
    from: Screen,
    selected: Spot,
    /// What there was, to notice what is added and what is gone.
    seen: Vec<Spot>,
    list_first: usize,
    detail_first: usize,
}

impl Default for Ui {
    fn default() -> Self {
        Self {
            card: None,
            arriving: None,
            from: Screen::Board,
            selected: Spot::Thing(Thing::Outcome),
            seen: Vec::new(),
            list_first: 0,
            detail_first: 0,
        }
    }
}

impl Ui {
    /// Opens a card from a screen: that of an outcome, or of the one on which an initiative, a KPI
    /// or a job hangs, with that selected.
    pub fn open(&mut self, id: Id, from: Screen) {
        self.arriving = Some(id);
        self.from = from;
    }

    /// The screen that the card was opened from.
    pub fn opened_from(&self) -> Screen {
        self.from
    }

    /// What is selected.
    pub fn selected(&self) -> &Spot {
        &self.selected
    }

    /// Selects something; the details of another thing are shown from their beginning.
    fn select(&mut self, spot: Spot) {
        let is_same = spot.opened().is_some() && spot.shown() == self.selected.shown();
        if !is_same {
            self.detail_first = 0;
        }
        self.selected = spot;
    }

    /// Turns to another card, at its statement.
    fn turn_to(&mut self, outcome: Id) {
        *self = Self {
            card: Some(outcome),
            from: self.from,
            ..Self::default()
        };
    }
}

/// The outcome whose card is open; none where it is gone.
fn at<'a>(ui: &Ui, cx: Cx<'a>) -> Option<&'a Outcome> {
    let outcome = cx.workspace.outcomes().get(ui.card.as_ref()?)?;
    Some(outcome)
}

/// Does what an action says.
pub fn update(ui: &mut Ui, action: Action, cx: Cx<'_>, out: &mut Out) {
    let Some(outcome) = at(ui, cx) else { return };
    match action {
        Action::Edit => edit::edit(ui, outcome, cx, out),
        Action::EditAll => edit::edit_all(ui, outcome, cx, out),
        Action::Delete => edit::delete(ui, outcome, cx, out),
        Action::Step => edit::step(ui, outcome, cx, out),
        Action::AddJob => add::job(outcome, cx, out),
        Action::AddInitiative => add::initiative(outcome, cx, out),
        Action::AddKpi => add::kpi(ui, outcome, cx, out),
        Action::AddStep => add::step(ui, outcome, cx, out),
        Action::AddReading => add::reading(ui, outcome, cx, out),
        Action::Earlier => arrange::shift(ui, outcome, arrange::Way::Earlier, out),
        Action::Later => arrange::shift(ui, outcome, arrange::Way::Later, out),
        Action::NextSection => to_section(ui, cx, 1),
        Action::PreviousSection => to_section(ui, cx, -1),
        Action::Roadmap => edit::roadmap(ui, out),
        Action::StageBefore => cards::to_neighbour(outcome, -1, cx, out),
        Action::StageBehind => cards::to_neighbour(outcome, 1, cx, out),
        Action::MoveTo => cards::choose_stage(outcome, cx, out),
        Action::Archive => cards::archive(outcome, cx, out),
        Action::NextCard => cards::turn(ui, outcome, 1, cx, out),
        Action::PreviousCard => cards::turn(ui, outcome, -1, cx, out),
        Action::Leave => leave(ui, out),
    }
}

/// Goes somewhere else.
pub fn go(ui: &mut Ui, go: Go, cx: Cx<'_>, _out: &mut Out) {
    let Some(layout) = layout(ui, cx) else { return };
    let way = layout.way(&ui.selected);
    let place = way.iter().position(|spot| *spot == ui.selected);
    let next = match go {
        Go::Right => inside(ui, layout.outcome, cx),
        Go::Left => outside(&ui.selected, layout.outcome),
        Go::Up | Go::Down | Go::First | Go::Last | Go::PageUp | Go::PageDown => {
            let page = layout.list.area.height.into();
            let place = go.from(place.unwrap_or(0), way.len(), page);
            way.get(place).cloned()
        }
    };
    if let Some(next) = next {
        ui.select(next);
    }
}

/// The first row inside what is selected; none where nothing is inside.
fn inside(ui: &Ui, outcome: &Outcome, cx: Cx<'_>) -> Option<Spot> {
    let thing = ui.selected.shown()?;
    let line = Spot::Thing(thing.clone());
    if thing == Thing::Outcome || ui.selected != line {
        return None;
    }
    rows::first_inside(cx, outcome, &thing)
}

/// What the selected row stands in.
fn outside(spot: &Spot, outcome: &Outcome) -> Option<Spot> {
    if let Some(thing) = spot.opened() {
        return Some(Spot::Thing(thing));
    }
    match spot {
        Spot::Thing(Thing::Kpi(kpi)) => {
            let initiative = outcome
                .initiatives
                .iter()
                .find(|initiative| initiative.kpis.iter().any(|there| there.id == *kpi))?;
            Some(Spot::Thing(Thing::Initiative(initiative.id.clone())))
        }
        Spot::Thing(_) | Spot::Field(..) | Spot::Score(_) | Spot::Empty(_) => None,
    }
}

/// One step out: of the details, then of the card.
fn leave(ui: &mut Ui, out: &mut Out) {
    match ui.selected.opened() {
        Some(thing) => ui.select(Spot::Thing(thing)),
        None => out.visit(Visit::Screen(ui.from)),
    }
}

/// Goes to the first row of the next section, or of the one before; round at the ends.
fn to_section(ui: &mut Ui, cx: Cx<'_>, by: isize) {
    let Some(layout) = layout(ui, cx) else { return };
    let starts = layout.sections();
    let whole = layout.whole();
    let place = |spot: &Spot| whole.iter().position(|there| there == spot);
    let line = ui
        .selected
        .opened()
        .map_or(ui.selected.clone(), Spot::Thing);
    let here = place(&line).unwrap_or(0);
    let section = starts
        .iter()
        .rposition(|start| place(start).is_some_and(|start| start <= here));
    let count = isize::try_from(starts.len()).unwrap_or(1);
    let section = isize::try_from(section.unwrap_or(0)).unwrap_or(0);
    let next = usize::try_from((section + by).rem_euclid(count)).unwrap_or(0);
    ui.select(starts[next].clone());
}

/// Takes the mouse: a click selects, a click on what is selected edits it, the wheel goes along
/// what is under it.
pub fn point(ui: &mut Ui, mouse: Mouse, cx: Cx<'_>, out: &mut Out) {
    let Some(layout) = layout(ui, cx) else { return };
    let beside = layout.detail.as_ref();
    let is_beside = beside.is_some_and(|pane| pane.area.contains(mouse.x, mouse.y));
    let is_read = is_beside && ui.selected.opened().is_none();
    match mouse.kind {
        MouseKind::Press => {
            let Some(spot) = layout.spot_at(mouse.x, mouse.y) else {
                return;
            };
            if spot == ui.selected {
                update(ui, Action::Edit, cx, out);
            } else {
                ui.select(spot);
            }
        }
        MouseKind::WheelUp if is_read => ui.detail_first = ui.detail_first.saturating_sub(1),
        MouseKind::WheelDown if is_read => ui.detail_first += 1,
        MouseKind::WheelUp => go(ui, Go::Up, cx, out),
        MouseKind::WheelDown => go(ui, Go::Down, cx, out),
        MouseKind::Drag | MouseKind::Release => {}
    }
}

/// Keeps the cursor on something that is there: on what was just added, else where it was, else on
/// a neighbour. Says whether the card is there.
pub fn follow(ui: &mut Ui, cx: Cx<'_>) -> bool {
    if let Some(id) = ui.arriving.take() {
        arrive(ui, &id, cx);
    }
    let Some(before) = layout(ui, cx) else {
        return false;
    };
    let there = before.everything();
    if let Some(spot) = added(ui, &there).or_else(|| surviving(ui, &there)) {
        ui.select(spot);
    }
    let Some(layout) = layout(ui, cx) else {
        return false;
    };
    if !ui.seen.contains(&ui.selected) {
        unfold(ui, &layout.list);
    }
    scroll(ui, &layout);
    ui.seen = layout.everything();
    true
}

/// Opens the card on which an id hangs.
fn arrive(ui: &mut Ui, id: &Id, cx: Cx<'_>) {
    let jobs = cx.workspace.jobs();
    let (outcome, thing) = match cx.workspace.home(id) {
        Some(Home::Initiative(outcome)) => (Some(outcome), Thing::Initiative(id.clone())),
        Some(Home::Kpi(outcome)) => (Some(outcome), Thing::Kpi(id.clone())),
        Some(Home::Job) => {
            let outcome = jobs.get(id).and_then(|job| job.outcome.as_ref());
            (outcome, Thing::Job(id.clone()))
        }
        Some(Home::Outcome | Home::Segment | Home::Stage | Home::Need | Home::Study) | None => {
            (Some(id), Thing::Outcome)
        }
    };
    match outcome {
        Some(outcome) => ui.turn_to(outcome.clone()),
        None => ui.card = None,
    }
    ui.selected = Spot::Thing(thing);
}

/// A thing that is in the list and was not.
fn added(ui: &Ui, there: &[Spot]) -> Option<Spot> {
    if ui.seen.is_empty() {
        return None;
    }
    let is_thing = |spot: &&Spot| matches!(spot, Spot::Thing(_)) && spot.opened().is_none();
    let mut things = there.iter().filter(is_thing);
    things.find(|spot| !ui.seen.contains(spot)).cloned()
}

/// Where to go when what was selected is gone: to its neighbour in the same details, out of them,
/// or to its neighbour in the list. None while it is there.
fn surviving(ui: &Ui, there: &[Spot]) -> Option<Spot> {
    if there.contains(&ui.selected) {
        return None;
    }
    let was = ui.seen.iter().position(|spot| *spot == ui.selected);
    let (before, behind) = ui.seen.split_at(was.unwrap_or(0));
    let near = behind.iter().chain(before.iter().rev());
    let near: Vec<&Spot> = near.filter(|spot| there.contains(spot)).collect();
    let opened = ui.selected.opened();
    let inside = near.iter().find(|spot| spot.opened() == opened);
    let line = opened.map(Spot::Thing).filter(|line| there.contains(line));
    let inside = inside.map(|spot| (*spot).clone());
    inside
        .or(line)
        .or_else(|| near.first().map(|spot| (*spot).clone()))
        .or_else(|| there.first().cloned())
}

/// Brings as much into view as there is room for of what was unfolded in the list, from its line on.
fn unfold(ui: &mut Ui, list: &Pane<'_>) {
    let Some(opened) = ui.selected.opened() else {
        return;
    };
    let is_inside = |spot: &&Spot| spot.opened().as_ref() == Some(&opened);
    let end = list.spots().rev().find(is_inside);
    let line = list.place_of(&Spot::Thing(opened.clone()));
    if let (Some(end), Some(line)) = (end, line) {
        ui.list_first = list.following(ui.list_first, end).min(line);
    }
}

fn scroll(ui: &mut Ui, layout: &Layout<'_>) {
    let line = match (&layout.detail, ui.selected.opened()) {
        (Some(_), Some(thing)) => Spot::Thing(thing),
        (Some(_), None) | (None, _) => ui.selected.clone(),
    };
    ui.list_first = layout.list.following(ui.list_first, &line);
    if let Some(detail) = &layout.detail {
        ui.detail_first = detail.following(ui.detail_first, &ui.selected);
    }
}

/// Where the selected row is edited in place.
fn place_of_selected(model: &Model) -> Area {
    let cx = model.cx(Screen::Card);
    let layout = layout(&model.ui.card, cx);
    let area = layout.and_then(|layout| layout.field_of(&model.ui.card.selected));
    area.unwrap_or(cx.area)
}
