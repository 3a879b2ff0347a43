//! The card: the statement at the top, everything that hangs on it below, and beside that what is
//! selected in detail.

mod chart;
mod job;
mod kpi;
mod rows;

use super::listing::{self, BAR};
use super::paint::{Canvas, Focus};
use super::theme::Role;
use crate::app::card::layout::{Layout, layout};
use crate::app::card::rows::Row;
use crate::app::card::rows::wording;
use crate::app::card::spot::{Spot, Thing};
use crate::app::geometry::Area;
use crate::app::listing::MARGIN;
use crate::app::wrap::cells;
use crate::app::{Model, Screen};
use crate::domain::wording::counted;
use rows::Pen;

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
    let row = |canvas: &mut Canvas<'_>, area, row: &Row<'_>, is_selected| {
        pen.row(canvas, area, row, is_selected);
    };
    listing::draw(
        canvas,
        model,
        (&layout.sides, model.ui.card.selected()),
        row,
    );
    way_in(canvas, model, &layout);
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
            format!(
                "{}card {} of {}",
                hints(model, layout),
                place + 1,
                cards.len()
            ),
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

/// That there is something to think about in the wording; whoever edits the statement reads what.
fn hints(model: &Model, layout: &Layout<'_>) -> String {
    match wording(model.cx(Screen::Card), layout.outcome).len() {
        0 => String::new(),
        count => format!("› {} on the wording · ", counted(count, "hint")),
    }
}

/// The key that leads into the details of what is selected, or out of them.
fn way_in(canvas: &mut Canvas<'_>, model: &Model, layout: &Layout<'_>) {
    let has_details = match model.ui.card.selected() {
        Spot::Thing(Thing::Job(_) | Thing::Initiative(_) | Thing::Kpi(_)) => true,
        Spot::Thing(_) | Spot::Field(..) | Spot::Need(_) | Spot::Score(_) | Spot::Empty(_) => false,
    };
    let selected = model.ui.card.selected();
    listing::way_in(canvas, model, &layout.sides, (selected, has_details));
}
