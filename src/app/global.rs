//! What can be done on every screen: leave, undo, look something up, go to another screen.

use std::sync::Arc;

use super::chrome::BESIDE;
use super::fields::Subject;
use super::overlay::broken::Broken;
use super::overlay::confirm::Confirm;
use super::overlay::decisions::Decisions;
use super::overlay::form::Form;
use super::overlay::{Overlay, menu};
use super::{Access, Effect, Model, Out, Saved, Screen, Visit};
use crate::domain::About;

/// An action of every screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the table says what each does")]
pub enum Action {
    Back,
    Undo,
    Redo,
    Palette,
    Messages,
    ShowBoard,
    ShowRoadmap,
    ShowResearch,
    ShowHealth,
    ShowWorkshop,
    Trace,
    Beside,
    SwitchPane,
    Save,
    Unread,
    CopyMode,
    Glyphs,
    Redraw,
    Workspace,
    Decide,
    Park,
    Decisions,
    Import,
    Suspend,
    Quit,
}

/// Does what an action says.
pub fn update(model: &mut Model, action: Action, out: &mut Out) {
    match action {
        Action::Back => back(model, out),
        Action::Undo => out.undo(),
        Action::Redo => out.redo(),
        Action::Palette => out.open(Overlay::Menu(menu::palette(model))),
        Action::Messages => out.open(Overlay::Menu(menu::messages(model))),
        Action::ShowBoard => model.show(Screen::Board),
        Action::ShowRoadmap => model.show(Screen::Roadmap),
        Action::ShowResearch => {
            model.ui.research.leave_trace();
            model.show(Screen::Research);
        }
        Action::ShowHealth => model.show(Screen::Health),
        Action::ShowWorkshop => model.show(Screen::Workshop),
        Action::Trace => trace(model, out),
        Action::Beside => beside(model, out),
        Action::SwitchPane => switch_pane(model, out),
        Action::Save => save(model, out),
        Action::Unread => unread(model, out),
        Action::CopyMode => copy_mode(model, out),
        Action::Glyphs => next_glyphs(model, out),
        Action::Redraw => out.effect(Effect::Redraw),
        Action::Workspace => open_form(model, Subject::Workspace, out),
        Action::Decide => open_form(model, Subject::NewDecision, out),
        Action::Park => open_form(model, Subject::NewParked, out),
        Action::Decisions => out.open(Overlay::Decisions(Decisions::default())),
        Action::Import => open_form(model, Subject::Survey(model.ui.survey.clone()), out),
        Action::Suspend => out.effect(Effect::Suspend),
        Action::Quit => quit(model, out),
    }
}

fn open_form(model: &Model, subject: Subject, out: &mut Out) {
    let form = Form::for_subject(subject, model.workspace(), model.now);
    out.open(Overlay::Form(form));
}

/// One step out; on the board there is nothing further out, and Esc says how to leave.
fn back(model: &mut Model, out: &mut Out) {
    match model.screen {
        Screen::Board if model.ui.board.step_out() => {}
        Screen::Roadmap if model.ui.roadmap.step_out() => {}
        Screen::Workshop => leave_workshop(model, out),
        Screen::Card | Screen::Roadmap | Screen::Research | Screen::Health => {
            model.go_back();
        }
        Screen::Board => {
            if super::trail::come_back(model) {
                return;
            }
            let key = model.key(super::command::Action::Global(Action::Quit));
            out.say(format!("Nothing to leave here · {key} quits"));
        }
    }
}

/// Leaves the workshop's screen. One that is going on waits.
fn leave_workshop(model: &mut Model, out: &mut Out) {
    if model.ui.workshop.run().is_some() {
        let key = model.key(super::command::Action::Global(Action::ShowWorkshop));
        out.say(format!("The workshop waits · {key} goes back to it"));
    }
    model.show(Screen::Board);
}

fn next_glyphs(model: &mut Model, out: &mut Out) {
    model.glyphs = model.glyphs.next();
    out.say(format!("Charts are drawn in {}", model.glyphs.word()));
}

/// Leaves when everything is saved; where it can't be, asks.
fn quit(model: &mut Model, out: &mut Out) {
    match &model.saved {
        Saved::At(_) => out.effect(Effect::Quit),
        Saved::Saving => {
            model.is_leaving = true;
            out.say("Saving, then leaving");
        }
        Saved::Failed(failure) => out.open(Overlay::Confirm(Confirm {
            question: "Leave without saving?".to_owned(),
            detail: format!("The last changes are not in the file: {}", failure.why),
            yes: Effect::Quit,
        })),
    }
}

/// Shows the trace to what is selected.
fn trace(model: &Model, out: &mut Out) {
    let ui = &model.ui;
    let id = match model.screen {
        Screen::Board => ui.board.selected().cloned(),
        Screen::Card => ui.card.traced(),
        Screen::Roadmap => ui.roadmap.selected().cloned(),
        Screen::Research => ui.research.selected().id(),
        Screen::Health => match &ui.health.selected().about {
            About::Thing(id) => Some(id.clone()),
            About::Workspace => None,
        },
        Screen::Workshop => None,
    };
    out.visit(Visit::Trace(id));
}

fn beside(model: &mut Model, out: &mut Out) {
    model.is_beside = !model.is_beside;
    if model.is_beside && !model.has_room_beside() {
        model.is_beside = false;
        out.refuse(format!(
            "Board and roadmap stand side by side from {BESIDE} columns on; this terminal has {}",
            model.area.width
        ));
    }
}

fn switch_pane(model: &mut Model, out: &mut Out) {
    match model.screen {
        Screen::Board => model.show(Screen::Roadmap),
        Screen::Roadmap => model.show(Screen::Board),
        Screen::Card | Screen::Research | Screen::Health | Screen::Workshop => {
            out.say("This screen stands alone · Esc goes back");
        }
    }
}

fn save(model: &mut Model, out: &mut Out) {
    if let Access::ReadOnly(why) = &model.access {
        return out.refuse(format!(
            "Nothing to save: the workspace is read-only · {why}"
        ));
    }
    match &model.saved {
        Saved::At(time) => {
            out.say(format!(
                "Everything is saved, last at {time}; each change is saved at once"
            ));
        }
        Saved::Saving => out.say("Saving"),
        Saved::Failed(failure) => out.open(Overlay::Menu(menu::not_saved(failure))),
    }
}

fn unread(model: &Model, out: &mut Out) {
    match &model.damage {
        Some(damage) => out.open(Overlay::Broken(Broken::new(Arc::clone(damage)))),
        None => out.say("Everything in this file could be read"),
    }
}

fn copy_mode(model: &mut Model, out: &mut Out) {
    model.is_copying = !model.is_copying;
    out.effect(Effect::CaptureMouse(!model.is_copying));
    if model.is_copying {
        out.say("The mouse selects text now; the same key gives it back to Outboard");
    }
}
