//! The roadmap: the caption, the jobs as table, landscape or lanes, and the story of the selected
//! one below.

mod lanes;
mod segments;
mod story;
mod table;

use super::landscape;
use super::paint::{Canvas, Focus};
use super::theme::Role;
use crate::app::command;
use crate::app::geometry::Area;
use crate::app::roadmap::Action;
use crate::app::roadmap::caption::{self, BETWEEN};
use crate::app::roadmap::layout::{Body, layout};
use crate::app::wrap::wrap;
use crate::app::{Model, Screen};
use crate::domain::choice::Choice;
use crate::insight::opportunity::Provenance;

/// Draws it.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model, area: Area, focus: Focus) {
    let ui = &model.ui.roadmap;
    let layout = layout(ui, area);
    draw_caption(canvas, model, layout.caption);
    match &layout.body {
        Body::Empty(area) => draw_empty(canvas, model, *area, focus),
        Body::Ranked(in_table, in_plot) => {
            if let Some(plot) = in_plot {
                landscape::draw(canvas, model, plot, focus);
            }
            if let Some(rows) = in_table {
                table::draw(canvas, model, rows, focus);
            }
        }
        Body::Lanes(in_lanes) => lanes::draw(canvas, model, in_lanes, focus),
        Body::Segments(beside) => segments::draw(canvas, model, beside, focus),
    }
    story::draw(canvas, model, layout.story);
}

fn draw_caption(canvas: &mut Canvas<'_>, model: &Model, row: Area) {
    let parts = caption::parts(&model.ui.roadmap, model.cx(Screen::Roadmap), row);
    for (place, part) in parts.iter().enumerate() {
        if place > 0 {
            let before = part.area.x.saturating_sub(row.x + 3);
            canvas.text(row.right_of(before), BETWEEN, Role::Quiet);
        }
        let is_supposed = model.ui.roadmap.what_if().is_some();
        let role = match place {
            0 if is_supposed => Role::Lit,
            0 => Role::Strong,
            _ => Role::Text,
        };
        canvas.text(part.area, &part.text, role);
    }
}

/// What the roadmap needs before it can show anything: what to do, with its keys before it.
const EMPTY: &[(&[Action], &str)] = &[
    (&[], "There is no job here yet."),
    (
        &[],
        "A job is what customers must get done to reach an outcome, told as a story: \
         when …, I want to …, so I can …. Jobs are ranked by how important they are and how \
         satisfied customers are with how they get them done today.",
    ),
    (&[Action::Add], "adds the first job"),
    (
        &[Action::Rate],
        "then enters what you estimate: importance and satisfaction, 0 to 10 each",
    ),
    (
        &[Action::Now, Action::Next, Action::Later, Action::Never],
        "then say what is served now, next, later or never",
    ),
];

fn draw_empty(canvas: &mut Canvas<'_>, model: &Model, area: Area, focus: Focus) {
    let area = area.inset(2, 1).columns(0, 72);
    if focus == Focus::Here {
        canvas.put_cursor(area.x, area.y);
    }
    let mut row = 0;
    let can = |action: &Action| model.allows(command::Action::Roadmap(*action));
    for (actions, words) in EMPTY.iter().filter(|(actions, _)| actions.iter().all(can)) {
        let keys = actions
            .iter()
            .map(|action| model.key(command::Action::Roadmap(*action)));
        let keys = keys.collect::<Vec<_>>().join(" ");
        let indent = if actions.is_empty() { 0 } else { 9 };
        canvas.text(area.row(row).columns(0, indent), &keys, Role::Key);
        let text = area.right_of(indent);
        for line in wrap(words, text.width.into(), 6) {
            canvas.text(text.row(row), &line, Role::Text);
            row += 1;
        }
        row += u16::from(actions.is_empty());
    }
}

/// Whose figures they are, in a word that fits.
fn source(source: Provenance, width: u16) -> &'static str {
    match source {
        Provenance::Customers if width < 9 => "cust",
        Provenance::Estimate if width < 8 => "est.",
        Provenance::Customers | Provenance::Team | Provenance::Estimate => source.word(),
    }
}
