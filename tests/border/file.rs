//! A workspace file with a text in it.

use std::fs;
use std::path::PathBuf;

use outboard::store::{self, Opened};
use tempfile::TempDir;

/// A workspace file in a folder of its own, gone when this is dropped.
pub(crate) struct File(TempDir);

impl File {
    pub(crate) fn of(text: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("odd.ron"), text).expect("a file");
        Self(folder)
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.0.path().join("odd.ron")
    }

    pub(crate) fn opened(&self) -> Opened {
        store::open(&self.path()).expect("a workspace")
    }

    pub(crate) fn text(&self) -> String {
        fs::read_to_string(self.path()).expect("a text")
    }
}
