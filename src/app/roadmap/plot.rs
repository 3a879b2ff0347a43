//! Where the parts of the landscape are: the field with its cells, the axes, the words of the zones,
//! the numbers of the points.

pub mod basis;
mod labels;

use labels::Taken;
pub use labels::{Label, labels};

use super::Ui;
use super::shown::Shown;
use crate::app::geometry::Area;
use crate::app::wrap::cells;
use crate::domain::choice::Choice;
use crate::insight::landscape::{Axes, Cell, Grid};
use crate::insight::opportunity::Zone;

/// Left of the field: the figures of the axis that goes up, and its line.
const GUTTER: u16 = 5;

/// Below the field: the axis that goes across, and its figures.
const BELOW: u16 = 2;

/// Below these: what the signs mean and what it rests on, in rows by how high the whole is.
fn legend(height: u16) -> u16 {
    match height {
        0..=9 => 1,
        10..=17 => 2,
        18..=25 => 4,
        _ => 6,
    }
}

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
    /// The cells of the field.
    pub grid: Grid,
}

impl Plot {
    /// Lays the landscape out; none where there is no room for one.
    pub fn of(area: Area) -> Option<Self> {
        let legend = legend(area.height);
        let title = area.row(0);
        let field = area.below(1).above(BELOW + legend).right_of(GUTTER);
        if field.width < SMALLEST.0 || field.height < SMALLEST.1 {
            return None;
        }
        let grid = Grid {
            cols: field.width,
            rows: field.height,
        };
        let below = area.below(1 + field.height);
        Some(Self {
            title,
            up: Area {
                height: field.height,
                ..area.below(1).columns(0, GUTTER - 1)
            },
            field,
            line: below
                .row(0)
                .right_of(GUTTER - 1)
                .columns(0, field.width + 1),
            across: below.row(1).right_of(GUTTER),
            legend: below.rows(BELOW, legend),
            grid,
        })
    }

    /// The cell of the screen that a cell of the grid is.
    pub fn at(&self, cell: Cell) -> Area {
        self.field.row(cell.row).columns(cell.col, 1)
    }

    /// The cell of the grid at a place on the screen.
    pub fn cell_at(&self, x: u16, y: u16) -> Option<Cell> {
        self.field.contains(x, y).then(|| Cell {
            row: y - self.field.y,
            col: x - self.field.x,
        })
    }

    /// Where the name of each zone stands: a place in the zone where it covers no job. A zone
    /// without such a place is left out.
    pub fn zones(&self, axes: Axes, shown: &Shown, labels: &[Label]) -> Vec<(Area, Zone)> {
        let mut taken = Taken::of(self, &shown.landscape().spots);
        for label in labels {
            taken.take(label.area);
        }
        let is_free = |area: &Area| taken.is_free(*area);
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

/// How many cells the largest rank takes.
pub fn digits(jobs: usize) -> u16 {
    u16::try_from(jobs.max(1).ilog10() + 1).unwrap_or(1)
}

/// How far a click may be from a point that it means, in rows and in columns.
const NEAR: (u16, u16) = (1, 2);

/// The job that a click on a cell means: of the point whose number is there, else of the nearest one
/// that is near, the first; where one of its jobs is selected already, the next.
pub(super) fn place_at(ui: &Ui, plot: &Plot, cell: Cell) -> Option<usize> {
    let spots = &ui.shown.landscape().spots;
    let distance = |there: Cell| {
        let (rows, cols) = (there.row.abs_diff(cell.row), there.col.abs_diff(cell.col));
        // A row is about as high as two columns are wide.
        (rows <= NEAR.0 && cols <= NEAR.1).then_some(rows * 2 + cols)
    };
    let at = plot.at(cell);
    let labels = labels(plot, &ui.shown);
    let label = labels.iter().find(|label| label.area.contains(at.x, at.y));
    let near = spots
        .iter()
        .filter_map(|spot| Some((distance(spot.cell)?, spot)));
    let nearest = near.min_by_key(|(distance, spot)| (*distance, spot.cell));
    let pointed = nearest.filter(|(distance, _)| *distance == 0);
    let spot = match (pointed, label) {
        (None, Some(label)) => spots.get(label.spot)?,
        _ => nearest?.1,
    };
    let here = spot.places.iter().position(|place| *place == ui.place);
    let next = here.map_or(0, |here| (here + 1) % spot.places.len());
    spot.places.get(next).copied()
}
