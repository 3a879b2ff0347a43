//! The selected card in more words, where a wide screen has room beside the stages: what hangs on
//! it, without opening it.

use super::card::facts;
use super::{Canvas, Pen};
use crate::app::board::facts::Facts;
use crate::app::geometry::Area;
use crate::app::wrap::{cells, width, wrap};
use crate::domain::{Initiative, Kpi, Outcome, Workspace};
use crate::insight::kpi_status::status;
use crate::view::about;
use crate::view::figures::{basis, sign, touch, with_unit};
use crate::view::theme::Role;

/// The rows that are still free.
struct Sheet<'c, 'b> {
    canvas: &'c mut Canvas<'b>,
    rest: Area,
}

/// Draws the selected card's detail into an area.
pub(super) fn draw(canvas: &mut Canvas<'_>, pen: &mut Pen<'_>, area: Area) {
    let model = pen.model;
    let workspace = model.workspace();
    let selected = model.ui.board.selected();
    let Some(outcome) = selected.and_then(|id| workspace.outcomes().get(id)) else {
        return;
    };
    canvas.fill(area.columns(0, 1), '│', Role::Border);
    let mut sheet = Sheet {
        canvas,
        rest: area.right_of(2).columns(0, area.width.saturating_sub(3)),
    };
    sheet.paragraph(&outcome.statement, Role::Strong);
    facts(
        sheet.canvas,
        pen,
        &Facts::of(outcome, &model.derived),
        sheet.rest.row(0),
    );
    sheet.skip(1);
    belonging(&mut sheet, outcome, workspace);
    jobs(&mut sheet, pen, outcome);
    for initiative in &outcome.initiatives {
        draw_initiative(&mut sheet, pen, initiative);
    }
    if !outcome.notes.is_empty() {
        sheet.heading("Notes");
        outcome
            .notes
            .iter()
            .for_each(|line| sheet.paragraph(line, Role::Text));
    }
}

/// Whom it is for, what it serves and how it is found.
fn belonging(sheet: &mut Sheet<'_, '_>, outcome: &Outcome, workspace: &Workspace) {
    let segments = outcome.segments.iter();
    let segments = segments.filter_map(|id| workspace.segments().get(id));
    let segments: Vec<&str> = segments.map(|segment| segment.name.as_str()).collect();
    let needs = outcome.needs.iter();
    let needs = needs.filter_map(|id| workspace.needs().get(id));
    if !segments.is_empty() {
        sheet.skip(1);
        sheet.paragraph(&format!("For {}", segments.join(", ")), Role::Text);
    }
    for need in needs {
        sheet.skip(1);
        sheet.paragraph(&format!("Need: {}", need.statement), Role::Text);
    }
    if !outcome.tags.is_empty() {
        sheet.skip(1);
        sheet.paragraph(&format!("#{}", outcome.tags.join(" #")), Role::Quiet);
    }
}

fn jobs(sheet: &mut Sheet<'_, '_>, pen: &mut Pen<'_>, outcome: &Outcome) {
    let model = pen.model;
    let ranking = model.derived.ranking();
    let mut jobs = model.derived.jobs_of(&outcome.id).to_vec();
    if jobs.is_empty() {
        return;
    }
    jobs.sort_by_key(|id| ranking.place(id));
    sheet.heading("Jobs");
    for id in &jobs {
        let Some(job) = model.workspace().jobs().get(id) else {
            continue;
        };
        let row = sheet.rest.row(0);
        let says = match ranking.row(id).and_then(|row| row.rating) {
            Some(rating) => pen.write(format_args!("{}  {:>5}", basis(&rating), about(&rating))),
            None => "not rated",
        };
        sheet.canvas.text_right(row, says, Role::Text);
        let room = row.width.saturating_sub(cells(says) + 2);
        sheet
            .canvas
            .text(row.columns(0, room), &job.name, Role::Text);
        sheet.skip(1);
    }
}

fn draw_initiative(sheet: &mut Sheet<'_, '_>, pen: &mut Pen<'_>, initiative: &Initiative) {
    let touch = touch(initiative.touch);
    sheet.heading(pen.write(format_args!("{touch} {}", initiative.name)));
    let team = initiative.team.as_deref().unwrap_or("no team");
    let says = pen.write(format_args!("{} · {team}", initiative.status));
    sheet.paragraph(says, Role::Quiet);
    for kpi in &initiative.kpis {
        draw_kpi(sheet, pen, kpi);
    }
}

fn draw_kpi(sheet: &mut Sheet<'_, '_>, pen: &mut Pen<'_>, kpi: &Kpi) {
    let row = sheet.rest.row(0);
    let (sign, role) = sign(status(kpi));
    sheet.canvas.text(row, sign, role);
    sheet.canvas.text(row.right_of(2), &kpi.name, Role::Text);
    let says = match (kpi.latest(), kpi.target) {
        (Some(latest), Some(target)) => {
            let latest = with_unit(latest.value, kpi);
            pen.write(format_args!("{latest}, target {target}"))
        }
        (Some(latest), None) => &with_unit(latest.value, kpi),
        (None, Some(target)) => pen.write(format_args!("unread, target {target}")),
        (None, None) => "unread",
    };
    // Where name and figures have no room side by side, the figures stand below.
    if width(&kpi.name) + width(says) + 4 > row.width.into() {
        sheet.skip(1);
    }
    let figures = sheet.rest.row(0).right_of(2);
    sheet.canvas.text_right(figures, says, Role::Text);
    sheet.skip(1);
}

impl Sheet<'_, '_> {
    fn skip(&mut self, rows: u16) {
        self.rest = self.rest.below(rows);
    }

    fn heading(&mut self, text: &str) {
        self.skip(1);
        self.canvas.text(self.rest.row(0), text, Role::Strong);
        self.skip(1);
    }

    fn paragraph(&mut self, text: &str, role: Role) {
        for line in wrap(text, self.rest.width.into(), self.rest.height.into()) {
            self.canvas.text(self.rest.row(0), &line, role);
            self.skip(1);
        }
    }
}
