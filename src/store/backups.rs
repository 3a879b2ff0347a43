//! The backups of a workspace: a ring of whole copies in a folder of the program's own, never beside
//! the file. A copy is put in before the first save of a session; old ones go by a rule that can't
//! be fooled by a clock that is wrong (see `thinning`).
//!
//! A ring touches nothing in its folder but the copies that it has named itself. It reads no clock.

mod restoring;
mod thinning;

use std::fs::Metadata;
use std::io;
use std::path::PathBuf;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::error::{OpenError, SaveError};
use super::fingerprint::Fingerprint;
use super::fs::{Disk, Fs};
use super::{Opened, atomic, opening};

pub use restoring::{restore_into, restore_over};

/// How many digits of a content's fingerprint name its backup.
const DIGITS: usize = 12;

/// The time in the name of a copy, in UTC; names sort as their times do.
const TIME: &str = "%Y-%m-%dT%H%M%S%.3fZ";

/// The backups in a folder.
#[derive(Clone, Debug)]
pub struct Ring {
    folder: PathBuf,
}

/// One of the backups of a workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// What names it: 12 hexadecimal digits of the fingerprint of its content.
    pub id: String,
    /// When the workspace was so, to the millisecond, as the clock was then.
    pub time: Timestamp,
    /// In bytes.
    pub size: u64,
}

/// What is in a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contents {
    /// A workspace that opens.
    Workspace {
        /// What it is called.
        name: String,
        /// How many outcomes it has, archived ones too.
        outcomes: usize,
        /// How many jobs.
        jobs: usize,
    },
    /// The content that was put in, which does not open as a workspace.
    Unreadable,
    /// Not the content that was put in.
    Damaged,
}

impl Ring {
    /// The ring in a folder, which is made with the first backup.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        let folder = folder.into();
        Self { folder }
    }

    /// Keeps a content, and lets those go that have grown old. None where the content is among the
    /// backups already: then the backup counts as one of `now`.
    ///
    /// # Errors
    /// When it can't be written, or can't be told whether a power cut would take it away. All that
    /// was kept before is still there.
    pub fn keep(&self, content: &[u8], now: Timestamp) -> Result<Option<Backup>, SaveError> {
        self.keep_in(&Disk, content, now)
            .map_err(|error| SaveError::trouble(&self.folder, &error))
    }

    /// The backups there are, the latest first.
    ///
    /// # Errors
    /// When the folder is there, but can't be read.
    pub fn list(&self) -> Result<Vec<Backup>, OpenError> {
        self.list_in(&Disk)
            .map_err(|error| opening::trouble(&self.folder, &error))
    }

    /// The content of a backup, byte for byte as it was put in.
    ///
    /// # Errors
    /// When it is not there any more, or can't be read.
    pub fn read(&self, backup: &Backup) -> Result<Vec<u8>, OpenError> {
        let path = self.path(backup);
        Disk.read(&path)
            .map_err(|error| opening::trouble(&path, &error))
    }

    /// What is in a backup. Reads all of it.
    ///
    /// # Errors
    /// When it is not there any more, or can't be read.
    pub fn contents(&self, backup: &Backup) -> Result<Contents, OpenError> {
        if id_of(&self.read(backup)?) != backup.id {
            return Ok(Contents::Damaged);
        }
        Ok(match self.open(backup) {
            Ok(opened) => Contents::Workspace {
                name: opened.workspace.name().to_owned(),
                outcomes: opened.workspace.outcomes().len(),
                jobs: opened.workspace.jobs().len(),
            },
            Err(_) => Contents::Unreadable,
        })
    }

    /// Opens a backup as a workspace.
    ///
    /// # Errors
    /// When it is not there any more, can't be read, or is no workspace.
    pub fn open(&self, backup: &Backup) -> Result<Opened, OpenError> {
        opening::open(&self.path(backup))
    }

    /// Where a backup is kept.
    pub fn path(&self, backup: &Backup) -> PathBuf {
        self.folder.join(backup.file_name())
    }

    fn keep_in(&self, fs: &impl Fs, content: &[u8], now: Timestamp) -> io::Result<Option<Backup>> {
        let backup = Backup::of(content, now);
        let is_same = |kept: &&Backup| {
            kept.id == backup.id && fs.read(&self.path(kept)).is_ok_and(|kept| kept == content)
        };
        fs.make_folder(&self.folder)?;
        // What a program that was killed left behind can wait if it can't be cleared away now.
        let _ = atomic::sweep(fs, &self.path(&backup));
        let _lock = fs.lock(&self.folder);
        let kept = self.list_in(fs)?;
        let same = kept.iter().find(is_same);
        match same {
            // As after a clock that was set back.
            Some(same) if same.time >= backup.time => return Ok(None),
            Some(same) => fs.rename(&self.path(same), &self.path(&backup))?,
            None => self.write(fs, &backup, content)?,
        }
        fs.sync_folder(&self.folder)?;
        self.thin(fs, now);
        Ok(same.is_none().then_some(backup))
    }

    fn list_in(&self, fs: &impl Fs) -> io::Result<Vec<Backup>> {
        let names = match fs.names(&self.folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            names => names?,
        };
        let read = |name: &std::ffi::OsString| {
            let found = fs.look(&self.folder.join(name)).ok()?;
            Backup::named(name.to_str()?, &found)
        };
        let mut backups: Vec<_> = names.iter().filter_map(read).collect();
        backups.sort_by(|a, b| (b.time, &b.id).cmp(&(a.time, &a.id)));
        Ok(backups)
    }

    /// Writes a copy so that it is wholly there or not at all.
    fn write(&self, fs: &impl Fs, backup: &Backup, content: &[u8]) -> io::Result<()> {
        let path = self.path(backup);
        let aside = atomic::write_aside(fs, &path, None, content)?;
        fs.rename(&aside, &path)
            .inspect_err(|_| atomic::discard(fs, &aside))
    }

    /// Lets the old ones go. One that can't be removed now goes another time.
    fn thin(&self, fs: &impl Fs, now: Timestamp) {
        let Ok(backups) = self.list_in(fs) else {
            return;
        };
        let times: Vec<_> = backups.iter().map(|backup| backup.time).collect();
        for place in thinning::thinned(&times, now) {
            atomic::discard(fs, &self.path(&backups[place]));
        }
    }
}

impl Backup {
    /// The backup that a content makes.
    fn of(content: &[u8], now: Timestamp) -> Self {
        Self {
            id: id_of(content),
            time: truncated(now),
            size: content.len() as u64,
        }
    }

    /// The backup whose copy has this name; none where it is the name of anything else.
    fn named(name: &str, found: &Metadata) -> Option<Self> {
        let (time, id) = name.strip_suffix(".ron")?.rsplit_once('-')?;
        let time = DateTime::strptime(TIME, time).ok()?;
        let backup = Self {
            id: id.to_owned(),
            time: time.to_zoned(TimeZone::UTC).ok()?.timestamp(),
            size: found.len(),
        };
        let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let is_id = id.len() == DIGITS && id.bytes().all(is_digit);
        (found.is_file() && is_id && backup.file_name() == name).then_some(backup)
    }

    fn file_name(&self) -> String {
        format!("{}-{}.ron", self.time.strftime(TIME), self.id)
    }
}

fn id_of(content: &[u8]) -> String {
    let mut id = Fingerprint::of(content).to_string();
    id.truncate(DIGITS);
    id
}

/// A moment as the name of a copy can tell it.
fn truncated(time: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(time.as_millisecond()).unwrap_or(time)
}

#[cfg(test)]
mod tests;
