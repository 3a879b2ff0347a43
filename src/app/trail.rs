//! The trail: where one was before following a link from screen to screen, so that Esc comes back
//! there. Going to a screen by its key begins a new one.

use super::{Model, Screen, card, research};

/// How far back one can come.
const LONGEST: usize = 32;

/// The places that were left by following a link, the last one last.
#[derive(Clone, Debug, Default)]
pub(super) struct Trail(Vec<Stop>);

/// A place to come back to.
#[derive(Clone, Debug)]
enum Stop {
    /// A screen as it is.
    Screen(Screen),
    /// A card, and where one was on it.
    Card(Box<card::Ui>),
    /// A place in the research.
    Research(Box<research::Ui>),
}

impl Trail {
    /// Begins anew.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Whether nothing was followed.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Remembers where one is, before a link is followed.
pub(super) fn leave(model: &mut Model) {
    let stop = match model.screen {
        Screen::Card => Stop::Card(Box::new(model.ui.card.clone())),
        Screen::Research => Stop::Research(Box::new(model.ui.research.clone())),
        Screen::Board | Screen::Roadmap | Screen::Health | Screen::Workshop => {
            Stop::Screen(model.screen)
        }
    };
    let stops = &mut model.trail.0;
    stops.push(stop);
    let long = stops.len().saturating_sub(LONGEST);
    stops.drain(..long);
}

/// Comes back to where one was; says whether there was such a place.
pub(super) fn come_back(model: &mut Model) -> bool {
    let Some(stop) = model.trail.0.pop() else {
        return false;
    };
    model.screen = match stop {
        Stop::Screen(screen) => screen,
        Stop::Card(card) => {
            model.ui.card = *card;
            Screen::Card
        }
        Stop::Research(research) => {
            model.ui.research = *research;
            Screen::Research
        }
    };
    true
}
