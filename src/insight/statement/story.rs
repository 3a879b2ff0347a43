//! Job stories as sentences, and hints at their wording.

use super::language::is_english;
use super::outcome::{solution, used};
use super::table::FILLING;
use super::word::{Word, words};
use super::{Hint, Kind, Names};
use crate::domain::Story;

/// Words with which a result begins that is a sentence of its own: "so the team can go on".
const SUBJECTS: &[&str] = &[
    "i",
    "i'm",
    "we",
    "we're",
    "they",
    "he",
    "she",
    "it",
    "it's",
    "the",
    "my",
    "our",
    "their",
    "your",
    "his",
    "her",
    "a",
    "an",
    "others",
    "other",
    "nobody",
    "nothing",
    "no",
    "everybody",
    "everyone",
    "everything",
    "people",
    "customers",
    "this",
    "that",
    "these",
    "there",
    "each",
    "every",
    "all",
    "any",
    "anybody",
    "anyone",
    "somebody",
    "someone",
    "one",
    "you",
];

/// A story as a sentence, of the parts that it has.
pub fn sentence(story: &Story) -> String {
    let when = story.when.as_deref().map(|when| led("When", "when", when));
    let want = story
        .want
        .as_deref()
        .map(|want| led("I want to", "to", want));
    let told = [story.want.as_deref(), story.so.as_deref()].map(Option::unwrap_or_default);
    let is_judged = is_english(&words(&told.join(" ")));
    let so = story.so.as_deref().map(|so| {
        let first = words(so).into_iter().next();
        let is_whole = first.is_none_or(|word| word.is_one_of(SUBJECTS));
        let lead = if is_whole || !is_judged {
            "so"
        } else {
            "so I can"
        };
        format!("{lead} {so}")
    });
    let parts = [when, want, so].into_iter().flatten();
    parts.collect::<Vec<_>>().join(", ")
}

/// A part behind the words that lead to it, which it may begin with itself.
fn led(lead: &str, last: &str, part: &str) -> String {
    let first = part.split(' ').next().unwrap_or_default();
    if first.eq_ignore_ascii_case(last) {
        let rest = part[first.len()..].trim_start();
        return format!("{lead} {rest}");
    }
    format!("{lead} {part}")
}

/// Which part of a story a hint is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// What is wanted.
    Want,
    /// What is gained.
    So,
}

/// Hints at the wording of a story, each with the part that it is about; its words stand there.
pub fn of_story(story: &Story, names: &Names<'_>) -> Vec<(Told, Hint)> {
    let want = story.want.as_deref().unwrap_or_default();
    let so = story.so.as_deref().unwrap_or_default();
    let wanted = words(want);
    if !is_english(&wanted) {
        return Vec::new();
    }
    let means = solution(want, &wanted, names).or_else(|| used(want, &wanted));
    let means = means.map(|hint| (Told::Want, hint));
    let gained = if so.is_empty() {
        let told = "What do customers gain by it? That tells one solution from another";
        Some(Hint::new(Kind::NoResult, 0..0, told))
    } else {
        repeated(so, &wanted)
    };
    let gained = gained.map(|hint| (Told::So, hint));
    means.into_iter().chain(gained).collect()
}

/// A result that says nothing but what was wanted.
fn repeated(so: &str, wanted: &[Word]) -> Option<Hint> {
    let is_telling = |word: &&Word| word.low.len() > 2 && !word.is_one_of(FILLING);
    let gained = words(so);
    let mut telling = gained.iter().filter(is_telling).peekable();
    telling.peek()?;
    let is_there = |word: &Word| wanted.iter().any(|there| stem(there) == stem(word));
    telling.all(is_there).then(|| {
        let told = "This says again what they want to do: say what they gain by it";
        Hint::new(Kind::Repeated, 0..so.len(), told)
    })
}

/// What a word shares with its other forms.
fn stem(word: &Word) -> &str {
    let endings = ["ing", "ed", "es", "s", "e"];
    let stems = endings
        .iter()
        .filter_map(|ending| word.low.strip_suffix(ending));
    stems
        .filter(|stem| stem.len() > 2)
        .min_by_key(|stem| stem.len())
        .unwrap_or(&word.low)
}
