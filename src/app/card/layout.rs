//! Where the parts of a card are: pure geometry that drawing, the mouse and scrolling share.
//!
//! The statement stands at the top. Below it is the list of everything on the card; from
//! [`WIDE`] columns on the details of what is selected stand beside it, else below its line.

use std::borrow::Cow;

use super::rows::{self, Face, LABEL, MARGIN, Row};
use super::spot::{Section, Spot, Thing};
use super::{Ui, at};
use crate::app::Cx;
use crate::app::geometry::Area;
use crate::app::wrap::wrap;
use crate::domain::Outcome;

/// From how many columns on the details stand beside the list.
pub const WIDE: u16 = 110;

/// The widest that the list and the details become.
const WIDEST: (u16, u16) = (88, 100);

/// The columns between the list and the details.
const GUTTER: u16 = 3;

/// The field that begins the last section.
const NOTES: &str = "notes";

/// A card on the screen.
#[derive(Clone, Debug)]
pub struct Layout<'a> {
    /// The outcome.
    pub outcome: &'a Outcome,
    /// The row above the statement: where the card stands.
    pub place: Area,
    /// Where the statement is.
    pub statement: Area,
    /// The lines of the statement.
    pub lines: Vec<Cow<'a, str>>,
    /// The rule under it; empty where there is no room for one.
    pub rule: Area,
    /// Everything on the card.
    pub list: Pane<'a>,
    /// What is selected in detail, beside the list; none where it stands in the list.
    pub detail: Option<Pane<'a>>,
}

/// Rows, as many as are in view.
#[derive(Clone, Debug)]
pub struct Pane<'a> {
    /// Where the rows are.
    pub area: Area,
    /// Below the rows: says how many more there are.
    pub more: Area,
    /// All rows.
    pub rows: Vec<Row<'a>>,
    /// The first row in view.
    pub first: usize,
    /// The rows in view, each with its place among all.
    pub placed: Vec<(Area, usize)>,
}

/// Lays out the open card; none where it is not there any more.
pub fn layout<'a>(ui: &Ui, cx: Cx<'a>) -> Option<Layout<'a>> {
    let outcome = at(ui, cx)?;
    // The last column stays free, so that nothing touches the edge of the screen.
    let area = cx.area.columns(0, cx.area.width.saturating_sub(1));
    let (most, ruled) = match area.height {
        0..=13 => (2, 0),
        14..=27 => (3, 1),
        28.. => (4, 1),
    };
    let text = area.width.saturating_sub(MARGIN + 1);
    let lines = wrap(&outcome.statement, text.into(), most);
    let high = u16::try_from(lines.len()).unwrap_or(1);
    let body = area.below(1 + high + ruled);
    let (list, beside) = sides(body);
    let opened = ui.selected().opened().filter(|_| beside.is_none());
    let list_rows = rows::list(cx, outcome, opened.as_ref(), list.width);
    let detail = beside.map(|area| {
        let rows = rows::detail(cx, outcome, ui.selected(), area.width);
        Pane::new(area, rows, ui.detail_first)
    });
    Some(Layout {
        outcome,
        place: area.row(0),
        statement: area.rows(1, high),
        lines,
        rule: area.rows(1 + high, ruled).right_of(MARGIN),
        list: Pane::new(list, list_rows, ui.list_first),
        detail,
    })
}

/// The list, and where there is room for them the details.
fn sides(body: Area) -> (Area, Option<Area>) {
    if body.width < WIDE {
        return (body, None);
    }
    let list = ((body.width - GUTTER) * 55 / 100).min(WIDEST.0);
    let detail = body.right_of(list + GUTTER).columns(0, WIDEST.1);
    (body.columns(0, list), Some(detail))
}

impl<'a> Pane<'a> {
    fn new(area: Area, rows: Vec<Row<'a>>, first: usize) -> Self {
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
    pub fn spots(&self) -> impl DoubleEndedIterator<Item = &Spot> {
        self.rows.iter().filter_map(|row| row.spot.as_ref())
    }

    /// Where a spot's row is among all rows.
    pub fn place_of(&self, spot: &Spot) -> Option<usize> {
        let mut rows = self.rows.iter();
        rows.position(|row| row.spot.as_ref() == Some(spot))
    }

    /// Where a spot is on the screen, if it is in view.
    pub fn area_of(&self, spot: &Spot) -> Option<Area> {
        let place = self.place_of(spot)?;
        let placed = self.placed.iter().find(|(_, there)| *there == place);
        placed.map(|(area, _)| *area)
    }

    /// The spot at a cell.
    pub fn spot_at(&self, x: u16, y: u16) -> Option<&Spot> {
        let placed = self.placed.iter().find(|(area, _)| area.contains(x, y));
        self.rows[placed?.1].spot.as_ref()
    }

    /// How many things there are above what is in view.
    pub fn above(&self) -> usize {
        count(&self.rows[..self.first])
    }

    /// How many things there are below what is in view.
    pub fn below(&self) -> usize {
        let last = self
            .placed
            .last()
            .map_or(self.rows.len(), |(_, row)| row + 1);
        count(&self.rows[last..])
    }

    /// The first row to show, so that a spot is in view with the heading above it, and the view
    /// moves no more than it must from where it began.
    pub fn following(&self, began: usize, spot: &Spot) -> usize {
        let began = began.min(last_start(&self.rows, self.area.height));
        let Some(place) = self.place_of(spot) else {
            return began;
        };
        let is_read = |row: &Row<'_>| row.spot.is_none();
        let above = self.rows[..place]
            .iter()
            .rev()
            .take_while(|row| is_read(row))
            .count();
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

impl Layout<'_> {
    /// Everywhere one can be, in the order of the arrow keys: in the details while one is in them,
    /// else the statement and the list.
    pub fn way(&self, from: &Spot) -> Vec<Spot> {
        let inside = self.detail.as_ref().filter(|_| from.opened().is_some());
        match inside {
            Some(detail) => detail.spots().cloned().collect(),
            None => self.whole(),
        }
    }

    /// Everywhere in the list, the statement first.
    pub fn whole(&self) -> Vec<Spot> {
        let statement = Spot::Thing(Thing::Outcome);
        std::iter::once(statement)
            .chain(self.list.spots().cloned())
            .collect()
    }

    /// Everywhere one can be, the rows of the details behind the line of their thing.
    pub fn everything(&self) -> Vec<Spot> {
        let mut all = self.whole();
        let beside = self.detail.iter().flat_map(Pane::spots);
        let beside: Vec<Spot> = beside.cloned().collect();
        let line = beside.first().and_then(Spot::opened).map(Spot::Thing);
        let line = all.iter().position(|spot| Some(spot) == line.as_ref());
        let behind = line.map_or(all.len(), |line| line + 1);
        all.splice(behind..behind, beside);
        all
    }

    /// Where the text of a spot begins, if it is in view: the cursor stands there.
    pub fn cursor(&self, spot: &Spot) -> Option<(u16, u16)> {
        let area = self.area_of(spot)?;
        let pane = self.pane_of(spot);
        let indent = pane
            .place_of(spot)
            .map_or(0, |place| pane.rows[place].indent);
        Some((area.x + indent + MARGIN, area.y))
    }

    /// Where a spot is on the screen, if it is in view.
    pub fn area_of(&self, spot: &Spot) -> Option<Area> {
        if *spot == Spot::Thing(Thing::Outcome) {
            return Some(self.statement);
        }
        self.pane_of(spot).area_of(spot)
    }

    /// From where on a field is edited in place, if it is in view: a mark and its space stand
    /// before the text.
    pub fn field_of(&self, spot: &Spot) -> Option<Area> {
        let area = self.area_of(spot)?;
        let Spot::Field(..) = spot else {
            return Some(area);
        };
        let pane = self.pane_of(spot);
        let indent = pane
            .place_of(spot)
            .map_or(0, |place| pane.rows[place].indent);
        Some(area.right_of(indent + LABEL))
    }

    /// The first places of the sections of the list, the statement first.
    pub fn sections(&self) -> Vec<Spot> {
        let rows = &self.list.rows;
        let starts = |place: &usize| match &rows[*place].face {
            Face::Heading(section, _) => {
                matches!(section, Section::Jobs | Section::Initiatives)
            }
            _ => rows[*place].spot == Some(Spot::Field(Thing::Outcome, NOTES)),
        };
        let starts = (0..rows.len()).filter(starts);
        let firsts =
            starts.filter_map(|place| rows[place..].iter().find_map(|row| row.spot.clone()));
        std::iter::once(Spot::Thing(Thing::Outcome))
            .chain(firsts)
            .collect()
    }

    /// The pane in which a row of the list or of the details stands.
    fn pane_of(&self, spot: &Spot) -> &Pane<'_> {
        let detail = self.detail.as_ref();
        let beside = detail.filter(|_| spot.opened().is_some());
        beside.unwrap_or(&self.list)
    }

    /// The spot at a cell.
    pub fn spot_at(&self, x: u16, y: u16) -> Option<Spot> {
        if self.statement.contains(x, y) {
            return Some(Spot::Thing(Thing::Outcome));
        }
        let detail = self.detail.as_ref().and_then(|pane| pane.spot_at(x, y));
        self.list.spot_at(x, y).or(detail).cloned()
    }
}

/// How many things one can select among rows.
fn count(rows: &[Row<'_>]) -> usize {
    rows.iter().filter(|row| row.spot.is_some()).count()
}

/// Whether rows fit into a height.
fn reaches(rows: &[Row<'_>], height: u16) -> bool {
    let lines: u32 = rows.iter().map(|row| u32::from(row.height)).sum();
    lines <= u32::from(height)
}

/// The last row from which on all rows fit into a height.
fn last_start(rows: &[Row<'_>], height: u16) -> usize {
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
