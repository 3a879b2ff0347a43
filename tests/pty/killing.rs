//! The program is killed while somebody types: everything that a frame showed is there after the
//! next start, which says so where no save had reached it.

use std::collections::BTreeSet;
use std::path::Path;

use outboard::domain::Workspace;

use crate::assert_restored;
use crate::terminal::{Home, Terminal};

/// How often the program is killed.
const KILLS: usize = 200;

/// How many kills one workspace meets, one session after another.
const IN_A_ROW: usize = 40;

/// How many more bytes are seen before the next kill than before the last, where it is to be in the
/// middle of something.
const FARTHER: usize = 61;

/// About how many bytes a stroke has the program write.
const FRAME: usize = 600;

/// What is typed at once, what the screen says when it is done, and what there is then.
struct Stroke {
    keys: String,
    says: String,
    leads_to: Traces,
}

/// Everything that one session left in a workspace, told apart by its name: its cards with their
/// stages, and its jobs with their estimates.
type Traces = BTreeSet<String>;

/// What a session types: it adds, moves, edits, undoes, does again and rates.
fn strokes(name: &str) -> Vec<Stroke> {
    let moved = "two: K more";
    let both = "two: K more, two: K too";
    let worked_out = "two: K more, two: K too, K job";
    let rated = "two: K more, two: K too, K job 8/2";
    let strokes = [
        ("aK<enter>", "Added 'K' to One", "one: K"),
        ("<s-right>", "Moved 'K' to Two", "two: K"),
        ("e more<enter>", "Renamed the outcome 'K' to", moved),
        ("u", "Undid: Renamed the outcome 'K' to", "two: K"),
        ("U", "Did again: Renamed the outcome 'K' to", moved),
        ("aK too<enter>", "Added 'K too' to Two", both),
        ("u", "Undid: Added 'K too' to Two", moved),
        ("U", "Did again: Added 'K too' to Two", both),
        ("2aK job<enter>", "Added the job 'K job'", worked_out),
        ("r8<tab>2<enter>", "Rated 'K job'", rated),
        ("u", "Undid: Rated 'K job'", worked_out),
        ("U", "Did again: Rated 'K job'", rated),
    ];
    let stroke = |(keys, says, leads_to): (&str, &str, &str)| Stroke {
        keys: keys.replace('K', name),
        says: says.replace('K', name),
        leads_to: leads_to
            .replace('K', name)
            .split(", ")
            .map(str::to_owned)
            .collect(),
    };
    strokes.into_iter().map(stroke).collect()
}

fn traces(workspace: &Workspace, name: &str) -> Traces {
    let cards = workspace.outcomes().values();
    let cards = cards.map(|card| {
        (
            &card.statement,
            format!("{}: {}", card.stage, card.statement),
        )
    });
    let jobs = workspace.jobs().values().map(|job| {
        let estimate = job.estimate.as_ref().map(|estimate| {
            let (importance, satisfaction) = (estimate.importance, estimate.satisfaction);
            format!(" {importance}/{satisfaction}")
        });
        (
            &job.name,
            format!("{}{}", job.name, estimate.unwrap_or_default()),
        )
    });
    let all = cards.chain(jobs);
    let own = all.filter(|(known_by, _)| known_by.starts_with(name));
    own.map(|(_, trace)| trace).collect()
}

fn in_the_file(file: &Path) -> Workspace {
    outboard::store::open(file)
        .expect("a whole workspace")
        .workspace
}

/// A session that was killed.
struct Killed {
    name: String,
    /// How many of the strokes the screen has told of, and how many were typed.
    seen: usize,
    typed: usize,
    /// What of it was in the file.
    saved: Traces,
}

/// When a session is killed.
struct When {
    /// After the screen has told of so many strokes,
    strokes: usize,
    /// and then after so many bytes more, unless nothing more is typed,
    bytes: usize,
    /// while so many strokes are under way.
    ahead: usize,
}

impl When {
    /// A moment for each kill; all strokes have their turn, and all that goes on between two.
    fn of(number: usize, strokes: usize) -> Self {
        Self {
            strokes: number % (strokes + 1),
            bytes: number * FARTHER % FRAME,
            ahead: number % 4,
        }
    }
}

/// Types until the moment has come, and kills the program.
fn killed(terminal: &mut Terminal, name: &str, number: usize) -> (usize, usize) {
    let strokes = strokes(name);
    let when = When::of(number, strokes.len());
    let told = |terminal: &Terminal, typed: usize| {
        let text = terminal.text();
        let last = strokes[..typed]
            .iter()
            .rposition(|stroke| text.contains(&stroke.says));
        last.map_or(0, |last| last + 1)
    };
    let (mut typed, mut seen) = (0, 0);
    let mut until = None;
    while seen < strokes.len() {
        while typed < strokes.len() && typed <= seen + when.ahead {
            terminal.types(&strokes[typed].keys);
            typed += 1;
        }
        if seen >= when.strokes {
            let until = *until.get_or_insert(terminal.bytes.len() + when.bytes);
            if terminal.bytes.len() >= until {
                break;
            }
        }
        terminal.takes_a_piece();
        seen = seen.max(told(terminal, typed));
    }
    terminal.signals("KILL").ends();
    (seen.max(told(terminal, typed)), typed)
}

/// Kills so many sessions with one workspace, one after another, and looks at what is left of each.
/// Gives how many of them had something that was only brought back.
fn kill_in_a_row(numbers: std::ops::Range<usize>) -> usize {
    let home = Home::empty();
    let file = home.plan();
    let start = || {
        let mut terminal = Terminal::start(&home, (100, 24), &["plan.ron"]);
        // The last that a frame draws.
        terminal.shows("? more");
        terminal
    };
    let mut sessions = Vec::new();
    let mut greetings = Vec::new();
    for number in numbers {
        let name = format!("N{number:03}");
        let mut terminal = start();
        greetings.push(terminal.text());
        let (seen, typed) = killed(&mut terminal, &name, number);
        let saved = traces(&in_the_file(&file), &name);
        sessions.push(Killed {
            name,
            seen,
            typed,
            saved,
        });
    }
    let mut terminal = start();
    greetings.push(terminal.text());
    assert_eq!(terminal.types("q").ends(), 0);
    assert_restored(&terminal);
    let left = in_the_file(&file);
    let brought_back = sessions.iter().zip(&greetings[1..]);
    brought_back
        .filter(|(session, greeting)| is_brought_back(session, &left, greeting))
        .count()
}

/// Holds that everything which a session showed is left, and that the next start said so where it
/// had to bring it back. Whether it had to.
fn is_brought_back(session: &Killed, left: &Workspace, greeting: &str) -> bool {
    let Killed {
        name,
        seen,
        typed,
        saved,
    } = session;
    let left = traces(left, name);
    let strokes = strokes(name);
    let states = std::iter::once(Traces::new()).chain(strokes.into_iter().map(|it| it.leads_to));
    let may_be: Vec<Traces> = states.take(typed + 1).skip(*seen).collect();
    assert!(
        may_be.contains(&left),
        "{name}: {seen} of {typed} strokes were seen, saved was {saved:?}, and left is {left:?}"
    );
    let is_brought_back = *saved != left;
    let is_said = greeting.contains("brought back that no save had reached");
    assert!(
        is_said || !is_brought_back,
        "{name}: {seen} of {typed} strokes were seen, saved was {saved:?}:\n{greeting}"
    );
    is_brought_back
}

#[test]
fn what_a_frame_showed_survives_two_hundred_kills() {
    let mut kills = 0;
    let mut brought_back = 0;
    while kills < KILLS {
        brought_back += kill_in_a_row(kills..kills + IN_A_ROW);
        kills += IN_A_ROW;
    }
    assert_eq!(kills, 200);
    println!("{kills} kills, {brought_back} of them with something that no save had reached");
}

#[test]
fn what_could_not_be_saved_before_a_kill_is_brought_back_and_said() {
    let home = Home::empty();
    let file = home.plan();
    let mut terminal = Terminal::start(&home, (100, 24), &["plan.ron"]);
    terminal.shows("? more");
    std::fs::write(&file, "half of what an editor writes").expect("written");
    terminal.shows("NOT SAVED").types("<esc>");
    // What was done is said only until it is said again that it can't be saved.
    terminal.types("aAlpha<enter>").shows("One 1");
    terminal.types("aBeta<enter>").shows("One 2");
    terminal.signals("KILL").ends();
    home.plan();
    let mut terminal = Terminal::start(&home, (100, 24), &["plan.ron"]);
    terminal.shows("2 changes brought back that no save had reached");
    terminal.types("u").shows("Undid: Added 'Beta'");
    assert_eq!(terminal.types("q").ends(), 0);
    let left = in_the_file(&file);
    assert_eq!(traces(&left, ""), Traces::from(["one: Alpha".to_owned()]));
}
