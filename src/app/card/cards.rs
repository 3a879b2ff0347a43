//! The card as a whole: where it stands on the board, whether it does, and the cards beside it.

use super::Ui;
use crate::app::message::quoted;
use crate::app::overlay::Overlay;
use crate::app::overlay::menu::{Menu, Row, Then};
use crate::app::{Cx, Out};
use crate::domain::{Change, Edit, Id, Outcome, Stage, placing};

/// Moves the card to the stage before or behind its own, to the same place there.
pub(super) fn to_neighbour(outcome: &Outcome, by: isize, cx: Cx<'_>, out: &mut Out) {
    let stages = cx.workspace.stages();
    let Some((here, stage)) = cx.workspace.stage(&outcome.stage) else {
        return;
    };
    let cards = cx.derived.cards(&stage.id);
    let place = cards.iter().position(|card| *card == outcome.id);
    let next = here.checked_add_signed(by);
    let Some(next) = next.and_then(|next| stages.get(next)) else {
        let end = if by < 0 { "first" } else { "last" };
        let name = &stage.name;
        return out.refuse(format!(
            "{name} is the {end} stage; there is none to move to"
        ));
    };
    out.change_together(moved(outcome, next, place.unwrap_or(0), cx));
}

/// Lets one choose the stage to which the card goes.
pub(super) fn choose_stage(outcome: &Outcome, cx: Cx<'_>, out: &mut Out) {
    let stages = cx.workspace.stages().iter();
    let others = stages.filter(|stage| stage.id != outcome.stage);
    let rows: Vec<Row> = others
        .map(|stage| Row {
            text: stage.name.clone(),
            aside: stage.team.clone().unwrap_or_default(),
            synonyms: String::new(),
            then: Then::Change(moved(outcome, stage, usize::MAX, cx)),
        })
        .collect();
    if rows.is_empty() {
        return out.refuse("There is no other stage to move to");
    }
    let title = format!("Move {} to", quoted(&outcome.statement));
    out.open(Overlay::Menu(Menu::new(title, rows)));
}

/// The change that puts a card at a place of a stage; behind the others where there are fewer.
fn moved(outcome: &Outcome, stage: &Stage, place: usize, cx: Cx<'_>) -> Change {
    let label = format!("Moved {} to {}", quoted(&outcome.statement), stage.name);
    let column = cx.derived.cards(&stage.id);
    let moved = std::slice::from_ref(&outcome.id);
    let edits = placing::place_in(cx.workspace, column, moved, (&stage.id, place));
    Change::new(label, edits)
}

/// Takes the card off the board, or puts it back.
pub(super) fn archive(outcome: &Outcome, cx: Cx<'_>, out: &mut Out) {
    let mut changed = outcome.clone();
    let verb = if outcome.is_active() {
        changed.archived = Some(cx.now.today);
        "Archived"
    } else {
        changed.archived = None;
        "Restored"
    };
    let label = format!("{verb} {}", quoted(&outcome.statement));
    out.change(Change::new(label, vec![Edit::outcome(changed)]));
}

/// Turns to the next card of the board or the one before, stage by stage.
pub(super) fn turn(ui: &mut Ui, outcome: &Outcome, by: isize, cx: Cx<'_>, out: &mut Out) {
    let stages = cx.workspace.stages().iter();
    let cards: Vec<&Id> = stages
        .flat_map(|stage| cx.derived.cards(&stage.id))
        .collect();
    let Some(here) = cards.iter().position(|card| **card == outcome.id) else {
        return out.refuse("An archived card has no neighbours; Esc goes back");
    };
    let next = here.checked_add_signed(by);
    match next.and_then(|place| cards.get(place)) {
        Some(card) => ui.turn_to((*card).clone()),
        None if by < 0 => out.refuse("This is the first card"),
        None => out.refuse("This is the last card"),
    }
}
