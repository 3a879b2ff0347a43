//! How something that happens becomes a change: the one way from a message to the workspace.
//!
//! A key is looked up in the contexts that hold, its action runs in the `update` of its screen or
//! overlay, and `settle` carries out what that put into [`Out`]. Nothing else commits a change.

mod keeping;
mod over;
mod places;
mod screens;

use super::chrome;
use super::command::{Action, Click, Context};
use super::key::KeyPress;
use super::keymap::Meaning;
use super::message::{Message, Tone};
use super::overlay::Overlay;
use super::overlay::conflicts::Chooser;
use super::overlay::form::Mode;
use super::roadmap::what_if;
use super::workshop::Phase;
use super::{
    Access, Effect, Model, Mouse, MouseKind, Msg, Now, Out, Pace, Saved, Screen, Travel, global,
};
use crate::domain::history::{Deed, Moment};
use crate::domain::{Change, Key};
use places::{go_to, go_to_added, point_at};
pub(super) use screens::follow;
pub use screens::run;

/// Takes in what happened and gives what is to be done outside.
pub fn update(model: &mut Model, msg: Msg, now: Now) -> Vec<Effect> {
    model.now = now;
    let mut out = Out::default();
    match msg {
        Msg::Key(key) => press(model, key, &mut out),
        Msg::Mouse(mouse) => point(model, mouse, &mut out),
        Msg::Paste(text) => over::paste(model, &text, &mut out),
        Msg::Resize(width, height) => model.area = super::Area::of_size(width, height),
        Msg::Saved(revision) => keeping::saved(model, revision, &mut out),
        Msg::NotSaved(failure) => keeping::not_saved(model, failure, &mut out),
        Msg::Recalled(history) => keeping::recalled(model, history, &mut out),
        Msg::Outside(revision, merged) => keeping::outside(model, revision, *merged, &mut out),
        Msg::Conflicts(conflicts) => out.open(Overlay::Conflicts(Chooser::new(*conflicts))),
        Msg::Followed(workspace) => keeping::followed(model, &workspace, &mut out),
        Msg::TakenOver(document) => keeping::taken_over(model, *document, &mut out),
        Msg::Measured(measured) => model.ui.roadmap.take_in(measured),
        Msg::Survey(read) => over::survey(model, read, &mut out),
        Msg::Tell(text) => out.say(text),
        // The moment itself is what is new.
        Msg::Tick => {}
    }
    model
        .derived
        .catch_up(model.document.workspace(), now.today);
    settle(model, out)
}

/// The contexts in which keys are looked up, the first that knows a key wins. They come from the
/// model, never from what was drawn.
pub fn contexts(model: &Model) -> &'static [Context] {
    match (model.overlays.last(), model.screen) {
        (Some(Overlay::Form(form)), _) => match form.mode() {
            Mode::Typing => &[Context::Form],
            Mode::Lines => &[Context::Lines, Context::Form],
            Mode::Choosing => &[Context::Choosing, Context::Form],
            Mode::Suggesting => &[Context::Suggesting, Context::Form],
            Mode::Picking => &[Context::Picking, Context::Form],
        },
        (Some(Overlay::Menu(_)), _) => &[Context::Menu],
        (Some(Overlay::Confirm(_)), _) => &[Context::Confirm],
        (Some(Overlay::Broken(_)), _) => &[Context::Broken],
        (Some(Overlay::Conflicts(_)), _) => &[Context::Conflicts],
        (Some(Overlay::Decisions(_)), _) => &[Context::Decisions],
        (Some(Overlay::Import(import)), _) if import.is_at_column() => {
            &[Context::Column, Context::Import]
        }
        (Some(Overlay::Import(_)), _) => &[Context::Import],
        (None, Screen::Board) if model.ui.board.has_just_captured() => &[
            Context::Captured,
            Context::Board,
            Context::Going,
            Context::Global,
        ],
        (None, Screen::Board) => &[Context::Board, Context::Going, Context::Global],
        (None, Screen::Card) => &[Context::Card, Context::Going, Context::Global],
        (None, Screen::Roadmap) if model.ui.roadmap.what_if().is_some() => &[
            Context::WhatIf,
            Context::Roadmap,
            Context::Going,
            Context::Global,
        ],
        (None, Screen::Roadmap) => &[Context::Roadmap, Context::Going, Context::Global],
        (None, Screen::Research) if model.ui.research.trace().is_some() => {
            &[Context::Trace, Context::Going, Context::Global]
        }
        (None, Screen::Research) => &[Context::Research, Context::Going, Context::Global],
        (None, Screen::Health) => &[Context::Health, Context::Going, Context::Global],
        (None, Screen::Workshop) => match model.ui.workshop.phase() {
            Phase::Planning => &[Context::Workshop, Context::Going, Context::Global],
            Phase::Asking => &[Context::Asking, Context::Running, Context::Global],
            Phase::Revealed => &[
                Context::Revealed,
                Context::Running,
                Context::Going,
                Context::Global,
            ],
            Phase::Summary => &[
                Context::Summary,
                Context::Running,
                Context::Going,
                Context::Global,
            ],
        },
    }
}

fn press(model: &mut Model, key: KeyPress, out: &mut Out) {
    model.messages.hide();
    if screens::types(model, key, out) {
        return;
    }
    model.pending.push(key);
    match model.keymap.look_up(contexts(model), &model.pending) {
        Meaning::Run(Action::WhatIf(what_if::Action::Type)) => {
            model.pending.clear();
            what_if::press(&mut model.ui.roadmap, key, out);
        }
        Meaning::Run(action) => {
            model.pending.clear();
            run(model, action, out);
        }
        Meaning::Prefix => {}
        Meaning::Nothing => {
            let typed = std::mem::take(&mut model.pending);
            over::type_or_explain(model, &typed, out);
        }
    }
}

/// The topmost overlay has the mouse; then the header and the footer, then the screen under it.
fn point(model: &mut Model, mouse: Mouse, out: &mut Out) {
    if mouse.kind == MouseKind::Press {
        model.messages.hide();
    }
    let layout = chrome::layout(model);
    if let Some(key) = layout.following.as_ref().and_then(|keys| keys.hit(mouse)) {
        press(model, key, out);
        return;
    }
    let is_free = |click: &Click| model.overlays.is_empty() || click.is_over();
    if let Some(click) = layout.hit(mouse).filter(is_free) {
        model.pending.clear();
        match click {
            Click::Run(action) => run(model, action, out),
            Click::Begin(key) => press(model, key, out),
        }
        return;
    }
    if !model.overlays.is_empty() {
        over::point_over(model, mouse, out);
        return;
    }
    let Some(screen) = layout.screen_at(mouse, model.screen) else {
        return;
    };
    if mouse.kind == MouseKind::Press {
        model.screen = screen;
    }
    screens::point(model, screen, mouse, out);
}

/// Carries out what an update asked for: the only place that commits a change.
fn settle(model: &mut Model, mut out: Out) -> Vec<Effect> {
    let change = out.change.take();
    let is_done = change.is_none_or(|(change, pace)| commit(model, change, pace, &mut out));
    if let Some(in_full) = out.outside.take() {
        // Behind the change itself: whoever saves takes both in this order.
        out.effects.push(if is_done {
            Effect::TookOutside { in_full }
        } else {
            Effect::RefusedOutside
        });
    }
    // A form whose change is refused stays, with all that was typed.
    if is_done && out.close {
        model.overlays.pop();
        keep_draft(model, &mut out);
    }
    if let Some(text) = out.text.take() {
        over::put(model, &text, &mut out);
    }
    if let Some(travel) = out.travel.take() {
        travel_history(model, travel, &mut out);
    }
    if let Some(correction) = out.correction.take() {
        over::correct(model, correction);
    }
    // What a change that was refused leads to is not there.
    if let Some(visit) = out.visit.take().filter(|_| is_done) {
        go_to(model, visit);
    }
    if let Some(plan) = out.workshop.take() {
        screens::begin_workshop(model, plan, &mut out);
    }
    if let Some(filter) = out.filter.take() {
        model.ui.board.narrow(filter);
    }
    if let Some(added) = out.added.take() {
        go_to_added(model, added);
    }
    // What follows a change that was refused has nothing to be about.
    if let Some(overlay) = out.open.take().filter(|_| is_done) {
        open(model, overlay, &mut out);
    }
    say(model, &mut out);
    follow(model);
    if model.is_shown(Screen::Roadmap) {
        out.effects.extend(model.ui.roadmap.measure());
    }
    out.effects
}

fn keep_draft(model: &mut Model, out: &mut Out) {
    if let Some((subject, draft)) = out.draft.take() {
        model.drafts.keep(subject, draft);
    }
}

/// Lays something over the screen; a form with what was typed in it when it was left.
fn open(model: &mut Model, mut overlay: Overlay, out: &mut Out) {
    if let Overlay::Form(form) = &mut overlay {
        if form.subject().changes_workspace() && !may_change(model, out) {
            // Words that could not be saved are not asked for.
            return;
        }
        if form.recall(&model.drafts) {
            out.say("What you typed is still here");
        }
    }
    model.overlays.push(overlay);
}

/// Whether the workspace can be changed here; where it can't, the person is told why.
fn may_change(model: &Model, out: &mut Out) -> bool {
    match &model.access {
        Access::Write => true,
        Access::ReadOnly(why) => {
            out.say = None;
            out.refuse(format!("Not done: the workspace is read-only · {why}"));
            false
        }
    }
}

/// Makes a change and says what it is called; says whether it could be made.
fn commit(model: &mut Model, change: Change, pace: Pace, out: &mut Out) -> bool {
    if out.outside.is_none() && !may_change(model, out) {
        return false;
    }
    let when = Moment {
        now: model.now.millis,
        together: pace == Pace::Together,
    };
    let (label, keys) = (change.label.clone(), change.keys());
    match model.document.commit(change, when) {
        Err(faults) => {
            out.refuse(format!("Not done: {faults}"));
            return false;
        }
        Ok(None) => {}
        Ok(Some(deed)) => {
            if out.say.is_none() {
                let undo = model.key(Action::Global(global::Action::Undo));
                out.say(format!("{label} · {undo} undoes"));
            }
            keep(model, &keys, deed, out);
        }
    }
    true
}

fn travel_history(model: &mut Model, travel: Travel, out: &mut Out) {
    if !may_change(model, out) {
        return;
    }
    if keeping::has_to_wait(model, travel) {
        keeping::put_off(model, travel);
        return;
    }
    let (stepped, deed) = match travel {
        Travel::Undo => (model.document.undo(), Deed::Undone),
        Travel::Redo => (model.document.redo(), Deed::Redone),
    };
    let Some(step) = stepped else {
        out.refuse(match travel {
            Travel::Undo => "There is nothing to undo",
            Travel::Redo => "There is nothing to redo",
        });
        return;
    };
    let (what, way_back, does) = match travel {
        Travel::Undo => ("Undid", global::Action::Redo, "does it again"),
        Travel::Redo => ("Did again", global::Action::Undo, "undoes"),
    };
    let key = model.key(Action::Global(way_back));
    out.say(format!("{what}: {} · {key} {does}", step.label()));
    let keys = step.keys();
    point_at(model, &keys);
    keep(model, &keys, deed, out);
}

/// Brings what is derived up to date and asks for what happened to be kept.
fn keep(model: &mut Model, keys: &[Key], deed: Deed, out: &mut Out) {
    model
        .derived
        .take_in(keys, model.document.workspace(), model.now.today);
    let is_kept_here = model.access == Access::Write;
    if is_kept_here && !matches!(model.saved, Saved::Failed(_)) {
        // What failed stays said until a save has worked.
        model.saved = Saved::Saving;
    }
    out.effect(Effect::Save(deed, model.document.revision()));
}

fn say(model: &mut Model, out: &mut Out) {
    let said = out.say.take().map(|text| (text, Tone::Done));
    let refused = out.refuse.take().map(|text| (text, Tone::Refused));
    for (text, tone) in [said, refused].into_iter().flatten() {
        model.messages.say(Message {
            time: model.now.time,
            text,
            tone,
        });
    }
}

#[cfg(test)]
mod tests;
