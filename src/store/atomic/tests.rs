//! What stands in a file, and beside it, after any step of a save has failed.

use std::fs;

use super::*;
use crate::store::fs::Disk;
use crate::store::fs::faulty::Faulty;

const EIO: i32 = 5;
const EACCES: i32 = 13;
const ENOSPC: i32 = 28;
const EROFS: i32 = 30;

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
fn whatever_fails_the_file_is_whole_and_nothing_is_left_beside_it() {
    let mut seen = Vec::new();
    for error in [EIO, EACCES, ENOSPC, EROFS] {
        for call in 0.. {
            let (folder, path) = folder_with("old");
            let faulty = Faulty::at(call, error);
            let done = replace(&faulty, &path, b"old", "new");
            assert_eq!(names_in(folder.path()), ["ours.ron"], "call {call}");
            let Some(failed) = faulty.failed() else {
                assert_eq!((done, text_of(&path)), (Ok(()), "new".to_owned()));
                break;
            };
            seen.push(failed);
            match done {
                Err(Setback::Before(_)) => assert_eq!(text_of(&path), "old", "{failed}"),
                Err(Setback::NotDurable(_)) => {
                    assert_eq!((failed, text_of(&path)), ("sync_folder", "new".to_owned()));
                }
                Ok(()) => panic!("a failed {failed} was called saved"),
            }
        }
    }
    for step in [
        "read",
        "create_private",
        "write",
        "permit",
        "sync",
        "rename",
        "sync_folder",
    ] {
        assert!(seen.contains(&step), "{step} was never made to fail");
    }
}

#[test]
fn whatever_fails_a_file_that_is_made_is_whole_or_not_there() {
    for call in 0.. {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("ours.ron");
        let faulty = Faulty::at(call, ENOSPC);
        let done = create(&faulty, &path, "new");
        match faulty.failed() {
            None => {
                assert_eq!((done, text_of(&path)), (Ok(()), "new".to_owned()));
                break;
            }
            Some("sync_folder") => assert_eq!(text_of(&path), "new"),
            Some(_) => assert_eq!(names_in(folder.path()), [""; 0]),
        }
        assert!(faulty.failed().is_none() || done.is_err());
    }
}

#[test]
fn whatever_fails_a_foreign_file_is_kept_or_the_error_told() {
    for call in 0.. {
        let (folder, path) = folder_with("theirs");
        let faulty = Faulty::at(call, ENOSPC);
        let kept = keep_aside(&faulty, &path);
        assert_eq!(text_of(&path), "theirs");
        if faulty.failed().is_none() {
            let copy = kept.expect("kept").path.expect("a copy");
            assert_eq!(text_of(&copy), "theirs");
            break;
        }
        assert!(kept.is_err());
        assert_eq!(names_in(folder.path()), ["ours.ron"], "call {call}");
    }
}

#[test]
fn errors_are_told_apart_and_say_what_to_do() {
    let told = |error| {
        let (_folder, path) = folder_with("old");
        let setback = replace(&Faulty::at(0, error), Path::new("ours.ron"), b"old", "new");
        drop(path);
        setback.expect_err("it failed").into_error().to_string()
    };
    assert_eq!(
        [told(ENOSPC), told(EROFS), told(EACCES)],
        [
            "could not save ours.ron: the disk is full; make room and save again",
            "could not save ours.ron: the disk is read-only; save under another name",
            "could not save ours.ron: you have no permission; ask for it, or take another place",
        ]
    );
}

#[test]
fn what_somebody_else_has_written_is_not_overwritten() {
    let (folder, path) = folder_with("theirs");
    let done = replace(&Disk, &path, b"old", "new");
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
        (replace(&Disk, &path, known.as_bytes(), &text) == Ok(())).then_some(line)
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
    assert_eq!(replace(&Disk, &path, b"old", "new"), Ok(()));
    assert_eq!(text_of(&path), "new");
}

#[test]
fn what_is_no_file_or_protected_is_left_alone() {
    let (folder, path) = folder_with("old");
    let done = replace(&Disk, folder.path(), b"", "new");
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
    let done = replace(&Disk, &path, b"old", "new").map_err(Setback::into_error);
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
    assert_eq!(replace(&Disk, &path, b"old", "new"), Ok(()));
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn links_and_rights_stay() {
        let (folder, path) = folder_with("old");
        let mode = Permissions::from_mode(0o640);
        fs::set_permissions(&path, mode).expect("set");
        let link = folder.path().join("link.ron");
        let other = folder.path().join("other.ron");
        symlink("ours.ron", &link).expect("linked");
        symlink(&link, &other).expect("linked");
        assert_eq!(replace(&Disk, &other, b"old", "new"), Ok(()));
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
        assert!(replace(&Disk, &path, b"", "new").is_err());
    }
}
