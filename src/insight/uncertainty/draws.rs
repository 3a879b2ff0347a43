//! Numbers as if by chance, always the same: `xorshift64*` (Vigna, 2016). A crate's generator may
//! give other numbers in its next version, and every interval would change with it.

/// An endless sequence of numbers.
pub(super) struct Draws(u64);

impl Default for Draws {
    fn default() -> Self {
        Self(0x9e37_79b9_7f4a_7c15)
    }
}

/// A sequence for the customers and one for the team, so that what the team answers changes nothing
/// of how sure the customers' figures are.
pub(super) struct Apart {
    pub(super) customers: Draws,
    pub(super) team: Draws,
}

impl Default for Apart {
    fn default() -> Self {
        Self {
            customers: Draws::default(),
            team: Draws(0xd1b5_4a32_d192_ed03),
        }
    }
}

impl Draws {
    /// A number below `count`, each as likely as the others; 0 for a count of 0.
    pub(super) fn below(&mut self, count: u32) -> u32 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 32;
        // The upper half of a product of two 32-bit numbers fits in 32 bits.
        u32::try_from((number * u64::from(count)) >> 32).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::Draws;

    #[test]
    fn every_number_is_about_as_likely_as_the_others() {
        let mut draws = Draws::default();
        let mut counts = [0_u32; 7];
        for _ in 0..70_000 {
            counts[draws.below(7) as usize] += 1;
        }
        for count in counts {
            assert!((9_700..10_300).contains(&count), "{counts:?}");
        }
        assert_eq!(draws.below(1), 0);
        assert_eq!(draws.below(0), 0);
    }
}
