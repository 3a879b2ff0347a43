//! A home of its own for a test, and the program run in it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A folder in which the program finds nothing of the user's; gone afterwards.
pub(crate) struct Home(TempDir);

/// What a run of the program came to.
#[derive(Debug)]
pub(crate) struct Told {
    /// Standard output.
    pub(crate) data: String,
    /// Standard error.
    pub(crate) said: String,
    /// The exit status.
    pub(crate) status: i32,
}

impl Home {
    pub(crate) fn empty() -> Self {
        Self(tempfile::tempdir().expect("a folder for the test"))
    }

    /// A home in which the sample, as `crm.ron`, is what was used last.
    pub(crate) fn with_sample() -> Self {
        let home = Self::empty();
        home.run(&["new", "crm.ron", "--sample"]).done();
        home
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.file(name)).expect("the file is there")
    }

    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        std::fs::write(self.file(name), text).expect("the file is written");
    }

    /// Runs the program as a script does: no terminal anywhere.
    pub(crate) fn run(&self, arguments: &[&str]) -> Told {
        self.run_with(&[], arguments)
    }

    /// The same, with more in its environment.
    pub(crate) fn run_with(&self, environment: &[(&str, &str)], arguments: &[&str]) -> Told {
        let output = self
            .command()
            .envs(environment.iter().copied())
            .args(arguments)
            .output()
            .expect("the program starts");
        let text = |bytes| String::from_utf8(bytes).expect("it writes UTF-8");
        Told {
            data: text(output.stdout),
            said: text(output.stderr),
            status: output.status.code().expect("it ends by itself"),
        }
    }

    /// The program in this home, without arguments yet.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_outboard"));
        command
            .env_clear()
            .env("HOME", self.path())
            .env("TERM", "xterm-256color")
            .current_dir(self.path())
            .stdin(Stdio::null());
        command
    }

    /// The files and folders in it, those of the program too, each by its path below it.
    pub(crate) fn contents(&self) -> Vec<PathBuf> {
        fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
            for entry in std::fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                found.push(path.clone());
                if path.is_dir() {
                    walk(&path, found);
                }
            }
        }
        let mut found = Vec::new();
        walk(self.path(), &mut found);
        found
    }
}

impl Told {
    /// It was done; what it printed.
    #[track_caller]
    pub(crate) fn done(self) -> String {
        assert_eq!(self.status, 0, "{self:?}");
        self.data
    }

    /// It could not be done and nothing was printed; what was said of it.
    #[track_caller]
    pub(crate) fn refused(self) -> String {
        assert_eq!(self.status, 2, "{self:?}");
        assert_eq!(self.data, "", "{self:?}");
        self.said
    }

    /// It was done; what was printed, as JSON.
    #[track_caller]
    pub(crate) fn json(self) -> serde_json::Value {
        serde_json::from_str(&self.done()).expect("it is JSON")
    }
}
