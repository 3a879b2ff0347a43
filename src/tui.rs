//! The terminal: sets it up and restores it whatever happens, turns what it sends into messages,
//! draws frames and carries out effects.
//!
//! There are five threads and one channel. The loop's thread alone has the model; one reads the
//! terminal, one the signals, one saves ([`Saver`]), and one measures how sure rankings are. The loop waits for an event, takes all that
//! have come, updates for each and draws once. Nothing is drawn while nothing happens.

mod clock;
mod ears;
mod input;
mod looking;
mod measurer;
mod own_editor;
mod screen;
#[cfg(unix)]
mod signals;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, Sender, channel};

use anyhow::{Context, Result};

use crate::app::geometry::Area;
use crate::app::update::update;
use crate::app::{Effect, Model, Msg, NotSaved, Remedy};
use crate::domain::Workspace;
use crate::store::{Opened, Places, Report, SaveError, Saver};
use crate::view::theme::Theme;
use clock::Clock;
use ears::Ears;
use measurer::Measurer;
use screen::Screen;

pub use looking::{Choice, Look, look_at};
pub(crate) use own_editor::OwnEditor;

/// What the terminal shows when it starts.
#[derive(Debug)]
pub struct Start {
    /// The workspace.
    pub opened: Opened,
    /// What is said first, if anything.
    pub greeting: Option<String>,
}

/// What comes to the loop from the other threads.
#[derive(Debug)]
enum Event {
    /// For the model.
    Msg(Msg),
    /// A save was tried.
    Report(Report),
    /// The person has come to this terminal.
    Focus,
    /// The shell wants the terminal for a while.
    Suspend,
    /// The system wants the program to end, with this exit status.
    End(u8),
}

/// Whether the loop goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Flow {
    On,
    /// The program ends, with this exit status.
    Leave(u8),
    /// What is to be done about a file that can't be read.
    Choose(Choice),
}

/// Shows a workspace in the terminal until the person leaves or the system ends the program.
///
/// # Errors
/// When the terminal can't be used, or the last changes could not be saved.
pub fn run(start: Start) -> Result<ExitCode> {
    let mut desk = Desk::new(start)?;
    let left = desk.work();
    // A terminal that is gone must not take the last changes along: they are saved before it is told.
    desk.close()?;
    match left? {
        Flow::Leave(status) => Ok(ExitCode::from(status)),
        // Only where a file can't be read there is a choice.
        Flow::On | Flow::Choose(_) => Ok(ExitCode::SUCCESS),
    }
}

/// All that the loop has at hand.
struct Desk {
    screen: Screen,
    model: Model,
    theme: Theme,
    clock: Clock,
    /// None where what is shown must not be written.
    saver: Option<Saver>,
    /// The file that was opened.
    path: PathBuf,
    measurer: Measurer,
    ears: Ears,
    sender: Sender<Event>,
    events: Receiver<Event>,
}

impl Desk {
    fn new(start: Start) -> Result<Self> {
        let mut desk = Self::open(start.opened.path.clone(), start.opened.workspace.clone())?;
        let shelter = Places::of_user().ok().map(|places| places.data);
        let reports = desk.sender.clone();
        desk.saver = Some(Saver::start(start.opened, shelter, move |report| {
            // The loop is gone only when the program ends: nobody is left to tell.
            let _ = reports.send(Event::Report(report));
        }));
        desk.begin(start.greeting)
    }

    /// Takes the terminal to show the workspace of a file.
    fn open(path: PathBuf, workspace: Workspace) -> Result<Self> {
        let (sender, events) = channel();
        let clock = Clock::start();
        let screen = Screen::enter().context("The terminal can't be used")?;
        // Before the size is asked for, so that no change of it is missed.
        let ears = Ears::open(sender.clone())?;
        let (width, height) = screen::size();
        let area = Area::of_size(width, height);
        let model = Model::new(workspace, area, clock.now());
        let results = sender.clone();
        let measurer = Measurer::start(move |measured| {
            // The loop is gone only when the program ends: nobody is left to tell.
            let _ = results.send(Event::Msg(Msg::Measured(measured)));
        })?;
        Ok(Self {
            screen,
            model,
            theme: theme(),
            clock,
            saver: None,
            path,
            measurer,
            ears,
            sender,
            events,
        })
    }

    /// Says what there is to say, and draws the first frame.
    fn begin(mut self, greeting: Option<String>) -> Result<Self> {
        if let Some(greeting) = greeting {
            self.tell(Msg::Tell(greeting));
        }
        self.draw()?;
        Ok(self)
    }

    /// The loop.
    fn work(&mut self) -> Result<Flow> {
        loop {
            let Ok(first) = self.events.recv() else {
                return Ok(Flow::Leave(0));
            };
            let waiting: Vec<Event> = self.events.try_iter().collect();
            for event in std::iter::once(first).chain(waiting) {
                match self.take(event)? {
                    Flow::On => {}
                    left => return Ok(left),
                }
            }
            self.draw()?;
        }
    }

    fn take(&mut self, event: Event) -> Result<Flow> {
        match event {
            Event::Msg(msg) => {
                if matches!(msg, Msg::Resize(..)) {
                    self.screen.forget()?;
                }
                self.pass(msg)
            }
            Event::Report(Report::Saved {
                revision,
                dropped_comments,
                kept,
            }) => {
                if dropped_comments > 0 {
                    self.tell(Msg::Tell(dropped(dropped_comments)));
                }
                if let Some(copy) = kept {
                    let told = format!("Their version is kept as {}", copy.display());
                    self.tell(Msg::Tell(told));
                }
                self.pass(Msg::Saved(revision))
            }
            Event::Report(Report::Failed { error, .. }) => {
                self.pass(Msg::NotSaved(failure(&error)))
            }
            Event::Focus => Ok(Flow::On),
            Event::Suspend => self.suspend(),
            Event::End(status) => Ok(Flow::Leave(status)),
        }
    }

    /// Updates the model and carries out what it asks for.
    fn pass(&mut self, msg: Msg) -> Result<Flow> {
        for effect in update(&mut self.model, msg, self.clock.now()) {
            match effect {
                Effect::Save(deed, revision) => self.with_saver(|s| s.save(deed, revision)),
                Effect::SaveAgain => self.with_saver(Saver::retry),
                Effect::SaveAnyway => self.with_saver(Saver::save_anyway),
                Effect::SaveElsewhere => self.save_elsewhere(),
                Effect::Measure(asked) => {
                    let workspace = self.model.workspace().clone();
                    self.measurer.measure(workspace, asked);
                }
                Effect::CaptureMouse(is_captured) => self.screen.capture_mouse(is_captured)?,
                Effect::Redraw => self.screen.forget()?,
                Effect::Suspend => self.suspend().map(drop)?,
                Effect::Quit => return Ok(Flow::Leave(0)),
                Effect::EditFile(line) => return self.edit_file(line),
                Effect::Restore(id) => return Ok(Flow::Choose(Choice::Restore(id))),
                Effect::GiveUp => return Ok(Flow::Choose(Choice::GiveUp)),
            }
        }
        Ok(Flow::On)
    }

    /// Has everything saved into the user's own folder, which becomes the workspace used last.
    fn save_elsewhere(&mut self) {
        let found = Places::of_user()
            .map_err(|error| error.to_string())
            .and_then(|places| {
                let path = places
                    .refuge(&self.path)
                    .map_err(|error| error.to_string())?;
                Ok((places, path))
            });
        let told = match found {
            Ok((places, path)) => {
                self.with_saver(|saver| saver.save_as(path.clone()));
                // A list of recent workspaces that can't be written loses nothing.
                let _ = places.remember(&path);
                format!("From now on this workspace is {}", path.display())
            }
            Err(why) => format!("There is no other place either: {why}"),
        };
        self.tell(Msg::Tell(told));
    }

    fn with_saver(&self, ask: impl FnOnce(&Saver)) {
        if let Some(saver) = &self.saver {
            ask(saver);
        }
    }

    /// A message that asks for nothing outside.
    fn tell(&mut self, msg: Msg) {
        let effects = update(&mut self.model, msg, self.clock.now());
        debug_assert!(effects.is_empty(), "being told something asks for nothing");
    }

    fn draw(&mut self) -> Result<()> {
        let Self {
            screen,
            model,
            theme,
            ..
        } = self;
        screen
            .draw(|frame| crate::view::draw(frame, model, theme))
            .context("The terminal can't be written to")
    }

    #[cfg(unix)]
    fn suspend(&mut self) -> Result<Flow> {
        screen::leave();
        signals::stop()?;
        self.screen
            .enter_again()
            .context("The terminal can't be used again")?;
        let (width, height) = screen::size();
        self.pass(Msg::Resize(width, height))
    }

    #[cfg(not(unix))]
    fn suspend(&mut self) -> Result<Flow> {
        self.pass(Msg::Tell(
            "This system has no way to suspend a program".to_owned(),
        ))
    }

    /// Waits for the last save, gives the terminal back, and says if something is not in the file.
    fn close(self) -> Result<()> {
        let Self { screen, saver, .. } = self;
        let last = saver.and_then(Saver::finish);
        drop(screen);
        match last {
            Some(Report::Failed { error, kept, .. }) => {
                let place = kept.map_or_else(
                    || "The last changes are not in the file".to_owned(),
                    |copy| {
                        format!(
                            "The last changes are not in the file, but kept in {}",
                            copy.display()
                        )
                    },
                );
                Err(error).context(place)
            }
            Some(Report::Saved { .. }) | None => Ok(()),
        }
    }
}

fn theme() -> Theme {
    let has_colour = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    if has_colour {
        Theme::terminal()
    } else {
        Theme::colourless()
    }
}

fn failure(error: &SaveError) -> NotSaved {
    let remedy = match error {
        SaveError::ChangedOutside(_) => Remedy::KeepBoth,
        SaveError::Exists(_)
        | SaveError::NotAFile { .. }
        | SaveError::Misread { .. }
        | SaveError::Trouble { .. } => Remedy::TryAgain,
    };
    NotSaved {
        why: error.to_string(),
        remedy,
    }
}

fn dropped(comments: usize) -> String {
    let (what, were) = if comments == 1 {
        ("A comment", "was")
    } else {
        ("Comments", "were")
    };
    format!("{what} inside what was edited {were} dropped from the file")
}
