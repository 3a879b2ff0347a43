//! One row of a card: what each kind of row looks like.

use super::{chart, job, kpi};
use crate::app::Model;
use crate::app::card::Action as Card;
use crate::app::card::rows::{EVIDENCE, Face, Row, SIGN};
use crate::app::card::spot::Section;
use crate::app::command::Action;
use crate::app::geometry::Area;
use crate::app::listing::LABEL;
use crate::app::wrap::cells;
use crate::domain::{EscalationStep, Initiative, Job, Kpi, Need, Outcome, Reading};
use crate::insight::forecast::forecast;
use crate::insight::kpi_status::{Course, is_stale, progress, status, trend};
use crate::insight::opportunity::Rating;
use crate::view::about;
use crate::view::figures::{need_sign, provenance, sign, touch, with_unit};
use crate::view::listing::{field, label_role, text};
use crate::view::paint::Canvas;
use crate::view::theme::Role;

/// What the sign before a score means.
const DIRECTIONAL: &str = " ≈ directional: fewer than 30 answers";

/// What rows are drawn from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pen<'a> {
    pub(super) model: &'a Model,
    pub(super) outcome: &'a Outcome,
}

impl Pen<'_> {
    /// Draws a row into its area, without its margin.
    pub(super) fn row(self, canvas: &mut Canvas<'_>, area: Area, row: &Row<'_>, is_selected: bool) {
        let role = if is_selected {
            Role::Strong
        } else {
            Role::Text
        };
        let today = self.model.now.today;
        match &row.face {
            Face::Gap => {}
            Face::Heading(section, count) => self.heading(canvas, area, section, *count),
            Face::Title(lines) => text(canvas, area, lines, Role::Title),
            Face::Words(lines) => text(canvas, area, lines, Role::Text),
            Face::Field(label, value) => field(canvas, area, (label, value), role),
            Face::Need(label, need, lines) => need_lines(canvas, area, (label, need, lines), role),
            Face::Job(job, rating) => {
                let columns = job::Columns::of(area.width, self.jobs());
                job::line(canvas, area, (job, rating.as_ref()), (role, columns));
            }
            Face::Score(rating) => score_lines(canvas, area, rating.as_ref(), role),
            Face::Initiative(initiative) => {
                initiative_line(canvas, area, initiative, (role, self.names(area.width)));
            }
            Face::Step(place, step) => step_line(canvas, area, (*place, step), role),
            Face::Kpi(kpi) => kpi::line(canvas, area, (self.outcome, kpi), (role, today)),
            Face::Standing(kpi) => self.standing(canvas, area, kpi),
            Face::Chart(kpi) => chart::draw(canvas, area, kpi),
            Face::Reading(kpi, reading) => reading_line(canvas, area, (kpi, reading), role),
            Face::Empty(section) => self.empty(canvas, area, section, role),
        }
    }

    /// The name of a section with the number of its things, and a rule behind it.
    fn heading(self, canvas: &mut Canvas<'_>, area: Area, section: &Section, count: usize) {
        let name = match section {
            Section::Jobs => "Jobs",
            Section::Initiatives => "Initiatives",
            Section::Kpis(_) => "KPIs",
            Section::Escalation(_) => "Escalation",
            Section::Readings(_) => "Readings",
        };
        let mut behind = canvas.text(area, name, Role::Title) - area.x;
        if count > 0 {
            behind = canvas.text(area.right_of(behind), &format!(" {count}"), Role::Quiet) - area.x;
        }
        canvas.fill(area.right_of(behind + 1), '─', Role::Border);
        let is_directional = |rating: &Rating| rating.is_directional() && rating.n() > 0;
        let mut rated = self.jobs().filter_map(|(_, rating)| rating);
        if *section == Section::Jobs && rated.any(|rating| is_directional(&rating)) {
            canvas.text_right(area.right_of(behind + 3), DIRECTIONAL, Role::Quiet);
        }
    }

    /// How many cells the names of the initiatives take: as the longest, at most half of a line.
    fn names(self, room: u16) -> u16 {
        let names = self
            .outcome
            .initiatives
            .iter()
            .map(|there| cells(&there.name));
        names.max().unwrap_or(0).min(room / 2)
    }

    /// The outcome's jobs and what is known of each.
    fn jobs(&self) -> impl Iterator<Item = (&Job, Option<Rating>)> {
        let derived = &self.model.derived;
        let all = self.model.workspace().jobs();
        let ids = derived.jobs_of(&self.outcome.id).iter();
        ids.filter_map(|id| all.get(id)).map(|job| {
            let row = derived.ranking().row(&job.id);
            (&**job, row.and_then(|row| row.rating))
        })
    }

    /// How a KPI stands, in two lines of words.
    fn standing(self, canvas: &mut Canvas<'_>, area: Area, kpi: &Kpi) {
        let status = status(kpi);
        let (sign, role) = sign(status);
        let ends = kpi.baseline.zip(kpi.target).zip(progress(kpi));
        let way = ends.map_or_else(String::new, |((from, to), part)| {
            let to = with_unit(to, kpi);
            format!(" · {:.0} % of the way from {from} to {to}", part * 100.0)
        });
        let behind = canvas.text(area, &format!("{sign} {status}"), role);
        canvas.text(area.right_of(behind - area.x), &way, Role::Text);
        let Some(latest) = kpi.latest() else { return };
        let since = match trend(kpi) {
            Some(trend) if trend.course == Course::Same => "as before".to_owned(),
            Some(trend) => format!("{} than before", trend.course),
            None => "read once".to_owned(),
        };
        let text = format!("{since} · last read {}", latest.date.in_words());
        let behind = canvas.text(area.row(1), &text, Role::Text);
        if is_stale(kpi, self.model.now.today) {
            let rest = area.row(1).right_of(behind - area.x);
            canvas.text(rest, " · stale", Role::Fair);
        }
        if let Some(forecast) = forecast(kpi) {
            canvas.text(area.row(2), &forecast.to_string(), Role::Text);
        }
    }

    /// That nothing stands here yet, and the key that changes it.
    fn empty(self, canvas: &mut Canvas<'_>, area: Area, section: &Section, role: Role) {
        let (what, adds) = match section {
            Section::Jobs => ("No job yet", Card::AddJob),
            Section::Initiatives => ("No initiative yet", Card::AddInitiative),
            Section::Kpis(_) => ("No KPI yet", Card::AddKpi),
            Section::Escalation(_) => ("No step yet", Card::AddStep),
            Section::Readings(_) => ("Never read", Card::AddReading),
        };
        if !self.model.allows(Action::Card(adds)) {
            canvas.text(area, what, role);
            return;
        }
        let rest = canvas.text(area, &format!("{what} · "), role) - area.x;
        let key = self.model.key(Action::Card(adds));
        let behind = canvas.text(area.right_of(rest), &key, Role::Key) - area.x;
        canvas.text(area.right_of(behind), " adds one", Role::Text);
    }
}

/// A need that the outcome serves, and how much evidence it has.
fn need_lines(
    canvas: &mut Canvas<'_>,
    area: Area,
    (label, need, lines): (&str, &Need, &[String]),
    role: Role,
) {
    canvas.text(area.columns(0, LABEL - 1), label, label_role(role));
    let area = area.right_of(LABEL);
    canvas.text(area, need_sign(need.kind), role);
    let evidence = match need.evidence.len() {
        0 => "no evidence".to_owned(),
        count => format!("evidence {count}"),
    };
    canvas.text_right(area.row(0), &evidence, Role::Quiet);
    let room = area.width.saturating_sub(EVIDENCE);
    text(
        canvas,
        area.columns(SIGN, room.saturating_sub(SIGN)),
        lines,
        role,
    );
}

/// What is known of a job, in three lines.
fn score_lines(canvas: &mut Canvas<'_>, area: Area, rating: Option<&Rating>, role: Role) {
    let label = if role == Role::Text {
        Role::Quiet
    } else {
        role
    };
    canvas.text(area.columns(0, LABEL - 1), "Score", label);
    let area = area.right_of(LABEL);
    let Some(rating) = rating else {
        canvas.text(area, "not rated", role);
        canvas.text(
            area.row(1),
            "Estimate it below, or ask customers",
            Role::Quiet,
        );
        return;
    };
    let band = rating
        .band()
        .map_or_else(String::new, |band| format!(" {band}"));
    canvas.text(area, &format!("{}{band}", about(rating)), Role::Strong);
    let parts = format!(
        "importance {:.1} · satisfaction {:.1}",
        rating.importance, rating.satisfaction
    );
    canvas.text(area.row(1), &parts, Role::Text);
    canvas.text(area.row(2), &provenance(rating), Role::Quiet);
}

/// An initiative with its status, team, channel and escalation.
fn initiative_line(
    canvas: &mut Canvas<'_>,
    area: Area,
    initiative: &Initiative,
    (role, names): (Role, u16),
) {
    canvas.text(area, touch(initiative.touch), Role::Strong);
    let rest = area.right_of(2);
    canvas.text(rest.columns(0, names), &initiative.name, role);
    let steps = match initiative.escalation.len() {
        0 => None,
        1 => Some("1 escalation step".to_owned()),
        count => Some(format!("{count} escalation steps")),
    };
    let status = initiative.status.to_string().to_lowercase();
    let facts = [initiative.team.clone(), initiative.channel.clone(), steps];
    let facts: Vec<String> = [status]
        .into_iter()
        .chain(facts.into_iter().flatten())
        .collect();
    canvas.text(rest.right_of(names + 2), &facts.join(" · "), Role::Text);
}

/// An escalation step, with its case in a line of its own.
fn step_line(
    canvas: &mut Canvas<'_>,
    area: Area,
    (place, step): (usize, &EscalationStep),
    role: Role,
) {
    canvas.text(area, &format!("{}", place + 1), Role::Quiet);
    let area = area.right_of(3);
    let behind = canvas.text(area, &step.to, role) - area.x;
    if let Some(within) = &step.within {
        canvas.text(
            area.right_of(behind),
            &format!(" · within {within}"),
            Role::Text,
        );
    }
    if let Some(when) = &step.when {
        canvas.text(area.row(1), when, Role::Quiet);
    }
}

fn reading_line(canvas: &mut Canvas<'_>, area: Area, (kpi, reading): (&Kpi, &Reading), role: Role) {
    let values = kpi
        .readings
        .iter()
        .map(|there| cells(&with_unit(there.value, kpi)));
    let values = values.max().unwrap_or(0);
    let dates = 12;
    canvas.text_right(area.columns(0, dates - 1), &reading.date.in_words(), role);
    let value = area.right_of(dates + 1).columns(0, values);
    canvas.text_right(value, &with_unit(reading.value, kpi), role);
    if let Some(note) = &reading.note {
        canvas.text(area.right_of(dates + values + 3), note, Role::Text);
    }
}
