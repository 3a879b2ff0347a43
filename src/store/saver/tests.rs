//! What the saving thread writes and reports.

use std::cell::RefCell;
use std::fs;
use std::path::Path;
use std::sync::mpsc::channel;

use super::*;
use crate::domain::history::Moment;
use crate::domain::testing::id;
use crate::domain::{Change, Edit, Id, Segment};
use crate::store::{Lifecycle, create, new_workspace, open};

/// A workspace in a folder of its own, and the thread that saves it.
struct Desk {
    folder: tempfile::TempDir,
    /// What the loop would have.
    document: RefCell<Document>,
    saver: Saver,
    reports: Receiver<Report>,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("ours.ron");
        create(&path, &new_workspace(Lifecycle::Loop, "Ours")).expect("made");
        let (sender, reports) = channel();
        let shelter = folder.path().join("shelter");
        let opened = open(&path).expect("opens");
        let document = RefCell::new(Document::new(opened.workspace.clone()));
        let saver = Saver::start(opened, Some(shelter), move |report| {
            let _ = sender.send(report);
        });
        Self {
            folder,
            document,
            saver,
            reports,
        }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("ours.ron")
    }

    fn add(&self, name: &str, revision: u64) {
        let deed = added(&mut self.document.borrow_mut(), name);
        self.saver.save(deed, revision);
    }

    fn report(&self) -> Report {
        self.reports.recv().expect("a report")
    }

    fn finish(self) -> (tempfile::TempDir, Option<Report>) {
        (self.folder, self.saver.finish())
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

fn saved(revision: u64) -> Report {
    Report::Saved {
        revision,
        dropped_comments: 0,
        kept: None,
    }
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

#[test]
fn all_changes_are_in_the_file_when_it_has_finished() {
    let desk = Desk::new();
    let path = desk.path();
    for n in 1..=50 {
        desk.add(&format!("s{n:02}"), n);
    }
    let (_folder, last) = desk.finish();
    assert_eq!(last, Some(saved(50)));
    assert_eq!(segments(&path).len(), 50);
}

#[test]
fn with_nothing_to_save_nothing_is_written_or_reported() {
    let desk = Desk::new();
    desk.saver.retry();
    assert_eq!(desk.finish().1, None);
}

#[test]
fn somebody_elses_change_is_not_overwritten_and_the_work_is_kept() {
    let desk = Desk::new();
    let path = desk.path();
    fs::write(&path, "theirs").expect("written");
    desk.add("ours", 1);
    let failed = Report::Failed {
        revision: 1,
        error: SaveError::ChangedOutside(path.clone()),
        kept: None,
    };
    assert_eq!(desk.report(), failed);
    assert_eq!(fs::read_to_string(&path).expect("a text"), "theirs");

    desk.saver.save_anyway();
    let copy = desk.folder.path().join("ours.conflict-1.ron");
    let anyway = Report::Saved {
        revision: 1,
        dropped_comments: 0,
        kept: Some(copy.clone()),
    };
    assert_eq!(desk.report(), anyway);
    assert_eq!(fs::read_to_string(copy).expect("a text"), "theirs");
    assert_eq!(segments(&path), ["ours"]);
}

#[test]
fn what_can_not_be_saved_in_the_end_is_kept_beside_the_file() {
    let desk = Desk::new();
    let path = desk.path();
    fs::write(&path, "theirs").expect("written");
    desk.add("ours", 1);
    let (folder, last) = desk.finish();
    let copy = folder.path().join("ours.unsaved-1.ron");
    let failed = Report::Failed {
        revision: 1,
        error: SaveError::ChangedOutside(path.clone()),
        kept: Some(copy.clone()),
    };
    assert_eq!(last, Some(failed));
    assert_eq!(segments(&copy), ["ours"]);
    assert_eq!(fs::read_to_string(&path).expect("a text"), "theirs");
}

#[test]
fn where_the_folder_is_gone_it_is_kept_in_the_shelter() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("gone");
    fs::create_dir(&folder).expect("a folder");
    let path = folder.join("ours.ron");
    create(&path, &new_workspace(Lifecycle::Loop, "Ours")).expect("made");
    let opened = open(&path).expect("opens");
    let mut document = Document::new(opened.workspace.clone());
    let saver = Saver::start(opened, Some(home.path().join("data/ours")), |_| {});
    fs::remove_dir_all(&folder).expect("removed");
    saver.save(added(&mut document, "ours"), 1);
    let copy = home.path().join("data/ours/ours.unsaved-1.ron");
    assert!(
        matches!(saver.finish(), Some(Report::Failed { kept, .. }) if kept == Some(copy.clone()))
    );
    assert_eq!(segments(&copy), ["ours"]);
}

#[test]
fn what_could_not_be_saved_is_saved_with_the_next_change() {
    let desk = Desk::new();
    let path = desk.path();
    let aside = desk.folder.path().join("aside");
    fs::rename(&path, &aside).expect("moved");
    fs::create_dir(&path).expect("a folder in its place");
    desk.add("first", 1);
    assert!(matches!(desk.report(), Report::Failed { revision: 1, .. }));
    fs::remove_dir(&path).expect("removed");
    fs::rename(&aside, &path).expect("moved back");
    desk.add("second", 2);
    assert_eq!(desk.report(), saved(2));
    assert_eq!(segments(&path), ["first", "second"]);
}

#[test]
fn it_goes_on_in_another_file_which_must_not_be_there_yet() {
    let desk = Desk::new();
    desk.add("first", 1);
    assert_eq!(desk.report(), saved(1));
    let (old, other) = (desk.path(), desk.folder.path().join("other.ron"));
    desk.saver.save_as(old.clone());
    assert!(matches!(
        desk.report(),
        Report::Failed {
            error: SaveError::Exists(_),
            ..
        }
    ));
    desk.saver.save_as(other.clone());
    assert_eq!(desk.report(), saved(1));
    desk.add("second", 2);
    assert_eq!(desk.report(), saved(2));
    assert_eq!(segments(&old), ["first"]);
    assert_eq!(segments(&other), ["first", "second"]);
}

#[test]
fn a_deed_that_does_not_fit_is_told_and_spoils_no_file() {
    let desk = Desk::new();
    let path = desk.path();
    let before = fs::read_to_string(&path).expect("a text");
    desk.saver.save(Deed::Undone, 1);
    assert!(matches!(desk.report(), Report::Failed { revision: 1, .. }));
    assert_eq!(fs::read_to_string(&path).expect("a text"), before);
}
