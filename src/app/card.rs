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
use super::listing::{Cursor, LABEL, Spot as _};
use super::lists::{Go, Way};
use super::research::links;
use super::{Cx, Model, Mouse, MouseKind, Out, Screen, Visit};
use crate::domain::workspace::Home;
use crate::domain::{Id, Outcome};
use layout::layout;
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
    LinkNeed,
    Build,
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
    cursor: Cursor<Spot>,
}

impl Default for Ui {
    fn default() -> Self {
        Self {
            card: None,
            arriving: None,
            from: Screen::Board,
            cursor: Cursor::at(Spot::Thing(Thing::Outcome)),
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
        self.cursor.selected()
    }

    /// The id that the trace leads to: that of the selected job, initiative or KPI, else the
    /// outcome's.
    pub(super) fn traced(&self) -> Option<Id> {
        match self.selected().shows() {
            Some(Thing::Job(id) | Thing::Initiative(id) | Thing::Kpi(id)) => Some(id),
            Some(Thing::Outcome | Thing::Step(..) | Thing::Reading(..)) | None => self.card.clone(),
        }
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
        Action::Build => edit::build(ui, outcome, cx, out),
        Action::Delete => edit::delete(ui, outcome, cx, out),
        Action::Step => edit::step(ui, outcome, cx, out),
        Action::AddJob => add::job(outcome, cx, out),
        Action::AddInitiative => add::initiative(outcome, cx, out),
        Action::AddKpi => add::kpi(ui, outcome, cx, out),
        Action::AddStep => add::step(ui, outcome, cx, out),
        Action::AddReading => add::reading(ui, outcome, cx, out),
        Action::Earlier => arrange::shift(ui, outcome, Way::Earlier, out),
        Action::Later => arrange::shift(ui, outcome, Way::Later, out),
        Action::NextSection => to_section(ui, cx, 1),
        Action::PreviousSection => to_section(ui, cx, -1),
        Action::Roadmap => edit::roadmap(ui, outcome, cx, out),
        Action::LinkNeed => links::needs_of(outcome, cx, out),
        Action::StageBefore => cards::to_neighbour(outcome, -1, cx, out),
        Action::StageBehind => cards::to_neighbour(outcome, 1, cx, out),
        Action::MoveTo => cards::choose_stage(outcome, cx, out),
        Action::Archive => cards::archive(outcome, cx, out),
        Action::NextCard => cards::turn(ui, outcome, 1, cx, out),
        Action::PreviousCard => cards::turn(ui, outcome, -1, cx, out),
        Action::Leave => leave(ui, out),
    }
}

/// Whether an action does something with what is selected, so that it is worth a hint.
pub fn offers(ui: &Ui, action: Action, cx: Cx<'_>) -> bool {
    let Some(outcome) = at(ui, cx) else {
        return false;
    };
    match action {
        Action::AddReading => add::kpi_at(ui, outcome).is_some(),
        Action::Step => edit::next(ui, outcome, cx).is_some(),
        Action::Build => edit::parts(ui, outcome).is_some(),
        Action::Edit
        | Action::EditAll
        | Action::AddJob
        | Action::AddInitiative
        | Action::AddKpi
        | Action::AddStep
        | Action::LinkNeed
        | Action::Delete
        | Action::Earlier
        | Action::Later
        | Action::NextSection
        | Action::PreviousSection
        | Action::Roadmap
        | Action::StageBefore
        | Action::StageBehind
        | Action::MoveTo
        | Action::Archive
        | Action::NextCard
        | Action::PreviousCard
        | Action::Leave => true,
    }
}

/// Goes somewhere else.
pub fn go(ui: &mut Ui, go: Go, cx: Cx<'_>, _out: &mut Out) {
    let Some(layout) = layout(ui, cx) else { return };
    let next = match go {
        Go::Right => inside(ui, layout.outcome, cx),
        Go::Left => outside(ui.selected(), layout.outcome),
        Go::Up | Go::Down | Go::First | Go::Last | Go::PageUp | Go::PageDown => {
            return ui.cursor.go(go, &layout.sides);
        }
    };
    if let Some(next) = next {
        ui.cursor.select(next);
    }
}

/// The first row inside what is selected; none where nothing is inside.
fn inside(ui: &Ui, outcome: &Outcome, cx: Cx<'_>) -> Option<Spot> {
    let thing = ui.selected().shows()?;
    let line = Spot::Thing(thing.clone());
    if thing == Thing::Outcome || *ui.selected() != line {
        return None;
    }
    rows::first_inside(cx, outcome, &thing)
}

/// What the selected row stands in.
fn outside(spot: &Spot, outcome: &Outcome) -> Option<Spot> {
    if let Some(line) = spot.line() {
        return Some(line);
    }
    match spot {
        Spot::Thing(Thing::Kpi(kpi)) => {
            let initiative = outcome
                .initiatives
                .iter()
                .find(|initiative| initiative.kpis.iter().any(|there| there.id == *kpi))?;
            Some(Spot::Thing(Thing::Initiative(initiative.id.clone())))
        }
        Spot::Thing(_) | Spot::Field(..) | Spot::Need(_) | Spot::Score(_) | Spot::Empty(_) => None,
    }
}

/// One step out: of the details, then of the card.
fn leave(ui: &mut Ui, out: &mut Out) {
    match ui.selected().line() {
        Some(line) => ui.cursor.select(line),
        None => out.visit(Visit::Back),
    }
}

/// Goes to the first row of the next section, or of the one before; round at the ends.
fn to_section(ui: &mut Ui, cx: Cx<'_>, by: isize) {
    if let Some(layout) = layout(ui, cx) {
        ui.cursor
            .go_to_section(by, &layout.sections(), &layout.sides);
    }
}

/// Takes the mouse: a click selects, a click on what is selected edits it, the wheel goes along
/// what is under it.
pub fn point(ui: &mut Ui, mouse: Mouse, cx: Cx<'_>, out: &mut Out) {
    let Some(layout) = layout(ui, cx) else { return };
    let beside = layout.sides.detail.as_ref();
    let is_beside = beside.is_some_and(|pane| pane.area.contains(mouse.x, mouse.y));
    let is_read = is_beside && ui.selected().line().is_none();
    match mouse.kind {
        MouseKind::Press => {
            let Some(spot) = layout.sides.spot_at(mouse.x, mouse.y) else {
                return;
            };
            if spot == *ui.selected() {
                update(ui, Action::Edit, cx, out);
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

/// Keeps the cursor on something that is there: on what was just added, else where it was, else on
/// a neighbour. Says whether the card is there.
pub fn follow(ui: &mut Ui, cx: Cx<'_>) -> bool {
    if let Some(id) = ui.arriving.take() {
        arrive(ui, &id, cx);
    }
    let Some(before) = layout(ui, cx) else {
        return false;
    };
    ui.cursor.settle(&before.sides);
    let Some(layout) = layout(ui, cx) else {
        return false;
    };
    ui.cursor.scroll(&layout.sides);
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
    ui.cursor = Cursor::at(Spot::Thing(thing));
}

/// Where the selected row is edited in place: a mark and its space stand before the text.
fn place_of_selected(model: &Model) -> Area {
    let cx = model.cx(Screen::Card);
    let area = layout(&model.ui.card, cx).and_then(|layout| {
        let spot = model.ui.card.selected();
        let area = layout.sides.area_of(spot)?;
        let indent = match spot {
            Spot::Field(..) => layout.sides.indent_of(spot) + LABEL,
            Spot::Thing(_) | Spot::Need(_) | Spot::Score(_) | Spot::Empty(_) => 0,
        };
        Some(area.right_of(indent))
    });
    area.unwrap_or(cx.area)
}
