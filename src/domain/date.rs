//! Days and months as they stand in the file: `2026-10-31` and `2026-10`, in the years 1900–2200.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

/// The years that a workspace may speak of.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;

/// The months as dates in words have them.
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// A day of the calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(jiff::civil::Date);

/// A month of the calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    year: i16,
    month: i8,
}

/// Why a text is no date or period.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum BadDate {
    /// Not of the form `YYYY-MM-DD`, or no day of the calendar.
    #[error("\"{0}\" is no date; a date is written 2026-10-31")]
    Date(String),
    /// Not of the form `YYYY-MM`, or no month of the calendar.
    #[error("\"{0}\" is no month; a month is written 2026-10")]
    Period(String),
    /// Outside the years that a workspace speaks of.
    #[error("{0} is outside the years 1900 to 2200")]
    Year(i16),
}

impl Date {
    /// A day by its year, month and day.
    ///
    /// # Errors
    /// When the calendar has no such day, or the year is outside 1900–2200.
    pub fn new(year: i16, month: i8, day: i8) -> Result<Self, BadDate> {
        let date = jiff::civil::Date::new(year, month, day)
            .map_err(|_| BadDate::Date(format!("{year:04}-{month:02}-{day:02}")))?;
        Self::within(date)
    }

    fn within(date: jiff::civil::Date) -> Result<Self, BadDate> {
        if YEARS.contains(&date.year()) {
            Ok(Self(date))
        } else {
            Err(BadDate::Year(date.year()))
        }
    }

    /// The day of a calendar date that `jiff` gives, such as today's.
    ///
    /// # Errors
    /// When the year is outside 1900–2200.
    pub fn from_civil(date: jiff::civil::Date) -> Result<Self, BadDate> {
        Self::within(date)
    }

    /// The calendar date, for reckoning with.
    pub fn civil(self) -> jiff::civil::Date {
        self.0
    }

    /// The day as people read it: `31 Oct 2026`.
    pub fn in_words(self) -> String {
        let month = usize::try_from(self.0.month()).unwrap_or(1) - 1;
        format!("{} {} {}", self.0.day(), MONTHS[month], self.0.year())
    }

    /// The day that comes so many days after it; before it where they are negative. None outside the
    /// years of a workspace.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Option<Self> {
        let span = jiff::Span::new().try_days(days).ok()?;
        Self::within(self.0.checked_add(span).ok()?).ok()
    }

    /// How many days lie between another day and this one; negative when this one is the earlier.
    pub fn days_since(self, other: Self) -> i32 {
        (self.0 - other.0).get_days()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}-{:02}",
            self.0.year(),
            self.0.month(),
            self.0.day()
        )
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Date {
    type Err = BadDate;

    fn from_str(text: &str) -> Result<Self, BadDate> {
        let no_date = || BadDate::Date(text.to_owned());
        // jiff also takes "2026-10-31T10:00", of which a date would silently drop the time.
        if text.len() != "2026-10-31".len() {
            return Err(no_date());
        }
        Self::within(text.parse().map_err(|_| no_date())?)
    }
}

impl FromStr for Period {
    type Err = BadDate;

    fn from_str(text: &str) -> Result<Self, BadDate> {
        let no_period = || BadDate::Period(text.to_owned());
        if text.len() != "2026-10".len() {
            return Err(no_period());
        }
        let first: Date = format!("{text}-01").parse().map_err(|_| no_period())?;
        Ok(Self {
            year: first.0.year(),
            month: first.0.month(),
        })
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl fmt::Debug for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        assert_eq!(
            "2026-02-28".parse::<Date>().map(|d| d.to_string()),
            Ok("2026-02-28".into())
        );
        for text in [
            "2026-02-30",
            "2026-2-3",
            "31.10.2026",
            "2026-10-31T10:00",
            "",
            "2026-10",
        ] {
            assert_eq!(
                text.parse::<Date>(),
                Err(BadDate::Date(text.into())),
                "{text}"
            );
        }
        assert_eq!("1899-12-31".parse::<Date>(), Err(BadDate::Year(1899)));
        assert_eq!("2201-01-01".parse::<Date>(), Err(BadDate::Year(2201)));
    }

    #[test]
    fn a_date_is_read_in_words() {
        let words = |text: &str| text.parse::<Date>().map(Date::in_words);
        assert_eq!(words("2026-10-31"), Ok("31 Oct 2026".into()));
        assert_eq!(words("2027-01-01"), Ok("1 Jan 2027".into()));
    }

    #[test]
    fn a_period_is_a_month() {
        assert_eq!(
            "2026-09".parse::<Period>().map(|p| p.to_string()),
            Ok("2026-09".into())
        );
        for text in ["2026-13", "2026", "2026-9", "2026-09-01"] {
            assert_eq!(
                text.parse::<Period>(),
                Err(BadDate::Period(text.into())),
                "{text}"
            );
        }
    }

    #[test]
    fn days_are_counted_across_months_and_years() {
        let day = |text: &str| text.parse::<Date>().expect("a date");
        assert_eq!(day("2027-03-01").days_since(day("2026-03-01")), 365);
        assert_eq!(day("2026-10-30").days_since(day("2026-10-31")), -1);
    }
}
