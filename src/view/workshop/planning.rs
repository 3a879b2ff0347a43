//! Draws what is settled for the next workshop, over the jobs to choose from.

use crate::app::geometry::Area;
use crate::app::workshop::agenda::agenda;
use crate::app::workshop::layout::list::List;
use crate::app::workshop::words;
use crate::app::{Model, Screen};
use crate::insight::opportunity::{Provenance, Ranked, Rating};
use crate::view::figures::basis;
use crate::view::paint::Canvas;
use crate::view::theme::Role;

/// The cells in front of a job: its mark and its number.
const NUMBER: u16 = 7;

/// The cells behind a job that say who rated it. Not how: nobody is to be swayed.
const FIGURES: u16 = 18;

/// The cells that the name of a job has before it is said who rated it.
const NAME: u16 = 20;

pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model, list: &List) {
    let cx = model.cx(Screen::Workshop);
    let ui = &model.ui.workshop;
    let plan = ui.plan(cx);
    let jobs = agenda(&plan, ui.chosen(), cx);
    let title =
        "Rate jobs together: everybody answers in silence, then all answers are shown at once";
    let [above, first, second] = list.words();
    canvas.text(above, title, Role::Strong);
    let told = match &jobs {
        Ok(jobs) => words::plan(&plan, jobs.len()),
        Err(why) => [(*why).to_owned(), String::new()],
    };
    for (row, text) in [first, second].into_iter().zip(told) {
        canvas.text(row, &text, Role::Text);
    }
    draw_head(canvas, list);
    let jobs = jobs.unwrap_or_default();
    for (area, place, is_selected) in &list.rows {
        let Some(row) = cx.derived.ranking().rows().get(*place) else {
            continue;
        };
        if *is_selected {
            canvas.text(*area, "▌", Role::Focus);
            canvas.put_cursor(area.x, area.y);
        }
        let number = jobs.iter().position(|job| *job == row.job);
        draw_job(canvas, model, row, (*area, number, *is_selected));
    }
    if list.count == 0 {
        canvas.put_cursor(list.above.x, list.above.y);
    }
}

fn draw_head(canvas: &mut Canvas<'_>, list: &List) {
    if list.count == 0 {
        return;
    }
    canvas.text(list.head.right_of(NUMBER), "job", Role::Quiet);
    canvas.text(figures(list.head), "rated by", Role::Quiet);
    canvas.fill(list.rule, '─', Role::Border);
}

fn draw_job(
    canvas: &mut Canvas<'_>,
    model: &Model,
    row: &Ranked,
    (area, number, is_selected): (Area, Option<usize>, bool),
) {
    let role = match (is_selected, number) {
        (true, _) => Role::Strong,
        (false, Some(_)) => Role::Text,
        (false, None) => Role::Quiet,
    };
    if model.ui.workshop.chosen().marked.contains(&row.job) {
        canvas.text(area.right_of(1), "●", Role::Strong);
    }
    let number = number.map_or_else(String::new, |number| (number + 1).to_string());
    canvas.text_right(area.columns(2, NUMBER - 3), &number, role);
    let name = model.workspace().name_of(&row.job).unwrap_or_default();
    let figures = figures(area);
    let room = area.width.saturating_sub(NUMBER + figures.width + 1);
    canvas.text(area.columns(NUMBER, room), name, role);
    let by = row
        .rating
        .as_ref()
        .map_or_else(|| "nobody yet".to_owned(), rated_by);
    canvas.text(figures, &by, role);
}

/// The cells of the figures in a row; none where the name needs them.
fn figures(row: Area) -> Area {
    let width = if row.width < NUMBER + NAME + FIGURES {
        0
    } else {
        FIGURES
    };
    row.right_of(row.width.saturating_sub(width))
}

fn rated_by(rating: &Rating) -> String {
    match rating.source {
        Provenance::Customers => format!("customers {}", basis(rating)),
        Provenance::Team | Provenance::Estimate => basis(rating),
    }
}
