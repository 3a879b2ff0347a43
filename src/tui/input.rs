//! What the terminal sends, as messages: keys, mouse, pastes, sizes.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use crossterm::event::{
    Event as Input, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent,
    MouseEventKind, poll, read,
};

use super::Event;
use crate::app::key::{Code, KeyPress, Named};
use crate::app::{Mouse, MouseKind, Msg};

/// The exit status of a program whose terminal was closed, as for SIGHUP.
const HUNG_UP: u8 = 129;

/// Starts the thread that reads the terminal. It ends with the program, or when the terminal is gone.
pub(super) fn listen(sender: Sender<Event>) -> io::Result<()> {
    // From here on a change of the terminal's size is noticed, before the thread first reads.
    poll(Duration::ZERO)?;
    let reader = move || {
        loop {
            let Ok(input) = read() else {
                // Where the loop is gone too, nobody is left to tell.
                let _ = sender.send(Event::End(HUNG_UP));
                return;
            };
            for msg in messages(input) {
                if sender.send(Event::Msg(msg)).is_err() {
                    return;
                }
            }
        }
    };
    thread::Builder::new()
        .name("input".to_owned())
        .spawn(reader)
        .map(drop)
}

fn messages(input: Input) -> Vec<Msg> {
    match input {
        Input::Key(key) => presses(key).into_iter().map(Msg::Key).collect(),
        Input::Mouse(mouse) => point(mouse).map(Msg::Mouse).into_iter().collect(),
        Input::Paste(text) => vec![Msg::Paste(text)],
        Input::Resize(width, height) => vec![Msg::Resize(width, height)],
        Input::FocusGained | Input::FocusLost => Vec::new(),
    }
}

/// A key, or two: Esc and a letter typed fast arrive as that letter with Alt. No action has such a
/// key, so that they are taken as what they were.
fn presses(key: KeyEvent) -> Vec<KeyPress> {
    let Some(press) = press(key) else {
        return Vec::new();
    };
    let is_typed = matches!(
        press.code,
        Code::Char(_) | Code::Named(Named::Enter | Named::Tab)
    );
    if press.alt && is_typed {
        let esc = KeyPress::plain(Code::Named(Named::Esc));
        return vec![
            esc,
            KeyPress {
                alt: false,
                ..press
            },
        ];
    }
    vec![press]
}

/// A key that goes down or repeats; some terminals also tell when it comes up.
fn press(key: KeyEvent) -> Option<KeyPress> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    let has = |modifier| key.modifiers.contains(modifier);
    if key.code == KeyCode::Char('j') && has(KeyModifiers::CONTROL) {
        // What Enter sends when it is typed before the terminal is ours: a line feed.
        return Some(KeyPress::plain(Code::Named(Named::Enter)));
    }
    let code = code(key.code)?;
    Some(KeyPress {
        code,
        ctrl: has(KeyModifiers::CONTROL),
        alt: has(KeyModifiers::ALT),
        shift: match code {
            Code::Char(_) => false,
            Code::F(_) | Code::Named(_) => has(KeyModifiers::SHIFT) || key.code == KeyCode::BackTab,
        },
    })
}

fn code(code: KeyCode) -> Option<Code> {
    Some(match code {
        KeyCode::Char(letter) => Code::Char(letter),
        KeyCode::F(number) => Code::F(number),
        KeyCode::Enter => Code::Named(Named::Enter),
        KeyCode::Esc => Code::Named(Named::Esc),
        KeyCode::Tab | KeyCode::BackTab => Code::Named(Named::Tab),
        KeyCode::Backspace => Code::Named(Named::Backspace),
        KeyCode::Delete => Code::Named(Named::Delete),
        KeyCode::Insert => Code::Named(Named::Insert),
        KeyCode::Up => Code::Named(Named::Up),
        KeyCode::Down => Code::Named(Named::Down),
        KeyCode::Left => Code::Named(Named::Left),
        KeyCode::Right => Code::Named(Named::Right),
        KeyCode::Home => Code::Named(Named::Home),
        KeyCode::End => Code::Named(Named::End),
        KeyCode::PageUp => Code::Named(Named::PageUp),
        KeyCode::PageDown => Code::Named(Named::PageDown),
        _ => return None,
    })
}

fn point(mouse: MouseEvent) -> Option<Mouse> {
    let kind = match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => MouseKind::Press,
        MouseEventKind::Drag(MouseButton::Left) => MouseKind::Drag,
        MouseEventKind::Up(MouseButton::Left) => MouseKind::Release,
        MouseEventKind::ScrollUp => MouseKind::WheelUp,
        MouseEventKind::ScrollDown => MouseKind::WheelDown,
        _ => return None,
    };
    Some(Mouse {
        kind,
        x: mouse.column,
        y: mouse.row,
    })
}
