//! The card: the statement at the top, everything that hangs on it below, and beside that what is
//! selected in detail.

mod chart;
mod job;
mod kpi;
mod rows;

use super::paint::{Canvas, Focus};
use super::theme::Role;
use crate::app::card::layout::{Layout, Pane, layout};
use crate::app::card::rows::MARGIN;
use crate::app::card::spot::{Spot, Thing};
use crate::app::command::Action;
use crate::app::geometry::Area;
use crate::app::lists::Go;
use crate::app::overlay::Overlay;
use crate::app::overlay::form::Place;
use crate::app::wrap::cells;
use crate::app::{Model, Screen};
use rows::Pen;

/// The mark at the left edge of what is selected.
const BAR: char = '▌';

/// How many cells at least part what stands at the two ends of a row.
const PARTED: u16 = 2;

/// Draws it.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model, _area: Area, _focus: Focus) {
    let Some(layout) = layout(&model.ui.card, model.cx(Screen::Card)) else {
        return;
    };
    head(canvas, model, &layout);
    let pen = Pen {
        model,
        outcome: layout.outcome,
    };
    pane(canvas, pen, &layout.list);
    if let Some(detail) = &layout.detail {
        pane(canvas, pen, detail);
    }
    way_in(canvas, model, &layout);
    if let Some((x, y)) = layout.cursor(model.ui.card.selected()) {
        canvas.put_cursor(x, y);
    }
}

/// Where the card stands, and its statement.
fn head(canvas: &mut Canvas<'_>, model: &Model, layout: &Layout<'_>) {
    place(canvas, model, layout);
    let is_selected = *model.ui.card.selected() == Spot::Thing(Thing::Outcome);
    if is_selected {
        canvas.fill(layout.statement.columns(0, 1), BAR, Role::Focus);
    }
    for (row, line) in (0..).zip(&layout.lines) {
        let area = layout.statement.right_of(MARGIN).row(row);
        canvas.text(area, line, Role::Strong);
    }
    canvas.fill(layout.rule, '─', Role::Border);
}

/// The stage, its team, and the place among its cards.
fn place(canvas: &mut Canvas<'_>, model: &Model, layout: &Layout<'_>) {
    let outcome = layout.outcome;
    let row = layout.place.right_of(MARGIN);
    let stage = model.workspace().stage(&outcome.stage);
    let (name, team) = stage.map_or(("", None), |(_, stage)| {
        (stage.name.as_str(), stage.team.as_deref())
    });
    let cards = model.derived.cards(&outcome.stage);
    let place = cards.iter().position(|card| *card == outcome.id);
    let (standing, role) = match (outcome.archived, place) {
        (Some(date), _) => (format!("archived {}", date.in_words()), Role::Fair),
        (None, Some(place)) => (
            format!("card {} of {}", place + 1, cards.len()),
            Role::Quiet,
        ),
        (None, None) => (String::new(), Role::Quiet),
    };
    canvas.text_right(row, &standing, role);
    let room = row.columns(0, row.width.saturating_sub(cells(&standing) + PARTED));
    let behind = canvas.text(room, name, Role::Strong);
    if let Some(team) = team {
        let rest = room.right_of(behind - room.x);
        canvas.text(rest, &format!(" · {team}"), Role::Text);
    }
}

/// The key that leads into the details of what is selected, or out of them.
fn way_in(canvas: &mut Canvas<'_>, model: &Model, layout: &Layout<'_>) {
    let selected = model.ui.card.selected();
    let (go, words) = match selected {
        spot if spot.opened().is_some() => (Go::Left, "back to the list"),
        Spot::Thing(Thing::Job(_) | Thing::Initiative(_) | Thing::Kpi(_)) => {
            (Go::Right, "its details")
        }
        Spot::Thing(_) | Spot::Field(..) | Spot::Score(_) | Spot::Empty(_) => return,
    };
    let row = layout.detail.as_ref().unwrap_or(&layout.list).more;
    let key = model.key(Action::Go(go));
    let room = row.columns(0, row.width.saturating_sub(cells(words) + 1));
    canvas.text_right(row, words, Role::Quiet);
    canvas.text_right(room, &key, Role::Key);
}

/// Whether a form in the selected row has the keys, and the mark with them.
fn is_edited(model: &Model) -> bool {
    let Some(Overlay::Form(form)) = model.overlays.last() else {
        return false;
    };
    matches!(form.place(), Place::Inline(_))
}

/// The rows of a pane, and how many more there are.
fn pane(canvas: &mut Canvas<'_>, pen: Pen<'_>, pane: &Pane<'_>) {
    let selected = pen.model.ui.card.selected();
    let opened = selected.opened().map(Spot::Thing);
    for (area, place) in &pane.placed {
        let row = &pane.rows[*place];
        let is_selected = row.spot.as_ref() == Some(selected);
        let bar = area.columns(row.indent, 1);
        if is_selected && !is_edited(pen.model) {
            canvas.fill(bar, BAR, Role::Focus);
        } else if row.spot.is_some() && row.spot == opened {
            canvas.fill(bar, BAR, Role::Quiet);
        }
        pen.row(canvas, area.right_of(row.indent + MARGIN), row, is_selected);
    }
    let more = match (pane.above(), pane.below()) {
        (0, 0) => return,
        (0, below) => format!("↓ {below} more"),
        (above, 0) => format!("↑ {above} more"),
        (above, below) => format!("↑ {above} more · ↓ {below} more"),
    };
    canvas.text(pane.more.right_of(MARGIN), &more, Role::Quiet);
}
