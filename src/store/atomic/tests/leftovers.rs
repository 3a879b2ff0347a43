//! What is found beside a file at an opening, and in a file that was written in place.

use super::*;
use crate::store::fingerprint::Fingerprint;

/// A file of two names, which is written in place.
fn twin(text: &str) -> (tempfile::TempDir, PathBuf) {
    let (folder, path) = folder_with(text);
    fs::hard_link(&path, folder.path().join("twin.ron")).expect("linked");
    (folder, path)
}

/// Saves "new" over "old" in place, and stops when the log is on the disk.
fn interrupted(path: &Path) {
    for call in 0..100 {
        let _ = save(&Faulty::at(call, Fault::Stop), path, b"old", "new");
        if path.with_file_name(".ours.redo").exists() {
            return;
        }
    }
}

fn finished(path: &Path) -> Option<PathBuf> {
    finish_interrupted(&Disk, Destination { path, shelf: None }).expect("finished")
}

fn displaced(folder: &Path, name: &str, known: [&str; 2], text: &str) {
    let [old, new] = known.map(|text| Fingerprint::of(text.as_bytes()));
    let path = folder.join(format!(".outboard-{name}-7-1.{old}-{new}.swap"));
    fs::write(path, text).expect("written");
}

#[test]
fn a_write_in_place_that_was_interrupted_is_finished() {
    for torn in ["old", "nld", "ned", "new"] {
        let (folder, path) = twin("old");
        interrupted(&path);
        fs::write(&path, torn).expect("torn");
        assert_eq!((finished(&path), text_of(&path)), (None, "new".to_owned()));
        assert_eq!(names_in(folder.path()), ["ours.ron", "twin.ron"]);
    }
}

#[test]
fn what_somebody_wrote_after_an_interrupted_write_in_place_stays_and_ours_is_kept() {
    for theirs in ["theirs", "ol", "odd", ""] {
        let (folder, path) = twin("old");
        interrupted(&path);
        fs::write(&path, theirs).expect("written");
        let copy = folder.path().join("ours.conflict-1.ron");
        assert_eq!(finished(&path), Some(copy.clone()));
        assert_eq!(
            (text_of(&path), text_of(&copy)),
            (theirs.to_owned(), "new".to_owned())
        );
        assert_eq!(finished(&path), None);
    }
}

#[test]
fn a_file_that_its_last_write_has_torn_is_mended_by_the_next_save() {
    let (folder, path) = twin("old");
    let torn = (0..100).find_map(|call| {
        fs::write(&path, "old").expect("written");
        let done = save(&Faulty::at(call, Fault::Lasting(EIO)), &path, b"old", "new");
        (matches!(done, Err(Setback::NotDurable(_))) && text_of(&path) != "new").then_some(())
    });
    assert_eq!(torn, Some(()));
    assert_eq!(save(&Disk, &path, b"new", "newer"), Ok(Replaced::default()));
    assert_eq!(text_of(&path), "newer");
    assert_eq!(names_in(folder.path()), ["ours.ron", "twin.ron"]);
}

#[test]
fn what_is_left_of_our_own_saves_is_cleared_away() {
    let (folder, path) = folder_with("new");
    fs::write(folder.path().join(".outboard-other-7-1.tmp"), "ha").expect("written");
    displaced(folder.path(), "ours", ["old", "new"], "old");
    displaced(folder.path(), "ours", ["new", "newer"], "newer");
    assert_eq!(sweep(&Disk, &path), Ok(Vec::new()));
    assert_eq!(names_in(folder.path()), ["ours.ron"]);
}

#[test]
fn what_somebody_else_wrote_and_a_killed_save_displaced_is_kept() {
    let (folder, path) = folder_with("new");
    displaced(folder.path(), "ours", ["old", "new"], "theirs");
    let copy = folder.path().join("ours.conflict-1.ron");
    assert_eq!(sweep(&Disk, &path), Ok(vec![copy.clone()]));
    assert_eq!(
        (text_of(&path), text_of(&copy)),
        ("new".to_owned(), "theirs".to_owned())
    );
}

#[test]
fn what_belongs_to_others_is_left_alone() {
    let (folder, path) = folder_with("new");
    displaced(folder.path(), "yours", ["a", "b"], "theirs");
    displaced(folder.path(), "ours-2", ["a", "b"], "theirs");
    for name in [
        ".outboard.ron",
        ".outboard-ours.tmp",
        "ours-7-1.tmp",
        ".outboard-ours-7-1.swap",
    ] {
        fs::write(folder.path().join(name), "mine").expect("written");
    }
    let before = names_in(folder.path());
    assert_eq!(sweep(&Disk, &path), Ok(Vec::new()));
    assert_eq!(names_in(folder.path()), before);
}

#[test]
fn nothing_is_cleared_away_where_a_folder_can_t_be_locked() {
    let (folder, path) = folder_with("new");
    let left = folder.path().join(".outboard-ours-7-1.tmp");
    fs::write(&left, "of somebody who may still be saving").expect("written");
    let unlocked = (0..100).find_map(|call| {
        let faulty = Faulty::at(call, Fault::Once(EIO));
        let swept = sweep(&faulty, &path);
        (faulty.failed() == Some("lock")).then_some(swept)
    });
    assert_eq!(unlocked, Some(Ok(Vec::new())));
    assert!(left.exists());
}
