//! What happens to the topmost overlay: it has the keys, the mouse and what is pasted.

use std::sync::Arc;

use super::{run, screens};
use crate::app::command::Action;
use crate::app::key::KeyPress;
use crate::app::keymap::shown;
use crate::app::overlay::form::{self, Around, Form, Room};
use crate::app::overlay::import::{self, Correction, File, Import};
use crate::app::overlay::{Overlay, menu};
use crate::app::{Model, Mouse, Out, chrome, global};

/// An action of the topmost overlay.
pub(super) fn run_over(model: &mut Model, action: Action, out: &mut Out) {
    if let Action::Form(action) = action {
        if action == form::Action::Help {
            out.open(Overlay::Menu(menu::palette(model)));
        } else if action == form::Action::Build {
            build(model, out);
        } else if let Some((form, around)) = top_form(model) {
            form.update(action, around, out);
        }
        return;
    }
    if action == Action::Import(import::Action::Help) {
        out.open(Overlay::Menu(menu::palette(model)));
        return;
    }
    let body = chrome::layout(model).body;
    let Some(overlay) = model.overlays.last_mut() else {
        return;
    };
    match (overlay, action) {
        (Overlay::Menu(menu), Action::Menu(action)) => {
            if let Some(chosen) = menu.update(action, out) {
                out.close = false;
                model.overlays.pop();
                run(model, chosen, out);
            }
        }
        (Overlay::Confirm(confirm), Action::Confirm(action)) => confirm.update(action, out),
        (Overlay::Broken(broken), Action::Broken(action)) => {
            broken.update(action, out);
            broken.follow(body);
        }
        (Overlay::Conflicts(chooser), Action::Conflicts(action)) => {
            chooser.update(action, model.document.workspace(), out);
        }
        (Overlay::Decisions(shown), Action::Decisions(action)) => {
            shown.update(action, model.document.workspace(), model.now, out);
        }
        (Overlay::Import(import), Action::Import(action)) => {
            let around = import::Around {
                workspace: model.document.workspace(),
                access: &model.access,
                area: body,
                now: model.now,
            };
            import.update(action, around, out);
        }
        // An action of another overlay than the topmost can't be typed.
        (
            Overlay::Form(_)
            | Overlay::Menu(_)
            | Overlay::Confirm(_)
            | Overlay::Broken(_)
            | Overlay::Conflicts(_)
            | Overlay::Decisions(_)
            | Overlay::Import(_),
            _,
        ) => {}
    }
}

/// Lays a form over the topmost one, in which its field is put together from parts.
fn build(model: &mut Model, out: &mut Out) {
    let builder = top_form(model).and_then(|(form, _)| form.builder());
    match builder {
        Some(subject) => {
            let form = Form::for_subject(subject, model.workspace(), model.now);
            out.open(Overlay::Form(form));
        }
        None => out.refuse("This is typed as it stands; an outcome can be put together from parts"),
    }
}

/// Puts a text that was made for it into the field that has the cursor.
pub(super) fn put(model: &mut Model, text: &str, out: &mut Out) {
    if let Some((form, around)) = top_form(model) {
        form.put(text, around, out);
    }
}

/// The form that lies on top, and what it reads.
fn top_form(model: &mut Model) -> Option<(&mut Form, Around<'_>)> {
    let Some(Overlay::Form(form)) = model.overlays.last() else {
        return None;
    };
    let room = Room::of(form, model);
    let workspace = model.document.workspace();
    let Some(Overlay::Form(form)) = model.overlays.last_mut() else {
        return None;
    };
    Some((form, Around { workspace, room }))
}

/// A key that runs nothing is typed where there is a field; elsewhere the program says so.
pub(super) fn type_or_explain(model: &mut Model, typed: &[KeyPress], out: &mut Out) {
    if let (Some((form, around)), [key]) = (top_form(model), typed) {
        form.press(*key, around, out);
        return;
    }
    match (model.overlays.last_mut(), typed) {
        (Some(Overlay::Menu(menu)), [key]) => menu.press(*key),
        (Some(Overlay::Confirm(_)), _) => out.refuse("Enter says yes, Esc says no"),
        (Some(Overlay::Broken(_) | Overlay::Decisions(_) | Overlay::Import(_)), _) => {
            out.refuse(format!(
                "{} does nothing here; choose one of these",
                shown(typed)
            ));
        }
        (Some(Overlay::Conflicts(_)), _) => {
            out.refuse("m takes mine, t theirs, b both; Enter makes it so, Esc leaves it");
        }
        _ if typed.last().is_some_and(|key| key.to_string() == "esc") => {}
        _ => {
            let more = model.key(Action::Global(global::Action::Palette));
            out.refuse(format!(
                "{} does nothing here · {more} shows what does",
                shown(typed)
            ));
        }
    }
}

pub(super) fn point_over(model: &mut Model, mouse: Mouse, out: &mut Out) {
    if let Some((form, around)) = top_form(model) {
        form.point(mouse, around, out);
        return;
    }
    let area = chrome::layout(model).body;
    match model.overlays.last_mut() {
        Some(Overlay::Menu(menu)) => {
            if let Some(chosen) = menu.point(mouse, area, out) {
                out.close = false;
                model.overlays.pop();
                run(model, chosen, out);
            }
        }
        Some(Overlay::Confirm(confirm)) => confirm.point(mouse, area, out),
        Some(Overlay::Broken(broken)) => {
            broken.point(mouse, area, out);
            broken.follow(area);
        }
        Some(Overlay::Conflicts(chooser)) => chooser.point(mouse, area, out),
        Some(Overlay::Decisions(shown)) => shown.point(mouse, area, model.document.workspace()),
        Some(Overlay::Import(import)) => {
            let around = import::Around {
                workspace: model.document.workspace(),
                access: &model.access,
                area,
                now: model.now,
            };
            import.point(mouse, around, out);
        }
        Some(Overlay::Form(_)) | None => {}
    }
}

/// A paste goes into a field as a whole and never runs anything.
pub(super) fn paste(model: &mut Model, text: &str, out: &mut Out) {
    model.messages.hide();
    model.pending.clear();
    if let Some((form, around)) = top_form(model) {
        form.paste(text, around, out);
        return;
    }
    if screens::pastes(model, text, out) {
        return;
    }
    match model.overlays.last_mut() {
        Some(Overlay::Menu(menu)) => menu.paste(text),
        Some(
            Overlay::Confirm(_)
            | Overlay::Form(_)
            | Overlay::Broken(_)
            | Overlay::Conflicts(_)
            | Overlay::Decisions(_)
            | Overlay::Import(_),
        )
        | None => {
            out.refuse("There is no field here to paste into; nothing was done");
        }
    }
}

/// A survey that was read is shown before it is imported; what can't be read is told where the path
/// was typed. Whoever left that meanwhile does not want it any more.
pub(super) fn survey(model: &mut Model, read: Result<Arc<File>, String>, out: &mut Out) {
    let workspace = model.document.workspace();
    let Some(Overlay::Form(form)) = model.overlays.last_mut() else {
        return;
    };
    if !matches!(form.subject(), form::Subject::Survey(_)) {
        return;
    }
    model.messages.hide();
    match read {
        Ok(file) => {
            model.ui.survey.path.clone_from(&file.folder);
            form.close(out);
            let import = Import::new(file, workspace, model.now);
            out.open(Overlay::Import(Box::new(import)));
        }
        Err(why) => form.find_fault(why),
    }
}

/// Corrects the survey that is shown.
pub(super) fn correct(model: &mut Model, correction: Correction) {
    if let Some(Overlay::Import(import)) = model.overlays.last_mut() {
        import.correct(correction, model.document.workspace());
    }
}
