//! What people type behind a command: the product's words, texts, and paths.

use std::path::Path;

use anyhow::{Context, Result};
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::domain::Date;
use crate::domain::choice::Choice;
use crate::domain::text::clean_line;

/// Takes one of the words of an enum of the product: `five-stages`.
pub(super) fn words<T: Choice + Send + Sync>() -> impl TypedValueParser<Value = T> {
    let all = T::ALL.iter().map(|choice| dashed(choice.word()));
    // Only what is among the words comes this far.
    PossibleValuesParser::new(all).try_map(|word| T::from_word(&word).ok_or("no such word"))
}

/// A word of the product as it is typed: `FiveStages` is `five-stages`, and `Focus group`
/// `focus-group`.
fn dashed(word: &str) -> String {
    let mut dashed = String::new();
    for letter in word.chars() {
        if letter.is_uppercase() && !dashed.is_empty() {
            dashed.push('-');
        }
        match letter {
            ' ' => dashed.push('-'),
            _ => dashed.extend(letter.to_lowercase()),
        }
    }
    dashed
}

/// A text of one line past the border; none where it is missing or empty.
pub(super) fn optional_line(text: Option<&String>) -> Option<String> {
    let text = clean_line(text?).text.trim().to_owned();
    (!text.is_empty()).then_some(text)
}

/// Today, where the person is.
pub(super) fn today() -> Result<Date> {
    Date::from_civil(jiff::Zoned::now().date()).context("the clock of this machine is wrong")
}

/// A path as a shell takes it.
pub(super) fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain = |c: char| c.is_alphanumeric() || "/\\.,:=@%+-_~".contains(c);
    if path.chars().all(is_plain) {
        path
    } else {
        format!("'{}'", path.replace('\'', r"'\''"))
    }
}
