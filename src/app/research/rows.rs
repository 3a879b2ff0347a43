//! What stands in the research, row by row and from top to bottom: which rows there are, what each is
//! about and how many lines it takes.

mod about;
mod detail;

use crate::app::Cx;
use crate::app::fields;
use crate::app::listing::field::lines;
use crate::app::listing::{self, MARGIN, Value, field};
use crate::domain::{Assumption, Evidence, Id, Job, Need, Outcome, Segment, Study};
use crate::insight::coverage::{Answered, Coverage};
use crate::insight::voices::Voices;

use super::facts::Facts;
use super::spot::{Section, Spot, Thing};

pub use detail::detail;

/// How many lines of a sentence are shown in the list.
const LINES: usize = 2;

/// How far the text of a row with a sign stands from the sign.
pub const SIGN: u16 = 2;

/// The cells at the right end of an assumption's first line that are kept for its verdict.
pub const VERDICT: u16 = 10;

/// A row of the research.
pub type Row<'a> = listing::Row<Spot, Face<'a>>;

/// What a row shows.
#[derive(Clone, Debug)]
pub enum Face<'a> {
    /// Nothing: it parts what is above from what is below.
    Gap,
    /// What a section is called, with the number of things in it.
    Heading(Section, usize),
    /// What something is called, in lines.
    Title(Vec<String>),
    /// Something to read, in lines.
    Words(Vec<String>),
    /// A field: its label and the lines of its value.
    Field(&'static str, Value),
    /// A label with something to read that can't be typed in.
    Figure(&'static str, String),
    /// A label with a part of a whole, 0 to 1, and what it is in words.
    Share(&'static str, f64, String),
    /// An assumption, with its text in lines.
    Assumption(&'a Assumption, Vec<String>),
    /// A need, with its statement in lines, and how many outcomes serve it.
    Need(&'a Need, Vec<String>, usize),
    /// A piece of evidence, with its note in lines.
    Evidence(&'a Evidence, Vec<String>),
    /// A segment, with what it expects in lines, and what speaks of it.
    Segment(&'a Segment, Vec<String>, Voices),
    /// A study and what it covers.
    Study(&'a Study, Coverage),
    /// An outcome that something is linked to, with its statement in lines.
    Outcome(&'a Outcome, Vec<String>),
    /// How many respondents there are of all, in a study or of a segment.
    Respondents(String, usize, usize),
    /// A job and what was answered about it.
    Asked(&'a Job, Answered),
    /// That a section is empty, how it is filled, and what belongs into it, in lines.
    Empty(Section, Vec<String>),
}

/// The rows of the list. The details of `opened` are put in below its line.
pub fn list<'a>(cx: Cx<'a>, facts: &Facts, opened: Option<&Spot>, width: u16) -> Vec<Row<'a>> {
    let mut rows = vision(cx, width);
    rows.push(Row::read(Face::Gap));
    rows.extend(section(Section::Needs, needs(cx, facts, width), width));
    rows.push(Row::read(Face::Gap));
    let segments = segments(cx, facts, width);
    rows.extend(section(Section::Segments, segments, width));
    rows.push(Row::read(Face::Gap));
    rows.extend(section(Section::Studies, studies(cx, facts), width));
    if let Some(line) = opened.and_then(listing::Spot::line) {
        listing::unfold(&mut rows, &line, |indent| {
            detail::inside(cx, facts, &line, width.saturating_sub(indent))
        });
    }
    rows
}

/// The rows of a section under its heading; where there are none, what belongs there.
fn section(section: Section, things: Vec<Row<'_>>, width: u16) -> Vec<Row<'_>> {
    let mut rows = vec![Row::read(Face::Heading(section.clone(), things.len()))];
    if things.is_empty() {
        rows.push(empty(section, width));
    }
    rows.extend(things);
    rows
}

fn empty<'a>(section: Section, width: u16) -> Row<'a> {
    let words = about::of_section(&section);
    let words = if words.is_empty() {
        Vec::new()
    } else {
        lines(words, width.saturating_sub(MARGIN), LINES + 1)
    };
    let height = 1 + words.len();
    Row::on(Spot::Empty(section.clone()), Face::Empty(section, words)).of_height(height)
}

/// The first row inside a thing; none where nothing is inside.
pub fn first_inside(cx: Cx<'_>, facts: &Facts, line: &Spot) -> Option<Spot> {
    let rows = detail::inside(cx, facts, line, u16::MAX);
    rows.into_iter().find_map(|row| row.spot)
}

fn vision(cx: Cx<'_>, width: u16) -> Vec<Row<'_>> {
    let mut rows = vec![Row::read(Face::Heading(Section::Vision, 0))];
    let is_vision = |row: &Row<'_>| match row.spot {
        Some(Spot::Field(_, name)) => name.starts_with("vision."),
        Some(_) | None => false,
    };
    let fields = field_rows(cx, &Thing::Vision, (width, LINES)).into_iter();
    rows.extend(fields.filter(is_vision));
    rows.push(Row::read(Face::Gap));
    rows.extend(section(Section::Assumptions, assumptions(cx, width), width));
    rows
}

fn assumptions<'a>(cx: Cx<'a>, width: u16) -> Vec<Row<'a>> {
    let cells = width.saturating_sub(MARGIN + SIGN + VERDICT);
    let vision = cx.workspace.head().vision.iter();
    let all = vision.flat_map(|vision| &vision.assumptions).enumerate();
    let row = |(place, assumption): (usize, &'a Assumption)| {
        let text = lines(&assumption.text, cells, LINES);
        let height = text.len();
        let spot = Spot::Thing(Thing::Assumption(place));
        Row::on(spot, Face::Assumption(assumption, text)).of_height(height)
    };
    all.map(row).collect()
}

fn needs<'a>(cx: Cx<'a>, facts: &Facts, width: u16) -> Vec<Row<'a>> {
    let all = cx.workspace.needs().values();
    all.map(|need| {
        need_row(
            need,
            Spot::Thing(Thing::Need(need.id.clone())),
            facts,
            width,
        )
    })
    .collect()
}

fn need_row<'a>(need: &'a Need, spot: Spot, facts: &Facts, width: u16) -> Row<'a> {
    let text = lines(&need.statement, width.saturating_sub(MARGIN + SIGN), LINES);
    let height = text.len() + 1;
    let served = facts.serving(&need.id).len();
    Row::on(spot, Face::Need(need, text, served)).of_height(height)
}

fn segments<'a>(cx: Cx<'a>, facts: &Facts, width: u16) -> Vec<Row<'a>> {
    let all = cx.workspace.segments().values();
    let row = |segment: &'a Segment| {
        let expects = segment.expects.as_deref();
        let expects = expects.map_or_else(Vec::new, |expects| {
            lines(expects, width.saturating_sub(MARGIN + SIGN), LINES)
        });
        let height = 1 + expects.len();
        let voices = facts.voices(&segment.id).cloned().unwrap_or_default();
        let spot = Spot::Thing(Thing::Segment(segment.id.clone()));
        Row::on(spot, Face::Segment(segment, expects, voices)).of_height(height)
    };
    all.map(|segment| row(segment)).collect()
}

fn studies<'a>(cx: Cx<'a>, facts: &Facts) -> Vec<Row<'a>> {
    let all = cx.workspace.studies().values();
    let row = |study: &'a Study| {
        let coverage = facts.coverage(&study.id).cloned().unwrap_or_default();
        let spot = Spot::Thing(Thing::Study(study.id.clone()));
        Row::on(spot, Face::Study(study, coverage)).of_height(2)
    };
    all.map(|study| row(study)).collect()
}

/// An outcome that a thing is linked to.
fn outcome_row<'a>(cx: Cx<'a>, thing: &Thing, id: &Id, width: u16) -> Option<Row<'a>> {
    let outcome = cx.workspace.outcomes().get(id)?;
    let text = lines(&outcome.statement, width.saturating_sub(MARGIN), LINES);
    let height = text.len() + 1;
    let spot = Spot::Linked(thing.clone(), id.clone());
    Some(Row::on(spot, Face::Outcome(outcome, text)).of_height(height))
}

/// The fields of a thing, in rows of a width and of at most so many lines.
fn field_rows<'a>(cx: Cx<'a>, thing: &Thing, room: (u16, usize)) -> Vec<Row<'a>> {
    let subject = thing.subject();
    let fields = field::shown(cx, &subject, room, about::nothing_in).into_iter();
    let row = |(field, value): (&'static fields::Row, Value)| {
        let height = value.height();
        let spot = Spot::Field(thing.clone(), field.name);
        Row::on(spot, Face::Field(field.label, value)).of_height(height)
    };
    fields.map(row).collect()
}
