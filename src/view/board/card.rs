//! One card: its statement, a quiet line of facts, and at its left edge whether it is selected or
//! marked. Both show without colour.

use super::{Canvas, Pen};
use crate::app::board::facts::Facts;
use crate::app::board::layout::Card;
use crate::app::geometry::Area;
use crate::app::wrap::width;
use crate::insight::opportunity::{Provenance, Rating};
use crate::view::directional;
use crate::view::figures::{sign, touch};
use crate::view::paint::Focus;
use crate::view::theme::Role;

/// Draws a card.
pub(super) fn draw(canvas: &mut Canvas<'_>, pen: &mut Pen<'_>, card: &Card) {
    let board = &pen.model.ui.board;
    let is_selected = board.selected() == Some(&card.id);
    let text = card.area.right_of(1);
    let text = text.columns(0, text.width.saturating_sub(1));
    let statement = if is_selected {
        Role::Strong
    } else {
        Role::Text
    };
    for (row, line) in (0..).zip(&card.lines) {
        canvas.text(text.row(row), line, statement);
    }
    let rows = u16::try_from(card.lines.len()).unwrap_or(u16::MAX);
    facts(canvas, pen, &card.facts, text.row(rows));
    let edge = card.area.columns(0, 1);
    if is_selected {
        let role = match pen.focus {
            Focus::Here => Role::Focus,
            Focus::Elsewhere => Role::Selected,
        };
        canvas.fill(edge, '▌', role);
        if pen.focus == Focus::Here {
            canvas.put_cursor(text.x, text.y);
        }
    }
    if pen.model.ui.board.marks().contains(&card.id) {
        canvas.fill(edge.row(0), '✓', Role::Focus);
    }
}

/// What hangs on a card, in figures: initiatives, KPIs by status, the best job's score.
pub(super) fn facts(canvas: &mut Canvas<'_>, pen: &mut Pen<'_>, facts: &Facts, area: Area) {
    let cells = usize::from(area.width);
    let mut room = cells;
    if let Some(best) = &facts.best {
        let score = score(pen, best, cells);
        canvas.text_right(area, score, Role::Text);
        room = cells.saturating_sub(width(score) + 1);
    }
    let mut rest = area.columns(0, u16::try_from(room).unwrap_or(area.width));
    if facts.proactive + facts.reactive == 0 {
        canvas.text(rest, without_initiatives(room), Role::Quiet);
        return;
    }
    for (kind, count) in facts.touches() {
        rest = figure(canvas, pen, rest, (touch(kind), count, Role::Quiet));
    }
    rest = rest.right_of(1);
    for (status, count) in facts.statuses() {
        let (sign, role) = sign(status);
        rest = figure(canvas, pen, rest, (sign, count, role));
    }
}

/// A score, with who gave it if no customer did: in a word, or on narrow cards by its first letter.
fn score<'a>(pen: &'a mut Pen<'_>, best: &Rating, cells: usize) -> &'a str {
    let whose = match (best.source, cells >= ROOM_FOR_WORDS) {
        (Provenance::Customers, _) => "",
        (Provenance::Team, true) => "team ",
        (Provenance::Team, false) => "t",
        (Provenance::Estimate, true) => "est. ",
        (Provenance::Estimate, false) => "e",
    };
    pen.write(format_args!(
        "{whose}{}{:.1}",
        directional(best),
        best.score()
    ))
}

/// From how many cells on a card says in a word who gave its score.
const ROOM_FOR_WORDS: usize = 24;

/// No initiative, in the fewest cells.
const FEW_INITIATIVES: &str = "▲0 ▼0";

fn without_initiatives(room: usize) -> &'static str {
    const WORDS: &str = "no initiative";
    if WORDS.len() <= room {
        WORDS
    } else {
        FEW_INITIATIVES
    }
}

/// Draws a figure where there is room for the whole of it, and gives what is left.
fn figure(
    canvas: &mut Canvas<'_>,
    pen: &mut Pen<'_>,
    room: Area,
    (sign, count, role): (&str, usize, Role),
) -> Area {
    let text = pen.write(format_args!("{sign}{count}"));
    if width(text) > room.width.into() {
        return Area { width: 0, ..room };
    }
    let behind = canvas.text(room, text, role);
    room.right_of((behind + 1).saturating_sub(room.x))
}
