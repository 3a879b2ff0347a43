//! The bounds of the middle of many numbers, of which only the ends are kept: thousands of draws of
//! ten thousand jobs would take more memory than the workspace.

use super::{DRAWS, tail};

/// Numbers that came one after the other.
#[derive(Default)]
pub(super) struct Ends {
    count: usize,
    least: Least,
    /// The greatest, each with the opposite sign.
    greatest: Least,
}

/// The least of numbers that came one after the other: at least as many as can lie below an
/// interval, and one more.
#[derive(Default)]
struct Least {
    kept: Vec<i32>,
    /// Numbers from here on are not among the least any more.
    bar: Option<i32>,
}

impl Ends {
    pub(super) fn take(&mut self, number: i32) {
        self.count += 1;
        self.least.take(number);
        self.greatest.take(-number);
    }

    /// The bounds between which all but the tails lie; none of nothing.
    pub(super) fn middle(mut self) -> Option<(i32, i32)> {
        let tail = tail(self.count);
        Some((self.least.at(tail)?, -self.greatest.at(tail)?))
    }
}

impl Least {
    fn take(&mut self, number: i32) {
        if self.bar.is_some_and(|bar| number >= bar) {
            return;
        }
        self.kept.push(number);
        let enough = tail(DRAWS) + 1;
        if self.kept.len() == 2 * enough {
            self.bar = Some(*self.kept.select_nth_unstable(enough - 1).1);
            self.kept.truncate(enough);
        }
    }

    /// The number before which so many lie.
    fn at(&mut self, before: usize) -> Option<i32> {
        (before < self.kept.len()).then(|| *self.kept.select_nth_unstable(before).1)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_bounds_are_those_of_all_numbers_in_order(
            mut numbers in prop::collection::vec(-50_i32..50, 1..DRAWS),
        ) {
            let mut ends = Ends::default();
            for number in &numbers {
                ends.take(*number);
            }
            numbers.sort_unstable();
            let tail = (numbers.len() - 1) / 20;
            let expected = (numbers[tail], numbers[numbers.len() - 1 - tail]);
            prop_assert_eq!(ends.middle(), Some(expected));
        }
    }

    #[test]
    fn nothing_has_no_middle() {
        assert_eq!(Ends::default().middle(), None);
    }
}
