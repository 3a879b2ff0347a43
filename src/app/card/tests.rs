//! The card, played by its keys.

mod changes;
mod editing;
mod going;
mod sizes;

use super::spot::{Spot, Thing};
use crate::app::{Msg, Screen};
use crate::testing::{Session, id};

/// The card on which an id hangs, opened from the board.
fn card(opened: &str, width: u16, height: u16) -> Session {
    let mut session = Session::sample(width, height);
    open(&mut session, opened);
    session
}

fn open(session: &mut Session, opened: &str) {
    let area = session.model.area;
    session.model.ui.card.open(id(opened), Screen::Board);
    session.model.show(Screen::Card);
    session.take(Msg::Resize(area.width, area.height));
}

fn selected(session: &Session) -> &Spot {
    session.model.ui.card.selected()
}

fn kpi(name: &str) -> Spot {
    Spot::Thing(Thing::Kpi(id(name)))
}

fn job(name: &str) -> Spot {
    Spot::Thing(Thing::Job(id(name)))
}

fn initiative(name: &str) -> Spot {
    Spot::Thing(Thing::Initiative(id(name)))
}
