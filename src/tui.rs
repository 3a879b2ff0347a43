//! The terminal: sets it up and restores it whatever happens, turns what it sends into messages,
//! draws frames and carries out effects.
//!
//! There are five threads and one channel. The loop's thread alone has the model; one reads the
//! terminal, one the signals, one saves
//! ([`Saver`]) or follows the file, and one measures how sure rankings are. The loop waits for an event, takes all that
//! have come, updates for each and draws once. Nothing is drawn while nothing happens; only a timer
//! that is shown wakes the loop, once a second.

mod clock;
mod ears;
mod failure;
mod input;
mod keeper;
mod looking;
mod looks;
mod measurer;
mod own_editor;
mod screen;
#[cfg(unix)]
mod signals;
mod surveys;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};

use anyhow::{Context, Result};

use crate::app::geometry::Area;
use crate::app::update::update;
use crate::app::{Access, Effect, Model, Msg};
use crate::domain::Document;
use crate::store::{Failed, Followed, Held, Places, Report, Saver, fault};
use crate::view::theme::Theme;
use clock::Clock;
use ears::Ears;
use failure::guarded;
use keeper::Keeper;
use measurer::Measurer;
use screen::Screen;

pub use looking::{Choice, Look, look_at};
pub(crate) use own_editor::OwnEditor;

/// What the terminal shows when it starts.
#[derive(Debug)]
pub struct Start {
    /// The workspace.
    pub held: Held,
    /// Why it is only looked at; none where it may be changed.
    pub only_read: Option<String>,
    /// What is said first, if anything.
    pub greeting: Option<String>,
}

/// What comes to the loop from the other threads.
#[derive(Debug)]
enum Event {
    /// For the model.
    Msg(Msg),
    /// Whoever saves has something to tell.
    Report(Report),
    /// Whoever follows the file at a path has something to tell.
    Followed(Followed, PathBuf),
    /// The person has come to this terminal.
    Focus,
    /// The shell wants the terminal for a while.
    Suspend,
    /// The system wants the program to end, with this exit status.
    End(u8),
    /// A thread that nothing goes without has failed.
    Failed(anyhow::Error),
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
    let left = guarded(|| desk.work()).flatten();
    // A terminal that is gone, or a fault, must not take the last changes along: they are saved
    // before it is told.
    let path = desk.path.clone();
    let closed = desk.close();
    match told(left, closed, &path)? {
        Flow::Leave(status) => Ok(ExitCode::from(status)),
        // Only where a file can't be read there is a choice.
        Flow::On | Flow::Choose(_) => Ok(ExitCode::SUCCESS),
    }
}

/// How the loop was left; where something failed, with what became of the last changes.
fn told(left: Result<Flow>, closed: Result<()>, path: &Path) -> Result<Flow> {
    match (left, closed) {
        (Ok(flow), Ok(())) => Ok(flow),
        (Ok(_), Err(unsaved)) => Err(unsaved),
        (Err(failed), Ok(())) => {
            let path = path.display();
            Err(failed.context(format!("Everything that you did is saved in {path}")))
        }
        (Err(failed), Err(unsaved)) => Err(unsaved.context(format!("{failed:#}"))),
    }
}

/// All that the loop has at hand.
struct Desk {
    screen: Screen,
    model: Model,
    theme: Theme,
    clock: Clock,
    keeper: Keeper,
    /// The file that was opened.
    path: PathBuf,
    measurer: Measurer,
    ears: Ears,
    sender: Sender<Event>,
    events: Receiver<Event>,
}

impl Desk {
    fn new(start: Start) -> Result<Self> {
        let path = start.held.opened.path.clone();
        let mut desk = Self::open(path, start.held.document.clone())?;
        let reports = desk.sender.clone();
        let conflicts = start.held.conflicts.clone();
        desk.keeper = match start.only_read {
            Some(why) => {
                desk.model.access = Access::ReadOnly(why);
                Keeper::follower(start.held, reports)
            }
            None => Keeper::saver(start.held, &mut desk.model, reports),
        };
        if let Some(conflicts) = conflicts {
            desk.tell(Msg::Conflicts(Box::new(conflicts)));
        }
        desk.begin(start.greeting)
    }

    /// Takes the terminal to show the workspace of a file.
    fn open(path: PathBuf, document: Document) -> Result<Self> {
        let (sender, events) = channel();
        let clock = Clock::start();
        let screen = Screen::enter().context("The terminal can't be used")?;
        // Before the size is asked for, so that no change of it is missed.
        let ears = Ears::open(sender.clone())?;
        let (width, height) = screen::size();
        let area = Area::of_size(width, height);
        let mut model = Model::of(document, area, clock.now());
        model.glyphs = looks::signs();
        let results = sender.clone();
        let measurer = Measurer::start(move |measured| {
            // The loop is gone only when the program ends: nobody is left to tell.
            let _ = results.send(Event::Msg(Msg::Measured(measured)));
        })?;
        Ok(Self {
            screen,
            model,
            theme: looks::theme(),
            clock,
            keeper: Keeper::Nobody,
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
            let Some(first) = self.wait() else {
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

    /// The next event, or the moment at which something shown changes by itself; none when nobody can
    /// send one any more.
    fn wait(&self) -> Option<Event> {
        let Some(wakes_at) = self.model.wakes_at() else {
            return self.events.recv().ok();
        };
        match self.events.recv_timeout(self.clock.until(wakes_at)) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Timeout) => Some(Event::Msg(Msg::Tick)),
            Err(RecvTimeoutError::Disconnected) => None,
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
            Event::Report(report) => self.reported(report),
            Event::Followed(followed, path) => self.followed(followed, &path),
            Event::Focus => {
                self.keeper.look();
                Ok(Flow::On)
            }
            Event::Suspend => self.suspend(),
            Event::End(status) => Ok(Flow::Leave(status)),
            Event::Failed(error) => Err(error),
        }
    }

    /// Updates the model and carries out what it asks for.
    fn pass(&mut self, msg: Msg) -> Result<Flow> {
        for effect in update(&mut self.model, msg, self.clock.now()) {
            match effect {
                Effect::Save(deed, revision) => {
                    self.keeper.with(|saver| saver.save(deed, revision));
                    fault::trip("loop");
                }
                Effect::SaveAgain => self.keeper.with(Saver::retry),
                Effect::SaveAnyway => self.keeper.with(Saver::save_anyway),
                Effect::TookOutside { in_full } => self.keeper.with(|s| s.took(in_full)),
                Effect::RefusedOutside => self.keeper.with(Saver::refused),
                Effect::MergeAgain => self.keeper.with(Saver::merge_again),
                Effect::SaveElsewhere => self.save_elsewhere(),
                Effect::Measure(asked) => {
                    let workspace = self.model.workspace().clone();
                    self.measurer.measure(workspace, asked);
                }
                Effect::ReadSurvey(typed) => surveys::read(typed, &self.sender),
                Effect::WriteMapping(file) => self.tell(Msg::Tell(surveys::write(&file))),
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
                self.keeper.with(|saver| saver.save_as(path.clone()));
                // A list of recent workspaces that can't be written loses nothing.
                let _ = places.remember(&path);
                format!("From now on this workspace is {}", path.display())
            }
            Err(why) => format!("There is no other place either: {why}"),
        };
        self.tell(Msg::Tell(told));
    }

    fn reported(&mut self, report: Report) -> Result<Flow> {
        let mut flow = Flow::On;
        for msg in keeper::messages(report) {
            flow = self.pass(msg)?;
        }
        Ok(flow)
    }

    fn followed(&mut self, followed: Followed, path: &Path) -> Result<Flow> {
        if !self.keeper.is_follower() {
            // It was told before the workspace was taken over.
            return Ok(Flow::On);
        }
        match followed {
            Followed::Changed(workspace) => self.pass(Msg::Followed(workspace)),
            Followed::Unreadable(why) => {
                let told =
                    format!("The file can't be read as it is now; this is how it was. {why}");
                self.pass(Msg::Tell(told))
            }
            Followed::Free => self.take_over(path),
        }
    }

    /// Goes on with a workspace that nobody else has any more.
    fn take_over(&mut self, path: &Path) -> Result<Flow> {
        let Some(held) = keeper::free(path) else {
            return Ok(Flow::On);
        };
        let document = Box::new(held.document.clone());
        let flow = self.pass(Msg::TakenOver(document))?;
        let (remarks, conflicts) = (held.remarks.clone(), held.conflicts.clone());
        self.keeper = Keeper::saver(held, &mut self.model, self.sender.clone());
        if !remarks.is_empty() {
            let told = format!("You can change it now; {}", remarks.join("; "));
            self.tell(Msg::Tell(told));
        }
        if let Some(conflicts) = conflicts {
            self.tell(Msg::Conflicts(Box::new(conflicts)));
        }
        Ok(flow)
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
        // Nobody knows when it goes on. What fails here is told by the next save.
        self.keeper.with(|saver| drop(saver.sync()));
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
        let Self { screen, keeper, .. } = self;
        let last = keeper.finish();
        drop(screen);
        match last {
            Some(Failed { error, kept, .. }) => {
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
            None => Ok(()),
        }
    }
}
