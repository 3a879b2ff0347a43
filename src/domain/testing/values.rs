//! Random values that stand in records: texts, numbers, days, choices.

use std::fmt::Debug;

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::domain::choice::Choice;
use crate::domain::{Date, Id, Lines, Number, Period, number, text};

/// A text of one line as it may stand in a workspace: never empty, letters of many scripts.
pub(crate) fn line() -> impl Strategy<Value = String> {
    let texts = prop_oneof![
        8 => letters(proptest::char::range(' ', '~')),
        2 => letters(any::<char>()),
        1 => select(vec!["Zażółć", "顧客", "नमस्ते", "ไทย", "👨‍👩‍👧‍👦 ❤️", "שלום", "\"\\'’“", "e\u{301}", "//", "\\u{41}"])
            .prop_map(str::to_owned),
    ];
    texts
        .prop_map(|text| text::clean_line(&text).text)
        .prop_filter("a text that the border leaves nothing of", |text| {
            !text.is_empty()
        })
}

fn letters(letter: impl Strategy<Value = char>) -> impl Strategy<Value = String> {
    vec(letter, 1..16).prop_map(String::from_iter)
}

/// Notes of a few lines, some of them empty.
pub(crate) fn lines() -> impl Strategy<Value = Lines> {
    let lines = vec(prop_oneof![1 => Just(String::new()), 3 => line()], 0..4);
    lines.prop_map(|lines| Lines::from_text(&lines.join("\n")))
}

/// Any number that a workspace may hold.
pub(crate) fn number() -> impl Strategy<Value = Number> {
    let values = prop_oneof![
        (-1_000..1_000).prop_map(f64::from),
        (-100_000..100_000).prop_map(|cents| f64::from(cents) / 100.0),
        -number::LARGEST..=number::LARGEST,
    ];
    values.prop_map(|value| Number::new(value).expect("it is in range"))
}

/// Any day that a workspace may speak of.
pub(crate) fn date() -> impl Strategy<Value = Date> {
    (1900_i16..=2200, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| {
        Date::new(year, month, day).expect("every month has 28 days")
    })
}

/// Any month that a workspace may speak of.
pub(crate) fn period() -> impl Strategy<Value = Period> {
    (1900..=2200, 1..=12).prop_map(|(year, month)| {
        let text = format!("{year:04}-{month:02}");
        text.parse().expect("a month of the calendar")
    })
}

/// Any choice of an enum.
pub(crate) fn any_of<T: Choice + Debug>() -> impl Strategy<Value = T> {
    select(T::ALL)
}

/// Some of the ids, in order, or none.
pub(crate) fn some_of(ids: &[Id]) -> impl Strategy<Value = Vec<Id>> + use<> {
    subsequence(ids.to_vec(), 0..=ids.len())
}

/// One of the ids, or none.
pub(crate) fn one_of(ids: &[Id]) -> BoxedStrategy<Option<Id>> {
    if ids.is_empty() {
        Just(None).boxed()
    } else {
        of(select(ids.to_vec())).boxed()
    }
}
