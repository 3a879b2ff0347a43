//! Where the parts of the landscape are: the field with its cells, the axes, the words of the zones.

use super::Ui;
use crate::app::geometry::Area;
use crate::app::wrap::cells;
use crate::domain::choice::Choice;
use crate::insight::landscape::{Axes, Cell, Grid, Landscape};
use crate::insight::opportunity::Zone;

/// Left of the field: the figures of the axis that goes up, and its line.
const GUTTER: u16 = 5;

/// Below the field: the axis that goes across, its figures, and what the signs mean.
const BELOW: u16 = 3;

/// The smallest field that shows anything.
const SMALLEST: (u16, u16) = (20, 5);

/// Where the landscape is.
#[derive(Clone, Copy, Debug)]
pub struct Plot {
    /// What the axes are.
    pub title: Area,
    /// The figures of the axis that goes up, right before its line.
    pub up: Area,
    /// The cells in which jobs lie.
    pub field: Area,
    /// The line of the axis that goes across, from the corner on.
    pub line: Area,
    /// The figures of the axis that goes across, below its line.
    pub across: Area,
    /// What the signs mean.
    pub legend: Area,
    /// The cells of the field, each [`Plot::step`] wide.
    pub grid: Grid,
    /// How many cells of the screen a cell of the grid has from left to right: enough for a rank.
    pub step: u16,
}

impl Plot {
    /// Lays the landscape of `jobs` jobs out; none where there is no room for one.
    pub fn of(area: Area, jobs: usize) -> Option<Self> {
        let title = area.row(0);
        let field = area.below(1).above(BELOW).right_of(GUTTER);
        if field.width < SMALLEST.0 || field.height < SMALLEST.1 {
            return None;
        }
        let step = digits(jobs).max(2);
        let grid = Grid {
            cols: field.width / step,
            rows: field.height,
        };
        let field = field.columns(0, grid.cols * step);
        let below = area.below(1 + field.height);
        Some(Self {
            title,
            up: area.below(1).above(BELOW).columns(0, GUTTER - 1),
            field,
            line: below
                .row(0)
                .right_of(GUTTER - 1)
                .columns(0, field.width + 1),
            across: below.row(1).right_of(GUTTER),
            legend: below.row(2),
            grid,
            step,
        })
    }

    /// The cells of the screen that a cell of the grid has.
    pub fn at(&self, cell: Cell) -> Area {
        self.field
            .row(cell.row)
            .columns(cell.col * self.step, self.step)
    }

    /// The cell of the grid at a place on the screen.
    pub fn cell_at(&self, x: u16, y: u16) -> Option<Cell> {
        self.field.contains(x, y).then(|| Cell {
            row: y - self.field.y,
            col: (x - self.field.x) / self.step,
        })
    }

    /// Where the name of each zone stands: a place in the zone where it covers no job. A zone
    /// without such a place is left out.
    pub fn zones(&self, axes: Axes, landscape: &Landscape) -> Vec<(Area, Zone)> {
        let is_free = |area: &Area| {
            let mut spots = landscape.spots.iter();
            spots.all(|spot| !overlap(self.at(spot.cell), *area))
        };
        let zones = NAMES.iter().filter_map(|(zone, anchors)| {
            let mut areas = anchors.iter().map(|at| self.name(*zone, *at, axes));
            Some((areas.find(is_free)?, *zone))
        });
        zones.collect()
    }

    /// Where the name of a zone stands when it is put at an importance and a satisfaction: from
    /// there on, or where the zone is at the right, up to the end of the field.
    fn name(&self, zone: Zone, (importance, satisfaction): (f64, f64), axes: Axes) -> Area {
        let at = self.at(self.grid.cell(axes, importance, satisfaction));
        let row = self.field.row(at.y - self.field.y);
        let length = cells(zone.word());
        let is_at_right = match axes {
            Axes::ImportanceAcross => zone == Zone::Underserved,
            Axes::SatisfactionAcross => zone == Zone::Overserved,
        };
        let start = if is_at_right {
            row.width.saturating_sub(length)
        } else {
            at.x - self.field.x
        };
        row.columns(start, length)
    }
}

/// Where the name of each zone may stand, by importance and satisfaction, the best place first.
const NAMES: &[(Zone, [(f64, f64); 5])] = &[
    (
        Zone::Overserved,
        [(0.4, 9.4), (1.0, 8.6), (0.0, 10.0), (1.6, 7.8), (2.2, 7.0)],
    ),
    (
        Zone::Served,
        [(1.6, 0.5), (2.4, 1.1), (1.6, 0.0), (3.2, 1.7), (4.0, 2.3)],
    ),
    (
        Zone::Underserved,
        [(9.6, 0.5), (9.0, 1.1), (10.0, 0.0), (8.4, 1.7), (8.0, 2.3)],
    ),
];

fn overlap(a: Area, b: Area) -> bool {
    let is_across = a.x < b.right() && b.x < a.right();
    let is_along = a.y < b.bottom() && b.y < a.bottom();
    is_across && is_along
}

/// How many cells the largest rank takes.
pub fn digits(jobs: usize) -> u16 {
    u16::try_from(jobs.max(1).ilog10() + 1).unwrap_or(1)
}

/// The job that a click on a cell means: of the spot that is nearest, at most one cell away, the
/// first; where one of its jobs is selected already, the next.
pub(super) fn place_at(ui: &Ui, cell: Cell) -> Option<usize> {
    let distance = |there: Cell| {
        let (rows, cols) = (there.row.abs_diff(cell.row), there.col.abs_diff(cell.col));
        rows.max(cols)
    };
    let spots = ui.shown.landscape().spots.iter();
    let spot = spots
        .filter(|spot| distance(spot.cell) <= 1)
        .min_by_key(|spot| (distance(spot.cell), spot.cell))?;
    let here = spot.places.iter().position(|place| *place == ui.place);
    let next = here.map_or(0, |here| (here + 1) % spot.places.len());
    spot.places.get(next).copied()
}
