//! The screens as plain text: for a screen reader, a pipe, a mail. It reads well from top to bottom,
//! says in words what the screens show by place, shape and colour, and has no control characters
//! but line ends.

mod board;
mod card;
mod columns;
mod health;
mod research;
mod roadmap;
mod words;

pub(super) use board::board;
pub(super) use card::card;
pub(super) use columns::aligned;
pub(super) use health::health;
pub(super) use research::research;
pub(super) use roadmap::roadmap;
pub(super) use words::{counted, tenths};

use crate::app::wrap::{width, wrap};

/// Narrower than this, text would be a column of letters.
const NARROWEST: usize = 30;

/// Lines of text, at most so many cells wide.
#[derive(Debug)]
pub(super) struct Page {
    width: usize,
    text: String,
}

impl Page {
    /// An empty page.
    pub(super) fn new(width: u16) -> Self {
        Self {
            width: usize::from(width).max(NARROWEST),
            text: String::new(),
        }
    }

    /// Puts a text behind a prefix, wrapped; its further lines stand below its first.
    fn put(&mut self, prefix: &str, text: &str) {
        let indent = width(prefix);
        let room = self.width.saturating_sub(indent).max(1);
        for (place, line) in wrap(text, room, usize::MAX).iter().enumerate() {
            let before = if place == 0 { prefix } else { "" };
            let line = format!("{before:indent$}{line}");
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }

    /// Puts an empty line.
    fn gap(&mut self) {
        self.text.push('\n');
    }
}
