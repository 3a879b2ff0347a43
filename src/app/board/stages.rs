//! What is done with stages: one more, its name and all its fields, its place, and away with it.

use super::{Typing, Ui, form, type_in};
use crate::app::fields::Subject;
use crate::app::overlay::Overlay;
use crate::app::overlay::form::Form;
use crate::app::overlay::menu::{Menu, Row, Then};
use crate::app::{Cx, Out};
use crate::domain::{Change, Edit, Stage, removal};

const NONE: &str = "There is no stage yet; add one first";

/// Asks for a stage to be added behind the focused one.
pub(super) fn add(ui: &Ui, cx: Cx<'_>, out: &mut Out) {
    let place = ui.stage(cx).map_or(0, |_| ui.stage_place + 1);
    out.open(form(Subject::NewStage { place }, cx));
}

/// Asks for the focused stage's name, in place.
pub(super) fn rename(ui: &mut Ui, cx: Cx<'_>, out: &mut Out) {
    let Some(stage) = ui.stage(cx) else {
        out.refuse(NONE);
        return;
    };
    let subject = Subject::Stage(stage.id.clone());
    let form = Form::for_subject(subject, cx.workspace, cx.now).only("name");
    type_in(ui, Typing::StageName, form, out);
}

/// Asks for all fields of the focused stage.
pub(super) fn edit(ui: &Ui, cx: Cx<'_>, out: &mut Out) {
    match ui.stage(cx) {
        Some(stage) => out.open(form(Subject::Stage(stage.id.clone()), cx)),
        None => out.refuse(NONE),
    }
}

/// Moves the focused stage to the left or to the right.
pub(super) fn step(ui: &Ui, by: isize, cx: Cx<'_>, out: &mut Out) {
    let Some(stage) = ui.stage(cx) else {
        out.refuse(NONE);
        return;
    };
    let count = cx.workspace.stages().len();
    let place = ui.stage_place.checked_add_signed(by);
    let Some(place) = place.filter(|place| *place < count) else {
        let end = if by < 0 { "first" } else { "last" };
        out.refuse(format!("{} is the {end} stage", stage.name));
        return;
    };
    let label = format!("Moved the stage '{}'", stage.name);
    let edits = vec![Edit::stage(stage.clone(), place)];
    out.change_together(Change::new(label, edits));
}

/// Deletes the focused stage. Where it has cards, archived ones too, it asks where they go.
pub(super) fn delete(ui: &Ui, cx: Cx<'_>, out: &mut Out) {
    let Some(stage) = ui.stage(cx) else {
        out.refuse(NONE);
        return;
    };
    let outcomes = cx.workspace.outcomes().values();
    let on_stage: Vec<_> = outcomes.filter(|card| card.stage == stage.id).collect();
    let cards = on_stage.len();
    // The board does not show them, but they go with the others.
    let archived = match on_stage.iter().filter(|card| !card.is_active()).count() {
        0 => String::new(),
        archived => format!(" ({archived} archived)"),
    };
    let Some(with_cards) = removal::remove(cx.workspace, &stage.id) else {
        return;
    };
    if cards == 0 {
        out.change(with_cards);
        return;
    }
    let cards = if cards == 1 {
        "its card".to_owned()
    } else {
        format!("its {cards} cards")
    };
    let mut rows = homes(stage, &cards, cx);
    rows.push(Row {
        text: format!("Delete {cards} too"),
        aside: "undo brings all back".to_owned(),
        synonyms: "remove".to_owned(),
        then: Then::Change(with_cards),
    });
    let title = format!(
        "Delete the stage '{}': where do {cards} go?{archived}",
        stage.name
    );
    out.open(Overlay::Menu(Menu::new(title, rows)));
}

/// A row for each stage that the cards of another can go to.
fn homes(stage: &Stage, cards: &str, cx: Cx<'_>) -> Vec<Row> {
    let stages = cx.workspace.stages().iter();
    let homes = stages.filter_map(|home| {
        let change = removal::empty_stage(cx.workspace, &stage.id, &home.id)?;
        Some(Row {
            text: format!("Move {cards} to {}", home.name),
            aside: home.team.clone().unwrap_or_default(),
            synonyms: String::new(),
            then: Then::Change(change),
        })
    });
    homes.collect()
}
