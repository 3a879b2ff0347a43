//! What a journal tells after it was harmed, written anew, or gone on with after half a line.

use std::fs;

use proptest::prelude::*;

use super::past::Alien;
use super::*;
use crate::domain::history::Moment;
use crate::domain::testing::id;
use crate::domain::{Change, Document, Edit, Segment};

/// A journal in a folder of its own, and the document whose deeds it has.
struct Desk {
    folder: tempfile::TempDir,
    document: Document,
}

fn clock() -> Timestamp {
    Timestamp::UNIX_EPOCH
}

/// A change that nothing stands in the way of.
fn addition(name: &str, label: String) -> Change {
    let segment = Segment {
        id: id(name),
        name: name.to_owned(),
        expects: None,
    };
    Change::new(label, vec![Edit::segment(segment)])
}

impl Desk {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
            document: Document::default(),
        }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("journal")
    }

    fn past_of(&self, workspace: &str) -> Result<Past, Alien> {
        let source = Source {
            journal: &self.file(),
            workspace: Path::new(workspace),
        };
        Past::examine(source).expect("it can be read")
    }

    fn past(&self) -> Result<Past, Alien> {
        self.past_of("ours.ron")
    }

    fn steps(&self) -> Steps {
        self.past().expect("it is ours").steps()
    }

    /// Goes on with the journal as it stands.
    fn journal(&self) -> Journal {
        let source = Source {
            journal: &self.file(),
            workspace: Path::new("ours.ron"),
        };
        let place = self.past().expect("it is ours").end();
        Journal::open(source, place, clock).expect("opened")
    }

    fn add(&mut self, journal: &Journal, name: &str) {
        let change = addition(name, format!("Added {name}"));
        let done = self.document.commit(change, Moment::ALONE);
        let deed = done.expect("it fits").expect("something changes");
        journal.append(&deed).expect("appended");
    }

    /// A journal of a session that saved in the middle.
    fn worked(&mut self) -> Vec<u8> {
        let journal = self.journal();
        for name in ["a", "b", "c", "d", "e", "f"] {
            self.add(&journal, name);
            if name == "c" {
                let print = Fingerprint::of(b"the file");
                journal.mark(3, print, Reached::NotYet).expect("marked");
                journal.mark(3, print, Reached::Yes).expect("marked");
            }
        }
        fs::read(self.file()).expect("a journal")
    }
}

/// The names of what was added.
fn names(steps: &Steps) -> String {
    let labels = steps.done.iter().map(|dated| dated.step.label());
    labels
        .filter_map(|label| label.strip_prefix("Added "))
        .collect()
}

/// Holds that a harmed journal is put aside, or tells only of what was done, without a gap, and is
/// gone on with.
fn assert_holds(desk: &Desk, harmed: &[u8], what: &str) {
    fs::write(desk.file(), harmed).expect("harmed");
    let Ok(past) = desk.past() else {
        return;
    };
    let told = names(&past.steps());
    assert!("abcdef".contains(&told), "{what}: {told}");
    let mut next = Document::default();
    let done = next.commit(addition("z", "Added z".to_owned()), Moment::ALONE);
    let deed = done.expect("it fits").expect("something changes");
    desk.journal().append(&deed).expect("appended");
    assert_eq!(names(&desk.steps()), format!("{told}z"), "{what}");
}

#[test]
fn a_journal_that_is_cut_off_anywhere_tells_what_was_done_until_there() {
    let mut desk = Desk::new();
    let whole = desk.worked();
    let first = whole
        .iter()
        .position(|byte| *byte == b'\n')
        .expect("a line");
    for length in 0..=whole.len() {
        assert_holds(&desk, &whole[..length], &format!("{length} bytes"));
        fs::write(desk.file(), &whole[..length]).expect("cut off");
        let Ok(past) = desk.past() else {
            assert!(length <= first, "{length} bytes");
            continue;
        };
        let lines = whole[..length].split_inclusive(|byte| *byte == b'\n');
        let is_deed = |line: &&[u8]| line.ends_with(b"\n") && line[17..].starts_with(b"{\"deed");
        let told = names(&past.steps());
        assert_eq!(
            told,
            "abcdef"[..lines.filter(is_deed).count()],
            "{length} bytes"
        );
    }
}

#[test]
fn a_journal_with_any_byte_changed_invents_nothing() {
    let mut desk = Desk::new();
    let whole = desk.worked();
    for at in 0..whole.len() {
        let mut harmed = whole.clone();
        harmed[at] ^= 1 << (at % 8);
        assert_holds(&desk, &harmed, &format!("byte {at}"));
    }
}

#[test]
fn a_journal_with_a_line_missing_or_twice_invents_nothing() {
    let mut desk = Desk::new();
    let whole = desk.worked();
    let lines: Vec<&[u8]> = whole.split_inclusive(|byte| *byte == b'\n').collect();
    for at in 0..lines.len() {
        let (before, after) = lines.split_at(at);
        let missing = [before, &after[1..]].concat().concat();
        assert_holds(&desk, &missing, &format!("without line {at}"));
        let twice = [before, &after[..1], after].concat().concat();
        assert_holds(&desk, &twice, &format!("line {at} twice"));
    }
}

#[test]
fn a_journal_with_that_of_another_workspace_behind_it_is_put_aside() {
    let mut desk = Desk::new();
    let ours = desk.worked();
    let source = Source {
        journal: &desk.file(),
        workspace: Path::new("theirs.ron"),
    };
    fs::remove_file(desk.file()).expect("removed");
    let journal = Journal::open(source, Place::default(), clock).expect("opened");
    desk.add(&journal, "x");
    let theirs = fs::read(desk.file()).expect("a journal");
    assert_eq!(desk.past().err(), Some(Alien::Foreign));
    fs::write(desk.file(), [ours, theirs].concat()).expect("written");
    assert_eq!(desk.past().err(), Some(Alien::Foreign));
}

#[test]
fn a_journal_of_a_later_version_is_told_from_a_foreign_one() {
    let desk = Desk::new();
    let owner = Owner {
        version: line::VERSION + 1,
        ..Owner::of(Path::new("ours.ron"))
    };
    let text = written(&Line::Journal(owner)).expect("written");
    fs::write(desk.file(), text).expect("written");
    assert_eq!(desk.past().err(), Some(Alien::Newer));
}

#[test]
fn what_comes_after_half_a_line_can_be_read() {
    let mut desk = Desk::new();
    let journal = desk.journal();
    desk.add(&journal, "a");
    {
        // As a full disk leaves it.
        let mut end = journal.end();
        end.number += 1;
        end.file
            .write_all(b"0123456789abcdef {\"de")
            .expect("written");
        end.is_torn = true;
    }
    desk.add(&journal, "c");
    desk.add(&journal, "d");
    assert_eq!(
        names(&desk.steps()),
        "cd",
        "what came before the gap is forgotten"
    );
    assert_eq!(journal.number(), 4);
}

#[test]
fn a_journal_that_has_grown_long_keeps_its_last_steps() {
    let mut desk = Desk::new();
    let journal = desk.journal();
    let long = "word ".repeat(4_000);
    for number in 0..600 {
        let change = addition(&format!("s{number}"), format!("{number} {long}"));
        let done = desk.document.commit(change, Moment::ALONE);
        let deed = done.expect("it fits").expect("something changes");
        journal.append(&deed).expect("appended");
    }
    let before = desk.steps();
    let length = || fs::metadata(desk.file()).expect("a journal").len();
    let long = length();
    journal
        .shorten(Fingerprint::of(b"the file"))
        .expect("shortened");
    assert!(length() < long);
    let after = desk.steps();
    assert_eq!(after.done.len(), KEPT);
    assert_eq!(after.done, before.done[before.done.len() - KEPT..]);
}

#[test]
fn a_line_that_is_torn_or_changed_anywhere_is_no_line() {
    let line = Line::Journal(Owner::of(Path::new("/home/crm.ron")));
    let written = written(&line).expect("it can be written");
    let whole = written.trim_end().as_bytes();
    assert_eq!(line::read(whole), Some(line));
    for place in 0..whole.len() {
        assert_eq!(line::read(&whole[..place]), None, "torn at {place}");
        let mut changed = whole.to_vec();
        changed[place] ^= 1;
        assert_eq!(line::read(&changed), None, "changed at {place}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever was done, undone and made again.
    #[test]
    fn a_journal_written_anew_tells_the_same_steps(acts in proptest::collection::vec(0..4_u8, 0..40)) {
        let mut desk = Desk::new();
        let journal = desk.journal();
        for (act, number) in acts.iter().zip(0..) {
            let deed = match act {
                0 => desk.document.undo().map(|_| Deed::Undone),
                1 => desk.document.redo().map(|_| Deed::Redone),
                _ => {
                    let change = addition(&format!("s{number}"), "Added".to_owned());
                    desk.document.commit(change, Moment::ALONE).expect("it fits")
                }
            };
            if let Some(deed) = deed {
                journal.append(&deed).expect("appended");
            }
        }
        let before = desk.steps();
        prop_assert_eq!(before.done.len(), desk.document.history().done().len());
        prop_assert_eq!(before.undone.len(), desk.document.history().undone().len());
        let file = Fingerprint::of(b"the file");
        write_anew(journal.source(), &before, file, None).expect("written");
        prop_assert_eq!(desk.steps(), before);
    }
}
