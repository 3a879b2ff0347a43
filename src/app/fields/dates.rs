//! Days as people say them: `2026-10-31`, `31.10.`, `10/31`, `Oct 2026`, `next Fri`, `2 weeks ago`.

use jiff::civil::{self, Weekday};
use jiff::{Span, ToSpan};

use crate::domain::Date;

/// Reads a day, as it is meant on a given one. A month means its last day. Where the year is
/// missing, it is the one that puts the day nearest to today.
///
/// # Errors
/// In words, that no day was understood.
pub fn read(typed: &str, today: Date) -> Result<Date, String> {
    let folded = typed.trim().to_lowercase();
    let today = today.civil();
    let date = named(&folded, today)
        .or_else(|| weekday(&folded, today))
        .or_else(|| away(&folded, today))
        .or_else(|| written(&folded, today))
        .ok_or_else(|| {
            let typed = typed.trim();
            format!("\"{typed}\" is no date; write it as 2026-10-31, 31.10., last Fri or 2026-10")
        })?;
    Date::from_civil(date).map_err(|bad| bad.to_string())
}

/// Days that have a name of their own.
fn named(text: &str, today: civil::Date) -> Option<civil::Date> {
    let (span, is_month) = match text {
        "today" | "now" => (0.days(), false),
        "yesterday" => (-1.days(), false),
        "tomorrow" => (1.day(), false),
        "last week" => (-1.weeks(), false),
        "next week" => (1.week(), false),
        "last month" => (-1.months(), true),
        "this month" | "end of month" => (0.months(), true),
        "next month" => (1.month(), true),
        _ => return None,
    };
    let date = today.checked_add(span).ok()?;
    Some(if is_month { date.last_of_month() } else { date })
}

/// `fri` and `this fri` are the coming one, today included; `next fri` comes after today, `last
/// fri` was before.
fn weekday(text: &str, today: civil::Date) -> Option<civil::Date> {
    let (which, name) = text.split_once(' ').unwrap_or(("this", text));
    let day = WEEKDAYS
        .iter()
        .find(|(full, _)| name.len() >= 2 && full.starts_with(name))?
        .1;
    match which {
        "this" | "on" if today.weekday() == day => Some(today),
        "this" | "on" | "next" => today.nth_weekday(1, day).ok(),
        "last" => today.nth_weekday(-1, day).ok(),
        _ => None,
    }
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// `in 3 days`, `2 weeks ago`, `+3`, `-10`.
fn away(text: &str, today: civil::Date) -> Option<civil::Date> {
    if text.starts_with(['+', '-']) {
        let days: i32 = text.parse().ok()?;
        return today.checked_add(Span::new().try_days(days).ok()?).ok();
    }
    let (count, is_past) = match (text.strip_prefix("in "), text.strip_suffix(" ago")) {
        (Some(count), None) => (count, false),
        (None, Some(count)) => (count, true),
        (Some(_), Some(_)) | (None, None) => return None,
    };
    let (count, unit) = count.trim().split_once(' ')?;
    let count: i32 = count.parse().ok()?;
    let span = match unit.trim().trim_end_matches('s') {
        "day" => Span::new().try_days(count),
        "week" => Span::new().try_weeks(count),
        "month" => Span::new().try_months(count),
        "year" => Span::new().try_years(count),
        _ => return None,
    };
    let span = span.ok()?;
    let span = if is_past { -span } else { span };
    today.checked_add(span).ok()
}

/// A day in digits or with the name of a month.
fn written(text: &str, today: civil::Date) -> Option<civil::Date> {
    let parts: Vec<&str> = text
        .split([' ', ',', '.', '/', '-'])
        .filter(|part| !part.is_empty())
        .collect();
    let is_american = text.contains('/');
    match parts.as_slice() {
        [year, month] if year.len() == 4 => month_end(number(year)?, month),
        [month, year] if year.len() == 4 => month_end(number(year)?, month),
        [month] if month_of(month).is_some() => {
            let month = month_of(month)?;
            nearest(today, |year| month_end_of(year, month))
        }
        [year, month, day] if year.len() == 4 => in_year(number(year)?, month_of(month)?, day),
        [first, second, year] => {
            let (day, month) = day_and_month(first, second, is_american)?;
            in_year(full_year(year)?, month, day)
        }
        [first, second] => {
            let (day, month) = day_and_month(first, second, is_american)?;
            nearest(today, |year| in_year(year, month, day))
        }
        _ => None,
    }
}

/// Which of two parts is the day: with a month's name the other one; with slashes the second, as
/// Americans write it, unless it can't be; otherwise the first.
fn day_and_month<'a>(first: &'a str, second: &'a str, is_american: bool) -> Option<(&'a str, i8)> {
    let is_month_first = if is_word(first) {
        true
    } else {
        !is_word(second) && is_american && number(first)? <= 12
    };
    if is_month_first {
        Some((second, month_of(first)?))
    } else {
        Some((first, month_of(second)?))
    }
}

fn is_word(part: &str) -> bool {
    part.starts_with(char::is_alphabetic)
}

/// A month by its number or its English name, of which three letters are enough; a quarter (`q3`)
/// is its last month.
fn month_of(part: &str) -> Option<i8> {
    if let Some(quarter) = part.strip_prefix('q') {
        let quarter: i8 = quarter.parse().ok()?;
        return (1..=4).contains(&quarter).then_some(quarter * 3);
    }
    if is_word(part) {
        let is_meant = |name: &str| part.len() >= 3 && name.starts_with(part);
        let place = MONTHS.iter().position(|name| is_meant(name))?;
        return i8::try_from(place + 1).ok();
    }
    let month: i8 = part.parse().ok()?;
    (1..=12).contains(&month).then_some(month)
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

fn number(part: &str) -> Option<i16> {
    part.parse().ok()
}

/// A year in four digits, or in two of this century.
fn full_year(part: &str) -> Option<i16> {
    let year = number(part)?;
    match part.len() {
        4 => Some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}

fn in_year(year: i16, month: i8, day: &str) -> Option<civil::Date> {
    let day = day.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
    civil::Date::new(year, month, day.parse().ok()?).ok()
}

fn month_end(year: i16, month: &str) -> Option<civil::Date> {
    month_end_of(year, month_of(month)?)
}

fn month_end_of(year: i16, month: i8) -> Option<civil::Date> {
    let first = civil::Date::new(year, month, 1).ok()?;
    Some(first.last_of_month())
}

/// The day of last year, this year or next year that is nearest to today.
fn nearest(
    today: civil::Date,
    in_year: impl Fn(i16) -> Option<civil::Date>,
) -> Option<civil::Date> {
    let years = [today.year(), today.year() - 1, today.year() + 1];
    let days = years.into_iter().filter_map(in_year);
    days.min_by_key(|day| (*day - today).get_days().abs())
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::domain::Date;

    fn day(text: &str) -> Date {
        text.parse().expect("a date")
    }

    /// 22 November 2026 is a Sunday.
    #[test]
    fn days_are_taken_as_people_say_them() {
        let today = day("2026-11-22");
        for (typed, meant) in [
            ("2026-10-31", "2026-10-31"),
            (" 2026-1-5 ", "2026-01-05"),
            ("31.10.2026", "2026-10-31"),
            ("31.10.26", "2026-10-31"),
            ("31.10.", "2026-10-31"),
            ("5.1.", "2027-01-05"),
            ("10/31", "2026-10-31"),
            ("31/10", "2026-10-31"),
            ("10/31/2026", "2026-10-31"),
            ("1/15", "2027-01-15"),
            ("31 Oct", "2026-10-31"),
            ("Oct 31", "2026-10-31"),
            ("October 31st, 2025", "2025-10-31"),
            ("2026-10", "2026-10-31"),
            ("2024-02", "2024-02-29"),
            ("10/2026", "2026-10-31"),
            ("Oct 2026", "2026-10-31"),
            ("october", "2026-10-31"),
            ("feb", "2027-02-28"),
            ("Q3 2026", "2026-09-30"),
            ("2026-Q3", "2026-09-30"),
            ("today", "2026-11-22"),
            ("Yesterday", "2026-11-21"),
            ("tomorrow", "2026-11-23"),
            ("last week", "2026-11-15"),
            ("next month", "2026-12-31"),
            ("last month", "2026-10-31"),
            ("next Fri", "2026-11-27"),
            ("last Friday", "2026-11-20"),
            ("sunday", "2026-11-22"),
            ("next sunday", "2026-11-29"),
            ("last sun", "2026-11-15"),
            ("in 3 days", "2026-11-25"),
            ("2 weeks ago", "2026-11-08"),
            ("1 month ago", "2026-10-22"),
            ("+3", "2026-11-25"),
            ("-22", "2026-10-31"),
        ] {
            assert_eq!(read(typed, today), Ok(day(meant)), "{typed}");
        }
    }

    #[test]
    fn what_is_no_day_is_said_with_what_is_expected() {
        let today = day("2026-11-22");
        for typed in [
            "2026-02-30",
            "31.13.",
            "soon",
            "m",
            "+99999999999",
            "in many days",
            "2026",
            "32 oct",
            "q5 2026",
            "in 9999999 years",
        ] {
            let told = read(typed, today).expect_err(typed);
            assert!(told.contains(typed), "{told}");
            assert!(told.contains("2026-10-31"), "{told}");
        }
        assert_eq!(
            read("1.1.1850", today),
            Err("1850 is outside the years 1900 to 2200".to_owned())
        );
    }
}
