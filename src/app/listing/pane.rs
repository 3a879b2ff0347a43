//! Where rows are on the screen: pure geometry that drawing, the mouse and scrolling share.

use super::{MARGIN, Row, Spot};
use crate::app::geometry::Area;

/// From how many columns on the details stand beside the list.
pub const WIDE: u16 = 110;

/// The widest that the list and the details become.
const WIDEST: (u16, u16) = (88, 100);

/// The columns between the list and the details.
const GUTTER: u16 = 3;

/// Rows, as many as are in view.
#[derive(Clone, Debug)]
pub struct Pane<S, F> {
    /// Where the rows are.
    pub area: Area,
    /// Below the rows: says how many more there are.
    pub more: Area,
    /// All rows.
    pub rows: Vec<Row<S, F>>,
    /// The first row in view.
    pub first: usize,
    /// The rows in view, each with its place among all.
    pub placed: Vec<(Area, usize)>,
}

/// A list and the details of what is selected in it.
#[derive(Clone, Debug)]
pub struct Sides<S, F> {
    /// What stands above the list and can be selected too, with its place.
    pub head: Option<(S, Area)>,
    /// Everything there is.
    pub list: Pane<S, F>,
    /// What is selected in detail, beside the list; none where it stands in the list.
    pub detail: Option<Pane<S, F>>,
}

/// The area of a list, and where there is room for them that of the details.
pub fn sides(body: Area) -> (Area, Option<Area>) {
    if body.width < WIDE {
        return (body, None);
    }
    let list = ((body.width - GUTTER) * 55 / 100).min(WIDEST.0);
    let detail = body.right_of(list + GUTTER).columns(0, WIDEST.1);
    (body.columns(0, list), Some(detail))
}

impl<S: Spot, F> Pane<S, F> {
    /// Rows in an area, from one of them on; its last line says how many more there are.
    pub fn new(area: Area, rows: Vec<Row<S, F>>, first: usize) -> Self {
        let more = area.below(area.height.saturating_sub(1));
        let area = area.above(1);
        let first = first.min(last_start(&rows, area.height));
        let mut placed = Vec::new();
        let mut y = 0;
        for (place, row) in rows.iter().enumerate().skip(first) {
            if y >= area.height {
                break;
            }
            placed.push((area.rows(y, row.height), place));
            y += row.height;
        }
        Self {
            area,
            more,
            rows,
            first,
            placed,
        }
    }

    /// The places one can be at, in order.
    pub fn spots(&self) -> impl DoubleEndedIterator<Item = &S> {
        self.rows.iter().filter_map(|row| row.spot.as_ref())
    }

    /// Where a spot's row is among all rows.
    pub fn place_of(&self, spot: &S) -> Option<usize> {
        let mut rows = self.rows.iter();
        rows.position(|row| row.spot.as_ref() == Some(spot))
    }

    /// Where a spot is on the screen, if it is in view.
    pub fn area_of(&self, spot: &S) -> Option<Area> {
        let place = self.place_of(spot)?;
        let placed = self.placed.iter().find(|(_, there)| *there == place);
        placed.map(|(area, _)| *area)
    }

    /// How far a spot's row is moved in.
    pub fn indent_of(&self, spot: &S) -> u16 {
        let place = self.place_of(spot);
        place.map_or(0, |place| self.rows[place].indent)
    }

    /// The spot at a cell.
    pub fn spot_at(&self, x: u16, y: u16) -> Option<&S> {
        let placed = self.placed.iter().find(|(area, _)| area.contains(x, y));
        self.rows[placed?.1].spot.as_ref()
    }

    /// How many things there are above what is in view.
    pub fn above(&self) -> usize {
        count(&self.rows[..self.first])
    }

    /// How many things there are below what is in view.
    pub fn below(&self) -> usize {
        let last = self.placed.last();
        let last = last.map_or(self.rows.len(), |(_, row)| row + 1);
        count(&self.rows[last..])
    }

    /// The first row to show, so that a spot is in view with the heading above it, and the view
    /// moves no more than it must from where it began.
    pub fn following(&self, began: usize, spot: &S) -> usize {
        let began = began.min(last_start(&self.rows, self.area.height));
        let Some(place) = self.place_of(spot) else {
            return began;
        };
        let above = self.rows[..place].iter().rev();
        let above = above.take_while(|row| row.spot.is_none()).count();
        let top = match above {
            all if all == place => 0,
            0 => place,
            _ => place - 1,
        };
        let mut first = began.min(top);
        while first < place && !reaches(&self.rows[first..=place], self.area.height) {
            first += 1;
        }
        first
    }
}

impl<S: Spot, F> Sides<S, F> {
    /// Everywhere one can be, in the order of the arrow keys: in the details while one is in them,
    /// else what stands above and the list.
    pub fn way(&self, from: &S) -> Vec<S> {
        let inside = self.detail.as_ref().filter(|_| from.line().is_some());
        match inside {
            Some(detail) => detail.spots().cloned().collect(),
            None => self.whole(),
        }
    }

    /// Everywhere in the list, what stands above it first.
    pub fn whole(&self) -> Vec<S> {
        let head = self.head.iter().map(|(spot, _)| spot.clone());
        head.chain(self.list.spots().cloned()).collect()
    }

    /// Everywhere one can be, the rows of the details behind the line of their thing.
    pub fn everything(&self) -> Vec<S> {
        let mut all = self.whole();
        let beside = self.detail.iter().flat_map(Pane::spots);
        let beside: Vec<S> = beside.cloned().collect();
        let line = beside.first().and_then(Spot::line);
        let line = all.iter().position(|spot| Some(spot) == line.as_ref());
        let behind = line.map_or(all.len(), |line| line + 1);
        all.splice(behind..behind, beside);
        all
    }

    /// Where the text of a spot begins, if it is in view: the cursor stands there.
    pub fn cursor(&self, spot: &S) -> Option<(u16, u16)> {
        let area = self.area_of(spot)?;
        Some((area.x + self.indent_of(spot) + MARGIN, area.y))
    }

    /// Where a spot is on the screen, if it is in view.
    pub fn area_of(&self, spot: &S) -> Option<Area> {
        match &self.head {
            Some((head, area)) if head == spot => Some(*area),
            Some(_) | None => self.pane_of(spot).area_of(spot),
        }
    }

    /// How far a spot's row is moved in.
    pub fn indent_of(&self, spot: &S) -> u16 {
        self.pane_of(spot).indent_of(spot)
    }

    /// The spot at a cell.
    pub fn spot_at(&self, x: u16, y: u16) -> Option<S> {
        let head = self.head.iter().find(|(_, area)| area.contains(x, y));
        if let Some((spot, _)) = head {
            return Some(spot.clone());
        }
        let detail = self.detail.as_ref().and_then(|pane| pane.spot_at(x, y));
        self.list.spot_at(x, y).or(detail).cloned()
    }

    /// The pane in which a row of the list or of the details stands.
    fn pane_of(&self, spot: &S) -> &Pane<S, F> {
        let detail = self.detail.as_ref();
        let beside = detail.filter(|_| spot.line().is_some());
        beside.unwrap_or(&self.list)
    }
}

/// How many things one can select among rows.
fn count<S, F>(rows: &[Row<S, F>]) -> usize {
    rows.iter().filter(|row| row.spot.is_some()).count()
}

/// Whether rows fit into a height.
fn reaches<S, F>(rows: &[Row<S, F>], height: u16) -> bool {
    let lines: u32 = rows.iter().map(|row| u32::from(row.height)).sum();
    lines <= u32::from(height)
}

/// The last row from which on all rows fit into a height.
fn last_start<S, F>(rows: &[Row<S, F>], height: u16) -> usize {
    let mut left = u32::from(height);
    let mut start = rows.len();
    for row in rows.iter().rev() {
        let Some(rest) = left.checked_sub(u32::from(row.height)) else {
            break;
        };
        left = rest;
        start -= 1;
    }
    start.min(rows.len().saturating_sub(1))
}
