//! What the program does with what a person does: a model, the messages that change it and the
//! effects that it asks for.
//!
//! Nothing in here knows a terminal library, a file, a clock or a thread, and nothing can fail:
//! [`update::update`] takes any message in any state. Screens read the workspace and put a
//! [`Change`](crate::domain::Change) into [`Out`]; only `settle` (in [`update`]) commits it.
//!
//! Start at [`command`] for what can be done, at [`update`] for how a key becomes a change.

pub mod board;
pub mod card;
pub mod chrome;
pub mod command;
pub mod damage;
pub mod derived;
mod editing;
pub mod editor;
pub mod fields;
pub mod geometry;
pub mod global;
pub mod glyphs;
pub mod health;
pub mod key;
pub mod keymap;
pub mod large;
pub mod listing;
pub mod lists;
pub mod message;
mod out;
pub mod overlay;
pub mod research;
pub mod roadmap;
pub mod safety;
pub mod traffic;
mod trail;
pub mod update;
pub mod workshop;
pub mod wrap;

use std::sync::Arc;

use crate::domain::{Date, Document, Workspace};
use derived::Derived;
use geometry::Area;
use key::KeyPress;
use keymap::Keymap;
use message::Messages;
pub use out::{Out, Visit};
pub(crate) use out::{Pace, Travel};
use overlay::Overlay;
pub(crate) use safety::Recall;
pub use safety::{Access, NotSaved, Remedy, Saved};
pub use traffic::{Effect, Mouse, MouseKind, Msg};

/// The moment at which something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// Milliseconds on a clock that does not go back.
    pub millis: u64,
    /// Today.
    pub today: Date,
    /// The time of day.
    pub time: Time,
}

/// A time of day, shown as `14:02`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    /// 0 to 23.
    pub hour: i8,
    /// 0 to 59.
    pub minute: i8,
}

impl std::fmt::Display for Time {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

/// What screens show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Screen {
    /// The stages with their cards.
    Board,
    /// Everything about one outcome.
    Card,
    /// The ranked jobs.
    Roadmap,
    /// What is known of the customers: vision, needs, segments, studies.
    Research,
    /// What the plan lacks.
    Health,
    /// A room that rates jobs in silence.
    Workshop,
}

impl Screen {
    /// Whether it is one of the two that can stand side by side.
    pub fn is_pane(self) -> bool {
        match self {
            Self::Board | Self::Roadmap => true,
            Self::Card | Self::Research | Self::Health | Self::Workshop => false,
        }
    }
}

/// Where one is on each screen.
#[derive(Debug, Default)]
pub struct Ui {
    /// On the board.
    pub board: board::Ui,
    /// On the card.
    pub card: card::Ui,
    /// On the roadmap.
    pub roadmap: roadmap::Ui,
    /// In the research.
    pub research: research::Ui,
    /// Among the findings.
    pub health: health::Ui,
    /// In the workshop.
    pub workshop: workshop::Ui,
    /// The file of the survey that was read last, with its folder only, as it was typed.
    pub survey: fields::survey::SurveyFile,
}

/// Everything that the program knows.
#[derive(Debug)]
pub struct Model {
    /// The workspace and its history.
    pub document: Document,
    /// What follows from the workspace.
    pub derived: Derived,
    /// The screen that has the keys.
    pub screen: Screen,
    /// Whether board and roadmap stand side by side.
    pub is_beside: bool,
    /// Where one is on each screen.
    pub ui: Ui,
    /// Where one was before following links.
    trail: trail::Trail,
    /// What lies over the screen, the topmost last.
    pub overlays: Vec<Overlay>,
    /// What was typed in forms that were left, to be there again.
    pub drafts: overlay::form::Drafts,
    /// The keys typed of a sequence that is not finished.
    pub pending: Vec<KeyPress>,
    /// What was said.
    pub messages: Messages,
    /// Whether the workspace can be changed here.
    pub access: Access,
    /// What could not be read of the file, where that is so.
    pub damage: Option<Arc<damage::Damage>>,
    /// Whether undo reaches back to earlier sessions yet.
    pub(crate) recall: Recall,
    /// How safe everything is.
    pub saved: Saved,
    /// Whether to leave as soon as everything is saved.
    pub is_leaving: bool,
    /// Whether the mouse is left to the terminal, to select text.
    pub is_copying: bool,
    /// Which signs charts are drawn with.
    pub glyphs: glyphs::Glyphs,
    /// Which keys do what.
    pub keymap: Keymap,
    /// The whole screen.
    pub area: Area,
    /// The moment of the last message.
    pub now: Now,
}

/// What a screen reads when it updates.
#[derive(Clone, Copy, Debug)]
pub struct Cx<'a> {
    /// The workspace.
    pub workspace: &'a Workspace,
    /// What follows from it.
    pub derived: &'a Derived,
    /// The part of the screen that is its own.
    pub area: Area,
    /// The moment.
    pub now: Now,
}

impl Model {
    /// A model of a workspace as it was opened, on a screen of some size.
    pub fn new(workspace: Workspace, area: Area, now: Now) -> Self {
        Self::of(Document::new(workspace), area, now)
    }

    /// A model of a workspace with a history, on a screen of some size.
    pub fn of(document: Document, area: Area, now: Now) -> Self {
        let is_saved = document.history().is_saved();
        let derived = Derived::of(document.workspace(), now.today);
        let mut model = Self {
            document,
            derived,
            screen: Screen::Board,
            is_beside: false,
            ui: Ui::default(),
            trail: trail::Trail::default(),
            overlays: Vec::new(),
            drafts: overlay::form::Drafts::default(),
            pending: Vec::new(),
            messages: Messages::default(),
            access: Access::Write,
            damage: None,
            recall: Recall::default(),
            saved: if is_saved {
                Saved::At(now.time)
            } else {
                Saved::Saving
            },
            is_leaving: false,
            is_copying: false,
            glyphs: glyphs::Glyphs::default(),
            keymap: Keymap::default(),
            area,
            now,
        };
        update::follow(&mut model);
        model
    }

    /// The workspace, to read.
    pub fn workspace(&self) -> &Workspace {
        self.document.workspace()
    }

    /// The first key of an action as it is shown; empty where it has none.
    pub fn key(&self, action: command::Action) -> String {
        self.keymap
            .keys_of(action)
            .next()
            .map(keymap::shown)
            .unwrap_or_default()
    }

    /// Whether an action can be done at all: where the workspace is read-only, none can that changes
    /// it.
    pub fn allows(&self, action: command::Action) -> bool {
        self.access == Access::Write || !command::is_changing(action)
    }

    /// Says that what earlier sessions did is still being read, so that undo waits for it.
    pub fn expect_recall(&mut self) {
        self.recall = Recall::Due;
    }

    /// Whether figures that are typed are meant as answers.
    pub(crate) fn takes_figures(&self) -> bool {
        let phase = self.ui.workshop.phase();
        self.screen == Screen::Workshop
            && matches!(phase, workshop::Phase::Asking | workshop::Phase::Revealed)
    }

    /// Goes to a screen; what was followed to get here is forgotten.
    pub fn show(&mut self, screen: Screen) {
        self.trail.clear();
        self.screen = screen;
    }

    /// Whether a screen can be seen.
    pub fn is_shown(&self, screen: Screen) -> bool {
        self.screen == screen || self.is_beside && self.screen.is_pane() && screen.is_pane()
    }

    /// Goes back to where one was before a link was followed; else out to where the screen was
    /// opened from.
    pub fn go_back(&mut self) {
        if !trail::come_back(self) {
            self.screen = match self.screen {
                Screen::Card => self.ui.card.opened_from(),
                Screen::Board
                | Screen::Roadmap
                | Screen::Research
                | Screen::Health
                | Screen::Workshop => Screen::Board,
            };
        }
    }

    /// When something that is shown changes without anybody doing anything, on the clock of
    /// [`Now::millis`]; none while nothing does. At once while something is behind.
    pub fn wakes_at(&self) -> Option<u64> {
        if self.derived.is_behind() {
            return Some(self.now.millis);
        }
        let workshop = &self.ui.workshop;
        self.is_shown(Screen::Workshop)
            .then(|| workshop.wakes_at(self.now))?
    }

    /// Whether board and roadmap fit side by side.
    pub fn has_room_beside(&self) -> bool {
        chrome::has_room_beside(self.area)
    }

    /// What a screen reads when it is laid out.
    pub fn cx(&self, screen: Screen) -> Cx<'_> {
        Cx {
            workspace: self.document.workspace(),
            derived: &self.derived,
            area: chrome::area_of(self.area, self.is_beside, screen),
            now: self.now,
        }
    }

    /// Where one is on the screens, to change, and what a screen reads when it updates.
    pub(crate) fn parts(&mut self, screen: Screen) -> (&mut Ui, Cx<'_>) {
        let cx = Cx {
            workspace: self.document.workspace(),
            derived: &self.derived,
            area: chrome::area_of(self.area, self.is_beside, screen),
            now: self.now,
        };
        (&mut self.ui, cx)
    }
}
