//! The disk with a fault: at one of its calls it fails, keeps failing, or the program is stopped
//! there as by `kill -9`.

use std::cell::{Cell, RefCell};

use super::*;

/// What happens at the call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum Fault {
    /// It fails with one of the system's numbers.
    Once(i32),
    /// It fails, and all later calls of its kind.
    Lasting(i32),
    /// Nothing is done any more from there on.
    Stop,
}

/// A disk that counts its calls, and has a fault at one of them.
pub(in crate::store) struct Faulty<'a> {
    /// How many calls go well before that one.
    until: Cell<usize>,
    fault: Fault,
    /// Whether it knows no more ways to rename than systems have always had.
    is_plain: bool,
    /// The calls that were made.
    made: RefCell<Vec<&'static str>>,
    /// Which call it was.
    hit: Cell<Option<&'static str>>,
    /// What somebody else does when the first file is synced.
    meddling: RefCell<Option<Box<dyn FnOnce() + 'a>>>,
}

impl<'a> Faulty<'a> {
    pub(in crate::store) fn at(call: usize, fault: Fault) -> Self {
        Self {
            until: Cell::new(call),
            fault,
            is_plain: false,
            made: RefCell::default(),
            hit: Cell::new(None),
            meddling: RefCell::new(None),
        }
    }

    /// The same disk, which can neither exchange files nor rename without replacing.
    pub(in crate::store) fn plain(self) -> Self {
        let is_plain = true;
        Self { is_plain, ..self }
    }

    /// The same disk, on which somebody else does something while we write.
    pub(in crate::store) fn while_somebody(self, meddles: impl FnOnce() + 'a) -> Self {
        *self.meddling.borrow_mut() = Some(Box::new(meddles));
        self
    }

    /// The call at which the fault was; none while it has not come to that.
    pub(in crate::store) fn failed(&self) -> Option<&'static str> {
        self.hit.get()
    }

    /// The calls that were made, in order.
    pub(in crate::store) fn made(&self) -> Vec<&'static str> {
        self.made.borrow().clone()
    }

    fn call<T>(&self, name: &'static str, run: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        self.fault_at(name).map_or_else(run, Err)
    }

    /// A call that not every disk has.
    fn special_call(
        &self,
        name: &'static str,
        run: impl FnOnce() -> io::Result<()>,
    ) -> io::Result<()> {
        self.call(name, || {
            if self.is_plain {
                return Err(io::ErrorKind::Unsupported.into());
            }
            run()
        })
    }

    fn fault_at(&self, name: &'static str) -> Option<io::Error> {
        self.made.borrow_mut().push(name);
        let was_hit = self.hit.get();
        if was_hit.is_none() {
            let left = self.until.get();
            self.until.set(left.wrapping_sub(1));
            if left == 0 {
                self.hit.set(Some(name));
            }
        }
        let hit = self.hit.get()?;
        match self.fault {
            Fault::Once(error) if was_hit.is_none() => Some(io::Error::from_raw_os_error(error)),
            Fault::Lasting(error) if hit == name => Some(io::Error::from_raw_os_error(error)),
            Fault::Stop => Some(io::Error::other("stopped")),
            Fault::Once(_) | Fault::Lasting(_) => None,
        }
    }
}

impl Fs for Faulty<'_> {
    fn look(&self, path: &Path) -> io::Result<Metadata> {
        self.call("look", || Disk.look(path))
    }

    fn follow(&self, link: &Path) -> io::Result<PathBuf> {
        self.call("follow", || Disk.follow(link))
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.call("read", || Disk.read(path))
    }

    fn create_private(&self, path: &Path) -> io::Result<File> {
        self.call("create_private", || Disk.create_private(path))
    }

    fn open(&self, path: &Path) -> io::Result<File> {
        self.call("open", || Disk.open(path))
    }

    /// A disk that fills up, or a program that is stopped, has written half of it.
    fn write(&self, file: &mut File, from: u64, bytes: &[u8]) -> io::Result<()> {
        let was_hit = self.hit.get().is_some();
        match self.fault_at("write") {
            None => Disk.write(file, from, bytes),
            Some(error) if was_hit => Err(error),
            Some(error) => {
                Disk.write(file, from, &bytes[..bytes.len() / 2])?;
                Err(error)
            }
        }
    }

    fn cut(&self, file: &File, length: u64) -> io::Result<()> {
        self.call("cut", || Disk.cut(file, length))
    }

    fn own(&self, file: &File, like: &Metadata) -> io::Result<()> {
        self.call("own", || Disk.own(file, like))
    }

    fn permit(&self, file: &File, permissions: Permissions) -> io::Result<()> {
        self.call("permit", || Disk.permit(file, permissions))
    }

    /// No test looks at what a power cut leaves; so nothing waits for the disk.
    fn sync(&self, _: &File) -> io::Result<()> {
        self.call("sync", || {
            if let Some(meddle) = self.meddling.borrow_mut().take() {
                meddle();
            }
            Ok(())
        })
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call("rename", || Disk.rename(from, to))
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.special_call("rename_new", || Disk.rename_new(from, to))
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        self.special_call("exchange", || Disk.exchange(one, other))
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call("link", || Disk.link(from, to))
    }

    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        self.call("sync_folder", || Ok(()))
    }

    fn lock(&self, folder: &Path) -> Option<File> {
        let lock = || Disk.lock(folder).ok_or(io::ErrorKind::Other.into());
        self.call("lock", lock).ok()
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.call("remove", || Disk.remove(path))
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        self.call("names", || Disk.names(folder))
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        self.call("make_folder", || Disk.make_folder(folder))
    }
}
