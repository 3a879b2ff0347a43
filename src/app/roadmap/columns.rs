//! The columns of the ranked table: which ones there is room for, and where they stand.

use super::Ui;
use crate::insight::opportunity::Lens;

/// What a table is of, which decides the columns that it can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Figures of a lens, some of which were answered.
    Asked(Lens),
    /// Estimates alone: nobody was asked.
    Estimated(Lens),
    /// What the ranking would be if.
    Supposed(Lens),
}
/// What a column shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// The rank, with a sign where it is shared.
    Rank,
    /// The ranks between which it lies.
    Ranks,
    /// The bracket around jobs that can't be told apart.
    Group,
    /// The rank that it has in truth, where another is supposed.
    Was,
    /// What the job is called.
    Job,
    /// Its importance.
    Importance,
    /// Its satisfaction.
    Satisfaction,
    /// The lens's figure.
    Figure,
    /// The figure on the range that it can have.
    Range,
    /// How many answered.
    Answers,
    /// The band of the score.
    Band,
    /// Whose figures they are.
    Source,
    /// Its fate.
    Fate,
    /// The stage of its outcome.
    Stage,
    /// Its outcome.
    Outcome,
}

/// A column and where it stands in its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// What it shows.
    pub column: Column,
    /// Its first cell, from the left end of the row.
    pub x: u16,
    /// How many cells it has.
    pub width: u16,
}

/// From left to right.
const ORDER: &[Column] = &[
    Column::Rank,
    Column::Ranks,
    Column::Group,
    Column::Was,
    Column::Job,
    Column::Importance,
    Column::Satisfaction,
    Column::Figure,
    Column::Range,
    Column::Answers,
    Column::Band,
    Column::Source,
    Column::Fate,
    Column::Stage,
    Column::Outcome,
];

/// What comes in as the table gets wider: a column, its width, and how many cells must be left for
/// the job. The later ones are dropped first. How wide two ranks are follows from their number.
const WISHES: &[(Column, u16, u16)] = &[
    (Column::Figure, 6, 10),
    (Column::Was, 4, 10),
    (Column::Source, 4, 10),
    (Column::Fate, 5, 12),
    (Column::Importance, 4, 18),
    (Column::Satisfaction, 4, 18),
    (Column::Band, 8, 18),
    (Column::Answers, 4, 18),
    (Column::Group, 1, 18),
    (Column::Source, 9, 18),
    (Column::Range, 11, 26),
    (Column::Ranks, 0, 26),
    (Column::Range, 21, 23),
    (Column::Stage, 12, 30),
    (Column::Outcome, 30, 34),
];

/// The widest that the name of a job gets.
const WIDEST_JOB: u16 = 60;

/// The bar at the left end of a row that marks the selected one.
const MARK: u16 = 1;

/// The columns that fit into a row. `ranks` is how many cells the ranks take.
pub fn columns(width: u16, ranks: u16, kind: Kind) -> Vec<Placed> {
    let mut widths = vec![(Column::Rank, ranks)];
    for &(column, cells, job) in WISHES {
        if !kind.has(column) {
            continue;
        }
        let cells = if column == Column::Ranks {
            2 * ranks - 1
        } else {
            cells
        };
        let mut wider = widths.clone();
        wider.retain(|placed| placed.0 != column);
        wider.push((column, cells));
        if taken(&wider, width) + job <= width {
            widths = wider;
        }
    }
    let job = width.saturating_sub(taken(&widths, width)).min(WIDEST_JOB);
    widths.push((Column::Job, job));
    place(&widths, gap(width))
}

impl Kind {
    /// What the table on the screen is of.
    pub(super) fn of(ui: &Ui) -> Self {
        let lens = ui.scope.lens;
        if ui.what_if().is_some() {
            Self::Supposed(lens)
        } else if ui.shown.respondents().is_nobody() {
            Self::Estimated(lens)
        } else {
            Self::Asked(lens)
        }
    }

    fn lens(self) -> Lens {
        match self {
            Self::Asked(lens) | Self::Estimated(lens) | Self::Supposed(lens) => lens,
        }
    }

    /// Whether it has anything to say in a column.
    fn has(self, column: Column) -> bool {
        match column {
            Column::Band => self.lens() == Lens::Score,
            Column::Was => matches!(self, Self::Supposed(_)),
            Column::Ranks | Column::Group => matches!(self, Self::Asked(_)),
            Column::Rank
            | Column::Job
            | Column::Importance
            | Column::Satisfaction
            | Column::Figure
            | Column::Range
            | Column::Answers
            | Column::Source
            | Column::Fate
            | Column::Stage
            | Column::Outcome => true,
        }
    }
}

/// The cells between two columns.
fn gap(width: u16) -> u16 {
    if width < 100 { 1 } else { 2 }
}

/// The cells that columns take besides the job's, each with the gap before it.
fn taken(widths: &[(Column, u16)], width: u16) -> u16 {
    let cells: u16 = widths.iter().map(|(_, cells)| cells + gap(width)).sum();
    MARK + cells + 1
}

fn place(widths: &[(Column, u16)], gap: u16) -> Vec<Placed> {
    let mut x = MARK;
    let mut placed = Vec::new();
    for column in ORDER {
        let Some((_, width)) = widths.iter().find(|(there, _)| there == column) else {
            continue;
        };
        placed.push(Placed {
            column: *column,
            x,
            width: *width,
        });
        x += width + gap;
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(width: u16) -> Vec<Column> {
        let columns = columns(width, 3, Kind::Asked(Lens::Score));
        columns.iter().map(|placed| placed.column).collect()
    }

    #[test]
    fn columns_never_reach_beyond_their_row() {
        for width in 30..300 {
            for placed in columns(width, 5, Kind::Asked(Lens::AsPrinted)) {
                assert!(placed.x + placed.width <= width, "{placed:?} of {width}");
            }
        }
    }

    #[test]
    fn whose_figures_they_are_is_said_at_any_width() {
        for width in 40..300 {
            assert!(shown(width).contains(&Column::Source), "{width}");
            assert!(shown(width).contains(&Column::Figure), "{width}");
        }
    }

    #[test]
    fn a_wider_table_says_more() {
        assert!(!shown(50).contains(&Column::Answers));
        assert!(shown(80).contains(&Column::Answers));
        assert!(!shown(80).contains(&Column::Range));
        assert!(shown(110).contains(&Column::Range));
        assert!(shown(200).contains(&Column::Outcome));
    }

    #[test]
    fn a_lens_without_bands_has_no_column_for_them() {
        let columns = columns(120, 3, Kind::Asked(Lens::Gap));
        assert!(columns.iter().all(|placed| placed.column != Column::Band));
    }
}
