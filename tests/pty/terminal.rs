//! The real binary in a pseudo-terminal, and what a person would see of it. It never sleeps: it
//! waits until the screen shows what is expected, or fails with the screen.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_outboard");

/// How long a screen may take before a test fails.
const PATIENCE: Duration = Duration::from_secs(20);

/// A workspace of two stages with nothing in them.
#[cfg(unix)]
pub(crate) const PLAN: &str = "(
    format: 1,
    name: \"Plan\",
    stages: [
        (id: \"one\", name: \"One\", purchase: Before),
        (id: \"two\", name: \"Two\", purchase: After),
    ],
)
";

/// A home of its own for a test, gone afterwards.
pub(crate) struct Home(TempDir);

impl Home {
    pub(crate) fn empty() -> Self {
        Self(tempfile::tempdir().expect("a folder for the test"))
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// A workspace file in it, with the sample in it.
    pub(crate) fn sample(&self) -> PathBuf {
        let path = self.path().join("crm.ron");
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample/crm.ron");
        std::fs::copy(sample, &path).expect("the sample is copied");
        path
    }

    /// A workspace file in it, of two stages with nothing in them.
    #[cfg(unix)]
    pub(crate) fn plan(&self) -> PathBuf {
        let path = self.path().join("plan.ron");
        std::fs::write(&path, PLAN).expect("the plan is written");
        path
    }
}

/// A terminal with the program in it.
pub(crate) struct Terminal {
    /// None once the window is closed.
    master: Option<Box<dyn MasterPty + Send>>,
    keyboard: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    /// Everything that the program has written.
    pub(crate) bytes: Vec<u8>,
}

impl Terminal {
    /// Starts the program with arguments, in a terminal of so many columns and rows.
    pub(crate) fn start(home: &Home, size: (u16, u16), arguments: &[&str]) -> Self {
        Self::start_with(home, size, arguments, &[])
    }

    /// The same, with more in its environment.
    pub(crate) fn start_with(
        home: &Home,
        size: (u16, u16),
        arguments: &[&str],
        environment: &[(&str, &str)],
    ) -> Self {
        let mut command = CommandBuilder::new(PROGRAM);
        command.args(arguments);
        settle(&mut command, home);
        for (name, value) in environment {
            command.env(name, value);
        }
        Self::run(command, size)
    }

    /// Starts the program by another one, which becomes it or looks on.
    pub(crate) fn start_by(
        other: &[&str],
        home: &Home,
        size: (u16, u16),
        arguments: &[&str],
    ) -> Self {
        let mut command = CommandBuilder::new(other[0]);
        command.args(&other[1..]);
        command.arg(PROGRAM);
        command.args(arguments);
        settle(&mut command, home);
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        Self::run(command, size)
    }

    fn run(command: CommandBuilder, (columns, rows): (u16, u16)) -> Self {
        let pair = native_pty_system()
            .openpty(pty_size(columns, rows))
            .expect("a pseudo-terminal");
        let child = pair
            .slave
            .spawn_command(command)
            .expect("the program starts");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("its output");
        let keyboard = pair.master.take_writer().expect("its input");
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 8_192];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let screen = vt100::Parser::new(
            rows.try_into().expect("rows"),
            columns.try_into().expect("columns"),
            0,
        );
        Self {
            master: Some(pair.master),
            keyboard,
            child,
            output,
            screen,
            bytes: Vec::new(),
        }
    }

    /// What the screen shows, row by row.
    pub(crate) fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// The rows and columns of the cells in which a text that the screen shows begins.
    pub(crate) fn cells_of(&self, text: &str) -> Vec<(u16, u16)> {
        let screen = self.screen.screen();
        let (rows, columns) = screen.size();
        let cells = (0..rows.get()).flat_map(|row| (0..columns.get()).map(move |c| (row, c)));
        let begins = |&(row, column): &(u16, u16)| {
            let rest = screen.contents_between(row, column, row, columns.get());
            rest.starts_with(text)
        };
        cells.filter(begins).collect()
    }

    /// Whether the program has the alternate screen.
    pub(crate) fn is_alternate(&self) -> bool {
        self.screen.screen().alternate_screen()
    }

    /// Whether a cell has a colour other than the terminal's own.
    pub(crate) fn has_colour(&self) -> bool {
        let screen = self.screen.screen();
        let (rows, columns) = screen.size();
        let cells =
            (0..rows.get()).flat_map(|row| (0..columns.get()).map(move |column| (row, column)));
        let mut cells = cells.filter_map(|(row, column)| screen.cell(row, column));
        let own = vt100::Color::Default;
        cells.any(|cell| cell.fgcolor() != own || cell.bgcolor() != own)
    }

    /// Whether the cursor is hidden.
    pub(crate) fn hides_cursor(&self) -> bool {
        self.screen.screen().hide_cursor()
    }

    /// Types text; `<enter>`, `<esc>`, `<tab>`, `<s-right>` and the like are keys.
    pub(crate) fn types(&mut self, keys: &str) -> &mut Self {
        let mut bytes = String::new();
        let mut rest = keys;
        while let Some(start) = rest.find('<') {
            let end = start + rest[start..].find('>').expect("a key ends with >");
            bytes.push_str(&rest[..start]);
            bytes.push_str(key(&rest[start + 1..end]));
            rest = &rest[end + 1..];
        }
        bytes.push_str(rest);
        self.sends(bytes.as_bytes())
    }

    /// Sends bytes as they are.
    pub(crate) fn sends(&mut self, bytes: &[u8]) -> &mut Self {
        self.keyboard
            .write_all(bytes)
            .expect("the program reads its input");
        self.keyboard.flush().expect("the program reads its input");
        self
    }

    /// Pastes as a terminal does.
    pub(crate) fn pastes(&mut self, text: &str) -> &mut Self {
        self.sends(format!("\x1b[200~{text}\x1b[201~").as_bytes())
    }

    /// Gives the terminal another size. It shows nothing then until the program draws it anew.
    pub(crate) fn resizes(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.screen = vt100::Parser::new(
            rows.try_into().expect("rows"),
            columns.try_into().expect("columns"),
            0,
        );
        let master = self.master.as_ref().expect("the window is open");
        master
            .resize(pty_size(columns, rows))
            .expect("another size");
        self
    }

    /// Waits until the screen shows a text.
    #[track_caller]
    pub(crate) fn shows(&mut self, text: &str) -> &mut Self {
        self.waits(&format!("shows {text:?}"), |terminal| {
            terminal.text().contains(text)
        })
    }

    /// Waits until the screen no longer shows a text.
    #[track_caller]
    pub(crate) fn hides(&mut self, text: &str) -> &mut Self {
        self.waits(&format!("hides {text:?}"), |terminal| {
            !terminal.text().contains(text)
        })
    }

    #[track_caller]
    fn waits(&mut self, for_what: &str, is_so: impl Fn(&Self) -> bool) -> &mut Self {
        while !is_so(self) {
            match self.output.recv_timeout(PATIENCE) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    panic!("the screen never {for_what}:\n{}", self.text())
                }
            }
        }
        self
    }

    /// Waits for the next piece of what the program writes.
    #[cfg(unix)]
    #[track_caller]
    pub(crate) fn takes_a_piece(&mut self) {
        let Ok(bytes) = self.output.recv_timeout(PATIENCE) else {
            panic!("nothing more is drawn:\n{}", self.text());
        };
        self.take(&bytes);
    }

    fn take(&mut self, bytes: &[u8]) {
        self.screen.process(bytes);
        self.bytes.extend_from_slice(bytes);
    }

    /// Sends the program a signal by its name.
    #[cfg(unix)]
    pub(crate) fn signals(&mut self, name: &str) -> &mut Self {
        let id = self.child.process_id().expect("it runs").to_string();
        let sent = std::process::Command::new("kill")
            .args([&format!("-{name}"), &id])
            .status();
        assert!(sent.expect("kill runs").success());
        self
    }

    /// Waits until the program is stopped, as the system tells.
    #[cfg(unix)]
    #[track_caller]
    pub(crate) fn stops(&mut self) -> &mut Self {
        let id = self.child.process_id().expect("it runs").to_string();
        let state = || {
            let told = std::process::Command::new("ps")
                .args(["-o", "stat=", "-p", &id])
                .output();
            told.expect("ps runs").stdout
        };
        let stopped = std::iter::repeat_with(state).take(5_000);
        assert!(
            stopped.into_iter().any(|state| state.starts_with(b"T")),
            "it never stopped"
        );
        self
    }

    /// Waits until the program has ended, and gives its exit status.
    #[track_caller]
    pub(crate) fn ends(&mut self) -> u32 {
        loop {
            match self.output.recv_timeout(PATIENCE) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("it never ended:\n{}", self.text()),
            }
        }
        self.child.wait().expect("it has ended").exit_code()
    }

    /// Closes the window while the program draws, and waits until it has ended.
    pub(crate) fn closes(&mut self) {
        // The thread that reads lets go of its end when nobody takes what comes next.
        self.output = channel().1;
        self.types(&"<down><up>".repeat(20));
        self.keyboard = Box::new(std::io::sink());
        self.master = None;
        self.child.wait().expect("it has ended");
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // Most have ended by themselves; a test that failed leaves one behind.
        let _ = self.child.kill();
    }
}

/// Gives a command the home and nothing else of this process.
fn settle(command: &mut CommandBuilder, home: &Home) {
    command.env_clear();
    command.cwd(home.path());
    for (name, value) in [
        ("HOME", home.path().to_str().expect("a path")),
        ("TERM", "xterm-256color"),
        ("LANG", "C.UTF-8"),
    ] {
        command.env(name, value);
    }
}

fn pty_size(cols: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn key(name: &str) -> &'static str {
    match name {
        "enter" => "\r",
        "esc" => "\x1b",
        "tab" => "\t",
        "s-tab" => "\x1b[Z",
        "up" => "\x1b[A",
        "down" => "\x1b[B",
        "right" => "\x1b[C",
        "left" => "\x1b[D",
        "s-up" => "\x1b[1;2A",
        "s-down" => "\x1b[1;2B",
        "s-right" => "\x1b[1;2C",
        "s-left" => "\x1b[1;2D",
        "home" => "\x1b[H",
        "end" => "\x1b[F",
        "del" => "\x1b[3~",
        "backspace" => "\x7f",
        "c-s" => "\x13",
        "c-u" => "\x15",
        other => panic!("no key is called {other}"),
    }
}
