//! How a KPI stands: against its target, since the reading before, and whether somebody looked
//! lately. Gives words, no signs: which shape stands for a status is the view's business.

use std::collections::BTreeMap;

use crate::domain::choice::choices;
use crate::domain::{Better, Cadence, Date, Kpi, Reading};

/// How far from the target still counts as near, as a part of the target's size.
const NEAR: f64 = 0.1;

/// How many cadences old the latest reading may be before it is stale.
const STALE: f64 = 1.5;

/// How a KPI stands against its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KpiStatus {
    /// At the target or past it.
    Met,
    /// Short of the target by at most a tenth of the target's size.
    Near,
    /// Further from the target.
    Off,
    /// Never read.
    Unread,
    /// Read, but nobody said where it should get to.
    NoTarget,
}

choices!(KpiStatus: Met = "met", Near = "near", Off = "off", Unread = "unread", NoTarget = "no target");

/// Which way a KPI went since the reading before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Course {
    /// The way that is better.
    Better,
    /// The other way.
    Worse,
    /// Nowhere.
    Same,
}

choices!(Course: Better = "better", Worse = "worse", Same = "same");

/// The latest reading against the one before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trend {
    /// Whether that is good.
    pub course: Course,
    /// Latest − before, in the KPI's unit.
    pub delta: f64,
}

/// How a KPI's latest reading stands against its target.
pub fn status(kpi: &Kpi) -> KpiStatus {
    let Some(latest) = kpi.latest() else {
        return KpiStatus::Unread;
    };
    let Some(target) = kpi.target else {
        return KpiStatus::NoTarget;
    };
    let missing = shortfall(kpi.better, latest.value.get(), target.get());
    // A tenth is rarely a binary fraction; a billionth of slack keeps 0.77 near 0.7.
    if missing <= 0.0 {
        KpiStatus::Met
    } else if missing <= NEAR * target.get().abs() * (1.0 + 1e-9) {
        KpiStatus::Near
    } else {
        KpiStatus::Off
    }
}

/// How many KPIs have each status; a status that none has is left out.
pub fn counts<'a>(kpis: impl IntoIterator<Item = &'a Kpi>) -> BTreeMap<KpiStatus, usize> {
    let mut counts = BTreeMap::new();
    for kpi in kpis {
        *counts.entry(status(kpi)).or_default() += 1;
    }
    counts
}

/// (latest − baseline) ÷ (target − baseline): 0 at the baseline, 1 at the target, above 1 past it,
/// negative on the wrong side of the baseline, whichever way is better. None without a reading, a
/// baseline or a target, or where target and baseline are the same.
pub fn progress(kpi: &Kpi) -> Option<f64> {
    let latest = kpi.latest()?.value.get();
    let (baseline, target) = (kpi.baseline?.get(), kpi.target?.get());
    let way = target - baseline;
    (way != 0.0).then(|| (latest - baseline) / way)
}

/// The latest reading against the one before it by date; none with fewer than two readings.
pub fn trend(kpi: &Kpi) -> Option<Trend> {
    let latest = kpi.latest()?;
    let before = before(kpi, latest)?;
    let delta = latest.value.get() - before.value.get();
    let gained = -shortfall(kpi.better, latest.value.get(), before.value.get());
    let course = if gained > 0.0 {
        Course::Better
    } else if gained < 0.0 {
        Course::Worse
    } else {
        Course::Same
    };
    Some(Trend { course, delta })
}

/// Whether the latest reading is older than one and a half of the KPI's cadence. Never so for a KPI
/// without a cadence or without a reading: that one is unread.
pub fn is_stale(kpi: &Kpi, today: Date) -> bool {
    match (kpi.every, kpi.latest()) {
        (Some(every), Some(latest)) => is_overdue(every, latest.date, today),
        (None, _) | (_, None) => false,
    }
}

/// Whether what is done at a cadence and was last done on a day is due again for half as long.
pub fn is_overdue(every: Cadence, last: Date, today: Date) -> bool {
    f64::from(today.days_since(last)) > STALE * days(every)
}

/// By how much a value falls short of another, in the direction that is better; negative past it.
fn shortfall(better: Better, value: f64, of: f64) -> f64 {
    match better {
        Better::Higher => of - value,
        Better::Lower => value - of,
    }
}

fn before<'a>(kpi: &'a Kpi, latest: &Reading) -> Option<&'a Reading> {
    let earlier = kpi.readings.iter().filter(|r| r.date < latest.date);
    earlier.max_by_key(|reading| reading.date)
}

/// The length of a cadence in days, on the average of the Gregorian calendar.
fn days(every: Cadence) -> f64 {
    match every {
        Cadence::Week => 7.0,
        Cadence::Month => 365.2425 / 12.0,
        Cadence::Quarter => 365.2425 / 4.0,
        Cadence::Year => 365.2425,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Id, Number};

    fn number(value: f64) -> Number {
        Number::new(value).expect("a number")
    }

    fn day(text: &str) -> Date {
        text.parse().expect("a date")
    }

    fn kpi(better: Better, target: Option<f64>, readings: &[(&str, f64)]) -> Kpi {
        let id = Id::new("setup-time").expect("an id");
        let mut kpi = Kpi::new(id, "Setup time", better);
        kpi.target = target.map(number);
        kpi.readings = readings
            .iter()
            .map(|&(date, value)| Reading {
                date: day(date),
                value: number(value),
                note: None,
            })
            .collect();
        kpi
    }

    #[test]
    fn a_status_is_met_at_the_target_and_near_within_a_tenth_of_it() {
        use Better::{Higher, Lower};
        for (better, target, latest, expected) in [
            (Higher, 40.0, 40.0, KpiStatus::Met),
            (Higher, 40.0, 41.0, KpiStatus::Met),
            (Higher, 40.0, 36.0, KpiStatus::Near),
            (Higher, 40.0, 35.9, KpiStatus::Off),
            (Lower, 3.0, 3.0, KpiStatus::Met),
            (Lower, 3.0, 1.0, KpiStatus::Met),
            (Lower, 3.0, 3.3, KpiStatus::Near),
            (Lower, 3.0, 3.31, KpiStatus::Off),
            (Lower, 0.7, 0.77, KpiStatus::Near),
            (Higher, -10.0, -11.0, KpiStatus::Near),
            (Higher, -10.0, -11.1, KpiStatus::Off),
            (Lower, 0.0, 0.1, KpiStatus::Off),
            (Lower, 0.0, 0.0, KpiStatus::Met),
        ] {
            let kpi = kpi(better, Some(target), &[("2026-10-31", latest)]);
            assert_eq!(status(&kpi), expected, "{better} {target}: {latest}");
        }
    }

    #[test]
    fn what_was_never_read_and_what_has_no_target_say_so() {
        assert_eq!(
            status(&kpi(Better::Higher, Some(1.0), &[])),
            KpiStatus::Unread
        );
        assert_eq!(status(&kpi(Better::Higher, None, &[])), KpiStatus::Unread);
        let read = kpi(Better::Higher, None, &[("2026-10-31", 1.0)]);
        assert_eq!(status(&read), KpiStatus::NoTarget);
    }

    #[test]
    fn the_latest_reading_counts_wherever_it_stands() {
        let kpi = kpi(
            Better::Lower,
            Some(3.0),
            &[("2026-10-31", 3.0), ("2026-08-31", 9.0)],
        );
        assert_eq!(status(&kpi), KpiStatus::Met);
        assert_eq!(
            trend(&kpi),
            Some(Trend {
                course: Course::Better,
                delta: -6.0
            })
        );
    }

    #[test]
    fn progress_works_both_ways_and_is_undefined_without_a_way_to_go() {
        let way = |better, baseline: Option<f64>, target, latest| {
            let mut kpi = kpi(better, Some(target), &[("2026-10-31", latest)]);
            kpi.baseline = baseline.map(number);
            progress(&kpi)
        };
        assert_eq!(way(Better::Higher, Some(20.0), 40.0, 25.0), Some(0.25));
        assert_eq!(way(Better::Lower, Some(11.0), 3.0, 7.0), Some(0.5));
        assert_eq!(way(Better::Lower, Some(11.0), 3.0, 1.0), Some(1.25));
        assert_eq!(way(Better::Lower, Some(11.0), 3.0, 15.0), Some(-0.5));
        assert_eq!(way(Better::Lower, None, 3.0, 7.0), None);
        assert_eq!(way(Better::Lower, Some(3.0), 3.0, 7.0), None);
        assert_eq!(progress(&kpi(Better::Lower, Some(3.0), &[])), None);
    }

    #[test]
    fn a_trend_says_whether_the_way_is_good() {
        let course = |better, from, to| {
            let readings = [("2026-09-30", from), ("2026-10-31", to)];
            trend(&kpi(better, None, &readings)).map(|trend| trend.course)
        };
        assert_eq!(course(Better::Higher, 1.0, 2.0), Some(Course::Better));
        assert_eq!(course(Better::Lower, 1.0, 2.0), Some(Course::Worse));
        assert_eq!(course(Better::Lower, 2.0, 2.0), Some(Course::Same));
        let once = kpi(Better::Lower, None, &[("2026-10-31", 1.0)]);
        assert_eq!(trend(&once), None);
    }

    #[test]
    fn a_reading_is_stale_after_one_and_a_half_cadences() {
        let mut kpi = kpi(Better::Lower, None, &[("2026-10-01", 1.0)]);
        assert!(!is_stale(&kpi, day("2030-01-01")), "without a cadence");
        for (every, fresh, stale) in [
            (Cadence::Week, "2026-10-11", "2026-10-12"),
            (Cadence::Month, "2026-11-15", "2026-11-16"),
            (Cadence::Quarter, "2027-02-14", "2027-02-15"),
            (Cadence::Year, "2028-03-31", "2028-04-01"),
        ] {
            kpi.every = Some(every);
            assert!(!is_stale(&kpi, day(fresh)), "{every} on {fresh}");
            assert!(is_stale(&kpi, day(stale)), "{every} on {stale}");
        }
        kpi.readings.clear();
        assert!(!is_stale(&kpi, day("2030-01-01")), "never read");
    }

    #[test]
    fn statuses_are_counted() {
        let kpis = [
            kpi(Better::Lower, Some(3.0), &[("2026-10-31", 3.0)]),
            kpi(Better::Lower, Some(3.0), &[("2026-10-31", 9.0)]),
            kpi(Better::Lower, Some(3.0), &[("2026-10-31", 2.0)]),
        ];
        let counted: Vec<_> = counts(&kpis).into_iter().collect();
        assert_eq!(counted, [(KpiStatus::Met, 2), (KpiStatus::Off, 1)]);
    }
}
