//! A workshop from start to end: what is typed before a reveal is on no screen and in no file, and
//! afterwards the file holds the study.

use std::fs;
use std::path::Path;

use crate::terminal::{Home, Terminal};
use crate::{open, read};

/// How many jobs are rated, of the eleven that the sample has.
const JOBS: usize = 10;

const PEOPLE: [&str; 5] = ["Ana", "Ben", "Cara", "Dev", "Eli"];

/// What everybody answers about a job on a scale of 100: figures that stand nowhere else on the
/// screen, importance and satisfaction of each; no pair of them is there twice.
fn answers(job: usize) -> [(usize, usize); 5] {
    std::array::from_fn(|person| {
        let place = 5 * job + person;
        (61 + place * 7 % 39, 61 + (place * 11 + place / 39) % 39)
    })
}

/// Whether everybody types their own answers about a job.
fn is_one_by_one(job: usize) -> bool {
    job % 5 == 4
}

fn line(figures: impl Iterator<Item = usize>) -> String {
    let figures: Vec<String> = figures.map(|figure| figure.to_string()).collect();
    figures.join(" ")
}

/// The numbers in a text, in order.
fn numbers(text: &str) -> Vec<usize> {
    let parts = text.split(|letter: char| !letter.is_ascii_digit());
    parts.filter_map(|part| part.parse().ok()).collect()
}

/// Whether a text has everybody's two answers beside each other, as a study has them, or the
/// answers to a question one after the other, as they are typed.
fn tells(text: &str, answers: &[(usize, usize)]) -> bool {
    let numbers = numbers(text);
    let has = |row: &[usize]| numbers.windows(row.len()).any(|there| there == row);
    let mut pairs = answers.iter();
    let typed: Vec<usize> = answers.iter().map(|pair| pair.0).collect();
    pairs.all(|pair| has(&[pair.0, pair.1])) || has(&typed)
}

/// Whether any file below a folder tells the answers.
fn is_told_below(folder: &Path, answers: &[(usize, usize)]) -> bool {
    let entries = fs::read_dir(folder).expect("a folder");
    entries
        .map(|entry| entry.expect("an entry").path())
        .any(|path| {
            if path.is_dir() {
                return is_told_below(&path, answers);
            }
            // A file that is being replaced may be gone by now.
            let bytes = fs::read(&path).unwrap_or_default();
            tells(&String::from_utf8_lossy(&bytes), answers)
        })
}

/// The letters that were written since a place in the output, without what steers the terminal.
fn letters(terminal: &Terminal, since: usize) -> String {
    let written = String::from_utf8_lossy(&terminal.bytes[since..]).into_owned();
    let mut letters = String::new();
    for (place, part) in written.split('\x1b').enumerate() {
        let end = |letter: char| letter.is_ascii_alphabetic();
        let steering = part
            .find(end)
            .filter(|_| place > 0 && part.starts_with('['));
        letters.push_str(&part[steering.map_or(0, |end| end + 1)..]);
        letters.push(' ');
    }
    letters
}

/// Answers to a job, of all at once or one by one, up to the moment before the reveal.
fn answer(terminal: &mut Terminal, job: usize) {
    if is_one_by_one(job) {
        terminal.types("<tab>");
        for (name, (importance, satisfaction)) in PEOPLE.iter().zip(answers(job)) {
            terminal.shows(&format!("{name}: type your importance"));
            terminal.types(&format!("{importance}<enter>"));
            terminal.shows(&format!("{name}: type your satisfaction"));
            terminal.types(&format!("{satisfaction}<enter>"));
        }
    } else {
        let importance = line(answers(job).into_iter().map(|pair| pair.0));
        let satisfaction = line(answers(job).into_iter().map(|pair| pair.1));
        terminal.types(&importance).shows("5 of 5 answers");
        terminal
            .types("<enter>")
            .shows("How satisfied are you today");
        terminal.types(&satisfaction).shows("5 of 5 answers");
        terminal.types("<enter>");
    }
    terminal.shows("Everybody has answered");
}

#[test]
fn a_workshop_tells_nothing_before_its_reveals_and_keeps_everything_after_them() {
    let home = Home::empty();
    let file = home.sample();
    let mut terminal = open(&home, &file);
    terminal
        .shows("Acme CRM")
        .types("6")
        .shows("Rate jobs together");
    terminal.types("<enter>").shows("Participants");
    terminal.types("<c-u>").types(&PEOPLE.join(", "));
    terminal.types("<tab><tab><tab><tab><c-u>100<enter>");
    for job in 0..JOBS {
        terminal
            .shows(&format!("Job {} of 11", job + 1))
            .shows("0 of 5");
        let begun = terminal.bytes.len();
        answer(&mut terminal, job);
        let answers = answers(job);
        let seen = numbers(&letters(&terminal, begun));
        for (importance, satisfaction) in answers {
            assert!(!seen.contains(&importance), "{importance} is seen");
            assert!(!seen.contains(&satisfaction), "{satisfaction} is seen");
        }
        assert!(
            !is_told_below(home.path(), &answers),
            "a file tells job {job}"
        );
        terminal.types("<enter>").shows("Score");
        let seen = numbers(&letters(&terminal, begun));
        assert!(seen.contains(&answers[0].0), "then everybody sees it");
        terminal.types("<enter>");
        if is_one_by_one(job) {
            // Whoever comes next answers as before, until somebody types for all again.
            terminal.shows("type your importance").types("<tab>");
        }
    }
    terminal.types("s").shows("10 of 11 jobs rated, 1 skipped");
    terminal.types("<enter>").shows("Workshop");
    assert_eq!(terminal.types("q").ends(), 0);
    let text = read(&file);
    assert!(text.contains("name: \"Workshop"), "{text}");
    for job in 0..JOBS {
        assert!(tells(&text, &answers(job)), "the file lacks job {job}");
    }
}

#[test]
fn a_workshop_that_is_killed_goes_on_behind_what_was_revealed() {
    let home = Home::empty();
    let file = home.sample();
    let mut terminal = open(&home, &file);
    terminal
        .shows("Acme CRM")
        .types("6")
        .shows("Rate jobs together");
    terminal.types("<enter>").shows("Participants");
    terminal.types("<enter>").shows("Job 1 of 11");
    terminal.types("54423<enter>").shows("How satisfied");
    terminal
        .types("11111<enter>")
        .shows("Everybody")
        .types("<enter>");
    terminal.shows("Score").shows("saved");
    terminal.types("<enter>").shows("Job 2 of 11");
    terminal.types("555").shows("3 of 5").signals("KILL").ends();
    let mut terminal = open(&home, &file);
    terminal
        .shows("Acme CRM")
        .types("6")
        .shows("Rate jobs together");
    terminal
        .types("<enter>")
        .shows("Participants")
        .types("<enter>");
    terminal.shows("Job 2 of 11").shows("0 of 5");
    terminal.types("<esc>").shows("Board").types("q").ends();
}

#[test]
fn a_timer_counts_down_by_itself_and_nothing_else_is_drawn() {
    let home = Home::empty();
    let file = home.sample();
    let mut terminal = open(&home, &file);
    terminal
        .shows("Acme CRM")
        .types("6")
        .shows("Rate jobs together");
    terminal.types("<enter>").shows("Participants");
    terminal.types("<tab><tab><tab><tab><tab><c-u>2<enter>");
    terminal.shows("00:02").shows("? more");
    let before = terminal.text();
    let begun = terminal.bytes.len();
    terminal.shows("time is up");
    let after = terminal.text().replace("time is up", "     00:02");
    assert_eq!(after, before, "only the time is another one");
    assert!(
        terminal.bytes.len() - begun < 200,
        "and only it was written"
    );
    terminal.types("<esc>").shows("Board").types("q").ends();
}
