//! The numbers beside the points of the landscape: the rank of the job, or how many jobs lie there.
//! Each stands where it covers no point and no other number.

use super::Plot;
use crate::app::geometry::Area;
use crate::app::roadmap::shown::Shown;
use crate::app::wrap::cells;
use crate::insight::landscape::Spot;

/// The number of a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where it stands.
    pub area: Area,
    /// The place of the point among the spots of the landscape.
    pub spot: usize,
    /// What it says.
    pub text: String,
}

/// The numbers of the points, the best ranked first. A point among many may have no room for one:
/// it is left out.
pub fn labels(plot: &Plot, shown: &Shown) -> Vec<Label> {
    let spots = &shown.landscape().spots;
    let mut taken = Taken::of(plot, spots);
    let mut order: Vec<usize> = (0..spots.len()).collect();
    order.sort_by_key(|spot| spots[*spot].places.first());
    let labels = order.into_iter().filter_map(|spot| {
        let text = text(&spots[spot], shown);
        let at = plot.at(spots[spot].cell);
        let mut places = around(plot, at, cells(&text)).into_iter();
        let area = places.find(|area| taken.is_free(*area))?;
        taken.take(area);
        Some(Label { area, spot, text })
    });
    labels.collect()
}

fn text(spot: &Spot, shown: &Shown) -> String {
    match spot.places.as_slice() {
        [only] => {
            let rank = shown.ranking().rows().get(*only).and_then(|row| row.rank);
            rank.unwrap_or(only + 1).to_string()
        }
        several => format!("×{}", several.len()),
    }
}

/// Where the number of a point may stand, the best place first: beside it, above it, below it. Only
/// what lies in the field.
fn around(plot: &Plot, at: Area, width: u16) -> Vec<Area> {
    let (x, y, width) = (i32::from(at.x), i32::from(at.y), i32::from(width));
    let places = [
        (x + 1, y),
        (x - width, y),
        (x + 1, y - 1),
        (x, y - 1),
        (x - width, y - 1),
        (x + 1, y + 1),
        (x, y + 1),
        (x - width, y + 1),
    ];
    let field = plot.field;
    let area = |(left, row): (i32, i32)| {
        let area = Area {
            x: u16::try_from(left).ok()?,
            y: u16::try_from(row).ok()?,
            width: u16::try_from(width).ok()?,
            height: 1,
        };
        let is_inside = field.contains(area.x, area.y) && area.right() <= field.right();
        is_inside.then_some(area)
    };
    places.into_iter().filter_map(area).collect()
}

/// Which cells of a field are covered.
pub(super) struct Taken {
    field: Area,
    cells: Vec<bool>,
}

impl Taken {
    /// What the points cover.
    pub(super) fn of(plot: &Plot, spots: &[Spot]) -> Self {
        let field = plot.field;
        let mut taken = Self {
            cells: vec![false; usize::from(field.width) * usize::from(field.height)],
            field,
        };
        for spot in spots {
            taken.take(plot.at(spot.cell));
        }
        taken
    }

    /// Covers a part of a row of the field.
    pub(super) fn take(&mut self, area: Area) {
        for cell in self.cells_of(area) {
            self.cells[cell] = true;
        }
    }

    /// Whether nothing covers a part of a row of the field.
    pub(super) fn is_free(&self, area: Area) -> bool {
        self.cells_of(area).all(|cell| !self.cells[cell])
    }

    fn cells_of(&self, area: Area) -> std::ops::Range<usize> {
        let row = usize::from(area.y - self.field.y) * usize::from(self.field.width);
        let start = row + usize::from(area.x - self.field.x);
        start..start + usize::from(area.width)
    }
}
