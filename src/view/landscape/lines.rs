//! The lines of the landscape, with the finest signs that the chosen set has: dots of braille,
//! quarters of cells, or signs of ASCII.

use std::collections::BTreeMap;

use crate::app::glyphs::Glyphs;
use crate::app::roadmap::plot::Plot;
use crate::insight::landscape::{Axes, Cell, Grid, limit, served};
use crate::view::paint::Canvas;
use crate::view::theme::Role;

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stroke {
    /// A sign here and there, about two to a row.
    Signs(char),
    /// Every other of the quarters of cells that it goes through.
    Quarters,
    /// Every so many of the dots that it goes through, of the eight of a cell of braille.
    Dots(usize),
}

/// The cells of a line on a grid.
type Line = fn(Grid, Axes) -> Vec<Cell>;

/// Draws the served line and the line at which the score is 10.
pub(super) fn draw(canvas: &mut Canvas<'_>, plot: &Plot, axes: Axes) {
    let (served_as, limit_as) = strokes(canvas.glyphs(), axes);
    let lines: [(Line, Stroke); 2] = [(limit, limit_as), (served, served_as)];
    for (line, stroke) in lines {
        for (cell, sign) in drawn(stroke, plot.grid, axes, line) {
            canvas.fill(plot.at(cell), sign, Role::Text);
        }
    }
}

/// How the lines look in the legend: the served line, and the line at which the score is 10.
pub(super) fn samples(glyphs: Glyphs, axes: Axes) -> (&'static str, &'static str) {
    match (glyphs, axes) {
        (Glyphs::Blocks, _) => ("·", "▗▘"),
        (Glyphs::Braille, _) => ("⠐⢀", "⡠⠊"),
        (Glyphs::Ascii, Axes::ImportanceAcross) => (".", "/"),
        (Glyphs::Ascii, Axes::SatisfactionAcross) => (".", "-"),
    }
}

fn strokes(glyphs: Glyphs, axes: Axes) -> (Stroke, Stroke) {
    match (glyphs, axes) {
        (Glyphs::Blocks, _) => (Stroke::Signs('·'), Stroke::Quarters),
        (Glyphs::Braille, _) => (Stroke::Dots(4), Stroke::Dots(1)),
        (Glyphs::Ascii, Axes::ImportanceAcross) => (Stroke::Signs('.'), Stroke::Signs('/')),
        (Glyphs::Ascii, Axes::SatisfactionAcross) => (Stroke::Signs('.'), Stroke::Signs('-')),
    }
}

/// The cells of a line with their signs.
fn drawn(stroke: Stroke, grid: Grid, axes: Axes, line: Line) -> Vec<(Cell, char)> {
    let in_parts = |cols, rows| {
        let parts = Grid {
            cols: grid.cols.saturating_mul(cols),
            rows: grid.rows.saturating_mul(rows),
        };
        line(parts, axes)
    };
    match stroke {
        Stroke::Signs(sign) => {
            let cells = line(grid, axes);
            let rows = usize::from(grid.rows.max(1));
            let step = cells.len().div_ceil(2 * rows).max(1);
            let cells = cells.into_iter().step_by(step);
            cells.map(|cell| (cell, sign)).collect()
        }
        Stroke::Quarters => gathered(&every(2, in_parts(2, 2)), (2, 2), quarters),
        Stroke::Dots(step) => gathered(&every(step, in_parts(2, 4)), (2, 4), braille),
    }
}

/// The parts of cells, `size` of them across and along a cell, gathered cell by cell into signs.
fn gathered(parts: &[Cell], size: (u16, u16), sign: fn(u8) -> char) -> Vec<(Cell, char)> {
    let mut cells: BTreeMap<Cell, u8> = BTreeMap::new();
    for part in parts {
        let cell = Cell {
            row: part.row / size.1,
            col: part.col / size.0,
        };
        let bit = part.row % size.1 * size.0 + part.col % size.0;
        *cells.entry(cell).or_default() |= 1 << bit;
    }
    let cells = cells.into_iter();
    cells.map(|(cell, parts)| (cell, sign(parts))).collect()
}

/// The sign of the quarters of a cell: a bit each, row by row from the top left.
fn quarters(parts: u8) -> char {
    const SIGNS: [char; 16] = [
        ' ', '▘', '▝', '▀', '▖', '▌', '▞', '▛', '▗', '▚', '▐', '▜', '▄', '▙', '▟', '█',
    ];
    SIGNS[usize::from(parts & 15)]
}

/// The braille pattern of dots: a bit each, row by row from the top left.
fn braille(dots: u8) -> char {
    /// The bit of Unicode's pattern for each dot, row by row.
    const BITS: [u32; 8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];
    let set = BITS
        .iter()
        .enumerate()
        .filter(|(dot, _)| dots & (1 << dot) != 0);
    let pattern: u32 = set.map(|(_, bit)| bit).sum();
    char::from_u32(0x2800 + pattern).unwrap_or(' ')
}

fn every(step: usize, line: Vec<Cell>) -> Vec<Cell> {
    line.into_iter().step_by(step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_cell_make_its_sign() {
        assert_eq!(quarters(0b1001), '▚');
        assert_eq!(quarters(0b1111), '█');
        assert_eq!(braille(0b0000_0001), '⠁');
        assert_eq!(braille(0b1000_0000), '⢀');
        assert_eq!(braille(0b1111_1111), '⣿');
    }

    #[test]
    fn every_set_draws_both_lines_and_tells_them_apart() {
        let grid = Grid { cols: 40, rows: 20 };
        for axes in [Axes::ImportanceAcross, Axes::SatisfactionAcross] {
            for glyphs in [Glyphs::Blocks, Glyphs::Braille, Glyphs::Ascii] {
                let (served_as, limit_as) = strokes(glyphs, axes);
                assert_ne!(served_as, limit_as);
                let line = drawn(limit_as, grid, axes, limit);
                let has_row = |row| line.iter().any(|(cell, _)| cell.row == row);
                assert!((0..10).all(has_row), "{glyphs:?} {axes:?}");
                let is_ascii = line.iter().all(|(_, sign)| sign.is_ascii());
                assert_eq!(is_ascii, glyphs == Glyphs::Ascii);
            }
        }
    }
}
