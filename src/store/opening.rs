//! Opening a file: what is no file or far too large is refused before it is read.

use std::io;
use std::path::Path;

use super::Opened;
use super::error::{Mistake, OpenError, Trouble};
use super::format::place::line_and_column;
use super::format::read::{Unreadable, read};
use super::fs::what_else;

/// From this size on, in bytes, a file is refused.
const REFUSED: u64 = 1 << 30;

/// From this size on, in bytes, the user is warned.
const LARGE: u64 = 64 << 20;

/// Reads a workspace.
pub(super) fn open(path: &Path) -> Result<Opened, OpenError> {
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
    let warnings = warning(bytes.len() as u64).into_iter().collect();
    let text = String::from_utf8(bytes).map_err(|error| not_utf8(path, error.as_bytes()))?;
    let read = read(text).map_err(|unreadable| refusal(path, unreadable))?;
    Ok(Opened {
        path: std::path::absolute(path).map_err(|error| trouble(&error))?,
        workspace: read.workspace,
        manuscript: read.manuscript,
        removed: read.removed,
        warnings,
    })
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

fn warning(size: u64) -> Option<String> {
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

fn not_utf8(path: &Path, bytes: &[u8]) -> OpenError {
    let good = std::str::from_utf8(bytes).map_or_else(|e| e.valid_up_to(), str::len);
    let text = String::from_utf8_lossy(&bytes[..good]);
    let (line, column) = line_and_column(&text, text.len());
    OpenError::Broken {
        path: path.to_owned(),
        mistakes: vec![Mistake {
            line,
            column,
            problem: "this is no UTF-8 text; save the file as UTF-8 in your editor".to_owned(),
        }],
    }
}
