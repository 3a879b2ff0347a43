//! Going from thing to thing, and moving things past each other: the same on every screen and in
//! every list.

/// Where to go. On the board left and right are stages; in a list they are columns, if it has any.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Go {
    Up,
    Down,
    Left,
    Right,
    First,
    Last,
    PageUp,
    PageDown,
}

impl Go {
    /// Where a cursor among `count` rows gets to from `place`, with `page` rows to a page. Left and
    /// right stay.
    pub fn from(self, place: usize, count: usize, page: usize) -> usize {
        let last = count.saturating_sub(1);
        match self {
            Self::Up => place.saturating_sub(1),
            Self::Down => place + 1,
            Self::First => 0,
            Self::Last => last,
            Self::PageUp => place.saturating_sub(page.max(1)),
            Self::PageDown => place + page.max(1),
            Self::Left | Self::Right => place,
        }
        .min(last)
    }
}

/// Which way something is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Towards the top.
    Earlier,
    /// Towards the bottom.
    Later,
}

impl Way {
    /// The place that something gets among `count`; none where it is at the end already.
    pub fn from(self, place: usize, count: usize) -> Option<usize> {
        match self {
            Self::Earlier => place.checked_sub(1),
            Self::Later => Some(place + 1).filter(|next| *next < count),
        }
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Earlier => "up",
            Self::Later => "down",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Go;

    #[test]
    fn a_cursor_stays_within_its_list() {
        assert_eq!(Go::Up.from(0, 3, 10), 0);
        assert_eq!(Go::Down.from(2, 3, 10), 2);
        assert_eq!(Go::PageDown.from(0, 30, 10), 10);
        assert_eq!(Go::Last.from(4, 30, 10), 29);
        assert_eq!(Go::Down.from(0, 0, 10), 0);
    }
}
