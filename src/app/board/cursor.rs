//! The cursor of the board: on a card by its id, so that it stays there through moves, undo and
//! filters; where the card is gone, on its neighbour. And what must scroll so that it is in view.

use super::filter::Filter;
use super::layout::{self, List, Slot};
use super::{Typing, Ui};
use crate::app::Cx;
use crate::domain::{Id, Outcome, Stage};

/// Keeps the cursor on something that is there, and in view.
pub fn follow(ui: &mut Ui, cx: Cx<'_>) {
    ui.found.refresh(&ui.filter, cx);
    if ui.typing == Some(Typing::Search) {
        ui.found.read(cx);
    }
    if ui.has_just_captured && ui.shown_place(cx).is_none() {
        // What was typed just now must be seen, whatever was asked for before.
        ui.filter = Filter::default();
        ui.found.refresh(&ui.filter, cx);
    }
    let outcomes = cx.workspace.outcomes();
    ui.marks
        .retain(|id| outcomes.get(id).is_some_and(|card| card.is_active()));
    ui.settle(cx);
    ui.scroll(cx);
    ui.layout = layout::layout(ui, cx);
    if let Some(card) = ui.card.as_ref().and_then(|id| ui.layout.card(id)) {
        let list = ui.layout.column(ui.stage_place).map(|column| column.list);
        ui.row = card.area.y - list.unwrap_or_default().y.min(card.area.y);
    }
}

impl Ui {
    pub(super) fn stage<'a>(&self, cx: Cx<'a>) -> Option<&'a Stage> {
        let stage = self.stage.as_ref()?;
        cx.workspace.stage(stage).map(|(_, stage)| &**stage)
    }

    pub(super) fn card<'a>(&self, cx: Cx<'a>) -> Option<&'a Outcome> {
        let card = self.card.as_ref()?;
        cx.workspace.outcomes().get(card).map(AsRef::as_ref)
    }

    /// The place of the selected card among those that its stage shows.
    fn shown_place(&self, cx: Cx<'_>) -> Option<usize> {
        let card = self.card(cx).filter(|card| card.is_active())?;
        let cards = self.found.cards(&card.stage, cx.derived);
        if cards.get(self.card_place) == Some(&card.id) {
            return Some(self.card_place);
        }
        cards.iter().position(|id| *id == card.id)
    }

    /// Puts stage and card on what is there: the selected card wherever it stands; where it is not
    /// shown any more, the one at its place.
    fn settle(&mut self, cx: Cx<'_>) {
        if let Some(place) = self.shown_place(cx) {
            self.card_place = place;
            self.stage = self.card(cx).map(|card| card.stage.clone());
        }
        let stages = cx.workspace.stages();
        let place = stages
            .iter()
            .position(|stage| Some(&stage.id) == self.stage.as_ref());
        self.stage_place =
            place.unwrap_or_else(|| self.stage_place.min(stages.len().saturating_sub(1)));
        if std::mem::take(&mut self.is_seeking) {
            self.stage_place = self.seek(cx);
        }
        self.stage = stages.get(self.stage_place).map(|stage| stage.id.clone());
        if self.shown_place(cx).is_none() {
            let cards = self.shown_cards(self.stage_place, cx);
            let place = self.card_place.min(cards.len().saturating_sub(1));
            self.card = cards.get(place).cloned();
            self.card_place = place;
        }
    }

    /// The place of the focused stage, or of the first one that shows a card if that shows none.
    fn seek(&self, cx: Cx<'_>) -> usize {
        let is_found = |stage: &usize| !self.shown_cards(*stage, cx).is_empty();
        let found = (0..cx.workspace.stages().len()).find(is_found);
        let here = Some(self.stage_place).filter(is_found);
        here.or(found).unwrap_or(self.stage_place)
    }

    /// The cards that the stage at a place shows.
    pub(super) fn shown_cards<'a>(&'a self, stage: usize, cx: Cx<'a>) -> &'a [Id] {
        let stage = cx.workspace.stages().get(stage);
        stage.map_or(&[], |stage| self.found.cards(&stage.id, cx.derived))
    }

    /// The list of cards of the stage at a place.
    pub(super) fn list<'a>(&'a self, stage: usize, cx: Cx<'a>) -> List<'a> {
        let size = layout::list_size(self, stage, cx);
        let list = List::new(self.shown_cards(stage, cx), cx.workspace, size);
        list.with(self.slot().filter(|_| stage == self.stage_place))
    }

    /// The card that the stage at a place shows first.
    pub(super) fn first_card(&self, stage: usize, cx: Cx<'_>) -> usize {
        let stage = cx.workspace.stages().get(stage);
        let first = stage.and_then(|stage| self.first_cards.get(&stage.id));
        first.copied().unwrap_or(0)
    }

    fn slot(&self) -> Option<Slot> {
        match (self.typing.as_ref()?, &self.card) {
            (Typing::NewCard, Some(_)) => Some(Slot::Below(self.card_place)),
            (Typing::NewCard, None) => Some(Slot::Top),
            (Typing::Statement, _) => Some(Slot::Over(self.card_place)),
            (Typing::StageName | Typing::Search, _) => None,
        }
    }

    /// Brings the focused stage and the selected card into view.
    fn scroll(&mut self, cx: Cx<'_>) {
        let stages = cx.workspace.stages();
        if stages.is_empty() {
            return;
        }
        let width = cx.area.width;
        self.first_stage = layout::window(width, stages.len(), self.first_stage, self.stage_place);
        for (place, stage) in stages.iter().enumerate() {
            let first = self.first_card(place, cx);
            let is_focused = place == self.stage_place;
            if first == 0 && !is_focused {
                continue;
            }
            let list = self.list(place, cx);
            let first = if is_focused {
                list.first_to_show(first, self.card_place)
            } else {
                first.min(list.last_first())
            };
            self.first_cards.insert(stage.id.clone(), first);
        }
    }
}
