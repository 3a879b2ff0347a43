//! The words of an explanation: what is expected, and what was probably meant.

use std::fmt;

use serde::de::{Expected, Visitor};

use crate::domain::Number;
use crate::store::format::outline::Shape;
use crate::store::format::place::excerpt;

/// What a reader of values says it expects.
pub(super) fn in_words<'de>(visitor: &impl Visitor<'de>) -> String {
    struct Words<'a>(&'a dyn Expected);
    impl fmt::Display for Words<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.fmt(f)
        }
    }
    let words = Words(visitor).to_string();
    match words.strip_prefix("tuple struct ") {
        Some("Answer") => "an answer, such as (\"a-job\", 5, 3)".to_owned(),
        _ => words,
    }
}

/// The word for the record that a type of the domain is.
pub(super) fn record_word(name: &str) -> String {
    let mut word = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !word.is_empty() {
            word.push(' ');
        }
        word.extend(letter.to_lowercase());
    }
    if word == "kpi" {
        "KPI".to_owned()
    } else {
        word
    }
}

/// What to say of a field that is not there.
pub(crate) fn unknown_field(field: &str, known: &[&str]) -> String {
    match nearest(field, known) {
        Some(nearest) => format!("unknown field `{field}`; did you mean `{nearest}`?"),
        None => format!("unknown field `{field}`; the fields are {}", listed(known)),
    }
}

/// What to say of a word that is none of those to choose from.
pub(super) fn one_of(found: &str, words: &[&str]) -> String {
    let bare = found.trim_matches('"');
    let found = excerpt(found);
    let unquoted = if bare.len() + 2 == found.trim_matches('`').len() && words.contains(&bare) {
        ", without quotes"
    } else {
        ""
    };
    match nearest(bare, words) {
        Some(nearest) => {
            let words = listed(words);
            format!("found {found}; did you mean `{nearest}`{unquoted}? The words are {words}")
        }
        None => format!("found {found}; expected one of {}", listed(words)),
    }
}

fn listed(words: &[&str]) -> String {
    let words: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    words.join(", ")
}

/// The known word that was probably meant.
fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let word = word.to_lowercase();
    let distance = |known: &str| strsim::damerau_levenshtein(&word, &known.to_lowercase());
    let nearest = known.iter().copied().min_by_key(|known| distance(known))?;
    (distance(nearest) <= 1 + word.len() / 4).then_some(nearest)
}

/// What to do about a value of the wrong kind, where that can be told.
pub(super) fn hint(piece: &str, shape: &Shape, expected: &str) -> Option<String> {
    let wants_text = expected.contains("quotes");
    let wants_number = expected.contains("number");
    match shape {
        Shape::Text if wants_number => {
            let number: Number = piece.trim_matches('"').parse().ok()?;
            Some(format!("write `{number}`, without quotes"))
        }
        Shape::Number | Shape::Word if wants_text && piece == "None" => {
            Some("leave the field out where it says nothing".to_owned())
        }
        Shape::Number | Shape::Word if wants_text => Some(format!("write `\"{piece}\"`")),
        Shape::Text if expected.contains("a list") => Some(format!("write `[{piece}]`")),
        Shape::Text | Shape::Number | Shape::Word | Shape::Group(_) | Shape::Unread => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_that_was_meant_is_found() {
        let known = ["statement", "stage", "status"];
        assert_eq!(nearest("statment", &known), Some("statement"));
        assert_eq!(nearest("Stage", &known), Some("stage"));
        assert_eq!(nearest("colour", &known), None);
    }

    #[test]
    fn records_have_the_products_words() {
        assert_eq!(record_word("EscalationStep"), "escalation step");
        assert_eq!(record_word("Kpi"), "KPI");
    }
}
