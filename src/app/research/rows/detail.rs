//! The details of what is selected: beside the list where there is room, below its line where not.

use super::{Face, Row, about, empty, field_rows, need_row, outcome_row};
use crate::app::Cx;
use crate::app::listing::MARGIN;
use crate::app::listing::field::{lines, sentence, values};
use crate::app::research::facts::Facts;
use crate::app::research::spot::{Section, Spot, Thing};
use crate::domain::wording::counted;
use crate::domain::{Id, Need, Segment, Study};
use crate::insight::coverage::Coverage;

/// How many lines of a text are shown in the details.
const LINES: usize = 40;

/// How far the note of evidence is moved in.
const NOTE: u16 = 2;

/// What is shown of what is selected, beside the list.
pub fn detail<'a>(cx: Cx<'a>, facts: &Facts, spot: &Spot, width: u16) -> Vec<Row<'a>> {
    let Some(thing) = spot.shows() else {
        return teach(spot, width);
    };
    if let (Thing::Vision, Spot::Field(_, field)) = (&thing, spot) {
        return of_vision(cx, field, width);
    }
    let mut rows = vec![title(&called(cx, &thing), width), Row::read(Face::Gap)];
    rows.extend(inside(cx, facts, &Spot::Thing(thing), width));
    rows
}

/// What is inside a thing, by its line: its fields and what hangs on it.
pub(super) fn inside<'a>(cx: Cx<'a>, facts: &Facts, line: &Spot, width: u16) -> Vec<Row<'a>> {
    let Some(thing) = line.shows() else {
        return Vec::new();
    };
    let mut rows = fields(cx, &thing, width);
    match &thing {
        Thing::Need(id) => {
            let need = cx.workspace.needs().get(id);
            rows.extend(need.map_or_else(Vec::new, |need| of_need(cx, facts, need, width)));
        }
        Thing::Segment(id) => {
            let segment = cx.workspace.segments().get(id);
            let of = |segment: &Segment| of_segment(cx, facts, segment, width);
            rows.extend(segment.map_or_else(Vec::new, |segment| of(segment)));
        }
        Thing::Study(id) => {
            let study = cx.workspace.studies().get(id).zip(facts.coverage(id));
            rows.extend(study.map_or_else(Vec::new, |(study, there)| of_study(cx, study, there)));
        }
        Thing::Assumption(_) => {
            rows.push(Row::read(Face::Gap));
            rows.push(words(about::of_thing(&thing), width));
        }
        Thing::Vision | Thing::Evidence(..) => {}
    }
    rows
}

/// The fields of a thing but the one that it is called by, which stands above them.
fn fields<'a>(cx: Cx<'a>, thing: &Thing, width: u16) -> Vec<Row<'a>> {
    let mut rows = field_rows(cx, thing, (width, LINES));
    let is_study = matches!(thing, Thing::Study(_));
    if !is_study && !rows.is_empty() {
        rows.remove(0);
    }
    rows
}

fn of_need<'a>(cx: Cx<'a>, facts: &Facts, need: &'a Need, width: u16) -> Vec<Row<'a>> {
    let evidence = need.evidence.iter().enumerate().map(|(place, evidence)| {
        let cells = width.saturating_sub(MARGIN + NOTE);
        let note = evidence.note.as_deref();
        let note = note.map_or_else(Vec::new, |note| lines(note, cells, LINES));
        let height = 1 + note.len();
        let spot = Spot::Thing(Thing::Evidence(need.id.clone(), place));
        Row::on(spot, Face::Evidence(evidence, note)).of_height(height)
    });
    let thing = Thing::Need(need.id.clone());
    let serving = facts.serving(&need.id).iter();
    let serving = serving.filter_map(|id| outcome_row(cx, &thing, id, width));
    let mut rows = part(
        Section::Evidence(need.id.clone()),
        evidence.collect(),
        width,
    );
    let section = Section::Serving(need.id.clone());
    rows.extend(part(section, serving.collect(), width));
    rows
}

fn of_segment<'a>(cx: Cx<'a>, facts: &Facts, segment: &Segment, width: u16) -> Vec<Row<'a>> {
    let Some(voices) = facts.voices(&segment.id) else {
        return Vec::new();
    };
    let id = &segment.id;
    let thing = Thing::Segment(id.clone());
    let needs = voices.needs.iter().filter_map(|there| {
        let need = cx.workspace.needs().get(there)?;
        let spot = Spot::Linked(thing.clone(), there.clone());
        Some(need_row(need, spot, facts, width))
    });
    let outcomes = voices.outcomes.iter();
    let outcomes = outcomes.filter_map(|there| outcome_row(cx, &thing, there, width));
    let heard = voices.respondents.iter().filter_map(|(there, count)| {
        let study = cx.workspace.studies().get(there)?;
        let spot = Spot::Linked(thing.clone(), there.clone());
        let face = Face::Respondents(study.name.clone(), *count, study.responses.len());
        Some(Row::on(spot, face))
    });
    let mut rows = part(Section::NeedsOf(id.clone()), needs.collect(), width);
    let section = Section::OutcomesOf(id.clone());
    rows.extend(part(section, outcomes.collect(), width));
    rows.extend(part(Section::Heard(id.clone()), heard.collect(), width));
    rows
}

fn of_study<'a>(cx: Cx<'a>, study: &Study, coverage: &Coverage) -> Vec<Row<'a>> {
    let mut rows = vec![Row::read(Face::Gap)];
    rows.extend(figures(coverage).into_iter().map(Row::read));
    let all = coverage.respondents;
    let thing = Thing::Study(study.id.clone());
    let segments: Vec<Row<'_>> = coverage
        .segments
        .iter()
        .map(|(segment, count)| match segment {
            Some(id) => {
                let name = cx.workspace.name_of(id).unwrap_or_default().to_owned();
                let spot = Spot::Linked(thing.clone(), id.clone());
                Row::on(spot, Face::Respondents(name, *count, all))
            }
            None => Row::read(Face::Respondents("no segment".to_owned(), *count, all)),
        })
        .collect();
    let asked = coverage.asked.iter().filter_map(|(id, answered)| {
        let job = cx.workspace.jobs().get(id)?;
        let spot = Spot::Linked(thing.clone(), id.clone());
        Some(Row::on(spot, Face::Asked(job, *answered)))
    });
    let asked: Vec<Row<'_>> = asked.collect();
    let sections = [
        (Section::Respondents(study.id.clone()), segments),
        (Section::Asked(study.id.clone()), asked),
    ];
    for (section, things) in sections {
        if !things.is_empty() {
            rows.push(Row::read(Face::Gap));
            rows.push(Row::read(Face::Heading(section, things.len())));
            rows.extend(things);
        }
    }
    rows
}

/// How many answered, how many of the jobs were asked about, and how many answers were given.
fn figures<'a>(coverage: &Coverage) -> Vec<Face<'a>> {
    let directional = if coverage.is_directional() {
        " · directional: fewer than 30"
    } else {
        ""
    };
    let respondents = format!("{}{directional}", coverage.respondents);
    let mut faces = vec![Face::Figure("Respondents", respondents)];
    if let Some(share) = coverage.share_of_jobs() {
        let jobs = counted(coverage.jobs, "job");
        let words = format!("{} of {jobs}", coverage.asked.len());
        faces.push(Face::Share("Jobs asked", share, words));
    }
    if let Some(share) = coverage.share() {
        let words = format!("{} of {} possible", coverage.given(), coverage.possible());
        faces.push(Face::Share("Answers given", share, words));
    }
    faces
}

/// A section of the details, parted from what is above.
fn part(section: Section, things: Vec<Row<'_>>, width: u16) -> Vec<Row<'_>> {
    let mut rows = vec![
        Row::read(Face::Gap),
        Row::read(Face::Heading(section.clone(), things.len())),
    ];
    if things.is_empty() {
        rows.push(empty(section, width));
    }
    rows.extend(things);
    rows
}

/// What one of the vision's fields is for, and all that stands in it.
fn of_vision<'a>(cx: Cx<'a>, field: &str, width: u16) -> Vec<Row<'a>> {
    let fields = values(cx, &Thing::Vision.subject());
    let Some((row, text)) = fields.into_iter().find(|(row, _)| row.name == field) else {
        return Vec::new();
    };
    let mut rows = vec![title(row.label, width)];
    rows.push(words(&format!("{}.", sentence(row.hint)), width));
    if !text.is_empty() {
        rows.push(Row::read(Face::Gap));
        rows.push(words(&text, width));
    }
    rows.push(Row::read(Face::Gap));
    rows.push(words(about::VISION, width));
    rows
}

/// What could stand in an empty section.
fn teach<'a>(spot: &Spot, width: u16) -> Vec<Row<'a>> {
    match spot {
        Spot::Empty(section) => vec![words(about::example(section), width)],
        Spot::Thing(_) | Spot::Field(..) | Spot::Linked(..) => Vec::new(),
    }
}

/// What a thing is called.
fn called(cx: Cx<'_>, thing: &Thing) -> String {
    let name = |id: &Id| cx.workspace.name_of(id).unwrap_or_default().to_owned();
    match thing {
        Thing::Vision => "Vision".to_owned(),
        Thing::Assumption(place) => {
            let vision = cx.workspace.head().vision.as_ref();
            let assumption = vision.and_then(|vision| vision.assumptions.get(*place));
            assumption.map_or_else(String::new, |assumption| assumption.text.clone())
        }
        Thing::Need(id) | Thing::Evidence(id, _) | Thing::Segment(id) | Thing::Study(id) => {
            name(id)
        }
    }
}

fn title<'a>(text: &str, width: u16) -> Row<'a> {
    let lines = lines(text, width.saturating_sub(MARGIN), 3);
    let height = lines.len();
    Row::read(Face::Title(lines)).of_height(height)
}

fn words<'a>(text: &str, width: u16) -> Row<'a> {
    let lines = lines(text, width.saturating_sub(MARGIN), LINES);
    let height = lines.len();
    Row::read(Face::Words(lines)).of_height(height)
}
