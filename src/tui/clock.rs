//! The clock: the only place of the terminal that asks what time it is.

use std::time::{Duration, Instant};

use crate::app::{Now, Time};
use crate::domain::Date;

/// Counts from when it was started.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    started: Instant,
}

impl Clock {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is where the time comes from"
    )]
    pub(super) fn start() -> Self {
        Self {
            started: Instant::now(),
        }
    }

    /// How long it is until a moment, in [`Now::millis`]; nothing where it has passed.
    pub(super) fn until(self, millis: u64) -> Duration {
        Duration::from_millis(millis).saturating_sub(self.started.elapsed())
    }

    /// The moment. A system clock outside the years that a workspace knows counts as their first day.
    pub(super) fn now(self) -> Now {
        let here = jiff::Zoned::now();
        let first = Date::new(1900, 1, 1).expect("the first day of the years of a workspace");
        Now {
            millis: u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX),
            today: Date::from_civil(here.date()).unwrap_or(first),
            time: Time {
                hour: here.hour(),
                minute: here.minute(),
            },
        }
    }
}
