//! A list of jobs below some words.

use super::above_list;
use crate::app::Mouse;
use crate::app::geometry::{Area, scrolled};

/// A list of jobs.
#[derive(Clone, Debug)]
pub struct List {
    /// The rows of what stands above it.
    pub above: Area,
    /// What its columns are called.
    pub head: Area,
    /// The rule below that.
    pub rule: Area,
    /// The rows in view, each with the place of what stands in it, and whether that is selected.
    pub rows: Vec<(Area, usize, bool)>,
    /// The first place that is in view.
    pub first: usize,
    /// How many places there are.
    pub count: usize,
}

impl List {
    pub(super) fn new(area: Area, first: usize, selected: usize, count: usize) -> Self {
        let above = above_list(area.height);
        let body = area.below(above);
        let first = scrolled(first, selected, body.height.into(), count);
        let places = (first..count).take(body.height.into());
        Self {
            above: area.rows(0, above.saturating_sub(3).max(1)),
            head: area.row(above - 2),
            rule: area.row(above - 1),
            rows: (0..)
                .zip(places)
                .map(|(row, place)| (body.row(row), place, place == selected))
                .collect(),
            first,
            count,
        }
    }

    /// Where the words above it stand: the title and two lines. In a small terminal there is only
    /// the first of the lines.
    pub fn words(&self) -> [Area; 3] {
        let rows = if self.above.height > 1 {
            [0, 2, 3]
        } else {
            [1, 0, 1]
        };
        rows.map(|row| self.above.row(row))
    }

    pub(super) fn hit(&self, mouse: Mouse) -> Option<(usize, bool)> {
        let mut rows = self.rows.iter();
        let hit = rows.find(|(area, ..)| area.contains(mouse.x, mouse.y));
        hit.map(|(_, place, is_selected)| (*place, *is_selected))
    }
}
