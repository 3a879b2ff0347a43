//! Two who change a workspace again and again, each with a state folder of its own, as on two
//! machines that share a disk: nothing that either did is lost.

use std::collections::BTreeSet;

use super::*;

/// How often each of the two changes the workspace.
const EACH: usize = 500;

/// How often a change that was not saved is tried again.
const TRIES: usize = 50;

/// Adds something as a command does, until it is saved.
fn add(path: &Path, places: &Places, name: &str) {
    let is_saved = (0..TRIES).any(|_| {
        let held = Held::open(path, places, clock).expect("opens");
        let deed = added(&mut held.document.clone(), name);
        let begin = Begin {
            shelter: None,
            time: clock(),
            revision: 0,
            end: End::TakeBack,
        };
        let saver = Saver::start(held, begin, |_| {});
        saver.save(deed, 1);
        matches!(saver.finish(), Some(Report::Saved(_)))
    });
    assert!(is_saved, "{name}");
}

#[test]
fn of_a_thousand_changes_in_a_race_each_is_in_the_file_or_in_a_conflict_copy() {
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join("ours.ron");
    create(&path, &new_workspace(Lifecycle::Loop, "Ours")).expect("made");
    std::thread::scope(|scope| {
        for who in ["a", "b"] {
            let (home, path) = (home.path().join(who), &path);
            scope.spawn(move || {
                for number in 0..EACH {
                    add(path, &places(&home), &format!("{who}{number:03}"));
                }
            });
        }
    });
    let in_the_file = segments(&path).len();
    let files = fs::read_dir(home.path()).expect("the folder");
    let files = files.map(|entry| entry.expect("an entry").path());
    let files: Vec<_> = files.filter(|file| file.is_file()).collect();
    let kept: BTreeSet<String> = files.iter().flat_map(|file| segments(file)).collect();
    println!("{in_the_file} in the file, {} files", files.len());
    assert_eq!(kept.len(), 2 * EACH);
}
