//! Killed at every call, as by `kill -9`.

use super::calls::{calls_of, can_trace, disturbed, in_every_standing};
use super::desk::{Desk, Standing, skipped};

#[test]
fn a_save_that_is_killed_at_any_call_leaves_a_whole_file_that_opens_and_can_be_saved() {
    if !can_trace() {
        return skipped("strace is missing, or may not trace");
    }
    let tried = in_every_standing(kill);
    assert!(tried > 100, "{tried} calls are too few to be all");
    eprintln!("{tried} calls to be killed at");
}

/// Kills a save at every call; gives at how many.
fn kill(standing: Standing) -> usize {
    let desk = Desk::new(standing);
    let new = desk.new_text();
    let points = calls_of(&desk);
    for point in &points {
        let killed = disturbed(&desk, point, "signal=KILL");
        let story = format!("{standing:?}, killed at {point:?}");
        assert!(!killed.status.success(), "{story}: it was not killed");
        desk.is_in_order(&new, &story);
    }
    points.len()
}
