//! A survey before it is imported: what becomes of it, its columns, rows and ranking.

use crate::app::geometry::Area;
use crate::app::overlay::import::{Around, Import, LEAVE, Layout, Line, Tone, figures, spread};
use crate::app::wrap::fit_end;
use crate::app::{Model, overlay::import::Shown};
use crate::insight::opportunity::Ranked;
use crate::view::paint::Canvas;
use crate::view::theme::Role;
use crate::view::{about, figure};

/// Draws it over an area.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model, import: &Import, area: Area) {
    let layout = import.layout(Around::of(model, area));
    canvas.frame(layout.frame, &import.title());
    for (row, tone, text) in &layout.told {
        canvas.text(*row, text, role_of(*tone));
    }
    for (area, face, name) in &layout.faces {
        let role = if *face == import.face() {
            Role::Lit
        } else {
            Role::Text
        };
        canvas.text(*area, name, role);
    }
    for (row, line) in &layout.lines {
        draw_line(canvas, model, import, (*row, line));
    }
    for (row, text) in &layout.detail {
        canvas.text(*row, text, Role::Quiet);
    }
    if let (None, Some((row, _))) = (import.selected(), layout.lines.first()) {
        canvas.put_cursor(row.x, row.y);
    }
    draw_buttons(canvas, import, &layout);
}

fn draw_line(canvas: &mut Canvas<'_>, model: &Model, import: &Import, (row, line): (Area, &Line)) {
    match line {
        Line::Heading(text) => _ = canvas.text(row, text, Role::Quiet),
        Line::Columns => {
            let words = ["Column", "For example", "Is taken for"];
            for (area, word) in spread(row).into_iter().zip(words) {
                canvas.text(area, word, Role::Quiet);
            }
        }
        Line::Column(column) => {
            let is_selected = import.selected() == Some(column.number);
            if is_selected {
                canvas.text(row, "▌", Role::Focus);
                canvas.put_cursor(row.x, row.y);
            }
            draw_column(canvas, column, row, is_selected);
        }
        Line::Text(tone, text) => _ = canvas.text(row, text, role_of(*tone)),
        Line::Figures => {
            let words = ["Job", "importance", "satisfied", "score", "band"];
            draw_figures(canvas, row, words, Role::Quiet);
        }
        Line::Job(job) => draw_job(canvas, model, job, row),
        Line::Blank => {}
    }
}

fn draw_column(canvas: &mut Canvas<'_>, column: &Shown, row: Area, is_selected: bool) {
    let [head, examples, role] = spread(row);
    let (weight, quiet) = if is_selected {
        (Role::Strong, Role::Strong)
    } else {
        (Role::Text, Role::Quiet)
    };
    // What tells one question from the next mostly stands at its end.
    let text = fit_end(&column.head, head.width.into());
    canvas.text(head, &text, weight);
    canvas.text(examples, &column.examples, quiet);
    let weight = if column.is_doubtful {
        Role::Fair
    } else {
        weight
    };
    canvas.text(role, &column.role, weight);
}

fn draw_job(canvas: &mut Canvas<'_>, model: &Model, job: &Ranked, row: Area) {
    let Some(rating) = &job.rating else { return };
    let name = model.workspace().name_of(&job.job).unwrap_or_default();
    let share = |value, n| format!("{} ({n})", figure(value));
    let importance = share(rating.importance, rating.n_importance);
    let satisfaction = share(rating.satisfaction, rating.n_satisfaction);
    let band = rating
        .band()
        .map_or_else(String::new, |band| band.to_string());
    let words = [name, &importance, &satisfaction, &about(rating), &band];
    draw_figures(canvas, row, words, Role::Text);
}

fn draw_figures(canvas: &mut Canvas<'_>, row: Area, words: [&str; 5], role: Role) {
    let [name, importance, satisfaction, score, band] = figures(row);
    canvas.text(name, words[0], role);
    for (area, text) in [
        (importance, words[1]),
        (satisfaction, words[2]),
        (score, words[3]),
    ] {
        canvas.text_right(area, text, role);
    }
    canvas.text(band, words[4], role);
}

fn draw_buttons(canvas: &mut Canvas<'_>, import: &Import, layout: &Layout) {
    let role = match (import.is_at_button(), import.can_import()) {
        (true, _) => Role::Lit,
        (false, true) => Role::Text,
        (false, false) => Role::Quiet,
    };
    canvas.text(layout.import, &import.button(), role);
    canvas.text(layout.leave, LEAVE, Role::Text);
    if import.is_at_button() {
        canvas.put_cursor(layout.import.x, layout.import.y);
    }
    if layout.count > layout.lines.len() {
        let last = layout.first + layout.lines.len();
        let shown = format!("{}–{last} of {}", layout.first + 1, layout.count);
        canvas.text_right(layout.aside, &shown, Role::Quiet);
    }
}

fn role_of(tone: Tone) -> Role {
    match tone {
        Tone::Strong => Role::Strong,
        Tone::Plain => Role::Text,
        Tone::Fair => Role::Fair,
        Tone::Bad => Role::Bad,
    }
}
