//! Who has answered what: a column for each participant, a row for each question.

use std::ops::Range;

use crate::app::geometry::Area;
use crate::app::wrap::cells;

/// The cells in front of the columns: the names of the questions.
const LABEL: u16 = 15;

/// The widest that a column gets.
const WIDEST: u16 = 14;

/// The rows of names and questions, and the one that parts a block from the next.
const BLOCK: u16 = 4;

/// Participants beside each other.
#[derive(Clone, Debug)]
pub struct Block {
    /// The row of their names.
    pub names: Area,
    /// The rows of their answers, by the order of the questions.
    pub answers: [Area; 2],
    /// Which participants.
    pub people: Range<usize>,
}

/// The columns, in as many blocks as there is room for.
#[derive(Clone, Debug)]
pub struct Grid {
    /// The blocks, from the top.
    pub blocks: Vec<Block>,
    /// How wide a column is.
    column: u16,
}

impl Grid {
    /// How many rows all participants take.
    pub(super) fn height(names: &[String], width: u16) -> u16 {
        let per_block = per_block(names, width);
        let blocks = names.len().div_ceil(per_block);
        u16::try_from(blocks).unwrap_or(1) * BLOCK - 1
    }

    /// The participants in an area; where not all fit, those around the `current` one.
    pub(super) fn new(names: &[String], current: usize, area: Area) -> Self {
        let per_block = per_block(names, area.width);
        let count = names.len().div_ceil(per_block);
        let fitting = usize::from((area.height + 1) / BLOCK).max(1);
        let first = (current / per_block + 1).saturating_sub(fitting).min(count);
        let blocks = (first..count).take(fitting).zip(0..).map(|(block, row)| {
            let start = block * per_block;
            let area = area.below(row * BLOCK);
            Block {
                names: area.row(0),
                answers: [area.row(1), area.row(2)],
                people: start..(start + per_block).min(names.len()),
            }
        });
        Self {
            blocks: blocks.collect(),
            column: column(names),
        }
    }

    /// The cells of a participant in a row of their block.
    pub fn cell(&self, row: Area, place: usize) -> Area {
        let place = u16::try_from(place).unwrap_or(u16::MAX);
        let x = LABEL.saturating_add(place.saturating_mul(self.column));
        row.columns(x, self.column - 1)
    }

    /// The cells of a question's name.
    pub fn label(&self, row: Area) -> Area {
        row.columns(0, LABEL)
    }
}

fn column(names: &[String]) -> u16 {
    let widest = names.iter().map(|name| cells(name)).max().unwrap_or(1);
    widest.clamp(2, WIDEST) + 2
}

fn per_block(names: &[String], width: u16) -> usize {
    usize::from(width.saturating_sub(LABEL) / column(names)).max(1)
}
