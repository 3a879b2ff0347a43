//! What a command answers, and how it reaches the person: data to standard output, the rest to
//! standard error, and an exit status.
//!
//! Everything that leaves for a terminal comes through here and is cleaned of control characters.

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::domain::text::clean;

/// What a command answers.
#[derive(Debug, Default)]
pub(super) struct Answer {
    /// For standard output.
    data: String,
    /// For standard error, a line each.
    said: Vec<String>,
    /// Whether what was asked holds.
    is_no: bool,
}

impl Answer {
    /// An answer of data.
    pub(super) fn of(data: impl Into<String>) -> Self {
        Self {
            data: data.into(),
            ..Self::default()
        }
    }

    /// The answer with these data.
    pub(super) fn with(self, data: String) -> Self {
        Self { data, ..self }
    }

    /// Says something beside the data.
    pub(super) fn saying(mut self, line: impl Into<String>) -> Self {
        self.said.push(line.into());
        self
    }

    /// Says several things beside the data.
    pub(super) fn saying_all(mut self, lines: impl IntoIterator<Item = String>) -> Self {
        self.said.extend(lines);
        self
    }

    /// What was asked does not hold: exit status 1.
    pub(super) fn no(self) -> Self {
        Self {
            is_no: true,
            ..self
        }
    }

    /// Gives the answer.
    ///
    /// # Errors
    /// When standard output can't be written. A reader who has had enough, as `head` has, is none.
    pub(super) fn give(self) -> Result<ExitCode> {
        for line in &self.said {
            say(line);
        }
        let mut out = io::stdout().lock();
        let written = out
            .write_all(clean(&self.data).text.as_bytes())
            .and_then(|()| out.flush());
        match written {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(error).context("The answer could not be written to standard output")
            }
            Ok(()) | Err(_) => Ok(ExitCode::from(u8::from(self.is_no))),
        }
    }
}

/// Says why something could not be done: exit status 2.
pub(super) fn complain(error: &anyhow::Error) -> ExitCode {
    say(&format!("outboard: {error:#}"));
    ExitCode::from(2)
}

/// Says something on standard error. Where nobody listens there, nothing is lost.
pub(super) fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{}", clean(line).text);
}
