//! Files as they may stand before a save, and what must hold after it, however it went.

use std::fmt;
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};

use super::super::*;
use super::{names_in, text_of};
use crate::store::fs::Disk;

/// How the file stands before the save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Missing,
    Plain,
    ThroughLinks,
    ThroughALinkToNothing,
    OfTwoNames,
    OfTwoNamesWithoutShelf,
    OfMode640,
    Protected,
    OfALongName,
}

/// Who else writes while we save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Somebody {
    Nobody,
    /// An editor that writes into the file.
    WritesIntoIt,
    /// An editor that puts another file in its place.
    PutsAnotherThere,
}

impl Standing {
    pub(super) const ALL: [Self; 9] = [
        Self::Missing,
        Self::Plain,
        Self::ThroughLinks,
        Self::ThroughALinkToNothing,
        Self::OfTwoNames,
        Self::OfTwoNamesWithoutShelf,
        Self::OfMode640,
        Self::Protected,
        Self::OfALongName,
    ];

    /// The old and the new text. Where it may be written in place, one becomes longer and one
    /// becomes shorter.
    pub(super) fn texts(self) -> &'static [(&'static str, &'static str)] {
        const TEXTS: [(&str, &str); 2] = [
            ("old", "a new text, and longer"),
            ("an old text, and longer", "new"),
        ];
        match self {
            Self::Plain | Self::OfTwoNames | Self::OfTwoNamesWithoutShelf => &TEXTS,
            _ => &TEXTS[..1],
        }
    }

    fn is_there(self) -> bool {
        !matches!(self, Self::Missing | Self::ThroughALinkToNothing)
    }
}

impl Somebody {
    pub(super) const ALL: [Self; 3] = [Self::Nobody, Self::WritesIntoIt, Self::PutsAnotherThere];
}

/// What somebody else writes.
const THEIRS: &str = "what somebody else has written";

/// A folder with a file, another for its shelf, and a save to be made.
pub(super) struct Scenario {
    root: tempfile::TempDir,
    standing: Standing,
    pub(super) somebody: Somebody,
    old: &'static str,
    new: &'static str,
    names: Vec<String>,
}

impl fmt::Debug for Scenario {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?}, {:?}, from {:?}",
            self.standing, self.somebody, self.old
        )
    }
}

impl Scenario {
    pub(super) fn new(
        standing: Standing,
        somebody: Somebody,
        (old, new): (&'static str, &'static str),
    ) -> Self {
        // Thousands of folders: in memory, where the system has a place for that.
        let root = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir());
        let root = root.expect("a folder");
        fs::create_dir(root.path().join("work")).expect("a folder");
        fs::create_dir(root.path().join("shelf")).expect("a folder");
        let mut scenario = Self {
            root,
            standing,
            somebody,
            old,
            new,
            names: Vec::new(),
        };
        scenario.lay_out();
        scenario.names = names_in(&scenario.folder());
        scenario
    }

    fn lay_out(&self) {
        let in_folder = |name: &str| self.folder().join(name);
        if self.standing.is_there() {
            fs::write(self.target(), self.old).expect("a file");
            let mode = match self.standing {
                Standing::OfMode640 => 0o640,
                Standing::Protected => 0o444,
                _ => 0o644,
            };
            fs::set_permissions(self.target(), Permissions::from_mode(mode)).expect("set");
        }
        match self.standing {
            Standing::ThroughLinks => {
                symlink("ours.ron", in_folder("link.ron")).expect("linked");
                symlink(in_folder("link.ron"), in_folder("other.ron")).expect("linked");
            }
            Standing::ThroughALinkToNothing => {
                symlink("ours.ron", in_folder("link.ron")).expect("linked");
            }
            Standing::OfTwoNames | Standing::OfTwoNamesWithoutShelf => {
                fs::hard_link(self.target(), in_folder("twin.ron")).expect("linked");
            }
            Standing::Missing
            | Standing::Plain
            | Standing::OfMode640
            | Standing::Protected
            | Standing::OfALongName => {}
        }
    }

    fn folder(&self) -> PathBuf {
        self.root.path().join("work")
    }

    fn target(&self) -> PathBuf {
        match self.standing {
            Standing::OfALongName => self.folder().join(format!("{}.ron", "x".repeat(251))),
            _ => self.folder().join("ours.ron"),
        }
    }

    /// The file as the user names it.
    fn path(&self) -> PathBuf {
        match self.standing {
            Standing::ThroughLinks => self.folder().join("other.ron"),
            Standing::ThroughALinkToNothing => self.folder().join("link.ron"),
            _ => self.target(),
        }
    }

    fn on_destination<T>(&self, run: impl FnOnce(Destination<'_>) -> T) -> T {
        let (path, folder) = (self.path(), self.root.path().join("shelf"));
        let has_shelf = self.standing != Standing::OfTwoNamesWithoutShelf;
        run(Destination {
            path: &path,
            shelf: has_shelf.then_some(&*folder),
        })
    }

    /// What somebody else does meanwhile.
    pub(super) fn meddle(&self) {
        match self.somebody {
            Somebody::Nobody => {}
            Somebody::WritesIntoIt => fs::write(self.target(), THEIRS).expect("written"),
            Somebody::PutsAnotherThere => {
                let theirs = self.root.path().join("theirs");
                fs::write(&theirs, THEIRS).expect("written");
                fs::rename(theirs, self.target()).expect("renamed");
            }
        }
    }

    pub(super) fn save(&self, fs: &impl Fs) -> Result<Replaced, Setback> {
        let known = if self.standing.is_there() {
            self.old
        } else {
            ""
        };
        self.on_destination(|place| replace(fs, place, known.as_bytes(), self.new))
    }

    /// What is done when the workspace is opened.
    pub(super) fn open(&self, fs: &impl Fs) {
        self.on_destination(|place| {
            // What fails now is done at the next opening.
            let _ = finish_interrupted(fs, place);
            let _ = sweep(fs, place.path);
        });
    }

    fn found(&self) -> Option<String> {
        fs::read_to_string(self.target()).ok()
    }

    /// What must stand there if nothing was saved.
    fn untouched(&self, has_meddled: bool) -> Option<String> {
        let old = self.standing.is_there().then_some(self.old);
        let found = if has_meddled { Some(THEIRS) } else { old };
        found.map(str::to_owned)
    }

    /// After a save that went on after an error: what it says is so.
    pub(super) fn holds_what_was_said(&self, done: &Result<Replaced, Setback>, has_meddled: bool) {
        let new = Some(self.new.to_owned());
        match done {
            Ok(Replaced { kept }) => {
                assert_eq!(self.found(), new);
                assert!(kept.as_ref().is_none_or(|kept| kept.exists()));
            }
            Err(Setback::Before(_)) => assert_eq!(self.found(), self.untouched(has_meddled)),
            Err(Setback::NotDurable(_)) => {
                self.open(&Disk);
                assert_eq!(self.found(), new);
            }
        }
    }

    /// After an opening, or a save that came to its end: the file is whole, nothing of somebody
    /// else's is lost, and nothing is left that is nobody's.
    pub(super) fn is_in_order(&self, has_meddled: bool) {
        let texts = [self.untouched(has_meddled), Some(self.new.to_owned())];
        let found = self.found();
        assert!(texts.contains(&found), "{found:?}");
        let names = names_in(&self.folder());
        let is_copy = |name: &&String| name.contains(".conflict-");
        let copies = names.iter().filter(is_copy);
        let mut copies: Vec<_> = copies
            .map(|name| text_of(&self.folder().join(name)))
            .collect();
        copies.sort();
        assert!(
            copies
                .iter()
                .all(|copy| [self.old, self.new, THEIRS].contains(&&**copy))
        );
        let is_theirs = |text: &String| text == THEIRS;
        assert!(
            !has_meddled || found.iter().chain(&copies).any(is_theirs),
            "theirs is lost"
        );
        let mut others: Vec<_> = names.iter().filter(|name| !is_copy(name)).collect();
        others.retain(|name| self.names.contains(name) || found.is_none() || !self.is_target(name));
        assert_eq!(others, self.names.iter().collect::<Vec<_>>());
        assert_eq!(names_in(&self.root.path().join("shelf")), [""; 0]);
        self.keeps_links_and_rights(has_meddled);
    }

    fn is_target(&self, name: &str) -> bool {
        self.target() == self.folder().join(name)
    }

    fn keeps_links_and_rights(&self, has_meddled: bool) {
        let is_link =
            |path: &Path| fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink());
        assert_eq!(is_link(&self.path()), self.path() != self.target());
        let Ok(found) = fs::metadata(self.target()) else {
            return;
        };
        if has_meddled {
            return;
        }
        let mode = match self.standing {
            Standing::Missing | Standing::ThroughALinkToNothing => 0o600,
            Standing::OfMode640 => 0o640,
            Standing::Protected => 0o444,
            _ => 0o644,
        };
        assert_eq!(found.mode() & 0o777, mode);
        let is_twin = matches!(
            self.standing,
            Standing::OfTwoNames | Standing::OfTwoNamesWithoutShelf
        );
        assert_eq!(found.nlink(), if is_twin { 2 } else { 1 });
    }
}
