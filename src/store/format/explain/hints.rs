//! The words of an explanation: what is expected, and what was probably meant.

use std::fmt;

use serde::de::{Expected, Visitor};

use crate::domain::Number;
use crate::store::format::outline::Shape;
use crate::store::format::place::excerpt;

/// Beyond this length, in bytes, nothing is guessed of what was meant.
const LONGEST: usize = 40;

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
    let unquoted = if words.contains(&bare) {
        ", without quotes"
    } else {
        ""
    };
    let (found, listed) = (excerpt(found), listed(words));
    match nearest(bare, words) {
        Some(nearest) => {
            format!("found {found}; did you mean `{nearest}`{unquoted}? The words are {listed}")
        }
        None => format!("found {found}; expected one of {listed}"),
    }
}

fn listed(words: &[&str]) -> String {
    let words: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    words.join(", ")
}

/// The known word that was probably meant.
fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    if word.len() > LONGEST {
        return None;
    }
    let word = word.to_lowercase();
    let distance = |known: &str| strsim::damerau_levenshtein(&word, &known.to_lowercase());
    let nearest = known.iter().copied().min_by_key(|known| distance(known))?;
    (distance(nearest) <= 1 + word.len() / 4).then_some(nearest)
}

/// What a value should be.
#[derive(Clone, Copy)]
pub(super) enum Wanted<'a> {
    Text,
    Number,
    Whole,
    /// A whole number of this size at most.
    UpTo(u8),
    List,
    /// Something else, in words.
    Words(&'a str),
}

impl fmt::Display for Wanted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text => f.write_str("a text in quotes"),
            Self::Number => f.write_str("a number, such as 6.5"),
            Self::Whole => f.write_str("a whole number"),
            Self::UpTo(most) => write!(f, "a whole number up to {most}"),
            Self::List => f.write_str("a list in [ ]"),
            Self::Words(words) => f.write_str(words),
        }
    }
}

impl Wanted<'_> {
    /// What to do about something else that was found, where that can be told.
    pub(super) fn hint(self, piece: &str, shape: &Shape) -> Option<String> {
        if piece.len() > LONGEST {
            return None;
        }
        let is_bare = matches!(shape, Shape::Number | Shape::Word);
        match self {
            Self::Text if piece == "None" => {
                Some("leave the field out where it says nothing".to_owned())
            }
            Self::Text if is_bare => Some(format!("write `\"{piece}\"`")),
            Self::Number | Self::Whole | Self::UpTo(_) if *shape == Shape::Text => {
                let number: Number = piece.trim_matches('"').parse().ok()?;
                Some(format!("write `{number}`, without quotes"))
            }
            Self::List if *shape == Shape::Text => Some(format!("write `[{piece}]`")),
            Self::Text
            | Self::Number
            | Self::Whole
            | Self::UpTo(_)
            | Self::List
            | Self::Words(_) => None,
        }
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
