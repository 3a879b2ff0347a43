//! Draws the questions about a job, with a mark for each answer that is in, whatever it is.

use super::{draw_head, draw_timer, draw_title};
use crate::app::Model;
use crate::app::workshop::answers::{MEASURES, Measure, Sheet};
use crate::app::workshop::layout::asking::Asking;
use crate::app::workshop::layout::grid::Block;
use crate::app::workshop::run::{Run, Step};
use crate::app::workshop::words;
use crate::view::paint::Canvas;
use crate::view::theme::Role;

/// What stands for an answer, and for one that is missing.
const IN: &str = "•";
const MISSING: &str = "·";

pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model, run: &Run, asking: &Asking) {
    draw_head(canvas, &asking.head);
    draw_timer(canvas, model, run, &asking.head);
    draw_title(canvas, &asking.title);
    for (area, line) in &asking.story {
        canvas.text(*area, line, Role::Text);
    }
    for (area, line) in &asking.question {
        canvas.text(*area, line, Role::Strong);
    }
    if asking.next.is_some() {
        canvas.text(asking.ends.0, &asking.ends.1, Role::Text);
    }
    if let Step::Asking(sheet) = run.step() {
        for block in &asking.grid.blocks {
            draw_block(canvas, run, sheet, (asking, block));
        }
    }
    let role = if asking.next.is_some() {
        Role::Text
    } else {
        Role::Strong
    };
    canvas.text(asking.turn.0, &asking.turn.1, role);
    if asking.next.is_none() {
        canvas.put_cursor(asking.turn.0.x, asking.turn.0.y);
    }
}

fn draw_block(
    canvas: &mut Canvas<'_>,
    run: &Run,
    sheet: &Sheet,
    (asking, block): (&Asking, &Block),
) {
    let grid = &asking.grid;
    for (place, person) in block.people.clone().enumerate() {
        let is_next = asking.next.is_some_and(|(next, _)| next == person);
        let role = if is_next { Role::Strong } else { Role::Text };
        canvas.text(grid.cell(block.names, place), &run.names()[person], role);
    }
    for (row, measure) in block.answers.into_iter().zip(MEASURES) {
        let is_asked = asking.next.is_some_and(|(_, asked)| asked == measure);
        let role = if is_asked { Role::Strong } else { Role::Text };
        if is_asked {
            canvas.text(row, "▌", Role::Focus);
        }
        canvas.text(grid.label(row).right_of(1), words::measure(measure), role);
        for (place, person) in block.people.clone().enumerate() {
            let area = grid.cell(row, place);
            draw_answer(canvas, sheet, (person, measure), area);
            if asking.next == Some((person, measure)) {
                canvas.put_cursor(area.x, area.y);
            }
        }
    }
}

fn draw_answer(
    canvas: &mut Canvas<'_>,
    sheet: &Sheet,
    (person, measure): (usize, Measure),
    area: crate::app::geometry::Area,
) {
    let (sign, role) = if sheet.has(person, measure) {
        (IN, Role::Strong)
    } else {
        (MISSING, Role::Quiet)
    };
    canvas.text(area, sign, role);
}
