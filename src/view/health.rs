//! Draws the findings as [`crate::app::health::layout`] laid them out.

use super::listing;
use super::paint::Canvas;
use super::theme::Role;
use crate::app::geometry::Area;
use crate::app::health::layout::{Face, Layout, Row, SIGN, layout};
use crate::app::health::{Line, Section};
use crate::app::listing::MARGIN;
use crate::app::{Model, Screen};
use crate::domain::choice::Choice;
use crate::domain::wording::{counted, listed};
use crate::insight::health::Severity;

/// Draws the screen.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model, _area: Area) {
    let ui = &model.ui.health;
    let layout = layout(ui, model.cx(Screen::Health));
    canvas.text(layout.head, &summary(model), Role::Strong);
    if ui.listed().sections().is_empty() {
        nothing(canvas, model, &layout);
        return;
    }
    canvas.fill(layout.rule, '─', Role::Border);
    listing::draw(canvas, model, (&layout.sides, ui.selected()), draw_row);
}

/// How many findings there are, by how much they matter.
fn summary(model: &Model) -> String {
    let (health, workspace) = (model.derived.health(), model.workspace());
    if health.is_behind() {
        return "Looking through the workspace …".to_owned();
    }
    let severities = Severity::ALL.iter().rev();
    let counts = severities.map(|severity| (health.count(*severity, workspace), severity));
    let counts: Vec<String> = counts
        .filter(|(count, _)| *count > 0)
        .map(|(count, severity)| counted(count, severity.word()))
        .collect();
    let found = if counts.is_empty() {
        "No findings".to_owned()
    } else {
        listed(&counts)
    };
    match model.ui.health.listed().needless() {
        0 => found,
        count => {
            let silenced = counted(count, "silenced finding");
            format!("{found} · {silenced} no longer found")
        }
    }
}

/// A plan without findings.
fn nothing(canvas: &mut Canvas<'_>, model: &Model, layout: &Layout<'_>) {
    let area = layout.sides.list.area.right_of(MARGIN);
    if !model.derived.health().is_behind() {
        let says =
            "Every stage, outcome, initiative, KPI, job and need has what the method asks for.";
        canvas.text(area.row(0), says, Role::Quiet);
    }
    canvas.put_cursor(area.x, area.y);
}

fn draw_row(canvas: &mut Canvas<'_>, area: Area, row: &Row<'_>, is_selected: bool) {
    match &row.face {
        Face::Gap => {}
        Face::Heading(section) => heading(canvas, area, section),
        Face::Finding(line) => finding(canvas, area, line, is_selected),
        Face::First(shown, all) => {
            let says = format!("the first {shown} of {all} like these");
            canvas.text(area.right_of(SIGN), &says, Role::Quiet);
        }
        Face::Title(lines) => listing::text(canvas, area, lines, Role::Strong),
        Face::Field(label, value) => listing::field(canvas, area, (label, value), Role::Text),
    }
}

fn heading(canvas: &mut Canvas<'_>, area: Area, section: &Section) {
    let word = match section.severity {
        Some(Severity::Problem) => "Problems",
        Some(Severity::Warning) => "Warnings",
        Some(Severity::Note) => "Notes",
        None => "Silenced",
    };
    let behind = canvas.text(area, word, Role::Strong);
    let rest = area.right_of(behind + 1 - area.x);
    canvas.text(rest, &section.count.to_string(), Role::Quiet);
}

fn finding(canvas: &mut Canvas<'_>, area: Area, line: &Line, is_selected: bool) {
    let (sign, role) = sign(line.finding.rule.severity);
    let text = area.right_of(SIGN);
    let Some(why) = &line.why else {
        canvas.text(area, sign, role);
        let role = if is_selected {
            Role::Selected
        } else {
            Role::Text
        };
        canvas.text(text, &line.sentence, role);
        return;
    };
    canvas.text(area, sign, Role::Quiet);
    let role = if is_selected {
        Role::Selected
    } else {
        Role::Quiet
    };
    canvas.text(
        text,
        &format!("silenced because {why}: {}", line.sentence),
        role,
    );
}

/// The shape and the letter of a severity.
fn sign(severity: Severity) -> (&'static str, Role) {
    match severity {
        Severity::Problem => ("■ P", Role::Bad),
        Severity::Warning => ("◆ W", Role::Fair),
        Severity::Note => ("◇ N", Role::Quiet),
    }
}
