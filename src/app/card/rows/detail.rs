//! The details of what is selected: beside the list where there is room, below its line where not.

use super::about;
use super::{Face, Row, field_rows, rating, wording};
use crate::app::Cx;
use crate::app::card::spot::{Section, Spot, Thing};
use crate::app::listing::MARGIN;
use crate::app::listing::field::{lines, sentence, values};
use crate::domain::{Evidence, Initiative, Kpi, Need, Outcome, Stage};
use crate::insight::forecast::forecast;

/// How many lines of a text are shown in the details.
const LINES: usize = 40;

/// How high the readings of a KPI are drawn at least and at most, with the line of their dates.
const CHART: (u16, u16) = (5, 12);

/// What is shown of what is selected, beside the list.
pub fn detail<'a>(cx: Cx<'a>, outcome: &'a Outcome, spot: &Spot, width: u16) -> Vec<Row<'a>> {
    match spot.shows() {
        None => teach(spot, width),
        Some(Thing::Outcome) => of_outcome(cx, outcome, spot, width),
        Some(thing) => {
            let mut rows = vec![
                title(called(cx, outcome, &thing), width),
                Row::read(Face::Gap),
            ];
            rows.extend(inside(cx, outcome, &thing, width));
            rows
        }
    }
}

/// What is inside a thing: its fields and the things that it consists of.
pub(super) fn inside<'a>(
    cx: Cx<'a>,
    outcome: &'a Outcome,
    thing: &Thing,
    width: u16,
) -> Vec<Row<'a>> {
    let fields = field_rows(cx, outcome, thing, (width, LINES));
    match thing {
        Thing::Outcome | Thing::Step(..) | Thing::Reading(..) => Vec::new(),
        Thing::Job(id) => {
            let job = cx.workspace.jobs().get(id);
            let rating = job.and_then(|job| rating(cx, job));
            let lines = if rating.is_some() { 3 } else { 2 };
            let score = Row::on(Spot::Score(id.clone()), Face::Score(rating)).of_height(lines);
            [score].into_iter().chain(fields).collect()
        }
        Thing::Initiative(id) => outcome
            .initiative(id)
            .map_or_else(Vec::new, |initiative| of_initiative(initiative, fields)),
        Thing::Kpi(id) => outcome
            .kpi(id)
            .map_or_else(Vec::new, |kpi| of_kpi(cx, kpi, fields)),
    }
}

fn of_initiative<'a>(initiative: &'a Initiative, fields: Vec<Row<'a>>) -> Vec<Row<'a>> {
    let id = &initiative.id;
    let section = Section::Escalation(id.clone());
    let steps = &initiative.escalation;
    let mut rows = fields;
    rows.push(Row::read(Face::Gap));
    rows.push(Row::read(Face::Heading(section.clone(), steps.len())));
    if steps.is_empty() {
        rows.push(Row::empty(section));
    }
    for (place, step) in steps.iter().enumerate() {
        let row = Row::thing(Thing::Step(id.clone(), place), Face::Step(place, step));
        rows.push(row.of_height(1 + usize::from(step.when.is_some())));
    }
    rows
}

fn of_kpi<'a>(cx: Cx<'_>, kpi: &'a Kpi, fields: Vec<Row<'a>>) -> Vec<Row<'a>> {
    let section = Section::Readings(kpi.id.clone());
    let standing = if forecast(kpi).is_some() { 3 } else { 2 };
    let mut rows = vec![Row::read(Face::Standing(kpi)).of_height(standing)];
    if !kpi.readings.is_empty() {
        rows.push(Row::read(Face::Gap));
        let height = (cx.area.height / 5).clamp(CHART.0, CHART.1);
        rows.push(Row::read(Face::Chart(kpi)).of_height(height.into()));
    }
    rows.push(Row::read(Face::Gap));
    rows.extend(fields);
    rows.push(Row::read(Face::Gap));
    rows.push(Row::read(Face::Heading(
        section.clone(),
        kpi.readings.len(),
    )));
    if kpi.readings.is_empty() {
        rows.push(Row::empty(section));
    }
    let mut readings: Vec<_> = kpi.readings.iter().collect();
    readings.sort_by_key(|reading| std::cmp::Reverse(reading.date));
    rows.extend(readings.into_iter().map(|reading| {
        let thing = Thing::Reading(kpi.id.clone(), reading.date);
        Row::thing(thing, Face::Reading(kpi, reading))
    }));
    rows
}

/// What a thing is called that has details.
fn called<'a>(cx: Cx<'a>, outcome: &'a Outcome, thing: &Thing) -> &'a str {
    match thing {
        Thing::Job(id) => cx.workspace.jobs().get(id).map_or("", |job| &job.name),
        Thing::Initiative(id) | Thing::Step(id, _) => {
            outcome.initiative(id).map_or("", |there| &there.name)
        }
        Thing::Kpi(id) | Thing::Reading(id, _) => outcome.kpi(id).map_or("", |kpi| &kpi.name),
        Thing::Outcome => &outcome.statement,
    }
}

/// What belongs into an empty section.
fn teach<'a>(spot: &Spot, width: u16) -> Vec<Row<'a>> {
    match spot {
        Spot::Empty(section) => vec![words(about::of_section(section), width)],
        Spot::Thing(_) | Spot::Field(..) | Spot::Need(_) | Spot::Score(_) => Vec::new(),
    }
}

/// What one of the outcome's own fields is for, and what stands behind its words.
fn of_outcome<'a>(cx: Cx<'a>, outcome: &Outcome, spot: &Spot, width: u16) -> Vec<Row<'a>> {
    let name = match spot {
        Spot::Field(_, name) => name,
        Spot::Need(_) => "needs",
        Spot::Thing(_) | Spot::Score(_) | Spot::Empty(_) => "statement",
    };
    let fields = values(cx, &Thing::Outcome.subject(&outcome.id));
    let Some((field, text)) = fields.into_iter().find(|(field, _)| field.name == name) else {
        return Vec::new();
    };
    let mut rows = vec![title(field.label, width)];
    if name == "statement" {
        rows.push(words(about::OUTCOME, width));
        for hint in wording(cx, outcome) {
            rows.push(Row::read(Face::Gap));
            rows.push(words(&format!("› {}", hint.text), width));
        }
        return rows;
    }
    rows.push(words(&format!("{}.", sentence(field.hint)), width));
    let behind = match name {
        "stage" => cx
            .workspace
            .stage(&outcome.stage)
            .map_or_else(Vec::new, |(_, stage)| of_stage(stage)),
        "segments" => of_segments(cx, outcome),
        "needs" => of_needs(cx, outcome, spot),
        _ => vec![text],
    };
    for text in behind.iter().filter(|text| !text.is_empty()) {
        rows.push(Row::read(Face::Gap));
        rows.push(words(text, width));
    }
    rows
}

fn of_stage(stage: &Stage) -> Vec<String> {
    let mindset = stage.mindset.as_ref().map(|mindset| format!("“{mindset}”"));
    let team = stage.team.as_ref().map(|team| format!("Team: {team}"));
    let enters = stage
        .enters
        .as_ref()
        .map(|event| format!("Enters: {event}"));
    mindset.into_iter().chain(team).chain(enters).collect()
}

fn of_segments(cx: Cx<'_>, outcome: &Outcome) -> Vec<String> {
    let segments = outcome.segments.iter();
    segments
        .filter_map(|id| cx.workspace.segments().get(id))
        .map(|segment| match &segment.expects {
            Some(expects) => format!("{}: {expects}", segment.name),
            None => segment.name.clone(),
        })
        .collect()
}

/// The selected need, or all that the outcome serves.
fn of_needs(cx: Cx<'_>, outcome: &Outcome, spot: &Spot) -> Vec<String> {
    let ids = match spot {
        Spot::Need(id) => std::slice::from_ref(id),
        Spot::Thing(_) | Spot::Field(..) | Spot::Score(_) | Spot::Empty(_) => &outcome.needs,
    };
    let needs = ids.iter().filter_map(|id| cx.workspace.needs().get(id));
    needs.flat_map(|need| of_need(need)).collect()
}

fn of_need(need: &Need) -> Vec<String> {
    let statement = format!(
        "{} ({})",
        need.statement,
        need.kind.to_string().to_lowercase()
    );
    let evidence = need.evidence.iter().map(|Evidence { source, note, .. }| {
        let note = note
            .as_ref()
            .map_or(String::new(), |note| format!(": {note}"));
        format!("{source}{note}")
    });
    [statement].into_iter().chain(evidence).collect()
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
