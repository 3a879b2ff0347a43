//! What is seen in each phase, at three sizes.

use super::{begun, rate};
use crate::testing::Session;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (200, 50)];

#[test]
fn every_phase_has_its_picture() {
    for (width, height) in SIZES {
        let seen = |name: &str, session: &Session| {
            insta::assert_snapshot!(format!("{name}_{width}x{height}"), session.screen());
        };
        let mut session = Session::sample(width, height);
        seen("planning", session.keys("6"));
        let mut session = begun(width, height);
        session.at_once();
        seen("importance", session.letters("544"));
        seen(
            "satisfaction",
            session.letters("23").keys("enter").letters("21"),
        );
        seen("all_in", session.letters("235").keys("enter"));
        // Another look at the screen takes the message away.
        seen("revealed", session.keys("enter f12"));
        session.keys("r");
        rate(&mut session, "55444", "21232");
        seen("second_round", session.keys("f12"));
        session.keys("enter s");
        rate(&mut session, "5-542", "1111-");
        seen("summary", session.keys("e"));
    }
}

#[test]
fn no_size_and_no_number_of_people_breaks_the_frame() {
    for (width, height) in [(40, 10), (46, 12), (60, 16), (80, 24), (300, 90)] {
        for people in ["1", "12", "30"] {
            let mut session = Session::sample(width, height);
            session.keys("6 enter ctrl-u").letters(people);
            session.keys("tab tab tab tab ctrl-u").letters("100");
            session.keys("enter");
            let count: usize = people.parse().expect("a number");
            let all = vec!["100"; count].join(" ");
            rate(&mut session, &all, &all);
            let screen = session.keys("f12").screen();
            assert!(screen.contains("Score"), "{width}×{height}:\n{screen}");
            let screen = session.keys("e").screen();
            assert!(screen.contains("1 of 11"), "{width}×{height}:\n{screen}");
        }
    }
}

#[test]
fn the_smallest_terminal_shows_the_whole_question_and_how_many_answers_are_typed() {
    for (width, height) in [(40, 10), (60, 16)] {
        let mut session = begun(width, height);
        session.letters("544");
        let screen = session.screen();
        assert!(screen.contains("in it?"), "{screen}");
        assert!(screen.contains("3 of 5 answers"), "{screen}");
    }
}

#[test]
fn jobs_are_in_view_in_the_smallest_terminal() {
    let mut session = Session::sample(40, 10);
    session.keys("6 down");
    assert!(session.screen().contains("Bring"), "{}", session.screen());
    let mut session = begun(40, 10);
    rate(&mut session, "54423", "11111");
    session.keys("e 6");
    assert!(session.screen().contains("Get"), "{}", session.screen());
}
