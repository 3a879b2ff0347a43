//! The questions about a job: what it is, what is asked, and who has answered.

use super::grid::Grid;
use super::title::Title;
use super::{Head, words};
use crate::app::Cx;
use crate::app::geometry::Area;
use crate::app::listing::field::lines;
use crate::app::workshop::answers::{Measure, Sheet};
use crate::app::workshop::run::Run;
use crate::insight::statement::sentence;

/// The widest that a text gets, to be read with ease.
const READABLE: u16 = 110;

/// The questions about a job.
#[derive(Clone, Debug)]
pub struct Asking {
    /// Where the workshop is.
    pub head: Head,
    /// The job.
    pub title: Title,
    /// Its story and its outcome.
    pub story: Vec<(Area, String)>,
    /// The question; empty once everybody has answered.
    pub question: Vec<(Area, String)>,
    /// What the ends of the scale mean.
    pub ends: (Area, String),
    /// Who has answered.
    pub grid: Grid,
    /// Who types what now.
    pub turn: (Area, String),
    /// The participant whose answer comes next; none once everybody has answered.
    pub next: Option<(usize, Measure)>,
}

impl Asking {
    pub(super) fn new(run: &Run, sheet: &Sheet, area: Area, cx: Cx<'_>) -> Self {
        let next = next(sheet);
        let current = next.map_or(0, |(person, _)| person);
        let question = question(run, sheet, area, cx);
        let grid_height = Grid::height(run.names(), area.width);
        let questions = rows(&question);
        // Below the story: the question, the scale, the answers, whose turn it is, and what parts them.
        let below = questions + 1 + 1 + grid_height + 1 + 1;
        let above = area.below(3);
        // Where not all fits, the name of the job is left out: the question says it.
        let (title, story, at) = if above.height > below {
            telling(run, above, above.height - below, cx)
        } else {
            (Title::default(), Vec::new(), area.below(2))
        };
        let placed = (0..).zip(question).map(|(row, text)| (at.row(row), text));
        // Whose turn it is stands in the smallest terminal; the answers make room for it.
        let last = at.height.saturating_sub(1).max(questions);
        let turn = (questions + 2 + grid_height + 1).min(last);
        let before_turn = at.rows(0, turn);
        let at_grid = before_turn.below(questions + 2);
        Self {
            head: Head::new(run, area, cx),
            title,
            story,
            question: placed.collect(),
            ends: (before_turn.row(questions), words::ends(run.plan().scale)),
            grid: Grid::new(run.names(), current, at_grid.rows(0, grid_height)),
            turn: (
                at.row(turn),
                words::turn(run, sheet.turn(), sheet.typed(sheet.place())),
            ),
            next,
        }
    }
}

/// The name of the job and its story, where `spare` rows are left for them, and what is below.
fn telling(run: &Run, area: Area, spare: u16, cx: Cx<'_>) -> (Title, Vec<(Area, String)>, Area) {
    let name = run.job(cx).map_or("", |job| job.name.as_str());
    let title = Title::new(name, area, spare.saturating_sub(1).max(1));
    let at = area.below(title.height());
    let spare = spare.saturating_sub(title.height());
    let story = story(
        run,
        at.below(u16::from(spare > 1)),
        spare.saturating_sub(2),
        cx,
    );
    let told = rows(&story);
    let gap = spare.saturating_sub(told + u16::from(told > 0)).clamp(1, 3);
    let below = u16::from(told > 0 && spare > 1) + told + gap.min(spare.max(1));
    (title, story, at.below(below))
}

/// The participant whose answer comes next.
fn next(sheet: &Sheet) -> Option<(usize, Measure)> {
    let turn = sheet.turn()?;
    let typed = sheet.typed(sheet.place());
    let person = turn
        .person
        .unwrap_or(typed.min(turn.answers.saturating_sub(1)));
    Some((person, turn.measure))
}

fn question(run: &Run, sheet: &Sheet, area: Area, cx: Cx<'_>) -> Vec<String> {
    let Some((turn, job)) = sheet.turn().zip(run.job(cx)) else {
        return vec!["Everybody has answered".to_owned()];
    };
    let text = words::question(turn.measure, job);
    lines(&text, area.width.min(READABLE), 2)
}

fn story(run: &Run, area: Area, height: u16, cx: Cx<'_>) -> Vec<(Area, String)> {
    let Some(job) = run.job(cx) else {
        return Vec::new();
    };
    let told = job.story.as_ref().map(sentence).unwrap_or_default();
    let leads_to = words::leads_to(job, cx);
    let width = area.width.min(READABLE);
    let texts = [told, leads_to].into_iter().filter(|text| !text.is_empty());
    let all = texts.flat_map(|text| lines(&text, width, 3));
    let rows = (0..height).zip(all);
    rows.map(|(row, text)| (area.row(row), text)).collect()
}

fn rows<T>(lines: &[T]) -> u16 {
    u16::try_from(lines.len()).unwrap_or(u16::MAX)
}
