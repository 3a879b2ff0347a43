//! Whatever stands in a journal, and whichever version of the file beside it: opening the workspace
//! never fails and never touches the file, what is shown is a state that there was, and what is done
//! next is kept.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jiff::Timestamp;
use outboard::domain::history::{Deed, Moment};
use outboard::domain::workspace::Head;
use outboard::domain::{Change, Edit};
use outboard::store::saver::{Begin, End};
use outboard::store::{self, Held, Lifecycle, Places, Report, Saver};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

/// What a workspace is called after each of its sessions.
const NAMES: [&str; 5] = ["none", "one", "two", "three", "four"];

/// What is done to a journal, at some of its places.
#[derive(Clone, Debug)]
enum Harm {
    CutOff(Index),
    Flip(Index, u8),
    Remove(Index),
    Repeat(Index, Index),
    Swap(Index, Index),
    Insert(Index, Vec<u8>),
}

fn harm() -> impl Strategy<Value = Harm> {
    let at = any::<Index>;
    prop_oneof![
        at().prop_map(Harm::CutOff),
        (at(), 0_u8..8).prop_map(|(at, bit)| Harm::Flip(at, bit)),
        at().prop_map(Harm::Remove),
        (at(), at()).prop_map(|(line, before)| Harm::Repeat(line, before)),
        (at(), at()).prop_map(|(one, other)| Harm::Swap(one, other)),
        (at(), vec(any::<u8>(), 1..40)).prop_map(|(at, bytes)| Harm::Insert(at, bytes)),
    ]
}

impl Harm {
    fn to(&self, journal: &mut Vec<u8>) {
        let mut lines: Vec<Vec<u8>> = journal
            .split_inclusive(|byte| *byte == b'\n')
            .map(<[u8]>::to_vec)
            .collect();
        if lines.is_empty() {
            return;
        }
        let count = lines.len();
        match self {
            Self::CutOff(at) => return journal.truncate(at.index(journal.len())),
            Self::Flip(at, bit) => {
                let at = at.index(journal.len());
                journal[at] ^= 1 << bit;
                return;
            }
            Self::Insert(at, bytes) => {
                let at = at.index(journal.len());
                journal.splice(at..at, bytes.iter().copied());
                return;
            }
            Self::Remove(line) => drop(lines.remove(line.index(count))),
            Self::Repeat(line, before) => {
                let line = lines[line.index(count)].clone();
                lines.insert(before.index(count), line);
            }
            Self::Swap(one, other) => lines.swap(one.index(count), other.index(count)),
        }
        *journal = lines.concat();
    }
}

/// A workspace in a home of its own.
struct Home {
    folder: tempfile::TempDir,
    places: Places,
}

impl Home {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let below = |name: &str| folder.path().join(name);
        let places = Places {
            data: below("data"),
            state: below("state"),
            config: below("config"),
        };
        let home = Self { folder, places };
        let workspace = store::new_workspace(Lifecycle::Loop, NAMES[0]);
        store::create(&home.file(), &workspace).expect("made");
        home
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("crm.ron")
    }

    fn journal(&self) -> PathBuf {
        let folder = store::Shelf::of(&self.places, &self.file());
        folder.folder().join("journal")
    }

    fn open(&self) -> Held {
        Held::open(&self.file(), &self.places, Timestamp::now).expect("it opens")
    }

    /// A session that renames the workspace.
    fn rename(&self, name: &str) {
        let held = self.open();
        let mut document = held.document.clone();
        let mut named = Head::clone(document.workspace().head());
        name.clone_into(&mut named.name);
        let change = Change::new("Renamed", vec![Edit::Head(named.into())]);
        let deed = document.commit(change, Moment::ALONE).expect("it holds");
        saved(held, deed.expect("another name"));
    }
}

fn saved(held: Held, deed: Deed) {
    let begin = Begin {
        shelter: None,
        time: Timestamp::now(),
        revision: 0,
        end: End::TakeBack,
    };
    let saver = Saver::start(held, begin, |_| {});
    saver.save(deed, 1);
    assert!(matches!(saver.finish(), Some(Report::Saved(_))));
}

/// A home after its sessions.
struct Sessions {
    home: Home,
    journal: Vec<u8>,
    /// The file after each.
    files: Vec<Vec<u8>>,
}

impl Sessions {
    fn new() -> Self {
        let home = Home::new();
        let read = |path: &Path| fs::read(path).expect("there");
        let mut files = vec![read(&home.file())];
        for name in &NAMES[1..] {
            home.rename(name);
            files.push(read(&home.file()));
        }
        let journal = read(&home.journal());
        Self {
            home,
            journal,
            files,
        }
    }
}

static SESSIONS: LazyLock<Sessions> = LazyLock::new(Sessions::new);

proptest! {
    #[test]
    fn a_harmed_journal_leaves_the_file_alone_and_shows_only_what_there_was(
        file in any::<Index>(),
        harms in vec(harm(), 0..4),
    ) {
        let Sessions { home, journal, files } = &*SESSIONS;
        let mut journal = journal.clone();
        for harm in &harms {
            harm.to(&mut journal);
        }
        let file = &files[file.index(files.len())];
        fs::write(home.file(), file).expect("written");
        fs::write(home.journal(), &journal).expect("written");

        let mut held = home.open();
        held.recall();
        prop_assert!(NAMES.contains(&held.document.workspace().name()));
        while held.document.undo().is_some() {
            prop_assert!(NAMES.contains(&held.document.workspace().name()));
        }
        drop(held);
        prop_assert_eq!(&fs::read(home.file()).expect("there"), file);

        home.rename("next");
        let held = home.open();
        prop_assert_eq!(held.document.workspace().name(), "next");
    }
}
