//! Clears away what a program that was killed has left beside a file, and keeps what somebody else
//! has written.
//!
//! Whoever saves holds the folder's lock as long as such a file is there. So one that is found while
//! we hold it is nobody's any more.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use super::copies::{move_beside, short_name};
use super::{discard, folder_of, resolve};
use crate::store::error::SaveError;
use crate::store::fingerprint::Fingerprint;
use crate::store::fs::Fs;

/// Clears away what is left of saves of a file that were interrupted, and gives the places where
/// that is kept which is not ours.
///
/// # Errors
/// When the folder can't be read, or what is not ours can't be kept; it stays where it is.
pub(in crate::store) fn sweep(fs: &impl Fs, path: &Path) -> Result<Vec<PathBuf>, SaveError> {
    let trouble = |error: io::Error| SaveError::trouble(path, &error);
    let target = resolve(fs, path).map_err(trouble)?;
    if leftovers(fs, &target).map_err(trouble)?.is_empty() {
        return Ok(Vec::new());
    }
    let Some(_lock) = fs.lock(&folder_of(&target)) else {
        // Without a lock they may belong to somebody who is saving.
        return Ok(Vec::new());
    };
    let leftovers = leftovers(fs, &target).map_err(trouble)?;
    let kept = leftovers
        .iter()
        .filter_map(|leftover| clear(fs, leftover, &target).transpose());
    kept.collect::<Result<_, _>>().map_err(trouble)
}

/// A file that a save has left behind.
enum Leftover {
    /// A text of ours that is not whole, or never came to its place.
    Unfinished(PathBuf),
    /// A whole text: the new one, or the one that it displaced.
    Displaced(PathBuf, [Fingerprint; 2]),
}

/// What saves have left in a file's folder: all that is unfinished, and what this file displaced.
fn leftovers(fs: &impl Fs, target: &Path) -> io::Result<Vec<Leftover>> {
    let folder = folder_of(target);
    let names = fs.names(&folder)?;
    let leftovers = names
        .iter()
        .filter_map(|name| leftover(&folder, name, &short_name(target)));
    Ok(leftovers.collect())
}

fn leftover(folder: &Path, name: &OsStr, of: &str) -> Option<Leftover> {
    let path = folder.join(name);
    let ours = name.to_str()?.strip_prefix(".outboard-")?;
    if let Some(ours) = ours.strip_suffix(".tmp") {
        return without_numbers(ours).map(|_| Leftover::Unfinished(path));
    }
    let (ours, fingerprints) = ours.strip_suffix(".swap")?.rsplit_once('.')?;
    let (old, new) = fingerprints.split_once('-')?;
    let known = [old.parse().ok()?, new.parse().ok()?];
    (without_numbers(ours)? == of).then_some(Leftover::Displaced(path, known))
}

/// The `crm` of `crm-123-4`.
fn without_numbers(name: &str) -> Option<&str> {
    let (rest, count) = name.rsplit_once('-')?;
    let (named, process) = rest.rsplit_once('-')?;
    let is_number = |text: &str| text.parse::<u32>().is_ok();
    (is_number(count) && is_number(process)).then_some(named)
}

/// Removes what is ours; what is not gets a name beside the file, which is given.
fn clear(fs: &impl Fs, leftover: &Leftover, target: &Path) -> io::Result<Option<PathBuf>> {
    let (path, known) = match leftover {
        Leftover::Unfinished(path) => {
            discard(fs, path);
            return Ok(None);
        }
        Leftover::Displaced(path, known) => (path, known),
    };
    let bytes = fs.read(path)?;
    if known.contains(&Fingerprint::of(&bytes)) {
        discard(fs, path);
        return Ok(None);
    }
    let kept = move_beside(fs, path, target, "conflict")?;
    fs.sync_folder(&folder_of(target))?;
    Ok(Some(kept))
}
