//! The cards that a filter lets through, stage by stage: kept while neither the workspace nor the
//! filter changes, so that a frame costs what it shows.

use std::collections::HashMap;
use std::sync::Arc;

use super::filter::{Filter, lowered};
use crate::app::Cx;
use crate::app::derived::Derived;
use crate::domain::{Id, Outcome};

/// The cards that are shown.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    filter: Filter,
    /// Of which state of the workspace the columns speak.
    revision: Option<u64>,
    /// None while no filter is on: then every card is shown.
    columns: Option<HashMap<Id, Vec<Id>>>,
    /// What cards say in lower case, with the card that says so.
    texts: HashMap<Id, (Arc<Outcome>, String)>,
}

impl Found {
    /// The cards of a stage that are shown, in the board's order.
    pub(super) fn cards<'a>(&'a self, stage: &Id, derived: &'a Derived) -> &'a [Id] {
        match &self.columns {
            None => derived.cards(stage),
            Some(columns) => columns.get(stage).map_or(&[], Vec::as_slice),
        }
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
        let narrower = is_same_state && filter.is_part_of(&self.filter);
        let before = self.columns.take().filter(|_| narrower);
        let mut columns = HashMap::new();
        for stage in cx.workspace.stages() {
            let cards = match &before {
                Some(before) => before.get(&stage.id).map_or(&[][..], Vec::as_slice),
                None => cx.derived.cards(&stage.id),
            };
            let found = cards.iter().filter(|id| self.is_found(id, filter, cx));
            let found: Vec<Id> = found.cloned().collect();
            columns.insert(stage.id.clone(), found);
        }
        self.columns = Some(columns);
        self.filter = filter.clone();
        self.revision = Some(cx.derived.revision());
    }

    fn is_found(&mut self, id: &Id, filter: &Filter, cx: Cx<'_>) -> bool {
        let Some(outcome) = cx.workspace.outcomes().get(id) else {
            return false;
        };
        if filter.text.is_empty() {
            return filter.lets_through(outcome, "", cx.workspace);
        }
        let (of, text) = self
            .texts
            .entry(id.clone())
            .or_insert_with(|| (outcome.clone(), lowered(outcome)));
        if !Arc::ptr_eq(of, outcome) {
            *text = lowered(outcome);
            *of = outcome.clone();
        }
        filter.lets_through(outcome, text, cx.workspace)
    }
}
