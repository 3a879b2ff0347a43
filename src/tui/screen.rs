//! The terminal's modes and its cells. Whatever ends the program, the modes are undone: by the end
//! of a [`Screen`], when the program fails (see `failure`), or by [`leave`].
//!
//! A frame is one write inside a synchronized update, so that nobody sees half of it.

use std::cell::RefCell;
use std::io::{self, Stdout, Write, stdout};
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::Show;
use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste,
    EnableFocusChange, EnableMouseCapture,
};
use crossterm::style::force_color_output;
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, DisableLineWrap, EnableLineWrap,
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use crossterm::{execute, queue};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};

use super::failure::report_failures;

/// Whether the terminal is ours, and has to be given back.
static IS_OURS: AtomicBool = AtomicBool::new(false);

/// The terminal while it is ours.
pub(super) struct Screen {
    terminal: Terminal<CrosstermBackend<Bytes>>,
    bytes: Bytes,
    out: Stdout,
}

/// The bytes of a frame. Several parts of the library flush in between; only [`Screen::draw`] sends.
#[derive(Clone, Default)]
struct Bytes(Rc<RefCell<Vec<u8>>>);

impl Write for Bytes {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Screen {
    /// Takes the terminal.
    pub(super) fn enter() -> io::Result<Self> {
        // With NO_COLOR the library would end every style change with a reset of bold and reverse;
        // the theme leaves colours out by itself.
        force_color_output(true);
        report_failures();
        IS_OURS.store(true, Ordering::SeqCst);
        let entered = Self::set_up();
        if entered.is_err() {
            leave();
        }
        entered
    }

    /// Takes the terminal again after [`leave`] gave it back.
    pub(super) fn enter_again(&mut self) -> io::Result<()> {
        IS_OURS.store(true, Ordering::SeqCst);
        set_modes(&mut self.out)?;
        self.forget()
    }

    fn set_up() -> io::Result<Self> {
        let mut out = stdout();
        set_modes(&mut out)?;
        let bytes = Bytes::default();
        let terminal = blank(&bytes, size())?;
        Ok(Self {
            terminal,
            bytes,
            out,
        })
    }

    /// Draws a frame and sends what is different from the one before.
    pub(super) fn draw(&mut self, render: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        queue!(self.bytes, BeginSynchronizedUpdate)?;
        self.terminal.draw(render)?;
        queue!(self.bytes, EndSynchronizedUpdate)?;
        let frame = self.bytes.0.take();
        self.out.write_all(&frame)?;
        self.out.flush()
    }

    /// Forgets what the terminal shows, so that the next frame sends every cell of the size that the
    /// terminal has by then.
    ///
    /// The library's own `clear` and `resize` ask the terminal where its cursor is and wait for the
    /// answer, for two seconds where none comes: so they are never called.
    pub(super) fn forget(&mut self) -> io::Result<()> {
        queue!(self.bytes, Clear(ClearType::All))?;
        self.terminal = blank(&self.bytes, size())?;
        Ok(())
    }

    /// Takes the mouse, or leaves it to the terminal.
    pub(super) fn capture_mouse(&mut self, is_captured: bool) -> io::Result<()> {
        if is_captured {
            execute!(self.out, EnableMouseCapture)
        } else {
            execute!(self.out, DisableMouseCapture)
        }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        leave();
    }
}

/// How many columns and rows the terminal has; 80 × 24 where it does not say.
pub(super) fn size() -> (u16, u16) {
    crossterm::terminal::size().unwrap_or((80, 24))
}

/// A terminal of a size, of which nothing is drawn yet.
fn blank(
    bytes: &Bytes,
    (width, height): (u16, u16),
) -> io::Result<Terminal<CrosstermBackend<Bytes>>> {
    let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
    let backend = CrosstermBackend::new(bytes.clone());
    Terminal::with_options(backend, TerminalOptions { viewport })
}

/// Rows don't wrap: what a terminal draws wider than it was measured stays in its row.
fn set_modes(out: &mut Stdout) -> io::Result<()> {
    enable_raw_mode()?;
    execute!(
        out,
        EnterAlternateScreen,
        DisableLineWrap,
        EnableBracketedPaste,
        EnableFocusChange,
        EnableMouseCapture
    )
}

/// Whether the terminal is ours; if not, another program may have it.
#[cfg(unix)]
pub(super) fn is_ours() -> bool {
    IS_OURS.load(Ordering::SeqCst)
}

/// Gives the terminal back: its modes, its screen, its cursor. Does nothing where it is not ours.
pub(super) fn leave() {
    if !IS_OURS.swap(false, Ordering::SeqCst) {
        return;
    }
    // A terminal that is gone can't be restored, and has no need to be.
    let _ = execute!(
        stdout(),
        EndSynchronizedUpdate,
        DisableMouseCapture,
        DisableFocusChange,
        DisableBracketedPaste,
        EnableLineWrap,
        LeaveAlternateScreen,
        Show
    );
    let _ = disable_raw_mode();
}
