//! The jobs as lanes by fate: where lanes and their cards are, and how one goes from card to card.
//! What stands where is in [`sorted`], what a card says in [`card`], what a head says in [`head`].

pub mod card;
pub mod head;
pub mod sorted;

use super::Ui;
use super::shown::Shown;
use crate::app::geometry::{Area, scrolled};
use crate::app::lists::Go;
use crate::domain::Fate;
use card::Most;

/// The lanes from left to right; the first holds the jobs that have no fate yet.
pub const LANES: [Option<Fate>; 5] = [
    None,
    Some(Fate::Now),
    Some(Fate::Next),
    Some(Fate::Later),
    Some(Fate::Never),
];

/// The narrowest and the widest that a lane gets.
const NARROWEST: u16 = 14;
const WIDEST: u16 = 44;

/// How far the lanes are scrolled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scrolled {
    /// The first lane in view.
    pub lane: usize,
    /// The first card in view of each lane.
    pub cards: [usize; LANES.len()],
}

/// A lane and its cards.
#[derive(Clone, Debug)]
pub struct Lane {
    /// Which of [`LANES`].
    pub lane: usize,
    /// All of it.
    pub area: Area,
    /// Its name and how many jobs it has.
    pub name: Area,
    /// What it has to bear, in words; empty where there is nothing to say.
    pub load: Area,
    /// The same as a bar; empty where there is no room for it.
    pub gauge: Area,
    /// The line below.
    pub rule: Area,
    /// Where the cards are.
    pub body: Area,
    /// The cards in view, each with the place of its job in the ranking.
    pub cards: Vec<(Area, usize)>,
    /// How many jobs are above and below those in view.
    pub hidden: (usize, usize),
}

/// Where the lanes are.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The lanes in view.
    pub lanes: Vec<Lane>,
    /// How far they are scrolled, so that the selected card is in view.
    pub scrolled: Scrolled,
    /// How many lines parts of the cards get at most.
    pub most: Most,
}

/// Lays the lanes out in an area.
pub fn layout(ui: &Ui, area: Area) -> Layout {
    let area = area.right_of(1);
    let count = (area.width / (NARROWEST + 1)).clamp(1, 5);
    let share = area.width.saturating_add(1) / count;
    let width = share.saturating_sub(1).min(WIDEST);
    // What is left over goes to the first lanes, a cell each.
    let left = (area.width + 1 - share * count) * u16::from(width < WIDEST);
    let selected = place_of(ui);
    let mut moved = ui.lanes;
    let at = selected.map_or(0, |(lane, _)| lane);
    moved.lane = scrolled(moved.lane, at, count.into(), LANES.len());
    let heights = Heights::of(&ui.shown, area.height, width).with_stories(&ui.shown, area, width);
    let lanes = (0..count).zip(moved.lane..LANES.len());
    let lanes = lanes.map(|(column, lane)| {
        let area = area.columns(
            column * (width + 1) + column.min(left),
            width + u16::from(column < left),
        );
        let stack = Stack {
            shown: &ui.shown,
            jobs: &ui.shown.lanes()[lane],
            width: area.width.saturating_sub(1),
            heights: &heights,
        };
        let selected = selected.filter(|(there, _)| *there == lane);
        let body = area.below(heights.head());
        let first = stack.first_in_view(moved.cards[lane], selected.map(|at| at.1), body.height);
        moved.cards[lane] = first;
        heights.lay_out(lane, area, stack.cards(first, body))
    });
    Layout {
        lanes: lanes.collect(),
        most: heights.most,
        scrolled: moved,
    }
}

/// How high the parts of a lane are; the same in all lanes.
struct Heights {
    load: u16,
    gauge: u16,
    /// Between two cards.
    gap: u16,
    most: Most,
}

/// From how many rows on a lane has room for: words about its load, more lines of a name, a bar of
/// its load, reasons.
const ROOM_FOR_LOAD: u16 = 9;
const ROOM_FOR_NAMES: u16 = 12;
const ROOM_FOR_GAUGE: u16 = 18;
const ROOM_FOR_REASONS: u16 = 22;

impl Heights {
    fn of(shown: &Shown, height: u16, width: u16) -> Self {
        let loads = shown.sorted().loads();
        let words = loads.iter().map(|load| head::words(load, width).len());
        let words = words.max().unwrap_or(0);
        let has_capacity = loads.iter().any(|load| load.capacity.is_some());
        let from = |room: u16| height >= room;
        Self {
            load: if from(ROOM_FOR_LOAD) { rows(words) } else { 0 },
            gauge: u16::from(has_capacity && from(ROOM_FOR_GAUGE)),
            gap: u16::from(from(ROOM_FOR_NAMES)),
            most: Most {
                name: if from(ROOM_FOR_NAMES) { 4 } else { 1 },
                why: if from(ROOM_FOR_REASONS) { 3 } else { 0 },
                story: 0,
            },
        }
    }

    /// With the stories on the cards, where all cards are in view with them.
    fn with_stories(self, shown: &Shown, area: Area, width: u16) -> Self {
        let told = Self {
            most: Most {
                story: 4,
                ..self.most
            },
            ..self
        };
        let room = area.below(told.head()).height;
        let fits = |jobs: &Vec<usize>| {
            let stack = Stack {
                shown,
                jobs,
                width: width.saturating_sub(1),
                heights: &told,
            };
            stack.fits(room)
        };
        if shown.lanes().iter().all(fits) {
            told
        } else {
            self
        }
    }

    /// The rows above the cards.
    fn head(&self) -> u16 {
        2 + self.load + self.gauge
    }

    fn lay_out(&self, lane: usize, area: Area, (cards, hidden): Cards) -> Lane {
        Lane {
            lane,
            area,
            name: area.row(0),
            load: area.rows(1, self.load),
            gauge: area.rows(1 + self.load, self.gauge),
            rule: area.row(1 + self.load + self.gauge),
            body: area.below(self.head()),
            cards,
            hidden,
        }
    }
}

/// The cards in view with the places of their jobs, and how many jobs are above and below.
type Cards = (Vec<(Area, usize)>, (usize, usize));

/// The cards of a lane, one below the other.
struct Stack<'a> {
    shown: &'a Shown,
    /// The places of its jobs in the ranking.
    jobs: &'a [usize],
    /// The cells of a card's text.
    width: u16,
    heights: &'a Heights,
}

impl Stack<'_> {
    fn height(&self, card: usize) -> u16 {
        let place = self.jobs[card];
        rows(card::lines(self.shown, place, self.width, self.heights.most).len())
    }

    /// Whether all cards are in view at once.
    fn fits(&self, room: u16) -> bool {
        let Some(last) = self.jobs.len().checked_sub(1) else {
            return true;
        };
        self.first_before(last, room) == 0 && self.height(last) <= room
    }

    /// The first card in view so that the selected one is too, no more is moved than that asks
    /// for, and no room is left below the last.
    fn first_in_view(&self, first: usize, selected: Option<usize>, room: u16) -> usize {
        let first = match selected {
            Some(selected) => first.min(selected).max(self.first_before(selected, room)),
            None => first,
        };
        let last = self.jobs.len().checked_sub(1);
        first.min(last.map_or(0, |last| self.first_before(last, room)))
    }

    /// The first of the cards of which a later one is the last that fits.
    fn first_before(&self, last: usize, room: u16) -> usize {
        let mut first = last;
        let mut taken = self.height(last);
        while first > 0 {
            taken += self.heights.gap + self.height(first - 1);
            if taken > room {
                break;
            }
            first -= 1;
        }
        first
    }

    fn cards(&self, first: usize, body: Area) -> Cards {
        let mut cards = Vec::new();
        let mut row = 0;
        for (card, place) in self.jobs.iter().enumerate().skip(first) {
            let height = self.height(card);
            // One that is higher than the lane is cut, so that there is always one.
            if row + height > body.height && !cards.is_empty() {
                break;
            }
            cards.push((body.rows(row, height), *place));
            row += height + self.heights.gap;
        }
        let below = self.jobs.len() - first - cards.len();
        (cards, (first, below))
    }
}

fn rows(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// The lane of the selected job, and its place there.
fn place_of(ui: &Ui) -> Option<(usize, usize)> {
    let mut lanes = ui.shown.lanes().iter().enumerate();
    lanes.find_map(|(lane, jobs)| Some((lane, jobs.binary_search(&ui.place).ok()?)))
}

/// The place in the ranking that one gets to: up and down within the lane, left and right to the
/// next lane that has jobs. The same place where it goes no further.
pub(super) fn from(ui: &Ui, go: Go, area: Area) -> usize {
    let Some((lane, card)) = place_of(ui) else {
        return ui.place;
    };
    let lanes = ui.shown.lanes();
    let beside = match go {
        Go::Left => (0..lane).rev().find(|&lane| !lanes[lane].is_empty()),
        Go::Right => (lane + 1..lanes.len()).find(|&lane| !lanes[lane].is_empty()),
        Go::Up | Go::Down | Go::First | Go::Last | Go::PageUp | Go::PageDown => None,
    };
    if let Some(jobs) = beside.map(|lane| &lanes[lane]) {
        return jobs[card.min(jobs.len() - 1)];
    }
    let layout = super::layout(ui, area);
    let in_view = layout.lanes().and_then(|layout| {
        let mut lanes = layout.lanes.iter();
        lanes.find(|there| there.lane == lane)
    });
    let page = in_view.map_or(1, |lane| lane.cards.len());
    lanes[lane][go.from(card, lanes[lane].len(), page)]
}
