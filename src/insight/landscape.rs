//! Where jobs lie in the landscape: importance against satisfaction, 0 to 10 each, in the cells of
//! a grid, with the served line and the line at which the score is 10. Geometry only: it draws
//! nothing and knows no letters or colours.

use std::collections::BTreeMap;

use super::opportunity::Ranking;

/// How many cells there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Grid {
    /// From left to right.
    pub cols: u16,
    /// From top to bottom.
    pub rows: u16,
}

/// Which measure goes across. The other goes up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Axes {
    /// Importance across, satisfaction up.
    #[default]
    ImportanceAcross,
    /// Satisfaction across, importance up.
    SatisfactionAcross,
}

/// A cell of the grid, from 0 at the top left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// From the top.
    pub row: u16,
    /// From the left.
    pub col: u16,
}

/// The jobs that lie in one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Where.
    pub cell: Cell,
    /// Their places in [`Ranking::rows`], from 0, the best first; at least one.
    pub places: Vec<usize>,
}

/// What lies where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Landscape {
    /// The cells with jobs, from the top left, row by row.
    pub spots: Vec<Spot>,
}

/// Lays the rated jobs of a ranking out on a grid; an empty landscape where the grid has no cell.
pub fn landscape(ranking: &Ranking, grid: Grid, axes: Axes) -> Landscape {
    if grid.cols == 0 || grid.rows == 0 {
        return Landscape::default();
    }
    Landscape {
        spots: spots(ranking, grid, axes),
    }
}

/// The cells of the served line, where satisfaction equals importance: past it jobs are overserved.
/// None where the grid has no cell.
pub fn served(grid: Grid, axes: Axes) -> Vec<Cell> {
    line(grid, axes, (0.0, 0.0), (10.0, 10.0))
}

/// The cells of the line at which the score is 10; between it and the end of importance jobs are
/// underserved. None where the grid has no cell.
pub fn limit(grid: Grid, axes: Axes) -> Vec<Cell> {
    // Where importance is above satisfaction the score is 2 I − S, which is 10 at S = 2 I − 10.
    line(grid, axes, (5.0, 0.0), (10.0, 10.0))
}

impl Landscape {
    /// The spot in which a row of the ranking lies, by its place from 0.
    pub fn spot_of(&self, place: usize) -> Option<&Spot> {
        self.spots.iter().find(|spot| spot.places.contains(&place))
    }
}

impl Grid {
    /// The cell of an importance and a satisfaction. What is beyond 0 to 10 lies at the edge. The
    /// grid must have a cell.
    pub fn cell(self, axes: Axes, importance: f64, satisfaction: f64) -> Cell {
        let (across, up) = match axes {
            Axes::ImportanceAcross => (importance, satisfaction),
            Axes::SatisfactionAcross => (satisfaction, importance),
        };
        Cell {
            row: self.rows - 1 - step(up, self.rows),
            col: step(across, self.cols),
        }
    }
}

/// Which of `count` steps, at least one, a figure of 0 to 10 is nearest to.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the figure is clamped to 0..=10, so the step is below `count`"
)]
fn step(figure: f64, count: u16) -> u16 {
    (figure.clamp(0.0, 10.0) / 10.0 * f64::from(count - 1)).round() as u16
}

fn spots(ranking: &Ranking, grid: Grid, axes: Axes) -> Vec<Spot> {
    let mut spots: BTreeMap<Cell, Vec<usize>> = BTreeMap::new();
    for (place, row) in ranking.rows().iter().enumerate() {
        if let Some(rating) = row.rating {
            let cell = grid.cell(axes, rating.importance, rating.satisfaction);
            spots.entry(cell).or_default().push(place);
        }
    }
    let spots = spots.into_iter();
    spots.map(|(cell, places)| Spot { cell, places }).collect()
}

/// The cells that a line goes through, between two points of (importance, satisfaction).
fn line(grid: Grid, axes: Axes, from: (f64, f64), to: (f64, f64)) -> Vec<Cell> {
    if grid.cols == 0 || grid.rows == 0 {
        return Vec::new();
    }
    // Half a cell a step leaves no gap.
    let steps = 2 * u32::from(grid.cols.max(grid.rows));
    let mut cells: Vec<Cell> = (0..=steps)
        .map(|n| {
            let part = f64::from(n) / f64::from(steps);
            let between = |from: f64, to: f64| from + (to - from) * part;
            grid.cell(axes, between(from.0, to.0), between(from.1, to.1))
        })
        .collect();
    cells.dedup();
    cells
}

#[cfg(test)]
mod tests;
