//! The cross-hair through the selected point, and how sure its two figures are: where each lies in
//! nine of ten draws, as a line across and a line up.

use crate::app::geometry::Area;
use crate::app::glyphs::Glyphs;
use crate::app::roadmap::plot::Plot;
use crate::insight::landscape::{Axes, Cell};
use crate::insight::opportunity::Rating;
use crate::insight::uncertainty::Interval;
use crate::view::paint::Canvas;
use crate::view::theme::Role;

/// The signs of the hair and of the intervals: across and up, with their ends.
struct Signs {
    hair: (char, char),
    line: (char, char),
    across: (char, char),
    up: (char, char),
}

fn signs(glyphs: Glyphs) -> Signs {
    match glyphs {
        Glyphs::Blocks | Glyphs::Braille => Signs {
            hair: ('┄', '┊'),
            line: ('━', '┃'),
            across: ('┣', '┫'),
            up: ('┳', '┻'),
        },
        Glyphs::Ascii => Signs {
            hair: ('-', ':'),
            line: ('=', '|'),
            across: ('[', ']'),
            up: ('^', 'v'),
        },
    }
}

/// Draws the hair through a cell from edge to edge.
pub(super) fn draw_hair(canvas: &mut Canvas<'_>, plot: &Plot, cell: Cell) {
    let signs = signs(canvas.glyphs());
    canvas.fill(plot.field.row(cell.row), signs.hair.0, Role::Border);
    canvas.fill(plot.field.columns(cell.col, 1), signs.hair.1, Role::Border);
}

/// Draws the intervals of a job's two figures through its cell.
pub(super) fn draw_intervals(
    canvas: &mut Canvas<'_>,
    plot: &Plot,
    axes: Axes,
    (rating, interval): (&Rating, &Interval),
) {
    let signs = signs(canvas.glyphs());
    let cell = |importance, satisfaction| plot.grid.cell(axes, importance, satisfaction);
    let (i, s) = (rating.importance, rating.satisfaction);
    let of_i = [interval.importance.0, interval.importance.1].map(|i| cell(i, s));
    let of_s = [interval.satisfaction.0, interval.satisfaction.1].map(|s| cell(i, s));
    let ([left, right], [bottom, top]) = match axes {
        Axes::ImportanceAcross => (of_i, of_s),
        Axes::SatisfactionAcross => (of_s, of_i),
    };
    let across = Area {
        width: right.col - left.col + 1,
        ..plot.at(left)
    };
    canvas.fill(across, signs.line.0, Role::Focus);
    canvas.fill(plot.at(left), signs.across.0, Role::Focus);
    canvas.fill(plot.at(right), signs.across.1, Role::Focus);
    let up = Area {
        height: bottom.row - top.row + 1,
        ..plot.at(top)
    };
    canvas.fill(up, signs.line.1, Role::Focus);
    canvas.fill(plot.at(top), signs.up.0, Role::Focus);
    canvas.fill(plot.at(bottom), signs.up.1, Role::Focus);
}
