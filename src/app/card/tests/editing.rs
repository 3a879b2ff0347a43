//! Every field of everything on a card is reached by the arrow keys and edited by Enter, and what is
//! added is there afterwards.

use super::{card, initiative, job, kpi, selected};
use crate::app::card::spot::{Spot, Thing};
use crate::app::fields::{Subject, fill};
use crate::app::overlay::Overlay;
use crate::app::overlay::form::Form;
use crate::app::{MouseKind, Screen};
use crate::domain::Number;
use crate::testing::{Session, id};

/// The form that is open.
fn form(session: &Session) -> Option<&Form> {
    let Some(Overlay::Form(form)) = session.model.overlays.last() else {
        return None;
    };
    Some(form)
}

fn fields(session: &Session, subject: &Subject) -> Vec<&'static str> {
    let today = session.model.now.today;
    let rows = fill::rows(subject, session.workspace(), today).expect("it is there");
    rows.into_iter().map(|(row, _)| row.name).collect()
}

/// Goes through all rows with the arrow keys, into every thing, and does something on each.
fn everywhere(session: &mut Session, mut at: impl FnMut(&mut Session)) {
    let mut last = None;
    session.keys("home");
    while last.as_ref() != Some(selected(session)) {
        last = Some(selected(session).clone());
        at(session);
        session.keys("right");
        let mut inside = None;
        while selected(session).opened().is_some() && inside.as_ref() != Some(selected(session)) {
            inside = Some(selected(session).clone());
            at(session);
            session.keys("down");
        }
        while selected(session).opened().is_some() {
            session.keys("left");
        }
        if last.as_ref() != Some(selected(session)) {
            // Out of the details by their last row: the next thing is reached already.
            last = None;
            continue;
        }
        session.keys("down");
    }
}

#[test]
fn enter_edits_every_field_of_everything_on_the_card() {
    for width in [60, 120] {
        let mut session = card("set-up-quickly", width, 30);
        let mut edited: Vec<(Subject, &str)> = Vec::new();
        everywhere(&mut session, |session| {
            session.keys("enter");
            if let Some(form) = form(session) {
                let subject = match form.subject().clone() {
                    Subject::Estimate(job) => Subject::Job(job),
                    subject => subject,
                };
                let names = form.inputs().iter().map(|input| input.row.name);
                edited.extend(names.map(|name| (subject.clone(), name)));
            }
            session.model.overlays.clear();
            // The score of a job leads to the roadmap.
            session.model.show(Screen::Card);
        });
        let outcome = session.outcome("set-up-quickly");
        let initiatives = outcome.initiatives.iter();
        let mut subjects = vec![Subject::Outcome(outcome.id.clone())];
        subjects.extend(initiatives.map(|there| Subject::Initiative(there.id.clone())));
        subjects.extend(outcome.kpis().map(|kpi| Subject::Kpi(kpi.id.clone())));
        let jobs = session.model.derived.jobs_of(&outcome.id).iter();
        subjects.extend(jobs.map(|job| Subject::Job(job.clone())));
        subjects.push(Subject::Reading {
            kpi: id("setup-time"),
            date: "2026-10-31".parse().expect("a date"),
        });
        subjects.push(Subject::Escalation {
            initiative: id("support-channel"),
            step: 1,
        });
        for subject in subjects {
            for field in fields(&session, &subject) {
                // The stage is chosen from a list, and a need leads to the research.
                let is_elsewhere = matches!(field, "stage" | "needs");
                let is_edited = edited.contains(&(subject.clone(), field)) || is_elsewhere;
                assert!(is_edited, "{field} of {subject:?} at {width}");
            }
        }
    }
}

#[test]
fn a_field_is_edited_where_it_stands() {
    for width in [80, 120] {
        let mut session = card("setup-time", width, 36);
        session.keys("right down").keys("enter");
        let (_, label) = session.find("Unit");
        session.keys("backspace").letters("ly logins");
        let (_, typed) = session.find("dayly logins");
        assert_eq!(label, typed);
        session.keys("enter");
        let unit = session
            .workspace()
            .kpi(&id("setup-time"))
            .and_then(|kpi| kpi.unit.clone());
        assert_eq!(unit.as_deref(), Some("dayly logins"), "at {width}");
    }
}

#[test]
fn a_reading_takes_a_key_the_number_and_enter() {
    let mut session = card("setup-time", 80, 24);
    session.keys("r").letters("5,5").keys("enter");
    let latest = session
        .workspace()
        .kpi(&id("setup-time"))
        .and_then(|kpi| kpi.latest());
    let latest = latest.map(|reading| (reading.date.to_string(), reading.value));
    let half = Number::new(5.5).expect("a number");
    assert_eq!(latest, Some(("2026-11-22".to_owned(), half)));
    assert!(
        session.screen().contains("◐ Setup time"),
        "{}",
        session.screen()
    );
}

#[test]
fn a_reading_of_the_only_kpi_needs_no_selection() {
    let mut session = card("be-understood", 80, 24);
    session.keys("r").letters("9").keys("enter");
    assert_eq!(
        session.last_step(),
        "Read 'Interviews per month': 9 interviews"
    );
    let mut session = card("set-up-quickly", 80, 24);
    session.keys("r");
    assert_eq!(session.said(), "Select the KPI that was read first");
    let mut session = card("roll-out-further", 80, 24);
    session.keys("a r");
    assert_eq!(
        session.said(),
        "A reading belongs to a KPI, and there is none here yet"
    );
}

#[test]
fn what_is_added_is_selected() {
    let mut session = card("roll-out-further", 80, 24);
    session.keys("a i").letters("Second-team kit").keys("enter");
    assert_eq!(*selected(&session), initiative("second-team-kit"));
    session
        .keys("a k")
        .letters("Teams per account")
        .keys("enter");
    assert_eq!(*selected(&session), kpi("teams-per-account"));
    session.keys("a e").letters("Sales lead").keys("enter");
    let initiatives = &session.outcome("roll-out-further").initiatives;
    assert_eq!(initiatives[0].escalation[0].to, "Sales lead");
    session
        .keys("a j")
        .letters("Invite the others")
        .keys("enter");
    assert_eq!(*selected(&session), job("invite-the-others"));
}

#[test]
fn both_halves_of_an_estimate_are_typed_together_and_go_together() {
    let mut session = card("get-unstuck", 120, 36);
    let name = "estimate.satisfaction";
    session.keys("right");
    while *selected(&session) != Spot::Field(Thing::Job(id("get-unstuck")), name) {
        session.keys("down");
    }
    session
        .keys("enter")
        .letters("3")
        .keys("shift-tab")
        .letters("8")
        .keys("enter");
    let estimate = |session: &Session| session.workspace().jobs()["get-unstuck"].estimate;
    let both = estimate(&session).map(|there| (there.importance, there.satisfaction));
    assert_eq!(both, Some((Number::from(8), Number::from(3))));
    assert_eq!(estimate(session.keys("delete")), None);
}

#[test]
fn enter_on_an_empty_section_adds_to_it() {
    let mut session = card("pricing-desk", 80, 24);
    session
        .keys("down enter")
        .letters("Discounts")
        .keys("enter");
    assert_eq!(*selected(&session), kpi("discounts"));
}

#[test]
fn a_kpi_or_a_step_needs_an_initiative() {
    let mut session = card("roll-out-further", 80, 24);
    session.keys("a k");
    assert_eq!(
        session.said(),
        "Add an initiative first; a KPI hangs on one"
    );
    let mut session = card("set-up-quickly", 80, 24);
    session.keys("a e");
    assert_eq!(
        session.said(),
        "Select an initiative first; an escalation step hangs on one"
    );
}

#[test]
fn e_opens_all_fields_with_the_cursor_in_the_selected_one() {
    let mut session = card("setup-time", 120, 36);
    session.keys("right down down down e");
    let all = fields(&session, &Subject::Kpi(id("setup-time")));
    let form = form(&session).expect("a form");
    assert_eq!(form.inputs().len(), all.len());
    session
        .keys("backspace backspace")
        .letters("13")
        .keys("enter");
    let kpi = session
        .workspace()
        .kpi(&id("setup-time"))
        .expect("it is there");
    assert_eq!(kpi.baseline, Some(Number::from(13)));
}

#[test]
fn a_second_click_edits() {
    let mut session = card("set-up-quickly", 120, 36);
    let (x, y) = session.find("Owner");
    session.mouse(MouseKind::Press, x, y);
    assert_eq!(*selected(&session), Spot::Field(Thing::Outcome, "owner"));
    session.mouse(MouseKind::Press, x, y);
    session.letters("Ann").keys("enter");
    assert_eq!(
        session.outcome("set-up-quickly").owner.as_deref(),
        Some("Ann")
    );
}

#[test]
fn private_notes_are_called_private() {
    let mut session = card("set-up-quickly", 80, 30);
    session
        .keys("end enter")
        .letters("Ann doubts it")
        .keys("ctrl-s");
    let screen = session.screen();
    let line = screen.lines().find(|line| line.contains("Ann doubts it"));
    assert!(
        line.is_some_and(|line| line.contains("Private notes")),
        "{screen}"
    );
}
