//! The responses that were read from a sheet, and the rows that were not.

use std::collections::{BTreeSet, HashMap};

use super::report::{Skipped, Why};
use crate::domain::{Answer, Id};

/// From how many answers on it is remarkable when all are the same.
const STRAIGHT: usize = 6;

/// What one respondent answered.
#[derive(Debug)]
pub(super) struct Given<'s> {
    pub(super) id: Id,
    /// The segment as the file calls it; nothing where it doesn't say.
    pub(super) segment: &'s str,
    /// By job, in the order of ids.
    pub(super) answers: Vec<Answer>,
    /// The row, or the last of the rows, that it stands in.
    pub(super) row: u64,
}

/// What was read from a sheet. Every row below the head is counted once: imported or skipped.
#[derive(Debug, Default)]
pub(super) struct Gathered<'s> {
    pub(super) given: Vec<Given<'s>>,
    pub(super) places: HashMap<Id, usize>,
    pub(super) skipped: Vec<Skipped>,
    pub(super) rows: usize,
    /// Rows with fewer cells than the head.
    pub(super) short: Vec<u64>,
    /// Whether ids of respondents are made of the order of rows.
    pub(super) numbers_respondents: bool,
}

impl Gathered<'_> {
    pub(super) fn skip(&mut self, row: u64, why: Why) {
        self.skipped.push(Skipped { row, why });
    }

    /// Puts the skipped rows in order, and says of those whose respondent answers again which row
    /// counts in the end.
    pub(super) fn settle(&mut self) {
        self.skipped.sort_by_key(|skipped| skipped.row);
        let mut counts = HashMap::new();
        for skipped in self.skipped.iter_mut().rev() {
            if let Why::Again { row } = &mut skipped.why {
                *row = *counts.get(row).unwrap_or(row);
                counts.insert(skipped.row, *row);
            }
        }
    }

    /// How many jobs the responses speak of. Most speak of the same as the one before.
    pub(super) fn jobs(&self) -> usize {
        let mut jobs = BTreeSet::new();
        let mut before: &[Answer] = &[];
        for given in &self.given {
            for (place, answer) in given.answers.iter().enumerate() {
                if before.get(place).is_none_or(|same| same.0 != answer.0) {
                    jobs.insert(&answer.0);
                }
            }
            before = &given.answers;
        }
        jobs.len()
    }

    /// How many rows are imported.
    pub(super) fn imported(&self) -> usize {
        self.rows - self.skipped.len()
    }
}

impl Given<'_> {
    /// Whether all of many answers are the same.
    pub(super) fn is_straight(&self) -> bool {
        let mut values = self.values();
        let first = values.next();
        values.all(|value| Some(value) == first) && self.values().count() >= STRAIGHT
    }

    /// The answers, importance and satisfaction one after the other.
    pub(super) fn values(&self) -> impl Iterator<Item = u8> {
        let values = self.answers.iter();
        values.flat_map(|answer| [answer.1, answer.2]).flatten()
    }
}
