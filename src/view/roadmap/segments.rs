//! The segments side by side: figure, band and rank of each job in each segment, and how sure the
//! figure is in the one that counts.

use super::table::mark;
use crate::app::geometry::Area;
use crate::app::roadmap::segments::{Column, Layout, hidden, name};
use crate::app::{Model, Screen};
use crate::insight::opportunity::{Band, Provenance, Ranked, Rating, Respondents};
use crate::view::paint::{Canvas, Focus};
use crate::view::theme::Role;
use crate::view::{about, figure};

/// What stands where nobody was asked.
const NOTHING: &str = "–";

/// Where figure, band and rank stand in a column, and how many cells each has.
const FIGURE: (u16, u16) = (0, 6);
const BAND: (u16, u16) = (7, 1);
const RANK: (u16, u16) = (8, 4);

/// Draws them.
pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model, layout: &Layout, focus: Focus) {
    let chosen = &model.ui.roadmap.scope().segment;
    let head = layout.table.head;
    canvas.text(head.columns(layout.job.0, layout.job.1), "job", Role::Quiet);
    canvas.text(
        head.row(1).columns(layout.job.0, layout.job.1),
        &hidden(layout),
        Role::Key,
    );
    canvas.fill(layout.table.rule, '─', Role::Border);
    for column in &layout.columns {
        let is_chosen = column.segment == *chosen;
        draw_head(canvas, model, column, layout);
        if is_chosen {
            let under = layout.table.rule.columns(column.x, column.width);
            canvas.fill(under, '━', Role::Focus);
        }
    }
    for (area, place) in &layout.table.rows {
        draw_row(canvas, model, layout, (*area, *place), focus);
    }
}

fn draw_head(canvas: &mut Canvas<'_>, model: &Model, column: &Column, layout: &Layout) {
    let area = layout.table.head.columns(column.x, column.width);
    let is_chosen = column.segment == model.ui.roadmap.scope().segment;
    let role = if is_chosen { Role::Strong } else { Role::Text };
    canvas.text(area.row(0), name(column, model.cx(Screen::Roadmap)), role);
    let shown = model.ui.roadmap.shown();
    let who = shown.of_segment(column.segment.as_ref());
    let who = who.map_or_else(String::new, |(_, who)| answered(*who));
    canvas.text(area.row(1), &who, Role::Quiet);
}

/// Who answered, and whether that only points in a direction.
fn answered(who: Respondents) -> String {
    let sign = if who.is_directional() { "≈ " } else { "" };
    match (who.customers, who.team) {
        (0, 0) => "nobody".to_owned(),
        (customers, 0) => format!("{sign}n {customers}"),
        (0, team) => format!("{sign}team {team}"),
        (customers, team) => format!("{sign}n {customers}+t{team}"),
    }
}

fn draw_row(
    canvas: &mut Canvas<'_>,
    model: &Model,
    layout: &Layout,
    (area, place): (Area, usize),
    focus: Focus,
) {
    let ui = &model.ui.roadmap;
    let ranked = &ui.shown().ranking().rows()[place];
    let is_selected = place == ui.place();
    let role = if is_selected {
        Role::Strong
    } else {
        Role::Text
    };
    if is_selected {
        mark(canvas, area, focus);
    }
    let (x, width) = layout.job;
    let jobs = model.cx(Screen::Roadmap).workspace.jobs();
    let name = jobs.get(&ranked.job).map_or("", |job| job.name.as_str());
    canvas.text(area.columns(x, width), name, role);
    if ui.shown().is_differing(&ranked.job) {
        canvas.text(area.columns(x + width, 1), "≠", Role::Strong);
    }
    for column in &layout.columns {
        let cell = area.columns(column.x, column.width);
        let ranking = ui.shown().of_segment(column.segment.as_ref());
        let row = ranking.and_then(|(ranking, _)| ranking.row(&ranked.job));
        match row.and_then(|row| Some((row, row.rating?))) {
            Some((row, rating)) => draw_figures(canvas, row, &rating, cell, role),
            None => canvas.text_right(part(cell, FIGURE), NOTHING, Role::Quiet),
        }
        if column.interval > 0
            && let Some(interval) = ui.shown().interval(&ranked.job)
        {
            let (low, high) = interval.value;
            let text = format!("{}–{}", figure(low), figure(high));
            let end = cell.right_of(column.width - column.interval);
            canvas.text_right(end, &text, Role::Quiet);
        }
    }
}

fn part(cell: Area, (x, width): (u16, u16)) -> Area {
    cell.columns(x, width)
}

fn draw_figures(canvas: &mut Canvas<'_>, row: &Ranked, rating: &Rating, cell: Area, role: Role) {
    let text = format!("{}{}", whose(rating.source), about(rating));
    canvas.text_right(part(cell, FIGURE), &text, role);
    if let Some(band) = rating.band() {
        let is_weighty = matches!(band, Band::Extreme | Band::High);
        let role = if is_weighty { Role::Strong } else { role };
        canvas.text(part(cell, BAND), letter(band), role);
    }
    let tie = if row.is_tied { "=" } else { "" };
    if let Some(rank) = row.rank {
        canvas.text_right(part(cell, RANK), &format!("{rank}{tie}"), Role::Quiet);
    }
}

/// Whose figure it is, where no customer's.
fn whose(source: Provenance) -> &'static str {
    match source {
        Provenance::Customers => "",
        Provenance::Team => "t",
        Provenance::Estimate => "e",
    }
}

/// The letter of a band.
fn letter(band: Band) -> &'static str {
    match band {
        Band::Extreme => "E",
        Band::High => "H",
        Band::Solid => "S",
        Band::Limited => "L",
    }
}
