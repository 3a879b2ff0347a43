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
    Answer, Better, Change, Date, Document, Edit, Estimate, Id, Initiative, Job, Kpi, Number,
    Outcome, Purchase, Rank, Response, Source, Stage, Study, Touch, Workspace,
};
use outboard::exchange::survey::{Mapping, Options, Sheet, plan};
use outboard::insight::health::{Facts, Health};
use outboard::insight::opportunity::{Ranking, Scope, rank};
use outboard::insight::uncertainty::intervals;
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
    health();
    until_durable();
    importing();
    ranked_anew();
    drawn_again();
}

/// A million answers about ten thousand jobs from a CSV file into a ranking, checked, against a pass
/// of the csv crate over the same bytes: once with a row for each answer, once with a row for each
/// respondent.
fn importing() {
    const JOBS: usize = 10_000;
    const RESPONDENTS: usize = 100;
    let workspace = asked_about(JOBS);
    let shapes = [
        ("a row each", a_row_for_each_answer(JOBS, RESPONDENTS)),
        (
            "a row a person",
            a_row_for_each_respondent(JOBS, RESPONDENTS),
        ),
    ];
    for (shape, csv) in shapes {
        let floor = median(9, || {
            let mut reader = csv::ReaderBuilder::new().from_reader(csv.as_bytes());
            let mut record = csv::ByteRecord::new();
            while reader.read_byte_record(&mut record).expect("a row") {
                black_box(&record);
            }
        });
        let import = median(9, || {
            let ranking = import_and_rank(&workspace, csv.as_bytes());
            assert_eq!(ranking.rows().len(), JOBS);
            black_box(ranking);
        });
        row(
            &format!("a million answers imported and ranked, {shape}"),
            import,
            floor,
        );
    }
}

fn import_and_rank(workspace: &Workspace, csv: &[u8]) -> Ranking {
    let options = Options {
        study: None,
        name: "Survey".to_owned(),
        source: None,
        date: Date::new(2026, 11, 1).expect("a day"),
    };
    let sheet = Sheet::read(csv).expect("a sheet");
    let mapping = Mapping::guess(&sheet, workspace);
    let plan = plan(&sheet, &mapping, workspace, &options).expect("a plan");
    let mut document = Document::new(workspace.clone());
    document
        .commit(plan.change, Moment::ALONE)
        .expect("it fits");
    rank(document.workspace(), &Scope::default())
}

/// A workspace of so many jobs and nothing else.
fn asked_about(jobs: usize) -> Workspace {
    let job = |n: usize| {
        Job::new(
            job_id(n),
            None,
            format!("Get piece {n} of the work done in a day"),
        )
    };
    let records = Records {
        jobs: (0..jobs).map(|n| Arc::new(job(n))).collect(),
        ..Records::default()
    };
    Workspace::build(records).expect("a workspace without faults")
}

fn job_id(n: usize) -> Id {
    Id::new(&format!("get-piece-{n:05}-done")).expect("an id")
}

/// What a respondent answers about a job: importance and satisfaction, 1 to 5.
fn answer(respondent: usize, job: usize) -> (usize, usize) {
    (
        1 + (respondent * 7 + job) % 5,
        1 + (respondent * 3 + job * 11) % 5,
    )
}

fn a_row_for_each_answer(jobs: usize, respondents: usize) -> String {
    let ids: Vec<_> = (0..jobs).map(job_id).collect();
    let pairs =
        (0..respondents).flat_map(|who| ids.iter().enumerate().map(move |pair| (who, pair)));
    let rows = pairs.map(|(respondent, (job, id))| {
        let (importance, satisfaction) = answer(respondent, job);
        format!("r{respondent},Enterprise,{id},{importance},{satisfaction}\n")
    });
    let head = "respondent,segment,job,importance,satisfaction\n".to_owned();
    std::iter::once(head).chain(rows).collect()
}

fn a_row_for_each_respondent(jobs: usize, respondents: usize) -> String {
    let questions = (0..jobs)
        .map(job_id)
        .map(|job| format!(",imp_{job},sat_{job}"));
    let head = "respondent,segment".to_owned() + &questions.collect::<String>();
    let rows = (0..respondents).map(|respondent| {
        let answers = (0..jobs).map(|job| answer(respondent, job));
        let cells =
            answers.map(|(importance, satisfaction)| format!(",{importance},{satisfaction}"));
        format!("\nr{respondent},Enterprise") + &cells.collect::<String>()
    });
    std::iter::once(head).chain(rows).collect()
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

/// Every rule over 10,000 cards, and their findings opened, against a move and its frame there.
fn health() {
    let mut bench = Bench::new(10_000, 200, 50);
    let plain = alternating(&mut bench, "shift-right", "shift-left");
    let opened = alternating(&mut bench, "5", "1");
    row(
        "the findings of 10,000 cards opened, against a move",
        opened,
        plain,
    );
    bench.key("5");
    let along = alternating(&mut bench, "down", "up");
    row("along them, against a move", along, plain);
    let workspace = bench.model.workspace();
    let ranking = rank(workspace, &Scope::default());
    let facts = Facts {
        workspace,
        ranking: &ranking,
        today: now(0).today,
    };
    let whole = median(5, || {
        black_box(Health::of(facts));
    });
    row("every rule over 10,000 cards, against a move", whole, plain);
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

/// What a changed answer costs until the ranked frame stands, against going from job to job: undo
/// and redo of one estimate, and of one respondent's answer, among 10,000 jobs.
fn ranked_anew() {
    let jobs = 10_000;
    for (what, changed) in [
        (
            "an estimate of 10,000 changes, to its ranked frame",
            estimated as Changed,
        ),
        (
            "an answer of 10,000 jobs changes, to its ranked frame",
            answered,
        ),
    ] {
        let mut document = Document::new(asked(jobs, 30, 100));
        let edit = changed(document.workspace());
        document
            .commit(Change::new("Rated", vec![edit]), Moment::ALONE)
            .expect("it fits");
        let model = Model::of(document, Area::of_size(200, 50), now(0));
        let mut bench = Bench {
            model,
            terminal: sink(200, 50),
            theme: Theme::terminal(),
            millis: 0,
        };
        bench.key("2");
        let moved = alternating(&mut bench, "down", "up");
        row(what, alternating(&mut bench, "u", "U"), moved);
    }
}

type Changed = fn(&Workspace) -> Edit;

/// Gives the first job another estimate.
fn estimated(workspace: &Workspace) -> Edit {
    let mut job = Job::clone(workspace.jobs().values().next().expect("a job"));
    job.estimate = Some(Estimate {
        importance: Number::from(9),
        satisfaction: Number::from(1),
    });
    Edit::job(job)
}

/// Gives the last answer of a study another importance.
fn answered(workspace: &Workspace) -> Edit {
    let mut study = Study::clone(workspace.studies().values().next().expect("a study"));
    let answers = &mut study.responses[0].answers;
    let answer = answers.last_mut().expect("an answer");
    answer.1 = answer.1.map(|importance| 6 - importance);
    Edit::study(study)
}

/// How long it takes to rank 100 jobs with intervals after 1,000 respondents, against adding 100,000
/// numbers up for each of the 2,000 draws.
fn drawn_again() {
    let workspace = asked(100, 1_000, 100);
    let drawn = median(5, || {
        black_box(intervals(&workspace, &Scope::default()));
    });
    let numbers: Vec<u32> = (0..100_000).collect();
    let added = median(5, || {
        for _ in 0..2_000 {
            let numbers = black_box(&numbers);
            black_box(numbers.iter().fold(0_u32, |sum, n| sum.wrapping_add(*n)));
        }
    });
    row(
        "rank with intervals, 100 jobs, 1,000 respondents",
        drawn,
        added,
    );
}

/// A workspace of so many jobs, and a study in which so many respondents answered about each of the
/// last so many of them; the others are estimated.
fn asked(jobs: usize, respondents: usize, each: usize) -> Workspace {
    let id = |text: String| Id::new(&text).expect("an id");
    let figure = |n: usize| Number::from(i32::try_from(n % 10).expect("a digit"));
    let job = |n: usize| {
        let mut job = Job::new(id(format!("job-{n:05}")), None, format!("Job {n}"));
        job.estimate = Some(Estimate {
            importance: figure(n * 7),
            satisfaction: figure(n * 3),
        });
        Arc::new(job)
    };
    let box_of = |n: usize| u8::try_from(n % 5 + 1).ok();
    let answer = |who: usize, n: usize| {
        let job = id(format!("job-{n:05}"));
        Answer(
            job,
            box_of(who * 31 + n * 17),
            box_of(who * 13 + n * 7 + who / 3),
        )
    };
    let response = |who: usize| Response {
        id: id(format!("r{who}")),
        segment: None,
        answers: (jobs - each..jobs).map(|n| answer(who, n)).collect(),
    };
    let study = Study {
        id: id("survey".to_owned()),
        name: "Survey".to_owned(),
        date: Date::new(2026, 10, 12).expect("a day"),
        source: Source::Customers,
        scale: 5,
        top: None,
        responses: (0..respondents).map(response).collect(),
    };
    let records = Records {
        jobs: (0..jobs).map(job).collect(),
        studies: vec![Arc::new(study)],
        ..Records::default()
    };
    Workspace::build(records).expect("a workspace without faults")
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
        let mut model = Model::new(workspace(cards), Area::of_size(width, height), now(0));
        while model.derived.is_behind() {
            update(&mut model, Msg::Tick, now(0));
        }
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
