//! `outboard completions`: what a shell needs to complete the commands.

use clap::Args;
use clap_complete::Shell;

use super::answer::Answer;

/// Print a script with which a shell completes the commands
#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    pub(super) fn run(&self) -> Answer {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut super::tree(), "outboard", &mut script);
        Answer::of(String::from_utf8_lossy(&script))
    }
}
