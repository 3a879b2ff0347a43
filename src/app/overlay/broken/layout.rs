//! Where everything stands that is shown of a file that can't be read: what is the matter at the
//! top, the choices at the bottom, and between them the mistakes as far as there is room.

use std::borrow::Cow;

use super::{Action, Broken};
use crate::app::damage::Spot;
use crate::app::geometry::{Area, scrolled};
use crate::app::wrap::wrap;

/// As wide as the lines around a mistake, with their numbers.
const WIDTH: u16 = 84;

/// How many mistakes are listed at once, where there is room for all that is said of one.
const LISTED: u16 = 6;

/// How many rows a sentence may take.
const SENTENCE: usize = 3;

/// Where everything stands.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The box with its border.
    pub frame: Area,
    /// What is the matter, a row a line.
    pub matter: Vec<(Area, String)>,
    /// The mistakes that are listed, each with its place among all.
    pub spots: Vec<(Area, usize)>,
    /// What is wrong with the selected one, a row a line.
    pub problem: Vec<(Area, String)>,
    /// The lines of the file around it.
    pub around: Vec<(Area, String)>,
    /// What can be chosen.
    pub choices: Vec<Choice>,
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Where a click chooses it.
    pub area: Area,
    /// What it does.
    pub action: Action,
    /// What it says.
    pub words: String,
}

/// All that is told, before it has a place.
struct Told {
    matter: Vec<String>,
    /// How many mistakes are listed.
    listed: u16,
    problem: Vec<String>,
    around: Vec<String>,
    choices: Vec<(Action, String)>,
}

impl Told {
    /// How many rows the selected mistake takes.
    fn said(&self) -> u16 {
        rows(self.problem.len()) + rows(self.around.len())
    }

    /// How many rows everything takes with its border, a blank row between one part and the next.
    fn height(&self) -> u16 {
        let (matter, choices) = (rows(self.matter.len()), rows(self.choices.len()));
        let parts = [matter, self.listed, self.said(), choices];
        let there = parts.iter().filter(|count| **count > 0).count();
        parts.iter().sum::<u16>() + rows(there) + 1
    }
}

impl Broken {
    /// Lays it out in an area.
    pub fn layout(&self, area: Area) -> Layout {
        let width = WIDTH.min(area.width);
        let told = self.told(width, area.height);
        let frame = area.centred(width, told.height());
        let inside = frame.inset(2, 1);
        let gap = u16::from(frame.height == told.height());
        let (upper, lower) = split(inside, rows(told.choices.len()));
        let rest = upper.above(gap).below(rows(told.matter.len()) + gap);
        let listed = told
            .listed
            .min(rest.height.saturating_sub(told.said()).max(1));
        let said = rest.below(listed + gap.min(listed));
        Layout {
            frame,
            spots: self.listed(rest.rows(0, listed)),
            around: placed(said.below(rows(told.problem.len())), told.around),
            problem: placed(said, told.problem),
            matter: placed(upper, told.matter),
            choices: chosen(lower, told.choices),
        }
    }

    /// What is told in so many columns; so much of it that the choices and one mistake are in sight
    /// in so many rows.
    fn told(&self, width: u16, height: u16) -> Told {
        let lines = |text: &str, most: usize| -> Vec<String> {
            let lines = wrap(text, usize::from(width.saturating_sub(4)), most);
            lines.into_iter().map(Cow::into_owned).collect()
        };
        let choices = self.choices();
        let listed = if self.is_named() {
            rows(self.damage.spots.len()).min(LISTED)
        } else {
            0
        };
        let taken = 2 + choices.len() + usize::from(listed.min(1));
        let room = usize::from(height).saturating_sub(taken);
        let spot = self.damage.spots.get(self.selected);
        Told {
            matter: lines(&self.damage.matter, SENTENCE.min(room)),
            listed,
            problem: spot.map_or_else(Vec::new, |spot| lines(&problem(spot), SENTENCE)),
            around: spot.map_or_else(Vec::new, |spot| spot.around.clone()),
            choices,
        }
    }

    /// Whether the mistakes have names to be listed by; a single one without needs no list.
    fn is_named(&self) -> bool {
        let spots = &self.damage.spots;
        spots.len() > 1 || spots.iter().any(|spot| !spot.what.is_empty())
    }

    /// The mistakes that are listed in an area.
    fn listed(&self, area: Area) -> Vec<(Area, usize)> {
        let count = self.damage.spots.len();
        let first = scrolled(self.first, self.selected, area.height.into(), count);
        let rows = (0..area.height).map(|row| area.row(row));
        rows.zip(first..count).collect()
    }
}

/// What is said of a mistake.
fn problem(spot: &Spot) -> String {
    format!("Line {}: {}", spot.line, spot.problem)
}

/// An area without its last rows, and those.
fn split(area: Area, last: u16) -> (Area, Area) {
    let upper = area.above(last);
    (upper, area.below(upper.height))
}

/// The choices on the rows of an area.
fn chosen(area: Area, choices: Vec<(Action, String)>) -> Vec<Choice> {
    let placed = (0..area.height).zip(choices);
    let choice = |(row, (action, words))| Choice {
        area: area.row(row),
        action,
        words,
    };
    placed.map(choice).collect()
}

/// Lines on the rows of an area, as many as it has.
fn placed(area: Area, lines: Vec<String>) -> Vec<(Area, String)> {
    let rows = (0..area.height).map(|row| area.row(row));
    rows.zip(lines).collect()
}

fn rows(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
