//! `outboard new`: makes a workspace in a file of its own.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;

use super::answer::Answer;
use super::session::{commit, remember};
use super::typed::{optional_line, quoted, words};
use crate::domain::workspace::Head;
use crate::domain::{Change, Document, Edit};
use crate::store::{self, Lifecycle};

/// Make a workspace; a file that is there already is left alone
#[derive(Debug, Args)]
pub(super) struct New {
    /// The file to make
    #[arg(value_name = "FILE")]
    path: PathBuf,
    /// The stages to start with
    #[arg(long, value_name = "WHICH", default_value = "loop", value_parser = words::<Lifecycle>(), ignore_case = true)]
    lifecycle: Lifecycle,
    /// Start with the filled sample instead
    #[arg(long, conflicts_with = "lifecycle")]
    sample: bool,
    /// What the workspace is called; else it is called after the file
    #[arg(long)]
    name: Option<String>,
}

impl New {
    pub(super) fn run(&self) -> Result<Answer> {
        let name = optional_line(self.name.as_ref());
        if self.sample {
            make_sample(&self.path, name)?;
        } else {
            make(&self.path, self.lifecycle, name)?;
        }
        let path = quoted(&self.path);
        let made = format!("Made {path}; `outboard {path}` opens it");
        // A workspace that could not be noted as the one used last is made all the same.
        let trouble = remember(&self.path).err().map(|error| error.to_string());
        Ok(Answer::default().saying(made).saying_all(trouble))
    }
}

/// Makes a workspace with the stages of a lifecycle, called after its file where no name is given.
pub(super) fn make(path: &Path, lifecycle: Lifecycle, name: Option<String>) -> Result<()> {
    let name = name.unwrap_or_else(|| name_of(path));
    store::create(path, &store::new_workspace(lifecycle, &name))?;
    Ok(())
}

/// What a workspace is called after its file: `my-product.ron` is "My product".
fn name_of(path: &Path) -> String {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy());
    let words = stem.unwrap_or_default().replace(['-', '_'], " ");
    let words = optional_line(Some(&words)).unwrap_or_else(|| "Workspace".to_owned());
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.clone()).collect()
}

/// Copies the sample, under another name if one is given.
fn make_sample(path: &Path, name: Option<String>) -> Result<()> {
    let Some(name) = name else {
        return Ok(store::create_sample(path)?);
    };
    let mut document = Document::new(store::sample());
    let head = Head {
        name,
        ..Head::clone(document.workspace().head())
    };
    let change = Change::new("Renamed the workspace", vec![Edit::Head(head.into())]);
    commit(&mut document, change)?;
    Ok(store::create(path, document.workspace())?)
}
