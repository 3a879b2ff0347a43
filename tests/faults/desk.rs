//! A workspace in a folder of its own, and the binary that works on it, with a home of its own.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A workspace as it stands before each test.
const OLD: &str = "#![enable(implicit_some)]
// Ours.
(
    format: 1,
    name: \"Old\",
    segments: [
        (id: \"small\", name: \"Small\"), // no training
    ],
)
";

/// What the workspace is called by the save that is disturbed.
const CHANGE: [&str; 3] = ["set", "workspace", "name=The new name, and a longer one"];

/// How the file stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It is to be made.
    Missing,
    Plain,
    /// Behind two symbolic links.
    Linked,
    /// A file of two names.
    Twin,
    /// Named without a folder, from the folder that it is in.
    Bare,
}

impl Standing {
    pub(crate) const ALL: [Self; 5] = [
        Self::Missing,
        Self::Plain,
        Self::Linked,
        Self::Twin,
        Self::Bare,
    ];
}

/// A folder with a workspace, and a home.
pub(crate) struct Desk {
    pub(crate) root: tempfile::TempDir,
    standing: Standing,
    /// The folder that the workspace is in.
    folder: PathBuf,
}

impl Desk {
    pub(crate) fn new(standing: Standing) -> Self {
        let root = tempfile::tempdir().expect("a folder");
        let folder = root.path().join("work");
        fs::create_dir(&folder).expect("a folder");
        Self::in_folder(root, folder, standing)
    }

    /// The same with the workspace in a folder of another disk.
    pub(crate) fn in_folder(root: tempfile::TempDir, folder: PathBuf, standing: Standing) -> Self {
        let desk = Self {
            root,
            standing,
            folder,
        };
        desk.lay_out();
        desk
    }

    /// Puts everything as it is to stand before the save.
    pub(crate) fn lay_out(&self) {
        for name in self.names() {
            fs::remove_file(self.folder.join(name)).expect("removed");
        }
        let state = self.root.path().join("home");
        if state.exists() {
            fs::remove_dir_all(state).expect("removed");
        }
        if self.standing != Standing::Missing {
            fs::write(self.target(), OLD).expect("a file");
        }
        match self.standing {
            Standing::Missing | Standing::Plain | Standing::Bare => {}
            Standing::Linked => {
                let links = [("ours.ron", "link.ron"), ("link.ron", "other.ron")];
                for (to, from) in links {
                    let from = self.folder.join(from);
                    std::os::unix::fs::symlink(to, from).expect("linked");
                }
            }
            Standing::Twin => {
                fs::hard_link(self.target(), self.folder.join("twin.ron")).expect("linked");
            }
        }
    }

    /// The file itself.
    pub(crate) fn target(&self) -> PathBuf {
        self.folder.join("ours.ron")
    }

    /// The file as it is named to the program.
    pub(crate) fn path(&self) -> PathBuf {
        match self.standing {
            Standing::Linked => self.folder.join("other.ron"),
            Standing::Bare => PathBuf::from("ours.ron"),
            Standing::Missing | Standing::Plain | Standing::Twin => self.target(),
        }
    }

    /// The arguments of the save that is disturbed.
    pub(crate) fn save(&self) -> Vec<String> {
        let path = self.path().display().to_string();
        let words: Vec<&str> = match self.standing {
            Standing::Missing => vec!["new", &path, "--name", "Made anew"],
            Standing::Plain | Standing::Linked | Standing::Twin | Standing::Bare => {
                CHANGE.into_iter().chain(["-f", &path]).collect()
            }
        };
        words.into_iter().map(str::to_owned).collect()
    }

    /// A program that knows no home but the desk's.
    pub(crate) fn command(&self, program: impl AsRef<Path>) -> Command {
        let home = self.root.path().join("home");
        let mut command = Command::new(program.as_ref());
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", &home)
            .env("TZ", "UTC")
            .current_dir(match self.standing {
                Standing::Bare => &self.folder,
                // No call names the desk unless it is about it.
                _ => Path::new("/"),
            });
        command
    }

    pub(crate) fn run(&self, arguments: &[String]) -> Output {
        let mut command = self.command(env!("CARGO_BIN_EXE_outboard"));
        command.args(arguments).output().expect("it runs")
    }

    /// What is in the file; none where there is none.
    pub(crate) fn found(&self) -> Option<String> {
        fs::read_to_string(self.target()).ok()
    }

    /// What is in it before the save.
    pub(crate) fn old(&self) -> Option<String> {
        (self.standing != Standing::Missing).then(|| OLD.to_owned())
    }

    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.folder).expect("a folder");
        let name = |entry: std::io::Result<fs::DirEntry>| entry.expect("an entry").file_name();
        let mut names: Vec<_> = entries.map(|entry| name(entry).into_string()).collect();
        names.sort();
        names
            .into_iter()
            .map(|name| name.expect("a text"))
            .collect()
    }

    /// What an undisturbed save leaves.
    pub(crate) fn new_text(&self) -> String {
        self.lay_out();
        let done = self.run(&self.save());
        assert!(done.status.success(), "{}", said(&done));
        let found = self.found().expect("a file");
        self.lay_out();
        found
    }

    /// After the workspace was opened again: it is whole, nothing is left beside it, its links are
    /// there, and it can be saved.
    pub(crate) fn is_in_order(&self, new: &str, story: &str) {
        let shown = self.run(&[
            "show".to_owned(),
            "-f".to_owned(),
            self.path().display().to_string(),
        ]);
        let found = self.found();
        assert!(
            found == self.old() || found.as_deref() == Some(new),
            "{story}: {found:?}"
        );
        assert_eq!(
            shown.status.success(),
            found.is_some(),
            "{story}: {}",
            said(&shown)
        );
        let links = match self.standing {
            Standing::Missing | Standing::Plain | Standing::Bare => 0,
            Standing::Linked => 2,
            Standing::Twin => 1,
        };
        let (copies, left): (Vec<_>, Vec<_>) = self
            .names()
            .into_iter()
            .partition(|name| name.contains(".conflict-"));
        // What was displaced and could not be looked at is kept.
        for copy in copies {
            let copy = fs::read_to_string(self.folder.join(copy)).ok();
            assert!(
                copy == self.old() || copy.as_deref() == Some(new),
                "{story}: {copy:?}"
            );
        }
        let names = links + usize::from(found.is_some());
        assert_eq!(left.len(), names, "{story}: {left:?}");
        if self.standing == Standing::Twin {
            assert_eq!(
                fs::metadata(self.target()).expect("a file").nlink(),
                2,
                "{story}"
            );
        }
        if found == self.old() {
            let done = self.run(&self.save());
            assert!(done.status.success(), "{story}: {}", said(&done));
            assert_eq!(self.found().as_deref(), Some(new), "{story}");
        }
    }
}

/// What a program said to people.
pub(crate) fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

pub(crate) fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|ours| ours.uid() == 0)
}

/// Says why a test is skipped.
pub(crate) fn skipped(why: &str) {
    eprintln!("skipped: {why}");
}
