//! Which calls to the system a save makes, and runs in which one of them goes wrong.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Output;

use super::desk::{Desk, Standing};

/// The calls that a save may be disturbed at.
const CALLS: &str = "openat,write,pwrite64,ftruncate,fsync,fdatasync,rename,renameat,renameat2,\
                     link,linkat,unlink,unlinkat,fchmod,fchown,flock,close,mkdir,mkdirat";

/// A call: its name, and which one of that name it is in its thread, from 1.
pub(crate) type Point = (String, usize);

/// Whether `strace` is there and allowed to work.
pub(crate) fn can_trace() -> bool {
    let traced = std::process::Command::new("strace")
        .args(["-o", "/dev/null", "true"])
        .output();
    traced.is_ok_and(|traced| traced.status.success())
}

/// The calls of a save that are about the desk.
pub(crate) fn calls_of(desk: &Desk) -> BTreeSet<Point> {
    let log = desk.root.path().join("calls");
    desk.lay_out();
    let traced = desk
        .command("strace")
        .args(["-f", "-y", "-e", &format!("trace={CALLS}"), "-o"])
        .arg(&log)
        .arg(env!("CARGO_BIN_EXE_outboard"))
        .args(desk.save())
        .output();
    assert!(traced.expect("it runs").status.success());
    let root = desk.root.path().display().to_string();
    let here = format!("AT_FDCWD<{root}/work>");
    let mut counts = BTreeMap::new();
    let mut points = BTreeSet::new();
    for line in fs::read_to_string(log).expect("a log").lines() {
        let Some((thread, call)) = line.split_once(char::is_whitespace) else {
            continue;
        };
        let Some((name, rest)) = call.trim_start().split_once('(') else {
            continue;
        };
        let count = counts
            .entry((thread.to_owned(), name.to_owned()))
            .or_insert(0);
        *count += 1;
        let from_here = rest.replace(&here, "");
        let names = [&root, "\"./", "\"ours.ron\""];
        if names.iter().any(|name| from_here.contains(name)) {
            points.insert((name.to_owned(), *count));
        }
    }
    points
}

/// A save in which something happens at a call, such as `signal=KILL`.
pub(crate) fn disturbed(desk: &Desk, (call, count): &Point, what: &str) -> Output {
    desk.lay_out();
    let mut strace = desk.command("strace");
    strace
        .args(["-f", "-o", "/dev/null"])
        .args(["-e", &format!("trace={call}")])
        .args(["-e", &format!("inject={call}:{what}:when={count}")])
        .arg(env!("CARGO_BIN_EXE_outboard"))
        .args(desk.save());
    strace.output().expect("it runs")
}

/// Tries something with the file in every standing, and counts how often.
pub(crate) fn in_every_standing(count: fn(Standing) -> usize) -> usize {
    std::thread::scope(|scope| {
        let hands = Standing::ALL.map(|standing| scope.spawn(move || count(standing)));
        let counts = hands.map(|hand| hand.join().expect("it holds in every standing"));
        counts.into_iter().sum()
    })
}
