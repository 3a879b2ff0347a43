//! Refused any one call, with the errors that disks, rights and limits have.

use super::calls::{calls_of, can_trace, disturbed, in_every_standing};
use super::desk::{Desk, Standing, said, skipped};

/// What systems answer to a call.
fn errors_of(call: &str) -> &'static [&'static str] {
    match call {
        "openat" => &["EACCES", "EMFILE", "ENOSPC", "EROFS", "EIO"],
        "write" | "pwrite64" => &["ENOSPC", "EDQUOT", "EIO"],
        "rename" | "renameat" | "renameat2" | "link" | "linkat" => &[
            "EACCES", "EINVAL", "ENOSYS", "EXDEV", "EPERM", "ENOSPC", "EIO",
        ],
        "fchmod" | "fchown" => &["EPERM", "EROFS"],
        "unlink" | "unlinkat" => &["EACCES", "EIO"],
        // What a file that is closed answers is known since it was synced.
        "close" => &[],
        _ => &["EIO", "ENOSPC"],
    }
}

#[test]
fn a_save_that_is_refused_any_call_says_so_or_is_done_and_leaves_a_whole_file() {
    if !can_trace() {
        return skipped("strace is missing, or may not trace");
    }
    let tried = in_every_standing(refuse);
    assert!(tried > 200, "{tried} errors are too few to be all");
    eprintln!("{tried} errors");
}

/// Refuses a save every call; gives how many errors that were.
fn refuse(standing: Standing) -> usize {
    let desk = Desk::new(standing);
    let new = desk.new_text();
    // The two ways to write meet every error; the rest is the same in the others.
    let most = match standing {
        Standing::Plain | Standing::Twin => usize::MAX,
        Standing::Missing | Standing::Linked | Standing::Bare => 1,
    };
    let mut tried = 0;
    for point in calls_of(&desk) {
        for error in errors_of(&point.0).iter().take(most) {
            let output = disturbed(&desk, &point, &format!("error={error}"));
            let said = said(&output);
            let story = format!("{standing:?}, {error} at {point:?}: {said}");
            if output.status.success() {
                assert_eq!(desk.found(), Some(new.clone()), "{story}");
            } else {
                assert!(said.starts_with("outboard: "), "{story}");
            }
            desk.is_in_order(&new, &story);
            tried += 1;
        }
    }
    tried
}
