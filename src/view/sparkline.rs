//! Readings over time as a row of bars, one cell a period: how a KPI goes at a glance.
//!
//! A period without a reading is a blank, never a bar. The figures stand beside the bars and are
//! drawn by those who use this; nothing here touches a cell of the screen.

use super::glyphs;
use crate::app::glyphs::Glyphs;
use crate::domain::{Cadence, Date, Kpi, Reading};

/// The range of values that bars of one KPI are drawn against: all its readings and its target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The lowest.
    pub low: f64,
    /// The highest.
    pub high: f64,
}

impl Scale {
    /// The scale of a KPI; none when it was never read.
    pub fn of(kpi: &Kpi) -> Option<Self> {
        let values = kpi.readings.iter().map(|reading| reading.value.get());
        let range = values.fold(None, |range: Option<Self>, value| {
            Some(range.map_or(
                Self {
                    low: value,
                    high: value,
                },
                |range| range.with(value),
            ))
        })?;
        Some(kpi.target.map_or(range, |target| range.with(target.get())))
    }

    fn with(self, value: f64) -> Self {
        Self {
            low: self.low.min(value),
            high: self.high.max(value),
        }
    }

    /// Where a value lies, from 0 at the lowest to 1 at the highest; in the middle where there is
    /// but one value.
    pub fn part(self, value: f64) -> f64 {
        let range = self.high - self.low;
        if range > 0.0 {
            ((value - self.low) / range).clamp(0.0, 1.0)
        } else {
            0.5
        }
    }

    /// The level of a value among `levels`, from 0.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a part of 0 to 1 of a few levels"
    )]
    pub fn level(self, value: f64, levels: usize) -> usize {
        (self.part(value) * levels.saturating_sub(1) as f64).round() as usize
    }

    /// The bar of a value that is one cell high.
    pub fn bar(self, value: f64, glyphs: Glyphs) -> char {
        let bars = glyphs::bars(glyphs);
        bars[self.level(value, bars.len())]
    }
}

/// The part of a bar that fills `eighths` of a cell, 1 to 8.
pub fn eighths(eighths: usize, glyphs: Glyphs) -> char {
    let bars = glyphs::bars(glyphs);
    bars[eighths.clamp(1, bars.len()) - 1]
}

/// The readings of a KPI on a time axis of at most `cells` periods: the last reading of each, none
/// where there is none. A period is the KPI's cadence, or its closest two readings apart; where the
/// time is too long for the cells, several of them share one.
pub fn periods(kpi: &Kpi, cells: usize) -> Vec<Option<&Reading>> {
    let mut readings: Vec<&Reading> = kpi.readings.iter().collect();
    readings.sort_by_key(|reading| reading.date);
    let (Some(first), Some(last)) = (readings.first(), readings.last()) else {
        return Vec::new();
    };
    if cells == 0 {
        return Vec::new();
    }
    let place = axis(kpi.every, &readings);
    let (start, end) = (place(first.date), place(last.date));
    let span = end - start + 1;
    let count = span.min(i64::try_from(cells).unwrap_or(i64::MAX));
    let mut periods = vec![None; usize::try_from(count).unwrap_or(0)];
    for reading in readings {
        let period = (place(reading.date) - start) * count / span;
        if let Some(cell) = usize::try_from(period)
            .ok()
            .and_then(|period| periods.get_mut(period))
        {
            *cell = Some(reading);
        }
    }
    periods
}

/// The bars of a KPI, the latest period last, in at most `cells` cells.
pub fn bars(kpi: &Kpi, cells: usize, glyphs: Glyphs) -> String {
    let Some(scale) = Scale::of(kpi) else {
        return String::new();
    };
    let bar = |reading: Option<&Reading>| reading.map_or(' ', |r| scale.bar(r.value.get(), glyphs));
    periods(kpi, cells).into_iter().map(bar).collect()
}

/// Numbers the periods of the calendar, so that a reading on the 31st and one on the 1st are in
/// neighbouring months, and two in February and March as well.
fn axis(every: Option<Cadence>, readings: &[&Reading]) -> impl Fn(Date) -> i64 + use<> {
    let first = readings.first().map(|reading| reading.date);
    let closest = readings
        .windows(2)
        .map(|pair| pair[1].date.days_since(pair[0].date))
        .min();
    move |date: Date| {
        let civil = date.civil();
        let months = i64::from(civil.year()) * 12 + i64::from(civil.month());
        let days = i64::from(first.map_or(0, |first| date.days_since(first)));
        match every {
            // Half a week of slack keeps a reading that is a day late in its own week.
            Some(Cadence::Week) => (days + 3) / 7,
            Some(Cadence::Month) => months,
            Some(Cadence::Quarter) => (months - 1) / 3,
            Some(Cadence::Year) => (months - 1) / 12,
            None => days / i64::from(closest.unwrap_or(1).max(1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bars(kpi: &Kpi, cells: usize) -> String {
        super::bars(kpi, cells, Glyphs::Blocks)
    }

    use crate::domain::{Better, Id, Number};

    fn kpi(every: Option<Cadence>, target: Option<i32>, readings: &[(&str, i32)]) -> Kpi {
        let id = Id::new("setup-time").expect("an id");
        let mut kpi = Kpi::new(id, "Setup time", Better::Lower);
        kpi.every = every;
        kpi.target = target.map(Number::from);
        for &(date, value) in readings {
            kpi.record(Reading {
                date: date.parse().expect("a date"),
                value: Number::from(value),
                note: None,
            });
        }
        kpi
    }

    #[test]
    fn bars_go_from_the_lowest_to_the_highest() {
        let kpi = kpi(
            Some(Cadence::Month),
            None,
            &[("2026-01-31", 1), ("2026-02-28", 8), ("2026-03-31", 4)],
        );
        assert_eq!(bars(&kpi, 10), "▁█▄");
    }

    #[test]
    fn the_target_belongs_to_the_scale() {
        let readings = [("2026-01-31", 8), ("2026-02-28", 6)];
        let kpi = kpi(Some(Cadence::Month), Some(1), &readings);
        assert_eq!(bars(&kpi, 10), "█▆");
        let scale = Scale::of(&kpi).expect("it was read");
        assert_eq!(scale.bar(1.0, Glyphs::Blocks), '▁');
    }

    #[test]
    fn a_month_without_a_reading_is_a_gap() {
        let kpi = kpi(
            Some(Cadence::Month),
            None,
            &[("2025-11-30", 1), ("2026-02-01", 8)],
        );
        assert_eq!(bars(&kpi, 10), "▁  █");
    }

    #[test]
    fn each_cadence_has_its_own_periods() {
        let weeks = [("2026-01-05", 1), ("2026-01-13", 8), ("2026-01-26", 8)];
        assert_eq!(bars(&kpi(Some(Cadence::Week), None, &weeks), 10), "▁█ █");
        let quarters = [("2026-03-31", 1), ("2026-06-30", 8), ("2026-12-31", 8)];
        assert_eq!(
            bars(&kpi(Some(Cadence::Quarter), None, &quarters), 10),
            "▁█ █"
        );
        let years = [("2023-01-31", 1), ("2024-12-31", 8), ("2026-01-31", 8)];
        assert_eq!(bars(&kpi(Some(Cadence::Year), None, &years), 10), "▁█ █");
        let days = [("2026-01-01", 1), ("2026-01-03", 8), ("2026-01-07", 8)];
        assert_eq!(bars(&kpi(None, None, &days), 10), "▁█ █");
    }

    #[test]
    fn a_time_too_long_for_its_cells_shares_them_and_ends_with_the_latest() {
        let months: Vec<String> = (1..=12)
            .map(|month| format!("2026-{month:02}-15"))
            .collect();
        let readings: Vec<(&str, i32)> = months.iter().map(String::as_str).zip(1..).collect();
        let kpi = kpi(Some(Cadence::Month), None, &readings);
        let last = periods(&kpi, 4).last().copied().flatten();
        assert_eq!(periods(&kpi, 4).len(), 4);
        assert_eq!(last.map(|reading| reading.value), Some(Number::from(12)));
    }

    #[test]
    fn nothing_read_and_no_room_are_no_bars() {
        assert_eq!(bars(&kpi(None, Some(3), &[]), 10), "");
        assert_eq!(bars(&kpi(None, Some(3), &[("2026-01-01", 1)]), 0), "");
    }

    #[test]
    fn a_single_value_stands_in_the_middle() {
        assert_eq!(bars(&kpi(None, None, &[("2026-01-01", 5)]), 10), "▅");
    }
}
