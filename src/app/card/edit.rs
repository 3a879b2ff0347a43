//! What is done with the row that is selected: it is edited, stepped on, emptied or deleted.

use super::spot::{Spot, Thing};
use super::{Ui, add, cards, place_of_selected};
use crate::app::editing;
use crate::app::fields::Subject;
use crate::app::message::quoted;
use crate::app::overlay::Overlay;
use crate::app::overlay::menu::{Menu, Row, Then};
use crate::app::research::links;
use crate::app::research::spot::Thing as Known;
use crate::app::{Cx, Out, Visit};
use crate::domain::{Change, Edit, Id, Outcome, removal};

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
            editing::whole_at(Subject::Estimate(job.clone()), field, cx, out);
        }
        Spot::Field(thing, field) => in_place(thing, field, outcome, cx, out),
        Spot::Thing(thing) => editing::whole(thing.subject(&outcome.id), cx, out),
        Spot::Need(need) => out.visit(Visit::Research(Known::Need(need.clone()))),
        Spot::Score(_) => roadmap(ui, outcome, cx, out),
        Spot::Empty(section) => add::to_section(section, outcome, cx, out),
    }
}

/// Edits all fields of what is selected, with the cursor in the selected one.
pub(super) fn edit_all(ui: &Ui, outcome: &Outcome, cx: Cx<'_>, out: &mut Out) {
    let Some(thing) = ui.selected().shows() else {
        return edit(ui, outcome, cx, out);
    };
    let thing = ui.selected().thing().unwrap_or(&thing);
    let subject = thing.subject(&outcome.id);
    match ui.selected() {
        Spot::Field(_, field) => editing::whole_at(subject, field, cx, out),
        Spot::Thing(Thing::Outcome) => editing::whole_at(subject, "statement", cx, out),
        Spot::Need(_) => editing::whole_at(subject, "needs", cx, out),
        Spot::Thing(_) | Spot::Score(_) | Spot::Empty(_) => editing::whole(subject, cx, out),
    }
}

fn in_place(thing: &Thing, field: &str, outcome: &Outcome, cx: Cx<'_>, out: &mut Out) {
    let subject = thing.subject(&outcome.id);
    editing::in_place((subject, field), place_of_selected, cx, out);
}

/// Goes to where what is selected stands besides this card: a job to the roadmap, a need or a
/// segment to the research.
pub(super) fn roadmap(ui: &Ui, outcome: &Outcome, cx: Cx<'_>, out: &mut Out) {
    match (ui.selected(), ui.selected().shows()) {
        (Spot::Need(need), _) => out.visit(Visit::Research(Known::Need(need.clone()))),
        (Spot::Field(Thing::Outcome, "segments"), _) => segments(outcome, cx, out),
        (_, Some(Thing::Job(job))) => out.visit(Visit::Job(job)),
        (_, _) => {
            out.refuse("Select a job, a need or the segments first: they stand elsewhere too");
        }
    }
}

/// Goes to the outcome's segment in the research; of several one is chosen.
fn segments(outcome: &Outcome, cx: Cx<'_>, out: &mut Out) {
    let there = |id: &Id| Visit::Research(Known::Segment(id.clone()));
    match outcome.segments.as_slice() {
        [] => out.refuse("It names no segment: all customers desire it"),
        [only] => out.visit(there(only)),
        several => {
            let rows = several.iter().map(|id| Row {
                text: cx.workspace.name_of(id).unwrap_or_default().to_owned(),
                aside: String::new(),
                synonyms: String::new(),
                then: Then::Visit(there(id)),
            });
            out.open(Overlay::Menu(Menu::new("Which segment?", rows.collect())));
        }
    }
}

/// Puts the next word into the selected field: a status, a touch, a fate.
pub(super) fn step(ui: &Ui, outcome: &Outcome, cx: Cx<'_>, out: &mut Out) {
    editing::step(next(ui, outcome, cx), cx, out);
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
        | Spot::Need(_)
        | Spot::Score(_)
        | Spot::Empty(_) => return None,
    };
    editing::next(thing.subject(&outcome.id), field, cx)
}

/// Puts the statement, or the story of the selected job, together from its parts.
pub(super) fn build(ui: &Ui, outcome: &Outcome, cx: Cx<'_>, out: &mut Out) {
    match parts(ui, outcome) {
        Some(subject) => editing::whole(subject, cx, out),
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
            return editing::put(&thing.subject(&outcome.id), typed, cx, out);
        }
        Spot::Thing(Thing::Job(id) | Thing::Initiative(id) | Thing::Kpi(id)) => {
            removal::remove(cx.workspace, id)
        }
        Spot::Thing(thing @ (Thing::Step(..) | Thing::Reading(..))) => without(outcome, thing),
        Spot::Need(need) => links::unserve(need, outcome, cx),
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
