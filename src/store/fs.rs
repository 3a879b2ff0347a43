//! The few things that the store asks of a file system, behind a trait, so that tests can make each
//! of them fail, or stop the program there.

use std::ffi::OsString;
use std::fs::{DirBuilder, File, Metadata, OpenOptions, Permissions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// What the store asks of a file system.
pub(super) trait Fs {
    /// What stands at a path, not following a symbolic link.
    fn look(&self, path: &Path) -> io::Result<Metadata>;
    /// Where a symbolic link leads.
    fn follow(&self, link: &Path) -> io::Result<PathBuf>;
    /// All that is in a file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// Makes a file where nothing is, for its owner only.
    fn create_private(&self, path: &Path) -> io::Result<File>;
    /// Opens a file to write over what is in it; a symbolic link is not followed.
    fn open(&self, path: &Path) -> io::Result<File>;
    /// Writes into a file, from a byte of it on.
    fn write(&self, file: &mut File, from: u64, bytes: &[u8]) -> io::Result<()>;
    /// Cuts a file off, or fills it up with zeros.
    fn cut(&self, file: &File, length: u64) -> io::Result<()>;
    /// Gives a file the owner and the group of another.
    fn own(&self, file: &File, like: &Metadata) -> io::Result<()>;
    /// Sets who may do what with a file.
    fn permit(&self, file: &File, permissions: Permissions) -> io::Result<()>;
    /// Waits until a file is on the disk.
    fn sync(&self, file: &File) -> io::Result<()>;
    /// Puts a file in place of another.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Gives a file another name, where nothing has that name.
    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Gives each of two files the other's name, so that neither is ever missing.
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;
    /// Gives a file a further name, where nothing has that name.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Waits until the names in a folder are on the disk.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Waits until nobody else saves into a folder, and keeps others waiting while the file is held.
    /// None where folders have no locks.
    fn lock(&self, folder: &Path) -> Option<File>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// The names in a folder.
    fn names(&self, folder: &Path) -> io::Result<Vec<OsString>>;
    /// Makes a folder for its owner only, and those that it stands in; one that is there stays.
    fn make_folder(&self, folder: &Path) -> io::Result<()>;
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

    fn create_private(&self, path: &Path) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(path)
    }

    fn open(&self, path: &Path) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.write(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::custom_flags(
            &mut options,
            rustix::fs::OFlags::NOFOLLOW.bits().cast_signed(),
        );
        options.open(path)
    }

    fn write(&self, file: &mut File, from: u64, bytes: &[u8]) -> io::Result<()> {
        file.seek(SeekFrom::Start(from))?;
        file.write_all(bytes)
    }

    fn cut(&self, file: &File, length: u64) -> io::Result<()> {
        file.set_len(length)
    }

    fn own(&self, file: &File, like: &Metadata) -> io::Result<()> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::{MetadataExt, fchown};
            let ours = file.metadata()?;
            if (ours.uid(), ours.gid()) != (like.uid(), like.gid()) {
                return fchown(file, Some(like.uid()), Some(like.gid()));
            }
        }
        let _ = (file, like);
        Ok(())
    }

    fn permit(&self, file: &File, permissions: Permissions) -> io::Result<()> {
        // Some file systems have the same rights for all files, and refuse to set any.
        if file.metadata()?.permissions() == permissions {
            return Ok(());
        }
        file.set_permissions(permissions)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        std::fs::rename(from, to)
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        special_rename::without_replacing(from, to)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        special_rename::exchanging(one, other)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        std::fs::hard_link(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        if cfg!(not(unix)) {
            return Ok(());
        }
        let synced = File::open(folder).and_then(|folder| folder.sync_all());
        match synced {
            // Some file systems have nothing to sync for a folder, and say so.
            Err(error) if is_unsupported(&error) => Ok(()),
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

    fn names(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        let entries = std::fs::read_dir(folder)?;
        entries.map(|entry| Ok(entry?.file_name())).collect()
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)
    }
}

/// Whether a file system says that it has no such thing, rather than that it failed.
pub(super) fn is_unsupported(error: &io::Error) -> bool {
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

/// The ways to rename that not every system has.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
mod special_rename {
    use std::io;
    use std::path::Path;

    use rustix::fs::{CWD, RenameFlags, renameat_with};

    pub(super) fn without_replacing(from: &Path, to: &Path) -> io::Result<()> {
        Ok(renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE)?)
    }

    pub(super) fn exchanging(one: &Path, other: &Path) -> io::Result<()> {
        Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
    }
}

/// The ways to rename that not every system has.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
mod special_rename {
    use std::io;
    use std::path::Path;

    pub(super) fn without_replacing(_: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    pub(super) fn exchanging(_: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

#[cfg(test)]
pub(super) mod faulty;
