//! Whether a text is in English: nothing else is judged.

use super::table::{
    ARTEFACTS, COMPARATIVES, DIRECTIONS, ENGLISH, FOREIGN, MEASURES, SOLUTIONS, VAGUE,
};
use super::word::Word;

/// Whether words are English as far as can be told: more of them are known as English than as
/// words of other languages, or all of them are words that outcomes are told by.
pub(super) fn is_english(words: &[Word]) -> bool {
    let english = words.iter().filter(|word| is_known(word)).count();
    let foreign = words.iter().filter(|word| is_foreign(word)).count();
    english > foreign || !words.is_empty() && words.iter().all(is_of_the_trade)
}

fn is_known(word: &Word) -> bool {
    let is_adverb = word.low.len() > 5 && word.low.ends_with("ly");
    is_adverb || word.is_one_of(ENGLISH) || word.is_one_of(DIRECTIONS)
}

fn is_foreign(word: &Word) -> bool {
    let is_accented = |letter: char| letter.is_alphabetic() && !letter.is_ascii();
    word.low.chars().any(is_accented) || word.is_one_of(FOREIGN)
}

/// A word that other languages have borrowed too, which proves nothing among others.
fn is_of_the_trade(word: &Word) -> bool {
    is_known(word)
        || word.is_one_of(COMPARATIVES)
        || word.is_one_of(VAGUE)
        || [SOLUTIONS, ARTEFACTS, MEASURES]
            .iter()
            .any(|nouns| word.is_noun_of(nouns))
}
