//! A text as words: where each stands, and how it is looked up.

use std::ops::Range;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Where it stands, in bytes of the text.
    pub(super) range: Range<usize>,
    /// It in small letters.
    pub(super) low: String,
}

impl Word {
    /// Whether it is one of some words.
    pub(super) fn is_one_of(&self, words: &[&str]) -> bool {
        words.contains(&self.low.as_str())
    }

    /// Whether it is one of some nouns, or its plural.
    pub(super) fn is_noun_of(&self, nouns: &[&str]) -> bool {
        let one = self.low.strip_suffix('s').unwrap_or(&self.low);
        self.is_one_of(nouns) || nouns.contains(&one)
    }
}

/// The words of a text. A hyphen or an apostrophe inside of one belongs to it.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    for (place, letter) in text.char_indices() {
        if letter.is_alphanumeric() {
            start.get_or_insert(place);
            continue;
        }
        let behind = text[place + letter.len_utf8()..].chars().next();
        let is_inside =
            matches!(letter, '-' | '\'' | '’') && behind.is_some_and(char::is_alphanumeric);
        if !is_inside {
            words.extend(start.take().map(|start| word(text, start..place)));
        }
    }
    words.extend(start.map(|start| word(text, start..text.len())));
    words
}

fn word(text: &str, range: Range<usize>) -> Word {
    let low = text[range.clone()].to_lowercase().replace('’', "'");
    Word { range, low }
}

#[cfg(test)]
mod tests {
    use super::words;

    fn low(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.low).collect()
    }

    #[test]
    fn hyphens_and_apostrophes_inside_words_belong_to_them() {
        assert_eq!(
            low("A user-friendly team’s plan –"),
            ["a", "user-friendly", "team's", "plan"]
        );
        assert_eq!(low("'Win' -- more-"), ["win", "more"]);
        assert_eq!(low(""), [""; 0]);
    }

    #[test]
    fn a_word_knows_where_it_stands() {
        let text = "Über 9 Länder";
        let found = words(text);
        assert_eq!(&text[found[2].range.clone()], "Länder");
    }
}
