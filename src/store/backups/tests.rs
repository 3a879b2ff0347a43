//! What is in the folder of the backups after they were kept, at any fault.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use jiff::ToSpan;

use super::*;
use crate::store::fs::faulty::{Fault, Faulty};

const EIO: i32 = 5;
const ENOSPC: i32 = 28;

fn ring() -> (tempfile::TempDir, Ring) {
    let home = tempfile::tempdir().expect("a folder");
    let ring = Ring::new(home.path().join("state/backups"));
    (home, ring)
}

fn at(text: &str) -> Timestamp {
    text.parse().expect("a time")
}

fn now() -> Timestamp {
    at("2026-11-22T14:05:01.250Z")
}

fn keep(ring: &Ring, content: &str, now: Timestamp) -> Option<Backup> {
    ring.keep(content.as_bytes(), now).expect("kept")
}

/// What the backups say, the latest first.
fn contents(ring: &Ring) -> Vec<String> {
    let listed = ring.list().expect("listed");
    let text = |backup| String::from_utf8(ring.read(backup).expect("read")).expect("text");
    listed.iter().map(text).collect()
}

fn names(ring: &Ring) -> Vec<String> {
    let mut names = Disk.names(&ring.folder).unwrap_or_default();
    names.sort();
    let text = |name: &OsStr| name.to_string_lossy().into_owned();
    names.iter().map(|name| text(name)).collect()
}

#[test]
fn a_content_is_kept_byte_for_byte_under_its_time_and_fingerprint() {
    let (_home, ring) = ring();
    let content = b"\xef\xbb\xbf(format: 1,\r\n name: \"\xff\")";
    let kept = ring.keep(content, now()).expect("kept").expect("new");
    assert_eq!(kept.id, Fingerprint::of(content).to_string()[..12]);
    assert_eq!((kept.time, kept.size), (now(), content.len() as u64));
    let name = format!("2026-11-22T140501.250Z-{}.ron", kept.id);
    assert_eq!(names(&ring), [name]);
    assert_eq!(ring.list(), Ok(vec![kept.clone()]));
    assert_eq!(ring.read(&kept).as_deref(), Ok(&content[..]));
}

#[test]
fn where_nothing_was_kept_yet_there_is_nothing_to_list() {
    let (home, ring) = ring();
    assert_eq!(ring.list(), Ok(Vec::new()));
    assert!(!home.path().join("state").exists());
}

#[test]
fn the_latest_is_listed_first() {
    let (_home, ring) = ring();
    for (n, content) in ["b", "c", "a"].iter().enumerate() {
        let n = i64::try_from(n).expect("small");
        keep(&ring, content, now() + n.milliseconds());
    }
    assert_eq!(contents(&ring), ["a", "c", "b"]);
}

#[test]
fn a_content_that_is_there_is_not_written_again_and_counts_as_new() {
    let (_home, ring) = ring();
    keep(&ring, "a", now());
    assert_eq!(keep(&ring, "a", now()), None);
    keep(&ring, "b", now() + 1.hour());
    assert_eq!(keep(&ring, "a", now() + 2.hours()), None);
    assert_eq!(contents(&ring), ["a", "b"]);
    assert_eq!(ring.list().expect("listed")[0].time, now() + 2.hours());
}

#[test]
fn a_content_that_is_there_never_gets_older() {
    let (_home, ring) = ring();
    keep(&ring, "a", now());
    assert_eq!(keep(&ring, "a", now() - 9_000.hours()), None);
    assert_eq!(ring.list().expect("listed")[0].time, now());
}

#[test]
fn a_damaged_copy_is_no_reason_not_to_keep_a_content() {
    let (_home, ring) = ring();
    let kept = keep(&ring, "whole", now()).expect("new");
    fs::write(ring.path(&kept), "who").expect("damaged");
    assert_eq!(ring.contents(&kept), Ok(Contents::Damaged));
    assert!(keep(&ring, "whole", now() + 1.hour()).is_some());
    assert_eq!(contents(&ring), ["whole", "who"]);
    // In the same moment the copy is mended.
    fs::write(ring.path(&kept), "who").expect("damaged");
    fs::remove_file(ring.path(&ring.list().expect("listed")[0])).expect("removed");
    assert!(keep(&ring, "whole", now()).is_some());
    assert_eq!(contents(&ring), ["whole"]);
}

#[test]
fn old_ones_go_when_a_new_one_has_come() {
    let (_home, ring) = ring();
    for n in 0..30 {
        keep(&ring, &format!("{n}"), now() + n.minutes());
    }
    let latest: Vec<_> = (20..30).rev().map(|n| n.to_string()).collect();
    assert_eq!(contents(&ring), latest);
}

#[test]
fn after_a_clock_was_wrong_for_a_while_nothing_else_is_lost() {
    let (_home, ring) = ring();
    keep(&ring, "before", now());
    keep(&ring, "set forward", now() + 50_000.hours());
    keep(&ring, "set back", now() - 50_000.hours());
    keep(&ring, "right again", now() + 1.hour());
    assert_eq!(
        contents(&ring),
        ["set forward", "right again", "before", "set back"]
    );
}

#[test]
fn what_the_ring_has_not_named_is_neither_listed_nor_touched() {
    let (_home, ring) = ring();
    fs::create_dir_all(ring.folder.join("2026-01-01T000000.000Z-1a2b3c4d5e6f.ron")).expect("made");
    let foreign = [
        "notes.txt",
        ".outboard-1-1.tmp",
        "2026-01-01T000000.000Z-1a2b3c4d5e6f.ron~",
        "2026-01-01T000000.000Z-1A2B3C4D5E6F.ron",
        "2026-01-01T000000.000Z-1a2b3c4d5e6.ron",
        "2026-01-01T000000Z-1a2b3c4d5e6f.ron",
        "2026-02-30T000000.000Z-1a2b3c4d5e6f.ron",
        "2026-01-01T000000.000Z-ééé.ron",
        "crm.ron",
    ];
    for name in foreign {
        fs::write(ring.folder.join(name), "theirs").expect("written");
    }
    for n in 0..12 {
        keep(&ring, &format!("{n}"), now() + n.minutes());
    }
    assert_eq!(ring.list().expect("listed").len(), 10);
    assert_eq!(names(&ring).len(), foreign.len() + 1 + 10);
}

#[test]
fn what_a_program_that_was_killed_left_behind_goes() {
    for call in 0.. {
        let (_home, ring) = ring();
        keep(&ring, "old", now());
        let faulty = Faulty::at(call, Fault::Stop);
        let kept = ring.keep_in(&faulty, b"new", now() + 1.hour());
        assert!(contents(&ring).ends_with(&["old".to_owned()]));
        keep(&ring, "newer", now() + 2.hours());
        assert_eq!(names(&ring).len(), contents(&ring).len());
        if faulty.failed().is_none() {
            assert!(matches!(kept, Ok(Some(_))));
            break;
        }
    }
}

#[test]
fn what_is_in_a_backup_is_told() {
    let (_home, ring) = ring();
    let sample = include_str!("../../../assets/sample/crm.ron");
    let told = |content: &str| ring.contents(&keep(&ring, content, now()).expect("new"));
    let contents = Contents::Workspace {
        name: "Acme CRM".to_owned(),
        outcomes: 7,
        jobs: 11,
    };
    assert_eq!(told(sample), Ok(contents));
    assert_eq!(told("(format: 1"), Ok(Contents::Unreadable));
    let gone = Backup::of(b"gone", now());
    assert_eq!(
        ring.contents(&gone),
        Err(OpenError::Missing(ring.path(&gone)))
    );
}

#[test]
fn whatever_fails_the_new_one_is_whole_or_not_there_and_the_others_are() {
    let before: Vec<_> = (0..10).rev().map(|n| n.to_string()).collect();
    let after = [vec!["the new one".to_owned()], before.clone()].concat();
    let mut seen = Vec::new();
    for (error, call) in [EIO, ENOSPC]
        .into_iter()
        .flat_map(|e| (0..60).map(move |n| (e, n)))
    {
        let (_home, ring) = ring();
        for (n, content) in (0..10).zip(before.iter().rev()) {
            keep(&ring, content, now() + n.minutes());
        }
        let faulty = Faulty::at(call, Fault::Once(error));
        let kept = ring.keep_in(&faulty, b"the new one", now() + 1.hour());
        let left = contents(&ring);
        assert_eq!(names(&ring).len(), left.len(), "something is left behind");
        seen.extend(faulty.failed());
        match (kept, faulty.failed()) {
            (Ok(_), None) => assert_eq!(left, after[..10]),
            // The oldest may stay for another time.
            (Ok(_), Some(_)) => assert!(after.starts_with(&left) && left.len() >= 10),
            (Err(_), Some("sync_folder")) => assert_eq!(left, after),
            (Err(_), _) => assert_eq!(left, before),
        }
    }
    for step in [
        "make_folder",
        "names",
        "look",
        "create_private",
        "write",
        "sync",
        "rename",
        "sync_folder",
        "remove",
    ] {
        assert!(seen.contains(&step), "{step} was never made to fail");
    }
}

#[test]
fn whatever_fails_a_content_that_is_there_stays() {
    for call in 0.. {
        let (_home, ring) = ring();
        keep(&ring, "same", now());
        let faulty = Faulty::at(call, Fault::Once(EIO));
        let kept = ring.keep_in(&faulty, b"same", now() + 1.hour());
        let left = contents(&ring);
        assert!(left.iter().all(|content| content == "same") && !left.is_empty());
        if faulty.failed().is_none() {
            assert!(matches!(kept, Ok(None)));
            break;
        }
    }
}

#[test]
fn an_error_says_where_it_was() {
    let (home, ring) = ring();
    fs::write(home.path().join("state"), "a file in the way").expect("written");
    let told = ring.keep(b"new", now()).expect_err("it can't").to_string();
    assert!(told.contains("state/backups"), "{told}");
}

#[cfg(unix)]
#[test]
fn nobody_else_may_read_the_backups() {
    use std::os::unix::fs::PermissionsExt;
    let (_home, ring) = ring();
    let kept = keep(&ring, "mine", now()).expect("new");
    let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!(mode(&ring.folder), 0o700);
    assert_eq!(mode(&ring.path(&kept)), 0o600);
}

mod coming_back {
    use super::*;
    use crate::store::backups::restoring::restore_over_in;

    fn broken() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("crm.ron");
        fs::write(&path, "(broken").expect("a file");
        (folder, path)
    }

    fn texts(folder: &tempfile::TempDir) -> Vec<String> {
        let names = Disk.names(folder.path()).expect("a folder");
        let text = |name| fs::read_to_string(folder.path().join(name)).expect("a text");
        let mut texts: Vec<_> = names.iter().map(text).collect();
        texts.sort();
        texts
    }

    #[test]
    fn what_can_t_be_read_is_kept_beside_what_comes_in_its_place() {
        let (folder, path) = broken();
        let copy = folder.path().join("crm.broken-1.ron");
        assert_eq!(restore_over(&path, b"whole"), Ok(vec![copy.clone()]));
        assert_eq!(fs::read(&path).expect("there"), b"whole");
        assert_eq!(fs::read(&copy).expect("there"), b"(broken");
    }

    #[test]
    fn what_is_gone_comes_back() {
        let (_folder, path) = broken();
        fs::remove_file(&path).expect("removed");
        assert_eq!(restore_over(&path, b"whole"), Ok(Vec::new()));
        assert_eq!(fs::read(&path).expect("there"), b"whole");
    }

    #[test]
    fn nothing_is_written_over_a_file_that_is_there() {
        let (_folder, path) = broken();
        let told = restore_into(&path, b"whole");
        assert_eq!(told, Err(SaveError::Exists(path.clone())));
        let other = path.with_file_name("other.ron");
        assert_eq!(restore_into(&other, b"\xff"), Ok(()));
        assert_eq!(fs::read(other).expect("there"), b"\xff");
    }

    #[test]
    fn whatever_fails_or_stops_both_are_whole() {
        for fault in [Fault::Once(EIO), Fault::Lasting(ENOSPC), Fault::Stop] {
            for call in 0.. {
                let (folder, path) = broken();
                let faulty = Faulty::at(call, fault);
                let done = restore_over_in(&faulty, &path, b"whole");
                let there = fs::read_to_string(&path).expect("there");
                assert!(["(broken", "whole"].contains(&&*there));
                assert!(texts(&folder).contains(&"(broken".to_owned()));
                let Some(failed) = faulty.failed() else {
                    assert_eq!(texts(&folder), ["(broken", "whole"]);
                    break;
                };
                if done.is_ok() {
                    assert_eq!(there, "whole", "{failed}");
                }
                if fault != Fault::Stop && there != "whole" {
                    // A copy too many, at worst.
                    assert!(
                        texts(&folder).iter().all(|text| text == "(broken"),
                        "{failed}"
                    );
                }
            }
        }
    }
}
