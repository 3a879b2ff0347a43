//! Which signs charts are drawn with. Not every terminal has every sign, and not every font draws
//! them as they are meant: so it can be chosen.

/// A set of signs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Glyphs {
    /// Block elements and geometric shapes, which most fonts have.
    #[default]
    Blocks,
    /// Braille patterns, eight dots to a cell: the finest lines.
    Braille,
    /// Letters and signs of ASCII alone.
    Ascii,
}

impl Glyphs {
    /// The set that follows.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Blocks => Self::Braille,
            Self::Braille => Self::Ascii,
            Self::Ascii => Self::Blocks,
        }
    }

    /// What it is called in a sentence.
    pub fn word(self) -> &'static str {
        match self {
            Self::Blocks => "blocks",
            Self::Braille => "braille",
            Self::Ascii => "ASCII",
        }
    }
}
