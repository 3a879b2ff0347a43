//! What a person can do: the one table of actions that feeds keymap, footer, help, palette,
//! `outboard keys` and the README. An action carries no data; what it does stands in the `update`
//! of its screen.
//!
//! To give an action another key, change its row in `table`. To add one, add a variant to the
//! enum of its screen and a row here; the compiler then asks for what it does.

mod table;

use super::key::KeyPress;
use super::keymap::{Keymap, Meaning, shown};
use super::overlay::{broken, confirm, conflicts, decisions, form, import, menu};
use super::roadmap::what_if;
use super::{board, card, global, health, lists, research, roadmap, workshop};

pub use table::{GROUPS, PREFIXES};

/// Everything that can be done, by who does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Anywhere but in a field.
    Global(global::Action),
    /// Going from thing to thing, on every screen.
    Go(lists::Go),
    /// On the board.
    Board(board::Action),
    /// On a card.
    Card(card::Action),
    /// On the roadmap.
    Roadmap(roadmap::Action),
    /// While figures are tried out on the roadmap.
    WhatIf(what_if::Action),
    /// In the research.
    Research(research::Action),
    /// In the trace.
    Trace(research::trace::Action),
    /// Among the findings.
    Health(health::Action),
    /// In the workshop.
    Workshop(workshop::Action),
    /// In a form.
    Form(form::Action),
    /// In a list over the screen: the palette, a picker, the messages.
    Menu(menu::Action),
    /// In a question.
    Confirm(confirm::Action),
    /// In front of a file that can't be read.
    Broken(broken::Action),
    /// Among what two sides changed in different ways.
    Conflicts(conflicts::Action),
    /// Among what was decided and parked.
    Decisions(decisions::Action),
    /// In the preview of a survey.
    Import(import::Action),
}

impl Action {
    /// Whether it is done in what lies over the screen.
    pub fn is_over(self) -> bool {
        match self {
            Self::Form(_)
            | Self::Menu(_)
            | Self::Confirm(_)
            | Self::Broken(_)
            | Self::Conflicts(_)
            | Self::Decisions(_)
            | Self::Import(_) => true,
            Self::Global(_)
            | Self::Go(_)
            | Self::Board(_)
            | Self::Card(_)
            | Self::Roadmap(_)
            | Self::WhatIf(_)
            | Self::Research(_)
            | Self::Trace(_)
            | Self::Health(_)
            | Self::Workshop(_) => false,
        }
    }
}

/// Where a key is looked up. The first context that knows the key wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// On the board, right after a card was captured.
    Captured,
    /// On the board.
    Board,
    /// On a card.
    Card,
    /// On the roadmap, while figures are tried out.
    WhatIf,
    /// On the roadmap.
    Roadmap,
    /// In the research.
    Research,
    /// In the trace.
    Trace,
    /// Among the findings.
    Health,
    /// Before a workshop.
    Workshop,
    /// In a workshop, while the answers about a job come in: figures are typed.
    Asking,
    /// In a workshop, while everybody sees what was answered about a job.
    Revealed,
    /// In a workshop, behind the last job.
    Summary,
    /// In a workshop, all the time.
    Running,
    /// On every screen: going from thing to thing.
    Going,
    /// On every screen.
    Global,
    /// In a field of several lines.
    Lines,
    /// In a field with words to choose from.
    Choosing,
    /// In a field under which suggestions are shown.
    Suggesting,
    /// In a field where a suggestion is picked.
    Picking,
    /// In a field or a form: other keys are typed.
    Form,
    /// In a list with a field to search it: other keys are typed.
    Menu,
    /// In a question.
    Confirm,
    /// In front of a file that can't be read.
    Broken,
    /// Among what two sides changed in different ways.
    Conflicts,
    /// Among what was decided and parked.
    Decisions,
    /// At a column of a survey.
    Column,
    /// In the preview of a survey.
    Import,
}

/// The actions of one context, under a heading.
#[derive(Debug)]
pub struct Group {
    /// Where the keys hold.
    pub context: Context,
    /// What help calls it.
    pub title: &'static str,
    /// The actions, the most useful first: footers show them in this order.
    pub commands: &'static [Command],
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Command {
    /// What is done.
    pub action: Action,
    /// By which a configuration names it: `card.add`.
    pub id: &'static str,
    /// What it does, as help and the palette say it.
    pub title: &'static str,
    /// Other words by which people look for it.
    pub synonyms: &'static str,
    /// Its keys; several presses with spaces between them. The first is the one that is shown.
    pub keys: &'static [&'static str],
    /// What the footer says of it; empty where the footer does not show it.
    pub hint: &'static str,
    /// Whether it changes the workspace, or leads to nothing else: where nothing can be changed, it
    /// is not offered.
    pub is_changing: bool,
}

impl Command {
    const fn new(action: Action, id: &'static str, title: &'static str) -> Self {
        Self {
            action,
            id,
            title,
            synonyms: "",
            keys: &[],
            hint: "",
            is_changing: false,
        }
    }

    const fn keys(self, keys: &'static [&'static str]) -> Self {
        Self { keys, ..self }
    }

    const fn hint(self, hint: &'static str) -> Self {
        Self { hint, ..self }
    }

    const fn changing(self) -> Self {
        Self {
            is_changing: true,
            ..self
        }
    }

    const fn also(self, synonyms: &'static str) -> Self {
        Self { synonyms, ..self }
    }
}

/// Every row, with the group that it stands in.
pub fn all() -> impl Iterator<Item = (&'static Group, &'static Command)> {
    GROUPS
        .iter()
        .flat_map(|group| group.commands.iter().map(move |command| (group, command)))
}

/// The group of a context.
pub fn group(context: Context) -> Option<&'static Group> {
    GROUPS.iter().find(|group| group.context == context)
}

/// A hint for the footer: the keys, what they do, and what a click does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The key as it is shown.
    pub key: String,
    /// What it does, in a word or two.
    pub words: &'static str,
    /// What a click on it does.
    pub click: Click,
}

/// What a click on a hint or a tab does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Click {
    /// It runs an action.
    Run(Action),
    /// It presses a key on which others follow.
    Begin(KeyPress),
}

impl Click {
    /// Whether it is done in what lies over the screen.
    pub fn is_over(self) -> bool {
        match self {
            Self::Run(action) => action.is_over(),
            Self::Begin(_) => false,
        }
    }
}

/// What an action does, as the table says it.
pub fn title(action: Action) -> &'static str {
    let row = all().find(|(_, row)| row.action == action);
    row.map_or("", |(_, row)| row.title)
}

/// Whether an action changes the workspace, as the table says it.
pub fn is_changing(action: Action) -> bool {
    all().any(|(_, row)| row.action == action && row.is_changing)
}

/// What the keys that begin with a key are about, where the table has a word for that.
pub fn prefix(contexts: &[Context], key: KeyPress) -> Option<&'static str> {
    let mut prefixes = PREFIXES.iter();
    let is_meant = |(context, first, _): &&(Context, &str, &str)| {
        contexts.contains(context) && first.parse() == Ok(key)
    };
    prefixes.find(is_meant).map(|(.., words)| *words)
}

/// The hints of some contexts in the table's order, each once; keys with a common beginning have one
/// together.
pub fn hints(contexts: &[Context], keymap: &Keymap) -> Vec<Hint> {
    let mut hints: Vec<Hint> = Vec::new();
    let groups = contexts.iter().filter_map(|context| group(*context));
    for command in groups
        .flat_map(|group| group.commands)
        .filter(|row| !row.hint.is_empty())
    {
        // A key that an earlier context has does something else here.
        let leads_there =
            |keys: &&[KeyPress]| keymap.look_up(contexts, keys) == Meaning::Run(command.action);
        let Some(keys) = keymap.keys_of(command.action).find(leads_there) else {
            continue;
        };
        let hint = match prefix(contexts, keys[0]).filter(|_| keys.len() > 1) {
            Some(words) => Hint {
                key: keys[0].shown(),
                words,
                click: Click::Begin(keys[0]),
            },
            None => Hint {
                key: shown(keys),
                words: command.hint,
                click: Click::Run(command.action),
            },
        };
        if hints.iter().all(|there| there.click != hint.click) {
            hints.push(hint);
        }
    }
    hints
}

/// The keys of a row as the table has them.
pub fn written_keys(command: &Command) -> impl Iterator<Item = Vec<KeyPress>> {
    command
        .keys
        .iter()
        .filter_map(|keys| keys.split(' ').map(|key| key.parse().ok()).collect())
}

#[cfg(test)]
mod tests;
