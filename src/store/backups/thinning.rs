//! Which backups go when a new one has come: those of the last ten sessions stay, one a day of the
//! fourteen latest days, one a month of the twelve latest months.
//!
//! Days and months are counted that have backups, not those that have passed: a clock that leaps
//! years ahead does not make everything old, and a workspace that is used twice a year keeps its
//! past. What the clock says is yet to come was made while it was wrong, now or then: it stays and
//! counts for nothing.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::tz::TimeZone;

const SESSIONS: usize = 10;
const DAYS: usize = 14;
const MONTHS: usize = 12;

/// The places of the backups that go, by the times of all there are, the latest first.
pub(super) fn thinned(times: &[Timestamp], now: Timestamp) -> Vec<usize> {
    let yet_to_come = times.iter().take_while(|time| **time > now).count();
    let mut days = BTreeSet::new();
    let mut months = BTreeSet::new();
    let mut stays = |place: usize| {
        let day = times[place].to_zoned(TimeZone::UTC).date();
        // The first that is met of a day or a month is its latest.
        let is_of_a_day = days.len() < DAYS && days.insert(day);
        let is_of_a_month = months.len() < MONTHS && months.insert(day.first_of_month());
        place < yet_to_come + SESSIONS || is_of_a_day || is_of_a_month
    };
    let passed = yet_to_come..times.len();
    passed.filter(|place| !stays(*place)).collect()
}

#[cfg(test)]
mod tests {
    use jiff::{SignedDuration, ToSpan};
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    const HOUR: i64 = 3_600;
    const DAY: i64 = 24 * HOUR;

    fn now() -> Timestamp {
        "2026-11-22T14:05:01Z".parse().expect("a time")
    }

    /// Times that lie so many seconds before now, the latest first.
    fn ago(seconds: impl IntoIterator<Item = i64>) -> Vec<Timestamp> {
        let time = |seconds| now() - SignedDuration::from_secs(seconds);
        let mut times: Vec<_> = seconds.into_iter().map(time).collect();
        times.sort_by(|a, b| b.cmp(a));
        times
    }

    fn staying(times: &[Timestamp], now: Timestamp) -> Vec<Timestamp> {
        let gone = thinned(times, now);
        let places = (0..times.len()).filter(|place| !gone.contains(place));
        places.map(|place| times[place]).collect()
    }

    #[test]
    fn of_one_day_the_last_ten_sessions_stay() {
        let times = ago((0..14).map(|n| n * 60));
        assert_eq!(thinned(&times, now()), [10, 11, 12, 13]);
    }

    #[test]
    fn of_daily_sessions_over_two_years_days_and_months_stay() {
        let times = ago((0..730).map(|n| n * DAY));
        let kept = staying(&times, now());
        assert_eq!(kept[..14], times[..14]);
        let months = kept[14..]
            .iter()
            .map(|time| time.strftime("%F").to_string());
        // Of November the latest is among the days.
        assert_eq!(
            months.collect::<Vec<_>>(),
            [
                "2026-10-31",
                "2026-09-30",
                "2026-08-31",
                "2026-07-31",
                "2026-06-30",
                "2026-05-31",
                "2026-04-30",
                "2026-03-31",
                "2026-02-28",
                "2026-01-31",
                "2025-12-31",
            ]
        );
    }

    #[test]
    fn a_clock_that_leaps_ahead_takes_nothing_but_one_day_s_room() {
        let mut times = ago((0..400).map(|n| n * DAY));
        let before: BTreeSet<_> = staying(&times, now()).into_iter().collect();
        let later = now() + (5 * 366 * 24).hours();
        times.insert(0, later);
        let after: BTreeSet<_> = staying(&times, later).into_iter().collect();
        assert_eq!(before.difference(&after).count(), 2, "a day and a month");
    }

    #[test]
    fn a_clock_that_is_set_back_takes_nothing() {
        let times = ago((0..400).map(|n| n * HOUR));
        let earlier = now() - (5 * 366 * 24).hours();
        assert!(thinned(&times, earlier).is_empty());
    }

    fn any_times() -> impl Strategy<Value = Vec<Timestamp>> {
        let near = vec(-3 * DAY..3 * DAY, 0..40);
        let far = vec(-30 * DAY..900 * DAY, 0..80);
        (near, far).prop_map(|(near, far)| ago([near, far].concat()))
    }

    proptest! {
        #[test]
        fn what_is_yet_to_come_stays_and_counts_for_nothing(times in any_times()) {
            let (coming, passed): (Vec<_>, Vec<_>) = times.iter().partition(|time| **time > now());
            let kept = [coming, staying(&passed, now())].concat();
            prop_assert_eq!(staying(&times, now()), kept);
        }

        #[test]
        fn ten_sessions_fourteen_days_and_twelve_months_stay(times in any_times()) {
            let kept = staying(&times, now());
            let passed: Vec<_> = times.into_iter().filter(|time| *time <= now()).collect();
            for time in passed.iter().take(SESSIONS) {
                prop_assert!(kept.contains(time));
            }
            let formats = [("%F", 14 * DAY - DAY), ("%Y-%m", 335 * DAY)];
            for (format, age) in formats {
                let young = passed.iter().filter(|time| now().duration_since(**time).as_secs() < age);
                for time in young {
                    let same = |kept: &&Timestamp| {
                        **kept >= *time
                            && **kept <= now()
                            && kept.strftime(format).to_string() == time.strftime(format).to_string()
                    };
                    prop_assert!(kept.iter().any(|kept| same(&kept)), "{time} has no successor");
                }
            }
        }

        #[test]
        fn thinning_twice_takes_no_more_than_once(times in any_times()) {
            let kept = staying(&times, now());
            prop_assert_eq!(thinned(&kept, now()), Vec::<usize>::new());
        }

        #[test]
        fn thinning_at_each_session_leaves_what_thinning_at_the_end_would(times in any_times()) {
            let passed: Vec<_> = times.into_iter().filter(|time| *time <= now()).collect();
            let mut kept = Vec::new();
            for time in passed.iter().rev() {
                kept.insert(0, *time);
                kept = staying(&kept, *time);
            }
            prop_assert_eq!(kept, staying(&passed, now()));
        }

        #[test]
        fn never_more_stay_than_the_rule_has_room_for(times in any_times()) {
            let kept = staying(&times, now()).into_iter().filter(|time| *time <= now());
            prop_assert!(kept.count() <= SESSIONS + DAYS + MONTHS);
        }
    }
}
