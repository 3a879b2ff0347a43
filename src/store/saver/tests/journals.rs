//! What the next session finds, however this one ends.

use std::sync::Arc;

use super::*;
use crate::domain::workspace::Head;
use crate::store::journal::past::Past;

/// Lets go of a workspace as a program that is killed does: nothing more is saved.
fn killed(desk: Desk) -> tempfile::TempDir {
    let Desk { home, saver, .. } = desk;
    // The thread stays behind with its locks; what it has is of no more use.
    std::mem::forget(saver);
    home
}

/// A home as it is after a program that was killed before it saved: the journal has everything, the
/// file nothing.
fn unsaved(names: &[&str]) -> tempfile::TempDir {
    let mut desk = Desk::new();
    let path = desk.path();
    let text = fs::read_to_string(&path).expect("a text");
    desk.add("saved");
    desk.saved();
    let saved = fs::read_to_string(&path).expect("a text");
    assert_ne!(text, saved);
    let (home, _) = desk.finish();
    let held = hold(home.path());
    let mut document = held.document.clone();
    let journal = held.keeping.journal.as_ref().expect("a journal");
    for name in names {
        journal.append(&added(&mut document, name)).expect("kept");
    }
    home
}

#[test]
fn what_no_save_had_reached_is_brought_back_and_saved() {
    let home = unsaved(&["one", "two"]);
    let held = hold(home.path());
    assert_eq!(
        held.remarks,
        ["2 changes brought back that no save had reached"]
    );
    drop(held);
    let desk = Desk::at(home);
    desk.saved();
    assert_eq!(segments(&desk.path()), ["one", "saved", "two"]);
    let (home, _) = desk.finish();
    assert_eq!(hold(home.path()).remarks, [] as [String; 0], "once");
}

#[test]
fn the_next_session_undoes_and_redoes_what_this_one_did() {
    let mut desk = Desk::new();
    for n in 0..250 {
        desk.add(&format!("s{n:03}"));
    }
    desk.undo();
    let path = desk.path();
    let mut desk = Desk::at(desk.finish().0);
    assert_eq!(desk.document.history().undone().len(), 1);
    for _ in 0..249 {
        desk.undo();
    }
    let (home, last) = desk.finish();
    assert!(matches!(last, Some(Report::Saved(_))), "{last:?}");
    assert_eq!(segments(&path), [] as [&str; 0]);
    let mut desk = Desk::at(home);
    desk.document.redo().expect("something to redo");
    desk.keep(Deed::Redone);
    let _home = desk.finish();
    assert_eq!(segments(&path), ["s000"]);
}

#[test]
fn a_torn_last_line_is_cut_off_and_the_rest_brought_back() {
    let home = unsaved(&["one", "two"]);
    let shelf = crate::store::Shelf::of(&places(home.path()), &home.path().join("ours.ron"));
    let journal = shelf.journal();
    let whole = fs::read(&journal).expect("a journal");
    fs::write(&journal, &whole[..whole.len() - 5]).expect("torn");
    let desk = Desk::at(home);
    desk.saved();
    assert_eq!(segments(&desk.path()), ["one", "saved"]);
    let mut desk = Desk::at(desk.finish().0);
    desk.undo();
    desk.undo();
    desk.saved();
    desk.finish();
}

#[test]
fn what_no_save_had_reached_is_merged_with_what_somebody_else_wrote() {
    let home = unsaved(&["one"]);
    let path = home.path().join("ours.ron");
    let text = fs::read_to_string(&path).expect("a text");
    fs::write(&path, text.replace("name: \"Ours\"", "name: \"Theirs\"")).expect("edited");
    let desk = Desk::at(home);
    assert_eq!(desk.document.workspace().name(), "Theirs");
    desk.saved();
    let home = desk.finish().0;
    assert_eq!(segments(&path), ["one", "saved"]);
    assert_eq!(open(&path).expect("opens").workspace.name(), "Theirs");
    drop(home);
}

#[test]
fn where_both_changed_the_same_ours_is_brought_back_and_theirs_is_in_a_copy() {
    let home = unsaved(&[]);
    let path = home.path().join("ours.ron");
    let last = hold(home.path());
    let mut document = last.document.clone();
    let mine = Head {
        name: "Mine".to_owned(),
        ..Head::default()
    };
    let change = Change::new("Renamed", vec![Edit::Head(Arc::new(mine))]);
    let deed = document.commit(change, Moment::ALONE).expect("it fits");
    let journal = last.keeping.journal.as_ref().expect("a journal");
    journal.append(&deed.expect("another name")).expect("kept");
    drop(last);
    let text = fs::read_to_string(&path).expect("a text");
    let theirs = text.replace("name: \"Ours\"", "name: \"Theirs\"");
    fs::write(&path, &theirs).expect("edited");
    let held = hold(home.path());
    assert_eq!(held.document.workspace().name(), "Mine");
    assert_eq!(held.conflicts.expect("a conflict").list().len(), 1);
    let copy = home.path().join("ours.conflict-1.ron");
    assert_eq!(fs::read_to_string(copy).expect("a copy"), theirs);
}

#[test]
fn a_file_that_was_put_back_counts_and_what_was_unsaved_is_in_a_copy() {
    let mut desk = Desk::new();
    let path = desk.path();
    let first = fs::read_to_string(&path).expect("a text");
    desk.add("zero");
    desk.saved();
    desk.add("saved");
    desk.saved();
    let home = desk.finish().0;
    let held = hold(home.path());
    let mut document = held.document.clone();
    let deed = added(&mut document, "lost");
    held.keeping
        .journal
        .as_ref()
        .expect("a journal")
        .append(&deed)
        .expect("kept");
    drop(held);
    fs::write(&path, first).expect("put back");
    let held = hold(home.path());
    let copy = home.path().join("ours.unsaved-1.ron");
    assert!(
        held.remarks[0].contains("ours.unsaved-1.ron"),
        "{:?}",
        held.remarks
    );
    assert_eq!(segments(&copy), ["lost", "saved", "zero"]);
    assert!(held.document.workspace().segments().is_empty());
}

#[test]
fn a_journal_that_is_not_ones_own_is_put_aside() {
    let text = "no journal at all, whatever it is, and long enough to be one of another program\n";
    let home = unsaved(&["one"]);
    let path = home.path().join("ours.ron");
    let journal = crate::store::Shelf::of(&places(home.path()), &path).journal();
    fs::write(&journal, text).expect("written");
    let held = hold(home.path());
    assert!(
        held.remarks[0].contains("can't be read"),
        "{:?}",
        held.remarks
    );
    let aside = journal.with_file_name("journal.kept-1");
    assert_eq!(fs::read_to_string(aside).expect("kept"), text);
}

#[test]
fn a_session_that_is_killed_leaves_the_workspace_to_the_next_one() {
    let mut desk = Desk::new();
    desk.add("one");
    desk.saved();
    let home = killed(desk);
    let held = hold(home.path());
    assert!(held.is_taken, "in this process it still lives");
    let past = Past::read(crate::store::journal::Source {
        journal: &held.keeping.shelf.as_ref().expect("a shelf").journal(),
        workspace: held.keeping.shelf.as_ref().expect("a shelf").workspace(),
    });
    assert_eq!(past.expect("a journal").steps().done.len(), 1);
}

#[test]
fn what_is_done_before_the_past_is_read_is_not_of_the_past() {
    let mut desk = Desk::new();
    desk.add("one");
    let home = desk.finish().0;
    let held = hold(home.path());
    let mut document = held.document.clone();
    let journal = held.keeping.journal.clone().expect("a journal");
    let (sender, reports) = channel();
    let tell = Box::new(move |report| drop(sender.send(report)));
    let mut clerk = Clerk::new(held, began(home.path()), tell);
    journal.append(&added(&mut document, "two")).expect("kept");
    let (orders, taken) = channel();
    drop(orders);
    clerk.work(&taken);
    match reports.recv() {
        Ok(Report::Recalled(history)) => assert_eq!(history.done().len(), 1),
        other => panic!("what was done before is told, but: {other:?}"),
    }
}

#[test]
fn what_was_merged_is_brought_back_again_where_the_program_ends_at_once() {
    let home = unsaved(&["one"]);
    let path = home.path().join("ours.ron");
    let text = fs::read_to_string(&path).expect("a text");
    fs::write(&path, text.replace("name: \"Ours\"", "name: \"Theirs\"")).expect("edited");
    let shelf = crate::store::Shelf::of(&places(home.path()), &path);
    let source = crate::store::journal::Source {
        journal: &shelf.journal(),
        workspace: shelf.workspace(),
    };
    crate::store::recovery::recover(source, &open(&path).expect("opens"), clock)
        .expect("brought back");
    let held = hold(home.path());
    assert_eq!(held.document.workspace().segments().len(), 2);
    assert_eq!(held.document.workspace().name(), "Theirs");
}
