//! Draws of respondents, a block at a time: how often each was drawn stands in a row of bytes, a
//! byte for each draw, so that many draws are added up by one instruction.

use super::draws::Draws;

/// How many draws are made at once: few enough for the rows to stay near the processor.
pub(super) const BLOCK: usize = 80;

/// A number for each draw of a block.
pub(super) type Row<T> = [T; BLOCK];

/// How often each of some respondents was drawn.
pub(super) struct Block {
    rows: Vec<Row<u8>>,
    /// So many rows can be added up in bytes.
    together: usize,
}

impl Block {
    /// Draws as many respondents as there are, some of them several times, and that a block of
    /// times.
    pub(super) fn of(count: u32, draws: &mut Draws) -> Self {
        let mut rows = vec![[0_u8; BLOCK]; count as usize];
        for n in 0..rows.len() * BLOCK {
            let times = &mut rows[draws.below(count) as usize][n % BLOCK];
            *times = times.saturating_add(1);
        }
        let most = rows.iter().flatten().max().copied().unwrap_or_default();
        Self {
            rows,
            together: usize::from(u8::MAX / most.max(1)),
        }
    }

    /// How often some respondents were drawn, all of them together.
    pub(super) fn times(&self, who: &[u32]) -> Row<u32> {
        let mut sums = [0_u32; BLOCK];
        for few in who.chunks(self.together) {
            let mut bytes = [0_u8; BLOCK];
            for who in few {
                // It can't reach beyond a byte; wrapping lets the compiler add many at once.
                for (sum, times) in bytes.iter_mut().zip(&self.rows[*who as usize]) {
                    *sum = sum.wrapping_add(*times);
                }
            }
            for (sum, byte) in sums.iter_mut().zip(bytes) {
                *sum += u32::from(byte);
            }
        }
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_are_drawn_as_there_are() {
        let count = 1_000;
        let block = Block::of(count, &mut Draws::default());
        let everybody: Vec<u32> = (0..count).collect();
        assert_eq!(block.times(&everybody), [count; BLOCK]);
        let (some, others) = everybody.split_at(300);
        for (some, others) in block.times(some).iter().zip(block.times(others)) {
            assert_eq!(some + others, count);
        }
        assert_eq!(block.times(&[]), [0; BLOCK]);
    }

    #[test]
    fn of_one_nobody_else_can_be_drawn() {
        assert_eq!(Block::of(1, &mut Draws::default()).times(&[0]), [1; BLOCK]);
        assert_eq!(
            Block::of(0, &mut Draws::default()).times(&[]),
            [0_u32; BLOCK]
        );
    }
}
