//! Writes into a file that can't be exchanged for another: one of several names (hard links), of an
//! owner that can't be kept, or in a folder that takes no files.
//!
//! A program that is killed meanwhile leaves such a file half old, half new. So both texts are first
//! put on the disk in a log of their own, which goes when the file is whole. One that is still there
//! says that the write is to be finished; [`finish_interrupted`] does it at the next opening.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use super::copies::{short_name, write_beside};
use super::{Destination, Replaced, Save, Setback, discard, folder_of, resolve};
use crate::store::error::SaveError;
use crate::store::fs::Fs;

/// What a log begins with; the lengths of the two texts follow.
const HEAD: &str = "outboard redo";

impl<F: Fs> Save<'_, F> {
    /// Writes the text into the file as it stands.
    pub(super) fn write_in_place(&self) -> Result<Replaced, Setback> {
        let before = |error| Setback::Before(self.told(&error));
        let mut file = self.fs.open(&self.target).map_err(before)?;
        self.keep_log().map_err(before)?;
        if let Err(error) = self.check_once_more() {
            discard(self.fs, &self.log);
            return Err(before(error));
        }
        let length = self.known.len();
        if let Err(error) = pour(self.fs, &mut file, length, self.text) {
            return Err(self.take_back(&mut file, &error));
        }
        discard(self.fs, &self.log);
        Ok(Replaced::default())
    }

    /// Puts both texts on the disk. The log has its name only when it is whole.
    fn keep_log(&self) -> io::Result<()> {
        let folder = folder_of(&self.log);
        self.fs.make_folder(&folder)?;
        let unfinished = unfinished(&self.log);
        // Left behind by a program that was killed.
        discard(self.fs, &unfinished);
        let mut file = self.fs.create_private(&unfinished)?;
        let head = format!("{HEAD} {} {}\n", self.known.len(), self.text.len());
        let bytes = [head.as_bytes(), self.known, self.text].concat();
        let written = self
            .fs
            .write(&mut file, 0, &bytes)
            .and_then(|()| self.fs.sync(&file))
            .and_then(|()| self.fs.rename(&unfinished, &self.log));
        written.inspect_err(|_| discard(self.fs, &unfinished))?;
        let synced = self.fs.sync_folder(&folder);
        synced.inspect_err(|_| discard(self.fs, &self.log))
    }

    /// Writing the log has taken its time, in which somebody else may have written.
    fn check_once_more(&self) -> io::Result<()> {
        if self.is_as_known()? {
            Ok(())
        } else {
            Err(io::ErrorKind::AlreadyExists.into())
        }
    }

    /// Puts the old text back after an error. If that fails too, the log stays.
    fn take_back(&self, file: &mut File, error: &io::Error) -> Setback {
        let told = self.told(error);
        let longest = self.known.len().max(self.text.len());
        match pour(self.fs, file, longest, self.known) {
            Ok(()) => {
                discard(self.fs, &self.log);
                Setback::Before(told)
            }
            Err(_) => Setback::NotDurable(told),
        }
    }
}

/// Writes a text over all that is in a file of a length. What makes the file longer comes first: a
/// disk that is full says so before anything is overwritten.
fn pour(fs: &impl Fs, file: &mut File, length: usize, text: &[u8]) -> io::Result<()> {
    let shared = length.min(text.len());
    fs.write(file, shared as u64, &text[shared..])?;
    fs.write(file, 0, &text[..shared])?;
    fs.sync(file)?;
    if text.len() >= length {
        return Ok(());
    }
    fs.cut(file, text.len() as u64)?;
    fs.sync(file)
}

/// Where the texts of a file are kept while it is written in place.
pub(super) fn log_of(target: &Path, shelf: Option<&Path>) -> PathBuf {
    let folder = shelf.map_or_else(|| folder_of(target), Path::to_owned);
    folder.join(format!(".{}.redo", short_name(target)))
}

fn unfinished(log: &Path) -> PathBuf {
    log.with_extension("redo-unfinished")
}

/// Finishes a write in place that was interrupted. Where somebody else has written the file since,
/// it stays as it is; our text is then kept beside it, and the path of that copy is given.
///
/// # Errors
/// When the file or the copy can't be written. The log is then still there.
pub(in crate::store) fn finish_interrupted(
    fs: &impl Fs,
    destination: Destination<'_>,
) -> Result<Option<PathBuf>, SaveError> {
    let trouble = |error: io::Error| SaveError::trouble(destination.path, &error);
    let target = resolve(fs, destination.path).map_err(trouble)?;
    let log = log_of(&target, destination.shelf);
    if fs.look(&log).is_err() && fs.look(&unfinished(&log)).is_err() {
        return Ok(None);
    }
    let _lock = fs.lock(&folder_of(&target));
    discard(fs, &unfinished(&log));
    finish(fs, &target, &log).map_err(trouble)
}

/// Finishes what a log says, if there is one; the folder is locked.
pub(super) fn finish(fs: &impl Fs, target: &Path, log: &Path) -> io::Result<Option<PathBuf>> {
    let bytes = match fs.read(log) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let Some(redo) = Redo::read(&bytes) else {
        return Err(io::Error::other(format!(
            "{} is no log of this program; move it away",
            log.display()
        )));
    };
    let found = match fs.read(target) {
        Ok(found) => Some(found),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let kept = match found {
        Some(found) if redo.may_have_left(&found) => {
            let mut file = fs.open(target)?;
            pour(fs, &mut file, found.len(), redo.new)?;
            None
        }
        _ => Some(keep(fs, target, log, redo.new)?),
    };
    discard(fs, log);
    Ok(kept)
}

/// Keeps a text beside the file, or where its folder takes none, beside the log.
fn keep(fs: &impl Fs, target: &Path, log: &Path, text: &[u8]) -> io::Result<PathBuf> {
    write_beside(fs, target, "conflict", text).or_else(|error| {
        let name = target.file_name().ok_or(error)?;
        write_beside(fs, &folder_of(log).join(name), "conflict", text)
    })
}

/// What a log says.
struct Redo<'a> {
    old: &'a [u8],
    new: &'a [u8],
}

impl<'a> Redo<'a> {
    fn read(bytes: &'a [u8]) -> Option<Self> {
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let (head, texts) = (&bytes[..end], &bytes[end + 1..]);
        let lengths = std::str::from_utf8(head).ok()?.strip_prefix(HEAD)?;
        let mut lengths = lengths.split_whitespace().map(str::parse);
        let (old, new): (usize, usize) = (lengths.next()?.ok()?, lengths.next()?.ok()?);
        if old.checked_add(new)? != texts.len() {
            return None;
        }
        let (old, new) = texts.split_at(old);
        Some(Self { old, new })
    }

    /// Whether a file can be what our write has left: every byte of it is the old or the new text's
    /// at its place, or one that was never written. So nothing is lost when it is written over.
    fn may_have_left(&self, found: &[u8]) -> bool {
        let (old, new) = (self.old, self.new);
        let shared = old.len().min(new.len());
        let lengths = shared..=old.len().max(new.len());
        lengths.contains(&found.len())
            && found.iter().enumerate().all(|(at, byte)| {
                let is_of = |text: &[u8]| text.get(at) == Some(byte);
                is_of(old) || is_of(new) || (*byte == 0 && at >= shared)
            })
    }
}
