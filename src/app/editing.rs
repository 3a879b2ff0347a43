//! What screens do with the fields of things: open a form, put a text into a field, put the next of
//! its words. Nothing here commits a change.

use super::fields::names::Strangers;
use super::fields::{Filled, Kind, Lookup, Row, Subject, fill};
use super::geometry::Area;
use super::overlay::Overlay;
use super::overlay::form::{Form, Place};
use super::{Cx, Model, Out};

/// Opens a form with all fields of a subject.
pub(super) fn whole(subject: Subject, cx: Cx<'_>, out: &mut Out) {
    let form = Form::for_subject(subject, cx.workspace, cx.now);
    out.open(Overlay::Form(form));
}

/// Opens a form with all fields of a subject, with the cursor in one of them.
pub(super) fn whole_at(subject: Subject, field: &str, cx: Cx<'_>, out: &mut Out) {
    let form = Form::for_subject(subject, cx.workspace, cx.now).focused_on(field);
    out.open(Overlay::Form(form));
}

/// Opens a form with one field where it stands on the screen.
pub(super) fn in_place(
    (subject, field): (Subject, &str),
    place: fn(&Model) -> Area,
    cx: Cx<'_>,
    out: &mut Out,
) {
    let form = Form::for_subject(subject, cx.workspace, cx.now)
        .only(field)
        .placed(Place::Inline(place));
    out.open(Overlay::Form(form));
}

/// Puts texts into fields.
pub(super) fn put(subject: &Subject, typed: &[(&str, &str)], cx: Cx<'_>, out: &mut Out) {
    let mut lookup = Lookup::new(cx.workspace, cx.now.today, Strangers::Refuse);
    match fill::fill(subject, typed, &mut lookup) {
        Ok(Filled::Change { change, .. }) => out.change(change),
        Ok(
            Filled::Filter(_)
            | Filled::Text(_)
            | Filled::Workshop(_)
            | Filled::Survey(_)
            | Filled::Intake(_),
        ) => {}
        Err(wrongs) => out.refuse(wrongs.first().map_or("", |wrong| wrong.problem.as_str())),
    }
}

/// Puts the next of its words into a field; where there is none, says so.
pub(super) fn step(next: Option<(Subject, &str, String)>, cx: Cx<'_>, out: &mut Out) {
    match next {
        Some((subject, field, word)) => put(&subject, &[(field, &word)], cx, out),
        None => out.refuse("There are no words to step through here; Enter edits"),
    }
}

/// The next of the words that a field takes; none where it takes others too.
pub(super) fn next<'f>(
    subject: Subject,
    field: &'f str,
    cx: Cx<'_>,
) -> Option<(Subject, &'f str, String)> {
    let rows = fill::rows(&subject, cx.workspace, cx.now.today)?;
    let (row, word): (&Row, String) = rows.into_iter().find(|(row, _)| row.name == field)?;
    if !matches!(row.kind, Kind::Choice(_)) {
        return None;
    }
    let words = row.choices(cx.workspace)?;
    let place = words.iter().position(|there| *there == word)?;
    let next = words.get((place + 1) % words.len()).cloned()?;
    Some((subject, field, next))
}
