//! The thread that follows a file which is changed elsewhere, and sees when nobody has it any more.
//! It writes nothing.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;

use super::held::Held;
use super::shelf::Shelf;
use super::watch::{PERIOD, Seen, Stamp, see};
use crate::domain::Workspace;

/// The loop's end of the thread that follows.
#[derive(Debug)]
pub struct Follower {
    orders: Sender<()>,
    _thread: JoinHandle<()>,
}

/// What the thread has to tell.
#[derive(Debug)]
pub enum Followed {
    /// The workspace as it is in the file from now on.
    Changed(Box<Workspace>),
    /// The file can't be read any more; why.
    Unreadable(String),
    /// Nobody has the workspace to themselves just now. Told as long as that is so.
    Free,
}

impl Follower {
    /// Starts the thread with a workspace as it was opened; `tell` is called on that thread.
    pub fn start(held: Held, tell: impl Fn(Followed) + Send + 'static) -> Self {
        let (orders, taken) = channel();
        let watcher = Watcher {
            stamp: Stamp::of_known(&held.opened.path, held.opened.manuscript.in_the_file()),
            path: held.opened.path,
            known: held.opened.manuscript.in_the_file().to_owned(),
            // While the workspace was opened nobody else could; from now on they may.
            shelf: held.keeping.shelf.filter(|_| held.is_taken),
        };
        let thread = std::thread::spawn(move || watcher.work(&taken, tell));
        Self {
            orders,
            _thread: thread,
        }
    }

    /// Has it looked at once whether the file is another.
    pub fn look(&self) {
        // A thread that is gone has nothing to tell any more.
        let _ = self.orders.send(());
    }
}

struct Watcher {
    path: PathBuf,
    known: String,
    stamp: Option<Stamp>,
    /// Where it is seen that nobody has the workspace; none where that is of no interest.
    shelf: Option<Shelf>,
}

impl Watcher {
    fn work(mut self, orders: &Receiver<()>, tell: impl Fn(Followed)) {
        loop {
            let order = orders.recv_timeout(PERIOD);
            if order == Err(RecvTimeoutError::Disconnected) {
                return;
            }
            self.look().into_iter().for_each(&tell);
            if self.is_free() {
                tell(Followed::Free);
            }
        }
    }

    fn look(&mut self) -> Option<Followed> {
        let stamp = Stamp::of(&self.path);
        if stamp.is_none() || stamp == self.stamp {
            return None;
        }
        self.stamp = stamp;
        match see(&self.path, &self.known) {
            Seen::Same | Seen::Gone => None,
            Seen::Unreadable(error) => Some(Followed::Unreadable(error.to_string())),
            Seen::Changed(opened) => {
                opened.manuscript.in_the_file().clone_into(&mut self.known);
                Some(Followed::Changed(Box::new(opened.workspace)))
            }
        }
    }

    fn is_free(&self) -> bool {
        let free = self.shelf.as_ref().map(Shelf::hold);
        matches!(free, Some(Ok(Some(_))))
    }
}
