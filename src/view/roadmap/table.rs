//! The ranked table: a row for each job, numbers aligned at the decimal point.

use super::{cells, source};
use crate::app::geometry::Area;
use crate::app::roadmap::columns::{Column, Placed};
use crate::app::roadmap::fate;
use crate::app::roadmap::layout::Table;
use crate::app::{Model, Screen};
use crate::domain::choice::Choice;
use crate::domain::{Job, Outcome};
use crate::insight::opportunity::{Band, Lens, Ranked, Rating};
use crate::view::figure;
use crate::view::paint::{Canvas, Focus};
use crate::view::theme::Role;

/// What stands where there is nothing to say.
const NOTHING: &str = "–";

/// Draws the table.
pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model, table: &Table, focus: Focus) {
    let lens = model.ui.roadmap.scope().lens;
    for placed in &table.columns {
        let area = table.head.columns(placed.x, placed.width);
        draw_head(canvas, placed.column, area, lens);
    }
    canvas.fill(table.rule, '─', Role::Border);
    let ranked = model.ui.roadmap.shown().ranking().rows();
    for (area, place) in &table.rows {
        let row = Row::of(model, &ranked[*place]);
        let is_selected = *place == model.ui.roadmap.place();
        if is_selected {
            mark(canvas, *area, focus);
        }
        for placed in &table.columns {
            row.draw(canvas, *placed, *area, is_selected);
        }
    }
}

fn mark(canvas: &mut Canvas<'_>, area: Area, focus: Focus) {
    let role = match focus {
        Focus::Here => Role::Focus,
        Focus::Elsewhere => Role::Selected,
    };
    canvas.text(area, "▌", role);
    if focus == Focus::Here {
        canvas.put_cursor(area.x, area.y);
    }
}

fn draw_head(canvas: &mut Canvas<'_>, column: Column, area: Area, lens: Lens) {
    match column {
        Column::Rank => canvas.text_right(area.columns(0, area.width - 1), "#", Role::Quiet),
        Column::Importance => canvas.text_right(area, "imp", Role::Quiet),
        Column::Satisfaction => canvas.text_right(area, "sat", Role::Quiet),
        Column::Answers => canvas.text_right(area, "n", Role::Quiet),
        Column::Figure => {
            let digits = area.columns(0, area.width - 1);
            canvas.text_right(digits, figure_name(lens), Role::Quiet);
        }
        Column::Range => draw_range_head(canvas, area, lens),
        Column::Job => left(canvas, area, "job"),
        Column::Band => left(canvas, area, "band"),
        Column::Source if area.width < 6 => left(canvas, area, "by"),
        Column::Source => left(canvas, area, "rated by"),
        Column::Fate => left(canvas, area, "fate"),
        Column::Stage => left(canvas, area, "stage"),
        Column::Outcome => left(canvas, area, "outcome"),
    }
}

fn left(canvas: &mut Canvas<'_>, area: Area, text: &str) {
    canvas.text(area, text, Role::Quiet);
}

fn figure_name(lens: Lens) -> &'static str {
    match lens {
        Lens::Score => "score",
        Lens::AsPrinted => "I+gap",
        Lens::Gap => "gap",
        Lens::Value => "value",
        Lens::Mean => "mean",
    }
}

/// The ends of the range, and its middle.
fn draw_range_head(canvas: &mut Canvas<'_>, area: Area, lens: Lens) {
    let (low, high) = lens.range();
    canvas.fill(area.row(0), '─', Role::Border);
    let whole = |figure: f64| format!("{figure:.0}").replace('-', "−");
    let middle = whole(f64::midpoint(low, high));
    let half = (area.width - 1) / 2;
    canvas.text(area, &whole(low), Role::Quiet);
    canvas.text(area.columns(half, cells(&middle)), &middle, Role::Quiet);
    canvas.text_right(area, &whole(high), Role::Quiet);
}

/// A job in the order, with what the columns say of it.
struct Row<'a> {
    ranked: &'a Ranked,
    job: Option<&'a Job>,
    outcome: Option<&'a Outcome>,
    stage: &'a str,
}

impl<'a> Row<'a> {
    fn of(model: &'a Model, ranked: &'a Ranked) -> Self {
        let workspace = model.cx(Screen::Roadmap).workspace;
        let job = workspace.jobs().get(&ranked.job).map(AsRef::as_ref);
        let outcome = job.and_then(|job| workspace.outcomes().get(job.outcome.as_ref()?));
        let stage = outcome.and_then(|outcome| workspace.stage(&outcome.stage));
        Self {
            ranked,
            job,
            outcome: outcome.map(AsRef::as_ref),
            stage: stage.map_or(NOTHING, |(_, stage)| stage.name.as_str()),
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, placed: Placed, row: Area, is_selected: bool) {
        let area = row.columns(placed.x, placed.width);
        let role = if is_selected {
            Role::Strong
        } else {
            Role::Text
        };
        match placed.column {
            Column::Rank => canvas.text_right(area, &rank(self.ranked), role),
            Column::Job => {
                canvas.text(area, self.job.map_or("", |job| job.name.as_str()), role);
            }
            Column::Stage => {
                canvas.text(area, self.stage, role);
            }
            Column::Outcome => {
                let statement = self.outcome.map_or(NOTHING, |o| o.statement.as_str());
                canvas.text(area, statement, role);
            }
            Column::Fate => {
                let fate = self.job.and_then(|job| job.fate);
                let word = fate.map_or(NOTHING, |fate| fate::word(Some(fate)));
                canvas.text(area, word, role);
            }
            Column::Importance
            | Column::Satisfaction
            | Column::Figure
            | Column::Range
            | Column::Answers
            | Column::Band
            | Column::Source => match &self.ranked.rating {
                Some(rating) => draw_figure(canvas, rating, placed.column, area, role),
                None => draw_unrated(canvas, placed.column, area),
            },
        }
    }
}

/// The rank, with a sign behind it where it is shared.
fn rank(ranked: &Ranked) -> String {
    let tie = if ranked.is_tied { '=' } else { ' ' };
    match ranked.rank {
        Some(rank) => format!("{rank}{tie}"),
        None => format!("{NOTHING} "),
    }
}

fn draw_figure(canvas: &mut Canvas<'_>, rating: &Rating, column: Column, area: Area, role: Role) {
    match column {
        Column::Importance => canvas.text_right(area, &figure(rating.importance), role),
        Column::Satisfaction => canvas.text_right(area, &figure(rating.satisfaction), role),
        Column::Figure => {
            let sign = if rating.is_directional() { '~' } else { ' ' };
            let text = format!("{}{sign}", figure(rating.value));
            canvas.text_right(area, &text, Role::Strong);
        }
        Column::Range => draw_range(canvas, rating, area),
        Column::Answers if rating.n() == 0 => canvas.text_right(area, NOTHING, role),
        Column::Answers => canvas.text_right(area, &rating.n().to_string(), role),
        Column::Band => {
            let band = rating.band();
            let is_weighty = matches!(band, Some(Band::Extreme | Band::High));
            let role = if is_weighty { Role::Strong } else { role };
            canvas.text(area, band.map_or("", Band::word), role);
        }
        Column::Source => {
            canvas.text(area, source(rating.source, area.width), role);
        }
        Column::Rank | Column::Job | Column::Fate | Column::Stage | Column::Outcome => {}
    }
}

fn draw_unrated(canvas: &mut Canvas<'_>, column: Column, area: Area) {
    match column {
        Column::Importance | Column::Satisfaction | Column::Answers => {
            canvas.text_right(area, NOTHING, Role::Text);
        }
        Column::Figure => canvas.text_right(area, &format!("{NOTHING} "), Role::Text),
        Column::Source if area.width >= 6 => {
            canvas.text(area, "nobody", Role::Text);
        }
        Column::Source => {
            canvas.text(area, NOTHING, Role::Text);
        }
        Column::Rank
        | Column::Job
        | Column::Range
        | Column::Band
        | Column::Fate
        | Column::Stage
        | Column::Outcome => {}
    }
}

/// The figure on its range: a full point where it rests on enough answers, else a hollow one.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the part is clamped to 0..=1, so the place is a column of the area"
)]
fn draw_range(canvas: &mut Canvas<'_>, rating: &Rating, area: Area) {
    let (low, high) = rating.lens.range();
    let part = ((rating.value - low) / (high - low)).clamp(0.0, 1.0);
    let place = (part * f64::from(area.width.saturating_sub(1))).round() as u16;
    canvas.fill(area.columns(0, place), '─', Role::Border);
    let point = if rating.is_directional() {
        '◇'
    } else {
        '◆'
    };
    canvas.fill(area.columns(place, 1), point, Role::Strong);
}
