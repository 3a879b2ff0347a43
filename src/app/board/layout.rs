//! Where everything on the board is: a pure function of the area, the workspace and where one is,
//! shared by drawing, the mouse and scrolling. Columns are laid out by arithmetic.

mod columns;
mod list;

use super::facts::Facts;
use super::{Typing, Ui};
use crate::app::Cx;
use crate::app::geometry::Area;
use crate::domain::Id;
use columns::{Grid, grid};

pub use columns::Strip;
pub(super) use columns::window;
pub(super) use list::{List, Slot};

/// From how many rows on the heads name the team and there is a line for what holds on the board.
const TALL: u16 = 14;

/// From how many columns on what is left at the right shows the selected card.
const DETAIL: u16 = 40;

/// How wide the selected card's detail grows at most.
const DETAIL_AT_MOST: u16 = 96;

/// How many cells the word before the search takes.
const SEARCH: u16 = 8;

/// Where everything on the board is.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// The whole board.
    pub area: Area,
    /// The stages that are shown, from the left.
    pub columns: Vec<Column>,
    /// How many cards the board shows, in view or not, and how many it has.
    pub in_all: (usize, usize),
    /// The stages hidden at the left and at the right.
    pub strips: [Option<Strip>; 2],
    /// The line for what holds on the board: the filter, the marks, the stage's mindset. Empty
    /// where there is no room.
    pub line: Area,
    /// The row in which one types what to search for; empty while one does not.
    pub search: Area,
    /// Where the selected card's detail stands; empty where there is no room.
    pub detail: Area,
    /// Where something is typed into the board; empty while nothing is.
    pub typing: Area,
}

/// One stage with its cards.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// Its place on the board, from 0.
    pub place: usize,
    /// All of it.
    pub area: Area,
    /// The row of its name.
    pub name: Area,
    /// The row of its team; empty where there is no room.
    pub team: Area,
    /// The row of the rule under its head.
    pub rule: Area,
    /// Where its cards stand.
    pub list: Area,
    /// How many cards it shows in all, in view or not.
    pub shown: usize,
    /// How many cards it has.
    pub count: usize,
    /// How many of those it shows are above and below those in view.
    pub hidden: [usize; 2],
    /// The cards in view, from above.
    pub cards: Vec<Card>,
}

/// A card in view.
#[derive(Clone, Debug)]
pub struct Card {
    /// Its id.
    pub id: Id,
    /// Its place among the cards that the column shows, from 0.
    pub place: usize,
    /// Its cells; the first column is for the marks at its left edge.
    pub area: Area,
    /// Its statement in lines.
    pub lines: Vec<String>,
    /// What hangs on it.
    pub facts: Facts,
}

/// Lays the board out.
pub(super) fn layout(ui: &Ui, cx: Cx<'_>) -> Layout {
    let area = cx.area;
    let stages = cx.workspace.stages().len();
    let mut layout = Layout {
        area,
        line: line(ui, area),
        in_all: in_all(ui, cx),
        ..Layout::default()
    };
    if stages == 0 || area.is_empty() {
        return layout;
    }
    let body = area.above(layout.line.height);
    let grid = grid(area.width, stages, ui.first_stage);
    for place in grid.first..grid.first + grid.count {
        let (start, width) = grid.column(place);
        let column = head(place, body.columns(start, width));
        let (column, typing) =
            list::lay_out(column, ui.list(place, cx), ui.first_card(place, cx), cx);
        layout.columns.push(column);
        layout.typing = typing.unwrap_or(layout.typing);
    }
    layout.strips = grid.strips(body, head_rows(body));
    layout.detail = detail(&grid, body);
    match ui.typing {
        Some(Typing::StageName) => {
            let column = layout.column(ui.stage_place);
            layout.typing = column.map_or(Area::default(), |column| column.area.row(0));
        }
        Some(Typing::Search) => {
            layout.search = area.below(area.height - 1);
            layout.typing = layout.search.right_of(SEARCH);
        }
        Some(Typing::NewCard | Typing::Statement) | None => {}
    }
    layout
}

/// The width of the column of the stage at a place, shown or not, and the rows for its cards.
pub(super) fn list_size(ui: &Ui, stage: usize, cx: Cx<'_>) -> (u16, u16) {
    let body = cx.area.above(line(ui, cx.area).height);
    let grid = grid(cx.area.width, cx.workspace.stages().len(), ui.first_stage);
    (grid.width_of(stage), body.below(head_rows(body)).height)
}

fn in_all(ui: &Ui, cx: Cx<'_>) -> (usize, usize) {
    let stages = cx.workspace.stages().iter();
    stages.fold((0, 0), |(shown, count), stage| {
        let here = ui.found.cards(&stage.id, cx.derived).len();
        (shown + here, count + cx.derived.cards(&stage.id).len())
    })
}

/// What narrows the board or is marked is always said; the rest only where there is room.
fn line(ui: &Ui, area: Area) -> Area {
    let is_needed = !ui.filter.is_empty() || !ui.marks.is_empty();
    let height = u16::from(is_needed || area.height >= TALL).min(area.height);
    area.below(area.height - height)
}

fn head_rows(body: Area) -> u16 {
    if body.height >= TALL - 1 { 3 } else { 2 }
}

/// A column with its head, without its cards.
fn head(place: usize, area: Area) -> Column {
    let text = Area {
        width: area.width.saturating_sub(2),
        ..area.right_of(1)
    };
    let rows = head_rows(area);
    Column {
        place,
        area,
        name: text.row(0),
        team: text.rows(1, rows - 2),
        rule: text.row(rows - 1),
        list: area.below(rows),
        ..Column::default()
    }
}

fn detail(grid: &Grid, area: Area) -> Area {
    let left = grid.right_end() + 2;
    let rest = area.width.saturating_sub(left);
    if rest < DETAIL {
        return Area::default();
    }
    area.columns(left, rest.min(DETAIL_AT_MOST))
}

impl Layout {
    /// The column of a stage, by its place on the board.
    pub fn column(&self, place: usize) -> Option<&Column> {
        self.columns.iter().find(|column| column.place == place)
    }

    /// The card with an id, if it is in view.
    pub fn card(&self, id: &Id) -> Option<&Card> {
        let mut cards = self.columns.iter().flat_map(|column| &column.cards);
        cards.find(|card| card.id == *id)
    }
}
