//! Where cards go: the edits that put outcomes at a place of a stage, with ranks made between their
//! new neighbours'.

use std::sync::Arc;

use super::change::Edit;
use super::{Id, Outcome, Rank, Workspace};

/// The edits that put outcomes, in that order, at a place of a stage: before the card that stands
/// there when the moved ones are taken out; at the end where there are fewer. Usually one edit for
/// each; where there is no room between two ranks the whole stage is ranked anew.
pub fn place(workspace: &Workspace, moved: &[Id], stage: &Id, place: usize) -> Vec<Edit> {
    let column = ids(&workspace.cards(stage));
    place_in(workspace, &column, moved, (stage, place))
}

/// The same, for those who keep the cards of the stage in order themselves: it looks at no other
/// outcome than the moved ones and their new neighbours.
pub fn place_in(
    workspace: &Workspace,
    column: &[Id],
    moved: &[Id],
    (stage, place): (&Id, usize),
) -> Vec<Edit> {
    let rest: Vec<&Id> = column.iter().filter(|id| !moved.contains(id)).collect();
    let place = place.min(rest.len());
    let before = place
        .checked_sub(1)
        .and_then(|before| rank_of(workspace, rest[before]));
    let after = rest.get(place).and_then(|card| rank_of(workspace, card));
    if let Some(ranks) = ranks_between(before, after, moved.len()) {
        return edits(&outcomes(workspace, moved), stage, ranks);
    }
    let (head, tail) = rest.split_at(place);
    let column = head.iter().copied().chain(moved);
    let column = outcomes(workspace, column.chain(tail.iter().copied()));
    edits(&column, stage, Rank::spread(column.len()))
}

/// The rank of a new card at a place of a stage, with the edits that make room for it, if any are
/// needed.
pub fn rank_at(workspace: &Workspace, stage: &Id, place: usize) -> (Rank, Vec<Edit>) {
    rank_in(workspace, &ids(&workspace.cards(stage)), (stage, place))
}

/// The same, for those who keep the cards of the stage in order themselves.
pub fn rank_in(
    workspace: &Workspace,
    column: &[Id],
    (stage, place): (&Id, usize),
) -> (Rank, Vec<Edit>) {
    let place = place.min(column.len());
    let before = place
        .checked_sub(1)
        .and_then(|before| rank_of(workspace, &column[before]));
    let after = column.get(place).and_then(|card| rank_of(workspace, card));
    if let Some(rank) = Rank::between(before, after) {
        return (rank, Vec::new());
    }
    let mut ranks = Rank::spread(column.len() + 1);
    let rank = ranks.remove(place);
    (rank, edits(&outcomes(workspace, column), stage, ranks))
}

fn ids(cards: &[&Arc<Outcome>]) -> Vec<Id> {
    cards.iter().map(|card| card.id.clone()).collect()
}

fn outcomes<'a>(
    workspace: &'a Workspace,
    ids: impl IntoIterator<Item = &'a Id>,
) -> Vec<&'a Arc<Outcome>> {
    let ids = ids.into_iter();
    ids.filter_map(|id| workspace.outcomes().get(id)).collect()
}

fn rank_of<'a>(workspace: &'a Workspace, id: &Id) -> Option<&'a Rank> {
    workspace.outcomes().get(id).map(|outcome| &outcome.rank)
}

fn ranks_between(before: Option<&Rank>, after: Option<&Rank>, count: usize) -> Option<Vec<Rank>> {
    let mut ranks: Vec<Rank> = Vec::with_capacity(count);
    for _ in 0..count {
        let rank = Rank::between(ranks.last().or(before), after)?;
        ranks.push(rank);
    }
    Some(ranks)
}

fn edits(cards: &[&Arc<Outcome>], stage: &Id, ranks: Vec<Rank>) -> Vec<Edit> {
    let placed = cards.iter().zip(ranks);
    placed
        .filter(|(card, rank)| card.rank != *rank || card.stage != *stage)
        .map(|(card, rank)| {
            let mut card = Outcome::clone(card);
            card.rank = rank;
            card.stage = stage.clone();
            Edit::outcome(card)
        })
        .collect()
}

#[cfg(test)]
mod tests;
