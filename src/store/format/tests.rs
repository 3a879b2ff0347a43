//! Whatever stands in a file: reading it never panics and always ends; what is accepted can be
//! written, read again and saved untouched without a changed byte; what is refused is told with its
//! place.
//!
//! Inputs are whole workspaces that were spoiled at random. Each has a number, from which it can be
//! made again: `OUTBOARD_FUZZ=COUNT cargo test --profile fuzz --lib spoiled` reads as many,
//! `OUTBOARD_FUZZ=FROM..TO` those with these numbers.

mod spoiling;

use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use super::migrate::{STEPS, latest};
use super::partly::read_partly;
use super::read::{Read, Unreadable, read};
use crate::domain::history::Moment;
use crate::domain::workspace::Head;
use crate::domain::{Change, Document, Edit, Workspace, text};
use crate::store::Manuscript;
use crate::store::error::{Mistake, OpenError};
use crate::store::manuscript::Revised;
use crate::store::opening::not_utf8;
use spoiling::{Corpus, SMALL};

/// How many inputs are read where nothing else is asked for.
const INPUTS: u64 = 10_000;

/// How many inputs a thread reads before it says that it is alive.
const SHARE: usize = 500;

/// How long a share may take. A reader that ends is a thousand times faster; this is for the one
/// that does not.
const PATIENCE: Duration = Duration::from_mins(10);

/// A workspace with a bit of everything, which every accepted file is turned into.
static OTHER: LazyLock<Workspace> = LazyLock::new(|| reread(spoiling::EVERY_FIELD));

/// What became of the inputs.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    accepted: u64,
    newer: u64,
    refused: u64,
    not_utf8: u64,
    /// Of those that are not accepted, how many can be read in part.
    partly: u64,
}

#[test]
fn any_spoiled_file_is_refused_with_its_mistakes_or_can_be_written_back() {
    let numbers = asked_for();
    let corpus = Corpus::new();
    let tally = read_all(&corpus, numbers.clone());
    println!("inputs {numbers:?}: {tally:?}");
    // Else the inputs try nothing.
    let all = numbers.end - numbers.start;
    assert!(
        tally.accepted >= all / 20 && tally.refused >= all / 20,
        "{tally:?}"
    );
}

#[test]
fn a_file_cut_off_or_spoiled_at_any_byte_is_refused_or_can_be_written_back() {
    let bytes = SMALL.as_bytes();
    let pieces = spoiling::PIECES.iter().cycle();
    for (at, piece) in (0..bytes.len()).zip(pieces) {
        let (before, behind) = bytes.split_at(at);
        try_out(before);
        try_out(behind);
        try_out(&[before, &behind[1..]].concat());
        try_out(&[before, piece, behind].concat());
        try_out(&[before, piece, &behind[1..]].concat());
    }
}

/// The numbers of the inputs to read.
fn asked_for() -> Range<u64> {
    let Ok(asked) = std::env::var("OUTBOARD_FUZZ") else {
        return 0..INPUTS;
    };
    let number = |text: &str| text.parse().expect("OUTBOARD_FUZZ is COUNT or FROM..TO");
    match asked.split_once("..") {
        Some((from, to)) => number(from)..number(to),
        None => 0..number(&asked),
    }
}

/// Reads inputs on all processors.
fn read_all(corpus: &Corpus, numbers: Range<u64>) -> Tally {
    let hands = std::thread::available_parallelism().map_or(1, usize::from);
    let (alive, heard) = channel();
    std::thread::scope(|scope| {
        for hand in 0..hands {
            let alive = alive.clone();
            let shares = numbers.clone().step_by(SHARE).skip(hand).step_by(hands);
            let end = numbers.end;
            scope.spawn(move || {
                for from in shares {
                    read_share(corpus, from..end.min(from + SHARE as u64), &alive);
                }
            });
        }
        drop(alive);
        let mut tally = Tally::default();
        loop {
            match heard.recv_timeout(PATIENCE) {
                Ok(share) => tally = tally.and(share),
                Err(RecvTimeoutError::Disconnected) => return tally,
                Err(RecvTimeoutError::Timeout) => {
                    eprintln!("one of the inputs never ends; {tally:?} did");
                    std::process::abort();
                }
            }
        }
    })
}

fn read_share(corpus: &Corpus, numbers: Range<u64>, alive: &Sender<Tally>) {
    let mut tally = Tally::default();
    for number in numbers {
        let input = corpus.spoiled(number);
        let Ok(one) = catch_unwind(AssertUnwindSafe(|| try_out(&input))) else {
            panic!("input {number}:\n{}", String::from_utf8_lossy(&input));
        };
        tally = tally.and(one);
    }
    let _ = alive.send(tally);
}

impl Tally {
    fn and(self, other: Self) -> Self {
        Self {
            accepted: self.accepted + other.accepted,
            newer: self.newer + other.newer,
            refused: self.refused + other.refused,
            not_utf8: self.not_utf8 + other.not_utf8,
            partly: self.partly + other.partly,
        }
    }
}

/// Reads an input and holds what must hold of it.
fn try_out(input: &[u8]) -> Tally {
    let mut tally = Tally::default();
    let Ok(file) = String::from_utf8(input.to_vec()) else {
        tally.not_utf8 = 1;
        is_told_as_no_text(input);
        return tally;
    };
    match read(file.clone()) {
        Ok(read) => {
            tally.accepted = 1;
            is_kept(&file, &read);
        }
        Err(Unreadable::Newer(format)) => {
            tally.newer = 1;
            assert!(format > latest(STEPS));
        }
        Err(Unreadable::Broken(mistakes)) => {
            tally.refused = 1;
            assert!(!mistakes.is_empty(), "refused without a reason");
            for mistake in &mistakes {
                is_told(&file, mistake);
            }
        }
    }
    if tally.accepted == 0 {
        tally.partly += u64::from(holds_partly(&file));
    }
    tally
}

fn is_kept(file: &str, read: &Read) {
    let untouched = read.manuscript.revised(&read.workspace);
    assert_eq!(untouched.dropped_comments, 0);
    let untouched = proofread(untouched);
    assert_eq!(untouched.text(), file, "a save changed an untouched file");
    let blank = Manuscript::default();
    let written = proofread(blank.revised(&read.workspace));
    let again = reread(written.text());
    assert_eq!(again, read.workspace, "it was written as another");
    let again = proofread(blank.revised(&again));
    assert_eq!(again.text(), written.text(), "it was written in two ways");
    for edited in [&renamed(&read.workspace), &*OTHER] {
        let saved = proofread(read.manuscript.revised(edited));
        assert_eq!(
            reread(saved.text()),
            *edited,
            "an edit was saved as another"
        );
    }
}

/// A manuscript as it would be saved.
fn proofread(revised: Revised) -> Manuscript {
    let proofread = revised.proofread(Path::new("crm.ron"));
    proofread.expect("a good proof").manuscript
}

/// What a text that the program wrote is read as.
fn reread(text: &str) -> Workspace {
    let read = read(text.to_owned());
    read.unwrap_or_else(|error| panic!("what was written is refused: {error:?}\n{text}"))
        .workspace
}

/// The workspace after an edit.
fn renamed(workspace: &Workspace) -> Workspace {
    let mut document = Document::new(workspace.clone());
    let head = Head {
        name: format!("{} indeed", workspace.name()),
        ..Head::clone(workspace.head())
    };
    let change = Change::new("Renamed", vec![Edit::Head(Arc::new(head))]);
    let done = document.commit(change, Moment::ALONE);
    done.expect("a name may be longer still");
    document.workspace().clone()
}

/// Whether anything can be read of a file that is refused; what can must be a workspace, and the
/// rest pieces of the file.
fn holds_partly(file: &str) -> bool {
    let Some(partial) = read_partly(file) else {
        return false;
    };
    assert!(
        partial.newer.is_some() || !partial.broken.is_empty(),
        "nothing is wrong with it"
    );
    for broken in &partial.broken {
        assert!(
            file.contains(&broken.text),
            "not in the file: {}",
            broken.text
        );
        assert!(
            broken
                .called
                .iter()
                .all(|called| called.chars().all(text::is_clean))
        );
        is_told(file, &broken.mistake);
    }
    let written = Manuscript::default().revised(&partial.workspace).manuscript;
    assert_eq!(reread(written.text()), partial.workspace);
    true
}

fn is_told_as_no_text(input: &[u8]) {
    let OpenError::Broken { mistakes, .. } = not_utf8(Path::new("crm.ron"), input) else {
        panic!("told as something else");
    };
    let file = String::from_utf8_lossy(input);
    for mistake in &mistakes {
        is_told(&file, mistake);
    }
}

fn is_told(file: &str, mistake: &Mistake) {
    let lines = file.split(['\n', '\r']).count();
    assert!((1..=lines).contains(&mistake.line), "{mistake}");
    assert!(
        mistake.column >= 1 && !mistake.problem.is_empty(),
        "{mistake}"
    );
    let mut told = std::iter::once(&mistake.problem).chain(&mistake.around);
    assert!(
        told.all(|row| row.chars().all(text::is_clean)),
        "{mistake:?}"
    );
}
