//! Every scenario with every fault at every call.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use super::super::*;
use super::scenario::{Scenario, Somebody, Standing};
use crate::store::fs::Disk;
use crate::store::fs::faulty::{Fault, Faulty};

/// ENOSPC, EIO, EDQUOT, EROFS, EACCES, EMFILE, EPERM, EXDEV, EINVAL, ENOSYS, EBUSY.
const ERRORS: [i32; 11] = if cfg!(target_os = "linux") {
    [28, 5, 122, 30, 13, 24, 1, 18, 22, 38, 16]
} else {
    [28, 5, 69, 30, 13, 24, 1, 18, 22, 78, 16]
};

/// After a fault at one of these something may wait beside the file until the next opening.
const NEEDED_TO_CLEAR_UP: [&str; 4] = ["remove", "read", "rename_new", "link"];

/// One of each sort that is dealt with in a way of its own.
const SORTS_OF_ERRORS: [i32; 3] = [ERRORS[0], ERRORS[4], ERRORS[8]];

/// How a disk can rename.
#[derive(Clone, Copy, Debug)]
enum Disks {
    /// In all ways.
    Modern,
    /// Only over what is there.
    Plain,
}

/// Runs a check with every scenario.
fn with_every_scenario(check: impl Fn(&dyn Fn() -> Scenario)) {
    for standing in Standing::ALL {
        for somebody in Somebody::ALL {
            for &texts in standing.texts() {
                check(&|| Scenario::new(standing, somebody, texts));
            }
        }
    }
}

/// Saves with a fault; gives what came of it, at which call the fault was, and whether somebody
/// else has written.
fn save(
    scenario: &Scenario,
    disk: Disks,
    call: usize,
    fault: Fault,
) -> (Result<Replaced, Setback>, Option<&'static str>, bool) {
    let has_meddled = Cell::new(false);
    let faulty = Faulty::at(call, fault).while_somebody(|| {
        scenario.meddle();
        has_meddled.set(scenario.somebody != Somebody::Nobody);
    });
    let faulty = match disk {
        Disks::Modern => faulty,
        Disks::Plain => faulty.plain(),
    };
    let done = scenario.save(&faulty);
    println!(
        "{scenario:?}, {disk:?}: {fault:?} at {:?}: {done:?}",
        faulty.failed()
    );
    (done, faulty.failed(), has_meddled.get())
}

/// Saves with a fault at every call, and gives which calls these were.
fn fail_every_call(
    scenario: &dyn Fn() -> Scenario,
    disk: Disks,
    fault: Fault,
) -> Vec<&'static str> {
    let hits = (0..).map_while(|call| {
        let scenario = scenario();
        let (done, hit, has_meddled) = save(&scenario, disk, call, fault);
        scenario.holds_what_was_said(&done, has_meddled);
        if hit.is_some_and(|hit| NEEDED_TO_CLEAR_UP.contains(&hit)) {
            scenario.open(&Disk);
        }
        scenario.is_in_order(has_meddled);
        hit
    });
    hits.collect()
}

#[test]
fn whatever_call_fails_what_was_said_is_so_and_nothing_is_lost() {
    let hits = RefCell::new(Vec::new());
    for standing in Standing::ALL {
        let scenario = || Scenario::new(standing, Somebody::Nobody, standing.texts()[0]);
        for fault in ERRORS.map(Fault::Once) {
            hits.borrow_mut()
                .extend(fail_every_call(&scenario, Disks::Modern, fault));
        }
    }
    with_every_scenario(|scenario| {
        let faults = SORTS_OF_ERRORS.map(|error| [Fault::Once(error), Fault::Lasting(error)]);
        for fault in faults.into_iter().flatten() {
            for disk in [Disks::Modern, Disks::Plain] {
                hits.borrow_mut()
                    .extend(fail_every_call(scenario, disk, fault));
            }
        }
    });
    let hits = hits.take();
    println!("{} saves with a failing call", hits.len());
    let calls = [
        "create_private",
        "cut",
        "exchange",
        "follow",
        "link",
        "lock",
        "look",
        "make_folder",
        "open",
        "own",
        "permit",
        "read",
        "remove",
        "rename",
        "rename_new",
        "sync",
        "sync_folder",
        "write",
    ];
    assert_eq!(BTreeSet::from_iter(hits), BTreeSet::from(calls));
}

/// Saves in every scenario and stops at every call; gives how many saves these were.
fn stop_at_every_call(disk: Disks, check: impl Fn(&dyn Fn() -> (Scenario, bool))) -> usize {
    let tried = Cell::new(0);
    with_every_scenario(|scenario| {
        let stops = (0..).map_while(|call| {
            let hit = Cell::new(None);
            check(&|| {
                let scenario = scenario();
                let (_, stopped_at, has_meddled) = save(&scenario, disk, call, Fault::Stop);
                hit.set(stopped_at);
                (scenario, has_meddled)
            });
            hit.get()
        });
        tried.set(tried.get() + stops.count());
    });
    tried.get()
}

#[test]
fn wherever_the_program_is_killed_the_next_opening_finds_a_whole_file_and_loses_nothing() {
    for disk in [Disks::Modern, Disks::Plain] {
        let tried = stop_at_every_call(disk, |stopped| {
            let (scenario, has_meddled) = stopped();
            scenario.open(&Disk);
            scenario.is_in_order(has_meddled);
        });
        println!("{tried} saves that were stopped");
    }
}

#[test]
fn an_opening_that_is_killed_too_is_finished_by_the_next() {
    stop_at_every_call(Disks::Modern, |stopped| {
        let openings = (0..).map_while(|call| {
            let (scenario, has_meddled) = stopped();
            let faulty = Faulty::at(call, Fault::Stop);
            scenario.open(&faulty);
            scenario.open(&Disk);
            scenario.is_in_order(has_meddled);
            faulty.failed()
        });
        assert!(openings.count() > 0);
    });
}
