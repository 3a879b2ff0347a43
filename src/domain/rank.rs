//! Where a card stands among the cards of its stage: a short text, compared byte by byte, made
//! between its neighbours', so that moving one card changes one card.
//!
//! A rank is read as a fraction in base 36 with the digits `0`–`9`, `a`–`z`; none that is made
//! here ends in `0`, so that there is always room before it.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// The longest rank that a file may hold and that is made.
pub const LONGEST: usize = 64;

/// A card's place among its stage's cards.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rank(Arc<str>);

impl Rank {
    /// Takes a rank as it stands in a file. None when it is empty or longer than [`LONGEST`].
    pub fn new(text: &str) -> Option<Self> {
        (!text.is_empty() && text.len() <= LONGEST).then(|| Self(text.into()))
    }

    /// A rank between two neighbours, either of which may be missing. None when there is no room:
    /// the two are equal or in the wrong order, touch, or the rank would be too long. Then the
    /// whole stage is ranked anew with [`Rank::spread`].
    pub fn between(before: Option<&Self>, after: Option<&Self>) -> Option<Self> {
        let low = before.map_or("", |rank| &rank.0);
        let made = match after {
            None => above(low.as_bytes()),
            Some(high) => middle(low.as_bytes(), high.0.as_bytes()),
        };
        let made = Self::new(std::str::from_utf8(&made).ok()?)?;
        let fits = before.is_none_or(|low| *low < made) && after.is_none_or(|high| made < *high);
        fits.then_some(made)
    }

    /// `count` ranks in order, short and evenly apart.
    pub fn spread(count: usize) -> Vec<Self> {
        let digits = if count <= 24 {
            1
        } else {
            1 + count.ilog(35) as usize
        };
        let room = 36_usize.pow(u32::try_from(digits).unwrap_or(u32::MAX));
        // Short columns start at "a", as a person would.
        let (first, room) = if digits == 1 { (10, 26) } else { (1, room - 1) };
        (0..count)
            .map(|n| Self(numeral(first + n * room / count.max(1), digits).into()))
            .collect()
    }

    /// The rank as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// `number` in base 36 without trailing zeros.
fn numeral(mut number: usize, digits: usize) -> String {
    let mut text = vec![b'0'; digits];
    for place in text.iter_mut().rev() {
        *place = DIGITS[number % 36];
        number /= 36;
    }
    let text: String = text.iter().map(|&b| char::from(b)).collect();
    let short = text.trim_end_matches('0');
    if short.is_empty() {
        "1".to_owned()
    } else {
        short.to_owned()
    }
}

fn digit(byte: Option<&u8>) -> Option<usize> {
    byte.map(|byte| DIGITS.iter().position(|d| d >= byte).unwrap_or(35))
}

/// A short rank behind `low`: its first digit that can be raised is, the rest is dropped.
fn above(low: &[u8]) -> Vec<u8> {
    if low.is_empty() {
        return b"a".to_vec();
    }
    let keep = low.iter().take_while(|byte| **byte >= b'z').count();
    let mut made = low[..keep].to_vec();
    made.push(digit(low.get(keep)).map_or(b'a', |d| DIGITS[(d + 1).min(35)]));
    made
}

/// The shortest rank between two, nearest to the middle.
fn middle(low: &[u8], high: &[u8]) -> Vec<u8> {
    let mut made = Vec::new();
    let mut below_high = true;
    for place in 0..LONGEST {
        let l = digit(low.get(place)).unwrap_or(0);
        let h = if below_high {
            digit(high.get(place)).unwrap_or(0)
        } else {
            36
        };
        if h > l + 1 {
            made.push(DIGITS[usize::midpoint(l, h)]);
            return made;
        }
        made.push(DIGITS[l]);
        below_high &= h == l;
    }
    made
}

impl fmt::Display for Rank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Rank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}

impl Serialize for Rank {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Rank {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::new(&text).ok_or_else(|| {
            serde::de::Error::custom("a rank is a text of 1 to 64 letters, such as \"a\" or \"an\"")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rank(text: &str) -> Rank {
        Rank::new(text).expect("a rank")
    }

    fn between(low: &str, high: &str) -> Option<String> {
        let side = |text: &str| (!text.is_empty()).then(|| rank(text));
        Rank::between(side(low).as_ref(), side(high).as_ref()).map(|r| r.to_string())
    }

    #[test]
    fn a_rank_between_two_is_short() {
        assert_eq!(between("", "").as_deref(), Some("a"));
        assert_eq!(between("a", "").as_deref(), Some("b"));
        assert_eq!(between("a", "c").as_deref(), Some("b"));
        assert_eq!(between("a", "b").as_deref(), Some("ai"));
        assert_eq!(between("", "a").as_deref(), Some("5"));
        assert_eq!(between("", "1").as_deref(), Some("0i"));
        assert_eq!(between("z", "").as_deref(), Some("za"));
    }

    #[test]
    fn where_there_is_no_room_none_is_made() {
        assert_eq!(between("b", "b"), None);
        assert_eq!(between("b", "a"), None);
        assert_eq!(between("a", "a0"), None);
    }

    #[test]
    fn a_spread_is_in_order_and_has_room_everywhere() {
        for count in [0, 1, 2, 24, 25, 100, 1_000, 5_000] {
            let ranks = Rank::spread(count);
            assert_eq!(ranks.len(), count);
            for pair in ranks.windows(2) {
                assert!(
                    Rank::between(Some(&pair[0]), Some(&pair[1])).is_some(),
                    "{pair:?}"
                );
            }
            assert!(Rank::between(None, ranks.first()).is_some());
        }
    }

    proptest! {
        #[test]
        fn any_insertions_keep_the_order(places in prop::collection::vec(0_usize..64, 1..200)) {
            let mut column: Vec<Rank> = Vec::new();
            for place in places {
                let place = place % (column.len() + 1);
                let before = place.checked_sub(1).map(|p| column[p].clone());
                match Rank::between(before.as_ref(), column.get(place)) {
                    Some(made) => column.insert(place, made),
                    None => column = Rank::spread(column.len() + 1),
                }
                prop_assert!(column.is_sorted_by(|a, b| a < b));
            }
        }
    }
}
