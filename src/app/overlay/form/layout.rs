//! Where everything in a form stands. Pure: drawing, the mouse and scrolling share it.

mod spots;

use std::ops::Range;

use super::input::Input;
use super::{Focus, Form, wrapped};
use crate::app::geometry::{Area, scrolled};
use crate::app::wrap::{cells, wrap};
use crate::app::{Model, chrome};
pub use spots::{Shown, Spot};

/// Where a form is drawn.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    /// In a box over the middle of the screen.
    Middle,
    /// In a part of a screen, such as the row of what is edited. It takes the rows that it needs
    /// from there on.
    Inline(fn(&Model) -> Area),
}

/// The part of the screen that a form has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Everything between header and footer.
    pub body: Area,
    /// Where it begins, when it is part of a screen.
    pub at: Option<Area>,
}

impl Room {
    /// The room of a form on a model's screen.
    pub fn of(form: &Form, model: &Model) -> Self {
        let at = match form.place {
            Place::Middle => None,
            Place::Inline(area) => Some(area(model)),
        };
        let body = chrome::layout(model).body;
        Self { body, at }
    }
}

/// One line of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A row of what is typed in a field, and the bytes of the text that it shows. The first row
    /// has the label.
    Text {
        /// The field.
        input: usize,
        /// Which of its rows.
        row: usize,
        /// What it shows.
        bytes: Range<usize>,
    },
    /// The words of a field to choose from.
    Choices {
        /// The field.
        input: usize,
    },
    /// A row of what is wrong with a field.
    Problem {
        /// The field.
        input: usize,
        /// What the row says.
        words: String,
    },
    /// A row of a hint at how a field is worded, and whether it is its first.
    Hint {
        /// The field.
        input: usize,
        /// What the row says.
        words: String,
        /// Whether the hint begins here.
        is_first: bool,
    },
    /// A row of the sentence that all fields make together, and whether it is its first.
    Sentence {
        /// What the row says.
        words: String,
        /// Whether the sentence begins here.
        is_first: bool,
    },
    /// A row that parts what is above from what is below.
    Gap,
    /// A name that may be meant.
    Suggestion {
        /// Its place among the suggestions.
        place: usize,
    },
}

/// Where everything is.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The box with its border; none inside a screen.
    pub frame: Option<Area>,
    /// All rows that it covers.
    pub all: Area,
    /// The lines that are shown.
    pub lines: Vec<(Area, Line)>,
    /// The first line that is shown, and how many there are.
    pub first: usize,
    /// How many lines there are.
    pub count: usize,
    /// How many cells the labels take, with what parts them from the values.
    pub labels: u16,
    /// The row of the hint.
    pub hint: Area,
    /// The button that saves.
    pub save: Area,
    /// The button that leaves.
    pub leave: Area,
    /// Where the cursor is.
    pub cursor: Option<(u16, u16)>,
}

/// The widest that a form in the middle gets.
const WIDEST: u16 = 84;

/// How many rows a field of several lines has at least.
const LEAST_ROWS: usize = 3;

/// How many rows a problem is told in at most.
const MOST_ROWS: usize = 3;

/// The bar that marks the focused field, and the space behind it.
const BAR: u16 = 2;

/// How many rows a hint has at most: a column of the board is narrow.
const HINT_ROWS: usize = 5;

/// The sign before a hint, and the space behind it.
pub const HINT: u16 = 2;

/// What the sentence is called that all fields make together.
pub const SENTENCE: &str = "Reads";

/// The button that leaves.
pub const LEAVE: &str = "[ Leave ]";

/// Lays a form out.
pub fn layout(form: &Form, room: Room) -> Layout {
    let labels = label_cells(form, room);
    let lines = lines(form, value_cells(form, room));
    let count = lines.len();
    let needed = u16::try_from(count).unwrap_or(u16::MAX);
    let (frame, all, list, foot) = match room.at {
        None => {
            let frame = room.body.centred(WIDEST, needed.saturating_add(5));
            let inside = frame.inset(2, 1);
            // The hint and the buttons; a blank row above them where there is room.
            let foot = if inside.height > needed.saturating_add(2) {
                3
            } else {
                2
            };
            let foot_area = inside.below(inside.height.saturating_sub(2));
            (Some(frame), frame, inside.above(foot), foot_area)
        }
        Some(at) => {
            // The last row is left to what is said.
            let all = from(at, needed, room.body.above(1));
            (None, all, all, Area::default())
        }
    };
    let height = usize::from(list.height);
    let (cursor_line, last_line) = in_view(form, &lines, value_cells(form, room));
    let first = scrolled(form.first, last_line, height, count);
    let first = scrolled(first, cursor_line, height, count);
    let rows = (0..list.height).map(|row| list.row(row));
    let buttons = foot.row(1);
    let save = cells(form.subject.accepting().button);
    let mut layout = Layout {
        frame,
        all,
        lines: rows.zip(lines.into_iter().skip(first)).collect(),
        first,
        count,
        labels,
        hint: foot.row(0),
        save: buttons.columns(0, save),
        leave: buttons.columns(save + 2, cells(LEAVE)),
        cursor: None,
    };
    layout.cursor = layout.find_cursor(form);
    layout
}

/// As many rows as are needed from the beginning of an area on, moved up where the body ends.
fn from(at: Area, needed: u16, body: Area) -> Area {
    let height = needed.clamp(1, body.height.max(1));
    let lowest = body.bottom().saturating_sub(height);
    Area {
        y: at.y.min(lowest).max(body.y),
        height,
        ..at
    }
}

/// How many cells there are for a value.
pub(super) fn value_cells(form: &Form, room: Room) -> usize {
    let inside = match room.at {
        None => room.body.width.min(WIDEST).saturating_sub(4),
        Some(at) => at.width,
    };
    let labels = label_cells(form, room);
    usize::from(inside.saturating_sub(BAR + labels)).max(1)
}

/// How many cells the labels take: none where there is a single field inside a screen.
fn label_cells(form: &Form, room: Room) -> u16 {
    if room.at.is_some() && form.inputs.len() == 1 {
        return 0;
    }
    let labels = form.inputs.iter().map(|input| cells(input.row.label));
    labels.max().map_or(0, |widest| widest + 2)
}

fn lines(form: &Form, value_cells: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    for (place, input) in form.inputs.iter().enumerate() {
        lines.extend(value_lines(input, place, value_cells));
        let problem = input.problem.as_ref();
        let problem = problem.map_or_else(String::new, |problem| format!("! {problem}"));
        let rows = wrap(&problem, value_cells, MOST_ROWS).into_iter();
        let rows = rows.filter(|row| !row.is_empty());
        lines.extend(rows.map(|row| Line::Problem {
            input: place,
            words: row.into_owned(),
        }));
        for hint in form.hints(place) {
            lines.extend(hint_lines(&hint.text, place, value_cells));
        }
        if form.focus == Focus::Field(place) {
            let suggestions = 0..form.suggestions.len();
            lines.extend(suggestions.map(|place| Line::Suggestion { place }));
        }
    }
    if let Some(sentence) = form.sentence() {
        lines.push(Line::Gap);
        let rows = wrap(sentence, value_cells, MOST_ROWS)
            .into_iter()
            .enumerate();
        lines.extend(rows.map(|(row, words)| Line::Sentence {
            words: words.into_owned(),
            is_first: row == 0,
        }));
    }
    lines
}

fn hint_lines(text: &str, place: usize, value_cells: usize) -> impl Iterator<Item = Line> {
    let cells = value_cells.saturating_sub(HINT.into()).max(1);
    let rows: Vec<String> = wrap(text, cells, HINT_ROWS)
        .into_iter()
        .map(std::borrow::Cow::into_owned)
        .collect();
    let rows = rows.into_iter().enumerate();
    rows.map(move |(row, words)| Line::Hint {
        input: place,
        words,
        is_first: row == 0,
    })
}

fn value_lines(input: &Input, place: usize, value_cells: usize) -> Vec<Line> {
    if input.choices.is_some() {
        return vec![Line::Choices { input: place }];
    }
    let text = input.editor.text();
    let mut rows = wrapped::rows(text, value_cells);
    if input.editor.is_multiline() {
        let missing = LEAST_ROWS.saturating_sub(rows.len());
        let end = text.len()..text.len();
        rows.extend(std::iter::repeat_n(end, missing));
    }
    let rows = rows.into_iter().enumerate();
    rows.map(|(row, bytes)| Line::Text {
        input: place,
        row,
        bytes,
    })
    .collect()
}

/// The line of the cursor and the last line that belongs to the focused field.
fn in_view(form: &Form, lines: &[Line], value_cells: usize) -> (usize, usize) {
    let last = lines.len().saturating_sub(1);
    let Focus::Field(focused) = form.focus else {
        return (last, last);
    };
    let is_of = |line: &Line| match line {
        Line::Text { input, .. }
        | Line::Choices { input }
        | Line::Problem { input, .. }
        | Line::Hint { input, .. } => *input == focused,
        Line::Suggestion { .. } => true,
        Line::Sentence { .. } | Line::Gap => false,
    };
    let first = lines.iter().position(is_of).unwrap_or(0);
    let last = lines.iter().rposition(is_of).unwrap_or(0);
    let row = form.inputs.get(focused).map_or(0, |input| {
        let text = input.editor.text();
        let rows = wrapped::rows(text, value_cells);
        wrapped::cell_of(text, &rows, input.editor.cursor()).0
    });
    let picked = form.picked.and_then(|picked| {
        let line = Line::Suggestion { place: picked };
        lines.iter().position(|there| *there == line)
    });
    (picked.unwrap_or((first + row).min(last)), last)
}
