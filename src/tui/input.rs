//! What the terminal sends, as events: keys, mouse, pastes, sizes, and that it has the focus.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crossterm::event::{
    Event as Input, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent,
    MouseEventKind, poll, read,
};

use super::Event;
use super::failure::guarded;
use crate::app::key::{Code, KeyPress, Named};
use crate::app::{Mouse, MouseKind, Msg};
use crate::store::fault;

/// The exit status of a program whose terminal was closed, as for SIGHUP.
const HUNG_UP: u8 = 129;

/// The thread that reads the terminal. It waits without a clock, so that it costs nothing while
/// nobody types.
pub(super) struct Keyboard {
    is_stopped: Arc<AtomicBool>,
    /// None once it is stopped.
    #[cfg_attr(not(unix), expect(dead_code, reason = "nothing can wait for it there"))]
    thread: Option<JoinHandle<()>>,
}

impl Keyboard {
    /// Starts the thread. It ends when it is stopped, or when the terminal is gone.
    pub(super) fn listen(sender: Sender<Event>) -> io::Result<Self> {
        // From here on a change of the terminal's size is noticed, before the thread first reads.
        poll(Duration::ZERO)?;
        let is_stopped = Arc::new(AtomicBool::new(false));
        let stop = Arc::clone(&is_stopped);
        let thread = thread::Builder::new()
            .name("input".to_owned())
            .spawn(move || {
                if let Err(error) = guarded(|| hear(&stop, &sender)) {
                    // Where the loop is gone too, nobody is left to tell.
                    let _ = sender.send(Event::Failed(error));
                }
            })?;
        Ok(Self {
            is_stopped,
            thread: Some(thread),
        })
    }

    /// Stops the thread, so that another program has all that is typed from now on.
    ///
    /// The thread waits for the terminal; what wakes it without a key being typed is the signal
    /// that tells of another size. A system without that signal stops it with the next key.
    pub(super) fn stop(&mut self) -> io::Result<()> {
        self.is_stopped.store(true, Ordering::SeqCst);
        #[cfg(unix)]
        if let Some(thread) = self.thread.take() {
            signal_hook::low_level::raise(signal_hook::consts::SIGWINCH)?;
            // A thread that failed has told so, and reads nothing any more either.
            let _ = thread.join();
        }
        Ok(())
    }
}

/// Reads the terminal until it is told to stop.
fn hear(stop: &AtomicBool, sender: &Sender<Event>) {
    while !stop.load(Ordering::SeqCst) {
        let Ok(input) = read() else {
            // Where the loop is gone too, nobody is left to tell.
            let _ = sender.send(Event::End(HUNG_UP));
            return;
        };
        fault::trip("keyboard");
        for event in events(input) {
            if sender.send(event).is_err() {
                return;
            }
        }
    }
}

fn events(input: Input) -> Vec<Event> {
    let messages = match input {
        Input::Key(key) => presses(key).into_iter().map(Msg::Key).collect(),
        Input::Mouse(mouse) => point(mouse).map(Msg::Mouse).into_iter().collect(),
        Input::Paste(text) => vec![Msg::Paste(text)],
        Input::Resize(width, height) => vec![Msg::Resize(width, height)],
        Input::FocusGained => return vec![Event::Focus],
        Input::FocusLost => Vec::new(),
    };
    messages.into_iter().map(Event::Msg).collect()
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
