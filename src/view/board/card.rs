//! One card: its statement, a quiet line of facts, and at its left edge whether it is selected or
//! marked. Both show without colour.

use super::{Canvas, Pen};
use crate::app::board::facts::Facts;
use crate::app::board::layout::Card;
use crate::app::geometry::Area;
use crate::insight::kpi_status::KpiStatus;
use crate::insight::opportunity::{Provenance, Rating};
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
    let mut room = area;
    if let Some(best) = &facts.best {
        let score = pen.write(format_args!("{}{:.1}", whose(best), best.score()));
        canvas.text_right(area, score, Role::Text);
        let taken = u16::try_from(score.len()).unwrap_or(u16::MAX);
        room = area.columns(0, area.width.saturating_sub(taken.saturating_add(1)));
    }
    if facts.proactive + facts.reactive == 0 {
        canvas.text(room, "no initiative", Role::Quiet);
        return;
    }
    let touches = [("▲", facts.proactive), ("▼", facts.reactive)];
    for (sign, count) in touches.into_iter().filter(|(_, count)| *count > 0) {
        room = figure(canvas, pen, room, (sign, count, Role::Quiet));
    }
    room = room.right_of(1);
    for (status, count) in facts.statuses() {
        room = figure(canvas, pen, room, (sign(status), count, role(status)));
    }
}

/// What tells a score that no customer gave: an estimate's `~`, a `t` for the team's.
fn whose(rating: &Rating) -> &'static str {
    match rating.source {
        Provenance::Customers => "",
        Provenance::Team => "t",
        Provenance::Estimate => "~",
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
    if crate::app::wrap::width(text) > room.width.into() {
        return Area { width: 0, ..room };
    }
    let behind = canvas.text(room, text, role);
    room.right_of((behind + 1).saturating_sub(room.x))
}

/// The shape that stands for a KPI's status.
pub(super) fn sign(status: KpiStatus) -> &'static str {
    match status {
        KpiStatus::Met => "●",
        KpiStatus::Near => "◐",
        KpiStatus::Off => "○",
        KpiStatus::Unread => "·",
        KpiStatus::NoTarget => "–",
    }
}

/// The role of a KPI's status.
pub(super) fn role(status: KpiStatus) -> Role {
    match status {
        KpiStatus::Met => Role::Good,
        KpiStatus::Near => Role::Fair,
        KpiStatus::Off => Role::Bad,
        KpiStatus::Unread | KpiStatus::NoTarget => Role::Quiet,
    }
}
