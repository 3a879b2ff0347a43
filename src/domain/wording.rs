//! Counts and lists as a sentence has them.

/// A number of things: `1 outcome`, `2 outcomes`, `3 studies`.
pub fn counted(count: usize, thing: &str) -> String {
    let stem = thing.strip_suffix('y');
    // A day is no study.
    let stem = stem.filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
    match (count, stem) {
        (1, _) => format!("1 {thing}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        (_, None) => format!("{count} {thing}s"),
    }
}

/// Things one after the other: `a`, `a and b`, `a, b and c`.
pub fn listed(things: &[String]) -> String {
    match things {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// Characters that were taken out at the border, as they are told.
pub fn harmful(count: usize) -> String {
    format!(
        "{} that could steer a terminal or hide in a text",
        counted(count, "character")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_are_counted_as_people_do() {
        assert_eq!(counted(1, "study"), "1 study");
        assert_eq!(counted(0, "study"), "0 studies");
        assert_eq!(counted(2, "outcome"), "2 outcomes");
        assert_eq!(counted(2, "day"), "2 days");
    }

    #[test]
    fn the_last_of_a_list_has_an_and() {
        let list =
            |things: &[&str]| listed(&things.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b"]), "a and b");
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
    }
}
