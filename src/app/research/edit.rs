//! What is done with the row that is selected: it is edited, stepped on, moved, emptied or deleted.

use std::sync::Arc;

use super::spot::{Spot, Thing};
use super::{Ui, add, links, place_of_selected};
use crate::app::editing;
use crate::app::fields::Subject;
use crate::app::lists::Way;
use crate::app::message::quoted;
use crate::app::{Cx, Out, Visit};
use crate::domain::workspace::{Head, Home};
use crate::domain::{Assumption, Change, Edit, Evidence, Id, Need, removal};

/// Edits what is selected, or goes to what stands elsewhere.
pub(super) fn edit(ui: &Ui, cx: Cx<'_>, out: &mut Out) {
    match ui.selected() {
        Spot::Thing(thing) => editing::whole(thing.subject(), cx, out),
        Spot::Field(thing, field) => {
            editing::in_place((thing.subject(), field), place_of_selected, cx, out);
        }
        Spot::Linked(_, id) => go_to(id, cx, out),
        Spot::Empty(section) => add::to_section(ui, section, cx, out),
    }
}

/// Goes to what an id names, where it stands.
fn go_to(id: &Id, cx: Cx<'_>, out: &mut Out) {
    let id = id.clone();
    match cx.workspace.home(&id) {
        Some(Home::Outcome | Home::Initiative(_) | Home::Kpi(_)) => out.visit(Visit::Card(id)),
        Some(Home::Job) => out.visit(Visit::Job(id)),
        Some(Home::Need) => out.visit(Visit::Research(Thing::Need(id))),
        Some(Home::Segment) => out.visit(Visit::Research(Thing::Segment(id))),
        Some(Home::Study) => out.visit(Visit::Research(Thing::Study(id))),
        Some(Home::Stage) | None => {}
    }
}

/// Edits all fields of what is selected, with the cursor in the selected one.
pub(super) fn edit_all(ui: &Ui, cx: Cx<'_>, out: &mut Out) {
    match (ui.selected(), ui.selected().shows()) {
        (Spot::Field(thing, field), _) => editing::whole_at(thing.subject(), field, cx, out),
        (Spot::Thing(thing), _) => editing::whole(thing.subject(), cx, out),
        (_, Some(thing)) => editing::whole(thing.subject(), cx, out),
        (_, None) => edit(ui, cx, out),
    }
}

/// Puts the next word into the selected field: a verdict, whether a need is said or shown.
pub(super) fn step(ui: &Ui, cx: Cx<'_>, out: &mut Out) {
    editing::step(next(ui, cx), cx, out);
}

/// The field that can be stepped through in the selected row, and its next word.
pub(super) fn next(ui: &Ui, cx: Cx<'_>) -> Option<(Subject, &'static str, String)> {
    let (thing, field) = match ui.selected() {
        Spot::Field(thing, field) => (thing, *field),
        Spot::Thing(thing @ Thing::Assumption(_)) => (thing, "verdict"),
        Spot::Thing(thing @ Thing::Need(_)) => (thing, "kind"),
        Spot::Thing(Thing::Vision | Thing::Evidence(..) | Thing::Segment(_) | Thing::Study(_))
        | Spot::Linked(..)
        | Spot::Empty(_) => return None,
    };
    editing::next(thing.subject(), field, cx)
}

/// Deletes what is selected; a field is emptied, a link is cut.
pub(super) fn delete(ui: &Ui, cx: Cx<'_>, out: &mut Out) {
    let change = match ui.selected() {
        Spot::Field(thing, field) => {
            return editing::put(&thing.subject(), &[(field, "")], cx, out);
        }
        Spot::Thing(Thing::Need(id) | Thing::Segment(id) | Thing::Study(id)) => {
            removal::remove(cx.workspace, id)
        }
        Spot::Thing(Thing::Assumption(place)) => without_assumption(*place, cx),
        Spot::Thing(Thing::Evidence(need, place)) => without_evidence(need, *place, cx),
        Spot::Linked(thing, id) => links::cut(thing, id, cx),
        Spot::Thing(Thing::Vision) | Spot::Empty(_) => None,
    };
    match (change, ui.selected()) {
        (Some(change), _) => out.change(change),
        (None, Spot::Linked(..)) => out.refuse("What a study asked comes from its answers"),
        (None, _) => out.refuse("There is nothing to delete here"),
    }
}

/// Moves the selected assumption or evidence past its neighbour.
pub(super) fn shift(ui: &mut Ui, way: Way, cx: Cx<'_>, out: &mut Out) {
    let moved = match ui.selected().clone() {
        Spot::Thing(Thing::Assumption(place)) => shift_assumption(place, way, cx),
        Spot::Thing(Thing::Evidence(need, place)) => shift_evidence(&need, place, way, cx),
        Spot::Thing(Thing::Need(_) | Thing::Segment(_) | Thing::Study(_)) => {
            return out.refuse(
                "They stand in the order of the file; only assumptions and evidence can be moved",
            );
        }
        Spot::Thing(Thing::Vision) | Spot::Field(..) | Spot::Linked(..) | Spot::Empty(_) => {
            return out.refuse("Only assumptions and evidence have an order here");
        }
    };
    match moved {
        Some((change, thing)) => {
            ui.cursor.select(Spot::Thing(thing));
            out.change_together(change);
        }
        None => out.refuse(format!("It can't go further {}", way.word())),
    }
}

fn shift_assumption(place: usize, way: Way, cx: Cx<'_>) -> Option<(Change, Thing)> {
    let (mut head, assumption) = with_assumption(place, cx)?;
    let all = &mut head.vision.as_mut()?.assumptions;
    let next = way.from(place, all.len())?;
    all.swap(place, next);
    let label = format!("Moved {} {}", quoted(&assumption.text), way.word());
    let change = Change::new(label, vec![Edit::Head(Arc::new(head))]);
    Some((change, Thing::Assumption(next)))
}

fn shift_evidence(id: &Id, place: usize, way: Way, cx: Cx<'_>) -> Option<(Change, Thing)> {
    let (mut need, evidence) = with_evidence(id, place, cx)?;
    let next = way.from(place, need.evidence.len())?;
    need.evidence.swap(place, next);
    let label = format!("Moved {} {}", quoted(&evidence.source), way.word());
    let change = Change::new(label, vec![Edit::need(need)]);
    Some((change, Thing::Evidence(id.clone(), next)))
}

fn without_assumption(place: usize, cx: Cx<'_>) -> Option<Change> {
    let (mut head, gone) = with_assumption(place, cx)?;
    head.vision.as_mut()?.assumptions.remove(place);
    let label = format!("Deleted the assumption {}", quoted(&gone.text));
    Some(Change::new(label, vec![Edit::Head(Arc::new(head))]))
}

fn without_evidence(id: &Id, place: usize, cx: Cx<'_>) -> Option<Change> {
    let (mut need, gone) = with_evidence(id, place, cx)?;
    need.evidence.remove(place);
    let (source, statement) = (quoted(&gone.source), quoted(&need.statement));
    let label = format!("Deleted the evidence {source} of {statement}");
    Some(Change::new(label, vec![Edit::need(need)]))
}

/// A copy of the head, with the assumption at a place.
fn with_assumption(place: usize, cx: Cx<'_>) -> Option<(Head, Assumption)> {
    let head = Head::clone(cx.workspace.head());
    let assumption = head.vision.as_ref()?.assumptions.get(place)?.clone();
    Some((head, assumption))
}

/// A copy of a need, with the evidence at a place.
fn with_evidence(id: &Id, place: usize, cx: Cx<'_>) -> Option<(Need, Evidence)> {
    let need = Need::clone(cx.workspace.needs().get(id)?);
    let evidence = need.evidence.get(place)?.clone();
    Some((need, evidence))
}
