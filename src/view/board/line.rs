//! The line above the footer: what is marked, what narrows the board, or else what the customer
//! thinks at the focused stage.

use super::{Canvas, Pen, put};
use crate::app::board::Action;
use crate::app::board::layout::Layout;
use crate::app::command;
use crate::app::geometry::Area;
use crate::app::global;
use crate::view::theme::Role;

/// Draws it.
pub(super) fn draw(canvas: &mut Canvas<'_>, pen: &mut Pen<'_>, layout: &Layout) {
    if !layout.search.is_empty() {
        canvas.clear(layout.search);
        canvas.text(layout.search.right_of(1), "Search", Role::Strong);
        return;
    }
    let line = layout.line.inset(1, 0);
    let board = &pen.model.ui.board;
    let line = if board.marks().is_empty() {
        line
    } else {
        marks(canvas, pen, line)
    };
    if !board.filter().is_empty() {
        filter(canvas, pen, line, layout);
    } else if board.marks().is_empty() {
        mindset(canvas, pen, line);
    }
}

fn marks(canvas: &mut Canvas<'_>, pen: &mut Pen<'_>, line: Area) -> Area {
    let count = pen.model.ui.board.marks().len();
    let line = put(
        canvas,
        line,
        pen.write(format_args!("✓ {count} marked  ")),
        Role::Strong,
    );
    let hints = [
        (command::Action::Board(Action::MoveTo), "move"),
        (command::Action::Board(Action::Tags), "tag"),
        (command::Action::Board(Action::Archive), "archive"),
        (command::Action::Global(global::Action::Back), "unmark"),
    ];
    hints.into_iter().fold(line, |line, (action, words)| {
        let line = put(canvas, line, &pen.model.key(action), Role::Key);
        put(
            canvas,
            line,
            pen.write(format_args!(" {words}   ")),
            Role::Text,
        )
    })
}

fn filter(canvas: &mut Canvas<'_>, pen: &mut Pen<'_>, line: Area, layout: &Layout) {
    let filter = pen.model.ui.board.filter();
    let line = put(canvas, line, "Only ", Role::Strong);
    let words = filter.described(pen.model.workspace());
    let line = put(canvas, line, &words, Role::Strong);
    let (shown, count) = layout.in_all;
    let says = pen.write(format_args!(": {shown} of {count} cards   "));
    let line = put(canvas, line, says, Role::Text);
    let key = pen.model.key(command::Action::Global(global::Action::Back));
    let line = put(canvas, line, &key, Role::Key);
    put(canvas, line, " shows all", Role::Text);
}

fn mindset(canvas: &mut Canvas<'_>, pen: &mut Pen<'_>, line: Area) {
    let stages = pen.model.workspace().stages();
    let Some(stage) = stages.get(pen.model.ui.board.focused()) else {
        return;
    };
    let line = put(canvas, line, &stage.name, Role::Strong);
    let line = match &stage.mindset {
        Some(mindset) => put(
            canvas,
            line,
            pen.write(format_args!("  “{mindset}”")),
            Role::Text,
        ),
        None => line,
    };
    if let Some(enters) = &stage.enters {
        put(
            canvas,
            line,
            pen.write(format_args!("   enters: {enters}")),
            Role::Quiet,
        );
    }
}
