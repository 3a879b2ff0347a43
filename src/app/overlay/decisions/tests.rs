//! Decisions and what is parked, put down and put right through keys.

use crate::app::overlay::Overlay;
use crate::domain::Decision;
use crate::testing::Session;

fn decided(session: &Session) -> Vec<Decision> {
    let reviews = session.model.workspace().reviews().values().rev();
    reviews
        .flat_map(|review| review.decisions.clone())
        .collect()
}

fn parked(session: &Session) -> Vec<String> {
    let reviews = session.model.workspace().reviews().values().rev();
    let lines = reviews.flat_map(|review| review.parked.iter());
    lines.map(str::to_owned).collect()
}

#[test]
fn a_decision_is_kept_in_the_review_of_today_with_why_who_and_when() {
    let mut session = Session::sample(120, 36);
    session.keys("p d").letters("Import first").keys("tab");
    session.letters("nobody stays without data").keys("tab");
    session.letters("Product").keys("enter");
    let today = session.model.now.today;
    let expected = Decision {
        text: "Import first".to_owned(),
        why: Some("nobody stays without data".to_owned()),
        owner: Some("Product".to_owned()),
        date: Some(today),
    };
    assert_eq!(decided(&session), [expected]);
    let review = session.model.workspace().reviews().get(&today);
    assert_eq!(review.map(|review| review.name.as_str()), Some("Meeting"));
    session.keys("u");
    assert!(!session.model.workspace().reviews().contains_key(&today));
}

#[test]
fn what_is_parked_comes_behind_what_was_parked_before() {
    let mut session = Session::sample(80, 24);
    session.keys("p p").letters("Pricing page").keys("enter");
    session.keys("2 p p").letters("Second team").keys("enter");
    assert_eq!(parked(&session), ["Pricing page", "Second team"]);
    assert!(
        session.said().starts_with("Parked 'Second team'"),
        "{}",
        session.said()
    );
}

#[test]
fn what_was_parked_becomes_a_decision_as_one_step() {
    let mut session = Session::sample(120, 36);
    session.keys("p p").letters("Pricing page").keys("enter");
    session.keys("p p").letters("Second team").keys("enter");
    session.keys("p l s enter");
    assert_eq!(parked(&session), ["Second team"]);
    assert_eq!(decided(&session)[0].text, "Pricing page");
    session.keys("esc u");
    assert_eq!(parked(&session), ["Pricing page", "Second team"]);
    assert!(decided(&session).is_empty());
}

#[test]
fn the_list_says_what_was_decided_and_parked_and_edits_it_in_place() {
    let mut session = Session::sample(80, 24);
    session.keys("p d").letters("Import first").keys("tab");
    session.letters("nobody stays without data").keys("enter");
    session
        .keys("p p")
        .letters("Pricing page")
        .keys("enter p l");
    insta::assert_snapshot!(session.screen());
    session
        .keys("down enter ctrl-u")
        .letters("Prices")
        .keys("enter");
    assert_eq!(parked(&session), ["Prices"]);
    assert!(matches!(
        session.model.overlays.last(),
        Some(Overlay::Decisions(_))
    ));
    session.keys("up s");
    assert!(
        session.said().contains("decided already"),
        "{}",
        session.said()
    );
    session.keys("d d");
    assert!(decided(&session).is_empty() && parked(&session).is_empty());
    session.keys("d");
    assert!(
        session.said().contains("Nothing was decided"),
        "{}",
        session.said()
    );
    session.keys("esc");
    assert!(session.model.overlays.is_empty());
}
