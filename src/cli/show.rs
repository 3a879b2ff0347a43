//! `outboard show`: the screens as plain text, one card, or the whole workspace as JSON.

use anyhow::Result;
use clap::Args;

use super::answer::Answer;
use super::check::Checked;
use super::json;
use super::names;
use super::screen;
use super::session::{Loaded, Wanted};
use super::text::{self, Page};
use super::typed::today;
use crate::domain::Workspace;

/// How wide the text is where there is no terminal to go by.
const WIDTH: u16 = 100;

/// Print a screen as plain text, or the whole workspace as JSON
#[derive(Debug, Args)]
pub(super) struct Show {
    /// Which screen: board, roadmap, research or health
    #[arg(long, default_value = "board", value_parser = Screen::from_word)]
    screen: Screen,
    /// One outcome's card instead of a screen
    #[arg(long, value_name = "ID")]
    outcome: Option<String>,
    /// How many cells wide; else as wide as the terminal, or 100
    #[arg(long, value_name = "N")]
    width: Option<u16>,
    /// As JSON in the field names of the file: the whole workspace with private notes, or the outcome
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Screen {
    Board,
    Roadmap,
    Research,
    Health,
}

impl Screen {
    fn from_word(word: &str) -> Result<Self, &'static str> {
        match word {
            "board" => Ok(Self::Board),
            "roadmap" => Ok(Self::Roadmap),
            "research" => Ok(Self::Research),
            "health" => Ok(Self::Health),
            _ => Err("this version has the screens board, roadmap, research and health"),
        }
    }
}

impl Show {
    pub(super) fn run(&self, wanted: &Wanted) -> Result<Answer> {
        let loaded = wanted.read()?;
        let data = self.data(&loaded.workspace)?;
        Ok(Answer::of(data).saying_all(loaded.remarks))
    }

    fn data(&self, workspace: &Workspace) -> Result<String> {
        let outcome = self.outcome.as_deref();
        let outcome = outcome
            .map(|text| names::outcome(workspace, text))
            .transpose()?;
        let page = Page::new(self.width.unwrap_or_else(terminal_width));
        match (outcome, self.json) {
            (None, true) => json::pretty(&json::File::of(workspace)),
            (Some(outcome), true) => json::pretty(&**outcome),
            (Some(outcome), false) => Ok(text::card(page, workspace, outcome, today()?)),
            (None, false) => Ok(match self.screen {
                Screen::Board => text::board(page, workspace),
                Screen::Roadmap => text::roadmap(page, workspace),
                Screen::Research => text::research(page, workspace),
                Screen::Health => text::health(page, &Checked::of(workspace, today()?)),
            }),
        }
    }
}

/// The board of a workspace that was opened to be read.
pub(super) fn board(loaded: Loaded) -> Answer {
    Answer::of(board_text(&loaded.workspace)).saying_all(loaded.remarks)
}

/// The board of a workspace as text.
pub(super) fn board_text(workspace: &Workspace) -> String {
    text::board(Page::new(terminal_width()), workspace)
}

fn terminal_width() -> u16 {
    screen::size().map_or(WIDTH, |(width, _)| width)
}
