//! Going from card to card and from stage to stage.

use super::Ui;
use crate::app::lists::Go;
use crate::app::{Cx, Out};

/// Goes somewhere else.
pub fn go(ui: &mut Ui, go: Go, cx: Cx<'_>, out: &mut Out) {
    ui.has_just_captured = false;
    ui.drag = None;
    match go {
        Go::Left => sideways(ui, ui.stage_place.checked_sub(1), cx, out),
        Go::Right => sideways(ui, ui.stage_place.checked_add(1), cx, out),
        Go::Up | Go::Down | Go::First | Go::Last | Go::PageUp | Go::PageDown => {
            within(ui, go, cx, out);
        }
    }
}

/// Goes to another stage, to the card at about the same height.
fn sideways(ui: &mut Ui, place: Option<usize>, cx: Cx<'_>, out: &mut Out) {
    let stages = cx.workspace.stages();
    match place.filter(|place| *place < stages.len()) {
        Some(place) => focus(ui, place, cx),
        None if stages.is_empty() => out.refuse("There is no stage yet"),
        None => {
            let end = if place.is_none() { "first" } else { "last" };
            let name = &stages[ui.stage_place].name;
            out.refuse(format!("{name} is the {end} stage"));
        }
    }
}

/// Focuses the stage at a place, with the card at about the height of the one selected before.
pub(super) fn focus(ui: &mut Ui, place: usize, cx: Cx<'_>) {
    let list = ui.list(place, cx).with(None);
    let at_height = list.place_at(ui.first_card(place, cx), ui.row);
    ui.stage_place = place;
    ui.stage = cx
        .workspace
        .stages()
        .get(place)
        .map(|stage| stage.id.clone());
    ui.card_place = at_height;
    ui.card = ui.shown_cards(place, cx).get(at_height).cloned();
}

fn within(ui: &mut Ui, go: Go, cx: Cx<'_>, out: &mut Out) {
    let page = ui.layout.column(ui.stage_place);
    let page = page.map_or(1, |column| column.cards.len());
    let cards = ui.shown_cards(ui.stage_place, cx);
    let place = go.from(ui.card_place, cards.len(), page);
    if place == ui.card_place {
        let stage = ui.stage(cx).map_or("the board", |stage| &stage.name);
        out.refuse(match go {
            _ if cards.is_empty() => format!("There is no card in {stage}"),
            Go::Up | Go::First | Go::PageUp => format!("This is the first card in {stage}"),
            Go::Down | Go::Last | Go::PageDown | Go::Left | Go::Right => {
                format!("This is the last card in {stage}")
            }
        });
        return;
    }
    ui.card = cards.get(place).cloned();
    ui.card_place = place;
}
