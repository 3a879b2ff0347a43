//! Where the findings are: pure geometry that drawing, the mouse and scrolling share. Beside the
//! list, or below it where it is narrow, stands what there is to know of the selected one.

use super::{Line, Listed, Section, Spot, Ui};
use crate::app::Cx;
use crate::app::geometry::Area;
use crate::app::listing::field::lines;
use crate::app::listing::pane::{Pane, Sides, WIDE, sides};
use crate::app::listing::{self, Cursor, LABEL, MARGIN, Value};
use crate::app::wrap::cells;

/// From how many rows on there is room for what is known of a finding below the list.
const HIGH: u16 = 14;

/// How many rows that takes there.
const BELOW: u16 = 9;

/// The cells of a finding's sign and letter, and the space behind them.
pub const SIGN: u16 = 4;

/// How many lines of a text are shown.
const LINES: usize = 6;

/// A row of the screen.
pub type Row<'a> = listing::Row<Spot, Face<'a>>;

/// What a row shows.
#[derive(Clone, Debug)]
pub enum Face<'a> {
    /// Nothing: it parts what is above from what is below.
    Gap,
    /// How much the findings below matter, and how many they are.
    Heading(&'a Section),
    /// A finding.
    Finding(&'a Line),
    /// How many findings of a rule are listed, and of how many.
    First(usize, usize),
    /// A sentence in lines, to be read first.
    Title(Vec<String>),
    /// What is known of a finding: a label and its text.
    Field(&'static str, Value),
}

/// The screen.
#[derive(Clone, Debug)]
pub struct Layout<'a> {
    /// The row above the findings: how many there are.
    pub head: Area,
    /// The rule that parts the list from what stands below it; empty where that stands beside.
    pub rule: Area,
    /// The findings, and what is known of the selected one.
    pub sides: Sides<Spot, Face<'a>>,
}

/// Lays out the findings as they are listed.
pub fn layout<'a>(ui: &'a Ui, cx: Cx<'_>) -> Layout<'a> {
    of(&ui.listed, &ui.cursor, cx)
}

pub(super) fn of<'a>(listed: &'a Listed, cursor: &Cursor<Spot>, cx: Cx<'_>) -> Layout<'a> {
    let area = cx.area.columns(0, cx.area.width.saturating_sub(1));
    let body = area.below(2);
    let (list, detail, rule) = if body.width >= WIDE {
        let (list, detail) = sides(body);
        (list, detail, Area::default())
    } else if body.height >= HIGH {
        let from = body.height - BELOW;
        let rule = body.rows(from, 1).right_of(MARGIN);
        (
            body.rows(0, from),
            Some(body.rows(from + 1, BELOW - 1)),
            rule,
        )
    } else {
        (body, None, Area::default())
    };
    let line = listed.line(cursor.selected());
    let detail = detail.zip(line).map(|(area, line)| {
        let is_cut = cells(&line.sentence) + MARGIN + SIGN > list.width;
        let rows = known(line, area.width, rule.is_empty() || is_cut);
        Pane::new(area, rows, 0)
    });
    Layout {
        head: area.row(0).right_of(MARGIN),
        rule: if detail.is_some() {
            rule
        } else {
            Area::default()
        },
        sides: Sides {
            head: None,
            list: Pane::new(list, rows(listed), cursor.list_first),
            detail,
        },
    }
}

fn rows(listed: &Listed) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    for section in listed.sections() {
        if !rows.is_empty() {
            rows.push(Row::read(Face::Gap));
        }
        rows.push(Row::read(Face::Heading(section)));
        for rule in &section.rules {
            if rule.more > 0 {
                let listed = rule.lines.len();
                rows.push(Row::read(Face::First(listed, listed + rule.more)));
            }
            let lines = rule.lines.iter();
            rows.extend(lines.map(|line| Row::on(Spot::of(&line.finding), Face::Finding(line))));
        }
    }
    rows
}

/// What there is to know of a finding; its sentence too where that is told in full.
fn known(line: &Line, width: u16, is_told: bool) -> Vec<Row<'_>> {
    let rule = line.finding.rule;
    let mut rows = Vec::new();
    if is_told {
        let title = lines(&line.sentence, width.saturating_sub(MARGIN), LINES);
        let height = title.len();
        rows.push(Row::read(Face::Title(title)).of_height(height));
        rows.push(Row::read(Face::Gap));
    }
    let because = line.why.as_deref().map(|why| ("Silenced", why));
    let fields = [
        ("Why it matters", rule.why),
        ("What helps", rule.helps),
        ("Source", rule.source.told()),
        ("Rule", rule.finds),
    ];
    for (label, text) in because.into_iter().chain(fields) {
        let text = lines(text, width.saturating_sub(MARGIN + LABEL), LINES);
        let height = text.len();
        let face = Face::Field(label, Value::Lines(text));
        rows.push(Row::read(face).of_height(height));
    }
    rows
}
