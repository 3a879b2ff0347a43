//! What stands in a file, and beside it, after any step of a save has failed.

use std::fs;

use super::*;
use crate::store::fs::Disk;
use crate::store::fs::faulty::{Fault, Faulty};

#[cfg(unix)]
mod faults;
#[cfg(unix)]
mod leftovers;
#[cfg(target_os = "linux")]
mod racing;
#[cfg(unix)]
mod scenario;

const EIO: i32 = 5;
const EACCES: i32 = 13;
const EMFILE: i32 = 24;
const ENOSPC: i32 = 28;
const EROFS: i32 = 30;

/// A save with no shelf.
fn save(fs: &impl Fs, path: &Path, known: &[u8], text: &str) -> Result<Replaced, Setback> {
    replace(fs, Destination { path, shelf: None }, known, text)
}

fn folder_with(text: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ours.ron");
    fs::write(&path, text).expect("a file");
    (folder, path)
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<_> = entries
        .map(|entry| {
            entry
                .expect("a name")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

fn text_of(path: &Path) -> String {
    fs::read_to_string(path).expect("a text")
}

#[test]
fn whatever_fails_a_file_that_is_made_is_whole_or_not_there() {
    for fault in [Fault::Once(ENOSPC), Fault::Lasting(ENOSPC), Fault::Stop] {
        for call in 0.. {
            let folder = tempfile::tempdir().expect("a folder");
            let path = folder.path().join("ours.ron");
            let faulty = Faulty::at(call, fault);
            let done = create(&faulty, &path, "new");
            assert_eq!(sweep(&Disk, &path), Ok(Vec::new()));
            match (done, faulty.failed()) {
                (Ok(()), hit) => {
                    assert_eq!(text_of(&path), "new");
                    if hit.is_none() {
                        break;
                    }
                }
                (Err(_), Some("sync_folder")) => assert_eq!(text_of(&path), "new"),
                (Err(_), _) => assert_eq!(names_in(folder.path()), [""; 0]),
            }
        }
    }
}

#[test]
fn whatever_fails_a_foreign_file_is_kept_or_the_error_told() {
    for fault in [Fault::Once(ENOSPC), Fault::Lasting(ENOSPC), Fault::Stop] {
        for call in 0.. {
            let (folder, path) = folder_with("theirs");
            let faulty = Faulty::at(call, fault);
            let kept = keep_aside(&faulty, &path, "conflict");
            assert_eq!(text_of(&path), "theirs");
            assert_eq!(sweep(&Disk, &path), Ok(Vec::new()));
            if let Ok(kept) = kept {
                assert_eq!(text_of(&kept.path.expect("a copy")), "theirs");
            } else if faulty.failed() != Some("sync_folder") {
                assert_eq!(names_in(folder.path()), ["ours.ron"], "call {call}");
            }
            if faulty.failed().is_none() {
                break;
            }
        }
    }
}

/// The system may have dropped what it could not write, and say of the same file that all is well.
#[test]
fn after_a_sync_that_failed_another_file_is_written_and_synced() {
    let made = (0..100).find_map(|call| {
        let (_folder, path) = folder_with("old");
        let faulty = Faulty::at(call, Fault::Once(EIO));
        let done = save(&faulty, &path, b"old", "new");
        (faulty.failed() == Some("sync")).then_some((done, faulty.made()))
    });
    let (done, made) = made.expect("it syncs");
    assert_eq!(done, Ok(Replaced::default()));
    let writing = ["create_private", "write", "sync", "remove"];
    let writing: Vec<_> = made
        .into_iter()
        .filter(|call| writing.contains(call))
        .collect();
    let (failed, again) = writing.split_at(4);
    assert_eq!(failed, ["create_private", "write", "sync", "remove"]);
    assert_eq!(again, ["create_private", "write", "sync", "remove"]);
}

#[test]
fn errors_are_told_apart_and_say_what_to_do() {
    let told = |error| {
        let disk = Faulty::at(0, Fault::Once(error));
        let setback = save(&disk, Path::new("ours.ron"), b"old", "new");
        setback.expect_err("it failed").into_error().to_string()
    };
    assert_eq!(
        [ENOSPC, EROFS, EACCES, EMFILE, EIO].map(told),
        [
            "could not save ours.ron: the disk is full; make room and save again",
            "could not save ours.ron: the disk is read-only; save under another name",
            "could not save ours.ron: you have no permission; ask for it, or take another place",
            "could not save ours.ron: too many files are open; close other programs and save again",
            "could not save ours.ron: the disk or the connection to it is failing; save on another disk",
        ]
    );
}

#[test]
fn what_somebody_else_has_written_is_not_overwritten() {
    let (folder, path) = folder_with("theirs");
    let done = save(&Disk, &path, b"old", "new");
    let changed = SaveError::ChangedOutside(path.clone());
    assert_eq!(done, Err(Setback::Before(changed)));
    assert_eq!(text_of(&path), "theirs");
    assert_eq!(names_in(folder.path()), ["ours.ron"]);
}

#[cfg(unix)]
#[test]
fn of_saves_at_the_same_time_none_that_is_done_is_lost() {
    let (_folder, path) = folder_with("");
    let add = |line: String| {
        let known = text_of(&path);
        let text = format!("{known}{line}\n");
        (save(&Disk, &path, known.as_bytes(), &text).is_ok()).then_some(line)
    };
    let done: Vec<String> = std::thread::scope(|scope| {
        let hands: Vec<_> = (0..8)
            .map(|hand| {
                let lines = move || (0..25).filter_map(|n| add(format!("{hand} {n}"))).collect();
                scope.spawn(lines)
            })
            .collect();
        let done = hands.into_iter().map(|hand| hand.join().expect("no panic"));
        done.flat_map(|lines: Vec<String>| lines).collect()
    });
    let text = text_of(&path);
    assert_eq!(text.lines().count(), done.len());
    assert!(
        done.iter()
            .all(|line| text.lines().any(|kept| kept == line))
    );
}

#[test]
fn a_file_that_somebody_removed_is_made_again() {
    let (_folder, path) = folder_with("old");
    fs::remove_file(&path).expect("removed");
    assert_eq!(save(&Disk, &path, b"old", "new"), Ok(Replaced::default()));
    assert_eq!(text_of(&path), "new");
}

#[test]
fn what_is_no_file_or_protected_is_left_alone() {
    let (folder, path) = folder_with("old");
    let done = save(&Disk, folder.path(), b"", "new");
    assert!(matches!(
        done,
        Err(Setback::Before(SaveError::NotAFile {
            found: "a folder",
            ..
        }))
    ));
    let mut permissions = fs::metadata(&path).expect("a file").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).expect("set");
    let done = save(&Disk, &path, b"old", "new").map_err(Setback::into_error);
    let trouble = Trouble::Protected;
    assert_eq!(done, Err(SaveError::Trouble { path, trouble }));
}

#[test]
fn nothing_is_made_where_something_is_or_where_no_folder_is() {
    let (folder, path) = folder_with("old");
    assert_eq!(
        create(&Disk, &path, "new"),
        Err(SaveError::Exists(path.clone()))
    );
    let path = folder.path().join("no/ours.ron");
    let trouble = Trouble::NoFolder;
    assert_eq!(
        create(&Disk, &path, "new"),
        Err(SaveError::Trouble { path, trouble })
    );
    assert_eq!(names_in(folder.path()), ["ours.ron"]);
}

#[test]
fn a_name_as_long_as_the_file_system_takes_can_be_saved() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(format!("{}.ron", "x".repeat(251)));
    assert_eq!(create(&Disk, &path, "old"), Ok(()));
    assert_eq!(save(&Disk, &path, b"old", "new"), Ok(Replaced::default()));
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn links_and_rights_stay() {
        let (folder, path) = folder_with("old");
        let mode = fs::Permissions::from_mode(0o640);
        fs::set_permissions(&path, mode).expect("set");
        let link = folder.path().join("link.ron");
        let other = folder.path().join("other.ron");
        symlink("ours.ron", &link).expect("linked");
        symlink(&link, &other).expect("linked");
        assert_eq!(save(&Disk, &other, b"old", "new"), Ok(Replaced::default()));
        assert!(fs::symlink_metadata(&link).expect("a link").is_symlink());
        assert!(fs::symlink_metadata(&other).expect("a link").is_symlink());
        assert_eq!(text_of(&path), "new");
        let found = fs::metadata(&path).expect("a file").permissions();
        assert_eq!(found.mode() & 0o777, 0o640);
    }

    #[test]
    fn links_in_a_circle_are_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.ron");
        symlink(&path, &path).expect("linked");
        assert!(save(&Disk, &path, b"", "new").is_err());
    }
}
