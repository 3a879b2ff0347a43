//! Draws what everybody answered about a job.

use super::{draw_head, draw_title};
use crate::app::workshop::layout::revealed::{Bar, Revealed, Side};
use crate::app::workshop::run::Run;
use crate::app::workshop::words;
use crate::app::{Model, Screen};
use crate::view::figures::provenance;
use crate::view::paint::Canvas;
use crate::view::theme::Role;
use crate::view::{about, figure};

pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model, run: &Run, revealed: &Revealed) {
    draw_head(canvas, &revealed.head);
    draw_title(canvas, &revealed.title);
    for side in &revealed.sides {
        draw_side(canvas, side);
    }
    canvas.put_cursor(revealed.result.x, revealed.result.y);
    if revealed.not_kept {
        let words = "Undone: these answers are not in the study; redo puts them back";
        canvas.text(revealed.result, words, Role::Bad);
        return;
    }
    draw_result(canvas, model, run, revealed);
}

fn draw_side(canvas: &mut Canvas<'_>, side: &Side) {
    canvas.text(side.name, words::title(side.measure), Role::Strong);
    for bar in &side.bars {
        draw_bar(canvas, bar);
    }
    let last = side.figures.len().saturating_sub(1);
    for (place, (area, words)) in side.figures.iter().enumerate() {
        let is_apart = side.has_apart && place == last;
        let role = if is_apart { Role::Strong } else { Role::Text };
        canvas.text(*area, words, role);
    }
}

fn draw_bar(canvas: &mut Canvas<'_>, bar: &Bar) {
    canvas.text(bar.label.0, &bar.label.1, Role::Text);
    if bar.bar.is_empty() {
        canvas.text(bar.who.0, "·", Role::Quiet);
        return;
    }
    // A slit parts a thin bar from the next, half a row a thick one.
    let sign = if bar.bar.height > 1 { '█' } else { '▇' };
    canvas.fill(bar.bar.row(0), sign, Role::Focus);
    canvas.fill(bar.bar.row(1), '▀', Role::Focus);
    canvas.text(bar.who.0, &bar.who.1, Role::Text);
}

/// The score that the answers make, and what customers say.
fn draw_result(canvas: &mut Canvas<'_>, model: &Model, run: &Run, revealed: &Revealed) {
    let cx = model.cx(Screen::Workshop);
    let Some(job) = run.job(cx) else { return };
    let Some(rating) = run.rating(&job.id) else {
        let words = "No score: it takes answers to both questions";
        canvas.text(revealed.result, words, Role::Text);
        return;
    };
    let band = rating
        .band()
        .map_or(String::new(), |band| format!(" {band}"));
    let score = format!("Score {}{band}", about(&rating));
    let behind = canvas.text(revealed.result, &score, Role::Strong);
    let area = revealed.result.right_of(behind - revealed.result.x);
    let study = cx.workspace.studies().get(run.study());
    let counted = study.map_or(String::new(), |study| {
        format!(" · counting {} and up", study.top_from())
    });
    let measures = format!(
        "  importance {} · satisfaction {}{counted}",
        figure(rating.importance),
        figure(rating.satisfaction)
    );
    canvas.text(area, &measures, Role::Text);
    let customers = words::by_customers(&job.id, cx).map_or(String::new(), |by| {
        format!(" · the score by customers is {}", about(&by))
    });
    let rests_on = format!("{}{customers}", provenance(&rating));
    canvas.text(revealed.result.row(1), &rests_on, Role::Text);
}
