//! Where the program goes: to what was added, to what a step of the history touched, to what a
//! person follows. It changes what is shown and selected, and nothing else.

use crate::app::{Model, Screen, Visit, research, trail};
use crate::domain::workspace::Home;
use crate::domain::{Id, Key};

/// Goes to what a form added. The card finds what is added to it by itself.
pub(super) fn go_to_added(model: &mut Model, added: Id) {
    match model.workspace().home(&added) {
        Some(Home::Outcome) if model.screen == Screen::Board => model.ui.board.capture(added),
        Some(Home::Outcome) => model.ui.board.select(added),
        Some(Home::Stage) => model.ui.board.select_stage(added),
        Some(Home::Job) => model.ui.roadmap.select(added),
        Some(Home::Segment | Home::Need | Home::Initiative(_) | Home::Kpi(_) | Home::Study)
        | None => {}
    }
}

/// Selects what a step of the history touched, so that the eye is where something happened.
pub(super) fn point_at(model: &mut Model, keys: &[Key]) {
    for key in keys {
        match key {
            Key::Outcome(id) => model.ui.board.select(id.clone()),
            Key::Job(id) => model.ui.roadmap.select(id.clone()),
            Key::Stage(id) => model.ui.board.select_stage(id.clone()),
            Key::Need(id) => model
                .ui
                .research
                .point_at(research::spot::Thing::Need(id.clone())),
            Key::Segment(id) => {
                model
                    .ui
                    .research
                    .point_at(research::spot::Thing::Segment(id.clone()));
            }
            Key::Study(id) => model
                .ui
                .research
                .point_at(research::spot::Thing::Study(id.clone())),
            Key::Head | Key::Review(_) | Key::Economics(_) => {}
        }
    }
}

/// Goes where somebody wanted to go.
pub(super) fn go_to(model: &mut Model, visit: Visit) {
    if is_followed(model, &visit) {
        trail::leave(model);
    }
    match visit {
        Visit::Card(id) => {
            let from = if model.screen == Screen::Card {
                model.ui.card.opened_from()
            } else {
                model.screen
            };
            model.ui.card.open(id, from);
            model.screen = Screen::Card;
        }
        Visit::Job(id) => {
            model.ui.roadmap.select(id);
            model.screen = Screen::Roadmap;
        }
        Visit::Ranking(scope) => {
            model.ui.roadmap.ask(scope);
            model.screen = Screen::Roadmap;
        }
        Visit::Stage(id) => {
            model.ui.board.select_stage(id);
            model.screen = Screen::Board;
        }
        Visit::Finding(spot) => {
            model.ui.health.select(spot);
            model.screen = Screen::Health;
        }
        Visit::Research(thing) => {
            model.ui.research.select(thing);
            model.screen = Screen::Research;
        }
        Visit::Trace(id) => {
            let (ui, cx) = model.parts(Screen::Research);
            ui.research.show_trace(id.as_ref(), cx);
            model.screen = Screen::Research;
        }
        Visit::Back => model.go_back(),
    }
}

/// Whether a visit follows a link into the research or the health check, out of them, or on from
/// there, so that Esc comes back. Within the research and within a card one stays.
fn is_followed(model: &Model, visit: &Visit) -> bool {
    let is_tracing = model.ui.research.trace().is_some();
    let target = match visit {
        Visit::Card(_) => Screen::Card,
        Visit::Job(_) => Screen::Roadmap,
        Visit::Research(_) | Visit::Trace(_) => Screen::Research,
        Visit::Stage(_) => Screen::Board,
        Visit::Finding(_) => Screen::Health,
        Visit::Ranking(_) | Visit::Back => return false,
    };
    // From these one goes on to what they tell of, and comes back for the next.
    let is_source = |screen| matches!(screen, Screen::Research | Screen::Health);
    match (model.screen, visit) {
        (Screen::Research, Visit::Research(_)) => is_tracing,
        (Screen::Research, Visit::Trace(_)) => true,
        (here, _) if here == target => false,
        (here, _) => is_source(here) || is_source(target) || !model.trail.is_empty(),
    }
}
