//! Where everything on the roadmap is, in any size: the caption, the table, the landscape beside it
//! or below, the lanes, and the story of the selected job. Pure geometry.

use super::Ui;
use super::columns::{Kind, Placed, columns};
use super::lanes;
use super::plot::{Plot, digits};
use super::segments;
use crate::app::geometry::{Area, scrolled};

/// What of the jobs is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// The table, and the landscape where there is room for it.
    #[default]
    Both,
    /// The table alone.
    Table,
    /// The landscape alone.
    Landscape,
    /// The lanes.
    Lanes,
    /// The table with a column for each segment.
    Segments,
}

/// Where the table is.
#[derive(Clone, Debug)]
pub struct Table {
    /// The names of the columns.
    pub head: Area,
    /// The line under them; empty where there is no room for it.
    pub rule: Area,
    /// The rows in view, each with the place of its job in the ranking.
    pub rows: Vec<(Area, usize)>,
    /// The columns, the same in every row.
    pub columns: Vec<Placed>,
    /// The place of the first row in view.
    pub first: usize,
}

/// What the jobs are shown as.
#[derive(Clone, Debug)]
pub enum Body {
    /// There are none: the area says how to get some.
    Empty(Area),
    /// In their order.
    Ranked(Option<Table>, Option<Plot>),
    /// As lanes.
    Lanes(lanes::Layout),
    /// Segment beside segment.
    Segments(segments::Layout),
}

/// Where everything is.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The row that says what is shown.
    pub caption: Area,
    /// The jobs.
    pub body: Body,
    /// The story of the selected job.
    pub story: Area,
}

/// From how many columns on the landscape stands beside the table.
const BESIDE: u16 = 110;

/// The narrowest that the table gets beside the landscape.
const TABLE: u16 = 74;

/// The narrowest that the landscape gets beside the table.
const NARROWEST_PLOT: u16 = 34;

/// The lowest that the landscape gets below the table, and the table above it.
const LOWEST_PLOT: u16 = 14;
const LOWEST_TABLE: u16 = 9;

/// The most rows that the story gets.
const TALLEST_STORY: u16 = 7;

/// Lays the roadmap out in an area.
pub fn layout(ui: &Ui, area: Area) -> Layout {
    let count = ui.count();
    if count == 0 {
        return Layout {
            caption: area.row(0),
            body: Body::Empty(area.below(1)),
            story: Area::default(),
        };
    }
    let rooms = Rooms::of(area).with_story_grown(ui.view, count);
    let body = match ui.view.fitting(area, count) {
        View::Lanes => Body::Lanes(lanes::layout(ui, rooms.body)),
        View::Segments => Body::Segments(segments::layout(ui, rooms.body)),
        view @ (View::Both | View::Table | View::Landscape) => {
            let (table, plot) = split(view, rooms.body, count);
            Body::Ranked(
                table.map(|area| lay_out_table(ui, area)),
                plot.and_then(Plot::of),
            )
        }
    };
    Layout {
        caption: rooms.caption,
        body,
        story: rooms.story,
    }
}

/// The parts of the screen, one below the other.
struct Rooms {
    caption: Area,
    body: Area,
    story: Area,
}

impl Rooms {
    fn of(area: Area) -> Self {
        let story = match area.height {
            0..=5 => 0,
            6..=11 => 2,
            12..=19 => 3,
            20..=29 => 4,
            _ => 6,
        };
        let above = u16::from(area.height >= 14);
        let below = area.below(1).below(above);
        Self {
            caption: area.row(0),
            body: below.above(story + above),
            story: below.below(below.height.saturating_sub(story)),
        }
    }

    /// What the rows of a table that stands alone don't need goes to the story.
    fn with_story_grown(mut self, view: View, count: usize) -> Self {
        let is_alone = matches!(split(view, self.body, count), (Some(_), None));
        if matches!(view, View::Lanes | View::Segments) || !is_alone {
            return self;
        }
        let rows = u16::try_from(count).unwrap_or(u16::MAX).saturating_add(2);
        let spare = self.body.height.saturating_sub(rows);
        let grown = spare.min(TALLEST_STORY.saturating_sub(self.story.height));
        self.body = self.body.above(grown);
        self.story.y -= grown;
        self.story.height += grown;
        self
    }
}

impl View {
    /// The view that follows, of those that fit.
    pub(super) fn next(self, area: Area, count: usize) -> Self {
        let all = [Self::Both, Self::Table, Self::Landscape, Self::Lanes];
        let fitting: Vec<_> = all
            .into_iter()
            .filter(|view| view.fitting(area, count) == *view)
            .collect();
        let here = self.fitting(area, count);
        let place = fitting.iter().position(|view| *view == here).unwrap_or(0);
        fitting[(place + 1) % fitting.len()]
    }

    /// The view that is shown in its place where there is no room for it.
    fn fitting(self, area: Area, count: usize) -> Self {
        let (_, plot) = split(self, Rooms::of(area).body, count);
        let has_plot = plot.is_some_and(|area| Plot::of(area).is_some());
        match self {
            Self::Both | Self::Landscape if !has_plot => Self::Table,
            Self::Both | Self::Landscape | Self::Table | Self::Lanes | Self::Segments => self,
        }
    }
}

/// How table and landscape share an area.
fn split(view: View, area: Area, count: usize) -> (Option<Area>, Option<Area>) {
    match view {
        View::Landscape => (None, Some(area.right_of(1))),
        View::Table | View::Lanes | View::Segments => (Some(area), None),
        View::Both if area.width >= BESIDE => beside(area),
        View::Both => below(area, count),
    }
}

fn beside(area: Area) -> (Option<Area>, Option<Area>) {
    // A cell is about twice as high as wide, so this is a square.
    let square = area.height.saturating_mul(2) + 4;
    let widest = (area.width * 2 / 5).min(square);
    let plot = (area.width - TABLE - 2).min(widest).max(NARROWEST_PLOT);
    let table = area.width - plot - 2;
    (Some(area.columns(0, table)), Some(area.right_of(table + 2)))
}

fn below(area: Area, count: usize) -> (Option<Area>, Option<Area>) {
    if area.height < LOWEST_TABLE + 1 + LOWEST_PLOT {
        return (Some(area), None);
    }
    let all = u16::try_from(count).unwrap_or(u16::MAX).saturating_add(2);
    let table = all.clamp(LOWEST_TABLE, (area.height / 2).max(LOWEST_TABLE));
    let square = area.height.saturating_sub(table).saturating_mul(2) + 4;
    (
        Some(area.rows(0, table)),
        Some(area.below(table + 1).columns(1, square.max(NARROWEST_PLOT))),
    )
}

fn lay_out_table(ui: &Ui, area: Area) -> Table {
    let ranks = digits(ui.count()).max(2) + 1;
    Table {
        columns: columns(area.width, ranks, Kind::of(ui)),
        ..Table::of(ui, area, 1)
    }
}

impl Table {
    /// A table without columns, with a head of so many rows.
    pub(super) fn of(ui: &Ui, area: Area, head: u16) -> Self {
        let count = ui.count();
        let rule = u16::from(area.height >= 6 + head);
        let below = area.below(head + rule);
        let first = scrolled(ui.first, ui.place, below.height.into(), count);
        let rows = (0..below.height).map(|row| below.row(row));
        Self {
            head: area.rows(0, head),
            rule: area.rows(head, rule),
            rows: rows.zip(first..count).collect(),
            columns: Vec::new(),
            first,
        }
    }
}

impl Layout {
    /// The table, where it is in view.
    pub fn table(&self) -> Option<&Table> {
        match &self.body {
            Body::Ranked(table, _) => table.as_ref(),
            Body::Segments(segments) => Some(&segments.table),
            Body::Empty(_) | Body::Lanes(_) => None,
        }
    }

    /// The landscape, where it is in view.
    pub fn plot(&self) -> Option<&Plot> {
        match &self.body {
            Body::Ranked(_, plot) => plot.as_ref(),
            Body::Empty(_) | Body::Lanes(_) | Body::Segments(_) => None,
        }
    }

    /// The segments side by side, where they are in view.
    pub fn segments(&self) -> Option<&segments::Layout> {
        match &self.body {
            Body::Segments(segments) => Some(segments),
            Body::Empty(_) | Body::Ranked(..) | Body::Lanes(_) => None,
        }
    }

    /// The lanes, where they are in view.
    pub fn lanes(&self) -> Option<&lanes::Layout> {
        match &self.body {
            Body::Lanes(lanes) => Some(lanes),
            Body::Empty(_) | Body::Ranked(..) | Body::Segments(_) => None,
        }
    }
}
