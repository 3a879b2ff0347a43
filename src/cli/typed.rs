//! What arguments take: the product's words, texts and dates, as people type them.

use anyhow::{Context, Result, anyhow, bail};
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::domain::choice::Choice;
use crate::domain::text::clean_line;
use crate::domain::{Date, Number};

/// Takes one of the words of an enum of the product: `five-stages`.
pub(super) fn words<T: Choice + Send + Sync>() -> impl TypedValueParser<Value = T> {
    let all = T::ALL.iter().map(|choice| dashed(choice.word()));
    // Only what is among the words comes this far.
    PossibleValuesParser::new(all).try_map(|word| T::from_word(&word).ok_or("no such word"))
}

/// A word of the product as it is typed: `FiveStages` is `five-stages`.
fn dashed(word: &str) -> String {
    let mut dashed = String::new();
    for letter in word.chars() {
        if letter.is_uppercase() && !dashed.is_empty() {
            dashed.push('-');
        }
        dashed.extend(letter.to_lowercase());
    }
    dashed
}

/// A text of one line, past the border; `what` says what it is, where it is empty.
pub(super) fn line(text: &str, what: &str) -> Result<String> {
    let text = clean_line(text).text.trim().to_owned();
    if text.is_empty() {
        bail!("{what} can't be empty");
    }
    Ok(text)
}

/// As [`line`], of a text that may be missing or empty.
pub(super) fn optional_line(text: Option<&String>) -> Option<String> {
    let text = clean_line(text?).text.trim().to_owned();
    (!text.is_empty()).then_some(text)
}

/// A number as people type it.
pub(super) fn number(text: &str) -> Result<Number> {
    text.parse().map_err(|error| anyhow!("{error}"))
}

/// A day, as `2026-10-31`; today where none is given.
pub(super) fn date(text: Option<&str>) -> Result<Date> {
    match text {
        Some(text) => Ok(text.parse()?),
        None => today(),
    }
}

/// Today, where the person is.
pub(super) fn today() -> Result<Date> {
    Date::from_civil(jiff::Zoned::now().date()).context("the clock of this machine is wrong")
}
