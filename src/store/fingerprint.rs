//! What tells one content from another without keeping it: 128 bits that two contents share only
//! when they are the same. It guards against mix-ups, not against a forger.

use std::fmt;
use std::str::FromStr;

use xxhash_rust::xxh3::xxh3_128;

/// The fingerprint of a content. The same bytes have the same one in every version of the program,
/// on every machine, so it may stand in files and in their names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(u128);

/// How many hexadecimal digits a fingerprint is written with.
const DIGITS: usize = 32;

impl Fingerprint {
    /// The fingerprint of a content.
    pub fn of(bytes: &[u8]) -> Self {
        Self(xxh3_128(bytes))
    }
}

/// 32 hexadecimal digits in small letters.
impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:0width$x}", self.0, width = DIGITS)
    }
}

/// A text that is no fingerprint.
#[derive(Clone, Copy, Debug, thiserror::Error, PartialEq, Eq)]
#[error("expected a fingerprint: 32 of the digits 0-9 and a-f")]
pub struct NoFingerprint;

/// Reads what `Display` writes, and nothing else.
impl FromStr for Fingerprint {
    type Err = NoFingerprint;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        if text.len() != DIGITS || !text.bytes().all(is_digit) {
            return Err(NoFingerprint);
        }
        let bits = u128::from_str_radix(text, 16);
        bits.map(Self).map_err(|_| NoFingerprint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands in files must not change with a release of the crate.
    #[test]
    fn a_fingerprint_is_the_same_for_good() {
        let empty = Fingerprint::of(b"").to_string();
        assert_eq!(empty, "99aa06d3014798d86001c324468d497f");
        let sample = Fingerprint::of(b"(format: 1)").to_string();
        assert_eq!(sample, "770c2845e6e93d4c87c859877b29ff5a");
    }

    #[test]
    fn what_is_written_is_read_again() {
        for bytes in [&b""[..], b"a", b"(format: 1)"] {
            let fingerprint = Fingerprint::of(bytes);
            assert_eq!(fingerprint.to_string().parse(), Ok(fingerprint));
        }
        assert_eq!(
            Fingerprint(7).to_string().parse(),
            Ok(Fingerprint(7)),
            "zeros in front are kept"
        );
    }

    #[test]
    fn nothing_else_is_read() {
        let good = Fingerprint::of(b"a").to_string();
        let bad = [
            String::new(),
            good[1..].to_owned(),
            format!("{good}0"),
            format!("+{}", &good[1..]),
            "A".repeat(DIGITS),
            "é".repeat(DIGITS / 2),
        ];
        for text in bad {
            assert_eq!(text.parse::<Fingerprint>(), Err(NoFingerprint), "{text}");
        }
    }
}
