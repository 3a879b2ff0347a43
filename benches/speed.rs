//! What a frame and a key cost, as a ratio to a floor measured in the same run: `cargo bench`.
//! Times on a shared machine swing; the ratios don't.

use std::alloc::{GlobalAlloc, Layout, System};
use std::fs::File;
use std::hint::black_box;
use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use outboard::app::geometry::Area;
use outboard::app::update::update;
use outboard::app::{Model, Msg, Now, Time};
use outboard::domain::history::{Deed, Moment};
use outboard::domain::workspace::Records;
use outboard::domain::{
    Better, Change, Date, Document, Edit, Id, Initiative, Kpi, Outcome, Purchase, Rank, Stage,
    Touch, Workspace,
};
use outboard::store::saver::{Begin, End};
use outboard::store::{Held, Places, Report, Saver, create_sample};
use outboard::view::draw;
use outboard::view::theme::Theme;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

/// Counts allocations; only in this benchmark, never in the program.
struct Counting;

static ALLOCATIONS: AtomicUsize = AtomicUsize::new(0);

// SAFETY: it hands everything to the system's allocator and counts on the way.
#[expect(unsafe_code, reason = "an allocator can't be written without")]
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        unsafe { System.dealloc(place, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

/// The screen of a terminal that keeps its bytes.
type Sink = Terminal<CrosstermBackend<Vec<u8>>>;

fn main() {
    println!("{:<58} {:>9} {:>9} {:>7}", "", "µs", "floor µs", "ratio");
    for (width, height) in [(80, 24), (200, 50)] {
        frames(width, height);
    }
    against_size();
    until_durable();
}

/// Frames of a board of 100 cards against blank frames of the same size.
fn frames(width: u16, height: u16) {
    let blank = blank_frame(width, height);
    let mut bench = Bench::new(100, width, height);
    bench.frame();
    let (unchanged, allocations) = counted(|| median(300, || bench.frame()));
    row(
        &format!("an unchanged frame, {width}×{height}"),
        unchanged,
        blank,
    );
    println!(
        "{:<58} {:>9.1}",
        format!("  allocations in it, {width}×{height}"),
        allocations / 300.0
    );
    let selection = alternating(&mut bench, "down", "up");
    row(
        &format!("the selection moves, {width}×{height}"),
        selection,
        blank,
    );
    let scroll = alternating(&mut bench, "end", "home");
    row(
        &format!("to a column's end and back, {width}×{height}"),
        scroll,
        blank,
    );
}

/// What is the same at 100 and at 100,000 cards.
fn against_size() {
    let mut small = Bench::new(100, 200, 50);
    let mut large = Bench::new(100_000, 200, 50);
    let (of_small, of_large) = (median(300, || small.frame()), median(300, || large.frame()));
    row("a frame at 100,000 cards, against 100", of_large, of_small);
    let (of_small, of_large) = (
        alternating(&mut small, "down", "up"),
        alternating(&mut large, "down", "up"),
    );
    row(
        "key and frame at 100,000 cards, against 100",
        of_large,
        of_small,
    );
    let (of_small, of_large) = (
        alternating(&mut small, "shift-right", "shift-left"),
        alternating(&mut large, "shift-right", "shift-left"),
    );
    row(
        "an edit and its frame at 100,000 cards, against 100",
        of_large,
        of_small,
    );
    let plain = of_large;
    let undo = alternating(&mut large, "u", "U");
    row(
        "undo and redo at 100,000 cards, against an edit",
        undo,
        plain,
    );
}

/// What it takes until an edit of the sample survives a power cut, and until the file has it,
/// against adding 256 bytes to a file and waiting for the disk.
fn until_durable() {
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join("crm.ron");
    create_sample(&path).expect("the sample");
    let places = Places {
        data: home.path().join("data"),
        state: home.path().join("state"),
        config: home.path().join("config"),
    };
    let held = Held::open(&path, &places, Timestamp::now).expect("opens");
    let mut document = held.document.clone();
    let begin = Begin {
        shelter: None,
        time: Timestamp::now(),
        revision: 0,
        end: End::KeepCopy,
    };
    let (sender, reports) = channel();
    let saver = Saver::start(held, begin, move |report| {
        let _ = sender.send(report);
    });
    let mut log = File::create(home.path().join("log")).expect("a file");
    let mut appended = || {
        log.write_all(&[b'x'; 256]).expect("written");
        log.sync_data().expect("synced");
    };
    let (mut floor, mut journaled, mut written) = (Vec::new(), Vec::new(), Vec::new());
    for revision in 1..=100 {
        floor.push(timed(&mut appended));
        let deed = renamed(&mut document, revision);
        journaled.push(timed(&mut || {
            saver.save(deed.clone(), revision);
            saver.sync().expect("kept");
        }));
        written.push(journaled[journaled.len() - 1] + timed(&mut || while !is_saved(&reports) {}));
    }
    let middle = |times: &mut Vec<Duration>| {
        times.sort();
        times[times.len() / 2]
    };
    let floor = middle(&mut floor);
    row(
        "an edit until the journal has it for good",
        middle(&mut journaled),
        floor,
    );
    row(
        "an edit until the file has it for good",
        middle(&mut written),
        floor,
    );
}

fn is_saved(reports: &Receiver<Report>) -> bool {
    matches!(reports.recv().expect("a report"), Report::Saved(_))
}

/// Gives an outcome of the sample another statement.
fn renamed(document: &mut Document, number: u64) -> Deed {
    let outcomes = document.workspace().outcomes();
    let mut outcome = Outcome::clone(outcomes.values().next().expect("an outcome"));
    outcome.statement = format!("Minimize the time it takes to read number {number}");
    let change = Change::new("Renamed", vec![Edit::outcome(outcome)]);
    let done = document.commit(change, Moment::ALONE).expect("it fits");
    done.expect("another statement")
}

struct Bench {
    model: Model,
    terminal: Sink,
    theme: Theme,
    millis: u64,
}

impl Bench {
    fn new(cards: usize, width: u16, height: u16) -> Self {
        let model = Model::new(workspace(cards), Area::of_size(width, height), now(0));
        Self {
            model,
            terminal: sink(width, height),
            theme: Theme::terminal(),
            millis: 0,
        }
    }

    fn frame(&mut self) {
        let Self {
            model,
            terminal,
            theme,
            ..
        } = self;
        terminal
            .draw(|frame| draw(frame, model, theme))
            .expect("memory takes every byte");
        terminal.backend_mut();
    }

    fn key(&mut self, key: &str) {
        self.millis += 2_000;
        let key = key.parse().expect("a key");
        black_box(update(&mut self.model, Msg::Key(key), now(self.millis)));
    }
}

/// The median of a key and its frame, the key and its opposite in turn.
fn alternating(bench: &mut Bench, there: &str, back: &str) -> Duration {
    let mut is_there = false;
    median(200, || {
        is_there = !is_there;
        bench.key(if is_there { there } else { back });
        bench.frame();
    })
}

fn blank_frame(width: u16, height: u16) -> Duration {
    let mut terminal = sink(width, height);
    median(300, || {
        terminal.draw(|_| {}).expect("memory takes every byte");
    })
}

fn sink(width: u16, height: u16) -> Sink {
    let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
    let backend = CrosstermBackend::new(Vec::with_capacity(64 << 20));
    Terminal::with_options(backend, TerminalOptions { viewport }).expect("memory is a terminal")
}

fn median(runs: usize, mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..runs).map(|_| timed(&mut run)).collect();
    times.sort();
    times[runs / 2]
}

#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
fn timed(run: &mut impl FnMut()) -> Duration {
    let start = Instant::now();
    run();
    start.elapsed()
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a count of allocations is small"
)]
fn counted<T>(run: impl FnOnce() -> T) -> (T, f64) {
    let before = ALLOCATIONS.load(Ordering::Relaxed);
    let result = run();
    (
        result,
        (ALLOCATIONS.load(Ordering::Relaxed) - before) as f64,
    )
}

fn row(what: &str, time: Duration, floor: Duration) {
    let micros = |time: Duration| time.as_secs_f64() * 1e6;
    println!(
        "{what:<58} {:>9.1} {:>9.1} {:>6.2}×",
        micros(time),
        micros(floor),
        micros(time) / micros(floor)
    );
}

fn now(millis: u64) -> Now {
    let today = Date::new(2026, 11, 1).expect("a day");
    Now {
        millis,
        today,
        time: Time {
            hour: 14,
            minute: 2,
        },
    }
}

/// A workspace of six stages with so many cards, each with an initiative and a KPI.
fn workspace(cards: usize) -> Workspace {
    let id = |text: String| Id::new(&text).expect("an id");
    let stage = |n: usize| Stage {
        id: id(format!("stage-{n}")),
        name: format!("Stage {n}"),
        purchase: Purchase::After,
        team: Some("Customer Success".to_owned()),
        mindset: None,
        enters: None,
    };
    let ranks = Rank::spread(cards);
    let card = |n: usize| {
        let mut card = Outcome::new(
            id(format!("card-{n}")),
            id(format!("stage-{}", n % 6)),
            ranks[n].clone(),
            format!(
                "Minimize the time and effort it takes to set up sales data and onboard team {n}"
            ),
        );
        let name = "Self-service onboarding";
        let mut initiative = Initiative::new(id(format!("init-{n}")), name, Touch::Proactive);
        initiative.kpis.push(Kpi::new(
            id(format!("kpi-{n}")),
            "Setup time",
            Better::Lower,
        ));
        card.initiatives.push(initiative);
        Arc::new(card)
    };
    let records = Records {
        stages: (0..6).map(|n| Arc::new(stage(n))).collect(),
        outcomes: (0..cards).map(card).collect(),
        ..Records::default()
    };
    Workspace::build(records).expect("a workspace without faults")
}
