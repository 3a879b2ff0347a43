//! What tests of screens share: the sample workspace with somebody at the keys. Keys and mouse go
//! through [`update`] as they do in the program; what is seen is read from a drawn frame.

mod contested;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use serde::Deserialize;

use crate::app::geometry::Area;
use crate::app::key::{Code, KeyPress};
use crate::app::update::update;
use crate::app::{Effect, Model, Mouse, MouseKind, Msg, Now, Time};
use crate::domain::workspace::{Head, Records};
use crate::domain::{
    Capacity, Economics, Id, Job, Need, Outcome, Review, Segment, Silenced, Stage, Study, Vision,
    Workspace,
};
use crate::view;
use crate::view::theme::Theme;

pub(crate) use contested::contested;

/// Somebody at the program: a model, and a clock that goes on by two seconds at each message, so
/// that nothing runs together unless a test says [`Session::at_once`].
pub(crate) struct Session {
    pub(crate) model: Model,
    /// What was asked for so far.
    pub(crate) effects: Vec<Effect>,
    millis: u64,
    step: u64,
}

impl Session {
    /// The sample workspace on a screen of this size.
    pub(crate) fn sample(width: u16, height: u16) -> Self {
        Self::of(sample(), width, height)
    }

    /// A workspace on a screen of this size.
    pub(crate) fn of(workspace: Workspace, width: u16, height: u16) -> Self {
        Self {
            model: Model::new(workspace, Area::of_size(width, height), now(0)),
            effects: Vec::new(),
            millis: 0,
            step: 2_000,
        }
    }

    /// Somebody whose workspace was changed by somebody else in the same things.
    pub(crate) fn contested(width: u16, height: u16) -> Self {
        let (ours, merged) = contested();
        let mut session = Self::of(ours, width, height);
        let revision = session.model.document.revision();
        session.take(Msg::Outside(revision, Box::new(merged)));
        session
    }

    /// Lets everything that follows happen at one moment.
    pub(crate) fn at_once(&mut self) -> &mut Self {
        self.step = 0;
        self
    }

    /// Presses keys, written as in the table: `"s d down enter"`.
    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            self.press(key.parse().expect("a key"));
        }
        self
    }

    /// Types a text letter by letter.
    pub(crate) fn letters(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.press(KeyPress::plain(Code::Char(letter)));
        }
        self
    }

    /// Uses the mouse over a cell.
    pub(crate) fn mouse(&mut self, kind: MouseKind, x: u16, y: u16) -> &mut Self {
        self.take(Msg::Mouse(Mouse { kind, x, y }))
    }

    /// Presses and releases the mouse over the first cell of a text on the screen.
    pub(crate) fn click(&mut self, text: &str) -> &mut Self {
        let (x, y) = self.find(text);
        self.mouse(MouseKind::Press, x, y)
            .mouse(MouseKind::Release, x, y)
    }

    /// Takes any message.
    pub(crate) fn take(&mut self, msg: Msg) -> &mut Self {
        self.millis += self.step;
        let effects = update(&mut self.model, msg, now(self.millis));
        self.effects.extend(effects);
        self
    }

    fn press(&mut self, key: KeyPress) {
        self.take(Msg::Key(key));
    }

    /// The workspace as it is.
    pub(crate) fn workspace(&self) -> &Workspace {
        self.model.workspace()
    }

    /// An outcome, by its id.
    pub(crate) fn outcome(&self, id: &str) -> &Outcome {
        let outcomes = self.workspace().outcomes();
        outcomes.get(id).expect("an outcome of this id")
    }

    /// The statements of a stage's cards, in the board's order.
    pub(crate) fn cards(&self, stage: &str) -> Vec<String> {
        let cards = self.workspace().cards(&id(stage));
        cards.iter().map(|card| card.statement.clone()).collect()
    }

    /// The message on the screen; empty where there is none.
    pub(crate) fn said(&self) -> &str {
        let message = self.model.messages.showing();
        message.map_or("", |message| message.text.as_str())
    }

    /// What the last step of undo is called; empty where there is none.
    pub(crate) fn last_step(&self) -> &str {
        let done = self.model.document.history().done();
        done.last().map_or("", |step| step.label())
    }

    /// The screen as text, without blanks at the ends of lines.
    pub(crate) fn screen(&self) -> String {
        let area = self.model.area;
        let mut terminal =
            Terminal::new(TestBackend::new(area.width, area.height)).expect("a test terminal");
        terminal
            .draw(|frame| view::draw(frame, &self.model, &Theme::terminal()))
            .expect("drawing in memory does not fail");
        let buffer = terminal.backend().buffer();
        let rows = buffer.content.chunks(usize::from(area.width.max(1)));
        let lines = rows.map(|row| {
            let line: String = row.iter().map(ratatui::buffer::Cell::symbol).collect();
            line.trim_end().to_owned()
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// The first cell of a text on the screen, whose letters must be of one cell each.
    pub(crate) fn find(&self, text: &str) -> (u16, u16) {
        let screen = self.screen();
        let mut lines = (0..).zip(screen.lines());
        lines
            .find_map(|(y, line)| {
                let place = line.find(text)?;
                u16::try_from(line[..place].chars().count())
                    .ok()
                    .map(|x| (x, y))
            })
            .unwrap_or_else(|| panic!("{text:?} is not on the screen:\n{screen}"))
    }
}

/// An id, from a text that is one.
pub(crate) fn id(text: &str) -> Id {
    Id::new(text).expect("an id")
}

/// The day of the tests and a moment on it.
pub(crate) fn now(millis: u64) -> Now {
    Now {
        millis,
        today: "2026-11-22".parse().expect("a date"),
        time: Time {
            hour: 14,
            minute: 2,
        },
    }
}

/// The sample workspace that comes with the program. Its text is read here by `serde` alone: what
/// a screen does with it does not depend on how files are opened.
pub(crate) fn sample() -> Workspace {
    workspace(include_str!("../assets/sample/crm.ron"))
}

/// A workspace of a text with the fields of the file; lists that are left out are empty.
pub(crate) fn workspace(text: &str) -> Workspace {
    let options =
        ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    let file: Sample = options.from_str(text).expect("the text is well-formed");
    let records = Records {
        head: Head {
            name: file.name,
            vision: file.vision,
            capacity: file.capacity,
            silenced: file.silenced,
        },
        segments: file.segments.into_iter().map(Into::into).collect(),
        stages: file.stages.into_iter().map(Into::into).collect(),
        needs: file.needs.into_iter().map(Into::into).collect(),
        outcomes: file.outcomes.into_iter().map(Into::into).collect(),
        jobs: file.jobs.into_iter().map(Into::into).collect(),
        studies: file.studies.into_iter().map(Into::into).collect(),
        reviews: file.reviews.into_iter().map(Into::into).collect(),
        economics: file.economics.into_iter().map(Into::into).collect(),
    };
    Workspace::build(records).expect("the sample holds together")
}

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Sample {
    name: String,
    vision: Option<Vision>,
    capacity: Option<Capacity>,
    silenced: Vec<Silenced>,
    segments: Vec<Segment>,
    stages: Vec<Stage>,
    needs: Vec<Need>,
    outcomes: Vec<Outcome>,
    jobs: Vec<Job>,
    studies: Vec<Study>,
    reviews: Vec<Review>,
    economics: Vec<Economics>,
}

#[test]
fn the_sample_is_there_to_be_played_with() {
    let session = Session::sample(120, 36);
    assert_eq!(session.workspace().name(), "Acme CRM");
    assert!(session.screen().contains("Acme CRM"));
}
