//! Which screen does what: hands actions, the ways around, the mouse and the care for cursors to the
//! screen that they are for. Decides nothing else and commits nothing.

use super::over;
use crate::app::command::Action;
use crate::app::key::KeyPress;
use crate::app::lists::Go;
use crate::app::roadmap::what_if;
use crate::app::workshop::plan::Plan;
use crate::app::{Model, Mouse, Out, Screen};
use crate::app::{board, card, global, health, research, roadmap, workshop};

/// Does what an action says.
pub fn run(model: &mut Model, action: Action, out: &mut Out) {
    match action {
        Action::Global(action) => global::update(model, action, out),
        Action::Go(go) => travel(model, go, out),
        Action::Board(action) => {
            let (ui, cx) = model.parts(Screen::Board);
            board::update(&mut ui.board, action, cx, out);
        }
        Action::Card(action) => {
            let (ui, cx) = model.parts(Screen::Card);
            card::update(&mut ui.card, action, cx, out);
        }
        Action::Roadmap(action) => {
            let (ui, cx) = model.parts(Screen::Roadmap);
            roadmap::update(&mut ui.roadmap, action, cx, out);
        }
        Action::WhatIf(action) => what_if::update(&mut model.ui.roadmap, action, out),
        Action::Research(action) => {
            let (ui, cx) = model.parts(Screen::Research);
            research::update(&mut ui.research, action, cx, out);
        }
        Action::Trace(action) => {
            let (ui, cx) = model.parts(Screen::Research);
            research::update_trace(&mut ui.research, action, cx, out);
        }
        Action::Health(action) => {
            let (ui, cx) = model.parts(Screen::Health);
            health::update(&mut ui.health, action, cx, out);
        }
        Action::Workshop(action) => {
            let (ui, cx) = model.parts(Screen::Workshop);
            workshop::update(&mut ui.workshop, action, cx, out);
        }
        Action::Form(_)
        | Action::Menu(_)
        | Action::Confirm(_)
        | Action::Broken(_)
        | Action::Conflicts(_)
        | Action::Decisions(_)
        | Action::Import(_) => {
            over::run_over(model, action, out);
        }
    }
}

fn travel(model: &mut Model, go: Go, out: &mut Out) {
    let screen = model.screen;
    let (ui, cx) = model.parts(screen);
    match screen {
        Screen::Board => board::go(&mut ui.board, go, cx, out),
        Screen::Card => card::go(&mut ui.card, go, cx, out),
        Screen::Roadmap => roadmap::go(&mut ui.roadmap, go, cx, out),
        Screen::Research => research::go(&mut ui.research, go, cx, out),
        Screen::Health => health::go(&mut ui.health, go, cx),
        Screen::Workshop => workshop::go(&mut ui.workshop, go, cx, out),
    }
}

/// Hands the mouse to a screen.
pub(super) fn point(model: &mut Model, screen: Screen, mouse: Mouse, out: &mut Out) {
    let (ui, cx) = model.parts(screen);
    match screen {
        Screen::Board => board::point(&mut ui.board, mouse, cx, out),
        Screen::Card => card::point(&mut ui.card, mouse, cx, out),
        Screen::Roadmap => roadmap::point(&mut ui.roadmap, mouse, cx, out),
        Screen::Research => research::point(&mut ui.research, mouse, cx, out),
        Screen::Health => health::point(&mut ui.health, mouse, cx, out),
        Screen::Workshop => workshop::point(&mut ui.workshop, mouse, cx, out),
    }
}

/// Begins a workshop, and shows it.
pub(super) fn begin_workshop(model: &mut Model, plan: Plan, out: &mut Out) {
    let (ui, cx) = model.parts(Screen::Workshop);
    workshop::begin(&mut ui.workshop, plan, cx, out);
}

/// Hands a key to a screen that has a field of its own; says whether it was typed there. Such a key
/// is looked up nowhere.
pub(super) fn types(model: &mut Model, key: KeyPress, out: &mut Out) -> bool {
    takes_text(model) && workshop::press(&mut model.ui.workshop, key, out)
}

/// Hands what is pasted to a screen that has a field of its own; says whether it has one.
pub(super) fn pastes(model: &mut Model, text: &str, out: &mut Out) -> bool {
    takes_text(model) && workshop::paste(&mut model.ui.workshop, text, out)
}

fn takes_text(model: &Model) -> bool {
    model.screen == Screen::Workshop && model.overlays.is_empty() && model.pending.is_empty()
}

/// Keeps every screen's cursor on something that is there, and in view.
pub(in crate::app) fn follow(model: &mut Model) {
    if model.is_beside && !model.has_room_beside() {
        model.is_beside = false;
    }
    if model.overlays.is_empty() {
        model.ui.board.stop_typing();
    }
    let (ui, cx) = model.parts(Screen::Card);
    let is_there = card::follow(&mut ui.card, cx);
    if !is_there && model.screen == Screen::Card {
        model.go_back();
    }
    if model.is_shown(Screen::Board) {
        let (ui, cx) = model.parts(Screen::Board);
        board::follow(&mut ui.board, cx);
    }
    let (ui, cx) = model.parts(Screen::Roadmap);
    roadmap::follow(&mut ui.roadmap, cx);
    if model.is_shown(Screen::Research) {
        let (ui, cx) = model.parts(Screen::Research);
        research::follow(&mut ui.research, cx);
    }
    if model.is_shown(Screen::Health) {
        let (ui, cx) = model.parts(Screen::Health);
        health::follow(&mut ui.health, cx);
    }
    let (ui, cx) = model.parts(Screen::Workshop);
    let segment = ui.roadmap.scope().segment.as_ref();
    workshop::follow(&mut ui.workshop, segment, cx);
}
