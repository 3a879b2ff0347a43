//! Whatever keys are pressed, in whatever order, in a workshop.

use proptest::prelude::*;

use super::{begun, study};

/// Keys that do something somewhere in a workshop.
const KEYS: [&str; 24] = [
    "enter",
    "enter",
    "enter",
    "1",
    "4",
    "5",
    "5",
    "-",
    "space",
    ",",
    "backspace",
    "tab",
    "s",
    "b",
    "t",
    "e",
    "r",
    "x",
    "u",
    "U",
    "esc",
    "6",
    "down",
    "right",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_keys_break_it_and_the_study_always_holds_whole_rounds(
        places in prop::collection::vec(0..KEYS.len(), 1..120),
        width in 40_u16..140,
        height in 10_u16..50,
    ) {
        let mut session = begun(width, height);
        for place in places {
            session.keys(KEYS[place]);
        }
        prop_assert!(!session.screen().is_empty());
        for response in study(&session).map_or(&[][..], |study| &study.responses) {
            for answer in &response.answers {
                let given = [answer.1, answer.2];
                prop_assert!(given.iter().flatten().all(|answer| (1..=5).contains(answer)));
                prop_assert!(given != [None, None], "an answer that nobody gave is not kept");
            }
        }
    }
}
