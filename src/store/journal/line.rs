//! A line of a journal, and how it is told from one that is damaged.

use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use crate::domain::history::Deed;
use crate::store::fingerprint::Fingerprint;

/// The version of the journal that this program writes, and the latest that it reads.
pub(super) const VERSION: u32 = 1;

/// How many hexadecimal digits the checksum has.
const DIGITS: usize = 16;

/// What a line says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Line {
    /// Whose journal it is: the first line.
    Journal(Owner),
    /// What happened.
    Deed(Numbered),
    /// What a file has.
    Mark(Mark),
}

/// Whose journal it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Owner {
    pub(super) version: u32,
    /// The path of the workspace's file.
    pub(super) workspace: String,
}

/// A deed with its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Numbered {
    /// From 1, one more than that of the deed before.
    pub(super) number: u64,
    /// When, in seconds since 1970, as the clock was then.
    pub(super) time: i64,
    pub(super) deed: Deed,
}

/// That a file with a fingerprint has every deed up to a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Mark {
    pub(super) number: u64,
    /// The last deed that was in the journal by then.
    pub(super) last: u64,
    pub(super) file: String,
    /// Whether the file was seen to have them; else a save was about to begin.
    pub(super) reached: bool,
}

impl Owner {
    /// The owner of a workspace's journal, in this version.
    pub(super) fn of(workspace: &Path) -> Self {
        Self {
            version: VERSION,
            workspace: workspace.to_string_lossy().into_owned(),
        }
    }
}

impl Mark {
    /// Whether nothing is open after this mark, if a file with a fingerprint is there.
    pub(super) fn settles(&self, file: Fingerprint) -> bool {
        self.reached && self.number == self.last && self.file == file.to_string()
    }
}

/// A line as it stands in the file, with its end.
pub(super) fn written(line: &Line) -> io::Result<String> {
    let said = serde_json::to_string(line)?;
    Ok(format!("{:0DIGITS$x} {said}\n", xxh3_64(said.as_bytes())))
}

/// What a line says, given without its end; none where it is damaged.
pub(super) fn read(line: &[u8]) -> Option<Line> {
    serde_json::from_slice(checked(line)?).ok()
}

/// The version that a first line says, where that is all that can be read of it.
pub(super) fn version(line: &[u8]) -> Option<u64> {
    let said: serde_json::Value = serde_json::from_slice(checked(line)?).ok()?;
    said.get("journal")?.get("version")?.as_u64()
}

/// The JSON of a line whose checksum holds.
fn checked(line: &[u8]) -> Option<&[u8]> {
    let (sum, said) = line.split_at_checked(DIGITS)?;
    let said = said.strip_prefix(b" ")?;
    let expected = format!("{:0DIGITS$x}", xxh3_64(said));
    (expected.as_bytes() == sum).then_some(said)
}
