//! Moving cards: a stage along, within their stage, to a stage that is picked. Marked cards move
//! together; where nothing is marked it is the selected one.

use super::Ui;
use crate::app::message::quoted;
use crate::app::overlay::Overlay;
use crate::app::overlay::menu::{Menu, Row, Then};
use crate::app::{Cx, Out};
use crate::domain::{Change, Id, Stage, placing};

/// Where cards go: before the card that stands at a place of a stage when they are taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The stage's place on the board, from 0.
    pub stage: usize,
    /// The place among the cards that the stage shows, from 0.
    pub place: usize,
}

/// Moves cards to the stage before or behind theirs.
pub(super) fn sideways(ui: &mut Ui, by: isize, cx: Cx<'_>, out: &mut Out) {
    let cards = ui.chosen(cx);
    let Some(from) = common_stage(&cards, cx) else {
        out.refuse(none_or_several(&cards));
        return;
    };
    let stages = cx.workspace.stages();
    let Some(stage) = from
        .checked_add_signed(by)
        .filter(|place| *place < stages.len())
    else {
        let end = if by < 0 { "first" } else { "last" };
        out.refuse(format!(
            "{} is the {end} stage; there is none to move to",
            stages[from].name
        ));
        return;
    };
    let target = Target {
        stage,
        place: ui.card_place,
    };
    out.change_together(to(ui, &cards, &target, cx));
}

/// Moves cards before the one above them.
pub(super) fn up(ui: &mut Ui, cx: Cx<'_>, out: &mut Out) {
    within(ui, cx, out, |shown, cards| {
        let first = shown.iter().position(|id| cards.contains(id))?;
        first.checked_sub(1)
    });
}

/// Moves cards behind the one below them.
pub(super) fn down(ui: &mut Ui, cx: Cx<'_>, out: &mut Out) {
    within(ui, cx, out, |shown, cards| {
        let last = shown.iter().rposition(|id| cards.contains(id))?;
        // The moved ones are taken out before they go behind the next.
        (last + 1 < shown.len()).then_some(last + 2 - cards.len())
    });
}

fn within(ui: &mut Ui, cx: Cx<'_>, out: &mut Out, place: impl Fn(&[Id], &[Id]) -> Option<usize>) {
    let cards = ui.chosen(cx);
    let Some(stage) = common_stage(&cards, cx) else {
        out.refuse(none_or_several(&cards));
        return;
    };
    let shown = ui.shown_cards(stage, cx);
    let Some(place) = place(shown, &cards) else {
        out.refuse("There is no card on that side to move past");
        return;
    };
    out.change_together(to(ui, &cards, &Target { stage, place }, cx));
}

/// Lists the stages to move to.
pub(super) fn ask(ui: &mut Ui, cx: Cx<'_>, out: &mut Out) {
    let cards = ui.chosen(cx);
    if cards.is_empty() {
        out.refuse(none_or_several(&cards));
        return;
    }
    let from = common_stage(&cards, cx);
    let stages = cx.workspace.stages().iter().enumerate();
    let rows: Vec<Row> = stages
        .filter(|(place, _)| Some(*place) != from)
        .map(|(stage, name)| Row {
            text: name.name.clone(),
            aside: name.team.clone().unwrap_or_default(),
            synonyms: String::new(),
            then: Then::Change(to(
                ui,
                &cards,
                &Target {
                    stage,
                    place: usize::MAX,
                },
                cx,
            )),
        })
        .collect();
    if rows.is_empty() {
        out.refuse("There is no other stage to move to");
        return;
    }
    let title = format!("Move {} to", named(&cards, cx));
    out.open(Overlay::Menu(Menu::new(title, rows)));
}

/// The change that moves cards to a target.
pub(super) fn to(ui: &Ui, cards: &[Id], target: &Target, cx: Cx<'_>) -> Change {
    let stage: &Stage = &cx.workspace.stages()[target.stage];
    let place = place_among_all(ui, cards, target, cx);
    let column = cx.derived.cards(&stage.id);
    let edits = placing::place_in(cx.workspace, column, cards, (&stage.id, place));
    let is_within = common_stage(cards, cx) == Some(target.stage);
    let way = if is_within { "within" } else { "to" };
    Change::new(
        format!("Moved {} {way} {}", named(cards, cx), stage.name),
        edits,
    )
}

/// The place among all of the stage's other cards that comes nearest to one among those shown:
/// behind the card that is above it there.
fn place_among_all(ui: &Ui, moved: &[Id], target: &Target, cx: Cx<'_>) -> usize {
    let rest = |cards: &'_ [Id]| -> Vec<Id> {
        let rest = cards.iter().filter(|id| !moved.contains(id));
        rest.cloned().collect()
    };
    let all = cx.derived.cards(&cx.workspace.stages()[target.stage].id);
    let shown = ui.shown_cards(target.stage, cx);
    if shown.len() == all.len() {
        return target.place;
    }
    let (all, shown) = (rest(all), rest(shown));
    let place_of = |card: &Id| all.iter().position(|id| id == card);
    match target.place.min(shown.len()).checked_sub(1) {
        Some(above) => place_of(&shown[above]).map_or(all.len(), |place| place + 1),
        None => shown.first().and_then(place_of).unwrap_or(all.len()),
    }
}

/// The stage that all cards stand in.
pub(super) fn common_stage(cards: &[Id], cx: Cx<'_>) -> Option<usize> {
    let mut stages = cards
        .iter()
        .filter_map(|id| cx.workspace.outcomes().get(id))
        .map(|card| &card.stage);
    let stage = stages.next()?;
    if stages.any(|other| other != stage) {
        return None;
    }
    cx.workspace.stage(stage).map(|(place, _)| place)
}

/// Cards as they are spoken of: one by its statement, several by their number.
pub(super) fn named(cards: &[Id], cx: Cx<'_>) -> String {
    match cards {
        [card] => {
            let card = cx.workspace.outcomes().get(card);
            quoted(card.map_or("", |card| &card.statement))
        }
        _ => format!("{} cards", cards.len()),
    }
}

fn none_or_several(cards: &[Id]) -> &'static str {
    if cards.is_empty() {
        "There is no card here to move"
    } else {
        "The marked cards stand in several stages; pick one stage to move them all to"
    }
}

impl Ui {
    /// The marked cards in the board's order; where none is marked, the selected one.
    pub(super) fn chosen(&self, cx: Cx<'_>) -> Vec<Id> {
        if self.marks.is_empty() {
            return self.card.iter().cloned().collect();
        }
        let stages = cx.workspace.stages().iter();
        let cards = stages.flat_map(|stage| cx.derived.cards(&stage.id));
        cards
            .filter(|id| self.marks.contains(*id))
            .cloned()
            .collect()
    }
}
