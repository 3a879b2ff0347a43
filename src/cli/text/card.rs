//! A card as text: everything about one outcome.

use super::Page;
use super::words::{counted, fate, score};
use crate::domain::{Date, EscalationStep, Id, Initiative, Job, Kpi, Outcome, Reading, Workspace};
use crate::insight::forecast::forecast;
use crate::insight::kpi_status::{self, Course, KpiStatus};
use crate::insight::opportunity::{self, Ranking, Scope};
use crate::insight::statement::sentence;

/// The card of an outcome, with what is stale today.
pub(crate) fn card(
    mut page: Page,
    workspace: &Workspace,
    outcome: &Outcome,
    today: Date,
) -> String {
    let stage = workspace
        .stage(&outcome.stage)
        .map(|(_, stage)| &stage.name);
    page.put("", &outcome.statement);
    page.put("Id: ", outcome.id.as_str());
    page.put("Stage: ", stage.map_or("", String::as_str));
    describe(&mut page, workspace, outcome);
    let ranking = opportunity::rank(workspace, &Scope::default());
    page.gap();
    heading(&mut page, workspace.jobs_of(&outcome.id).count(), "job");
    for job in workspace.jobs_of(&outcome.id) {
        describe_job(&mut page, job, &ranking);
    }
    page.gap();
    heading(&mut page, outcome.initiatives.len(), "initiative");
    for initiative in &outcome.initiatives {
        describe_initiative(&mut page, initiative, today);
    }
    page.text
}

fn heading(page: &mut Page, count: usize, thing: &str) {
    match count {
        0 => page.put("", &format!("No {thing}s yet")),
        _ => page.put("", &counted(count, thing)),
    }
}

fn describe(page: &mut Page, workspace: &Workspace, outcome: &Outcome) {
    let segments = names(&outcome.segments, |id| {
        workspace.segments().get(id).map(|segment| &*segment.name)
    });
    let needs = names(&outcome.needs, |id| {
        workspace.needs().get(id).map(|need| &*need.statement)
    });
    let archived = outcome.archived.map(|date| date.to_string());
    let facts = [
        ("Segments: ", segments),
        ("Needs: ", needs),
        ("Owner: ", outcome.owner.clone().unwrap_or_default()),
        ("Tags: ", outcome.tags.join(", ")),
        ("Archived: ", archived.unwrap_or_default()),
        ("Notes: ", outcome.notes.to_string()),
    ];
    for (name, fact) in facts {
        put_fact(page, name, Some(&fact));
    }
    let private = outcome.private.iter().count();
    if private > 0 {
        let lines = counted(private, "line");
        page.put("Private notes: ", &format!("{lines}, not shown here"));
    }
}

fn names<'a>(ids: &[Id], name: impl Fn(&Id) -> Option<&'a str>) -> String {
    ids.iter().filter_map(name).collect::<Vec<_>>().join("; ")
}

/// Puts a fact where there is one.
fn put_fact(page: &mut Page, name: &str, fact: Option<&String>) {
    if let Some(fact) = fact.filter(|fact| !fact.is_empty()) {
        page.put(name, fact);
    }
}

fn describe_job(page: &mut Page, job: &Job, ranking: &Ranking) {
    page.put("  - ", &job.name);
    page.put("    Id: ", job.id.as_str());
    let rating = ranking.row(&job.id).and_then(|row| row.rating);
    let score = rating.map_or_else(|| "not rated".to_owned(), |rating| score(&rating));
    page.put("    Score: ", &score);
    put_fact(page, "    Fate: ", fate(job).as_ref());
    if let Some(story) = &job.story {
        page.put("    ", &sentence(story));
    }
}

fn describe_initiative(page: &mut Page, initiative: &Initiative, today: Date) {
    page.put("  - ", &initiative.name);
    page.put("    Id: ", initiative.id.as_str());
    let kind = format!("{}, {}", initiative.touch, initiative.status).to_lowercase();
    page.put("    ", &kind);
    put_fact(page, "    Team: ", initiative.team.as_ref());
    put_fact(page, "    Channel: ", initiative.channel.as_ref());
    for step in &initiative.escalation {
        page.put("    Escalates to ", &escalation(step));
    }
    for kpi in &initiative.kpis {
        describe_kpi(page, kpi, today);
    }
}

fn escalation(step: &EscalationStep) -> String {
    let within = step.within.as_ref().map(|time| format!(" within {time}"));
    let when = step.when.as_ref().map(|when| format!(": {when}"));
    format!(
        "{}{}{}",
        step.to,
        within.unwrap_or_default(),
        when.unwrap_or_default()
    )
}

fn describe_kpi(page: &mut Page, kpi: &Kpi, today: Date) {
    page.put(
        "    - KPI: ",
        &format!("{}: {}", kpi.name, standing(kpi, today)),
    );
    page.put("      Id: ", kpi.id.as_str());
    let unit = kpi.unit.as_ref().map(|unit| format!(" {unit}"));
    let unit = unit.unwrap_or_default();
    let number = |name, number: Option<_>| number.map(|number| format!("{name} {number}{unit}"));
    let every = kpi
        .every
        .map(|every| format!("read every {every}").to_lowercase());
    let goal = [
        Some(format!("{} is better", kpi.better).to_lowercase()),
        number("baseline", kpi.baseline),
        number("target", kpi.target),
        every,
    ];
    page.put(
        "      ",
        &goal.into_iter().flatten().collect::<Vec<_>>().join(", "),
    );
    put_fact(page, "      Formula: ", kpi.formula.as_ref());
    let forecast = forecast(kpi).map(|forecast| forecast.to_string());
    put_fact(page, "      Forecast: ", forecast.as_ref());
    for reading in &kpi.readings {
        page.put(&format!("      {}  ", reading.date), &read(reading, &unit));
    }
}

/// How a KPI stands: its status, its trend, and whether it is stale.
fn standing(kpi: &Kpi, today: Date) -> String {
    let status = match kpi_status::status(kpi) {
        KpiStatus::Met => "target met",
        KpiStatus::Near => "near the target",
        KpiStatus::Off => "off target",
        KpiStatus::Unread => "never read",
        KpiStatus::NoTarget => "no target",
    };
    let trend = kpi_status::trend(kpi).map(|trend| match trend.course {
        Course::Better => ", better than before",
        Course::Worse => ", worse than before",
        Course::Same => ", as before",
    });
    let stale = if kpi_status::is_stale(kpi, today) {
        ", stale"
    } else {
        ""
    };
    format!("{status}{}{stale}", trend.unwrap_or_default())
}

fn read(reading: &Reading, unit: &str) -> String {
    let note = reading.note.as_ref().map(|note| format!("  {note}"));
    format!("{}{unit}{}", reading.value, note.unwrap_or_default())
}
