//! What the program says: the last message stands on the screen until the next key, all of them
//! can be read again.

use super::Time;
use super::wrap::fit;
use crate::domain::text::clean_line;

/// How many messages are kept.
const KEPT: usize = 500;

/// How many cells of a name a message has room for.
const NAME: usize = 32;

/// A name in quotes as it stands in a message, short enough to leave room for the rest.
pub(super) fn quoted(name: &str) -> String {
    format!("'{}'", fit(name, NAME))
}

/// How a message is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Done,
    /// Something could not be done.
    Refused,
}

/// Something the program said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// When.
    pub time: Time,
    /// What, in one sentence without a full stop.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
}

/// All that was said, and whether the last of it is still on the screen.
#[derive(Clone, Debug, Default)]
pub struct Messages {
    said: Vec<Message>,
    is_showing: bool,
}

impl Messages {
    /// Says something. What comes from outside, such as the name of a file, is cleaned here.
    pub fn say(&mut self, mut message: Message) {
        message.text = clean_line(&message.text).text;
        if self.said.len() == KEPT {
            self.said.remove(0);
        }
        self.said.push(message);
        self.is_showing = true;
    }

    /// Takes the message on the screen away.
    pub fn hide(&mut self) {
        self.is_showing = false;
    }

    /// The message on the screen.
    pub fn showing(&self) -> Option<&Message> {
        self.said.last().filter(|_| self.is_showing)
    }

    /// All messages, the latest first.
    pub fn latest_first(&self) -> impl Iterator<Item = &Message> {
        self.said.iter().rev()
    }
}
