//! The board: heads, cards, what hints at hidden stages, and what holds on the board as a whole.

mod card;
mod detail;
mod line;

#[cfg(test)]
mod tests;

use std::fmt::Write as _;

use super::paint::{Canvas, Focus};
use super::theme::Role;
use crate::app::Model;
use crate::app::board::Action;
use crate::app::board::layout::{Column, Layout, Strip};
use crate::app::command;
use crate::app::geometry::Area;
use crate::app::wrap::{cells, fit, width, wrap};
use crate::domain::Stage;

/// What is drawn from, and a text that is written anew for each figure, so that a frame does not
/// make one for each.
struct Pen<'a> {
    model: &'a Model,
    focus: Focus,
    text: String,
}

/// Draws it.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model, area: Area, focus: Focus) {
    let layout = model.ui.board.layout();
    let mut pen = Pen {
        model,
        focus,
        text: String::new(),
    };
    if layout.columns.is_empty() {
        without_stages(canvas, model, area);
        return;
    }
    for column in &layout.columns {
        let stage = &model.workspace().stages()[column.place];
        head(canvas, &mut pen, column, stage);
        cards(canvas, &mut pen, column);
    }
    for (strip, side) in layout.strips.iter().zip([Side::Left, Side::Right]) {
        if let Some(strip) = strip {
            hidden(canvas, &mut pen, strip, side);
        }
    }
    line::draw(canvas, &mut pen, layout);
    if !layout.detail.is_empty() {
        detail::draw(canvas, &mut pen, layout.detail);
    }
    dragged(canvas, model, layout);
}

/// A side of the board.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

fn without_stages(canvas: &mut Canvas<'_>, model: &Model, area: Area) {
    let key = model.key(command::Action::Board(Action::AddStage));
    let middle = area.centred(56, 4);
    canvas.text(middle.row(0), "There is no stage yet", Role::Strong);
    let adds = if model.allows(command::Action::Board(Action::AddStage)) {
        format!(" To add one, press {}.", key.replace(' ', " and then "))
    } else {
        String::new()
    };
    let says =
        format!("A stage is a step of your customers' way, such as Awareness or Usage.{adds}");
    let lines = wrap(&says, middle.width.into(), 3);
    for (row, line) in (1..).zip(&lines) {
        canvas.text(middle.row(row), line, Role::Text);
    }
    canvas.put_cursor(middle.x, middle.y);
}

impl Pen<'_> {
    /// Whether a column has the keys.
    fn is_focused(&self, column: &Column) -> bool {
        column.place == self.model.ui.board.focused() && self.focus == Focus::Here
    }

    /// Whether what is dragged would go to the stage at this place.
    fn is_target(&self, stage: usize) -> bool {
        let drag = self.model.ui.board.drag();
        let target = drag.and_then(|drag| drag.target.as_ref());
        target.is_some_and(|target| target.stage == stage)
    }

    /// Writes something; it stands until the next is written.
    fn write(&mut self, what: std::fmt::Arguments<'_>) -> &str {
        self.text.clear();
        // Writing into a text can't fail.
        let _ = self.text.write_fmt(what);
        &self.text
    }
}

fn head(canvas: &mut Canvas<'_>, pen: &mut Pen<'_>, column: &Column, stage: &Stage) {
    let is_focused = pen.is_focused(column);
    let name = if pen.is_target(column.place) {
        Role::Lit
    } else {
        Role::Strong
    };
    let count = if pen.model.ui.board.filter().is_empty() {
        pen.write(format_args!(" {}", column.count))
    } else {
        pen.write(format_args!(" {} of {}", column.shown, column.count))
    };
    let room = usize::from(column.name.width).saturating_sub(count.len());
    let rest = put(canvas, column.name, &fit(&stage.name, room), name);
    let rest = put(canvas, rest, count, Role::Quiet);
    let rest = findings(canvas, pen, rest, stage);
    let team = stage.team.as_deref().unwrap_or("no team yet");
    if !column.team.is_empty() {
        canvas.text(column.team, team, Role::Quiet);
    } else if width(team) + 2 <= rest.width.into() {
        canvas.text_right(rest, team, Role::Quiet);
    }
    if is_focused || pen.is_target(column.place) {
        canvas.fill(column.rule, '━', Role::Focus);
    } else {
        canvas.fill(column.rule, '─', Role::Border);
    }
    if is_focused {
        canvas.put_cursor(column.name.x, column.name.y);
    }
}

/// How many findings there are in a stage, at the end of its head; gives what is left of the line.
fn findings(canvas: &mut Canvas<'_>, pen: &mut Pen<'_>, line: Area, stage: &Stage) -> Area {
    let (health, workspace) = (pen.model.derived.health(), pen.model.workspace());
    let count = health.count_in(&stage.id, workspace);
    if count == 0 || health.is_behind() {
        return line;
    }
    let count = pen.write(format_args!(" ◆{count}"));
    let cells = cells(count);
    if cells + 1 > line.width {
        return line;
    }
    canvas.text_right(line, count, Role::Quiet);
    line.columns(0, line.width - cells)
}

/// Puts a text at the start of a line and gives what is left of it.
fn put(canvas: &mut Canvas<'_>, line: Area, text: &str, role: Role) -> Area {
    let behind = canvas.text(line, text, role);
    line.right_of(behind.saturating_sub(line.x))
}

fn cards(canvas: &mut Canvas<'_>, pen: &mut Pen<'_>, column: &Column) {
    let list = column.list.right_of(1);
    let [above, below] = column.hidden;
    if above > 0 {
        let says = pen.write(format_args!("↑ {above} more"));
        canvas.text(list.row(0), says, Role::Quiet);
    }
    if below > 0 {
        let says = pen.write(format_args!("↓ {below} more"));
        let bottom = list.below(list.height.saturating_sub(1));
        canvas.text(bottom, says, Role::Quiet);
    }
    for shown in &column.cards {
        card::draw(canvas, pen, shown);
    }
    if column.cards.is_empty() {
        empty(canvas, pen, column);
    }
}

/// An empty column says which key fills it.
fn empty(canvas: &mut Canvas<'_>, pen: &mut Pen<'_>, column: &Column) {
    let text = Area {
        width: column.name.width,
        ..column.list.right_of(1)
    };
    if pen.model.ui.board.layout().typing.contains(text.x, text.y) {
        return;
    }
    let says = match (pen.is_focused(column), column.count) {
        (true, 0) if pen.model.allows(command::Action::Board(Action::Add)) => {
            let key = pen.model.key(command::Action::Board(Action::Add));
            format!("What do customers want to achieve here? {key} adds a card")
        }
        (true, _) => "No card passes the filter".to_owned(),
        (_, 0) => "No card yet".to_owned(),
        // The head says that none of its cards is shown.
        (false, _) => return,
    };
    for (row, line) in (0..).zip(wrap(&says, text.width.into(), text.height.into())) {
        canvas.text(text.row(row), &line, Role::Quiet);
    }
}

/// The stages that are hidden at a side: how many, and their names where there is room.
fn hidden(canvas: &mut Canvas<'_>, pen: &mut Pen<'_>, strip: &Strip, side: Side) {
    let count = strip.to - strip.from;
    let stages = &pen.model.workspace().stages()[strip.from..strip.to];
    let nearest = match side {
        Side::Left => stages.last(),
        Side::Right => stages.first(),
    };
    // Without room for the names, the nearest one is named in place of the number.
    let name = nearest.filter(|_| strip.names.is_empty());
    let says = match (name, side) {
        (Some(stage), Side::Left) => pen.write(format_args!("‹ {} ", stage.name)),
        (Some(stage), Side::Right) => pen.write(format_args!(" {} ›", stage.name)),
        (None, Side::Left) => pen.write(format_args!("‹ {count} more")),
        (None, Side::Right) => pen.write(format_args!("{count} more ›")),
    };
    match side {
        Side::Left => {
            canvas.text(strip.count, says, Role::Text);
        }
        Side::Right => canvas.text_right(strip.count, says, Role::Text),
    }
    for (row, (place, stage)) in (0..strip.names.height).zip((strip.from..).zip(stages)) {
        let area = strip.names.row(row);
        let role = if pen.is_target(place) {
            Role::Lit
        } else {
            Role::Quiet
        };
        match side {
            Side::Left => {
                canvas.text(area, &stage.name, role);
            }
            Side::Right => canvas.text_right(area, &stage.name, role),
        }
    }
}

/// What is dragged: a line under the mouse, and a mark where it would go.
fn dragged(canvas: &mut Canvas<'_>, model: &Model, layout: &Layout) {
    let Some(drag) = model.ui.board.drag() else {
        return;
    };
    let column = drag.target.as_ref().and_then(|target| {
        let column = layout.column(target.stage)?;
        Some((column, target.place))
    });
    if let Some((column, place)) = column {
        let mark = insertion(column, place);
        canvas.fill(mark, '━', Role::Focus);
    }
    let Some(outcome) = model.workspace().outcomes().get(&drag.card) else {
        return;
    };
    let (x, y) = drag.at;
    let ghost = layout.area.below(y.saturating_sub(layout.area.y)).row(0);
    let ghost = ghost
        .right_of((x + 1).saturating_sub(ghost.x))
        .columns(0, 28);
    let text = format!(
        " {} ",
        fit(
            &outcome.statement,
            usize::from(ghost.width).saturating_sub(2)
        )
    );
    canvas.text(ghost, &text, Role::Lit);
}

/// The row between two cards, or behind the last, where a dragged one would go.
fn insertion(column: &Column, place: usize) -> Area {
    let list = Area {
        width: column.name.width,
        ..column.list.right_of(1)
    };
    let below = column.cards.iter().find(|card| card.place >= place);
    let y = match (below, column.cards.last()) {
        (Some(card), _) => card.area.y.saturating_sub(1).max(column.rule.y),
        (None, Some(above)) => above.area.bottom(),
        (None, None) => list.y,
    };
    Area {
        y: y.min(list.bottom().saturating_sub(1)),
        height: 1,
        ..list
    }
}
