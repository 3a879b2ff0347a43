//! Which jobs are marked, by the fates of jobs that rank 1, 2, 3 and so on: `n` now, `t` next, `l`
//! later, `x` never, in capitals where the job says why.

use super::*;
use proptest::prelude::*;

fn fate(letter: char) -> Fate {
    match letter.to_ascii_lowercase() {
        'n' => Fate::Now,
        't' => Fate::Next,
        'l' => Fate::Later,
        _ => Fate::Never,
    }
}

fn decided(fates: &str) -> Vec<Decided> {
    let jobs = fates.chars().enumerate().map(|(place, letter)| Decided {
        place,
        rank: place + 1,
        fate: fate(letter),
        is_explained: letter.is_uppercase(),
    });
    jobs.collect()
}

/// The marked jobs by their ranks, with `?` where a reason is missing.
fn marked(fates: &str) -> String {
    let told = overrides(&decided(fates)).into_iter().map(|found| {
        let against = match found.against {
            Against::Ahead(place) => format!("before {}", place + 1),
            Against::Behind(place) => format!("after {}", place + 1),
        };
        let open = if found.is_open { "?" } else { "" };
        format!("{} {against}{open}", found.place + 1)
    });
    told.collect::<Vec<_>>().join(", ")
}

#[test]
fn fates_in_the_order_of_the_ranks_are_no_overrides() {
    for fates in ["", "n", "nntlx", "nnnn", "tx"] {
        assert_eq!(marked(fates), "", "{fates}");
    }
}

#[test]
fn the_odd_one_out_is_marked_and_not_the_others() {
    assert_eq!(marked("xnntl"), "1 after 5?");
    assert_eq!(marked("nttnl"), "4 before 2?");
    assert_eq!(marked("nlnttt"), "2 after 6?");
}

#[test]
fn of_two_that_stand_the_wrong_way_round_both_are_marked_until_one_says_why() {
    assert_eq!(marked("tn"), "1 after 2?, 2 before 1?");
    assert_eq!(marked("Tn"), "1 after 2");
    assert_eq!(marked("tN"), "2 before 1");
    assert_eq!(
        marked("ttnn"),
        "1 after 4?, 2 after 4?, 3 before 1?, 4 before 1?"
    );
}

#[test]
fn a_reason_stays_with_its_override_and_settles_no_other() {
    assert_eq!(marked("Xnntl"), "1 after 5");
    // The second has a reason, so that only the fourth asks for one.
    assert_eq!(marked("nTnxt"), "2 after 3, 4 after 5?, 5 before 4?");
}

#[test]
fn jobs_of_the_same_rank_have_no_order() {
    let mut jobs = decided("tn");
    jobs[1].rank = 1;
    assert_eq!(overrides(&jobs), []);
}

proptest! {
    #[test]
    fn without_those_that_are_marked_the_rest_goes_with_the_ranks(fates in "[ntlx]{0,24}") {
        let jobs = decided(&fates);
        let found = overrides(&jobs);
        let is_marked = |job: &&Decided| found.iter().any(|found| found.place == job.place);
        let rest: Vec<Fate> = jobs.iter().filter(|job| !is_marked(job)).map(|job| job.fate).collect();
        prop_assert!(rest.is_sorted());
        for found in &found {
            let fate = |place: usize| jobs[place].fate;
            let (Against::Ahead(other) | Against::Behind(other)) = found.against;
            let (first, second) = (found.place.min(other), found.place.max(other));
            prop_assert!(fate(first) > fate(second), "they stand the wrong way round");
        }
    }

    #[test]
    fn with_a_reason_for_each_none_is_open(fates in "[ntlx]{0,24}") {
        let explained = overrides(&decided(&fates.to_uppercase()));
        prop_assert!(explained.iter().all(|found| !found.is_open));
        let places = |found: &[Override]| found.iter().map(|found| found.place).collect::<Vec<_>>();
        prop_assert_eq!(places(&explained), places(&overrides(&decided(&fates))));
    }
}
