//! What the keys of a card do to the workspace.

use super::{card, initiative, job, kpi, selected};
use crate::app::Screen;
use crate::app::card::spot::{Spot, Thing};
use crate::domain::{Fate, Status, Touch};
use crate::testing::{Session, id};

fn initiatives(session: &Session, outcome: &str) -> Vec<String> {
    let initiatives = session.outcome(outcome).initiatives.iter();
    initiatives.map(|there| there.id.to_string()).collect()
}

/// The homes of the KPIs of a card: the place of each one's initiative, and its id.
fn kpis(session: &Session, outcome: &str) -> Vec<(usize, String)> {
    let initiatives = session.outcome(outcome).initiatives.iter().enumerate();
    initiatives
        .flat_map(|(place, there)| {
            there
                .kpis
                .iter()
                .map(move |kpi| (place, kpi.id.to_string()))
        })
        .collect()
}

#[test]
fn needs_are_linked_and_unlinked_from_the_card() {
    let mut session = card("set-up-quickly", 120, 36);
    let needs = |session: &Session| session.outcome("set-up-quickly").needs.len();
    session.keys("a n").letters("Buyers must").keys("enter");
    assert_eq!(needs(&session), 2);
    let linked = Spot::Need(id("needs-a-reason-for-the-board"));
    assert_eq!(*selected(&session), linked);
    session.keys("X");
    assert_eq!(needs(&session), 1);
    session.keys("u a n enter");
    assert_eq!(needs(&session), 1, "those that are served stand first");
}

#[test]
fn space_puts_the_next_word() {
    let mut session = card("support-channel", 120, 36);
    session.keys("space");
    let status = |session: &Session| {
        let outcome = session.outcome("set-up-quickly");
        outcome
            .initiative(&id("support-channel"))
            .map(|there| (there.status, there.touch))
    };
    assert_eq!(status(&session), Some((Status::Paused, Touch::Reactive)));
    session.keys("right down space");
    assert_eq!(status(&session), Some((Status::Paused, Touch::Proactive)));
    session.keys("u u");
    assert_eq!(status(&session), Some((Status::Active, Touch::Reactive)));
}

#[test]
fn space_gives_a_job_the_next_fate_and_none_behind_the_last() {
    let mut session = card("get-unstuck", 80, 24);
    let fate = |session: &Session| session.workspace().jobs()["get-unstuck"].fate;
    assert_eq!(fate(session.keys("space")), Some(Fate::Now));
    assert_eq!(fate(session.keys("space space space")), Some(Fate::Never));
    assert_eq!(fate(session.keys("space")), None);
}

#[test]
fn space_says_where_there_are_no_words() {
    let mut session = card("setup-time", 80, 24);
    session.keys("space");
    assert_eq!(
        session.said(),
        "There are no words to step through here; Enter edits"
    );
}

#[test]
fn initiatives_change_places() {
    let mut session = card("support-channel", 80, 24);
    session.keys("shift-up");
    let swapped = ["support-channel", "self-service-onboarding"];
    assert_eq!(initiatives(&session, "set-up-quickly"), swapped);
    assert_eq!(*selected(&session), initiative("support-channel"));
    assert_eq!(session.last_step(), "Moved 'Customer support channel' up");
    session.keys("shift-up");
    assert_eq!(session.said(), "It can't go further up");
}

#[test]
fn a_kpi_goes_on_into_the_next_initiative() {
    let mut session = card("setup-time", 80, 24);
    session.keys("shift-down");
    let pair = |place, kpi: &str| (place, kpi.to_owned());
    let both = [pair(1, "setup-time"), pair(1, "support-requests")];
    assert_eq!(kpis(&session, "set-up-quickly"), both);
    assert_eq!(*selected(&session), kpi("setup-time"));
    session.keys("shift-down shift-up shift-up");
    let apart = [pair(0, "setup-time"), pair(1, "support-requests")];
    assert_eq!(kpis(&session, "set-up-quickly"), apart);
}

#[test]
fn escalation_steps_change_places_and_stay_selected() {
    let mut session = card("support-channel", 120, 36);
    session.keys("right").keys(&"down ".repeat(5));
    let step = |place| Spot::Thing(Thing::Step(id("support-channel"), place));
    assert_eq!(*selected(&session), step(0));
    session.keys("shift-down");
    assert_eq!(*selected(&session), step(1));
    let steps = &session.outcome("set-up-quickly").initiatives[1].escalation;
    assert_eq!(steps[0].to, "Engineering on call");
}

#[test]
fn things_are_deleted_with_what_hangs_on_them_and_come_back() {
    for (thing, spot) in [
        ("get-unstuck", job("get-unstuck")),
        ("setup-time", kpi("setup-time")),
        ("support-channel", initiative("support-channel")),
    ] {
        let mut session = card(thing, 80, 24);
        let before = session.workspace().clone();
        session.keys("delete");
        assert!(session.workspace().home(&id(thing)).is_none(), "{thing}");
        assert!(session.last_step().starts_with("Deleted the "), "{thing}");
        assert_ne!(*selected(&session), spot);
        session.keys("u");
        assert!(*session.workspace() == before, "{thing}");
        assert_eq!(*selected(&session), spot, "what comes back is selected");
    }
}

#[test]
fn a_deletion_says_what_went_along() {
    for (thing, label) in [
        (
            "get-unstuck",
            "Deleted the job 'Get unstuck' with its 22 answers",
        ),
        (
            "setup-time",
            "Deleted the KPI 'Setup time' with its 5 readings",
        ),
        (
            "support-channel",
            "Deleted the initiative 'Customer support channel' with its KPI",
        ),
        ("pricing-desk", "Deleted the initiative 'Pricing desk'"),
    ] {
        let mut session = card(thing, 80, 24);
        assert_eq!(session.keys("delete").last_step(), label);
    }
}

#[test]
fn a_reading_and_a_step_are_deleted_by_themselves() {
    let mut session = card("setup-time", 120, 36);
    session.keys("right end delete");
    assert_eq!(
        session.last_step(),
        "Deleted the reading of 'Setup time' on 30 Jun 2026"
    );
    let mut session = card("support-channel", 120, 36);
    session.keys("right end delete");
    assert_eq!(
        session.last_step(),
        "Deleted the escalation to 'Engineering on call'"
    );
    let step = Spot::Thing(Thing::Step(id("support-channel"), 0));
    assert_eq!(*selected(&session), step);
}

#[test]
fn deleting_a_field_empties_it() {
    let mut session = card("set-up-quickly", 80, 24);
    session.keys("down down delete");
    assert!(session.outcome("set-up-quickly").segments.is_empty());
    let mut session = card("setup-time", 120, 36);
    session.keys("right delete");
    assert_eq!(session.said(), "name can't be empty");
}

#[test]
fn the_card_itself_is_not_deleted_here() {
    let mut session = card("set-up-quickly", 80, 24);
    session.keys("delete X");
    assert_eq!(
        session.said(),
        "Cards are deleted on the board; Esc goes there"
    );
    assert_eq!(session.last_step(), "");
}

#[test]
fn the_card_is_archived_and_restored() {
    let mut session = card("set-up-quickly", 80, 24);
    session.keys("x");
    assert!(!session.outcome("set-up-quickly").is_active());
    assert!(session.screen().contains("archived 22 Nov 2026"));
    session.keys("x");
    assert!(session.outcome("set-up-quickly").is_active());
}

#[test]
fn the_card_goes_to_another_stage() {
    let mut session = card("set-up-quickly", 80, 24);
    session.keys("shift-right");
    assert_eq!(session.outcome("set-up-quickly").stage, id("advocacy"));
    session.keys("m").letters("offer").keys("enter");
    assert_eq!(session.outcome("set-up-quickly").stage, id("offering"));
    assert_eq!(session.model.screen, Screen::Card);
    session.keys("shift-left");
    assert_eq!(
        session.said(),
        "Offering is the first stage; there is none to move to"
    );
}

#[test]
fn a_card_that_is_gone_closes() {
    let mut session = card("set-up-quickly", 80, 24);
    let gone = crate::domain::removal::remove(session.workspace(), &id("set-up-quickly"));
    let mut out = crate::app::Out::default();
    out.change(gone.expect("it is there"));
    let (change, _) = out.change.take().expect("a change");
    let when = crate::domain::history::Moment {
        now: 0,
        together: false,
    };
    session
        .model
        .document
        .commit(change, when)
        .expect("it can be removed");
    session.take(crate::app::Msg::Resize(80, 24));
    assert_eq!(session.model.screen, Screen::Board);
}
