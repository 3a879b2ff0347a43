//! What the system tells the program: to end, or to stop for a while.

use std::sync::mpsc::Sender;
use std::thread;

use anyhow::{Context, Result};
use rustix::process::{getppid, getsid};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::iterator::{Handle, Signals};
use signal_hook::low_level::emulate_default_handler;

use super::{Event, screen};

/// The thread that waits for signals. It ends when this is dropped.
pub(super) struct Signalled(Handle);

impl Signalled {
    /// Starts the thread. While another program has the terminal, what is typed there to interrupt
    /// or to stop is meant for that one: this one is not ended, but stops with it.
    pub(super) fn listen(sender: Sender<Event>) -> Result<Self> {
        let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP])
            .context("Signals can't be received")?;
        let handle = signals.handle();
        let waiter = move || {
            for signal in signals.forever() {
                let event = match signal {
                    SIGTSTP if screen::is_ours() => Event::Suspend,
                    SIGTSTP => {
                        if has_shell() {
                            // A program that can't be stopped goes on.
                            let _ = stop();
                        }
                        continue;
                    }
                    SIGINT if !screen::is_ours() => continue,
                    // A program that a signal ends has its number and 128 as its status.
                    signal => Event::End(u8::try_from(128 + signal).unwrap_or(1)),
                };
                if sender.send(event).is_err() {
                    return;
                }
            }
        };
        thread::Builder::new()
            .name("signals".to_owned())
            .spawn(waiter)
            .context("A thread can't be started")?;
        Ok(Self(handle))
    }
}

impl Drop for Signalled {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// Whether somebody is there who lets the program go on once it is stopped: in a window of its own
/// there is no shell.
fn has_shell() -> bool {
    let session = |process| getsid(process).ok();
    getppid().is_some_and(|parent| session(Some(parent)) == session(None))
}

/// Stops the program until the shell lets it go on.
pub(super) fn stop() -> Result<()> {
    emulate_default_handler(SIGTSTP).context("The program can't be suspended")
}
