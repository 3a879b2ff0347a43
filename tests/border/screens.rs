//! Every screen and everything that lies over one, in memory: each cell holds what a terminal shows
//! in as much room as it has, and every border is whole.

use outboard::app::command::{self, Context};
use outboard::app::geometry::Area;
use outboard::app::update::update;
use outboard::app::{Model, Mouse, MouseKind, Msg, Now, Time};
use outboard::domain::Workspace;
use outboard::domain::merge::merge;
use outboard::domain::text::is_clean;
use outboard::view;
use outboard::view::theme::Theme;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, CellWidth};

use crate::corpus;
use crate::file::File;

/// Terminals in which screens are laid out each in its own way.
const SIZES: [(u16, u16); 4] = [(40, 10), (80, 24), (120, 36), (200, 50)];

/// The longest letter in bytes: a family in colours.
const LONGEST_LETTER: usize = 64;

/// Somebody at the screens.
struct Person {
    model: Model,
    screen: Terminal<TestBackend>,
}

impl Person {
    fn at(workspace: Workspace, (width, height): (u16, u16)) -> Self {
        let model = Model::new(workspace, Area::of_size(width, height), now());
        let screen = Terminal::new(TestBackend::new(width, height)).expect("a screen in memory");
        Self { model, screen }
    }

    /// Before a workspace with a text wherever one can stand.
    fn before(text: &str, size: (u16, u16)) -> Self {
        let opened = File::of(&corpus::file(text)).opened();
        Self::at(opened.workspace, size)
    }

    fn takes(&mut self, msg: Msg) -> &mut Self {
        update(&mut self.model, msg, now());
        self
    }

    fn keys(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            self.takes(Msg::Key(key.parse().expect("a key")));
        }
        self
    }

    fn mouse(&mut self, kind: MouseKind, x: u16, y: u16) -> &mut Self {
        self.takes(Msg::Mouse(Mouse { kind, x, y }))
    }

    /// What the screen shows.
    fn sees(&mut self) -> Buffer {
        let model = &self.model;
        let drawn = self
            .screen
            .draw(|frame| view::draw(frame, model, &Theme::terminal()));
        drawn
            .expect("drawing in memory does not fail")
            .buffer
            .clone()
    }
}

/// What is wrong with the letters on a screen.
fn flaws(buffer: &Buffer) -> Vec<String> {
    let mut flaws = Vec::new();
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let letter = buffer[(x, y)].symbol();
            let flaw = flaw(buffer, (x, y));
            flaws.extend(flaw.map(|flaw| format!("({x}, {y}) {letter:?} {flaw}")));
            x += letter.cell_width().max(1);
        }
    }
    flaws
}

/// Why a terminal would show something else than what stands in a cell.
fn flaw(buffer: &Buffer, (x, y): (u16, u16)) -> Option<String> {
    let letter = buffer[(x, y)].symbol();
    let end = x + letter.cell_width();
    let is_shown = |c| is_clean(c) && c != '\n';
    if !letter.chars().all(is_shown) || letter.len() > LONGEST_LETTER {
        return Some("is no letter to be shown".to_owned());
    }
    if end == x {
        return Some("takes no cell".to_owned());
    }
    if end > buffer.area.width {
        return Some("goes over the edge".to_owned());
    }
    let mut behind = (x + 1..end).map(|x| buffer[(x, y)].symbol());
    let hidden = behind.find(|symbol| *symbol != " ")?;
    Some(format!("hides {hidden:?}"))
}

fn now() -> Now {
    Now {
        millis: 0,
        today: "2026-11-22".parse().expect("a date"),
        time: Time {
            hour: 14,
            minute: 2,
        },
    }
}

/// The cells in which a sign stands that borders are made of.
fn borders(buffer: &Buffer) -> Vec<(u16, u16, &str)> {
    const SIGNS: [&str; 5] = ["│", "╭", "╮", "╰", "╯"];
    let cells = (0..buffer.area.height).flat_map(|y| (0..buffer.area.width).map(move |x| (x, y)));
    let signs = cells.map(|(x, y)| (x, y, buffer[(x, y)].symbol()));
    signs.filter(|(.., sign)| SIGNS.contains(sign)).collect()
}

/// What one can press on a screen, each from its start: the keys of every action, one after another.
fn everything(contexts: &[Context]) -> impl Iterator<Item = &'static str> {
    let all = command::all().filter(|(group, _)| contexts.contains(&group.context));
    all.filter_map(|(_, command)| command.keys.first().copied())
}

/// The screens, the keys that lead there, and where their own actions are.
const SCREENS: [(&str, &[Context]); 4] = [
    ("1", &[Context::Board, Context::Going, Context::Global]),
    ("1 enter", &[Context::Card, Context::Going]),
    ("2", &[Context::Roadmap, Context::Going]),
    ("2 v", &[Context::Roadmap]),
];

/// The corners at which a border begins that is not whole.
fn broken_frames(buffer: &Buffer) -> Vec<(u16, u16)> {
    let sign = |x, y| buffer.cell((x, y)).map_or("", |cell| cell.symbol());
    let is_whole = |&(x, y): &(u16, u16)| {
        let bottom = (y + 1..buffer.area.height)
            .find(|&y| sign(x, y) != "│")
            .unwrap_or(y);
        let right = (x + 1..buffer.area.width)
            .find(|&x| sign(x, bottom) != "─")
            .unwrap_or(x);
        let is_right_whole = (y + 1..bottom).all(|y| sign(right, y) == "│");
        let corners = [sign(x, bottom), sign(right, bottom), sign(right, y)];
        corners == ["╰", "╯", "╮"] && is_right_whole
    };
    let corners = borders(buffer).into_iter();
    let corners = corners.filter(|(.., sign)| *sign == "╭");
    let mut corners: Vec<_> = corners.map(|(x, y, _)| (x, y)).collect();
    corners.retain(|corner| !is_whole(corner));
    corners
}

/// What is seen on a screen, and after each of its actions, of a workspace with a text everywhere.
fn seen(text: &str, size: (u16, u16)) -> Vec<(String, Buffer)> {
    let workspace = File::of(&corpus::file(text)).opened().workspace;
    let mut seen = Vec::new();
    for (there, contexts) in SCREENS {
        for keys in everything(contexts) {
            let mut person = Person::at(workspace.clone(), size);
            let buffer = person.keys(there).keys(keys).sees();
            seen.push((format!("{size:?}: {there} and then {keys}"), buffer));
        }
    }
    seen
}

#[test]
fn every_action_of_every_screen_shows_whole_letters_in_whole_borders() {
    for size in SIZES {
        for (after, buffer) in seen(&corpus::together(), size) {
            assert_eq!(flaws(&buffer), [""; 0], "{after}");
            assert_eq!(broken_frames(&buffer), [], "{after}");
        }
    }
}

#[test]
fn short_texts_of_any_letters_leave_every_border_where_it_is() {
    for size in [(80, 24), (150, 40)] {
        let plain = seen("Plain", size);
        for text in ["a顧客 b顧", "👨‍👩‍👧‍👦", "e\u{301}ｶﾞ", "שלום", "  ", ""]
        {
            for ((after, plain), (_, odd)) in plain.iter().zip(seen(text, size)) {
                assert_eq!(flaws(&odd), [""; 0], "{text:?}, {after}");
                assert_eq!(borders(&odd), borders(plain), "{text:?}, {after}");
            }
        }
    }
}

#[test]
fn each_odd_text_alone_is_whole_on_every_screen() {
    const TOUR: [&str; 13] = [
        "1", "right", "enter", "e", "esc esc", "t", "down", "esc esc", "2", "v", "v", "e", "esc b",
    ];
    for (name, text) in corpus::all_texts() {
        for size in [(40, 10), (150, 36)] {
            let mut person = Person::before(&text, size);
            for keys in TOUR {
                let buffer = person.keys(keys).sees();
                assert_eq!(flaws(&buffer), [""; 0], "{name}, {size:?}, {keys}");
                assert_eq!(broken_frames(&buffer), [], "{name}, {size:?}, {keys}");
            }
        }
    }
}

#[test]
fn what_was_changed_on_both_sides_is_told_in_whole_letters() {
    let with = |text: &str| File::of(&corpus::file(text)).opened().workspace;
    let (base, theirs) = (with("Base"), with("Theirs"));
    for (name, text) in corpus::all_texts().into_iter().chain(corpus::long()) {
        let ours = with(&text);
        let merged = merge(&base, &ours, &theirs).expect("they can be put together");
        for size in [(40, 10), (80, 24)] {
            let mut person = Person::at(ours.clone(), size);
            person.takes(Msg::Outside(0, Box::new(merged.clone())));
            for keys in ["down", "t", "pagedown", "up", "pagedown pagedown"] {
                let buffer = person.keys(keys).sees();
                assert_eq!(flaws(&buffer), [""; 0], "{name}, {size:?}, {keys}");
                assert_eq!(broken_frames(&buffer), [], "{name}, {size:?}, {keys}");
            }
            assert!(
                !person.model.overlays.is_empty(),
                "{name}: nothing to decide"
            );
        }
    }
}

#[test]
fn what_the_mouse_drags_hides_nothing_by_halves() {
    for x in 6..120 {
        let mut person = Person::before("顧客顧客顧客顧客", (120, 36));
        person
            .mouse(MouseKind::Press, 4, 5)
            .mouse(MouseKind::Drag, x, 5);
        assert!(person.model.ui.board.drag().is_some());
        assert_eq!(flaws(&person.sees()), [""; 0], "over column {x}");
    }
}

#[test]
fn texts_as_long_as_a_file_may_hold_are_shown_and_edited() {
    const TOUR: [&str; 11] = [
        "1", "down", "e", "x", "esc", "enter", "e", "x", "esc esc", "2 v", "e",
    ];
    for (name, text) in corpus::long() {
        let mut person = Person::before(&text, (80, 24));
        for keys in TOUR {
            let buffer = person.keys(keys).sees();
            assert_eq!(flaws(&buffer), [""; 0], "{name}, {keys}");
            assert_eq!(broken_frames(&buffer), [], "{name}, {keys}");
        }
    }
}
