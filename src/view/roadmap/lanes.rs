//! The jobs as lanes by fate, each with its cards; and the card that is being dragged.

use super::source;
use crate::app::geometry::Area;
use crate::app::roadmap::fate;
use crate::app::roadmap::lanes::{LANES, Lane, Layout};
use crate::app::wrap::{cells, wrap};
use crate::app::{Model, Screen};
use crate::domain::choice::Choice;
use crate::insight::opportunity::{Band, Ranked};
use crate::view::about;
use crate::view::paint::{Canvas, Focus};
use crate::view::theme::Role;

/// Draws the lanes.
pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model, layout: &Layout, focus: Focus) {
    let ui = &model.ui.roadmap;
    let over = ui.drag().and_then(|drag| drag.at);
    for lane in &layout.lanes {
        let is_target = over.is_some_and(|(x, y)| lane.area.contains(x, y));
        draw_head(canvas, model, lane, is_target);
        for (area, place) in &lane.cards {
            let row = &ui.shown().ranking().rows()[*place];
            let is_selected = *place == ui.place();
            if is_selected {
                mark(canvas, *area, focus);
            }
            draw_card(canvas, model, row, *area, is_selected);
        }
        draw_hidden(canvas, lane);
    }
    if let Some((x, y)) = over {
        draw_ghost(canvas, model, x, y);
    }
}

fn draw_head(canvas: &mut Canvas<'_>, model: &Model, lane: &Lane, is_target: bool) {
    let ui = &model.ui.roadmap;
    let jobs = &ui.shown().lanes()[lane.lane];
    let name = LANES[lane.lane].map_or("No fate", |fate| fate.word());
    let role = if is_target { Role::Lit } else { Role::Strong };
    let behind = canvas.text(lane.head, name, role);
    let count = lane.head.right_of(behind + 1 - lane.head.x);
    canvas.text(count, &jobs.len().to_string(), Role::Quiet);
    let is_focused = is_target || jobs.binary_search(&ui.place()).is_ok();
    let (sign, role) = if is_focused {
        ('━', Role::Focus)
    } else {
        ('─', Role::Border)
    };
    canvas.fill(lane.area.row(1), sign, role);
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

fn draw_card(canvas: &mut Canvas<'_>, model: &Model, row: &Ranked, area: Area, is_selected: bool) {
    let jobs = model.cx(Screen::Roadmap).workspace.jobs();
    let name = jobs.get(&row.job).map_or("", |job| job.name.as_str());
    let text = area.right_of(1);
    let rows = usize::from(area.height.saturating_sub(1));
    let lines = wrap(name, text.width.into(), rows);
    let role = if is_selected {
        Role::Strong
    } else {
        Role::Text
    };
    let mut below = 0;
    for line in &lines {
        canvas.text(text.row(below), line, role);
        below += 1;
    }
    canvas.text(text.row(below), &facts(row, text.width), Role::Quiet);
}

/// Figure, band and whose figures they are, as far as they fit.
fn facts(row: &Ranked, width: u16) -> String {
    let Some(rating) = row.rating else {
        return "not rated".to_owned();
    };
    let value = about(&rating);
    let band = rating.band().map_or("", Band::word);
    let both = format!("{value} {band} {}", rating.source.word());
    if cells(&both) <= width {
        return both;
    }
    // Whose figures they are is said wherever there is a figure.
    let left = width.saturating_sub(cells(&value) + 1);
    format!("{value} {}", source(rating.source, left))
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
    canvas.text_right(lane.head, &says, Role::Key);
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
