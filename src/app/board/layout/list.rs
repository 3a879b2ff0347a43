//! The cards of one column, one below the other: how high each is, which are in view, and from
//! which one on so that a certain card is. Looks at no more cards than are in view.

use std::borrow::Cow;

use super::{Card, Column};
use crate::app::Cx;
use crate::app::board::facts::Facts;
use crate::app::geometry::Area;
use crate::app::wrap::wrap;
use crate::domain::{Id, Workspace};

/// How many lines of its statement a card shows at most.
const LINES: u16 = 4;

/// From how many rows on cards are parted by an empty one.
const AIRY: u16 = 12;

/// How many rows are kept where something is typed.
const TYPING: u16 = 5;

/// Where in a column something is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app::board) enum Slot {
    /// Above the first card.
    Top,
    /// Below the card at this place.
    Below(usize),
    /// In the card at this place.
    Over(usize),
}

/// The cards of a column and the room that they have.
#[derive(Clone, Copy, Debug)]
pub(in crate::app::board) struct List<'a> {
    cards: &'a [Id],
    workspace: &'a Workspace,
    text: u16,
    rows: u16,
    slot: Option<Slot>,
}

impl<'a> List<'a> {
    /// Cards in a column of this width with this many rows.
    pub(in crate::app::board) fn new(
        cards: &'a [Id],
        workspace: &'a Workspace,
        (width, rows): (u16, u16),
    ) -> Self {
        Self {
            cards,
            workspace,
            text: width.saturating_sub(2),
            rows,
            slot: None,
        }
    }

    /// With room for something that is typed.
    pub(in crate::app::board) fn with(self, slot: Option<Slot>) -> Self {
        Self { slot, ..self }
    }

    /// The card to show first so that the one at `wanted` is in view as a whole, if it can be, and
    /// the list moves no more than it must from where it was.
    pub(in crate::app::board) fn first_to_show(self, first: usize, wanted: usize) -> usize {
        let Some(last) = self.cards.len().checked_sub(1) else {
            return 0;
        };
        let wanted = wanted.min(last);
        first
            .min(self.last_first())
            .max(self.first_above(wanted))
            .min(wanted)
    }

    /// The card to show first so that the last one is in view and no row stays empty.
    pub(in crate::app::board) fn last_first(self) -> usize {
        let last = self.cards.len().checked_sub(1);
        last.map_or(0, |last| self.first_above(last))
    }

    /// The place of the card at a row of the list that starts with the card at `first`; the last
    /// one where the list ends above that row.
    pub(in crate::app::board) fn place_at(self, first: usize, row: u16) -> usize {
        let mut y = u16::from(first > 0);
        for place in first..self.cards.len() {
            y = y.saturating_add(self.height(place) + self.gap());
            if row < y {
                return place;
            }
        }
        self.cards.len().saturating_sub(1)
    }

    /// The card in view that is nearest to the one at `place` where the list starts with `first`.
    pub(in crate::app::board) fn nearest_in_view(self, first: usize, place: usize) -> usize {
        let mut place = place.max(first);
        while place > first && self.first_above(place) > first {
            place -= 1;
        }
        place
    }

    /// The first card from which on the one at `place` is just in view, at the bottom.
    fn first_above(self, place: usize) -> usize {
        let mut first = place;
        let mut used = self.row_below(place) + self.height(place);
        while let Some(above) = first.checked_sub(1) {
            used = used.saturating_add(self.gap() + self.height(above));
            // A row says how many cards are above, unless the first one is in view.
            if used.saturating_add(u16::from(above > 0)) > self.rows {
                break;
            }
            first = above;
        }
        first
    }

    /// The row that says how many cards are below, unless the last one is in view.
    fn row_below(self, place: usize) -> u16 {
        u16::from(place + 1 < self.cards.len())
    }

    /// The card at a place, in its cells.
    fn card(self, place: usize, area: Area, cx: Cx<'_>) -> Option<Card> {
        let id = &self.cards[place];
        let outcome = self.workspace.outcomes().get(id)?;
        let lines = self.lines(&outcome.statement).into_iter();
        Some(Card {
            id: id.clone(),
            place,
            area,
            lines: lines.map(Cow::into_owned).collect(),
            facts: Facts::of(outcome, cx.derived),
        })
    }

    fn gap(self) -> u16 {
        u16::from(self.rows >= AIRY)
    }

    fn lines(self, statement: &str) -> Vec<Cow<'_, str>> {
        let most = self.rows.saturating_sub(3).clamp(1, LINES);
        wrap(statement, self.text.into(), most.into())
    }

    /// The rows of a card: its statement, its facts, and what is typed there.
    fn height(self, place: usize) -> u16 {
        let outcome = self.workspace.outcomes().get(&self.cards[place]);
        let lines = outcome.map_or(1, |outcome| self.lines(&outcome.statement).len());
        let own = u16::try_from(lines).unwrap_or(LINES) + 1;
        match self.slot {
            Some(Slot::Over(there)) if there == place => own.max(TYPING),
            Some(Slot::Below(there)) if there == place => own + self.gap() + TYPING,
            Some(Slot::Top | Slot::Below(_) | Slot::Over(_)) | None => own,
        }
    }
}

/// Puts the cards from `first` on into a column, with how many are above and below, and gives where
/// something is typed, if that is in view.
pub(super) fn lay_out(
    mut column: Column,
    list: List<'_>,
    first: usize,
    cx: Cx<'_>,
) -> (Column, Option<Area>) {
    let first = first.min(list.cards.len().saturating_sub(1));
    let mut typing = None;
    let mut y = u16::from(first > 0);
    if list.slot == Some(Slot::Top) {
        typing = Some(column.list.rows(0, TYPING));
        y = TYPING + list.gap();
    }
    column.count = cx
        .derived
        .cards(&cx.workspace.stages()[column.place].id)
        .len();
    column.shown = list.cards.len();
    column.hidden = [first, 0];
    for place in first..list.cards.len() {
        let height = list.height(place);
        let below = list.row_below(place);
        if place > first && y + height + below > list.rows {
            column.hidden[1] = list.cards.len() - place;
            break;
        }
        // A card that is higher than the column is cut.
        let room = list.rows.saturating_sub(y + below).max(1);
        let mut area = column.list.rows(y, height.min(room));
        match list.slot {
            Some(Slot::Below(there)) if there == place => {
                typing = Some(area.below(area.height.saturating_sub(TYPING)));
                area = area.above(TYPING + list.gap());
            }
            Some(Slot::Over(there)) if there == place => typing = Some(area),
            Some(Slot::Top | Slot::Below(_) | Slot::Over(_)) | None => {}
        }
        if list.slot != Some(Slot::Over(place)) {
            column.cards.extend(list.card(place, area, cx));
        }
        y += height + list.gap();
    }
    (column, typing)
}
