//! What we call the things that we make and offer: an outcome that names one of them is worded as a
//! solution.

use std::collections::HashMap;
use std::ops::Range;

use super::vocabulary::{ARTEFACTS, SOLUTIONS};
use super::word::{Word, words};
use crate::domain::Workspace;

/// The names of a workspace's own means: its initiatives, itself, and what its vision offers.
#[derive(Clone, Debug, Default)]
pub struct Names(HashMap<String, Vec<Name>>);

/// A name as it is found in a text.
#[derive(Clone, Debug)]
struct Name {
    low: Vec<String>,
    /// As it is written, where only that tells it from ordinary words.
    written: Option<String>,
}

impl Names {
    /// The names that a workspace knows.
    pub fn of(workspace: &Workspace) -> Self {
        let mut names = Self::default();
        let outcomes = workspace.outcomes().values();
        for initiative in outcomes.flat_map(|outcome| &outcome.initiatives) {
            names.put(&initiative.name);
        }
        names.put(workspace.name());
        let vision = workspace.head().vision.as_ref();
        let offer = vision.and_then(|vision| vision.offer.as_deref());
        for name in offer.map(names_in).unwrap_or_default() {
            names.put(&name);
        }
        names
    }

    fn put(&mut self, name: &str) {
        let found = words(name);
        let Some(first) = found.first() else { return };
        // "Onboard the team" may well be what customers want; "Forecast mail" is a thing of ours.
        let is_thing = found.len() > 1
            && (found.iter().any(|word| word.is_noun_of(ARTEFACTS))
                || found.iter().any(|word| word.is_noun_of(SOLUTIONS)));
        let name = Name {
            low: found.iter().map(|word| word.low.clone()).collect(),
            written: (!is_thing).then(|| name.to_owned()),
        };
        self.0.entry(first.low.clone()).or_default().push(name);
    }

    /// Where the first of the names stands in a text.
    pub(super) fn find(&self, text: &str, words: &[Word]) -> Option<Range<usize>> {
        (0..words.len()).find_map(|place| {
            let names = self.0.get(&words[place].low)?;
            names.iter().find_map(|name| name.at(text, words, place))
        })
    }
}

impl Name {
    /// Where it stands in a text, if it begins with the word at a place.
    fn at(&self, text: &str, words: &[Word], place: usize) -> Option<Range<usize>> {
        let there = words.get(place..place + self.low.len())?;
        if there
            .iter()
            .zip(&self.low)
            .any(|(word, low)| word.low != *low)
        {
            return None;
        }
        let range = there.first()?.range.start..there.last()?.range.end;
        let is_meant = match &self.written {
            None => true,
            // Every first word has a capital.
            Some(written) => text[range.clone()] == **written && is_capital(written, place == 0),
        };
        is_meant.then_some(range)
    }
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
        let mut known = Names::default();
        names.iter().for_each(|name| known.put(name));
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
