//! What everybody answered about a job: both questions beside each other, who stands apart, and what
//! it comes to.

use super::title::Title;
use super::{Head, words};
use crate::app::Cx;
use crate::app::geometry::Area;
use crate::app::large::ROWS;
use crate::app::workshop::answers::{MEASURES, Measure};
use crate::app::workshop::round::Round;
use crate::app::workshop::run::{self, Run};
use crate::app::wrap::cells;
use crate::insight::distribution::{Distribution, Step};

/// The most steps in which a scale is shown.
const STEPS: u8 = 10;

/// The widest that the answers to a question get.
const WIDEST: u16 = 72;

/// The rows below the bars of a question: the figures, the rounds, and who stands apart.
const BELOW_BARS: u16 = 3;

/// The rows of what the answers come to: the score, and what it rests on.
const RESULT: u16 = 2;

/// What everybody answered.
#[derive(Clone, Debug)]
pub struct Revealed {
    /// Where the workshop is.
    pub head: Head,
    /// The job.
    pub title: Title,
    /// The answers to each question.
    pub sides: Vec<Side>,
    /// What the answers come to.
    pub result: Area,
    /// Whether they were taken out of the study.
    pub not_kept: bool,
}

/// The answers to one question.
#[derive(Clone, Debug)]
pub struct Side {
    /// The question.
    pub measure: Measure,
    /// Where its name stands.
    pub name: Area,
    /// The steps of the scale, the highest first.
    pub bars: Vec<Bar>,
    /// Middle and spread; how the middle went; who is to speak first.
    pub figures: Vec<(Area, String)>,
    /// Whether the last of the figures is about who is to speak first.
    pub has_apart: bool,
}

/// A step of the scale with those who answered so.
#[derive(Clone, Debug)]
pub struct Bar {
    /// Where the answer stands.
    pub label: (Area, String),
    /// The bar: a cell, or several, for each answer.
    pub bar: Area,
    /// How many answered so, and who; where it stands.
    pub who: (Area, String),
}

/// How bars are drawn.
#[derive(Clone, Copy, Debug)]
struct Bars {
    /// The most that there may be.
    most: u8,
    /// How many rows each takes.
    thick: u16,
}

impl Revealed {
    pub(super) fn new(run: &Run, area: Area, cx: Cx<'_>) -> Self {
        let job = run.job(cx);
        let revealed = job.and_then(|job| run.revealed(&job.id, cx));
        let above = area.below(3);
        // The name, what is below the bars and the result go before fine steps.
        let room = above.height.saturating_sub(1 + 2 + BELOW_BARS + RESULT);
        let most = u8::try_from(room).unwrap_or(STEPS).clamp(2, STEPS);
        let steps = steps(run.plan().scale, most);
        // Bars are thick where the name of the job still has room above them.
        let is_roomy = above.height > 1 + 2 * steps + 1 + BELOW_BARS + RESULT + 1 + ROWS;
        let bars = Bars {
            most,
            thick: if is_roomy { 2 } else { 1 },
        };
        let sides_height = 1 + bars.thick * steps + 1 + BELOW_BARS;
        let spare = above.height.saturating_sub(sides_height + RESULT + 1);
        let name = job.map_or("", |job| job.name.as_str());
        let title = Title::new(name, above, spare.max(1));
        let gap = u16::from(spare > title.height());
        let at = above.below(title.height() + gap);
        // The result is there in the smallest terminal.
        let sides_height = sides_height.min(at.height.saturating_sub(1));
        let at_result = at.below(sides_height);
        Self {
            head: Head::new(run, area, cx),
            title,
            sides: revealed.as_ref().map_or_else(Vec::new, |revealed| {
                sides(run, revealed, bars, at.rows(0, sides_height))
            }),
            result: at_result.rows(0, RESULT),
            not_kept: revealed.is_some_and(|there| !there.is_kept),
        }
    }
}

/// In how many steps a scale is shown.
fn steps(scale: u8, most: u8) -> u16 {
    let size = scale.div_ceil(most).max(1);
    scale.div_ceil(size).into()
}

fn sides(run: &Run, revealed: &run::Revealed, bars: Bars, area: Area) -> Vec<Side> {
    let Some(round) = revealed.rounds.last() else {
        return Vec::new();
    };
    let half = (area.width.saturating_sub(2) / 2).min(WIDEST);
    let places = (0..).map(|side| area.columns(side * (half + 2), half));
    let sides = MEASURES.into_iter().zip(places);
    sides
        .map(|(measure, area)| Side::new(run, (revealed, round), measure, (area, bars)))
        .collect()
}

impl Side {
    fn new(
        run: &Run,
        (revealed, round): (&run::Revealed, &Round),
        measure: Measure,
        (area, form): (Area, Bars),
    ) -> Self {
        let scale = run.plan().scale;
        let steps = Distribution::of(round.of(measure), scale).map(|all| all.steps(form.most));
        let steps = steps.unwrap_or_default();
        let label = steps
            .iter()
            .map(|step| cells(&label(*step)))
            .max()
            .unwrap_or(1);
        let unit = unit(run, area, label);
        let bars = (0..).zip(&steps).map(|(place, step)| {
            let rows = area.rows(1 + place * form.thick, form.thick);
            let row = rows.row(0);
            let long = u16::try_from(step.count)
                .unwrap_or(u16::MAX)
                .saturating_mul(unit);
            Bar {
                label: (row.columns(0, label), label_of(*step, label)),
                bar: rows.columns(label + 1, long),
                who: (
                    row.right_of(label + 1 + long + u16::from(long > 0)),
                    who(run, round, measure, *step),
                ),
            }
        });
        let bars: Vec<Bar> = bars.collect();
        let apart = words::apart(run, round, measure);
        let has_apart = apart.is_some();
        let figures = [
            Some(words::spread(round, measure, scale)),
            words::rounds(revealed, measure, scale),
            apart,
        ];
        let at = area.below(1 + form.thick * u16::try_from(bars.len()).unwrap_or(0) + 1);
        let figures = (0..).zip(figures.into_iter().flatten());
        Self {
            measure,
            name: area.row(0),
            bars,
            figures: figures.map(|(row, text)| (at.row(row), text)).collect(),
            has_apart,
        }
    }
}

/// How many cells an answer is long, so that a third of the room is left for names.
fn unit(run: &Run, area: Area, label: u16) -> u16 {
    let people = u16::try_from(run.names().len()).unwrap_or(u16::MAX).max(1);
    let room = area.width.saturating_sub(label + 1) / 2;
    (room / people).clamp(1, 6)
}

fn label(step: Step) -> String {
    if step.from == step.to {
        step.from.to_string()
    } else {
        format!("{}–{}", step.from, step.to)
    }
}

fn label_of(step: Step, width: u16) -> String {
    format!("{:>width$}", label(step), width = usize::from(width))
}

/// How many answered so, and who; with the answer where several are counted together.
fn who(run: &Run, round: &Round, measure: Measure, step: Step) -> String {
    if step.count == 0 {
        return String::new();
    }
    let named = run.names().iter().zip(round.of(measure));
    let who = named.filter_map(|(name, answer)| {
        let name = words::called(&run.plan().people, name);
        let answer = answer.filter(|answer| (step.from..=step.to).contains(answer))?;
        Some(if step.from == step.to {
            name
        } else {
            format!("{name} {answer}")
        })
    });
    format!("{}  {}", step.count, who.collect::<Vec<_>>().join(", "))
}
