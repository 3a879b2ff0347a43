//! What stands around every screen: the header with the screens, the footer with the hints, and how
//! the room between them is shared. Pure geometry and wording; drawing and the mouse both use it.

mod following;

use std::borrow::Cow;

use super::command::{self, Action, Click, Hint};
use super::geometry::Area;
use super::overlay::{Overlay, form, import};
use super::roadmap::what_if;
use super::update::contexts;
use super::wrap::{cells, wrap};
use super::{Access, Model, Mouse, MouseKind, Saved, Screen, card, global, research};

pub use following::Following;

/// The smallest terminal in which the screens can be used.
pub const SMALLEST: (u16, u16) = (40, 10);

/// From how many columns on board and roadmap fit side by side.
pub const BESIDE: u16 = 150;

/// How many cells part one hint from the next.
const PARTED: u16 = 3;

/// The cells that the header keeps for "saved 14:02".
const STATE: u16 = 13;

/// The cells before the text of a message, where its sign stands.
pub const BEFORE_MESSAGE: u16 = 3;

/// How many lines of a message are shown at most; all of it can be read again.
const MESSAGE_LINES: usize = 4;

/// How many hints the footer shows at most.
const HINTS: usize = 7;

/// Where everything is.
#[derive(Clone, Debug)]
pub struct Chrome {
    /// The top row.
    pub header: Area,
    /// The name of the workspace.
    pub name: Area,
    /// The screens one can go to, with the text of each; the area is where a click counts.
    pub tabs: Vec<(Area, Screen, Cow<'static, str>)>,
    /// Whether everything is saved, or why nothing can be changed.
    pub state: Area,
    /// What stands there.
    pub state_text: String,
    /// Between header and footer.
    pub body: Area,
    /// The screens that are shown, and where.
    pub panes: Vec<(Screen, Area)>,
    /// The message on the screen, in lines: its sign stands before the first.
    pub message: Vec<(Area, String)>,
    /// The bottom row.
    pub footer: Area,
    /// What the footer says; the area is where a click counts.
    pub hints: Vec<(Area, Hint)>,
    /// The keys that may follow, while a sequence is not finished.
    pub following: Option<Following>,
}

/// The screens that have a tab, with their names and the actions that lead there.
const TABS: &[(Screen, &str, global::Action)] = &[
    (Screen::Board, "Board", global::Action::ShowBoard),
    (Screen::Roadmap, "Roadmap", global::Action::ShowRoadmap),
    (Screen::Research, "Research", global::Action::ShowResearch),
    (Screen::Health, "Health", global::Action::ShowHealth),
    (Screen::Workshop, "Workshop", global::Action::ShowWorkshop),
];

/// The name of the workshop's screen while one is going on.
const RUNNING: &str = "Workshop •";

/// Whether board and roadmap fit side by side in a terminal of this size.
pub fn has_room_beside(area: Area) -> bool {
    area.width >= BESIDE
}

/// Lays out header, body and footer.
pub fn layout(model: &Model) -> Chrome {
    let area = model.area;
    let header = area.row(0);
    let body = body(area);
    let footer = area.below(area.height.saturating_sub(1)).row(0);
    let tabs = tabs(header, model);
    let behind_tabs = tabs.last().map_or(header.x, |tab| tab.0.x + tab.0.width);
    let state_text = state_text(model, header.right_of(behind_tabs - header.x).width);
    let state_width = cells(&state_text) + 2;
    Chrome {
        header,
        name: header.columns(1, (header.width / 3).max(12).min(header.width)),
        tabs,
        state: header.right_of(header.width.saturating_sub(state_width)),
        state_text,
        body,
        panes: panes(model),
        message: message(model, body),
        footer,
        hints: hints(model, footer),
        following: following::following(model, body),
    }
}

/// The message on the screen, in as few lines as hold it, at the bottom of the body.
fn message(model: &Model, body: Area) -> Vec<(Area, String)> {
    let Some(message) = model.messages.showing() else {
        return Vec::new();
    };
    let room = body.width.saturating_sub(BEFORE_MESSAGE + 1);
    let lines = wrap(&message.text, room.into(), MESSAGE_LINES);
    let first = usize::from(body.height).saturating_sub(lines.len());
    let rows = (u16::try_from(first).unwrap_or(u16::MAX)..).map(|row| body.row(row));
    let lines = lines.into_iter().map(std::borrow::Cow::into_owned);
    rows.zip(lines).collect()
}

/// The part of a terminal that a screen has.
pub fn area_of(area: Area, is_beside: bool, screen: Screen) -> Area {
    let body = body(area);
    let board = body.width * 55 / 100;
    match screen {
        Screen::Board if is_beside => body.columns(0, board - 1),
        Screen::Roadmap if is_beside => body.right_of(board + 1),
        Screen::Board
        | Screen::Card
        | Screen::Roadmap
        | Screen::Research
        | Screen::Health
        | Screen::Workshop => body,
    }
}

fn body(area: Area) -> Area {
    area.below(1).above(1)
}

fn panes(model: &Model) -> Vec<(Screen, Area)> {
    let pane = |screen| (screen, area_of(model.area, model.is_beside, screen));
    match model.screen {
        Screen::Board | Screen::Roadmap if model.is_beside => {
            vec![pane(Screen::Board), pane(Screen::Roadmap)]
        }
        screen => vec![pane(screen)],
    }
}

fn tabs(header: Area, model: &Model) -> Vec<(Area, Screen, Cow<'static, str>)> {
    let screen = model.screen;
    // In a narrow terminal the screens' names go before the workspace's.
    let is_narrow = header.width < 54;
    let mut x = if is_narrow {
        0
    } else {
        (header.width / 4).max(14)
    };
    let mut names: Vec<_> = TABS
        .iter()
        .map(|row| (row.0, tab_name(model, row.0, row.1)))
        .collect();
    if screen == Screen::Card {
        names.push((Screen::Card, "Card".into()));
    }
    let room = header.width.saturating_sub(x + STATE);
    while taken(&names) > room {
        // What does not fit goes from the right; the screen that one is on stays.
        match names.iter().rposition(|(there, _)| *there != screen) {
            Some(last) => names.remove(last),
            None => break,
        };
    }
    let mut tabs = Vec::new();
    for (there, name) in names {
        let width = cells(&name) + 2;
        tabs.push((header.columns(x, width), there, name));
        x += width + 1;
    }
    tabs
}

/// The name of a screen as its tab has it: that of the health check with the number of findings,
/// that of a workshop with a mark while one runs.
fn tab_name(model: &Model, screen: Screen, name: &'static str) -> Cow<'static, str> {
    match screen {
        Screen::Workshop if model.ui.workshop.run().is_some() => RUNNING.into(),
        Screen::Health if !model.derived.is_behind() => {
            match model.derived.health().total(model.workspace()) {
                0 => name.into(),
                count => format!("{name}·{count}").into(),
            }
        }
        Screen::Board
        | Screen::Card
        | Screen::Roadmap
        | Screen::Research
        | Screen::Health
        | Screen::Workshop => name.into(),
    }
}

/// The cells that tabs take.
fn taken(names: &[(Screen, Cow<'_, str>)]) -> u16 {
    names.iter().map(|(_, name)| cells(name) + 3).sum()
}

/// What the header says of saving, or, where nothing can be changed, of that; the reason where it
/// fits into `room` cells.
fn state_text(model: &Model, room: u16) -> String {
    match (&model.access, &model.saved) {
        (Access::ReadOnly(why), _) => {
            let whole = format!("read-only · {why}");
            if cells(&whole) + 2 <= room {
                whole
            } else {
                "read-only".to_owned()
            }
        }
        (Access::Write, Saved::At(time)) => format!("saved {time}"),
        (Access::Write, Saved::Saving) => "saving …".to_owned(),
        (Access::Write, Saved::Failed(_)) => "NOT SAVED".to_owned(),
    }
}

/// The hints that fit, the most useful first; the way back and the way to all others always last.
fn hints(model: &Model, footer: Area) -> Vec<(Area, Hint)> {
    let mut all = command::hints(contexts(model), &model.keymap);
    all.retain(|hint| leads_somewhere(model, hint.click));
    for hint in &mut all {
        hint.words = words(model, hint);
    }
    let (last, first): (Vec<_>, Vec<_>) = all.into_iter().partition(|hint| stands_last(hint.click));
    let reserved: u16 = last.iter().map(|hint| hint_width(hint) + PARTED).sum();
    let end = footer
        .width
        .saturating_sub(reserved.saturating_sub(PARTED - 1));
    let mut x = 1;
    let mut placed = Vec::new();
    for hint in first.into_iter().take(HINTS - 1) {
        let width = hint_width(&hint);
        if x + width + u16::from(reserved > 0) * 2 > end {
            break;
        }
        placed.push((footer.columns(x, width), hint));
        x += width + PARTED;
    }
    x = end;
    for hint in last {
        let width = hint_width(&hint);
        placed.push((footer.columns(x, width), hint));
        x += width + PARTED;
    }
    placed
}

/// What a hint says: what accepting a form does depends on what the form is about, what Enter does
/// in a workshop on whether everybody has answered.
fn words(model: &Model, hint: &Hint) -> &'static str {
    match (hint.click, model.overlays.last()) {
        (Click::Run(Action::Form(form::Action::Accept)), Some(Overlay::Form(form))) => {
            form.subject().accepting().hint
        }
        (Click::Run(Action::Workshop(action)), None) => {
            model.ui.workshop.hint(action).unwrap_or(hint.words)
        }
        (Click::Run(_) | Click::Begin(_), _) => hint.words,
    }
}

/// Whether a click does something here: a form with one field has no next one, nothing leads to where
/// one is, and where nothing can be changed, nothing that changes something is offered.
fn leads_somewhere(model: &Model, click: Click) -> bool {
    match (click, model.overlays.last()) {
        (Click::Run(action), None) if !model.allows(action) => false,
        (Click::Begin(key), None) => {
            let following = model.keymap.following(contexts(model), &[key]);
            following.iter().any(|(_, action)| model.allows(*action))
        }
        (Click::Run(Action::Global(action)), None) => {
            let mut tabs = TABS.iter();
            let tab = tabs.find(|(.., leads)| *leads == action);
            // Figures are answers while jobs are rated, and lead to no other screen.
            tab.is_none_or(|(screen, ..)| *screen != model.screen && !model.takes_figures())
        }
        (Click::Run(Action::Card(action)), None) => {
            card::offers(&model.ui.card, action, model.cx(Screen::Card))
        }
        (Click::Run(Action::Research(action)), None) => {
            research::offers(&model.ui.research, action, model.cx(Screen::Research))
        }
        (Click::Run(Action::Form(form::Action::Next)), Some(Overlay::Form(form))) => {
            form.inputs().len() > 1
        }
        (Click::Run(Action::Form(form::Action::Build)), Some(Overlay::Form(form))) => {
            form.builder().is_some()
        }
        (Click::Run(Action::Conflicts(action)), Some(Overlay::Conflicts(chooser))) => {
            chooser.offers(action)
        }
        (Click::Run(Action::Broken(action)), Some(Overlay::Broken(broken))) => {
            broken.offers(action)
        }
        (Click::Run(Action::Roadmap(action)), None) if model.ui.roadmap.what_if().is_some() => {
            action.goes_with_what_if()
        }
        (Click::Run(Action::Workshop(action)), None) => model.ui.workshop.offers(action),
        (Click::Run(_) | Click::Begin(_), _) => true,
    }
}

/// Whether a hint has its place at the right end, however narrow the terminal is.
fn stands_last(click: Click) -> bool {
    [
        Action::Card(card::Action::Leave),
        Action::WhatIf(what_if::Action::Leave),
        Action::Research(research::Action::Leave),
        Action::Trace(research::trace::Action::Back),
        Action::Form(form::Action::Cancel),
        Action::Form(form::Action::Help),
        Action::Import(import::Action::Leave),
        Action::Import(import::Action::Help),
        Action::Global(global::Action::Palette),
    ]
    .map(Click::Run)
    .contains(&click)
}

fn hint_width(hint: &Hint) -> u16 {
    cells(&hint.key) + 1 + cells(hint.words)
}

impl Chrome {
    /// What a click on header or footer does.
    pub fn hit(&self, mouse: Mouse) -> Option<Click> {
        if mouse.kind != MouseKind::Press {
            return None;
        }
        let tab = self
            .tabs
            .iter()
            .find(|(area, ..)| area.contains(mouse.x, mouse.y));
        let tab = tab.and_then(|(_, screen, _)| TABS.iter().find(|row| row.0 == *screen));
        let hint = self
            .hints
            .iter()
            .find(|(area, _)| area.contains(mouse.x, mouse.y));
        tab.map(|row| Click::Run(Action::Global(row.2)))
            .or(hint.map(|(_, hint)| hint.click))
    }

    /// The screen under the mouse; while a button is held, the one that has the keys.
    pub fn screen_at(&self, mouse: Mouse, focused: Screen) -> Option<Screen> {
        if matches!(mouse.kind, MouseKind::Drag | MouseKind::Release) {
            return Some(focused);
        }
        let mut panes = self.panes.iter();
        panes
            .find(|(_, area)| area.contains(mouse.x, mouse.y))
            .map(|(screen, _)| *screen)
    }
}
