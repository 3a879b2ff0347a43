//! `outboard man`: the manual page, from the tree of commands and the table of actions.

use anyhow::Result;
use clap::builder::PossibleValue;
use clap::{Arg, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::answer::Answer;
use super::keys;
use crate::app::command::GROUPS;

/// What every command takes, and is told once.
const EVERYWHERE: [&str; 2] = ["file", "help"];

/// The manual page as a typesetter for manuals reads it.
pub(super) fn run() -> Result<Answer> {
    let mut tree = super::tree();
    tree.build();
    let man = Man::new(tree.clone());
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    let mut roff = Roff::new();
    roff.control("SH", ["COMMANDS"]);
    commands(&mut roff, &mut tree);
    keys(&mut roff);
    roff.to_writer(&mut page)?;
    Ok(Answer::of(String::from_utf8_lossy(&page)))
}

/// Every command below one, with what it takes.
fn commands(roff: &mut Roff, above: &mut Command) {
    for command in above
        .get_subcommands_mut()
        .filter(|one| one.get_name() != "help")
    {
        if !command.is_subcommand_required_set() {
            one(roff, command);
        }
        commands(roff, command);
    }
}

/// A command that can be given as it is.
fn one(roff: &mut Roff, command: &mut Command) {
    let usage = command.render_usage().to_string();
    roff.control("SS", [usage.trim_start_matches("Usage: ")]);
    let about = command.get_long_about().or(command.get_about());
    roff.text([roman(about.map(ToString::to_string).unwrap_or_default())]);
    for argument in command.get_arguments() {
        describe(roff, argument);
    }
}

fn describe(roff: &mut Roff, argument: &Arg) {
    if EVERYWHERE.contains(&argument.get_id().as_str()) {
        return;
    }
    let values = argument.get_possible_values();
    let values: Vec<_> = values.iter().map(PossibleValue::get_name).collect();
    let words = match values.as_slice() {
        [] | ["true", "false"] => String::new(),
        values => format!(": {}", values.join(", ")),
    };
    let help = argument.get_help().map(ToString::to_string);
    roff.control("TP", []);
    roff.text([bold(argument.to_string())]);
    roff.text([roman(help.unwrap_or_default() + &words)]);
}

/// The keys of the screens.
fn keys(roff: &mut Roff) {
    roff.control("SH", ["KEYS"]);
    for group in GROUPS {
        roff.control("SS", [group.title]);
        for row in group.commands {
            roff.control("TP", []);
            roff.text([bold(keys::keys(row, ", "))]);
            roff.text([roman(row.title)]);
        }
    }
}
