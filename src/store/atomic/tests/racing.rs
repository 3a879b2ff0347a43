//! An editor that knows no locks writes the file while we save it, a thousand times.

use std::collections::BTreeSet;

use super::*;

/// How often each of the two writes.
const TIMES: usize = 1_000;

/// What one of the two has written and read.
#[derive(Default)]
struct Hand {
    written: Vec<String>,
    seen: Vec<String>,
}

/// We save over what we have read, as long as the editor writes.
fn save_often(path: &Path, is_over: impl Fn() -> bool) -> Hand {
    let mut hand = Hand::default();
    let mut tries = 0;
    while tries < TIMES || !is_over() {
        // Nothing waits for the disk: only what others see counts here.
        let fs = Faulty::at(usize::MAX, Fault::Stop);
        let known = text_of(path);
        let text = format!("ours {tries}");
        tries += 1;
        if save(&fs, path, known.as_bytes(), &text).is_ok() {
            hand.written.push(text);
        }
        hand.seen.push(known);
    }
    hand
}

/// The editor puts its file in the place of what is there, and reads what that was.
fn edit_often(path: &Path) -> Hand {
    let mut hand = Hand::default();
    let aside = path.with_file_name("editor");
    for n in 0..TIMES {
        let text = format!("theirs {n}");
        fs::write(&aside, &text).expect("written");
        Disk.exchange(&aside, path).expect("exchanged");
        hand.seen.push(text_of(&aside));
        hand.written.push(text);
    }
    fs::remove_file(aside).expect("removed");
    hand
}

#[test]
fn of_two_that_write_a_thousand_times_at_once_every_text_was_seen_or_is_kept() {
    let (folder, path) = folder_with("first");
    let (ours, theirs) = std::thread::scope(|scope| {
        let editor = scope.spawn(|| edit_often(&path));
        let ours = save_often(&path, || editor.is_finished());
        (ours, editor.join().expect("no panic"))
    });
    let names = names_in(folder.path());
    let kept = names.iter().map(|name| text_of(&folder.path().join(name)));
    let found: BTreeSet<_> = kept.chain(ours.seen).chain(theirs.seen).collect();
    assert!(!ours.written.is_empty(), "none of our saves was done");
    let lost: Vec<_> = ours
        .written
        .iter()
        .chain(&theirs.written)
        .filter(|text| !found.contains(*text))
        .collect();
    assert!(lost.is_empty(), "lost: {lost:?}");
    println!("{} texts were kept beside the file", names.len() - 1);
}
