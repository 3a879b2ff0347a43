//! Files of other owners, and folders that take no files.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Output;

use super::desk::{Desk, Standing, is_root, said, skipped};

/// The user and the group `nobody`.
const NOBODY: u32 = 65534;

/// A desk that nobody can work at; none, with the reason told, where that can't be had.
fn desk_for_nobody() -> Option<Desk> {
    if !is_root() {
        skipped("only root can work as somebody else");
        return None;
    }
    let desk = Desk::new(Standing::Plain);
    for folder in [
        desk.root.path().to_owned(),
        desk.target().parent()?.to_owned(),
    ] {
        allow(&folder, 0o777);
    }
    let version = as_nobody(&desk, &["--version".to_owned()]);
    if version.is_none_or(|version| !version.status.success()) {
        skipped("nobody can't run the program where it is");
        return None;
    }
    Some(desk)
}

fn as_nobody(desk: &Desk, arguments: &[String]) -> Option<Output> {
    let mut command = desk.command(env!("CARGO_BIN_EXE_outboard"));
    command
        .uid(NOBODY)
        .gid(NOBODY)
        .args(arguments)
        .output()
        .ok()
}

fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).expect("set");
}

fn look(path: &Path) -> (u32, u32, u32) {
    let found = fs::metadata(path).expect("a file");
    (found.uid(), found.gid(), found.mode() & 0o777)
}

#[test]
fn root_leaves_a_file_to_its_owner() {
    if !is_root() {
        return skipped("only root can save a file of somebody else and leave it to them");
    }
    let desk = Desk::new(Standing::Plain);
    chown(desk.target(), Some(NOBODY), Some(NOBODY)).expect("owned");
    allow(&desk.target(), 0o640);
    let done = desk.run(&desk.save());
    assert!(done.status.success(), "{}", said(&done));
    assert_ne!(desk.found(), desk.old());
    assert_eq!(look(&desk.target()), (NOBODY, NOBODY, 0o640));
}

#[test]
fn a_file_of_somebody_else_that_anybody_may_write_stays_theirs() {
    let Some(desk) = desk_for_nobody() else {
        return;
    };
    allow(&desk.target(), 0o666);
    let before = fs::metadata(desk.target()).expect("a file").ino();
    let done = as_nobody(&desk, &desk.save()).expect("it runs");
    assert!(done.status.success(), "{}", said(&done));
    assert_ne!(desk.found(), desk.old());
    assert_eq!(look(&desk.target()), (0, 0, 0o666));
    assert_eq!(fs::metadata(desk.target()).expect("a file").ino(), before);
    assert_eq!(desk.names(), ["ours.ron"]);
}

#[test]
fn a_file_that_may_not_be_written_stays_as_it_is_and_the_reason_is_told() {
    let Some(desk) = desk_for_nobody() else {
        return;
    };
    allow(&desk.target(), 0o644);
    allow(desk.target().parent().expect("a folder"), 0o755);
    let done = as_nobody(&desk, &desk.save()).expect("it runs");
    assert_eq!(done.status.code(), Some(2));
    assert!(
        said(&done).contains("you have no permission"),
        "{}",
        said(&done)
    );
    assert_eq!(
        (desk.found(), desk.names()),
        (desk.old(), vec!["ours.ron".to_owned()])
    );
}

#[test]
fn a_file_that_may_be_written_is_saved_where_its_folder_takes_no_other() {
    let Some(desk) = desk_for_nobody() else {
        return;
    };
    allow(&desk.target(), 0o666);
    allow(desk.target().parent().expect("a folder"), 0o755);
    let done = as_nobody(&desk, &desk.save()).expect("it runs");
    assert!(done.status.success(), "{}", said(&done));
    assert_ne!(desk.found(), desk.old());
    assert_eq!(look(&desk.target()), (0, 0, 0o666));
    assert_eq!(desk.names(), ["ours.ron"]);
}
