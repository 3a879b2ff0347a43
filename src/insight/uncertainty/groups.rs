//! Which jobs can't be told apart; the module above says what that means.

use super::sample::NOBODY;
use super::tail;

/// The number of each job's group, from 1, by the figures of the jobs in each draw; the jobs are in
/// the order of the ranking.
pub(super) fn numbered(figures: &[Vec<i32>]) -> Vec<usize> {
    let mut first = 0;
    let mut group = 1;
    let mut numbers = Vec::with_capacity(figures.len());
    for job in 0..figures.len() {
        if is_settled(&figures[first], &figures[job]) {
            first = job;
            group += 1;
        }
        numbers.push(group);
    }
    numbers
}

/// Whether the 90 % interval of the difference between two jobs lies above zero: whether the first
/// is ahead in all but the lower tail of the draws.
fn is_settled(first: &[i32], other: &[i32]) -> bool {
    let both = first.iter().zip(other);
    let both = both.filter(|(first, other)| **first != NOBODY && **other != NOBODY);
    let (mut draws, mut behind) = (0, 0);
    for (first, other) in both {
        draws += 1;
        behind += usize::from(first <= other);
    }
    draws > 0 && behind <= tail(draws)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A hundred draws of a job that is ahead of one at zero in all but so many.
    fn ahead_but(behind: usize) -> Vec<i32> {
        (0..100).map(|draw| i32::from(draw >= behind)).collect()
    }

    #[test]
    fn the_order_is_settled_from_nineteen_of_twenty_draws_on() {
        let zero = vec![0; 100];
        assert!(is_settled(&ahead_but(0), &zero));
        assert!(is_settled(&ahead_but(4), &zero));
        assert!(!is_settled(&ahead_but(5), &zero));
        assert!(!is_settled(&zero, &zero), "a tie is not settled");
    }

    #[test]
    fn each_is_compared_with_the_first_of_its_group() {
        // A staircase: each job is close to its neighbours, and further from the others.
        let job = |figure: i32| (0..100).map(|draw| figure + draw % 30).collect();
        let against_first: Vec<Vec<i32>> = vec![vec![30; 100], job(20), job(10), job(2), job(0)];
        assert_eq!(numbered(&against_first), [1, 1, 1, 1, 2]);
        assert_eq!(numbered(&[]), [] as [usize; 0]);
    }

    #[test]
    fn a_draw_in_which_nobody_answered_settles_nothing() {
        let nobody = vec![NOBODY; 100];
        assert!(!is_settled(&ahead_but(0), &nobody));
    }
}
