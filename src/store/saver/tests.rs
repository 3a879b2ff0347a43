//! What the saving thread writes and reports.

use std::fs;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};

use super::*;
use crate::domain::history::Moment;
use crate::domain::testing::id;
use crate::domain::{Change, Document, Edit, Id, Segment};
use crate::store::{Lifecycle, Places, create, new_workspace, open};

mod journals;
mod outside;
mod racing;

/// A workspace in a home of its own, somebody who changes it, and the thread that saves it.
struct Desk {
    home: tempfile::TempDir,
    /// What the loop would have.
    document: Document,
    saver: Saver,
    reports: Receiver<Report>,
    revision: u64,
}

fn places(home: &Path) -> Places {
    Places {
        data: home.join("data"),
        state: home.join("state"),
        config: home.join("config"),
    }
}

fn clock() -> Timestamp {
    Timestamp::UNIX_EPOCH
}

fn hold(home: &Path) -> Held {
    Held::open(&home.join("ours.ron"), &places(home), clock).expect("opens")
}

fn began(home: &Path) -> Begin {
    Begin {
        shelter: Some(home.join("shelter")),
        time: clock(),
        revision: 0,
        end: End::KeepCopy,
    }
}

impl Desk {
    fn new() -> Self {
        let home = tempfile::tempdir().expect("a folder");
        create(
            &home.path().join("ours.ron"),
            &new_workspace(Lifecycle::Loop, "Ours"),
        )
        .expect("made");
        Self::at(home)
    }

    /// The next session in a home.
    fn at(home: tempfile::TempDir) -> Self {
        let held = hold(home.path());
        let (sender, reports) = channel();
        let document = held.document.clone();
        let is_recall_due = held.is_recall_due();
        let saver = Saver::start(held, began(home.path()), move |report| {
            let _ = sender.send(report);
        });
        let mut desk = Self {
            home,
            document,
            saver,
            reports,
            revision: 0,
        };
        if is_recall_due {
            let Report::Recalled(history) = desk.report() else {
                panic!("the first thing told is what was done before");
            };
            desk.document.adopt(history);
        }
        desk
    }

    fn path(&self) -> PathBuf {
        self.home.path().join("ours.ron")
    }

    fn add(&mut self, name: &str) {
        let deed = added(&mut self.document, name);
        self.keep(deed);
    }

    fn keep(&mut self, deed: Deed) {
        self.revision += 1;
        self.saver.save(deed, self.revision);
    }

    fn undo(&mut self) {
        self.document.undo().expect("something to undo");
        self.keep(Deed::Undone);
    }

    fn report(&self) -> Report {
        self.reports.recv().expect("a report")
    }

    fn saved(&self) -> Saved {
        match self.report() {
            Report::Saved(saved) => saved,
            other => panic!("it is saved, but: {other:?}"),
        }
    }

    fn failed(&self) -> Failed {
        match self.report() {
            Report::Failed(failed) => failed,
            other => panic!("it can't be saved, but: {other:?}"),
        }
    }

    fn finish(self) -> (tempfile::TempDir, Option<Report>) {
        (self.home, self.saver.finish())
    }
}

/// Adds a segment to a document, and says what happened.
fn added(document: &mut Document, name: &str) -> Deed {
    let segment = Segment {
        id: id(name),
        name: name.to_owned(),
        expects: None,
    };
    let change = Change::new("Added", vec![Edit::segment(segment)]);
    let done = document.commit(change, Moment::ALONE);
    done.expect("it fits").expect("something changes")
}

fn segments(path: &Path) -> Vec<String> {
    let opened = open(path).expect("opens");
    opened
        .workspace
        .segments()
        .keys()
        .map(Id::to_string)
        .collect()
}

#[track_caller]
fn assert_saved(report: Option<&Report>, revision: u64) {
    assert!(
        matches!(report, Some(Report::Saved(saved)) if saved.revision == revision),
        "{report:?}"
    );
}

#[test]
fn all_that_was_done_is_in_the_file_when_it_has_finished() {
    let mut desk = Desk::new();
    let path = desk.path();
    for n in 1..=50 {
        desk.add(&format!("s{n:02}"));
    }
    let (_home, last) = desk.finish();
    assert_saved(last.as_ref(), 50);
    assert_eq!(segments(&path).len(), 50);
}

#[test]
fn with_nothing_to_save_nothing_is_written_or_reported() {
    let desk = Desk::new();
    desk.saver.retry();
    desk.saver.look();
    assert!(desk.finish().1.is_none());
}

#[test]
fn what_can_not_be_saved_in_the_end_is_kept_beside_the_file() {
    let mut desk = Desk::new();
    let path = desk.path();
    fs::write(&path, "theirs").expect("written");
    desk.add("ours");
    let (home, last) = desk.finish();
    let copy = home.path().join("ours.unsaved-1.ron");
    let Some(Report::Failed(failed)) = last else {
        panic!("{last:?}");
    };
    assert!(
        matches!(failed.error, SaveError::Unreadable { .. }),
        "{failed:?}"
    );
    assert_eq!(failed.kept, Some(copy.clone()));
    assert_eq!(segments(&copy), ["ours"]);
    assert_eq!(fs::read_to_string(&path).expect("a text"), "theirs");
}

#[test]
fn where_the_folder_is_gone_it_is_kept_in_the_shelter() {
    let mut desk = Desk::new();
    let inner = desk.home.path().join("folder");
    fs::create_dir(&inner).expect("a folder");
    desk.saver.save_as(inner.join("ours.ron"));
    desk.saved();
    fs::remove_dir_all(&inner).expect("removed");
    desk.add("ours");
    let (home, last) = desk.finish();
    let copy = home.path().join("shelter/ours.unsaved-1.ron");
    assert!(
        matches!(last, Some(Report::Failed(Failed { kept, .. })) if kept == Some(copy.clone()))
    );
    assert_eq!(segments(&copy), ["ours"]);
}

#[test]
fn a_command_that_can_not_save_has_done_nothing() {
    let home = Desk::new().finish().0;
    let held = hold(home.path());
    let mut document = held.document.clone();
    let begin = Begin {
        end: End::TakeBack,
        ..began(home.path())
    };
    let saver = Saver::start(held, begin, |_| {});
    let path = home.path().join("ours.ron");
    let text = fs::read_to_string(&path).expect("a text");
    fs::write(&path, "theirs").expect("written");
    saver.save(added(&mut document, "ours"), 1);
    let last = saver.finish();
    assert!(
        matches!(last, Some(Report::Failed(Failed { kept: None, .. }))),
        "{last:?}"
    );
    assert!(!home.path().join("ours.unsaved-1.ron").exists());
    fs::write(&path, text).expect("put back");
    assert!(hold(home.path()).document.workspace().segments().is_empty());
}

#[test]
fn an_undo_that_can_not_be_saved_has_undone_nothing() {
    let mut desk = Desk::new();
    desk.add("one");
    desk.add("two");
    let home = desk.finish().0;
    let held = hold(home.path());
    let begin = Begin {
        end: End::TakeBack,
        ..began(home.path())
    };
    let saver = Saver::start(held, begin, |_| {});
    let path = home.path().join("ours.ron");
    let text = fs::read_to_string(&path).expect("a text");
    fs::write(&path, "theirs").expect("written");
    saver.save(Deed::Undone, 1);
    let last = saver.finish();
    assert!(matches!(last, Some(Report::Failed(_))), "{last:?}");
    fs::write(&path, text).expect("put back");
    let held = hold(home.path());
    assert_eq!(held.document.workspace().segments().len(), 2);
}

#[test]
fn what_could_not_be_saved_is_saved_with_the_next_change() {
    let mut desk = Desk::new();
    let path = desk.path();
    let aside = desk.home.path().join("aside");
    fs::rename(&path, &aside).expect("moved");
    fs::create_dir(&path).expect("a folder in its place");
    desk.add("first");
    assert_eq!(desk.failed().revision, 1);
    fs::remove_dir(&path).expect("removed");
    fs::rename(&aside, &path).expect("moved back");
    desk.add("second");
    assert_eq!(desk.saved().revision, 2);
    assert_eq!(segments(&path), ["first", "second"]);
}

#[test]
fn what_could_not_be_saved_is_saved_by_itself_as_soon_as_it_can_be() {
    let mut desk = Desk::new();
    let path = desk.path();
    let aside = desk.home.path().join("aside");
    fs::rename(&path, &aside).expect("moved");
    fs::create_dir(&path).expect("a folder in its place");
    desk.add("first");
    desk.failed();
    fs::remove_dir(&path).expect("removed");
    fs::rename(&aside, &path).expect("moved back");
    assert_eq!(desk.saved().revision, 1);
    assert_eq!(segments(&path), ["first"]);
}

#[test]
fn it_goes_on_in_another_file_which_must_not_be_there_yet() {
    let mut desk = Desk::new();
    desk.add("first");
    assert_eq!(desk.saved().revision, 1);
    let (old, other) = (desk.path(), desk.home.path().join("other.ron"));
    desk.saver.save_as(old.clone());
    assert!(matches!(desk.failed().error, SaveError::Exists(_)));
    desk.saver.save_as(other.clone());
    assert_eq!(desk.saved().revision, 1);
    desk.add("second");
    assert_eq!(desk.saved().revision, 2);
    assert_eq!(segments(&old), ["first"]);
    assert_eq!(segments(&other), ["first", "second"]);
}

#[test]
fn a_deed_that_does_not_fit_is_told_and_spoils_no_file() {
    let mut desk = Desk::new();
    let path = desk.path();
    let before = fs::read_to_string(&path).expect("a text");
    desk.keep(Deed::Undone);
    assert_eq!(desk.failed().revision, 1);
    assert_eq!(fs::read_to_string(&path).expect("a text"), before);
}

#[test]
fn the_file_as_it_was_before_a_session_is_among_the_backups() {
    let mut desk = Desk::new();
    let before = fs::read(desk.path()).expect("a file");
    desk.add("first");
    desk.saved();
    desk.add("second");
    let (home, _) = desk.finish();
    let held = hold(home.path());
    let ring = held.keeping.shelf.expect("a shelf").backups();
    let kept = ring.list().expect("backups");
    assert_eq!(kept.len(), 1);
    assert_eq!(ring.read(&kept[0]).expect("its content"), before);
}
