//! The card as a whole: where it stands on the board, whether it does, and the cards beside it.

use super::Ui;
use crate::app::overlay::Overlay;
use crate::app::overlay::menu::{Menu, Row, Then};
use crate::app::{Cx, Out};
use crate::domain::{Change, Edit, Id, Outcome, Stage, placing};

/// Moves the card to the stage before or behind its own.
pub(super) fn to_neighbour(outcome: &Outcome, by: isize, cx: Cx<'_>, out: &mut Out) {
    let stages = cx.workspace.stages();
    let here = cx.workspace.stage(&outcome.stage).map(|(place, _)| place);
    let next = here.and_then(|place| place.checked_add_signed(by));
    match next.and_then(|place| stages.get(place)) {
        Some(stage) => out.change_together(moved(outcome, stage, cx)),
        None if by < 0 => out.refuse("This is the first stage"),
        None => out.refuse("This is the last stage"),
    }
}

/// Lets one choose the stage to which the card goes.
pub(super) fn choose_stage(outcome: &Outcome, cx: Cx<'_>, out: &mut Out) {
    let stages = cx.workspace.stages().iter();
    let rows = stages.map(|stage| {
        let is_here = stage.id == outcome.stage;
        Row {
            text: stage.name.clone(),
            aside: if is_here { "it is here" } else { "" }.to_owned(),
            synonyms: stage.team.clone().unwrap_or_default(),
            then: if is_here {
                Then::Read
            } else {
                Then::Change(moved(outcome, stage, cx))
            },
        }
    });
    let menu = Menu::new("To which stage does the card go?", rows.collect());
    out.open(Overlay::Menu(menu));
}

/// The change that puts a card behind the others of a stage.
fn moved(outcome: &Outcome, stage: &Stage, cx: Cx<'_>) -> Change {
    let label = format!("Moved '{}' to {}", outcome.statement, stage.name);
    let moved = std::slice::from_ref(&outcome.id);
    let edits = placing::place(cx.workspace, moved, &stage.id, usize::MAX);
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
    let label = format!("{verb} '{}'", outcome.statement);
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
