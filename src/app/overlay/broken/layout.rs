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

impl Broken {
    /// Lays it out in an area.
    pub fn layout(&self, area: Area) -> Layout {
        let choices = self.choices();
        let listed = if self.is_named() {
            rows(self.damage.spots.len()).min(LISTED)
        } else {
            0
        };
        let width = WIDTH.min(area.width);
        let lines = |text: &str, most: usize| -> Vec<String> {
            let cells = usize::from(width.saturating_sub(4));
            let lines = wrap(text, cells, most).into_iter();
            lines.map(Cow::into_owned).collect()
        };
        // The choices and one mistake are in sight however low the terminal is.
        let room = usize::from(area.height).saturating_sub(2 + choices.len());
        let room = room.saturating_sub(usize::from(listed.min(1)));
        let matter = lines(&self.damage.matter, SENTENCE.min(room));
        let spot = self.damage.spots.get(self.selected);
        let problem = spot.map_or_else(Vec::new, |spot| lines(&problem(spot), SENTENCE));
        let around = spot.map_or_else(Vec::new, |spot| spot.around.clone());
        let said = rows(problem.len()) + rows(around.len());
        let needed = [rows(matter.len()), listed, said, rows(choices.len())];
        // A blank row parts one from the next.
        let parted = needed.iter().filter(|count| **count > 0).count() - 1;
        let height = needed.iter().sum::<u16>() + rows(parted) + 2;
        let frame = area.centred(width, height);
        let inside = frame.inset(2, 1);
        let is_tight = inside.height + 2 < height;
        let gap = u16::from(!is_tight);

        let choices_at = inside.height.saturating_sub(rows(choices.len()));
        let matter = placed(inside.above(rows(choices.len())), matter);
        let rest = inside
            .above(rows(choices.len()) + gap)
            .below(rows(matter.len()) + gap);
        let listed = listed.min(rest.height.saturating_sub(said).max(1));
        let spot_gap = gap.min(listed);
        let spots = self.listed(rest.rows(0, listed));
        let said = rest.below(rows(spots.len()) + spot_gap);
        let problem = placed(said, problem);
        let around = placed(said.below(rows(problem.len())), around);
        let choices = (choices_at..).zip(choices);
        Layout {
            frame,
            matter,
            spots,
            problem,
            around,
            choices: choices
                .map(|(row, (action, words))| Choice {
                    area: inside.row(row),
                    action,
                    words,
                })
                .collect(),
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

/// Lines on the rows of an area, as many as it has.
fn placed(area: Area, lines: Vec<String>) -> Vec<(Area, String)> {
    let rows = (0..area.height).map(|row| area.row(row));
    rows.zip(lines).collect()
}

fn rows(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
