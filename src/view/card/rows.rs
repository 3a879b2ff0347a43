//! One row of a card: what each kind of row looks like.

use super::figures::{basis, provenance, score, sign, touch, with_unit};
use super::{chart, kpi};
use crate::app::Model;
use crate::app::card::Action as Card;
use crate::app::card::rows::{Face, LABEL, Row, Value};
use crate::app::card::spot::{Section, Spot};
use crate::app::command::Action;
use crate::app::geometry::Area;
use crate::app::wrap::width;
use crate::domain::{EscalationStep, Fate, Initiative, Job, Kpi, Outcome, Reading};
use crate::insight::kpi_status::{Course, is_stale, progress, status, trend};
use crate::insight::opportunity::Rating;
use crate::view::paint::Canvas;
use crate::view::theme::Role;

/// From how many cells on the line of a job has its band, and from how many on everything.
const ROOMY: (u16, u16) = (50, 92);

/// What rows are drawn from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pen<'a> {
    pub(super) model: &'a Model,
    pub(super) outcome: &'a Outcome,
}

impl Pen<'_> {
    /// Draws a row into its area, without its margin.
    pub(super) fn row(self, canvas: &mut Canvas<'_>, area: Area, row: &Row<'_>, is_selected: bool) {
        let role = if is_selected { Role::Focus } else { Role::Text };
        let today = self.model.now.today;
        match &row.face {
            Face::Gap => {}
            Face::Heading(section, count) => heading(canvas, area, section, *count),
            Face::Title(lines) => text(canvas, area, lines, Role::Title),
            Face::Words(lines) => text(canvas, area, lines, Role::Text),
            Face::Field(label, value) => field(canvas, area, (label, value), (role, row)),
            Face::Job(job, rating) => job_line(canvas, area, (job, rating.as_ref()), role),
            Face::Score(rating) => score_lines(canvas, area, rating.as_ref(), role),
            Face::Initiative(initiative) => initiative_line(canvas, area, initiative, role),
            Face::Step(place, step) => step_line(canvas, area, (*place, step), role),
            Face::Kpi(kpi) => kpi::line(canvas, area, (self.outcome, kpi), (role, today)),
            Face::Standing(kpi) => self.standing(canvas, area, kpi),
            Face::Chart(kpi) => chart::draw(canvas, area, kpi),
            Face::Reading(kpi, reading) => reading_line(canvas, area, (kpi, reading), role),
            Face::Empty(section) => self.empty(canvas, area, section, role),
        }
    }

    /// How a KPI stands, in two lines of words.
    fn standing(self, canvas: &mut Canvas<'_>, area: Area, kpi: &Kpi) {
        let status = status(kpi);
        let (sign, role) = sign(status);
        let way = progress(kpi).map_or_else(String::new, |part| {
            format!(" · {:.0} % of the way from baseline to target", part * 100.0)
        });
        let behind = canvas.text(area, &format!("{sign} {status}"), role);
        canvas.text(area.right_of(behind - area.x), &way, Role::Text);
        let Some(latest) = kpi.latest() else { return };
        let since = match trend(kpi) {
            Some(trend) if trend.course == Course::Same => "as the time before".to_owned(),
            Some(trend) => format!("{} than the time before", trend.course),
            None => "read once".to_owned(),
        };
        let text = format!("{since} · last read {}", latest.date.in_words());
        let behind = canvas.text(area.row(1), &text, Role::Text);
        if is_stale(kpi, self.model.now.today) {
            let rest = area.row(1).right_of(behind - area.x);
            canvas.text(rest, " · stale", Role::Fair);
        }
    }

    /// That nothing stands here yet, and the key that changes it.
    fn empty(self, canvas: &mut Canvas<'_>, area: Area, section: &Section, role: Role) {
        let (what, adds) = match section {
            Section::Outcome | Section::Notes => return,
            Section::Jobs => ("No job yet", Card::AddJob),
            Section::Initiatives => ("No initiative yet", Card::AddInitiative),
            Section::Kpis(_) => ("No KPI yet", Card::AddKpi),
            Section::Escalation(_) => ("No step yet", Card::AddStep),
            Section::Readings(_) => ("Never read", Card::AddReading),
        };
        let rest = canvas.text(area, &format!("{what} · "), role) - area.x;
        let key = self.model.key(Action::Card(adds));
        let behind = canvas.text(area.right_of(rest), &key, Role::Key) - area.x;
        canvas.text(area.right_of(behind), " adds one", Role::Text);
    }
}

fn text(canvas: &mut Canvas<'_>, area: Area, lines: &[String], role: Role) {
    for (row, line) in (0..area.height).zip(lines) {
        canvas.text(area.row(row), line, role);
    }
}

/// The name of a section with the number of its things, and a rule behind it.
fn heading(canvas: &mut Canvas<'_>, area: Area, section: &Section, count: usize) {
    let name = match section {
        Section::Outcome => "Outcome",
        Section::Jobs => "Jobs",
        Section::Initiatives => "Initiatives",
        Section::Kpis(_) => "KPIs",
        Section::Escalation(_) => "Escalation",
        Section::Readings(_) => "Readings",
        Section::Notes => "Notes",
    };
    let mut behind = canvas.text(area, name, Role::Title) - area.x;
    if count > 0 {
        behind = canvas.text(area.right_of(behind), &format!(" {count}"), Role::Quiet) - area.x;
    }
    canvas.fill(area.right_of(behind + 1), '─', Role::Border);
}

fn field(
    canvas: &mut Canvas<'_>,
    area: Area,
    (label, value): (&str, &Value),
    (role, row): (Role, &Row<'_>),
) {
    let is_private = matches!(row.spot, Some(Spot::Field(_, "private")));
    let label_role = match role {
        Role::Text if is_private => Role::Fair,
        Role::Text => Role::Quiet,
        _ => role,
    };
    canvas.text(area.columns(0, LABEL - 1), label, label_role);
    let area = area.right_of(LABEL);
    match value {
        Value::Lines(lines) => text(canvas, area, lines, role),
        Value::Nothing(means) => {
            canvas.text(area, means, Role::Quiet);
        }
    }
}

/// A job with its score, what that rests on, and its fate.
fn job_line(
    canvas: &mut Canvas<'_>,
    area: Area,
    (job, rating): (&Job, Option<&Rating>),
    role: Role,
) {
    let facts = match rating {
        None => vec![("not rated".to_owned(), 10)],
        Some(rating) if area.width < ROOMY.0 => {
            vec![(score(rating), 5), (basis(rating), 8)]
        }
        Some(rating) => {
            let band = rating.band().map_or_else(String::new, |band| band.to_string());
            let basis = if area.width < ROOMY.1 {
                (basis(rating), 10)
            } else {
                (provenance(rating), 28)
            };
            vec![(score(rating), 5), (band, 7), basis]
        }
    };
    let fate = (fate_word(job.fate), 5);
    let facts: Vec<(String, u16)> = facts.into_iter().chain([fate]).collect();
    let columns = right_columns(area, &facts);
    let names = columns.first().map_or(area.width, |first| first.x - area.x);
    canvas.text(area.columns(0, names.saturating_sub(1)), &job.name, role);
    for (column, (text, _)) in columns.iter().zip(&facts) {
        canvas.text(*column, text, Role::Text);
    }
}

/// Columns at the right end of a line, each of its cells and a space; the first is moved to where
/// all fit.
fn right_columns(area: Area, facts: &[(String, u16)]) -> Vec<Area> {
    let all: u16 = facts.iter().map(|(_, cells)| cells + 1).sum();
    let mut x = area.width.saturating_sub(all);
    let mut columns = Vec::new();
    for (_, cells) in facts {
        columns.push(area.columns(x, *cells));
        x += cells + 1;
    }
    columns
}

fn fate_word(fate: Option<Fate>) -> String {
    fate.map_or_else(|| "–".to_owned(), |fate| fate.to_string().to_lowercase())
}

/// What is known of a job, in two lines.
fn score_lines(canvas: &mut Canvas<'_>, area: Area, rating: Option<&Rating>, role: Role) {
    let label = if role == Role::Text { Role::Quiet } else { role };
    canvas.text(area.columns(0, LABEL - 1), "Score", label);
    let area = area.right_of(LABEL);
    let Some(rating) = rating else {
        canvas.text(area, "not rated", role);
        canvas.text(area.row(1), "Enter goes to the roadmap", Role::Quiet);
        return;
    };
    let band = rating.band().map_or_else(String::new, |band| format!(" {band}"));
    let behind = canvas.text(area, &format!("{}{band}", score(rating)), Role::Strong);
    let parts = format!(
        " · importance {:.1} · satisfaction {:.1}",
        rating.importance, rating.satisfaction
    );
    canvas.text(area.right_of(behind - area.x), &parts, role);
    canvas.text(area.row(1), &provenance(rating), Role::Quiet);
}

/// An initiative with its status, team, channel and escalation.
fn initiative_line(canvas: &mut Canvas<'_>, area: Area, initiative: &Initiative, role: Role) {
    canvas.text(area, touch(initiative.touch), Role::Key);
    let rest = area.right_of(2);
    let names = (rest.width * 45 / 100).max(20).min(rest.width);
    canvas.text(rest.columns(0, names - 1), &initiative.name, role);
    let steps = match initiative.escalation.len() {
        0 => None,
        1 => Some("1 escalation step".to_owned()),
        count => Some(format!("{count} escalation steps")),
    };
    let status = initiative.status.to_string().to_lowercase();
    let facts = [initiative.team.clone(), initiative.channel.clone(), steps];
    let facts: Vec<String> = [status].into_iter().chain(facts.into_iter().flatten()).collect();
    canvas.text(rest.right_of(names), &facts.join(" · "), Role::Text);
}

fn step_line(
    canvas: &mut Canvas<'_>,
    area: Area,
    (place, step): (usize, &EscalationStep),
    role: Role,
) {
    let number = format!("{} ", place + 1);
    let mut behind = canvas.text(area, &number, Role::Quiet) - area.x;
    behind = canvas.text(area.right_of(behind), &step.to, role) - area.x;
    let within = step.within.as_ref().map(|within| format!("within {within}"));
    let facts: Vec<String> = within.into_iter().chain(step.when.clone()).collect();
    if !facts.is_empty() {
        let facts = format!(" · {}", facts.join(" · "));
        canvas.text(area.right_of(behind), &facts, Role::Text);
    }
}

fn reading_line(
    canvas: &mut Canvas<'_>,
    area: Area,
    (kpi, reading): (&Kpi, &Reading),
    role: Role,
) {
    let values = kpi.readings.iter().map(|there| width(&with_unit(there.value, kpi)));
    let values = u16::try_from(values.max().unwrap_or(0)).unwrap_or(u16::MAX);
    let dates = 12;
    canvas.text_right(area.columns(0, dates - 1), &reading.date.in_words(), role);
    let value = area.right_of(dates + 1).columns(0, values);
    canvas.text_right(value, &with_unit(reading.value, kpi), role);
    if let Some(note) = &reading.note {
        canvas.text(area.right_of(dates + values + 3), note, Role::Text);
    }
}
