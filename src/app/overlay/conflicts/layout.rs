//! Where conflicts and their versions stand. Pure: drawing and the mouse share it.

use super::Chooser;
use crate::app::geometry::{Area, scrolled};
use crate::app::wrap::wrap;
use crate::domain::conflict::{Conflict, Side};

/// The widest that the box gets: longer lines are hard to read.
const WIDEST: u16 = 100;

/// What is asked.
const ASKED: &str = "Changed here and elsewhere. What is marked stands now; pick what should.";

/// How many lines of a version are shown at most.
const MOST_LINES: usize = 6;

/// How many letters of a text are looked at.
const LONGEST: usize = 4_000;

/// How many cells stand before the text of a version: the mark and whose it is.
pub const BEFORE_TEXT: u16 = 12;

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A part of what a conflict is about.
    Thing {
        /// The place of the conflict.
        place: usize,
        /// What stands in the line.
        text: String,
    },
    /// A part of what one side says.
    Version {
        /// The place of the conflict.
        place: usize,
        /// Whose version.
        side: Side,
        /// Whether it is the first line of it, which says whose it is.
        is_first: bool,
        /// What stands in the line.
        text: String,
    },
    /// A line between two conflicts; it belongs to the one above.
    Blank(usize),
}

/// Where everything is.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The box with its border.
    pub frame: Area,
    /// What is asked, in lines.
    pub intro: Vec<(Area, String)>,
    /// Each line that is shown.
    pub lines: Vec<(Area, Line)>,
}

impl Line {
    /// The place of the conflict that it belongs to.
    pub fn place(&self) -> usize {
        match self {
            Self::Thing { place, .. } | Self::Version { place, .. } | Self::Blank(place) => *place,
        }
    }
}

/// Lays conflicts out in the middle of an area. The selected one is in view.
pub fn layout(chooser: &Chooser, area: Area) -> Layout {
    let width = area.width.min(WIDEST);
    let cells = usize::from(width.saturating_sub(4));
    let intro = wrap(ASKED, cells, 2);
    let above = u16::try_from(intro.len()).unwrap_or(0) + 1;
    let lines = lines(chooser, cells);
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let frame = area.centred(width, height.saturating_add(above + 2));
    let inside = frame.inset(2, 1);
    let list = inside.below(above);
    let first = first_line(&lines, chooser.selected, list.height.into());
    Layout {
        frame,
        intro: (0..)
            .zip(intro)
            .map(|(n, text)| (inside.row(n), text.into_owned()))
            .collect(),
        lines: (0..list.height)
            .map(|n| list.row(n))
            .zip(lines.into_iter().skip(first))
            .collect(),
    }
}

/// The first line to show, so that the whole of the selected conflict is in view, or its beginning
/// where it is longer than the list is high.
fn first_line(lines: &[Line], selected: usize, height: usize) -> usize {
    let is_its = |line: &Line| line.place() == selected && !matches!(line, Line::Blank(_));
    let start = lines.iter().position(is_its).unwrap_or(0);
    let end = lines.iter().rposition(is_its).unwrap_or(0);
    let first = scrolled(0, end, height, lines.len());
    scrolled(first, start, height, lines.len())
}

fn lines(chooser: &Chooser, cells: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    for (place, (conflict, _)) in chooser.rows().enumerate() {
        if let Some(before) = place.checked_sub(1) {
            lines.push(Line::Blank(before));
        }
        let about = format!("{} · {}", conflict.thing, conflict.field);
        let about = wrap(beginning(&about), cells.saturating_sub(2), MOST_LINES);
        lines.extend(about.into_iter().map(|text| Line::Thing {
            place,
            text: text.into_owned(),
        }));
        for side in [Side::Mine, Side::Theirs, Side::Both] {
            lines.extend(version(conflict, (place, side), cells));
        }
    }
    lines
}

fn version(conflict: &Conflict, (place, side): (usize, Side), cells: usize) -> Vec<Line> {
    let text = match side {
        Side::Mine => conflict.mine.as_str(),
        Side::Theirs => conflict.theirs.as_str(),
        Side::Both if conflict.can_keep_both() => "mine, then theirs",
        Side::Both => return Vec::new(),
    };
    let cells = cells.saturating_sub(BEFORE_TEXT.into());
    let text = wrap(beginning(text), cells, MOST_LINES);
    let lines = text.into_iter().enumerate();
    let line = |(n, text): (usize, std::borrow::Cow<'_, str>)| Line::Version {
        place,
        side,
        is_first: n == 0,
        text: text.into_owned(),
    };
    lines.map(line).collect()
}

/// The beginning of a text: more than the lines that are shown of it, so that a long one costs what
/// it shows.
fn beginning(text: &str) -> &str {
    let end = text.char_indices().nth(LONGEST);
    end.map_or(text, |(end, _)| &text[..end])
}
