//! The brackets around jobs that can't be told apart: which part of one stands at which row.

/// A job's part of a bracket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bracket {
    /// It is the first of those that can't be told apart.
    First,
    /// It is one of them.
    Within,
    /// It stands among them, but nobody was asked about it who could be drawn.
    Past,
    /// It is the last of them.
    Last,
}

/// The part of each row, from the number of its group; a row has none of either where nobody could
/// be drawn. A job that stands alone in its group has no bracket.
pub(super) fn brackets(groups: &[Option<usize>]) -> Vec<Option<Bracket>> {
    let above = nearest(groups.iter());
    let below = nearest(groups.iter().rev());
    let rows = groups.iter().zip(above).zip(below.into_iter().rev());
    rows.map(|((group, above), below)| match group {
        None => (above.is_some() && above == below).then_some(Bracket::Past),
        Some(_) => match (above == *group, below == *group) {
            (false, true) => Some(Bracket::First),
            (true, true) => Some(Bracket::Within),
            (true, false) => Some(Bracket::Last),
            (false, false) => None,
        },
    })
    .collect()
}

/// For each row the group of the nearest one before it that has any.
fn nearest<'a>(groups: impl Iterator<Item = &'a Option<usize>>) -> Vec<Option<usize>> {
    let mut before = None;
    groups
        .map(|group| {
            let here = before;
            before = group.or(before);
            here
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bracket_spans_its_group_and_goes_past_what_nobody_was_asked() {
        let signs = |groups: &[Option<usize>]| -> String {
            let parts = brackets(groups).into_iter();
            parts
                .map(|part| match part {
                    Some(Bracket::First) => '┐',
                    Some(Bracket::Within) => '│',
                    Some(Bracket::Past) => '┆',
                    Some(Bracket::Last) => '┘',
                    None => ' ',
                })
                .collect()
        };
        let some = Some;
        assert_eq!(
            signs(&[some(1), some(1), some(1), some(2), some(3), some(3)]),
            "┐│┘ ┐┘"
        );
        assert_eq!(
            signs(&[None, some(1), None, some(1), None, some(2)]),
            " ┐┆┘  "
        );
        assert_eq!(signs(&[some(1), some(2)]), "  ");
        assert_eq!(signs(&[]), "");
    }
}
