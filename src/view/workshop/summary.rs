//! Draws the jobs of a workshop with what they came to.

use crate::app::geometry::Area;
use crate::app::workshop::answers::{MEASURES, Measure};
use crate::app::workshop::layout::list::List;
use crate::app::workshop::run::Run;
use crate::app::workshop::words;
use crate::app::{Cx, Model, Screen};
use crate::domain::Id;
use crate::view::paint::Canvas;
use crate::view::theme::Role;
use crate::view::{about, figure};

/// What stands where there is nothing to say.
const NOTHING: &str = "–";

/// The columns behind the name of a job: what they are called, and how wide they are.
const COLUMNS: [(&str, u16); 7] = [
    ("imp", 6),
    ("range", 8),
    ("sat", 6),
    ("range", 8),
    ("score", 7),
    ("customers", 11),
    ("differs", 9),
];

/// The place of the score among them.
const SCORE: usize = 4;

/// The places of the columns, from the one that goes last where there is no room.
const KEPT_LONGEST: [usize; 7] = [SCORE, 0, 2, 6, 5, 1, 3];

/// The cells that the name of a job has before any column.
const NAME: u16 = 20;

pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model, run: &Run, list: &List) {
    let cx = model.cx(Screen::Workshop);
    let [title, tally, people] = list.words();
    canvas.text(title, &run.plan().name, Role::Strong);
    canvas.text(tally, &words::tally(run, cx), Role::Text);
    let told = format!("{} · answers 1 to {}", words::people(run), run.plan().scale);
    canvas.text(people, &told, Role::Text);
    canvas.text(list.head.right_of(1), "job", Role::Quiet);
    for (area, (name, _)) in columns(list.head).into_iter().zip(COLUMNS) {
        canvas.text_right(area, name, Role::Quiet);
    }
    canvas.fill(list.rule, '─', Role::Border);
    let jobs = run.summed_up();
    for (area, place, is_selected) in &list.rows {
        let Some((_, job)) = jobs.get(*place) else {
            continue;
        };
        if *is_selected {
            canvas.text(*area, "▌", Role::Focus);
            canvas.put_cursor(area.x, area.y);
        }
        draw_job(canvas, run, job, (cx, *area, *is_selected));
    }
}

fn draw_job(
    canvas: &mut Canvas<'_>,
    run: &Run,
    job: &Id,
    (cx, area, is_selected): (Cx<'_>, Area, bool),
) {
    let role = if is_selected {
        Role::Strong
    } else {
        Role::Text
    };
    let columns = columns(area);
    let room = (columns[0].x - area.x).saturating_sub(2);
    let name = cx.workspace.name_of(job).unwrap_or_default();
    canvas.text(area.columns(1, room), name, role);
    if run.revealed(job, cx).is_none_or(|there| !there.is_kept) {
        let word = if run.is_skipped(job) {
            "skipped"
        } else {
            "not rated"
        };
        let until_score = area.columns(0, columns[SCORE].right() - area.x);
        canvas.text_right(until_score, word, Role::Text);
        return;
    }
    for (area, text) in columns.into_iter().zip(figures(run, job, cx)) {
        canvas.text_right(area, &text, role);
    }
}

fn figures(run: &Run, job: &Id, cx: Cx<'_>) -> [String; 7] {
    let nothing = || NOTHING.to_owned();
    let rating = run.rating(job);
    let customers = words::by_customers(job, cx);
    let [importance, satisfaction] = MEASURES.map(|measure| range(run, job, measure, cx));
    let differs = rating.zip(customers).map(|(team, customers)| {
        let by = figure(team.score() - customers.score());
        if by.starts_with('−') {
            by
        } else {
            format!("+{by}")
        }
    });
    [
        rating.map_or_else(nothing, |rating| figure(rating.importance)),
        importance,
        rating.map_or_else(nothing, |rating| figure(rating.satisfaction)),
        satisfaction,
        rating.map_or_else(nothing, |rating| about(&rating)),
        customers.map_or_else(nothing, |customers| about(&customers)),
        differs.unwrap_or_else(nothing),
    ]
}

fn range(run: &Run, job: &Id, measure: Measure, cx: Cx<'_>) -> String {
    let revealed = run.revealed(job, cx);
    let round = revealed.as_ref().and_then(|there| there.rounds.last());
    let range = round.and_then(|round| words::answered(round, measure, run.plan().scale));
    range.unwrap_or_else(|| NOTHING.to_owned())
}

/// Where the columns stand in a row; those for which there is no room have no cells.
fn columns(row: Area) -> [Area; 7] {
    let mut widths = [0; 7];
    let mut room = row.width.saturating_sub(NAME);
    for place in KEPT_LONGEST {
        let width = COLUMNS[place].1;
        if width > room {
            break;
        }
        widths[place] = width;
        room -= width;
    }
    let all: u16 = widths.iter().sum();
    let mut x = row.width - all;
    widths.map(|width| {
        let area = row.columns(x, width);
        x += width;
        area
    })
}
