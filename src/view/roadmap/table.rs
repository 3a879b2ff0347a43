//! The ranked table: a row for each job, numbers aligned at the decimal point.

use super::source;
use crate::app::geometry::Area;
use crate::app::roadmap::columns::{Column, Placed};
use crate::app::roadmap::layout::Table;
use crate::app::roadmap::what_if::{Measure, WhatIf};
use crate::app::roadmap::{Bracket, fate};
use crate::app::wrap::cells;
use crate::app::{Model, Screen};
use crate::domain::{Job, Outcome};
use crate::insight::opportunity::{Band, Lens, Ranked, Rating};
use crate::insight::uncertainty::Interval;
use crate::view::paint::{Canvas, Focus};
use crate::view::theme::Role;
use crate::view::{about, figure};

/// What stands where there is nothing to say.
const NOTHING: &str = "–";

/// Where something lies in truth that is supposed to lie elsewhere.
const GHOST: char = '○';

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
        let row = Row::of(model, &ranked[*place], *place);
        let is_selected = *place == model.ui.roadmap.place();
        if is_selected {
            mark(canvas, *area, focus);
        }
        for placed in &table.columns {
            row.draw(canvas, *placed, *area, is_selected);
        }
        if is_selected {
            draw_tried(canvas, model, table, *area);
        }
    }
}

/// The figure of the selected job that is tried out, as a field.
fn draw_tried(canvas: &mut Canvas<'_>, model: &Model, table: &Table, row: Area) {
    let ui = &model.ui.roadmap;
    let (Some(what_if), Some(job)) = (ui.what_if(), ui.selected()) else {
        return;
    };
    let tried = match what_if.measure() {
        Measure::Importance => Column::Importance,
        Measure::Satisfaction => Column::Satisfaction,
    };
    let mut columns = table.columns.iter();
    let Some(placed) = columns.find(|placed| placed.column == tried) else {
        return;
    };
    let area = row.columns(placed.x, placed.width);
    match what_if.typed(job) {
        Some(typed) => {
            canvas.clear(area);
            canvas.text_right(area, typed, Role::Lit);
        }
        None => canvas.tint(area, Role::Lit),
    }
}

/// Marks the selected row at its left end.
pub(super) fn mark(canvas: &mut Canvas<'_>, area: Area, focus: Focus) {
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
        Column::Ranks => left(canvas, area, "90 %"),
        Column::Group => {}
        Column::Was => canvas.text_right(area, "was", Role::Quiet),
        Column::Importance => canvas.text_right(area, "imp", Role::Quiet),
        Column::Satisfaction => canvas.text_right(area, "sat", Role::Quiet),
        Column::Answers => canvas.text_right(area, "n", Role::Quiet),
        Column::Figure => canvas.text_right(area, figure_name(lens), Role::Quiet),
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
    interval: Option<&'a Interval>,
    bracket: Option<Bracket>,
    /// What it has in truth, where something else is supposed of it.
    truth: Option<&'a Ranked>,
    /// Whether figures of its own are supposed.
    is_supposed: bool,
    /// Whether its band is not the same in every segment.
    is_differing: bool,
    job: Option<&'a Job>,
    outcome: Option<&'a Outcome>,
    stage: &'a str,
}

impl<'a> Row<'a> {
    fn of(model: &'a Model, ranked: &'a Ranked, place: usize) -> Self {
        let workspace = model.cx(Screen::Roadmap).workspace;
        let ui = &model.ui.roadmap;
        let shown = ui.shown();
        let supposed = ui.what_if().map(WhatIf::supposed);
        let job = workspace.jobs().get(&ranked.job).map(AsRef::as_ref);
        let outcome = job.and_then(|job| workspace.outcomes().get(job.outcome.as_ref()?));
        let stage = outcome.and_then(|outcome| workspace.stage(&outcome.stage));
        Self {
            ranked,
            interval: shown.interval(&ranked.job),
            bracket: shown.bracket(place),
            truth: supposed.and_then(|_| shown.truth().row(&ranked.job)),
            is_supposed: supposed.is_some_and(|jobs| jobs.contains_key(&ranked.job)),
            is_differing: shown.is_differing(&ranked.job),
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
            Column::Ranks => {
                let ranks = self.interval.map(|interval| interval.rank);
                let text = ranks.map_or(String::new(), |(best, worst)| format!("{best}–{worst}"));
                canvas.text(area, &text, role);
            }
            Column::Group => {
                let sign = self.bracket.map_or("", sign);
                canvas.text(area, sign, Role::Border);
            }
            Column::Was => {
                let was = self.truth.filter(|truth| truth.rank != self.ranked.rank);
                let rank = was.map(|was| was.rank.map_or(NOTHING.to_owned(), |r| r.to_string()));
                canvas.text_right(area, &rank.unwrap_or_default(), Role::Quiet);
            }
            Column::Band => self.draw_band(canvas, area, role),
            Column::Range => {
                self.draw_ghost(canvas, area);
                if let Some(rating) = &self.ranked.rating {
                    draw_range(canvas, rating, self.interval, area);
                }
            }
            Column::Importance
            | Column::Satisfaction
            | Column::Figure
            | Column::Answers
            | Column::Source => match &self.ranked.rating {
                Some(rating) if self.is_supposed => {
                    draw_supposed(canvas, rating, placed.column, area, role);
                }
                Some(rating) => draw_figure(canvas, rating, placed.column, area, role),
                None => draw_unrated(canvas, placed.column, area),
            },
        }
    }
}

impl Row<'_> {
    /// Where the figure lies in truth, where another is supposed.
    fn draw_ghost(&self, canvas: &mut Canvas<'_>, area: Area) {
        let truth = self.truth.filter(|_| self.is_supposed);
        if let Some(rating) = truth.and_then(|truth| truth.rating) {
            let at = column_of(rating.value, rating.lens, area.width);
            canvas.fill(area.columns(at, 1), GHOST, Role::Text);
        }
    }

    fn draw_band(&self, canvas: &mut Canvas<'_>, area: Area, role: Role) {
        let Some(band) = self.ranked.rating.and_then(|rating| rating.band()) else {
            return;
        };
        let is_weighty = matches!(band, Band::Extreme | Band::High);
        let role = if is_weighty { Role::Strong } else { role };
        let differs = if self.is_differing { "≠" } else { "" };
        canvas.text(area, &format!("{band}{differs}"), role);
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

/// The sign of a part of a bracket.
fn sign(bracket: Bracket) -> &'static str {
    match bracket {
        Bracket::First => "┐",
        Bracket::Within => "│",
        Bracket::Past => "┆",
        Bracket::Last => "┘",
    }
}

/// A figure that is supposed: nobody answered so, neither few nor many.
fn draw_supposed(canvas: &mut Canvas<'_>, rating: &Rating, column: Column, area: Area, role: Role) {
    match column {
        Column::Source => {
            let text = if area.width < 7 { "if" } else { "what if" };
            canvas.text(area, text, Role::Strong);
        }
        Column::Answers => canvas.text_right(area, NOTHING, role),
        Column::Figure => canvas.text_right(area, &figure(rating.value), Role::Strong),
        Column::Rank
        | Column::Ranks
        | Column::Group
        | Column::Was
        | Column::Job
        | Column::Importance
        | Column::Satisfaction
        | Column::Range
        | Column::Band
        | Column::Fate
        | Column::Stage
        | Column::Outcome => draw_figure(canvas, rating, column, area, role),
    }
}

fn draw_figure(canvas: &mut Canvas<'_>, rating: &Rating, column: Column, area: Area, role: Role) {
    match column {
        Column::Importance => canvas.text_right(area, &figure(rating.importance), role),
        Column::Satisfaction => canvas.text_right(area, &figure(rating.satisfaction), role),
        Column::Figure => {
            canvas.text_right(area, &about(rating), Role::Strong);
        }
        Column::Answers if rating.n() == 0 => canvas.text_right(area, NOTHING, role),
        Column::Answers => canvas.text_right(area, &rating.n().to_string(), role),
        Column::Source => {
            canvas.text(area, source(rating.source, area.width), role);
        }
        Column::Rank
        | Column::Ranks
        | Column::Group
        | Column::Was
        | Column::Job
        | Column::Range
        | Column::Band
        | Column::Fate
        | Column::Stage
        | Column::Outcome => {}
    }
}

fn draw_unrated(canvas: &mut Canvas<'_>, column: Column, area: Area) {
    match column {
        Column::Importance | Column::Satisfaction | Column::Figure | Column::Answers => {
            canvas.text_right(area, NOTHING, Role::Text);
        }
        Column::Source if area.width >= 6 => {
            canvas.text(area, "nobody", Role::Text);
        }
        Column::Source => {
            canvas.text(area, NOTHING, Role::Text);
        }
        Column::Rank
        | Column::Ranks
        | Column::Group
        | Column::Was
        | Column::Job
        | Column::Range
        | Column::Band
        | Column::Fate
        | Column::Stage
        | Column::Outcome => {}
    }
}

/// The figure on its range, a full point where it rests on enough answers, else a hollow one; and
/// where it lies in nine of ten draws.
fn draw_range(canvas: &mut Canvas<'_>, rating: &Rating, interval: Option<&Interval>, area: Area) {
    let at = |value: f64| area.columns(column_of(value, rating.lens, area.width), 1);
    if let Some(interval) = interval {
        let (low, high) = (at(interval.value.0), at(interval.value.1));
        let whole = Area {
            width: high.x - low.x + 1,
            ..low
        };
        canvas.fill(whole, '─', Role::Border);
        canvas.fill(low, '├', Role::Border);
        canvas.fill(high, '┤', Role::Border);
    }
    let point = if rating.is_directional() {
        '◇'
    } else {
        '◆'
    };
    canvas.fill(at(rating.value), point, Role::Strong);
}

/// In which of `width` columns a figure of a lens lies.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the part is clamped to 0..=1, so the column is below the width"
)]
fn column_of(value: f64, lens: Lens, width: u16) -> u16 {
    let (low, high) = lens.range();
    let part = ((value - low) / (high - low)).clamp(0.0, 1.0);
    (part * f64::from(width.saturating_sub(1))).round() as u16
}
