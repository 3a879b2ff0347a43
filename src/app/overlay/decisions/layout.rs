//! Where what was decided and parked stands. Pure: drawing and the mouse share it.

use super::{Decisions, Kept, kept};
use crate::app::geometry::{Area, scrolled};
use crate::app::wrap::wrap;
use crate::domain::{Date, Decision, Workspace};

/// The widest that the box gets: longer lines are hard to read.
const WIDEST: u16 = 100;

/// How many lines of a text are shown at most.
const MOST_LINES: usize = 6;

/// How many cells stand before a text: the bar, and whether it was decided or parked.
pub const BEFORE_TEXT: u16 = 11;

/// What stands where nothing was decided or parked yet.
const EMPTY: &str = "Nothing was decided or parked yet. A decision is kept with why, who and when; what is parked is \
                     a line for another day.";

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The place of what it belongs to, from 0; none for a heading and between two reviews.
    pub place: Option<usize>,
    /// What it is a part of.
    pub part: Part,
    /// What stands in it.
    pub text: String,
}

/// What a line is a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The heading of a review.
    Review,
    /// The first line of what was decided, or of what was parked.
    Begin(Kept),
    /// A further line of it.
    Rest,
    /// Why, who and when.
    About,
    /// Nothing.
    Blank,
}

/// Where everything is.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The box with its border.
    pub frame: Area,
    /// Each line that is shown.
    pub lines: Vec<(Area, Line)>,
    /// How many things there are.
    pub count: usize,
}

/// Lays everything out in the middle of an area. The selected one is in view.
pub fn layout(decisions: &Decisions, workspace: &Workspace, area: Area) -> Layout {
    let width = area.width.min(WIDEST);
    let cells = usize::from(width.saturating_sub(4));
    let count = kept(workspace).len();
    let lines = lines(workspace, cells);
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let frame = area.centred(width, height.saturating_add(2));
    let inside = frame.inset(2, 1);
    let first = first_line(&lines, decisions.selected(count), inside.height.into());
    Layout {
        frame,
        lines: (0..inside.height)
            .map(|n| inside.row(n))
            .zip(lines.into_iter().skip(first))
            .collect(),
        count,
    }
}

/// The first line to show, so that the whole of the selected one is in view; the first of all is in
/// view with its heading.
fn first_line(lines: &[Line], selected: usize, height: usize) -> usize {
    let is_its = |line: &Line| line.place == Some(selected);
    let start = lines.iter().position(is_its).unwrap_or(0);
    let start = if selected == 0 { 0 } else { start };
    let end = lines.iter().rposition(is_its).unwrap_or(0);
    let first = scrolled(0, end, height, lines.len());
    scrolled(first, start, height, lines.len())
}

fn lines(workspace: &Workspace, cells: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut heading = None;
    for (place, kept) in kept(workspace).into_iter().enumerate() {
        let date = kept.review();
        if heading != Some(date) {
            if heading.is_some() {
                lines.push(Line::of(Part::Blank, String::new()));
            }
            lines.extend(headed(workspace, date));
            heading = Some(date);
        }
        let place = Some(place);
        lines.extend(told(workspace, kept, cells).map(|line| Line { place, ..line }));
    }
    if lines.is_empty() {
        let empty = wrap(EMPTY, cells, MOST_LINES).into_iter();
        lines.extend(empty.map(|text| Line::of(Part::About, text.into_owned())));
    }
    lines
}

fn headed(workspace: &Workspace, date: Date) -> Option<Line> {
    let name = &workspace.reviews().get(&date)?.name;
    Some(Line::of(Part::Review, format!("{date} · {name}")))
}

/// The lines of one thing.
fn told(workspace: &Workspace, kept: Kept, cells: usize) -> impl Iterator<Item = Line> {
    let review = workspace.reviews().get(&kept.review());
    let (text, about) = match (review, kept) {
        (Some(review), Kept::Decision(_, place)) => {
            let decision = review.decisions.get(place);
            decision.map_or_else(Default::default, |it| (it.text.as_str(), about(it, kept)))
        }
        (Some(review), Kept::Parked(_, place)) => {
            let text = review.parked.iter().nth(place).unwrap_or_default();
            (text, String::new())
        }
        (None, _) => Default::default(),
    };
    let cells = cells.saturating_sub(BEFORE_TEXT.into());
    let parts = std::iter::once(Part::Begin(kept)).chain(std::iter::repeat(Part::Rest));
    let text = parts.zip(wrap(text, cells, MOST_LINES));
    let about = wrap(&about, cells, MOST_LINES).into_iter();
    let about = about.filter(|line| !line.is_empty());
    text.chain(about.map(|line| (Part::About, line)))
        .map(|(part, text)| Line::of(part, text.into_owned()))
        .collect::<Vec<_>>()
        .into_iter()
}

/// Why, who, and when where that is another day than the review's.
fn about(decision: &Decision, kept: Kept) -> String {
    let why = decision.why.as_ref().map(|why| format!("because {why}"));
    let date = decision.date.filter(|date| *date != kept.review());
    let date = date.map(|date| date.to_string());
    let parts = [why, decision.owner.clone(), date];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

impl Line {
    fn of(part: Part, text: String) -> Self {
        Self {
            place: None,
            part,
            text,
        }
    }
}

impl Kept {
    /// The day of the review in which it stands.
    pub fn review(self) -> Date {
        match self {
            Self::Decision(review, _) | Self::Parked(review, _) => review,
        }
    }
}
