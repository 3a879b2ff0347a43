//! A list to choose from, searched while typing: everything one can do, the messages, and whatever
//! a screen lets choose. Each row carries what it stands for.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::app::command::{self, Context};
use crate::app::editor::Editor;
use crate::app::geometry::{Area, scrolled};
use crate::app::key::KeyPress;
use crate::app::keymap::shown;
use crate::app::lists::Go;
use crate::app::overlay::import::Correction;
use crate::app::update::contexts;
use crate::app::{Effect, Model, Mouse, MouseKind, NotSaved, Out, Remedy, Visit};
use crate::domain::Change;

/// What can be done in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the table says what each does")]
pub enum Action {
    Accept,
    Up,
    Down,
    PageUp,
    PageDown,
    Close,
}

/// What choosing a row does.
#[derive(Clone, Debug, PartialEq)]
pub enum Then {
    /// Runs an action.
    Run(command::Action),
    /// Makes a change.
    Change(Change),
    /// Goes somewhere.
    Visit(Visit),
    /// Asks for an effect.
    Effect(Effect),
    /// Corrects how the survey is read that lies below.
    Correct(Correction),
    /// Nothing: the row is there to be read.
    Read,
}

/// One row to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is called.
    pub text: String,
    /// What stands behind it: its keys, a time.
    pub aside: String,
    /// Other words by which it is found.
    pub synonyms: String,
    /// What choosing it does.
    pub then: Then,
}

/// A list to choose from.
#[derive(Clone, Debug)]
pub struct Menu {
    /// What is chosen here.
    pub title: String,
    /// What is typed to search.
    pub query: Editor,
    rows: Vec<Row>,
    /// The rows found, the best first.
    found: Vec<usize>,
    selected: usize,
    first: usize,
}

/// Where a list and its rows are.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The box with its border.
    pub frame: Area,
    /// Where the search is typed.
    pub query: Area,
    /// Each row that is shown and its place among those found.
    pub rows: Vec<(Area, usize)>,
}

impl Menu {
    /// A list with a title.
    pub fn new(title: impl Into<String>, rows: Vec<Row>) -> Self {
        let found = (0..rows.len()).collect();
        let query = Editor::line("");
        Self {
            title: title.into(),
            query,
            rows,
            found,
            selected: 0,
            first: 0,
        }
    }

    /// The rows found, the best first.
    pub fn found(&self) -> impl ExactSizeIterator<Item = &Row> {
        self.found.iter().map(|&row| &self.rows[row])
    }

    /// The place of the selected row among those found.
    pub fn selected(&self) -> usize {
        self.selected
    }

    /// Types a key into the search.
    pub fn press(&mut self, key: KeyPress) {
        if self.query.press(key) {
            self.search();
        }
    }

    /// Pastes into the search.
    pub fn paste(&mut self, text: &str) {
        self.query.insert(text);
        self.search();
    }

    /// Does what an action says. Where the chosen row runs an action, that is given back.
    pub fn update(&mut self, action: Action, out: &mut Out) -> Option<command::Action> {
        let go = match action {
            Action::Accept => return self.accept(out),
            Action::Close => {
                out.close();
                return None;
            }
            Action::Up => Go::Up,
            Action::Down => Go::Down,
            Action::PageUp => Go::PageUp,
            Action::PageDown => Go::PageDown,
        };
        self.selected = go.from(self.selected, self.found.len(), PAGE);
        self.first = scrolled(self.first, self.selected, PAGE, self.found.len());
        None
    }

    /// Takes a click on a row or the wheel.
    pub fn point(&mut self, mouse: Mouse, area: Area, out: &mut Out) -> Option<command::Action> {
        match mouse.kind {
            MouseKind::WheelUp => self.update(Action::Up, out),
            MouseKind::WheelDown => self.update(Action::Down, out),
            MouseKind::Press => {
                let layout = self.layout(area);
                if !layout.frame.contains(mouse.x, mouse.y) {
                    return self.update(Action::Close, out);
                }
                let row = layout
                    .rows
                    .iter()
                    .find(|(area, _)| area.contains(mouse.x, mouse.y))?;
                self.selected = row.1;
                self.accept(out)
            }
            MouseKind::Drag | MouseKind::Release => None,
        }
    }

    fn accept(&mut self, out: &mut Out) -> Option<command::Action> {
        let Some(row) = self
            .found
            .get(self.selected)
            .map(|&row| self.rows[row].clone())
        else {
            out.refuse("Nothing is found; Esc closes the list");
            return None;
        };
        out.close();
        match row.then {
            Then::Run(action) => return Some(action),
            Then::Change(change) => out.change(change),
            Then::Visit(visit) => out.visit(visit),
            Then::Effect(effect) => out.effect(effect),
            Then::Correct(correction) => out.correct(correction),
            Then::Read => {}
        }
        None
    }

    /// Finds the rows that match what is typed: by their text, their synonyms and their keys.
    fn search(&mut self) {
        self.selected = 0;
        self.first = 0;
        let query = self.query.text().trim();
        if query.is_empty() {
            self.found = (0..self.rows.len()).collect();
            return;
        }
        let mut matcher = Matcher::new(Config::DEFAULT);
        let pattern = Pattern::parse(query, CaseMatching::Smart, Normalization::Smart);
        let start = query.to_lowercase();
        let mut letters = Vec::new();
        let mut score = |text: &str, weight: u32| {
            let text = Utf32Str::new(text, &mut letters);
            pattern
                .score(text, &mut matcher)
                .map(|score| score * weight)
        };
        let mut scored: Vec<(u32, usize)> = Vec::new();
        for (place, row) in self.rows.iter().enumerate() {
            // A key that is typed exactly is what is meant, then a row that begins so.
            let by_key = row
                .aside
                .split("  ")
                .any(|key| key == query)
                .then_some(u32::MAX);
            let by_start = row.text.to_lowercase().starts_with(&start);
            let by_start = by_start.then_some(u32::MAX - 1);
            let by_text = score(&row.text, 4);
            let best = by_key
                .max(by_start)
                .max(by_text)
                .max(score(&row.synonyms, 3));
            scored.extend(best.map(|best| (best, place)));
        }
        scored.sort_by_key(|&(score, place)| (std::cmp::Reverse(score), place));
        self.found = scored.into_iter().map(|(_, place)| place).collect();
    }

    /// Lays the list out in an area.
    pub fn layout(&self, area: Area) -> Layout {
        let rows = u16::try_from(PAGE.min(self.rows.len().max(1))).unwrap_or(1);
        let frame = area.centred(72, rows + 4);
        let inside = frame.inset(2, 1);
        let list = inside.below(2);
        let first = scrolled(
            self.first,
            self.selected,
            list.height.into(),
            self.found.len(),
        );
        let places = first..self.found.len();
        let rows = (0..list.height)
            .map(|row| list.row(row))
            .zip(places)
            .collect();
        Layout {
            frame,
            query: inside.row(0),
            rows,
        }
    }
}

/// How many rows are shown at once.
const PAGE: usize = 16;

/// What stands in place of the keys of what can't be done, as nothing can be changed.
const READ_ONLY: &str = "read-only";

/// Everything one can do, what holds here first.
pub fn palette(model: &Model) -> Menu {
    let here = contexts(model);
    let place = |context: Context| here.iter().position(|there| *there == context);
    let mut rows: Vec<(usize, Row)> = Vec::new();
    for (group, command) in command::all() {
        let Some(place) = place(group.context) else {
            continue;
        };
        let keys: Vec<String> = if model.allows(command.action) {
            model.keymap.keys_of(command.action).map(shown).collect()
        } else {
            vec![READ_ONLY.to_owned()]
        };
        let row = Row {
            text: command.title.to_owned(),
            aside: keys.join("  "),
            synonyms: format!("{} {}", command.synonyms, group.title),
            then: Then::Run(command.action),
        };
        rows.push((place, row));
    }
    rows.sort_by_key(|(place, _)| *place);
    Menu::new(
        "Everything one can do here",
        rows.into_iter().map(|(_, row)| row).collect(),
    )
}

/// What the program said, the latest first.
pub fn messages(model: &Model) -> Menu {
    let rows = model.messages.latest_first().map(|message| Row {
        text: message.text.clone(),
        aside: message.time.to_string(),
        synonyms: String::new(),
        then: Then::Read,
    });
    Menu::new("What was said, the latest first", rows.collect())
}

/// What can be done when something could not be saved.
pub fn not_saved(failure: &NotSaved) -> Menu {
    let row = |text: &str, aside: &str, then| Row {
        text: text.to_owned(),
        aside: aside.to_owned(),
        synonyms: String::new(),
        then,
    };
    let first = match failure.remedy {
        Remedy::TryAgain => ("Try again", Effect::SaveAgain),
        Remedy::KeepBoth => ("Save mine, and keep theirs beside it", Effect::SaveAnyway),
    };
    let rows = vec![
        row(first.0, "", Then::Effect(first.1)),
        row(
            "Save it into my own folder, and go on there",
            "",
            Then::Effect(Effect::SaveElsewhere),
        ),
        row("Go on; the next change tries again", "Esc", Then::Read),
    ];
    Menu::new("Not saved. What now?", rows)
}
