//! Words to choose from: what an enum of the domain offers to forms, the command line and readers.

/// An enum whose variants are words of the product.
pub trait Choice: Copy + PartialEq + 'static {
    /// All there is to choose from, in the product's order.
    const ALL: &'static [Self];

    /// The word, as people read it. It differs from the file's in case, spaces and hyphens at most.
    fn word(self) -> &'static str;

    /// The choice that a word names, whatever its case, spaces and hyphens.
    fn from_word(word: &str) -> Option<Self> {
        let fold = |word: &str| -> String {
            word.chars()
                .filter(|c| c.is_alphanumeric())
                .flat_map(char::to_lowercase)
                .collect()
        };
        let word = fold(word);
        Self::ALL
            .iter()
            .copied()
            .find(|choice| fold(choice.word()) == word)
    }

    /// The one before or behind, going round; `1` is the next, `-1` the one before.
    #[must_use]
    fn step(self, by: isize) -> Self {
        let count = isize::try_from(Self::ALL.len()).unwrap_or(1);
        let place = Self::ALL
            .iter()
            .position(|choice| *choice == self)
            .unwrap_or(0);
        let place = (isize::try_from(place).unwrap_or(0) + by).rem_euclid(count);
        Self::ALL[usize::try_from(place).unwrap_or(0)]
    }
}

/// Implements [`Choice`] for an enum: `choices!(Touch: Proactive, Reactive);`. A word that is not
/// the variant's name stands behind it: `choices!(Lens: AsPrinted = "as-printed");`.
macro_rules! choices {
    ($kind:ty: $($variant:ident $(= $word:literal)?),+) => {
        impl $crate::domain::choice::Choice for $kind {
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $crate::domain::choice::choices!(@word $variant $($word)?)),+
                }
            }
        }

        impl std::fmt::Display for $kind {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad($crate::domain::choice::Choice::word(*self))
            }
        }
    };
    (@word $variant:ident) => { stringify!($variant) };
    (@word $variant:ident $word:literal) => { $word };
}
pub(crate) use choices;

#[cfg(test)]
mod tests {
    use super::Choice;
    use crate::domain::{Method, Touch};

    #[test]
    fn a_word_is_found_however_it_is_written() {
        assert_eq!(Method::from_word("think-aloud"), Some(Method::ThinkAloud));
        assert_eq!(Method::from_word("Think aloud"), Some(Method::ThinkAloud));
        assert_eq!(Method::from_word("thinking"), None);
    }

    #[test]
    fn stepping_goes_round() {
        assert_eq!(Touch::Proactive.step(-1), Touch::Reactive);
        assert_eq!(Touch::Reactive.step(1), Touch::Proactive);
    }
}
