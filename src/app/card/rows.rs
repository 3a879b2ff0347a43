//! What stands on a card, row by row and from top to bottom: which rows there are, what each is
//! about and how many lines it takes. Where they are on the screen is the layout's business.

mod about;
mod detail;

use crate::app::Cx;
use crate::app::fields;
use crate::app::listing::field::lines;
use crate::app::listing::{self, LABEL, MARGIN, Value, field};
use crate::domain::{EscalationStep, Initiative, Job, Kpi, Need, Outcome, Reading};
use crate::insight::opportunity::Rating;
use crate::insight::statement::{Hint, Names, of_outcome};

use super::spot::{Section, Spot, Thing};

pub use detail::detail;

/// How many lines of a value are shown in the list, and how many of notes.
const LINES: usize = 3;
const NOTES: usize = 8;

/// The cells of a need's sign.
pub const SIGN: u16 = 2;

/// The cells that say how much evidence a need has.
pub const EVIDENCE: u16 = 13;

/// A row of a card.
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
    /// A need that the outcome serves: the label of the first, and its statement in lines.
    Need(&'static str, &'a Need, Vec<String>),
    /// A job and what is known of it.
    Job(&'a Job, Option<Rating>),
    /// What is known of a job, in full.
    Score(Option<Rating>),
    /// An initiative.
    Initiative(&'a Initiative),
    /// An escalation step and its place, from 0.
    Step(usize, &'a EscalationStep),
    /// A KPI.
    Kpi(&'a Kpi),
    /// How a KPI stands, in words.
    Standing(&'a Kpi),
    /// The readings of a KPI over time.
    Chart(&'a Kpi),
    /// A reading of a KPI.
    Reading(&'a Kpi, &'a Reading),
    /// That a section is empty, and how it is filled.
    Empty(Section),
}

impl<'a> Row<'a> {
    fn thing(thing: Thing, face: Face<'a>) -> Self {
        Self::on(Spot::Thing(thing), face)
    }

    fn empty(section: Section) -> Self {
        Self::on(Spot::Empty(section.clone()), Face::Empty(section))
    }
}

/// The rows of the list: the outcome's fields, its jobs, its initiatives with their KPIs, its
/// notes. The details of `opened` are put in below its line.
pub fn list<'a>(
    cx: Cx<'a>,
    outcome: &'a Outcome,
    opened: Option<&Thing>,
    width: u16,
) -> Vec<Row<'a>> {
    let mut rows = own_fields(cx, outcome, (width, LINES), |name| !is_note(name));
    put_needs(&mut rows, cx, outcome, width);
    rows.push(Row::read(Face::Gap));
    rows.extend(jobs(cx, outcome));
    rows.push(Row::read(Face::Gap));
    rows.extend(initiatives(outcome));
    rows.push(Row::read(Face::Gap));
    rows.extend(own_fields(cx, outcome, (width, NOTES), is_note));
    if let Some(opened) = opened {
        let line = Spot::Thing(opened.clone());
        listing::unfold(&mut rows, &line, |indent| {
            detail::inside(cx, outcome, opened, width.saturating_sub(indent))
        });
    }
    rows
}

/// Hints at the wording of an outcome's statement.
pub fn wording(cx: Cx<'_>, outcome: &Outcome) -> Vec<Hint> {
    of_outcome(&outcome.statement, &Names::of(cx.workspace))
}

/// Puts a row for each need in place of the field that names them.
fn put_needs<'a>(rows: &mut Vec<Row<'a>>, cx: Cx<'a>, outcome: &Outcome, width: u16) {
    let field = Spot::Field(Thing::Outcome, "needs");
    let place = rows
        .iter()
        .position(|row| row.spot.as_ref() == Some(&field));
    let (Some(place), false) = (place, outcome.needs.is_empty()) else {
        return;
    };
    let cells = width.saturating_sub(MARGIN + LABEL + SIGN + EVIDENCE);
    let needs = outcome.needs.iter().enumerate();
    let needs = needs.filter_map(|(number, id)| {
        let need = cx.workspace.needs().get(id)?;
        let text = lines(&need.statement, cells, LINES);
        let height = text.len();
        let label = if number == 0 { "Needs" } else { "" };
        let spot = Spot::Need(id.clone());
        Some(Row::on(spot, Face::Need(label, need, text)).of_height(height))
    });
    let needs: Vec<Row<'_>> = needs.collect();
    rows.splice(place..=place, needs);
}

/// Whether a field of an outcome holds notes, which stand below everything else.
fn is_note(field: &str) -> bool {
    matches!(field, "notes" | "private")
}

/// The first row inside a thing; none where nothing is inside.
pub fn first_inside<'a>(cx: Cx<'a>, outcome: &'a Outcome, thing: &Thing) -> Option<Spot> {
    let rows = detail::inside(cx, outcome, thing, u16::MAX);
    rows.into_iter().find_map(|row| row.spot)
}

/// The outcome's own fields but its statement, which stands above the list.
fn own_fields<'a>(
    cx: Cx<'a>,
    outcome: &Outcome,
    room: (u16, usize),
    is_meant: impl Fn(&str) -> bool,
) -> Vec<Row<'a>> {
    let rows = field_rows(cx, outcome, &Thing::Outcome, room);
    let name = |row: &Row<'_>| match row.spot {
        Some(Spot::Field(_, name)) => name,
        _ => "",
    };
    rows.into_iter()
        .filter(|row| name(row) != "statement" && is_meant(name(row)))
        .collect()
}

/// The fields of a thing, in rows of a width and of at most so many lines.
fn field_rows<'a>(
    cx: Cx<'a>,
    outcome: &Outcome,
    thing: &Thing,
    room: (u16, usize),
) -> Vec<Row<'a>> {
    let subject = thing.subject(&outcome.id);
    let nothing = |name| about::nothing_in(&subject, name);
    let fields = field::shown(cx, &subject, room, nothing).into_iter();
    let row = |(field, value): (&'static fields::Row, Value)| {
        let height = value.height();
        let spot = Spot::Field(thing.clone(), field.name);
        Row::on(spot, Face::Field(field.label, value)).of_height(height)
    };
    fields.map(row).collect()
}

fn jobs<'a>(cx: Cx<'a>, outcome: &Outcome) -> Vec<Row<'a>> {
    let ids = cx.derived.jobs_of(&outcome.id);
    let mut jobs: Vec<(&Job, Option<Rating>)> = ids
        .iter()
        .filter_map(|id| cx.workspace.jobs().get(id))
        .map(|job| (&**job, rating(cx, job)))
        .collect();
    jobs.sort_by_key(|(job, _)| cx.derived.ranking().place(&job.id));
    let mut rows = vec![Row::read(Face::Heading(Section::Jobs, jobs.len()))];
    if jobs.is_empty() {
        rows.push(Row::empty(Section::Jobs));
    }
    let row = |(job, rating): (&'a Job, _)| {
        Row::thing(Thing::Job(job.id.clone()), Face::Job(job, rating))
    };
    rows.extend(jobs.into_iter().map(row));
    rows
}

/// What is known of a job by all studies and everybody's answers.
fn rating(cx: Cx<'_>, job: &Job) -> Option<Rating> {
    cx.derived.ranking().row(&job.id)?.rating
}

fn initiatives(outcome: &Outcome) -> Vec<Row<'_>> {
    let all = &outcome.initiatives;
    let mut rows = vec![Row::read(Face::Heading(Section::Initiatives, all.len()))];
    if all.is_empty() {
        rows.push(Row::empty(Section::Initiatives));
    }
    for initiative in all {
        let thing = Thing::Initiative(initiative.id.clone());
        rows.push(Row::thing(thing, Face::Initiative(initiative)));
        for kpi in &initiative.kpis {
            let thing = Thing::Kpi(kpi.id.clone());
            rows.push(Row::thing(thing, Face::Kpi(kpi)).indented(2));
        }
        if initiative.kpis.is_empty() {
            rows.push(Row::empty(Section::Kpis(initiative.id.clone())).indented(2));
        }
    }
    rows
}
