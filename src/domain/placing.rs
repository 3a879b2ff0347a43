//! Where cards go: the edits that put outcomes at a place of a stage, with ranks made between their
//! new neighbours'.

use std::sync::Arc;

use super::change::Edit;
use super::{Id, Outcome, Rank, Workspace};

/// The edits that put outcomes, in that order, at a place of a stage: before the card that stands
/// there when the moved ones are taken out; at the end where there are fewer. Usually one edit for
/// each; where there is no room between two ranks the whole stage is ranked anew.
pub fn place(workspace: &Workspace, moved: &[Id], stage: &Id, place: usize) -> Vec<Edit> {
    let rest: Vec<&Arc<Outcome>> = workspace
        .cards(stage)
        .into_iter()
        .filter(|card| !moved.contains(&card.id))
        .collect();
    let moved: Vec<&Arc<Outcome>> = moved
        .iter()
        .filter_map(|id| workspace.outcomes().get(id))
        .collect();
    let place = place.min(rest.len());
    let before = place.checked_sub(1).map(|before| &rest[before].rank);
    let after = rest.get(place).map(|card| &card.rank);
    if let Some(ranks) = ranks_between(before, after, moved.len()) {
        return edits(&moved, stage, ranks);
    }
    let (head, tail) = rest.split_at(place);
    let column = [head, &moved, tail].concat();
    edits(&column, stage, Rank::spread(column.len()))
}

/// The rank of a new card at a place of a stage, with the edits that make room for it, if any are
/// needed.
pub fn rank_at(workspace: &Workspace, stage: &Id, place: usize) -> (Rank, Vec<Edit>) {
    let column = workspace.cards(stage);
    let place = place.min(column.len());
    let before = place.checked_sub(1).map(|before| &column[before].rank);
    if let Some(rank) = Rank::between(before, column.get(place).map(|card| &card.rank)) {
        return (rank, Vec::new());
    }
    let mut ranks = Rank::spread(column.len() + 1);
    let rank = ranks.remove(place);
    (rank, edits(&column, stage, ranks))
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
