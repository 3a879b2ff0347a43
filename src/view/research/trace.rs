//! The trace: the path at the top, below it the columns from the vision to the KPIs as
//! [`crate::app::research::trace::layout`] laid them out.

use crate::app::geometry::Area;
use crate::app::research::trace::Ui;
use crate::app::research::trace::layout::{Column, Entry, MARGIN, THEN, layout};
use crate::app::wrap::cells;
use crate::app::{Model, Screen};
use crate::insight::kpi_status::status;
use crate::insight::trace::{Level, Link};
use crate::view::about;
use crate::view::figures::{need_sign, sign, touch, with_unit};
use crate::view::listing::{BAR, text};
use crate::view::paint::Canvas;
use crate::view::theme::Role;

/// The sign before a break.
const BREAK: &str = "!";

/// Draws it.
pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model, ui: &Ui) {
    let layout = layout(ui, model.cx(Screen::Research));
    path(canvas, &layout.path);
    for there in &layout.columns {
        column(canvas, model, there, ui);
    }
}

/// The links on the path, the selected one last.
fn path(canvas: &mut Canvas<'_>, path: &[(Area, String)]) {
    let Some(((last, name), before)) = path.split_last() else {
        return;
    };
    for (area, name) in before {
        canvas.text(*area, name, Role::Quiet);
        let behind = Area {
            x: area.right(),
            width: cells(THEN),
            ..*area
        };
        canvas.text(behind, THEN, Role::Quiet);
    }
    canvas.text(*last, name, Role::Strong);
}

fn column(canvas: &mut Canvas<'_>, model: &Model, column: &Column, ui: &Ui) {
    let is_focused = column.place == ui.focused();
    let is_reached = column.place <= ui.focused();
    let role = if is_reached { Role::Title } else { Role::Text };
    let name = heading(column.level, column.count);
    let behind = canvas.text(column.head, name, role) - column.head.x;
    if column.level != Level::Vision && column.count > 0 {
        let count = format!(" {}", column.count);
        canvas.text(column.head.right_of(behind), &count, Role::Quiet);
    }
    let (line, role) = if is_focused {
        ('━', Role::Focus)
    } else {
        ('─', Role::Border)
    };
    canvas.fill(column.rule, line, role);
    for there in &column.entries {
        entry(canvas, model, there, is_focused);
    }
    let more = match column.hidden {
        [0, 0] => return,
        [0, below] => format!("↓ {below} more"),
        [above, 0] => format!("↑ {above} more"),
        [above, below] => format!("↑ {above} more · ↓ {below} more"),
    };
    canvas.text(column.more.right_of(MARGIN), &more, Role::Quiet);
}

fn heading(level: Level, count: usize) -> &'static str {
    match (level, count) {
        (Level::Vision, _) => "Vision",
        (Level::Need, 1) => "Need",
        (Level::Need, _) => "Needs",
        (Level::Outcome, 1) => "Outcome",
        (Level::Outcome, _) => "Outcomes",
        (Level::Job, 1) => "Job",
        (Level::Job, _) => "Jobs",
        (Level::Initiative, 1) => "Initiative",
        (Level::Initiative, _) => "Initiatives",
        (Level::Kpi, 1) => "KPI",
        (Level::Kpi, _) => "KPIs",
    }
}

fn entry(canvas: &mut Canvas<'_>, model: &Model, entry: &Entry, is_focused: bool) {
    let is_selected = entry.is_on_path && is_focused;
    let role = if is_selected {
        Role::Strong
    } else {
        Role::Text
    };
    if entry.is_on_path {
        let mark = if is_focused { Role::Focus } else { Role::Quiet };
        canvas.fill(entry.area.columns(0, 1), BAR, mark);
    }
    let area = entry.area.right_of(MARGIN);
    text(canvas, area, &entry.lines, role);
    let mut below = area.below(u16::try_from(entry.lines.len()).unwrap_or(1));
    if entry.has_facts {
        let (facts, role) = facts(model, &entry.link);
        canvas.text(below, &facts, role);
        below = below.below(1);
    }
    if !entry.breaks.is_empty() {
        canvas.text(below, BREAK, Role::Bad);
        text(canvas, below.right_of(MARGIN), &entry.breaks, Role::Text);
    }
    if is_selected {
        canvas.put_cursor(area.x, area.y);
    }
}

/// What is known of a link, in a few words.
fn facts(model: &Model, link: &Link) -> (String, Role) {
    let workspace = model.workspace();
    let known = match link {
        Link::Vision | Link::NoNeed | Link::NoOutcome | Link::NoJob(_) => None,
        Link::Need(id) => workspace.needs().get(id).map(|need| {
            let kind = need.kind.to_string().to_lowercase();
            let sign = need_sign(need.kind);
            match need.evidence.len() {
                0 => format!("{sign} {kind}"),
                count => format!("{sign} {kind} · evidence {count}"),
            }
        }),
        Link::Outcome(id) => workspace.outcomes().get(id).and_then(|outcome| {
            let (_, stage) = workspace.stage(&outcome.stage)?;
            Some(stage.name.clone())
        }),
        Link::Job(id) => workspace.jobs().get(id).map(|job| {
            let row = model.derived.ranking().row(id);
            let score = row.and_then(|row| row.rating);
            let score = score.map_or_else(
                || "not rated".to_owned(),
                |rating| format!("score {}", about(&rating)),
            );
            match job.fate {
                Some(fate) => format!("{score} · {fate}").to_lowercase(),
                None => score,
            }
        }),
        Link::Initiative(id) => workspace.outcome_with(id).and_then(|outcome| {
            let initiative = outcome.initiative(id)?;
            let sign = touch(initiative.touch);
            let status = initiative.status.to_string().to_lowercase();
            let team = initiative.team.iter().map(|team| format!(" · {team}"));
            Some(format!("{sign} {status}{}", team.collect::<String>()))
        }),
        Link::Kpi(id) => {
            return workspace.kpi(id).map_or_else(
                || (String::new(), Role::Quiet),
                |kpi| {
                    let status = status(kpi);
                    let (sign, role) = sign(status);
                    let latest = kpi.latest().map(|reading| with_unit(reading.value, kpi));
                    let latest = latest.map_or_else(String::new, |value| format!(" · {value}"));
                    (format!("{sign} {status}{latest}"), role)
                },
            );
        }
    };
    (known.unwrap_or_default(), Role::Quiet)
}
