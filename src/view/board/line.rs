//! The line above the footer: what is marked, what narrows the board, or else what the customer
//! thinks at the focused stage.

use super::{Canvas, Pen, put};
use crate::app::board::Action;
use crate::app::board::layout::Layout;
use crate::app::command;
use crate::app::geometry::Area;
use crate::app::global;
use crate::app::wrap::width;
use crate::insight::opportunity::Rating;
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
        let line = mindset(canvas, pen, line);
        legend(canvas, layout, line);
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
        (command::Action::Global(global::Action::Back), "unmark"),
        (command::Action::Board(Action::MoveTo), "move"),
        (command::Action::Board(Action::Tags), "tag"),
        (command::Action::Board(Action::Archive), "archive"),
    ];
    // A filter has more to say on the same line.
    let is_alone = pen.model.ui.board.filter().is_empty();
    let hints = &hints[..if is_alone { hints.len() } else { 1 }];
    hints.iter().fold(line, |line, (action, words)| {
        let line = put(canvas, line, &pen.model.key(*action), Role::Key);
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

fn mindset(canvas: &mut Canvas<'_>, pen: &mut Pen<'_>, line: Area) -> Area {
    let stages = pen.model.workspace().stages();
    let Some(stage) = stages.get(pen.model.ui.board.focused()) else {
        return line;
    };
    let mut line = put(canvas, line, &stage.name, Role::Strong);
    if let Some(mindset) = &stage.mindset {
        let says = pen.write(format_args!("  “{mindset}”"));
        line = put(canvas, line, says, Role::Text);
    }
    if let Some(enters) = &stage.enters {
        let says = pen.write(format_args!("   enters: {enters}"));
        line = put(canvas, line, says, Role::Quiet);
    }
    line
}

/// What the signs on the cards mean, as much as there is room for; what makes a score uncertain
/// first.
fn legend(canvas: &mut Canvas<'_>, layout: &Layout, line: Area) {
    let cards = layout.columns.iter().flat_map(|column| &column.cards);
    let mut ratings = cards.filter_map(|card| card.facts.best.as_ref());
    let is_directional = ratings.any(Rating::is_directional);
    let legends = [FULL_LEGEND, SIGNS, DIRECTIONAL];
    let fitting = legends.into_iter().find(|legend| {
        let speaks = is_directional == legend.contains(DIRECTIONAL);
        speaks && width(legend) + 3 <= line.width.into()
    });
    if let Some(legend) = fitting {
        canvas.text_right(line, legend, Role::Quiet);
    }
}

const DIRECTIONAL: &str = "≈ under 30 answers";
const SIGNS: &str = "▲ proactive  ▼ reactive   KPIs: ● met  ◐ near  ○ off  · unread";
const FULL_LEGEND: &str =
    "▲ proactive  ▼ reactive   KPIs: ● met  ◐ near  ○ off  · unread   ≈ under 30 answers";
