//! How the answers to one question lie: how many gave each, their middle, how far they spread, and
//! who stands apart from the others.

/// What the answers of a group come to. Those that were not given count nowhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    /// The answers that were given, from the lowest to the highest.
    sorted: Vec<u8>,
    scale: u8,
}

/// Answers that are counted together, and how many were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The lowest of them.
    pub from: u8,
    /// The highest of them; the same where each answer is counted by itself.
    pub to: u8,
    /// How many were given.
    pub count: usize,
}

impl Distribution {
    /// The answers of a group on a scale from 1 to `scale`; none where nobody gave one.
    pub fn of(answers: &[Option<u8>], scale: u8) -> Option<Self> {
        let mut sorted: Vec<u8> = answers.iter().copied().flatten().collect();
        sorted.sort_unstable();
        (!sorted.is_empty()).then_some(Self { sorted, scale })
    }

    /// How many answered.
    pub fn count(&self) -> usize {
        self.sorted.len()
    }

    /// The middle answer; between two, their mean.
    pub fn median(&self) -> f64 {
        let middle = self.sorted.len() / 2;
        let upper = f64::from(self.sorted[middle]);
        if self.sorted.len() % 2 == 1 {
            return upper;
        }
        f64::midpoint(f64::from(self.sorted[middle - 1]), upper)
    }

    /// The lowest and the highest answer.
    pub fn ends(&self) -> (u8, u8) {
        (self.sorted[0], self.sorted[self.sorted.len() - 1])
    }

    /// The whole scale in at most `most` steps of equal size, the highest first.
    pub fn steps(&self, most: u8) -> Vec<Step> {
        let size = self.scale.div_ceil(most.max(1)).max(1);
        let starts = (1..=self.scale).step_by(size.into());
        let steps = starts.map(|from| {
            let to = from.saturating_add(size - 1).min(self.scale);
            let within = self.sorted.iter().filter(|a| (from..=to).contains(a));
            let count = within.count();
            Step { from, to, count }
        });
        let mut steps: Vec<Step> = steps.collect();
        steps.reverse();
        steps
    }

    /// Whether an answer stands apart: at least half of the scale's steps from the median, which are
    /// 2 of the 4 steps from 1 to 5. Where opinions are split in two, both sides stand apart: both
    /// are asked.
    pub fn is_apart(&self, answer: u8) -> bool {
        let half = f64::from(self.scale.saturating_sub(1)) / 2.0;
        (f64::from(answer) - self.median()).abs() >= half
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(answers: &[u8]) -> Distribution {
        let answers: Vec<_> = answers.iter().copied().map(Some).collect();
        Distribution::of(&answers, 5).expect("somebody answered")
    }

    #[test]
    fn the_median_is_the_middle_answer_or_lies_between_two() {
        assert_eq!(of(&[5, 4, 4, 2, 3]).median().to_bits(), 4.0_f64.to_bits());
        assert_eq!(of(&[1, 2, 5, 5]).median().to_bits(), 3.5_f64.to_bits());
        assert_eq!(of(&[5, 1, 3]).ends(), (1, 5));
    }

    #[test]
    fn answers_that_were_not_given_count_nowhere() {
        let some = Distribution::of(&[Some(2), None, Some(4)], 5).expect("two answered");
        assert_eq!((some.count(), some.ends()), (2, (2, 4)));
        assert_eq!(Distribution::of(&[None, None], 5), None);
    }

    #[test]
    fn two_of_four_steps_from_the_median_stand_apart() {
        let mixed = of(&[5, 4, 4, 4, 2]);
        let apart: Vec<u8> = (1..=5).filter(|answer| mixed.is_apart(*answer)).collect();
        assert_eq!(apart, [1, 2]);
        let split = of(&[1, 1, 5, 5]);
        assert!(split.is_apart(1) && split.is_apart(5) && !split.is_apart(3));
    }

    #[test]
    fn a_long_scale_is_counted_in_steps_of_equal_size_that_cover_it() {
        let counts = |steps: &[Step]| -> Vec<usize> { steps.iter().map(|s| s.count).collect() };
        assert_eq!(counts(&of(&[5, 4, 4, 2, 3]).steps(10)), [1, 2, 1, 1, 0]);
        let long = Distribution::of(&[Some(83), Some(17), Some(100), Some(1)], 100);
        let steps = long.expect("four answered").steps(10);
        assert_eq!(counts(&steps), [1, 1, 0, 0, 0, 0, 0, 0, 1, 1]);
        assert_eq!((steps[0].from, steps[9].to), (91, 10));
        assert_eq!(steps.iter().map(|step| step.count).sum::<usize>(), 4);
    }
}
