//! The jobs as lanes by fate, each with what it has to bear and its cards; and the card that is
//! being dragged.

use super::source;
use crate::app::geometry::Area;
use crate::app::roadmap::fate;
use crate::app::roadmap::lanes::card::{self, Part};
use crate::app::roadmap::lanes::{LANES, Lane, Layout, head};
use crate::app::wrap::{cells, wrap};
use crate::app::{Model, Screen, command};
use crate::domain::choice::Choice;
use crate::domain::{Job, Number};
use crate::insight::load::{Load, Room};
use crate::insight::opportunity::{Band, Ranked};
use crate::view::paint::{Canvas, Focus};
use crate::view::theme::Role;
use crate::view::{about, glyphs};

/// Draws the lanes.
pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model, layout: &Layout, focus: Focus) {
    let ui = &model.ui.roadmap;
    let over = ui.drag().and_then(|drag| drag.at);
    for lane in &layout.lanes {
        let is_target = over.is_some_and(|(x, y)| lane.area.contains(x, y));
        draw_head(canvas, model, lane, is_target);
        for (area, place) in &lane.cards {
            let is_selected = *place == ui.place();
            if is_selected {
                mark(canvas, *area, focus);
            }
            draw_card(canvas, model, layout, (*area, *place));
        }
        if lane.cards.is_empty() {
            draw_empty(canvas, model, lane);
        }
        draw_hidden(canvas, lane);
    }
    draw_beside(canvas, layout);
    if let Some((x, y)) = over {
        draw_ghost(canvas, model, x, y);
    }
}

fn draw_head(canvas: &mut Canvas<'_>, model: &Model, lane: &Lane, is_target: bool) {
    let ui = &model.ui.roadmap;
    let jobs = &ui.shown().lanes()[lane.lane];
    let load = &ui.shown().sorted().loads()[lane.lane];
    let role = if is_target { Role::Lit } else { Role::Strong };
    let behind = canvas.text(lane.name, name(lane.lane), role);
    let count = lane.name.right_of(behind + 1 - lane.name.x);
    canvas.text(count, &jobs.len().to_string(), Role::Quiet);
    let is_over = matches!(load.room(), Some(Room::Over(_)));
    let role = if is_over { Role::Bad } else { Role::Text };
    for (row, line) in (0..lane.load.height).zip(head::words(load, lane.load.width)) {
        let role = if row == 0 { role } else { Role::Text };
        canvas.text(lane.load.row(row), &line, role);
    }
    draw_gauge(canvas, load, lane.gauge);
    let is_focused = is_target || jobs.binary_search(&ui.place()).is_ok();
    let (sign, role) = if is_focused {
        ('━', Role::Focus)
    } else {
        ('─', Role::Border)
    };
    canvas.fill(lane.rule, sign, role);
}

fn name(lane: usize) -> &'static str {
    LANES[lane].map_or("No fate", |fate| fate.word())
}

/// The effort on the capacity; where it is too much, the capacity on the effort.
fn draw_gauge(canvas: &mut Canvas<'_>, load: &Load, area: Area) {
    let Some(capacity) = load.capacity.map(Number::get) else {
        return;
    };
    if area.is_empty() || capacity.max(load.effort) <= 0.0 {
        return;
    }
    let signs = glyphs::gauge(canvas.glyphs());
    let is_over = load.effort > capacity;
    let part = load.effort.min(capacity) / capacity.max(load.effort);
    // What is too much shows, however little it is.
    let most = area.width - u16::from(is_over);
    let taken = part_of(part, area.width).min(most);
    canvas.fill(area.columns(0, taken), signs.full, Role::Text);
    let rest = area.right_of(taken);
    if is_over {
        canvas.fill(rest, signs.over, Role::Bad);
        canvas.fill(rest.columns(0, 1), signs.limit, Role::Strong);
    } else {
        canvas.fill(rest, signs.free, Role::Quiet);
    }
}

/// How many of `width` cells a part of 0 to 1 takes.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the part is clamped to 0..=1, so the cells are at most the width"
)]
fn part_of(part: f64, width: u16) -> u16 {
    (part.clamp(0.0, 1.0) * f64::from(width)).round() as u16
}

/// What brings a job into a lane that has none.
fn draw_empty(canvas: &mut Canvas<'_>, model: &Model, lane: &Lane) {
    let says = match LANES[lane.lane] {
        Some(fate) => {
            let key = model.key(command::Action::Roadmap(fate::action(fate)));
            format!("{key} puts the selected job here")
        }
        None => "Every job has a fate".to_owned(),
    };
    let area = lane.body.right_of(1);
    let lines = wrap(&says, area.width.into(), area.height.into());
    for (row, line) in (0..).zip(&lines) {
        canvas.text(area.row(row), line, Role::Quiet);
    }
}

fn mark(canvas: &mut Canvas<'_>, area: Area, focus: Focus) {
    let role = match focus {
        Focus::Here => Role::Focus,
        Focus::Elsewhere => Role::Selected,
    };
    canvas.fill(area.columns(0, 1), '▌', role);
    if focus == Focus::Here {
        canvas.put_cursor(area.x, area.y);
    }
}

/// Draws the card of the job at a place of the ranking.
fn draw_card(canvas: &mut Canvas<'_>, model: &Model, layout: &Layout, card: (Area, usize)) {
    let (area, place) = card;
    let shown = model.ui.roadmap.shown();
    let text = area.right_of(1);
    let is_selected = place == model.ui.roadmap.place();
    let lines = card::lines(shown, place, text.width, layout.most);
    for (row, (part, line)) in (0..area.height).zip(&lines) {
        let row = text.row(row);
        match part {
            Part::Name if is_selected => canvas.text(row, line, Role::Strong),
            Part::Name => canvas.text(row, line, Role::Text),
            Part::Figures => {
                let ranked = &shown.ranking().rows()[place];
                let line = figures(ranked, shown.sorted().job(place), row.width);
                canvas.text(row, &line, Role::Quiet)
            }
            Part::Open => canvas.text(row, line, Role::Fair),
            Part::Story | Part::Why => canvas.text(row, line, Role::Quiet),
        };
    }
}

/// Figure, band, whose figures they are, and the effort, as far as they fit.
fn figures(row: &Ranked, job: Option<&Job>, width: u16) -> String {
    let effort = job.and_then(|job| job.effort);
    let rated = rated(row, width);
    let Some(effort) = effort else { return rated };
    let ways = [
        format!("{rated} · effort {effort}"),
        format!("{} · effort {effort}", rated_in_short(row, width)),
        format!("{} · effort {effort}", rated_in_short(row, 12)),
        format!("{} e{effort}", rated_in_short(row, 12)),
    ];
    let mut fitting = ways.into_iter().filter(|way| cells(way) <= width);
    fitting.next().unwrap_or(rated)
}

fn rated(row: &Ranked, width: u16) -> String {
    let Some(rating) = row.rating else {
        return "not rated".to_owned();
    };
    let band = rating.band().map_or("", Band::word);
    let both = format!("{} {band} {}", about(&rating), rating.source.word());
    if cells(&both) <= width {
        both
    } else {
        rated_in_short(row, width)
    }
}

/// Whose figures they are is said wherever there is a figure.
fn rated_in_short(row: &Ranked, width: u16) -> String {
    let Some(rating) = row.rating else {
        return "not rated".to_owned();
    };
    let value = about(&rating);
    let left = width.saturating_sub(cells(&value) + 1);
    format!("{value} {}", source(rating.source, left))
}

/// How many lanes are beside those in view, at the ends of their rules.
fn draw_beside(canvas: &mut Canvas<'_>, layout: &Layout) {
    let (Some(first), Some(last)) = (layout.lanes.first(), layout.lanes.last()) else {
        return;
    };
    if first.lane > 0 {
        let before = format!("‹ {} ", name(first.lane - 1));
        canvas.text(first.rule, &before, Role::Key);
    }
    if last.lane + 1 < LANES.len() {
        let next = format!(" {} ›", name(last.lane + 1));
        canvas.text_right(last.rule, &next, Role::Key);
    }
}

/// How many cards there are above and below those in view.
fn draw_hidden(canvas: &mut Canvas<'_>, lane: &Lane) {
    let (above, below) = lane.hidden;
    let says = match (above, below) {
        (0, 0) => return,
        (0, below) => format!("↓{below}"),
        (above, 0) => format!("↑{above}"),
        (above, below) => format!("↑{above} ↓{below}"),
    };
    canvas.text_right(lane.name, &says, Role::Key);
}

/// The card that the mouse holds.
fn draw_ghost(canvas: &mut Canvas<'_>, model: &Model, x: u16, y: u16) {
    let ui = &model.ui.roadmap;
    let jobs = model.cx(Screen::Roadmap).workspace.jobs();
    let Some(job) = ui.drag().and_then(|drag| jobs.get(&drag.job)) else {
        return;
    };
    let text = format!(" {} → {} ", job.name, fate_under(model, x, y));
    let area = Area {
        x: x.saturating_add(1),
        y,
        width: cells(&text),
        height: 1,
    };
    canvas.text(area, &text, Role::Lit);
}

fn fate_under(model: &Model, x: u16, y: u16) -> &'static str {
    let layout = crate::app::roadmap::layout(&model.ui.roadmap, model.cx(Screen::Roadmap).area);
    let lanes = layout.lanes();
    let mut lanes = lanes.iter().flat_map(|layout| &layout.lanes);
    let under = lanes.find(|lane| lane.area.contains(x, y));
    under.map_or("nowhere", |lane| fate::word(LANES[lane.lane]))
}
