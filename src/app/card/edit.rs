//! What is done with the row that is selected: it is edited, stepped on, emptied or deleted.

use super::spot::{Spot, Thing};
use super::{Ui, add, cards, place_of_selected};
use crate::app::fields::names::Strangers;
use crate::app::fields::{Filled, Kind, Lookup, Row, Subject, fill};
use crate::app::message::quoted;
use crate::app::overlay::Overlay;
use crate::app::overlay::form::{Form, Place};
use crate::app::{Cx, Out, Visit};
use crate::domain::{Change, Edit, Outcome, removal};

/// The halves of a job's estimate.
const ESTIMATE: [&str; 2] = ["estimate.importance", "estimate.satisfaction"];

fn is_estimate(field: &str) -> bool {
    ESTIMATE.contains(&field)
}

/// Edits what is selected: a field where it stands, a nested thing in a form.
pub(super) fn edit(ui: &Ui, outcome: &Outcome, cx: Cx<'_>, out: &mut Out) {
    match ui.selected() {
        Spot::Thing(Thing::Outcome) => in_place(&Thing::Outcome, "statement", outcome, cx, out),
        Spot::Field(Thing::Outcome, "stage") => cards::choose_stage(outcome, cx, out),
        Spot::Field(Thing::Job(job), field) if is_estimate(field) => {
            // An estimate is two numbers or none: they are typed together.
            let subject = Subject::Estimate(job.clone());
            let form = Form::for_subject(subject, cx.workspace, cx.now).focused_on(field);
            out.open(Overlay::Form(form));
        }
        Spot::Field(thing, field) => in_place(thing, field, outcome, cx, out),
        Spot::Thing(thing) => whole(thing.subject(&outcome.id), cx, out),
        Spot::Score(_) => roadmap(ui, out),
        Spot::Empty(section) => add::to_section(section, outcome, cx, out),
    }
}

/// Edits all fields of what is selected, with the cursor in the selected one.
pub(super) fn edit_all(ui: &Ui, outcome: &Outcome, cx: Cx<'_>, out: &mut Out) {
    let Some(thing) = ui.selected().shows() else {
        return edit(ui, outcome, cx, out);
    };
    let thing = ui.selected().thing().unwrap_or(&thing);
    let form = Form::for_subject(thing.subject(&outcome.id), cx.workspace, cx.now);
    let form = match ui.selected() {
        Spot::Field(_, field) => form.focused_on(field),
        Spot::Thing(Thing::Outcome) => form.focused_on("statement"),
        Spot::Thing(_) | Spot::Score(_) | Spot::Empty(_) => form,
    };
    out.open(Overlay::Form(form));
}

fn in_place(thing: &Thing, field: &str, outcome: &Outcome, cx: Cx<'_>, out: &mut Out) {
    let form = Form::for_subject(thing.subject(&outcome.id), cx.workspace, cx.now)
        .only(field)
        .placed(Place::Inline(place_of_selected));
    out.open(Overlay::Form(form));
}

/// Opens a form with all fields of a subject.
pub(super) fn whole(subject: Subject, cx: Cx<'_>, out: &mut Out) {
    out.open(Overlay::Form(Form::for_subject(
        subject,
        cx.workspace,
        cx.now,
    )));
}

/// Goes to the selected job on the roadmap.
pub(super) fn roadmap(ui: &Ui, out: &mut Out) {
    match ui.selected().shows() {
        Some(Thing::Job(job)) => out.visit(Visit::Job(job)),
        _ => out.refuse("Select a job first; the roadmap ranks jobs"),
    }
}

/// Puts the next word into the selected field: a status, a touch, a fate.
pub(super) fn step(ui: &Ui, outcome: &Outcome, cx: Cx<'_>, out: &mut Out) {
    match next(ui, outcome, cx) {
        Some((subject, field, word)) => put(&subject, &[(field, &word)], cx, out),
        None => out.refuse("There are no words to step through here; Enter edits"),
    }
}

/// The field that can be stepped through in the selected row, and its next word.
pub(super) fn next(
    ui: &Ui,
    outcome: &Outcome,
    cx: Cx<'_>,
) -> Option<(Subject, &'static str, String)> {
    let (thing, field) = match ui.selected() {
        Spot::Field(thing, field) => (thing, *field),
        Spot::Thing(thing @ Thing::Initiative(_)) => (thing, "status"),
        Spot::Thing(thing @ Thing::Job(_)) => (thing, "fate"),
        Spot::Thing(Thing::Outcome | Thing::Step(..) | Thing::Kpi(_) | Thing::Reading(..))
        | Spot::Score(_)
        | Spot::Empty(_) => return None,
    };
    let subject = thing.subject(&outcome.id);
    let word = next_word(&subject, field, cx)?;
    Some((subject, field, word))
}

/// Puts the statement, or the story of the selected job, together from its parts.
pub(super) fn build(ui: &Ui, outcome: &Outcome, cx: Cx<'_>, out: &mut Out) {
    match parts(ui, outcome) {
        Some(subject) => whole(subject, cx, out),
        None => out.refuse("Select the outcome or a job first: these have parts"),
    }
}

/// The parts of what is selected, where it has some.
pub(super) fn parts(ui: &Ui, outcome: &Outcome) -> Option<Subject> {
    match ui.selected().shows()? {
        Thing::Outcome => Some(Subject::Statement {
            outcome: Some(outcome.id.clone()),
            text: outcome.statement.clone(),
        })
        .filter(|_| *ui.selected() == Spot::Thing(Thing::Outcome)),
        Thing::Job(job) => Some(Subject::Story(job)),
        Thing::Initiative(_) | Thing::Step(..) | Thing::Kpi(_) | Thing::Reading(..) => None,
    }
}

fn next_word(subject: &Subject, field: &str, cx: Cx<'_>) -> Option<String> {
    let rows = fill::rows(subject, cx.workspace, cx.now.today)?;
    let (row, word): (&Row, String) = rows.into_iter().find(|(row, _)| row.name == field)?;
    if !matches!(row.kind, Kind::Choice(_)) {
        return None;
    }
    let words = row.choices(cx.workspace)?;
    let place = words.iter().position(|there| *there == word)?;
    words.get((place + 1) % words.len()).cloned()
}

/// Puts texts into fields.
fn put(subject: &Subject, typed: &[(&str, &str)], cx: Cx<'_>, out: &mut Out) {
    let mut lookup = Lookup::new(cx.workspace, cx.now.today, Strangers::Refuse);
    match fill::fill(subject, typed, &mut lookup) {
        Ok(Filled::Change { change, .. }) => out.change(change),
        Ok(Filled::Filter(_) | Filled::Text(_) | Filled::Workshop(_)) => {}
        Err(wrongs) => out.refuse(wrongs.first().map_or("", |wrong| wrong.problem.as_str())),
    }
}

/// Deletes what is selected, or empties it where it is a field.
pub(super) fn delete(ui: &Ui, outcome: &Outcome, cx: Cx<'_>, out: &mut Out) {
    let change = match ui.selected() {
        Spot::Thing(Thing::Outcome) => {
            out.refuse("Cards are deleted on the board; Esc goes there");
            return;
        }
        Spot::Field(thing, field) => {
            let both = ESTIMATE.map(|half| (half, ""));
            let one = [(*field, "")];
            let typed = if is_estimate(field) { &both[..] } else { &one };
            return put(&thing.subject(&outcome.id), typed, cx, out);
        }
        Spot::Thing(Thing::Job(id) | Thing::Initiative(id) | Thing::Kpi(id)) => {
            removal::remove(cx.workspace, id)
        }
        Spot::Thing(thing @ (Thing::Step(..) | Thing::Reading(..))) => without(outcome, thing),
        Spot::Score(_) | Spot::Empty(_) => None,
    };
    match change {
        Some(change) => out.change(change),
        None => out.refuse("There is nothing to delete here"),
    }
}

/// The change that takes an escalation step or a reading away.
fn without(outcome: &Outcome, thing: &Thing) -> Option<Change> {
    let mut outcome = outcome.clone();
    let label = match thing {
        Thing::Step(initiative, place) => {
            let initiative = outcome.initiative_mut(initiative)?;
            if *place >= initiative.escalation.len() {
                return None;
            }
            let step = initiative.escalation.remove(*place);
            format!("Deleted the escalation to {}", quoted(&step.to))
        }
        Thing::Reading(kpi, date) => {
            let kpi = outcome.kpi_mut(kpi)?;
            kpi.readings.retain(|reading| reading.date != *date);
            let (name, date) = (quoted(&kpi.name), date.in_words());
            format!("Deleted the reading of {name} on {date}")
        }
        Thing::Outcome | Thing::Job(_) | Thing::Initiative(_) | Thing::Kpi(_) => return None,
    };
    Some(Change::new(label, vec![Edit::outcome(outcome)]))
}
