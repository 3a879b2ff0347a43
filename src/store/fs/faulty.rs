//! A disk of which any call can be made to fail, for the tests of whatever writes files.

use std::cell::Cell;
use std::ffi::OsString;
use std::fs::{File, Metadata, Permissions};
use std::io;
use std::path::{Path, PathBuf};

use super::{Disk, Fs};

/// The disk, with one call that fails.
pub(in crate::store) struct Faulty {
    /// How many calls go well before that one.
    until: Cell<usize>,
    /// What that call answers, as the system's number.
    error: i32,
    failed: Cell<Option<&'static str>>,
}

impl Faulty {
    /// Fails at the call of this number, from 0, with this number of the system's.
    pub(in crate::store) fn at(call: usize, error: i32) -> Self {
        Self {
            until: Cell::new(call),
            error,
            failed: Cell::new(None),
        }
    }

    /// The call that failed; none where it has not come to it.
    pub(in crate::store) fn failed(&self) -> Option<&'static str> {
        self.failed.get()
    }

    fn call(&self, name: &'static str) -> io::Result<()> {
        let left = self.until.get();
        self.until.set(left.wrapping_sub(1));
        if left > 0 {
            return Ok(());
        }
        self.failed.set(Some(name));
        Err(io::Error::from_raw_os_error(self.error))
    }
}

impl Fs for Faulty {
    fn look(&self, path: &Path) -> io::Result<Metadata> {
        self.call("look")?;
        Disk.look(path)
    }
    fn follow(&self, link: &Path) -> io::Result<PathBuf> {
        self.call("follow")?;
        Disk.follow(link)
    }
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.call("read")?;
        Disk.read(path)
    }
    fn create(&self, path: &Path) -> io::Result<File> {
        self.call("create")?;
        Disk.create(path)
    }
    fn create_private(&self, path: &Path) -> io::Result<File> {
        self.call("create_private")?;
        Disk.create_private(path)
    }
    /// A disk that fills up has taken half of the text.
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        if let Err(error) = self.call("write") {
            Disk.write(file, &bytes[..bytes.len() / 2])?;
            return Err(error);
        }
        Disk.write(file, bytes)
    }
    fn permit(&self, file: &File, permissions: Permissions) -> io::Result<()> {
        self.call("permit")?;
        Disk.permit(file, permissions)
    }
    fn sync(&self, file: &File) -> io::Result<()> {
        self.call("sync")?;
        Disk.sync(file)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call("rename")?;
        Disk.rename(from, to)
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.call("sync_folder")?;
        Disk.sync_folder(folder)
    }
    fn lock(&self, folder: &Path) -> Option<File> {
        Disk.lock(folder)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.call("remove")?;
        Disk.remove(path)
    }
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        self.call("make_folder")?;
        Disk.make_folder(folder)
    }
    fn names(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        self.call("names")?;
        Disk.names(folder)
    }
}
