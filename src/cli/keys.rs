//! `outboard keys`: the keys of the terminal screens, from the one table of actions.

use std::fmt::Write;

use clap::Args;

use super::answer::Answer;
use crate::app::command::{Command, GROUPS, Group, written_keys};
use crate::app::keymap::shown;
use crate::app::wrap::width;

/// Print the keys of the terminal screens
#[derive(Debug, Args)]
pub(super) struct Keys {
    /// As Markdown tables
    #[arg(long)]
    markdown: bool,
}

impl Keys {
    pub(super) fn run(&self) -> Answer {
        let group = if self.markdown { markdown } else { plain };
        let groups: Vec<_> = GROUPS.iter().map(group).collect();
        Answer::of(groups.join("\n"))
    }
}

fn plain(group: &Group) -> String {
    let mut text = format!("{}\n", group.title);
    let widest = group.commands.iter().map(|row| width(&keys(row, ", ")));
    let widest = widest.max().unwrap_or(0);
    for row in group.commands {
        let keys = keys(row, ", ");
        let gap = widest - width(&keys);
        let _ = writeln!(text, "  {keys}{:gap$}  {}", "", row.title);
    }
    text
}

fn markdown(group: &Group) -> String {
    let mut text = format!(
        "### {}\n\n| keys | what they do |\n| --- | --- |\n",
        group.title
    );
    for row in group.commands {
        // A bar would end the cell, code or not.
        let keys = keys(row, "`, `").replace('|', "\\|");
        let keys = match keys.as_str() {
            "" => keys,
            keys => format!("`{keys}`"),
        };
        let _ = writeln!(text, "| {keys} | {} |", row.title);
    }
    text
}

pub(super) fn keys(row: &Command, between: &str) -> String {
    let keys: Vec<_> = written_keys(row).map(|keys| shown(&keys)).collect();
    keys.join(between)
}
