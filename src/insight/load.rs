//! How much effort the jobs of a lane take together, and how that compares with its capacity. Both
//! are in a unit of the user's own.

use super::opportunity::rounded;
use crate::domain::{Job, Number};

/// What a lane has to bear.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Load {
    /// The effort of those of its jobs that have one.
    pub effort: f64,
    /// How many of its jobs have one.
    pub sized: usize,
    /// How many have none yet.
    pub unsized_jobs: usize,
    /// How much effort there is room for, where that is known.
    pub capacity: Option<Number>,
}

/// How the effort of a lane compares with its capacity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Room {
    /// So much is free.
    Free(f64),
    /// It is just full.
    Full,
    /// So much is too much.
    Over(f64),
}

impl Load {
    /// The load of some jobs.
    pub fn of<'a>(jobs: impl Iterator<Item = &'a Job>, capacity: Option<Number>) -> Self {
        let mut load = Self {
            capacity,
            ..Self::default()
        };
        for job in jobs {
            match job.effort {
                Some(effort) => {
                    load.effort = rounded(load.effort + effort.get());
                    load.sized += 1;
                }
                None => load.unsized_jobs += 1,
            }
        }
        load
    }

    /// How the effort compares with the capacity; none where that is not known.
    pub fn room(&self) -> Option<Room> {
        let free = rounded(self.capacity?.get() - self.effort);
        Some(if free < 0.0 {
            Room::Over(-free)
        } else if free > 0.0 {
            Room::Free(free)
        } else {
            Room::Full
        })
    }

    /// Whether there is nothing to say: no capacity, and no job that has an effort.
    pub fn is_silent(&self) -> bool {
        self.capacity.is_none() && self.sized == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing::id;

    fn load(efforts: &[Option<&str>], capacity: Option<i32>) -> Load {
        let jobs = efforts.iter().map(|effort| Job {
            effort: effort.map(|effort| effort.parse().expect("a number")),
            ..Job::new(id("a-job"), None, "A job")
        });
        let jobs: Vec<Job> = jobs.collect();
        Load::of(jobs.iter(), capacity.map(Number::from))
    }

    #[test]
    fn efforts_add_up_and_those_that_are_missing_are_counted() {
        let load = load(&[Some("0.1"), Some("0.2"), None], Some(8));
        assert_eq!((load.sized, load.unsized_jobs), (2, 1));
        // In floating point 0.1 + 0.2 is a little more.
        assert_eq!(load.effort.to_string(), "0.3");
        assert_eq!(load.room(), Some(Room::Free(7.7)));
    }

    #[test]
    fn a_lane_is_over_only_past_its_capacity() {
        assert_eq!(load(&[Some("8")], Some(8)).room(), Some(Room::Full));
        assert_eq!(load(&[Some("9")], Some(8)).room(), Some(Room::Over(1.0)));
        assert_eq!(load(&[], Some(0)).room(), Some(Room::Full));
        assert_eq!(load(&[Some("9")], None).room(), None);
    }

    #[test]
    fn without_efforts_and_capacity_there_is_nothing_to_say() {
        assert!(load(&[None], None).is_silent());
        assert!(!load(&[Some("0")], None).is_silent());
        assert!(!load(&[None], Some(3)).is_silent());
    }
}
