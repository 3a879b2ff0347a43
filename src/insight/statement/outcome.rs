//! Hints at the wording of an outcome.

use std::ops::Range;

use super::language::is_english;
use super::table::{
    AGAIN, ARTEFACTS, BECOMING, BUILDING, BUILDING_BY, COMPARATIVES, DIRECTIONS, JOINING, LEAD_IN,
    MEASURES, OPEN, REFUSING, SOLUTIONS, STEMS, USING, VAGUE,
};
use super::word::{Word, words};
use super::{Hint, Kind, Names};

/// How many words an outcome has at most that is taken in at once.
const MOST: usize = 30;

/// How many words lie at most between a verb of building and what is built.
const NEAR: usize = 6;

/// Hints at the wording of an outcome's statement, the most telling first.
pub fn of_outcome(statement: &str, names: &Names<'_>) -> Vec<Hint> {
    let words = words(statement);
    if !is_english(&words) {
        return Vec::new();
    }
    let lead = lead(&words);
    [
        solution(statement, &words, names),
        built(statement, &words[lead..]),
        two_in_one(statement, &words),
        no_direction(&words, lead),
        no_metric(&words[lead..]),
        vague(statement, &words),
        too_long(&words),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Where the statement begins behind who wants it. A lead-in that is all there is, is none.
fn lead(words: &[Word]) -> usize {
    let first = words.iter().position(|word| !word.is_one_of(LEAD_IN));
    first.filter(|first| *first <= NEAR).unwrap_or(0)
}

/// A means that is named wherever it stands.
pub(super) fn solution(text: &str, words: &[Word], names: &Names<'_>) -> Option<Hint> {
    let integrates = (1..words.len())
        .find(|place| words[*place].low == "with" && words[place - 1].low.starts_with("integrat"));
    let integrates = integrates.map(|place| &words[place - 1]);
    let noun = words.iter().find(|word| word.is_noun_of(SOLUTIONS));
    let range = noun.or(integrates).map(|word| word.range.clone());
    if let Some(range) = names.find(text, words) {
        let told = format!(
            "'{}' is what you make or offer: say what customers gain by it",
            &text[range.clone()]
        );
        return Some(Hint::new(Kind::Solution, range, told));
    }
    range.map(|range| means(text, range))
}

fn means(text: &str, range: Range<usize>) -> Hint {
    let told = format!(
        "'{}' is a solution: say what customers gain by it",
        &text[range.clone()]
    );
    Hint::new(Kind::Solution, range, told)
}

/// A statement that is about building something: "Add a report", "… by adding a report", "Report".
fn built(text: &str, words: &[Word]) -> Option<Hint> {
    if words.iter().any(|word| word.is_noun_of(SOLUTIONS)) {
        // It is hinted at by its name.
        return None;
    }
    if words.iter().all(|word| word.is_noun_of(ARTEFACTS)) {
        return Some(means(
            text,
            words.first()?.range.start..words.last()?.range.end,
        ));
    }
    let first = words.first().filter(|word| word.is_one_of(BUILDING));
    let by = words.iter().position(|word| word.low == "by");
    let means_to = by.and_then(|by| words.get(by + 1));
    let means_to = means_to.filter(|word| word.is_one_of(BUILDING_BY));
    let verb = first.or(means_to)?;
    let behind = words
        .iter()
        .filter(|word| word.range.start > verb.range.start);
    let built = behind.take(NEAR).find(|word| word.is_noun_of(ARTEFACTS));
    let end = match built {
        Some(built) => built.range.end,
        None if means_to.is_some() => words.last()?.range.end,
        None => return None,
    };
    Some(means(text, verb.range.start..end))
}

/// A means that is used: "click the export".
pub(super) fn used(text: &str, words: &[Word]) -> Option<Hint> {
    let verb = words.first().filter(|word| word.is_one_of(USING))?;
    let used = words
        .iter()
        .take(NEAR)
        .find(|word| word.is_noun_of(ARTEFACTS))?;
    Some(means(text, verb.range.start..used.range.end))
}

fn two_in_one(text: &str, words: &[Word]) -> Option<Hint> {
    let second = (1..words.len()).find(|place| begins_another(text, words, *place))?;
    let range = words[second].range.start..words.last()?.range.end;
    let begin = words[second..].iter().take(3).next_back()?;
    let begin = &text[range.start..begin.range.end];
    let told = format!("Two outcomes in one: from '{begin} …' on it is a card of its own");
    Some(Hint::new(Kind::TwoInOne, range, told))
}

/// Whether what comes behind a sentence, a part of one or a word that joins is another outcome.
fn begins_another(text: &str, words: &[Word], place: usize) -> bool {
    let gap = &text[words[place - 1].range.end..words[place].range.start];
    let is_sentence = gap.contains(['.', ';']) && words[place].is_one_of(AGAIN);
    let is_parted = gap.contains(['.', ';', '&', '+', '/', ',']);
    is_sentence || (is_parted || words[place].is_one_of(JOINING)) && is_second(words, place)
}

/// Whether an outcome of its own begins with the word at a place, or behind it where it joins.
fn is_second(words: &[Word], place: usize) -> bool {
    let (before, behind) = words.split_at(place);
    let joins = behind[0].is_one_of(JOINING);
    let behind = if joins { &behind[1..] } else { behind };
    has_own_direction(before, behind) || joins && has_own_metric(before, behind)
}

/// Whether another direction begins: "… and increase the quality". Customers may want to "find and
/// reduce waste": that is one thing they do.
fn has_own_direction(before: &[Word], behind: &[Word]) -> bool {
    let Some((first, rest)) = behind.split_first() else {
        return false;
    };
    let is_first = before.iter().any(|word| word.is_one_of(DIRECTIONS));
    let is_doing =
        first.low.ends_with("ing") && STEMS.iter().any(|stem| first.low.starts_with(stem));
    if !is_first || !(first.is_one_of(AGAIN) || is_doing) {
        return false;
    }
    let is_inside = is_doing || before.iter().any(|word| word.low == "to");
    !is_inside || begins_with_metric(rest)
}

/// Whether another metric with its object begins: "… and the likelihood that it breaks". What is
/// measured of one object is one: "the time and effort it takes".
fn has_own_metric(before: &[Word], behind: &[Word]) -> bool {
    let of_both = |word: &Word| word.is_noun_of(MEASURES) || word.is_one_of(&["and", "or", "the"]);
    let first = before.iter().position(|word| word.is_noun_of(MEASURES));
    let has_object = first.is_some_and(|first| !before[first..].iter().all(of_both));
    begins_with_metric(behind) && has_object && before.iter().any(|word| word.is_one_of(DIRECTIONS))
}

/// Whether words begin with a metric and what leads to its object. Without an article it is part of
/// another's: "the cost of fuel and loss of time".
fn begins_with_metric(words: &[Word]) -> bool {
    let [article, metric, link, ..] = words else {
        return false;
    };
    article.low == "the" && metric.is_noun_of(MEASURES) && link.is_one_of(&["of", "that", "it"])
}

fn no_direction(words: &[Word], lead: usize) -> Option<Hint> {
    let has_stem = |word: &Word| STEMS.iter().any(|stem| word.low.starts_with(stem));
    let is_compared = words
        .iter()
        .any(|word| has_stem(word) || word.is_one_of(COMPARATIVES));
    let first = words.get(lead)?;
    if is_compared || first.is_one_of(DIRECTIONS) || first.is_one_of(REFUSING) {
        return None;
    }
    let told = "No direction yet: begin with 'Minimize …' or 'Increase …'";
    Some(Hint::new(Kind::NoDirection, first.range.clone(), told))
}

fn no_metric(words: &[Word]) -> Option<Hint> {
    let (direction, rest) = words.split_first()?;
    let is_measured = |word: &Word| word.is_noun_of(MEASURES) || word.is_one_of(COMPARATIVES);
    if !direction.is_one_of(OPEN) || rest.iter().any(is_measured) {
        return None;
    }
    let object = rest.first()?.range.start..rest.last()?.range.end;
    let told = "Nothing is measured yet: the time, the effort, the likelihood …";
    Some(Hint::new(Kind::NoMetric, object, told))
}

fn vague(text: &str, words: &[Word]) -> Option<Hint> {
    let found = (0..words.len()).find(|place| {
        let word = &words[*place];
        let is_last = *place + 1 == words.len();
        let is_judging = *place == 0 || is_last || words[place - 1].is_one_of(BECOMING);
        // "A better job" is one that can be told from another: "work better" is not.
        word.is_one_of(VAGUE) && (word.low != "better" || is_judging)
    })?;
    let range = words[found].range.clone();
    let told = format!(
        "'{}' is something else to everybody: say what can be measured",
        &text[range.clone()]
    );
    Some(Hint::new(Kind::Vague, range, told))
}

fn too_long(words: &[Word]) -> Option<Hint> {
    let range = words.get(MOST)?.range.start..words.last()?.range.end;
    let told = format!(
        "{} words are many for one outcome: what can go?",
        words.len()
    );
    Some(Hint::new(Kind::TooLong, range, told))
}
