//! Killed at every call, as by `kill -9`.

use super::calls::{calls_of, can_trace, disturbed};
use super::desk::{Desk, Standing, skipped};

#[test]
fn a_save_that_is_killed_at_any_call_leaves_a_whole_file_that_opens_and_can_be_saved() {
    if !can_trace() {
        return skipped("strace is missing, or may not trace");
    }
    let mut tried = 0;
    for standing in Standing::ALL {
        let desk = Desk::new(standing);
        let new = desk.new_text();
        for point in calls_of(&desk) {
            let killed = disturbed(&desk, &point, "signal=KILL");
            let story = format!("{standing:?}, killed at {point:?}");
            assert!(!killed.status.success(), "{story}: it was not killed");
            desk.is_in_order(&new, &story);
            tried += 1;
        }
    }
    assert!(tried > 40, "{tried} calls are too few to be all");
    eprintln!("{tried} calls to be killed at");
}
