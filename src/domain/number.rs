//! A number that a person typed or a file holds: finite and of a size that arithmetic bears.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

/// The largest magnitude that a workspace holds.
pub const LARGEST: f64 = 1e15;

/// A finite number of at most [`LARGEST`] either side of zero; minus zero is zero.
#[derive(Clone, Copy, PartialEq, Default)]
pub struct Number(f64);

/// Why something is no number for a workspace.
#[derive(Debug, Error, PartialEq)]
pub enum BadNumber {
    /// NaN or an infinity.
    #[error("{0} is no number one can reckon with")]
    NotFinite(f64),
    /// Beyond [`LARGEST`].
    #[error("{0:e} is too large; numbers go up to 1e15")]
    TooLarge(f64),
    /// No number at all.
    #[error("\"{0}\" is no number")]
    NotANumber(String),
}

impl Number {
    /// Zero.
    pub const ZERO: Self = Self(0.0);

    /// Takes a number that can stand in a workspace.
    ///
    /// # Errors
    /// When it is NaN, infinite or beyond [`LARGEST`].
    pub fn new(value: f64) -> Result<Self, BadNumber> {
        if !value.is_finite() {
            Err(BadNumber::NotFinite(value))
        } else if value.abs() > LARGEST {
            Err(BadNumber::TooLarge(value))
        } else {
            Ok(Self(value + 0.0))
        }
    }

    /// The number itself.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl Eq for Number {}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl From<i32> for Number {
    fn from(value: i32) -> Self {
        Self(f64::from(value))
    }
}

impl FromStr for Number {
    type Err = BadNumber;

    /// Takes numbers as people type them: `6.5`, `6,5`, `40%`, `1 200`, `1'200`. A comma is a
    /// decimal comma; with both signs in it, or a comma before exactly three digits behind other
    /// groups of three, the last one is the decimal sign.
    fn from_str(text: &str) -> Result<Self, BadNumber> {
        let no_number = || BadNumber::NotANumber(text.trim().to_owned());
        let bare = text.trim().trim_end_matches('%').trim_end();
        let bare: String = bare
            .chars()
            .filter(|c| !matches!(c, ' ' | '\'' | '’' | '_' | '\u{a0}' | '\u{202f}'))
            .map(|c| if c == '−' { '-' } else { c })
            .collect();
        let is_plain =
            |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+' | 'e' | 'E');
        if bare.is_empty() || !bare.chars().all(is_plain) {
            return Err(no_number());
        }
        Self::new(decimal_point(&bare).parse().map_err(|_| no_number())?)
    }
}

/// Puts the decimal sign as a point and drops the signs that part thousands.
fn decimal_point(text: &str) -> String {
    let commas = text.matches(',').count();
    let points = text.matches('.').count();
    match (commas, points, text.rfind(',') > text.rfind('.')) {
        (1, 0, _) => text.replace(',', "."),
        (_, 0..=1, false) => text.replace(',', ""),
        (1, _, true) => text.replace('.', "").replace(',', "."),
        (0, _, _) => text.replace('.', ""),
        _ => text.replace(',', ""),
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.0)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(f64::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_taken_as_people_type_them() {
        for (text, value) in [
            ("6.5", 6.5),
            ("6,5", 6.5),
            (" 40% ", 40.0),
            ("1 200", 1200.0),
            ("1'200.5", 1200.5),
            ("1.200,5", 1200.5),
            ("1,200.5", 1200.5),
            ("1.200.300", 1_200_300.0),
            ("-3", -3.0),
            ("−3", -3.0),
            ("+2", 2.0),
        ] {
            assert_eq!(text.parse::<Number>().map(Number::get), Ok(value), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_said() {
        for text in ["", "six", "6 days", "nan", "inf", "0x10", "--3"] {
            assert!(
                matches!(text.parse::<Number>(), Err(BadNumber::NotANumber(_))),
                "{text}"
            );
        }
        assert_eq!(
            "1e400".parse::<Number>(),
            Err(BadNumber::NotFinite(f64::INFINITY))
        );
        assert_eq!("1e16".parse::<Number>(), Err(BadNumber::TooLarge(1e16)));
    }

    #[test]
    fn a_number_is_shown_as_short_as_it_is() {
        assert_eq!(Number::from(18).to_string(), "18");
        assert_eq!(
            Number::new(-0.0).expect("zero is a number").to_string(),
            "0"
        );
        assert_eq!(
            "1.80".parse::<Number>().expect("a number").to_string(),
            "1.8"
        );
    }
}
