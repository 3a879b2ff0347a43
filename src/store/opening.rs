//! Opening a file: what is no file or far too large is refused before it is read.

use std::io;
use std::path::{Path, PathBuf};

use super::error::{OpenError, Trouble};
use super::format::partly::read_partly;
use super::format::place::{Lines, Slip};
use super::format::read::{Unreadable, read};
use super::fs::what_else;
use super::{Opened, Partly};

/// From this size on, in bytes, a file is refused.
const REFUSED: u64 = 1 << 30;

/// From this size on, in bytes, the user is warned.
const LARGE: usize = 64 << 20;

/// Reads a workspace.
pub(super) fn open(path: &Path) -> Result<Opened, OpenError> {
    let text = text(path)?;
    let warnings = warning(text.len()).into_iter().collect();
    let read = read(text).map_err(|unreadable| refusal(path, unreadable))?;
    Ok(Opened {
        path: whole(path)?,
        workspace: read.workspace,
        manuscript: read.manuscript,
        removed: read.removed,
        warnings,
    })
}

/// Reads what can be read of a file.
pub(super) fn open_what_can_be_read(path: &Path) -> Result<Partly, OpenError> {
    let text = text(path)?;
    let unreadable = match read(text.clone()) {
        Ok(read) => {
            return Ok(Partly {
                path: whole(path)?,
                workspace: read.workspace,
                broken: Vec::new(),
                newer: None,
                removed: read.removed,
            });
        }
        Err(unreadable) => unreadable,
    };
    let Some(partial) = read_partly(&text) else {
        return Err(refusal(path, unreadable));
    };
    Ok(Partly {
        path: whole(path)?,
        workspace: partial.workspace,
        broken: partial.broken,
        newer: partial.newer,
        removed: partial.removed,
    })
}

/// The text of a file that may be a workspace.
fn text(path: &Path) -> Result<String, OpenError> {
    let trouble = |error: &io::Error| trouble(path, error);
    let found = std::fs::metadata(path).map_err(|error| trouble(&error))?;
    if let Some(found) = what_else(&found) {
        let path = path.to_owned();
        return Err(OpenError::NotAFile { path, found });
    }
    if found.len() >= REFUSED {
        return Err(OpenError::TooLarge(path.to_owned()));
    }
    let bytes = std::fs::read(path).map_err(|error| trouble(&error))?;
    String::from_utf8(bytes).map_err(|error| not_utf8(path, error.as_bytes()))
}

fn whole(path: &Path) -> Result<PathBuf, OpenError> {
    std::path::absolute(path).map_err(|error| trouble(path, &error))
}

/// What a file system answered when a file was to be read.
pub(super) fn trouble(path: &Path, error: &io::Error) -> OpenError {
    let path = path.to_owned();
    match error.kind() {
        io::ErrorKind::NotFound => OpenError::Missing(path),
        _ => OpenError::Trouble {
            path,
            trouble: Trouble::of(error),
        },
    }
}

fn warning(size: usize) -> Option<String> {
    (size >= LARGE).then(|| {
        let megabytes = size >> 20;
        format!("this workspace is very large ({megabytes} MB); from 1 GB on it can't be opened")
    })
}

fn refusal(path: &Path, unreadable: Unreadable) -> OpenError {
    let path = path.to_owned();
    match unreadable {
        Unreadable::Newer(format) => OpenError::Newer { path, format },
        Unreadable::Broken(mistakes) => OpenError::Broken { path, mistakes },
    }
}

/// Where a file stops being a text.
pub(super) fn not_utf8(path: &Path, bytes: &[u8]) -> OpenError {
    let good = std::str::from_utf8(bytes).map_or_else(|e| e.valid_up_to(), str::len);
    let text = String::from_utf8_lossy(bytes);
    let problem = "this is no UTF-8 text; save the file as UTF-8 in your editor";
    let mistake = Slip::new(good, problem).in_file(&Lines::of(&text));
    OpenError::Broken {
        path: path.to_owned(),
        mistakes: vec![mistake],
    }
}
