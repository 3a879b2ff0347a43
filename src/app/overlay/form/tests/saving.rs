//! What becomes of what was typed: one change, or a draft.

use super::{clear, estimate, form, is_open, kpi, open, problems, text, top};
use crate::app::overlay::Overlay;
use crate::app::overlay::form::{Form, Subject};
use crate::domain::{Fate, Id, Number};
use crate::testing::{Session, id, now};

#[test]
fn what_is_typed_becomes_one_change_when_it_is_accepted() {
    let mut session = form(Subject::Kpi(id("setup-time")));
    session.keys("tab tab tab tab");
    clear(&mut session).letters("4,5");
    assert_ne!(kpi(&session, "setup-time").target, "4.5".parse().ok());
    session.keys("enter");
    assert_eq!(kpi(&session, "setup-time").target, "4.5".parse().ok());
    let name = &kpi(&session, "setup-time").name;
    assert_eq!(
        session.last_step(),
        format!("Changed the target of '{name}'")
    );
    assert!(!is_open(&session));
    session.keys("u");
    assert_ne!(kpi(&session, "setup-time").target, "4.5".parse().ok());
}

/// What the change is called that typing into the first field of a form makes.
fn label(subject: Subject, letters: &str) -> String {
    let mut session = form(subject);
    clear(&mut session).letters(letters).keys("enter");
    session.last_step().to_owned()
}

#[test]
fn what_is_added_is_said_with_where() {
    let (stage, place) = (id("usage"), 0);
    let outcome = id("be-proud-of-it");
    let initiative = id("pricing-desk");
    let added = |subject, letters| label(subject, letters);
    assert_eq!(
        added(Subject::NewOutcome { stage, place }, "Win"),
        "Added 'Win' to Usage"
    );
    assert_eq!(
        added(Subject::NewInitiative { outcome }, "Awards"),
        "Added the initiative 'Awards' to 'Increase the likelihood that pe…'"
    );
    assert_eq!(
        added(
            Subject::NewKpi {
                initiative: initiative.clone()
            },
            "Discount"
        ),
        "Added the KPI 'Discount' to 'Pricing desk'"
    );
    assert_eq!(
        added(Subject::NewEscalation { initiative }, "Board"),
        "Added the escalation step 'Board' to 'Pricing desk'"
    );
    assert_eq!(
        added(Subject::NewNeed, "Be heard"),
        "Added the need 'Be heard'"
    );
    assert_eq!(
        added(Subject::NewSegment, "Schools"),
        "Added the segment 'Schools'"
    );
    assert_eq!(
        added(Subject::NewStage { place: 1 }, "Trial"),
        "Added the stage 'Trial'"
    );
    assert_eq!(
        added(Subject::NewJob { outcome: None }, "Win"),
        "Added the job 'Win'"
    );
}

#[test]
fn what_is_changed_is_said_in_its_own_words() {
    let (job, fate) = (id("leave-cleanly"), Fate::Never);
    let cards = vec![id("be-proud-of-it"), id("be-understood")];
    assert_eq!(
        label(Subject::Stage(id("usage")), "Onboarding"),
        "Renamed the stage 'Usage' to 'Onboarding'"
    );
    assert_eq!(
        label(Subject::NewReading { kpi: id("nps") }, "30"),
        "Read 'Net promoter score': 30 points"
    );
    assert_eq!(
        label(Subject::Why { job, fate }, "nobody asks"),
        "Decided 'Take our data out when we leave': never"
    );
    assert_eq!(
        label(Subject::Tags(cards), "q4, team"),
        "Tagged 2 cards with 'q4', 'team'"
    );
}

#[test]
fn an_estimate_is_two_numbers() {
    let mut session = estimate("leave-cleanly");
    clear(&mut session).letters("8").keys("tab");
    clear(&mut session).keys("enter");
    assert_eq!(
        session.said(),
        "Not saved: an estimate is both numbers, importance and satisfaction, or none"
    );
    session.letters("3").keys("enter");
    assert_eq!(
        session.last_step(),
        "Rated 'Take our data out when we leave': importance 8, satisfaction 3"
    );
    let job = &session.workspace().jobs()[&id("leave-cleanly")];
    let estimate = job.estimate.expect("an estimate");
    assert_eq!(estimate.importance, Number::from(8));
    assert_eq!(estimate.satisfaction, Number::from(3));
}

#[test]
fn accepting_what_is_wrong_goes_there_and_says_it() {
    let mut session = form(Subject::NewKpi {
        initiative: id("pricing-desk"),
    });
    session.keys("tab tab tab").letters("many").keys("enter");
    assert!(is_open(&session));
    assert_eq!(session.said(), "Not saved: name can't be empty");
    assert_eq!(
        problems(&session),
        ["name can't be empty", "\"many\" is no number"]
    );
    session.letters("Discount");
    assert_eq!(text(&session, "name"), "Discount");
}

#[test]
fn what_was_typed_survives_leaving_and_reopening() {
    let subject = Subject::NewOutcome {
        stage: id("usage"),
        place: 0,
    };
    let mut session = form(subject.clone());
    session.letters("Half a tho").keys("esc");
    assert!(!is_open(&session));
    assert!(session.effects.is_empty(), "nothing is saved");
    open(&mut session, subject.clone());
    assert_eq!(text(&session, "statement"), "Half a tho");
    assert!(session.screen().contains("what you typed is still here"));
    session.letters("ught").keys("enter");
    assert_eq!(session.last_step(), "Added 'Half a thought' to Usage");
    open(&mut session, subject);
    assert_eq!(text(&session, "statement"), "");
}

#[test]
fn an_untouched_form_keeps_nothing() {
    let mut session = form(Subject::Kpi(id("nps")));
    session.keys("tab tab esc");
    open(&mut session, Subject::Kpi(id("nps")));
    assert!(!top(&session).has_draft());
    session.keys("enter");
    assert!(!is_open(&session));
    assert_eq!(session.last_step(), "");
}

#[test]
fn a_name_that_nothing_has_is_added_in_the_same_change() {
    let mut session = Session::sample(80, 24);
    let before = session.workspace().clone();
    let outcome = Subject::Outcome(id("be-proud-of-it"));
    let form = Form::for_subject(outcome, &before, now(0)).focused_on("segments");
    session.model.overlays.push(Overlay::Form(form));
    session.letters("Schools, 学校").keys("tab");
    session.letters("Be seen, and heard").keys("ctrl-s");
    assert_eq!(
        session.last_step(),
        "Added the segment 'Schools' and the segment '学校' and the need 'Be seen, and heard', and \
         changed the segments and needs of 'Increase the likelihood that pe…'"
    );
    let outcome = session.outcome("be-proud-of-it").clone();
    assert_eq!(outcome.segments, [id("schools"), id("segment")]);
    assert_eq!(session.workspace().segments()[&id("segment")].name, "学校");
    let need = &session.workspace().needs()[&outcome.needs[0]];
    assert_eq!(need.statement, "Be seen, and heard");
    session.keys("u");
    assert_eq!(*session.workspace(), before);
}

#[test]
fn only_what_was_changed_is_set() {
    let mut session = form(Subject::Kpi(id("nps")));
    session.keys("tab tab tab tab");
    clear(&mut session).letters("50").keys("esc");
    open(&mut session, Subject::Kpi(id("nps")));
    session.keys("esc");
    let renamed = Form::for_subject(Subject::Kpi(id("nps")), session.workspace(), now(0));
    session
        .model
        .overlays
        .push(Overlay::Form(renamed.only("name")));
    clear(&mut session).letters("NPS").keys("enter");
    open(&mut session, Subject::Kpi(id("nps")));
    session.keys("enter");
    assert_eq!(kpi(&session, "nps").name, "NPS");
}

#[test]
fn a_reading_of_the_same_day_is_replaced() {
    let mut session = form(Subject::NewReading { kpi: id("nps") });
    session.letters("25").keys("tab");
    clear(&mut session).letters("30.9.").keys("enter");
    assert_eq!(
        session.last_step(),
        "Read 'Net promoter score' again for 2026-09-30: 25 points instead of 22 points"
    );
    assert_eq!(kpi(&session, "nps").readings.len(), 3);
    let latest = kpi(&session, "nps").latest().expect("a reading");
    assert_eq!(latest.value, Number::from(25));
}

#[test]
fn a_reading_that_gets_another_day_leaves_the_old_one() {
    let date = "2026-09-30".parse().expect("a date");
    let mut session = form(Subject::Reading {
        kpi: id("nps"),
        date,
    });
    session.keys("tab");
    clear(&mut session).letters("yesterday").keys("enter");
    let dates = kpi(&session, "nps").readings.iter();
    let dates: Vec<String> = dates.map(|reading| reading.date.to_string()).collect();
    assert_eq!(dates, ["2026-03-31", "2026-06-30", "2026-11-21"]);
}

#[test]
fn a_card_that_is_added_stands_at_its_place() {
    let before = Session::sample(80, 24).cards("usage");
    let mut session = form(Subject::NewOutcome {
        stage: id("usage"),
        place: 1,
    });
    session.letters("Win").keys("enter");
    let cards = session.cards("usage");
    assert_eq!(cards.len(), before.len() + 1);
    assert_eq!(cards[1], "Win");
}

#[test]
fn a_search_is_live_and_esc_takes_it_back() {
    let mut session = Session::sample(160, 40);
    session.keys("/").letters("second team");
    assert!(!session.screen().contains("product solves"));
    session.keys("esc");
    assert!(session.screen().contains("product solves"));
    session.keys("/");
    assert_eq!(text(&session, "text"), "");
    session.letters("second team").keys("enter");
    assert!(!is_open(&session));
    assert!(!session.screen().contains("product solves"));
    assert_eq!(session.last_step(), "", "a search changes no workspace");
}

#[test]
fn a_subject_that_is_gone_says_so() {
    let mut session = form(Subject::Kpi(Id::new("never-was").expect("an id")));
    session.keys("enter");
    assert_eq!(
        session.said(),
        "Not saved: this is no longer there; nothing was changed"
    );
    session.keys("esc");
    assert!(!is_open(&session));
}

#[test]
fn a_form_with_one_field_leaves_what_was_typed_in_others() {
    let mut session = form(Subject::Kpi(id("nps")));
    session.keys("tab tab tab tab");
    clear(&mut session).letters("50").keys("esc");
    let name = Form::for_subject(Subject::Kpi(id("nps")), session.workspace(), now(0));
    session
        .model
        .overlays
        .push(Overlay::Form(name.only("name")));
    clear(&mut session).letters("NPS").keys("enter");
    open(&mut session, Subject::Kpi(id("nps")));
    assert_eq!(text(&session, "name"), "NPS");
    assert_eq!(text(&session, "target"), "50");
}
