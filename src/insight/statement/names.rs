//! What we call the things that we make and offer: an outcome that names one of them is worded as a
//! solution.

use std::borrow::Cow;
use std::ops::Range;

use super::table::{ARTEFACTS, SOLUTIONS};
use super::word::{Word, words};
use crate::domain::{Initiative, Outcome, Workspace};

/// The names of a workspace's own means: its initiatives, itself, and what its vision offers.
#[derive(Clone, Debug, Default)]
pub struct Names<'a>(Vec<Cow<'a, str>>);

impl<'a> Names<'a> {
    /// The names that a workspace knows.
    pub fn of(workspace: &'a Workspace) -> Self {
        let outcomes = workspace.outcomes().values();
        Self::with(workspace, outcomes.flat_map(|outcome| &outcome.initiatives))
    }

    /// The names that matter most to one outcome: of its own initiatives, and of the whole.
    pub fn of_outcome(workspace: &'a Workspace, outcome: &'a Outcome) -> Self {
        Self::with(workspace, outcome.initiatives.iter())
    }

    fn with(workspace: &'a Workspace, initiatives: impl Iterator<Item = &'a Initiative>) -> Self {
        let vision = workspace.head().vision.as_ref();
        let offer = vision.and_then(|vision| vision.offer.as_deref());
        let offered = offer.map(names_in).unwrap_or_default().into_iter();
        let names = initiatives.map(|initiative| initiative.name.as_str());
        let names = names.chain([workspace.name()]).map(Cow::Borrowed);
        Self(names.chain(offered.map(Cow::Owned)).collect())
    }

    /// Where the first of the names stands in a text.
    pub(super) fn find(&self, text: &str, words: &[Word]) -> Option<Range<usize>> {
        let found = self.0.iter().filter_map(|name| find(name, text, words));
        found.min_by_key(|range| range.start)
    }
}

/// Where a name stands in a text.
fn find(name: &str, text: &str, there: &[Word]) -> Option<Range<usize>> {
    let first = name.split(|letter: char| !letter.is_alphanumeric());
    let first = first.into_iter().find(|word| !word.is_empty())?;
    // Most names have nothing in common with a text: these are seen at once.
    let may_begin = |word: &&Word| {
        let head = word.low.get(..first.len());
        !first.is_ascii() || head.is_some_and(|head| head.eq_ignore_ascii_case(first))
    };
    there.iter().find(may_begin)?;
    let name_words = words(name);
    // "Onboard the team" may well be what customers want; "Forecast mail" is a thing of ours.
    let is_means = |word: &Word| word.is_noun_of(ARTEFACTS) || word.is_noun_of(SOLUTIONS);
    let is_thing = name_words.len() > 1 && name_words.iter().any(is_means);
    let mut places = (0..there.len()).filter_map(|place| {
        let run = there.get(place..place + name_words.len())?;
        let is_same = run
            .iter()
            .zip(&name_words)
            .all(|(one, other)| one.low == other.low);
        let range = run.first()?.range.start..run.last()?.range.end;
        let is_written = text[range.clone()] == *name && is_capital(name, place == 0);
        (is_same && (is_thing || is_written)).then_some(range)
    });
    places.next()
}

/// Whether a name is written with a capital that no sentence asks for.
fn is_capital(name: &str, is_first: bool) -> bool {
    let letters = name.chars().skip(usize::from(is_first));
    letters.into_iter().any(char::is_uppercase)
        && name.chars().next().is_some_and(char::is_uppercase)
}

/// The names in a sentence: runs of words with capitals.
fn names_in(sentence: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut is_run = false;
    for (place, word) in words(sentence).into_iter().enumerate() {
        let written = &sentence[word.range.clone()];
        let is_name = is_capital(written, place == 0) && written.chars().count() > 1;
        match names.last_mut() {
            Some(name) if is_name && is_run => {
                name.push(' ');
                name.push_str(written);
            }
            Some(_) | None if is_name => names.push(written.to_owned()),
            Some(_) | None => {}
        }
        is_run = is_name;
    }
    names
}

#[cfg(test)]
mod tests {
    use super::{Names, names_in, words};

    fn found<'a>(names: &[&str], text: &'a str) -> Option<&'a str> {
        let known = Names(names.iter().copied().map(Into::into).collect());
        known.find(text, &words(text)).map(|range| &text[range])
    }

    #[test]
    fn names_in_a_sentence_have_capitals() {
        assert_eq!(names_in("A CRM that a team sets up"), ["CRM"]);
        assert_eq!(
            names_in("Acme Pulse, with QuickStart inside"),
            ["Pulse", "QuickStart"]
        );
        assert_eq!(names_in("The best of all tools"), [""; 0]);
    }

    #[test]
    fn a_thing_of_ours_is_found_however_it_is_written() {
        let names = ["Weekly forecast mail"];
        let text = "Minimize the time it takes to read the weekly forecast mail";
        assert_eq!(found(&names, text), Some("weekly forecast mail"));
    }

    #[test]
    fn ordinary_words_are_a_name_only_where_they_are_written_as_one() {
        let names = ["Onboarding", "Onboard the team"];
        assert_eq!(
            found(&names, "Minimize the time it takes to onboard the team"),
            None
        );
        assert_eq!(found(&names, "Onboarding is done sooner"), None);
        let text = "Increase the likelihood that teams finish Onboarding";
        assert_eq!(found(&names, text), Some("Onboarding"));
    }
}
