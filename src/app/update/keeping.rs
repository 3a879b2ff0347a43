//! What whoever keeps the workspace tells: that it is saved or not, what earlier sessions did, and
//! what somebody else wrote.

use super::travel_history;
use crate::app::overlay::conflicts::Chooser;
use crate::app::overlay::{Overlay, menu};
use crate::app::{Access, Effect, Model, NotSaved, Out, Recall, Saved, Travel};
use crate::domain::difference::{difference, summary};
use crate::domain::history::History;
use crate::domain::merge::Merged;
use crate::domain::wording::counted;
use crate::domain::{Document, Workspace};

pub(super) fn saved(model: &mut Model, revision: u64, out: &mut Out) {
    if revision != model.document.revision() {
        return;
    }
    model.document.mark_saved();
    model.saved = Saved::At(model.now.time);
    if model.is_leaving {
        out.effect(Effect::Quit);
    }
}

/// Says that something is not in the file, and the first time what can be done about it.
pub(super) fn not_saved(model: &mut Model, failure: NotSaved, out: &mut Out) {
    model.is_leaving = false;
    out.refuse(format!("Not saved: {}", failure.why));
    if !matches!(model.saved, Saved::Failed(_)) && model.overlays.is_empty() {
        out.open(Overlay::Menu(menu::not_saved(&failure)));
    }
    model.saved = Saved::Failed(failure);
}

/// Takes in what earlier sessions did, and does what was wanted of it meanwhile.
pub(super) fn recalled(model: &mut Model, history: History, out: &mut Out) {
    model.document.adopt(history);
    match std::mem::take(&mut model.recall) {
        Recall::Wanted(travels) => {
            for travel in travels {
                travel_history(model, travel, out);
            }
        }
        Recall::Due | Recall::Done => {}
    }
}

/// Puts a step through the history off until it is known what earlier sessions did.
pub(super) fn put_off(model: &mut Model, travel: Travel) {
    match &mut model.recall {
        Recall::Wanted(travels) => travels.push(travel),
        Recall::Due | Recall::Done => model.recall = Recall::Wanted(vec![travel]),
    }
}

/// Whether a step through the history needs what is still being read.
pub(super) fn has_to_wait(model: &Model, travel: Travel) -> bool {
    let history = model.document.history();
    let has_none = match travel {
        Travel::Undo => history.done().is_empty(),
        Travel::Redo => history.undone().is_empty() && history.done().is_empty(),
    };
    model.recall != Recall::Done && has_none
}

/// Takes in what somebody else wrote as a step of its own. What was done here since it was merged
/// is not in it: then it is merged again.
pub(super) fn outside(model: &Model, revision: u64, merged: Merged, out: &mut Out) {
    if revision != model.document.revision() {
        out.effect(Effect::MergeAgain);
        return;
    }
    let conflicts = merged.conflicts.list();
    out.outside = Some(conflicts.is_empty());
    if !conflicts.is_empty() {
        let places = counted(conflicts.len(), "field");
        out.say(format!(
            "{places} were changed here and outside: yours are kept, theirs are in a copy"
        ));
        out.open(Overlay::Conflicts(Chooser::new(merged.conflicts)));
    }
    out.change(merged.change);
}

/// Shows what somebody else wrote.
pub(super) fn followed(model: &Model, theirs: &Workspace, out: &mut Out) {
    let change = difference(model.workspace(), theirs, "Followed the file");
    out.outside = Some(true);
    out.say(format!("Changed in the file: {}", summary(&change)));
    out.change(change);
}

/// Goes on with the workspace as somebody else left it.
pub(super) fn taken_over(model: &mut Model, document: Document, out: &mut Out) {
    let keys = difference(model.workspace(), document.workspace(), "").keys();
    model.document.go_on_as(document);
    model
        .derived
        .take_in(&keys, model.document.workspace(), model.now.today);
    model.access = Access::Write;
    model.saved = Saved::At(model.now.time);
    out.say("Nobody else has the workspace open any more: you can change it now");
}
