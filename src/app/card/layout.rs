//! Where the parts of a card are: pure geometry that drawing, the mouse and scrolling share.
//!
//! The statement stands at the top. Below it is the list of everything on the card; where
//! there is room the details of what is selected stand beside it, else below its line.

use std::borrow::Cow;

use super::rows::{self, Face};
use super::spot::{Section, Spot, Thing};
use super::{Ui, at};
use crate::app::Cx;
use crate::app::geometry::Area;
use crate::app::listing::MARGIN;
use crate::app::listing::pane::{Pane, Sides, sides};
use crate::app::wrap::wrap;
use crate::domain::Outcome;

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
    pub sides: Sides<Spot, Face<'a>>,
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
        Pane::new(area, rows, ui.cursor.detail_first)
    });
    let statement = area.rows(1, high);
    Some(Layout {
        outcome,
        place: area.row(0),
        statement,
        lines,
        rule: area.rows(1 + high, ruled).right_of(MARGIN),
        sides: Sides {
            head: Some((Spot::Thing(Thing::Outcome), statement)),
            list: Pane::new(list, list_rows, ui.cursor.list_first),
            detail,
        },
    })
}

impl Layout<'_> {
    /// The first places of the sections of the list, the statement first.
    pub fn sections(&self) -> Vec<Spot> {
        let rows = &self.sides.list.rows;
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
}
