//! When a KPI reaches its target if it goes on as it did: where a robust line through its readings
//! meets the target. One odd reading hardly moves such a line.
//!
//! The slope is the median of the slopes between all pairs of readings (Theil, *A Rank-Invariant
//! Method of Linear and Polynomial Regression Analysis*, 1950); its 90 % interval is Sen's (*Estimates
//! of the Regression Coefficient Based on Kendall's Tau*, 1968), without his correction for equal
//! values. It costs the square of the number of readings; nothing is kept.

use std::fmt;

use super::kpi_status::{KpiStatus, status};
use crate::domain::{Date, Kpi};

/// A line through fewer readings than these would say more than they do.
const FEWEST: usize = 3;

/// The part of a normal distribution's spread that 90 % of it lie within, to both sides.
const NINETY: f64 = 1.645;

/// The day on which a KPI reaches its target if it goes on as it did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// By the line; none where the line does not lead there before the year 2200.
    pub on: Option<Date>,
    /// By the steepest line that the readings allow.
    pub earliest: Option<Date>,
    /// By the flattest line that the readings allow; none where that does not lead there.
    pub latest: Option<Date>,
}

/// The forecast of a KPI; none where it has no target, has met it, or was read on fewer than three
/// days.
pub fn forecast(kpi: &Kpi) -> Option<Forecast> {
    let (target, latest) = (kpi.target?.get(), kpi.latest()?.date);
    if status(kpi) == KpiStatus::Met || kpi.readings.len() < FEWEST {
        return None;
    }
    let readings = kpi.readings.iter();
    let points: Vec<(f64, f64)> = readings
        .map(|reading| {
            (
                f64::from(reading.date.days_since(latest)),
                reading.value.get(),
            )
        })
        .collect();
    let way = target - kpi.latest()?.value.get();
    let (low, slope, high) = slopes(&points)?;
    let reaches = |slope: f64| day_at(&points, slope, (target, way), latest);
    let (steep, flat) = if way > 0.0 { (high, low) } else { (low, high) };
    Some(Forecast {
        on: reaches(slope),
        earliest: reaches(steep),
        latest: reaches(flat),
    })
}

/// The median of the slopes between all pairs of points, between the ends of its 90 % interval; none
/// where there is no pair.
fn slopes(points: &[(f64, f64)]) -> Option<(f64, f64, f64)> {
    let mut slopes: Vec<f64> = Vec::new();
    for (n, (x, y)) in points.iter().enumerate() {
        let later = points[n + 1..]
            .iter()
            .filter(|(other, _)| (other - x).abs() >= 1.0);
        slopes.extend(later.map(|(other, value)| (value - y) / (other - x)));
    }
    slopes.sort_by(f64::total_cmp);
    let last = slopes.len().checked_sub(1)?;
    let (low, high) = ends(points.len(), last);
    Some((slopes[low], median(&slopes)?, slopes[high]))
}

/// The places of the ends of Sen's interval among the slopes in order, of which `last` is the last.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "both are places in a list"
)]
fn ends(points: usize, last: usize) -> (usize, usize) {
    let (n, pairs) = (points as f64, last as f64 + 1.0);
    let spread = NINETY * (n * (n - 1.0) * (2.0 * n + 5.0) / 18.0).sqrt();
    let low = ((pairs - spread) / 2.0).floor().max(0.0) as usize;
    let high = f64::midpoint(pairs, spread).ceil() as usize;
    (low, high.min(last))
}

/// The middle of numbers in order; between the two in the middle where their count is even.
fn median(ordered: &[f64]) -> Option<f64> {
    let upper = *ordered.get(ordered.len() / 2)?;
    if ordered.len() % 2 == 1 {
        return Some(upper);
    }
    Some(f64::midpoint(ordered[ordered.len() / 2 - 1], upper))
}

/// The day on which a line of some slope through the middle of the points is at the target, counted
/// from the latest reading; that day itself where the line is past the target there already. None
/// where it leads away from the target, or beyond the years of a workspace.
#[expect(
    clippy::cast_possible_truncation,
    reason = "days beyond the range are no dates"
)]
fn day_at(
    points: &[(f64, f64)],
    slope: f64,
    (target, way): (f64, f64),
    latest: Date,
) -> Option<Date> {
    if slope * way <= 0.0 {
        return None;
    }
    let mut heights: Vec<f64> = points.iter().map(|(x, y)| y - slope * x).collect();
    heights.sort_by(f64::total_cmp);
    let days = (target - median(&heights)?) / slope;
    latest.plus_days(days.round().max(0.0) as i64)
}

impl fmt::Display for Forecast {
    /// `at the target around 14 Nov 2026 (5 Oct to 30 Mar 2027)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(on) = self.on else {
            return write!(f, "on this course it does not reach the target");
        };
        write!(f, "at the target around {}", on.in_words())?;
        let year = format!(" {}", on.civil().year());
        let short = |date: Date| date.in_words().trim_end_matches(&year).to_owned();
        let earliest = short(self.earliest.unwrap_or(on));
        match self.latest {
            Some(latest) => write!(f, " ({earliest} to {})", short(latest)),
            None => write!(f, " ({earliest} at the earliest)"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Better, Id, Number, Reading};

    fn number(value: f64) -> Number {
        Number::new(value).expect("a number")
    }

    /// A KPI with readings so many days after the first of January.
    fn kpi(better: Better, target: f64, readings: &[(i64, f64)]) -> Kpi {
        let first: Date = "2026-01-01".parse().expect("a date");
        let mut kpi = Kpi::new(Id::new("setup-time").expect("an id"), "Setup time", better);
        kpi.target = Some(number(target));
        kpi.readings = readings
            .iter()
            .map(|&(day, value)| Reading {
                date: first.plus_days(day).expect("a date"),
                value: number(value),
                note: None,
            })
            .collect();
        kpi
    }

    fn days(forecast: Forecast) -> [Option<i32>; 3] {
        let first: Date = "2026-01-01".parse().expect("a date");
        let dates = [forecast.earliest, forecast.on, forecast.latest];
        dates.map(|date| date.map(|date| date.days_since(first)))
    }

    /// By hand: the slopes of the six pairs are −0.4, −0.25, −0.2333, −0.2, −0.15, −0.1, their median
    /// −0.21667. The medians of what is left of the values are 10.0833 for it, 13.5 for the steepest
    /// and 9 for the flattest, which four readings allow: zero is met after 46.5, 33.75 and 90 days.
    #[test]
    fn the_line_goes_through_the_middle_of_all_pairs() {
        let kpi = kpi(
            Better::Lower,
            0.0,
            &[(0, 10.0), (10, 8.0), (20, 7.0), (30, 3.0)],
        );
        let forecast = forecast(&kpi).expect("a forecast");
        assert_eq!(days(forecast), [Some(34), Some(47), Some(90)]);
    }

    #[test]
    fn one_odd_reading_hardly_moves_it() {
        let mut readings: Vec<(i64, f64)> =
            (0..12).map(|n| (i64::from(n) * 30, f64::from(n))).collect();
        let straight = forecast(&kpi(Better::Higher, 20.0, &readings)).expect("a forecast");
        assert_eq!(days(straight), [Some(600); 3]);
        readings[5].1 = 1_000.0;
        let odd = forecast(&kpi(Better::Higher, 20.0, &readings)).expect("a forecast");
        assert_eq!(days(odd)[1], Some(600));
    }

    #[test]
    fn a_course_that_leads_away_never_gets_there_but_may() {
        let away = kpi(
            Better::Higher,
            20.0,
            &[(0, 9.0), (30, 7.0), (60, 8.0), (90, 6.0)],
        );
        let forecast = forecast(&away).expect("a forecast");
        assert_eq!(forecast.on, None);
        assert_eq!(
            forecast.to_string(),
            "on this course it does not reach the target"
        );
        let flat = kpi(Better::Higher, 20.0, &[(0, 5.0), (30, 5.0), (60, 5.0)]);
        assert_eq!(super::forecast(&flat).map(|it| it.on), Some(None));
    }

    #[test]
    fn an_end_that_stays_open_is_said() {
        let wild = kpi(Better::Higher, 10.0, &[(0, 1.0), (30, 6.0), (60, 4.0)]);
        let told = forecast(&wild).expect("a forecast").to_string();
        assert!(told.ends_with("at the earliest)"), "{told}");
    }

    #[test]
    fn what_is_met_unread_or_without_a_target_has_none() {
        let readings = [(0, 5.0), (30, 4.0), (60, 3.0)];
        assert_eq!(forecast(&kpi(Better::Lower, 3.0, &readings)), None);
        assert_eq!(forecast(&kpi(Better::Lower, 1.0, &readings[..2])), None);
        assert_eq!(forecast(&kpi(Better::Lower, 1.0, &[])), None);
        let mut aimless = kpi(Better::Lower, 1.0, &readings);
        aimless.target = None;
        assert_eq!(forecast(&aimless), None);
    }

    #[test]
    fn a_line_that_is_past_the_target_already_says_the_day_of_the_latest_reading() {
        let dropped = kpi(
            Better::Higher,
            10.0,
            &[(0, 6.0), (10, 9.0), (20, 12.0), (30, 15.0), (40, 3.0)],
        );
        let forecast = forecast(&dropped).expect("a forecast");
        assert_eq!(days(forecast)[1], Some(40));
    }
}
