//! The jobs as lanes by fate: where lanes and their cards are, and how one goes from card to card.

use super::Ui;
use crate::app::geometry::{Area, scrolled};
use crate::app::lists::Go;
use crate::domain::Fate;

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
    pub head: Area,
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
}

/// Lays the lanes out in an area.
pub fn layout(ui: &Ui, area: Area) -> Layout {
    let area = area.right_of(1);
    let count = (area.width / (NARROWEST + 1)).clamp(1, 5);
    let width = (area.width / count).saturating_sub(1).min(WIDEST);
    let selected = place_of(ui);
    let at = selected.map_or(0, |(lane, _)| lane);
    let mut moved = ui.lanes;
    moved.lane = scrolled(moved.lane, at, count.into(), LANES.len());
    let sizes = Sizes::of(area.height.saturating_sub(2));
    if let Some((lane, card)) = selected {
        let cards = ui.shown.lanes()[lane].len();
        moved.cards[lane] = scrolled(moved.cards[lane], card, sizes.cards, cards);
    }
    let lanes = (0..count)
        .zip(moved.lane..LANES.len())
        .map(|(column, lane)| {
            let area = area.columns(column * (width + 1), width);
            lay_out_lane(
                lane,
                &ui.shown.lanes()[lane],
                moved.cards[lane],
                area,
                &sizes,
            )
        })
        .collect();
    Layout {
        lanes,
        scrolled: moved,
    }
}

/// How tall cards are, and how many of them a lane shows.
struct Sizes {
    name: u16,
    card: u16,
    cards: usize,
}

impl Sizes {
    fn of(height: u16) -> Self {
        let (name, space) = if height < 10 { (1, 0) } else { (2, 1) };
        let card = name + 1 + space;
        Self {
            name,
            card,
            // The last card needs no space below it.
            cards: usize::from((height + space) / card).max(1),
        }
    }
}

fn lay_out_lane(lane: usize, jobs: &[usize], first: usize, area: Area, sizes: &Sizes) -> Lane {
    let first = first.min(jobs.len().saturating_sub(1));
    let below = area.below(2);
    let cards: Vec<_> = (0..)
        .zip(&jobs[first..])
        .take(sizes.cards)
        .map(|(row, place)| (below.rows(row * sizes.card, sizes.name + 1), *place))
        .collect();
    Lane {
        lane,
        area,
        head: area.row(0),
        hidden: (first, jobs.len() - first - cards.len()),
        cards,
    }
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
