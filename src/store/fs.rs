//! The few things that the store asks of a file system, behind a trait, so that tests can make each
//! of them fail.

#[cfg(test)]
pub(super) mod faulty;

use std::ffi::OsString;
use std::fs::{DirBuilder, File, Metadata, OpenOptions, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What the store asks of a file system.
pub(super) trait Fs {
    /// What stands at a path, not following a symbolic link.
    fn look(&self, path: &Path) -> io::Result<Metadata>;
    /// Where a symbolic link leads.
    fn follow(&self, link: &Path) -> io::Result<PathBuf>;
    /// All that is in a file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// Makes a file where nothing is, with the rights that new files usually have.
    fn create(&self, path: &Path) -> io::Result<File>;
    /// Makes a file where nothing is, for its owner only.
    fn create_private(&self, path: &Path) -> io::Result<File>;
    /// Writes into a file.
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()>;
    /// Sets who may do what with a file.
    fn permit(&self, file: &File, permissions: Permissions) -> io::Result<()>;
    /// Waits until a file is on the disk.
    fn sync(&self, file: &File) -> io::Result<()>;
    /// Puts a file in place of another.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Waits until the names in a folder are on the disk.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Waits until nobody else saves into a folder, and keeps others waiting while the file is held.
    /// None where folders have no locks.
    fn lock(&self, folder: &Path) -> Option<File>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Makes a folder for its owner only, and those that it stands in, unless it is there.
    fn make_folder(&self, folder: &Path) -> io::Result<()>;
    /// What is in a folder, in no order.
    fn names(&self, folder: &Path) -> io::Result<Vec<OsString>>;
}

/// The file system of the machine.
#[derive(Clone, Copy, Debug)]
pub(super) struct Disk;

impl Fs for Disk {
    fn look(&self, path: &Path) -> io::Result<Metadata> {
        std::fs::symlink_metadata(path)
    }

    fn follow(&self, link: &Path) -> io::Result<PathBuf> {
        std::fs::read_link(link)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        std::fs::read(path)
    }

    fn create(&self, path: &Path) -> io::Result<File> {
        File::create_new(path)
    }

    fn create_private(&self, path: &Path) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(path)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn permit(&self, file: &File, permissions: Permissions) -> io::Result<()> {
        file.set_permissions(permissions)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        std::fs::rename(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        if cfg!(not(unix)) {
            return Ok(());
        }
        let synced = File::open(folder).and_then(|folder| folder.sync_all());
        match synced {
            // Some file systems have nothing to sync for a folder, and say so.
            Err(error) if is_not_for_folders(&error) => Ok(()),
            synced => synced,
        }
    }

    fn lock(&self, folder: &Path) -> Option<File> {
        let folder = File::open(folder).ok()?;
        folder.lock().ok()?;
        Some(folder)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        std::fs::remove_file(path)
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        let entries = std::fs::read_dir(folder)?;
        entries.map(|entry| Ok(entry?.file_name())).collect()
    }
}

fn is_not_for_folders(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
    )
}

/// What stands at a path, if it is no file.
pub(super) fn what_else(found: &Metadata) -> Option<&'static str> {
    let kind = found.file_type();
    if kind.is_file() {
        None
    } else if kind.is_dir() {
        Some("a folder")
    } else if kind.is_symlink() {
        Some("a link that leads nowhere")
    } else {
        Some("a device or a pipe")
    }
}
