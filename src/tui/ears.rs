//! The threads that listen: to the terminal, and to the system.

use std::sync::mpsc::Sender;

use anyhow::{Context, Result};

use super::Event;
use super::input::Keyboard;
#[cfg(unix)]
use super::signals::Signalled;

/// What listens, for as long as it is there.
pub(super) struct Ears {
    keyboard: Keyboard,
    #[cfg(unix)]
    _signalled: Signalled,
}

impl Ears {
    /// Begins to listen.
    pub(super) fn open(sender: Sender<Event>) -> Result<Self> {
        #[cfg(unix)]
        let signalled = Signalled::listen(sender.clone())?;
        Ok(Self {
            keyboard: Keyboard::listen(sender).context("The keyboard can't be read")?,
            #[cfg(unix)]
            _signalled: signalled,
        })
    }

    /// Leaves what is typed from now on to another program. Signals are still heard.
    pub(super) fn leave_keyboard(&mut self) -> Result<()> {
        self.keyboard
            .stop()
            .context("The keyboard can't be given away")
    }
}
