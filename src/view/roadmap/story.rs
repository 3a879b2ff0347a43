//! The story of the selected job: what the customer wants, where it leads, what the figures say, and
//! why it has its fate.

use std::borrow::Cow;

use crate::app::geometry::Area;
use crate::app::roadmap::fate;
use crate::app::wrap::{cells, wrap};
use crate::app::{Model, Screen, command};
use crate::domain::choice::Choice;
use crate::domain::{Fate, Job, Workspace};
use crate::insight::opportunity::{Band, Provenance, Ranked, Rating, Zone};
use crate::insight::statement::sentence;
use crate::insight::uncertainty::Interval;
use crate::view::paint::Canvas;
use crate::view::theme::Role;
use crate::view::{about, figure};

/// The widest that a line of it gets, to be read with ease.
const WIDEST: u16 = 140;

/// Draws the story of the selected job, the most telling lines first.
pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model, area: Area) {
    let ui = &model.ui.roadmap;
    let workspace = model.cx(Screen::Roadmap).workspace;
    let Some(job) = ui.selected().and_then(|job| workspace.jobs().get(job)) else {
        return;
    };
    let area = area.right_of(1).columns(0, WIDEST);
    let figures = if ui.what_if().is_some() {
        supposed(model, job)
    } else {
        figures(model, job)
    };
    let figures = figures.unwrap_or_default();
    let room = if area.height < 6 { 1 } else { 2 };
    let figures = wrap(&figures, area.width.into(), room).into_iter();
    let facts = [
        Some(decided(model, job)),
        Some(leads_to(job, workspace)),
        by_segment(model, job),
    ];
    let facts = facts.into_iter().flatten();
    let figures = figures.map(Cow::into_owned).filter(|line| !line.is_empty());
    let facts: Vec<String> = figures.chain(facts).collect();
    let rows = usize::from(area.height);
    // The story itself comes before the last of the facts.
    let left = rows.saturating_sub(facts.len()).max(rows.min(2));
    let below = draw_story(canvas, job, area.rows(0, u16::try_from(left).unwrap_or(1)));
    for (row, fact) in (below..).zip(facts) {
        canvas.text(area.row(row), &fact, Role::Text);
    }
}

/// Draws name and story in as many rows as they need. Gives the row below.
fn draw_story(canvas: &mut Canvas<'_>, job: &Job, area: Area) -> u16 {
    let name = format!("{}  ", job.name);
    let told = job
        .story
        .as_ref()
        .map_or_else(|| "no job story yet".to_owned(), sentence);
    let text = format!("{name}{told}");
    let lines = wrap(&text, area.width.into(), area.height.into());
    for (row, line) in (0..).zip(&lines) {
        canvas.text(area.row(row), line, Role::Text);
    }
    canvas.tint(area.row(0).columns(0, cells(&job.name)), Role::Strong);
    u16::try_from(lines.len()).unwrap_or(u16::MAX)
}

fn figures(model: &Model, job: &Job) -> Option<String> {
    let shown = model.ui.roadmap.shown();
    let rating = shown.ranking().row(&job.id)?.rating?;
    let mut parts = vec![zone(&rating).to_owned()];
    if let Some(interval) = shown.interval(&job.id) {
        parts.push(sureness(&rating, interval));
    }
    if let Some((first, last)) = shown.alike(model.ui.roadmap.place()) {
        parts.push(format!("the order of ranks {first} to {last} is open"));
    }
    parts.push(match shown.interval(&job.id) {
        Some(interval) => both_likely(&rating, interval),
        None => both(&rating),
    });
    parts.push(source(&rating));
    if rating.is_directional() {
        parts.push("directional".to_owned());
    }
    Some(parts.join(" · "))
}

/// Where figure and rank lie in nine of ten draws.
fn sureness(rating: &Rating, interval: &Interval) -> String {
    format!(
        "{} {}, 90 % likely {} to {}, rank {} to {}",
        rating.lens,
        figure(rating.value),
        figure(interval.value.0),
        figure(interval.value.1),
        interval.rank.0,
        interval.rank.1,
    )
}

/// Importance and satisfaction, each with where it lies in nine of ten draws.
fn both_likely(rating: &Rating, interval: &Interval) -> String {
    let range = |(low, high)| format!("{}–{}", figure(low), figure(high));
    format!(
        "I {} ({}), S {} ({})",
        figure(rating.importance),
        range(interval.importance),
        figure(rating.satisfaction),
        range(interval.satisfaction)
    )
}

fn both(rating: &Rating) -> String {
    format!(
        "I {}, S {}",
        figure(rating.importance),
        figure(rating.satisfaction)
    )
}

/// What is supposed of the job, and what would follow for it.
fn supposed(model: &Model, job: &Job) -> Option<String> {
    let shown = model.ui.roadmap.shown();
    let now = shown.ranking().row(&job.id)?;
    let was = shown.truth().row(&job.id)?;
    let rating = now.rating?;
    let value = |row: &Ranked| row.rating.map(|rating| figure(rating.value));
    let rank = |row: &Ranked| row.rank.map(|rank| rank.to_string());
    let band = |row: &Ranked| Some(row.rating?.band()?.word().to_owned());
    let parts = [
        Some(format!("What if {}", both(&rating))),
        instead(rating.lens.word(), value(now), value(was)),
        instead("rank", rank(now), rank(was)),
        instead("", band(now), band(was)),
        Some(zone(&rating).to_lowercase()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    Some(parts.join(" · "))
}

/// What something is, and what it is in truth where that is something else.
fn instead(name: &str, now: Option<String>, was: Option<String>) -> Option<String> {
    let now = now?;
    let text = match was {
        Some(was) if was != now => format!("{name} {now} instead of {was}"),
        Some(_) => format!("{name} {now}"),
        None => format!("{name} {now} instead of none"),
    };
    Some(text.trim_start().to_owned())
}

fn zone(rating: &Rating) -> &'static str {
    match rating.zone() {
        Zone::Underserved => "Underserved",
        Zone::Overserved => "Overserved",
        Zone::Served if rating.is_table_stakes() => "Served, table stakes",
        Zone::Served => "Served",
    }
}

/// Whose figures they are, and how many answered each of the two questions.
fn source(rating: &Rating) -> String {
    let answers = if rating.n_importance == rating.n_satisfaction {
        format!("{} answers", rating.n_importance)
    } else {
        format!(
            "{} and {} answers",
            rating.n_importance, rating.n_satisfaction
        )
    };
    match rating.source {
        Provenance::Customers => format!("{answers} of customers"),
        Provenance::Team => format!("{answers} of the team"),
        Provenance::Estimate => "an estimate, no answers".to_owned(),
    }
}

/// What each segment says, where more than one was asked.
fn by_segment(model: &Model, job: &Job) -> Option<String> {
    let segments = model.cx(Screen::Roadmap).workspace.segments();
    let ratings: Vec<_> = model.ui.roadmap.shown().by_segment(&job.id).collect();
    let (first, others) = ratings.split_first()?;
    if others.is_empty() {
        return None;
    }
    let is_same = others.iter().all(|other| other.1.band() == first.1.band());
    let lead = if is_same {
        "By segment"
    } else {
        "Differs by segment"
    };
    let each = ratings.iter().filter_map(|(id, rating)| {
        let name = &segments.get(*id)?.name;
        let band = rating.band().map_or("", Band::word);
        let said = format!("{name} {} {band}", about(rating));
        Some(said.trim_end().to_owned())
    });
    let each: Vec<String> = each.collect();
    Some(format!("{lead}: {}", each.join(" · ")))
}

/// The outcome and the stage.
fn leads_to(job: &Job, workspace: &Workspace) -> String {
    let outcome = job.outcome.as_ref();
    let Some(outcome) = outcome.and_then(|outcome| workspace.outcomes().get(outcome)) else {
        return "Leads to no outcome yet".to_owned();
    };
    match workspace.stage(&outcome.stage) {
        Some((_, stage)) => format!("{}: {}", stage.name, outcome.statement),
        None => outcome.statement.clone(),
    }
}

/// The fate, what it goes against, and why.
fn decided(model: &Model, job: &Job) -> String {
    let shown = model.ui.roadmap.shown();
    let place = model.ui.roadmap.place();
    let against = shown.sorted().override_of(place);
    let told = against.map(|found| fate::told_by_name(found, shown));
    let fate = match told {
        Some(told) => format!("{}, {told}", fate::word(job.fate)),
        None => fate::word(job.fate).to_owned(),
    };
    let is_open = against.is_some_and(|found| found.is_open);
    match (job.fate, &job.why) {
        (None, None) => "No fate yet".to_owned(),
        (None, Some(why)) => format!("No fate yet · the reason so far: {why}"),
        (Some(_), Some(why)) => format!("Fate: {fate} · {why}"),
        (Some(given), None) if is_open || given == Fate::Never => {
            let key = model.key(command::Action::Roadmap(fate::action(given)));
            format!("Fate: {fate} · no reason yet, {key} asks for it")
        }
        (Some(_), None) => format!("Fate: {fate}"),
    }
}
