//! The text of a workspace file as it stands, and which piece of it says which record. A save writes
//! every piece that still says what its record says as it stands: comments, hand formatting, the
//! order of fields and lists. Only what was edited is written anew.
//!
//! A manuscript holds no workspace and touches no disk.

mod plan;
mod proof;
mod quill;

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use crate::domain::workspace::Head;
use crate::domain::{Key, Workspace};
use crate::store::error::SaveError;
use crate::store::format::outline::Part as Piece;
use crate::store::format::read::read;
use crate::store::format::record::{Part, Record};
use crate::store::format::token::end_of_line;

/// The text of a workspace file with what it was read as.
#[derive(Clone, Debug)]
pub struct Manuscript {
    text: String,
    /// What stands between the brackets around the whole.
    inside: Range<usize>,
    sections: Vec<Slot<Section>>,
    head: Arc<Head>,
    originals: Originals,
    /// What the file says while it is still in an older format than the text.
    older: Option<String>,
}

/// How records stood in the text before they were edited or removed: when an edit is undone, each
/// stands again as it did.
type Originals = BTreeMap<Key, Arc<Original>>;

/// A record as it stood in the text.
#[derive(Debug)]
pub(super) struct Original {
    record: Record,
    text: String,
}

/// The place of a field or an item in the text, with the comments that belong to it.
#[derive(Clone, Debug)]
pub(super) struct Slot<T> {
    /// Where the comments and blanks before it begin.
    pub(super) start: usize,
    /// The field or the item itself.
    pub(super) body: Range<usize>,
    /// Behind its comma and a comment on the same line.
    pub(super) end: usize,
    pub(super) has_comma: bool,
    /// What it says.
    pub(super) content: T,
}

/// A field of the file.
#[derive(Clone, Debug)]
pub(super) struct Section {
    pub(super) part: Part,
    /// Its value; of a list, what stands between the brackets.
    pub(super) value: Range<usize>,
    /// The items of a list.
    pub(super) slots: Vec<Slot<Record>>,
}

/// A manuscript brought up to date.
#[derive(Debug)]
pub(super) struct Revised {
    pub(super) manuscript: Manuscript,
    /// How many comments stood in records that were edited or removed, and are gone.
    pub(super) dropped_comments: usize,
    /// A record that was written so that it does not read as it is.
    misread: Option<Key>,
}

impl Revised {
    /// The same, if it reads as the workspace that it was written of.
    ///
    /// # Errors
    /// When it does not: the program would spoil the file.
    pub(super) fn proofread(self, path: &Path) -> Result<Self, SaveError> {
        let misread = self.misread.clone();
        match misread.or_else(|| proof::misread(&self.manuscript)) {
            Some(key) => Err(SaveError::Misread {
                path: path.to_owned(),
                word: key.word(),
            }),
            None => Ok(self),
        }
    }
}

impl Slot<()> {
    /// The place of a field or an item that stands behind another, or behind the bracket.
    pub(super) fn around(text: &str, before: usize, piece: &Piece) -> Self {
        let body = piece.span();
        Self {
            start: before,
            end: end_of_line(text, piece.comma.unwrap_or(body.end)),
            body,
            has_comma: piece.comma.is_some(),
            content: (),
        }
    }

    /// The same place with what it says.
    pub(super) fn holding<T>(self, content: T) -> Slot<T> {
        Slot {
            start: self.start,
            body: self.body,
            end: self.end,
            has_comma: self.has_comma,
            content,
        }
    }
}

impl Default for Manuscript {
    /// The text of a workspace with nothing in it.
    fn default() -> Self {
        const BLANK: &str = "#![enable(implicit_some)]\n(\n    format: 1,\n    name: \"\",\n)\n";
        read(BLANK.to_owned())
            .map(|read| read.manuscript)
            .expect("the blank text is a workspace")
    }
}

impl Manuscript {
    pub(super) fn new(
        text: String,
        inside: Range<usize>,
        sections: Vec<Slot<Section>>,
        head: Arc<Head>,
    ) -> Self {
        Self {
            text,
            inside,
            sections,
            head,
            originals: Originals::new(),
            older: None,
        }
    }

    /// The text, in the format of today.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What is in the file, byte for byte: the text, unless that is still in an older format.
    pub fn in_the_file(&self) -> &str {
        self.older.as_ref().unwrap_or(&self.text)
    }

    /// Takes note that the file is still in an older format, and says this.
    pub(super) fn stands_for(&mut self, older: String) {
        self.older = Some(older);
    }

    /// The manuscript of a workspace: this one with the pieces that no longer say what the
    /// workspace says written anew.
    pub(super) fn revised(&self, workspace: &Workspace) -> Revised {
        quill::revise(self, workspace)
    }
}

#[cfg(test)]
mod tests;
