//! The board: the stages side by side with their cards. Where one is, what is marked and what is
//! shown; what can be done with cards and stages stands in the modules below.
//!
//! The cursor is on a card by its id, so that it stays there through moves, undo and filters.

pub mod facts;
pub mod filter;
pub mod layout;

mod cards;
mod cursor;
mod drag;
mod found;
mod going;
mod moving;
mod stages;

#[cfg(test)]
mod tests;

use std::collections::{BTreeSet, HashMap};

use super::fields::Subject;
use super::geometry::Area;
use super::overlay::Overlay;
use super::overlay::form::{Form, Place};
use super::{Cx, Model, Out, Visit};
use crate::domain::Id;
use drag::Drag;
use filter::Filter;
use found::Found;
use layout::Layout;

pub use cursor::follow;
pub use drag::point;
pub use going::go;

/// What can be done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the table says what each does")]
pub enum Action {
    Add,
    AddNext,
    Open,
    Edit,
    Duplicate,
    MoveLeft,
    MoveRight,
    MoveUp,
    MoveDown,
    MoveTo,
    Mark,
    Archive,
    Delete,
    Archived,
    Tags,
    Search,
    Filter,
    AddStage,
    RenameStage,
    EditStage,
    StageLeft,
    StageRight,
    DeleteStage,
}

/// Where one is.
#[derive(Clone, Debug, Default)]
pub struct Ui {
    /// The focused stage, and its place to find a neighbour when it is gone.
    stage: Option<Id>,
    stage_place: usize,
    /// The selected card, and its place among the stage's shown cards for the same reason.
    card: Option<Id>,
    card_place: usize,
    /// The row of the selected card in its list: going sideways stays at it.
    row: u16,
    marks: BTreeSet<Id>,
    filter: Filter,
    found: Found,
    /// The stage and, in each stage, the card that is shown first.
    first_stage: usize,
    first_cards: HashMap<Id, usize>,
    has_just_captured: bool,
    /// Whether to look for a card in other stages where the focused one shows none.
    is_seeking: bool,
    typing: Option<Typing>,
    drag: Option<Drag>,
    layout: Layout,
}

/// What is being typed into the board.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Typing {
    /// A card that goes below the selected one.
    NewCard,
    /// The selected card's statement.
    Statement,
    /// The focused stage's name.
    StageName,
    /// What to search for.
    Search,
}

/// Does what an action says.
pub fn update(ui: &mut Ui, action: Action, cx: Cx<'_>, out: &mut Out) {
    ui.has_just_captured = false;
    ui.drag = None;
    match action {
        Action::Add | Action::AddNext => add(ui, cx, out),
        Action::Open => open(ui, cx, out),
        Action::Edit => edit(ui, cx, out),
        Action::Mark => mark(ui, cx, out),
        Action::Search => search(ui, cx, out),
        Action::Filter => {
            let subject = Subject::Filter(ui.filter.clone());
            out.open(form(subject, cx));
        }
        Action::Tags => cards::tag(ui, cx, out),
        Action::Duplicate => cards::duplicate(ui, cx, out),
        Action::Archive => cards::archive(ui, cx, out),
        Action::Delete => cards::delete(ui, cx, out),
        Action::Archived => cards::archived(cx, out),
        Action::MoveLeft => moving::sideways(ui, -1, cx, out),
        Action::MoveRight => moving::sideways(ui, 1, cx, out),
        Action::MoveUp => moving::up(ui, cx, out),
        Action::MoveDown => moving::down(ui, cx, out),
        Action::MoveTo => moving::ask(ui, cx, out),
        Action::AddStage => stages::add(ui, cx, out),
        Action::RenameStage => stages::rename(ui, cx, out),
        Action::EditStage => stages::edit(ui, cx, out),
        Action::StageLeft => stages::step(ui, -1, cx, out),
        Action::StageRight => stages::step(ui, 1, cx, out),
        Action::DeleteStage => stages::delete(ui, cx, out),
    }
}

/// Where the form that types into the board is drawn.
pub fn typing_area(model: &Model) -> Area {
    model.ui.board.layout.typing
}

fn add(ui: &mut Ui, cx: Cx<'_>, out: &mut Out) {
    let Some(stage) = ui.stage(cx) else {
        out.refuse("There is no stage yet to add a card to; add a stage first");
        return;
    };
    let cards = cx.derived.cards(&stage.id);
    let selected = cards.iter().position(|id| ui.card.as_ref() == Some(id));
    let subject = Subject::NewOutcome {
        stage: stage.id.clone(),
        place: selected.map_or(cards.len(), |place| place + 1),
    };
    type_in(
        ui,
        Typing::NewCard,
        Form::for_subject(subject, cx.workspace, cx.now),
        out,
    );
}

fn edit(ui: &mut Ui, cx: Cx<'_>, out: &mut Out) {
    let Some(card) = ui.card(cx) else {
        out.refuse("There is no card here to edit");
        return;
    };
    let subject = Subject::Outcome(card.id.clone());
    let form = Form::for_subject(subject, cx.workspace, cx.now).only("statement");
    type_in(ui, Typing::Statement, form, out);
}

fn search(ui: &mut Ui, cx: Cx<'_>, out: &mut Out) {
    let subject = Subject::Search(ui.filter.clone());
    type_in(
        ui,
        Typing::Search,
        Form::for_subject(subject, cx.workspace, cx.now),
        out,
    );
}

fn open(ui: &Ui, cx: Cx<'_>, out: &mut Out) {
    match ui.card(cx) {
        Some(card) => out.visit(Visit::Card(card.id.clone())),
        None => out.refuse("There is no card here to open"),
    }
}

fn mark(ui: &mut Ui, cx: Cx<'_>, out: &mut Out) {
    let Some(id) = ui.card(cx).map(|card| card.id.clone()) else {
        out.refuse("There is no card here to mark");
        return;
    };
    if !ui.marks.remove(&id) {
        ui.marks.insert(id);
    }
}

/// Opens a form that types into the board itself.
fn type_in(ui: &mut Ui, typing: Typing, form: Form, out: &mut Out) {
    ui.typing = Some(typing);
    out.open(Overlay::Form(form.placed(Place::Inline(typing_area))));
}

fn form(subject: Subject, cx: Cx<'_>) -> Overlay {
    Overlay::Form(Form::for_subject(subject, cx.workspace, cx.now))
}

impl Ui {
    /// Selects a card.
    pub fn select(&mut self, card: Id) {
        self.card = Some(card);
        self.has_just_captured = false;
    }

    /// Selects a stage.
    pub fn select_stage(&mut self, stage: Id) {
        self.stage = Some(stage);
        self.card = None;
        self.has_just_captured = false;
    }

    /// Selects a card that was captured just now: Enter then captures the next.
    pub fn capture(&mut self, card: Id) {
        self.card = Some(card);
        self.has_just_captured = true;
    }

    /// Whether a card was captured just before.
    pub fn has_just_captured(&self) -> bool {
        self.has_just_captured
    }

    /// Shows only the cards that a filter lets through.
    pub fn narrow(&mut self, filter: Filter) {
        self.filter = filter;
        self.is_seeking = true;
    }

    /// Takes back what was begun or what narrows the view: a drag, a run of captures, marks, a
    /// filter. Says whether there was any.
    pub fn step_out(&mut self) -> bool {
        if self.drag.take().is_some() || std::mem::take(&mut self.has_just_captured) {
            return true;
        }
        if !self.marks.is_empty() {
            self.marks.clear();
            return true;
        }
        !std::mem::take(&mut self.filter).is_empty()
    }

    /// The form that typed into the board is gone.
    pub(super) fn stop_typing(&mut self) {
        self.typing = None;
    }

    /// Where everything is.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// What narrows the board.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The selected card.
    pub fn selected(&self) -> Option<&Id> {
        self.card.as_ref()
    }

    /// The place of the focused stage on the board, from 0.
    pub fn focused(&self) -> usize {
        self.stage_place
    }

    /// The marked cards.
    pub fn marks(&self) -> &BTreeSet<Id> {
        &self.marks
    }

    /// The card that is being dragged, if one is.
    pub fn drag(&self) -> Option<&Drag> {
        self.drag.as_ref().filter(|drag| drag.is_moving())
    }
}
