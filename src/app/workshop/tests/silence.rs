//! Before the reveal nothing that can be read tells what was answered.

use super::{begun, study};
use crate::app::{Msg, Screen};
use crate::testing::Session;

/// Two rooms that answer differently, in the same number of keys.
fn rooms(first: &str, second: &str) -> [Session; 2] {
    [first, second].map(|text| {
        let mut session = Session::sample(120, 36);
        session.keys("6 enter tab tab tab tab ctrl-u");
        session.letters("100").keys("enter");
        session.at_once().letters(text);
        session
    })
}

fn told(session: &Session) -> Vec<String> {
    let messages = session.model.messages.latest_first();
    messages.map(|message| message.text.clone()).collect()
}

#[test]
fn different_answers_look_the_same() {
    let [mut one, mut other] = rooms("83 17 64 99 5", "12 98 31 47 -");
    for (first, second) in [("7 8 9 10 11", "61 62 - - 1"), ("", "")] {
        assert_eq!(one.screen(), other.screen());
        assert_eq!(told(&one), told(&other));
        assert_eq!(one.effects, other.effects);
        one.keys("enter").letters(first);
        other.keys("enter").letters(second);
    }
    assert_eq!(one.screen(), other.screen(), "even when all are in");
    assert_eq!(study(&one), None);
    one.keys("enter");
    let screen = one.screen();
    assert!(screen.contains("83"), "then everybody sees them:\n{screen}");
}

#[test]
fn what_everybody_types_for_themselves_looks_the_same_too() {
    let [one, other] = ["5", "-"].map(|answer| {
        let mut session = begun(120, 36);
        session.at_once().keys("tab").letters(answer).keys("enter");
        session
            .letters(answer)
            .keys("enter")
            .letters(answer)
            .screen()
    });
    assert!(one.contains("Ben: type your importance"), "{one}");
    assert_eq!(one, other);
}

#[test]
fn what_is_typed_into_a_form_over_the_workshop_is_no_answer() {
    let mut session = begun(120, 36);
    session
        .letters("54")
        .keys("p p")
        .letters("5 jobs are too many")
        .keys("enter");
    let screen = session.screen();
    assert!(screen.contains("2 of 5 answers"), "{screen}");
    let reviews = session.workspace().reviews().values();
    assert_eq!(
        reviews.filter(|review| !review.parked.is_empty()).count(),
        1
    );
}

#[test]
fn a_number_of_two_digits_looks_like_one_of_one() {
    let [one, other] = rooms("83 1", "8 10");
    assert_eq!(one.screen(), other.screen());
}

#[test]
fn what_is_refused_is_not_repeated() {
    let mut session = begun(120, 36);
    session.letters("9");
    assert_eq!(session.said(), "An answer is 1 to 5, or - for none");
    session.letters("54423").letters("4");
    assert_eq!(
        session.said(),
        "That is one answer too many: there are 5 participants"
    );
    session.take(Msg::Paste("4 4\n9".to_owned()));
    assert!(!session.said().contains('9'), "{}", session.said());
}

#[test]
fn figures_that_are_typed_never_lead_to_another_screen() {
    let mut session = begun(120, 36);
    session.letters("1 2 4");
    let screen = session.screen();
    assert!(screen.contains("3 of 5 answers"), "{screen}");
}

#[test]
fn figures_typed_after_the_reveal_lead_to_no_other_screen_and_say_why() {
    let mut session = begun(120, 36);
    super::rate(&mut session, "55444", "21232");
    session.letters("4");
    assert_eq!(session.model.screen, Screen::Workshop);
    assert!(
        session.said().contains("answers are shown"),
        "{}",
        session.said()
    );
    session.keys("u");
    assert!(
        !session.said().contains("answers are shown"),
        "{}",
        session.said()
    );
}

#[test]
fn what_is_pasted_is_hidden_like_what_is_typed() {
    let mut session = begun(120, 36);
    session.at_once().take(Msg::Paste("5 4 4 2 3\n".to_owned()));
    let screen = session.screen();
    assert!(screen.contains("5 of 5 answers"), "{screen}");
    let mut typed = begun(120, 36);
    typed.at_once().letters("11111");
    assert_eq!(screen, typed.screen());
}
