//! The cards that a filter lets through, stage by stage: kept while neither the workspace nor the
//! filter changes, so that a frame costs what it shows and a letter of a search one look at each
//! card that the letters before have found.

use std::sync::Arc;

use super::filter::{Asked, Filter, lowered};
use crate::app::Cx;
use crate::app::derived::Derived;
use crate::domain::{Id, Outcome, Stage};

/// The cards that are shown.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    filter: Filter,
    /// Of which state of the workspace the columns speak.
    revision: Option<u64>,
    columns: Vec<Column>,
}

/// The cards of a stage, read for searching, and which of them are shown.
#[derive(Clone, Debug)]
struct Column {
    stage: Id,
    cards: Vec<Card>,
    /// The places of those that are shown, and their ids.
    places: Vec<usize>,
    shown: Vec<Id>,
}

#[derive(Clone, Debug)]
struct Card {
    outcome: Arc<Outcome>,
    /// What it says, in lower case.
    text: String,
}

impl Found {
    /// The cards of a stage that are shown, in the board's order.
    pub(super) fn cards<'a>(&'a self, stage: &Id, derived: &'a Derived) -> &'a [Id] {
        if self.filter.is_empty() {
            return derived.cards(stage);
        }
        let column = self.columns.iter().find(|column| column.stage == *stage);
        column.map_or(&[], |column| &column.shown)
    }

    /// Brings the columns up to date.
    pub(super) fn refresh(&mut self, filter: &Filter, cx: Cx<'_>) {
        if filter.is_empty() {
            *self = Self::default();
            return;
        }
        let is_same_state = self.revision == Some(cx.derived.revision());
        if is_same_state && self.filter == *filter {
            return;
        }
        self.read(cx);
        let is_narrower = is_same_state && filter.is_part_of(&self.filter);
        let asked = filter.asked(cx.workspace);
        for column in &mut self.columns {
            if !is_narrower {
                column.places = (0..column.cards.len()).collect();
            }
            column.narrow(&asked);
        }
        self.filter = filter.clone();
    }

    /// Reads all cards, so that the first letter of a search finds them read.
    pub(super) fn read(&mut self, cx: Cx<'_>) {
        if self.revision != Some(cx.derived.revision()) {
            let stages = cx.workspace.stages().iter();
            self.columns = stages.map(|stage| Column::of(stage, cx)).collect();
            self.revision = Some(cx.derived.revision());
        }
    }
}

impl Column {
    fn of(stage: &Stage, cx: Cx<'_>) -> Self {
        let cards = cx.derived.cards(&stage.id).iter();
        let outcomes = cards.filter_map(|id| cx.workspace.outcomes().get(id));
        let cards: Vec<Card> = outcomes
            .map(|outcome| Card {
                outcome: outcome.clone(),
                text: lowered(outcome),
            })
            .collect();
        Self {
            stage: stage.id.clone(),
            places: (0..cards.len()).collect(),
            cards,
            shown: Vec::new(),
        }
    }

    fn narrow(&mut self, asked: &Asked<'_>) {
        let cards = &self.cards;
        self.places
            .retain(|place| asked.lets_through(&cards[*place].outcome, &cards[*place].text));
        let shown = self.places.iter().map(|place| &cards[*place].outcome.id);
        self.shown = shown.cloned().collect();
    }
}
