//! Where everything stands that is shown of a survey before it is imported. Pure: drawing, the mouse
//! and scrolling share it.

use super::columns::{GROUPS, Shown};
use super::{Around, FACES, Face, Import};
use crate::app::geometry::{Area, scrolled};
use crate::app::wrap::{cells, wrap};
use crate::domain::text::clean_line;
use crate::domain::wording::counted;
use crate::insight::opportunity::Ranked;

/// The widest that the box gets: longer lines are hard to read.
const WIDEST: u16 = 132;

/// How many rows a sentence above the list may take.
const SENTENCE: usize = 3;

/// How many rows are kept for what stands above the selected column.
const HEAD: usize = 2;

/// How many rows the list has at least, if there are so many on the screen.
const LEAST: u16 = 6;

/// How many lines a remark, or why a row is skipped, may take.
const REASON: usize = 6;

/// How many cells stand before a line's text: the bar.
const BAR: u16 = 2;

/// The cells of each figure of a job, with what parts it from the one before.
const FIGURES: [u16; 4] = [12, 12, 8, 10];

/// How a sentence is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It is what matters.
    Strong,
    /// It is worth knowing.
    Plain,
    /// It is worth a look.
    Fair,
    /// It is in the way.
    Bad,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// What stands above others.
    Heading(String),
    /// What stands above the parts of columns.
    Columns,
    /// A column.
    Column(Shown),
    /// A row of a sentence.
    Text(Tone, String),
    /// What stands above the figures of jobs.
    Figures,
    /// A job with its figures.
    Job(Ranked),
    /// Nothing.
    Blank,
}

/// Where everything is.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The box with its border.
    pub frame: Area,
    /// What is said above the list, a row a line.
    pub told: Vec<(Area, Tone, String)>,
    /// The faces of the list, with their names.
    pub faces: Vec<(Area, Face, String)>,
    /// The lines that are shown.
    pub lines: Vec<(Area, Line)>,
    /// The first line that is shown, how many there are, and how many there is room for.
    pub first: usize,
    /// How many lines there are.
    pub count: usize,
    /// How many lines there is room for.
    pub height: usize,
    /// What is said of the selected column, a row a line.
    pub detail: Vec<(Area, String)>,
    /// The button that imports.
    pub import: Area,
    /// The button that leaves.
    pub leave: Area,
    /// What stands at the right of the buttons.
    pub aside: Area,
}

/// The button that leaves.
pub const LEAVE: &str = "[ Leave ]";

impl Import {
    /// Lays it out in the middle of the screen. The selected column is in view.
    pub fn layout(&self, around: Around<'_>) -> Layout {
        let width = around.area.width.min(WIDEST);
        let room = usize::from(width.saturating_sub(4));
        let told = told(self.told(around), room);
        let lines = self.lines(around, room);
        let frame = around.area.centred(
            width,
            Self::needed(told.len(), self.column_lines(around).len()),
        );
        let inside = frame.inset(2, 1);
        let told_rows = rows(told.len()).min(inside.height.saturating_sub(LEAST + 5));
        let rest = inside.below(told_rows + u16::from(told_rows > 0));
        let detail_rows = if self.face == Face::Columns {
            rows(HEAD) + 1
        } else {
            0
        };
        let list = rest.below(1).above(detail_rows + 2);
        let foot = rest.below(rest.height.saturating_sub(detail_rows + 1));
        let height = usize::from(list.height);
        let first = self.first_line(&lines, height);
        let count = lines.len();
        let buttons = foot.row(detail_rows);
        let import = buttons.columns(0, cells(&self.button()));
        Layout {
            frame,
            told: (0..told_rows)
                .zip(told)
                .map(|(row, (tone, text))| (inside.row(row), tone, text))
                .collect(),
            faces: self.faces(rest.row(0)),
            lines: (0..list.height)
                .map(|row| list.row(row))
                .zip(lines.into_iter().skip(first))
                .collect(),
            first,
            count,
            height,
            detail: self.detail(foot.above(1), around, detail_rows),
            import,
            leave: buttons.columns(import.width + 2, cells(LEAVE)),
            aside: buttons.right_of(import.width + cells(LEAVE) + 4),
        }
    }

    /// How many rows the box takes with so many sentences and columns, so that it has one size
    /// whatever the list shows.
    fn needed(told: usize, list: usize) -> u16 {
        let foot = HEAD + 1 + 1;
        rows(2 + told + 2 + list.max(LEAST.into()) + 1 + foot)
    }

    /// What the button that imports says.
    pub fn button(&self) -> String {
        match &self.planned {
            Ok(planned) if planned.changes_something => {
                let responses = counted(planned.plan.report.responses, "response");
                format!("[ Import {responses} ]")
            }
            Ok(_) | Err(_) => "[ Import ]".to_owned(),
        }
    }

    /// Whether the button has the keys.
    pub fn is_at_button(&self) -> bool {
        self.is_at_button
    }

    /// Whether there is something to import.
    pub fn can_import(&self) -> bool {
        self.planned
            .as_ref()
            .is_ok_and(|planned| planned.changes_something)
    }

    /// What the list shows.
    pub fn face(&self) -> Face {
        self.face
    }

    /// The number of the selected column, where a list of columns has the keys.
    pub fn selected(&self) -> Option<usize> {
        self.is_at_column().then_some(self.column)
    }

    fn faces(&self, row: Area) -> Vec<(Area, Face, String)> {
        let mut x = 0;
        let place = |face: &Face| {
            let name = format!(" {} ", self.name(*face));
            let width = cells(&name);
            let area = row.columns(x, width);
            x += width + 1;
            (area, *face, name)
        };
        FACES.iter().map(place).collect()
    }

    fn lines(&self, around: Around<'_>, room: usize) -> Vec<Line> {
        match self.face {
            Face::Columns => self.column_lines(around),
            Face::Rows => self.row_lines(room),
            Face::Ranking => self.job_lines(),
        }
    }

    fn column_lines(&self, around: Around<'_>) -> Vec<Line> {
        let mut lines = vec![Line::Columns];
        for group in GROUPS {
            let columns: Vec<usize> = self.columns_in(group).collect();
            if columns.is_empty() {
                continue;
            }
            if lines.len() > 1 {
                lines.push(Line::Blank);
            }
            lines.push(Line::Heading(group.heading(columns.len())));
            let columns = columns.into_iter();
            lines.extend(columns.map(|number| Line::Column(self.shown(number, around.workspace))));
        }
        lines
    }

    /// What there is to say, and every row that is skipped with its reason.
    fn row_lines(&self, room: usize) -> Vec<Line> {
        let Ok(planned) = &self.planned else {
            let text = "Which rows are imported is known once the columns are";
            return vec![Line::Text(Tone::Plain, text.to_owned())];
        };
        let report = &planned.plan.report;
        let mut lines = Vec::new();
        for remark in self.remarks(report) {
            lines.extend(sentence(Tone::Fair, &format!("! {remark}"), room));
        }
        if !lines.is_empty() {
            lines.push(Line::Blank);
        }
        let imported = counted(report.imported, "row");
        if report.skipped.is_empty() {
            let text = format!("{imported} below the head, and every one is imported");
            lines.extend(sentence(Tone::Plain, &text, room));
            return lines;
        }
        let skipped = counted(report.skipped.len(), "row");
        lines.push(Line::Heading(format!("Imported · {imported}")));
        lines.push(Line::Heading(format!("Skipped · {skipped}")));
        for skipped in &report.skipped {
            let text = format!("row {}: {}", skipped.row, skipped.why);
            lines.extend(sentence(Tone::Plain, &text, room));
        }
        lines
    }

    fn job_lines(&self) -> Vec<Line> {
        let ranking = self.planned.as_ref().map(|planned| &planned.ranking);
        match ranking {
            Ok(ranking) if !ranking.is_empty() => {
                let jobs = ranking.iter().cloned().map(Line::Job);
                std::iter::once(Line::Figures).chain(jobs).collect()
            }
            Ok(_) | Err(_) => {
                let text = "No job has answers to both questions, so none has a score";
                vec![Line::Text(Tone::Plain, text.to_owned())]
            }
        }
    }

    /// The first line to show, so that the selected column is in view, the first with its heading.
    fn first_line(&self, lines: &[Line], height: usize) -> usize {
        if self.face != Face::Columns {
            return self.first.min(lines.len().saturating_sub(height));
        }
        let is_selected =
            |line: &Line| matches!(line, Line::Column(it) if it.number == self.column);
        let selected = lines.iter().position(is_selected).unwrap_or(0);
        scrolled(0, selected, height, lines.len())
    }

    /// What stands above the selected column in full, and what it is.
    fn detail(&self, area: Area, around: Around<'_>, rows: u16) -> Vec<(Area, String)> {
        if rows == 0 {
            return Vec::new();
        }
        let shown = self.shown(self.column, around.workspace);
        let head = format!("Column {}: {}", shown.number, shown.head);
        let lines = wrap(&head, area.width.into(), HEAD).into_iter();
        let lines = lines.map(std::borrow::Cow::into_owned);
        let values =
            (!shown.examples.is_empty()).then(|| format!("For example: {}", shown.examples));
        let lines = lines.chain(values);
        (0..rows).map(|row| area.row(row)).zip(lines).collect()
    }
}

/// The parts of a line of a column: what stands above it, some values, what it is.
pub fn spread(line: Area) -> [Area; 3] {
    let text = line.right_of(BAR);
    let role = (text.width * 42 / 100).min(52);
    let examples = (text.width / 5).min(26);
    let head = text.width.saturating_sub(role + examples + 4);
    [
        text.columns(0, head),
        text.columns(head + 2, examples),
        text.columns(head + examples + 4, role),
    ]
}

/// The parts of a line of a job: its name, importance, satisfaction, score, band.
pub fn figures(line: Area) -> [Area; 5] {
    let all: u16 = FIGURES.iter().sum();
    let name = line.right_of(BAR).width.saturating_sub(all).min(60);
    let text = line.right_of(BAR);
    let mut x = name;
    let [importance, satisfaction, score, band] = FIGURES.map(|width| {
        let area = text.columns(x, width);
        x += width;
        area
    });
    [
        text.columns(0, name),
        importance,
        satisfaction,
        score,
        band.right_of(2),
    ]
}

fn told(told: Vec<(Tone, String)>, room: usize) -> Vec<(Tone, String)> {
    let rows = told.into_iter().flat_map(|(tone, text)| {
        let text = clean_line(&text).text;
        let lines = wrap(&text, room, SENTENCE).into_iter();
        lines
            .map(|line| (tone, line.into_owned()))
            .collect::<Vec<_>>()
    });
    rows.collect()
}

/// A sentence in lines.
fn sentence(tone: Tone, text: &str, room: usize) -> Vec<Line> {
    let text = clean_line(text).text;
    let lines = wrap(&text, room, REASON).into_iter();
    lines
        .map(|line| Line::Text(tone, line.into_owned()))
        .collect()
}

fn rows(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
