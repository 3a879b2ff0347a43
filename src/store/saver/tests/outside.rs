//! Somebody else writes the file while it is open.

use super::*;
use crate::store::watch::Stamp;

/// The file with a name in place of another, as an editor would write it.
fn renamed(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).expect("a text");
    let other = text.replace(&format!("name: \"{from}\""), &format!("name: \"{to}\""));
    assert_ne!(text, other);
    fs::write(path, other).expect("written");
}

impl Desk {
    /// What somebody else wrote, as the thread tells it.
    fn outside(&self) -> (u64, Merged) {
        match self.report() {
            Report::Outside(revision, merged) => (revision, *merged),
            other => panic!("somebody else wrote the file, but: {other:?}"),
        }
    }

    /// Takes it in as the loop does.
    fn take_in(&mut self, merged: Merged) {
        let in_full = merged.conflicts.list().is_empty();
        let done = self.document.commit(merged.change, Moment::ALONE);
        if let Some(deed) = done.expect("it fits") {
            self.keep(deed);
        }
        self.saver.took(in_full);
    }
}

#[test]
fn what_somebody_else_wrote_is_told_by_itself_and_taken_in() {
    let mut desk = Desk::new();
    let path = desk.path();
    renamed(&path, "Ours", "Theirs");
    let (_, merged) = desk.outside();
    assert!(merged.conflicts.list().is_empty());
    desk.take_in(merged);
    assert_eq!(desk.document.workspace().name(), "Theirs");
    desk.add("mine");
    let (_home, last) = desk.finish();
    assert_saved(last.as_ref(), 2);
    assert_eq!(open(&path).expect("opens").workspace.name(), "Theirs");
    assert_eq!(segments(&path), ["mine"]);
}

#[test]
fn what_is_done_before_the_answer_is_merged_too() {
    let mut desk = Desk::new();
    let path = desk.path();
    renamed(&path, "Ours", "Theirs");
    assert_eq!(desk.outside().0, 0);
    desk.add("mine");
    desk.saver.merge_again();
    let (revision, merged) = desk.outside();
    assert_eq!(revision, 1);
    desk.take_in(merged);
    let (_home, last) = desk.finish();
    assert!(matches!(last, Some(Report::Saved(_))), "{last:?}");
    assert_eq!(open(&path).expect("opens").workspace.name(), "Theirs");
    assert_eq!(segments(&path), ["mine"]);
}

#[test]
fn an_answer_that_comes_after_both_were_kept_stops_nothing() {
    let mut desk = Desk::new();
    renamed(&desk.path(), "Ours", "Theirs");
    desk.outside();
    desk.add("mine");
    desk.saver.save_anyway();
    desk.saved();
    desk.saver.merge_again();
    desk.add("more");
    desk.saved();
    assert_eq!(segments(&desk.path()), ["mine", "more"]);
}

#[test]
fn a_save_meets_what_somebody_else_wrote_and_merges() {
    let mut desk = Desk::new();
    let path = desk.path();
    renamed(&path, "Ours", "Theirs");
    desk.add("mine");
    let (_, merged) = desk.outside();
    desk.take_in(merged);
    let (_home, last) = desk.finish();
    assert!(matches!(last, Some(Report::Saved(_))), "{last:?}");
    assert_eq!(open(&path).expect("opens").workspace.name(), "Theirs");
    assert_eq!(segments(&path), ["mine"]);
}

#[test]
fn another_form_of_the_same_is_no_news_and_is_kept() {
    let mut desk = Desk::new();
    let path = desk.path();
    let text = fs::read_to_string(&path).expect("a text");
    fs::write(&path, format!("// A comment of theirs.\n{text}")).expect("written");
    desk.add("mine");
    let _home = desk.finish();
    let text = fs::read_to_string(&path).expect("a text");
    assert!(text.starts_with("// A comment of theirs."), "{text}");
    assert_eq!(segments(&path), ["mine"]);
}

#[test]
fn at_the_end_what_somebody_else_wrote_is_taken_in_without_asking() {
    let mut desk = Desk::new();
    let path = desk.path();
    renamed(&path, "Ours", "Theirs");
    desk.outside();
    desk.add("mine");
    let (_home, last) = desk.finish();
    assert!(matches!(last, Some(Report::Saved(_))), "{last:?}");
    assert_eq!(open(&path).expect("opens").workspace.name(), "Theirs");
    assert_eq!(segments(&path), ["mine"]);
}

#[test]
fn what_can_not_be_read_any_more_is_told_and_not_written_over() {
    let mut desk = Desk::new();
    let path = desk.path();
    let before = fs::read_to_string(&path).expect("a text");
    fs::write(&path, "half an edit").expect("written");
    let failed = desk.failed();
    assert!(
        matches!(failed.error, SaveError::Unreadable { .. }),
        "{failed:?}"
    );
    desk.add("mine");
    desk.failed();
    assert_eq!(fs::read_to_string(&path).expect("a text"), "half an edit");

    fs::write(&path, before).expect("put right");
    assert_eq!(
        desk.saved().revision,
        1,
        "by itself, once it can be read again"
    );
    assert_eq!(segments(&path), ["mine"]);
}

#[test]
fn ours_is_saved_anyway_when_that_is_asked_for_and_theirs_is_kept() {
    let mut desk = Desk::new();
    let path = desk.path();
    fs::write(&path, "theirs").expect("written");
    desk.add("ours");
    desk.failed();
    desk.saver.save_anyway();
    let copy = desk.home.path().join("ours.conflict-1.ron");
    assert_eq!(desk.saved().kept, Some(copy.clone()));
    assert_eq!(fs::read_to_string(copy).expect("a text"), "theirs");
    assert_eq!(segments(&path), ["ours"]);
}

#[test]
fn what_somebody_else_wrote_is_not_written_again() {
    let mut desk = Desk::new();
    let path = desk.path();
    renamed(&path, "Ours", "Theirs");
    let stamp = Stamp::of(&path);
    let (_, merged) = desk.outside();
    desk.take_in(merged);
    assert_eq!(desk.saved().revision, 1);
    assert_eq!(Stamp::of(&path), stamp, "the file is the one they wrote");
    desk.undo();
    desk.saved();
    assert_eq!(open(&path).expect("opens").workspace.name(), "Ours");
}

#[test]
fn a_file_that_is_another_before_it_is_watched_is_looked_at() {
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join("ours.ron");
    fs::write(&path, "theirs").expect("written");
    assert_eq!(Stamp::of_known(&path, "ours"), None);
    assert_eq!(Stamp::of_known(&path, "theirs"), Stamp::of(&path));
}
