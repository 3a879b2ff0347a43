//! The cards of each stage in the board's order: by rank, then by id.

use std::collections::HashMap;

use crate::domain::{Id, Outcome, Rank, Workspace};

/// The columns of the board.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    columns: HashMap<Id, Column>,
    /// Where each card stands, to find it again when it moved.
    places: HashMap<Id, (Id, Rank)>,
}

/// The cards of one stage. Both lists go in step.
#[derive(Clone, Debug, Default)]
struct Column {
    ids: Vec<Id>,
    ranks: Vec<Rank>,
}

impl Columns {
    /// The columns of a workspace, sorted once.
    pub(super) fn of(workspace: &Workspace) -> Self {
        let outcomes = workspace.outcomes().values();
        let mut cards: Vec<&Outcome> = outcomes
            .map(AsRef::as_ref)
            .filter(|outcome: &&Outcome| outcome.is_active())
            .collect();
        cards.sort_by(|a, b| (&a.rank, &a.id).cmp(&(&b.rank, &b.id)));
        let mut columns = Self::default();
        for card in cards {
            let column = columns.columns.entry(card.stage.clone()).or_default();
            column.insert(column.ids.len(), card);
            columns.remember(card);
        }
        columns
    }

    /// The cards of a stage.
    pub(super) fn cards(&self, stage: &Id) -> &[Id] {
        self.columns
            .get(stage)
            .map_or(&[], |column| column.ids.as_slice())
    }

    /// Puts a card where it stands after it changed, or takes it out.
    pub(super) fn take_in(&mut self, id: &Id, workspace: &Workspace) {
        if let Some((stage, rank)) = self.places.remove(id)
            && let Some(column) = self.columns.get_mut(&stage)
        {
            column.remove(&rank, id);
        }
        let card = workspace.outcomes().get(id);
        let Some(card) = card.filter(|card| card.is_active()) else {
            return;
        };
        let column = self.columns.entry(card.stage.clone()).or_default();
        column.insert(column.place(&card.rank, id), card);
        self.remember(card);
    }

    fn remember(&mut self, card: &Outcome) {
        let place = (card.stage.clone(), card.rank.clone());
        self.places.insert(card.id.clone(), place);
    }
}

impl Column {
    /// Where a card stands, or would.
    fn place(&self, rank: &Rank, id: &Id) -> usize {
        let from = self.ranks.partition_point(|there| there < rank);
        let to = from + self.ranks[from..].partition_point(|there| there == rank);
        from + self.ids[from..to].partition_point(|there| there < id)
    }

    fn insert(&mut self, place: usize, card: &Outcome) {
        self.ids.insert(place, card.id.clone());
        self.ranks.insert(place, card.rank.clone());
    }

    fn remove(&mut self, rank: &Rank, id: &Id) {
        let place = self.place(rank, id);
        if self.ids.get(place) == Some(id) {
            self.ids.remove(place);
            self.ranks.remove(place);
        }
    }
}
