//! The time for a job as a text that changes once a second. It stops nothing: when it has run out it
//! says so.

/// The time that a job may take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Timer {
    /// In milliseconds; 0 where there is no limit.
    allowed: u64,
    /// The milliseconds that are gone, without those since it was last started.
    spent: u64,
    /// When it was last started; none while it stands still.
    since: Option<u64>,
}

impl Timer {
    /// A timer that runs from now on, in milliseconds; 0 seconds are no limit.
    pub fn started(seconds: u16, now: u64) -> Self {
        Self {
            allowed: u64::from(seconds) * 1_000,
            spent: 0,
            since: Some(now),
        }
    }

    /// Whether there is a limit.
    pub fn has_limit(self) -> bool {
        self.allowed > 0
    }

    /// Whether it stands still.
    pub fn is_paused(self) -> bool {
        self.since.is_none()
    }

    /// Stops it, or lets it go on.
    pub fn turn(&mut self, now: u64) {
        self.spent = self.gone(now);
        self.since = if self.is_paused() { Some(now) } else { None };
    }

    /// What it says: `00:42`, that it stands still, that the time is up; empty without a limit.
    pub fn words(self, now: u64) -> String {
        if !self.has_limit() {
            return String::new();
        }
        let left = self.left(now);
        if left == 0 {
            return "time is up".to_owned();
        }
        let seconds = left.div_ceil(1_000);
        let clock = format!("{:02}:{:02}", seconds / 60, seconds % 60);
        if self.is_paused() {
            format!("{clock} paused")
        } else {
            clock
        }
    }

    /// When it says something else the next time; none where it does not by itself.
    pub fn wakes_at(self, now: u64) -> Option<u64> {
        let left = self.left(now);
        if self.is_paused() || left == 0 {
            return None;
        }
        let next = (left - 1) / 1_000 * 1_000;
        Some(now + left - next)
    }

    fn gone(self, now: u64) -> u64 {
        self.spent + self.since.map_or(0, |since| now.saturating_sub(since))
    }

    fn left(self, now: u64) -> u64 {
        self.allowed.saturating_sub(self.gone(now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_something_else_exactly_when_it_wakes() {
        let timer = Timer::started(2, 500);
        assert_eq!(timer.words(500), "00:02");
        assert_eq!(timer.wakes_at(500), Some(1_500));
        assert_eq!(
            (timer.words(1_499), timer.words(1_500)),
            ("00:02".into(), "00:01".into())
        );
        assert_eq!(timer.wakes_at(1_700), Some(2_500));
        assert_eq!(timer.words(2_500), "time is up");
        assert_eq!(timer.wakes_at(2_500), None, "then it wakes nobody any more");
    }

    #[test]
    fn a_pause_costs_no_time_and_wakes_nobody() {
        let mut timer = Timer::started(60, 0);
        timer.turn(18_000);
        assert_eq!(timer.words(99_000), "00:42 paused");
        assert_eq!(timer.wakes_at(99_000), None);
        timer.turn(100_000);
        assert_eq!(timer.words(101_000), "00:41");
    }

    #[test]
    fn without_a_limit_it_says_nothing_and_wakes_nobody() {
        let timer = Timer::started(0, 0);
        assert_eq!((timer.words(9), timer.wakes_at(9)), (String::new(), None));
    }
}
