//! What else is done with cards: tags, a copy, off the board and back, away for good.

use super::moving::named;
use super::{Ui, form};
use crate::app::fields::Subject;
use crate::app::message::quoted;
use crate::app::overlay::Overlay;
use crate::app::overlay::menu::{Menu, Row, Then};
use crate::app::{Cx, Out};
use crate::domain::{Change, Edit, Id, Outcome, placing, removal};

/// Asks for tags for the marked cards, or the selected one.
pub(super) fn tag(ui: &mut Ui, cx: Cx<'_>, out: &mut Out) {
    let cards = ui.chosen(cx);
    if cards.is_empty() {
        out.refuse("There is no card here to tag");
        return;
    }
    out.open(form(Subject::Tags(cards), cx));
}

/// Puts a copy of the selected card below it. Its KPIs come along without their readings: those
/// were read of the original.
pub(super) fn duplicate(ui: &mut Ui, cx: Cx<'_>, out: &mut Out) {
    let Some(original) = ui.card(cx) else {
        out.refuse("There is no card here to duplicate");
        return;
    };
    let column = cx.derived.cards(&original.stage);
    let place = column.iter().position(|id| *id == original.id);
    let place = place.map_or(column.len(), |place| place + 1);
    let mut copy = copy_of(original, cx);
    let (rank, mut edits) = placing::rank_in(cx.workspace, column, (&original.stage, place));
    copy.rank = rank;
    ui.card = Some(copy.id.clone());
    let label = format!("Duplicated {}", quoted(&original.statement));
    edits.push(Edit::outcome(copy));
    out.change(Change::new(label, edits));
}

fn copy_of(original: &Outcome, cx: Cx<'_>) -> Outcome {
    let mut made: Vec<Id> = Vec::new();
    let mut fresh = |words: &str, kind: &str| {
        let is_taken = |id: &Id| made.contains(id) || cx.workspace.is_spent(id);
        let id = Id::from_words(words, kind, is_taken);
        made.push(id.clone());
        id
    };
    let mut copy = original.clone();
    copy.id = fresh(&copy.statement, "outcome");
    for initiative in &mut copy.initiatives {
        initiative.id = fresh(&initiative.name, "initiative");
        for kpi in &mut initiative.kpis {
            kpi.id = fresh(&kpi.name, "kpi");
            kpi.readings.clear();
        }
    }
    copy
}

/// Takes the marked cards, or the selected one, off the board.
pub(super) fn archive(ui: &mut Ui, cx: Cx<'_>, out: &mut Out) {
    let cards = ui.chosen(cx);
    if cards.is_empty() {
        out.refuse("There is no card here to archive");
        return;
    }
    let outcomes = cards
        .iter()
        .filter_map(|id| cx.workspace.outcomes().get(id));
    let edits = outcomes.map(|card| {
        let mut card = Outcome::clone(card);
        card.archived = Some(cx.now.today);
        Edit::outcome(card)
    });
    let label = format!("Archived {}", named(&cards, cx));
    out.change(Change::new(label, edits.collect()));
}

/// Deletes the marked cards, or the selected one.
pub(super) fn delete(ui: &mut Ui, cx: Cx<'_>, out: &mut Out) {
    match removal::outcomes(cx.workspace, &ui.chosen(cx)) {
        Some(change) => out.change(change),
        None => out.refuse("There is no card here to delete"),
    }
}

/// Lists the archived cards, to put one back.
pub(super) fn archived(cx: Cx<'_>, out: &mut Out) {
    let outcomes = cx.workspace.outcomes().values();
    let mut cards: Vec<_> = outcomes
        .filter_map(|card| Some((card.archived?, card)))
        .collect();
    if cards.is_empty() {
        out.refuse("No card is archived");
        return;
    }
    cards.sort_by_key(|(since, _)| std::cmp::Reverse(*since));
    let rows = cards.into_iter().map(|(since, card)| {
        let stage = cx.workspace.stage(&card.stage);
        let stage = stage.map_or("", |(_, stage)| &stage.name);
        Row {
            text: card.statement.clone(),
            aside: format!("{stage}, since {}", since.in_words()),
            synonyms: card.tags.join(" "),
            then: Then::Change(restore(card)),
        }
    });
    let menu = Menu::new("Archived cards: put one back on the board", rows.collect());
    out.open(Overlay::Menu(menu));
}

fn restore(card: &Outcome) -> Change {
    let mut back = card.clone();
    back.archived = None;
    let label = format!("Restored {}", quoted(&card.statement));
    Change::new(label, vec![Edit::outcome(back)])
}
