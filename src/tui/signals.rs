//! What the system tells the program: to end, or to stop for a while.

use std::sync::mpsc::Sender;
use std::thread;

use anyhow::{Context, Result};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::Event;

/// Starts the thread that waits for signals.
pub(super) fn listen(sender: Sender<Event>) -> Result<()> {
    let mut signals =
        Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP]).context("Signals can't be received")?;
    let waiter = move || {
        for signal in signals.forever() {
            let event = match signal {
                SIGTSTP => Event::Suspend,
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
        .map(drop)
        .context("A thread can't be started")
}

/// Stops the program until the shell lets it go on.
pub(super) fn stop() -> Result<()> {
    emulate_default_handler(SIGTSTP).context("The program can't be suspended")
}
