//! The parts of an outcome's statement: taken apart, and put together again.

use super::table::{DIRECTIONS, LINKS};
use super::word::words;

/// The parts of a statement, each as one types it; empty where it is missing.
///
/// What links them is left out where it goes without saying: of "the time it takes to" the metric
/// is "time".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// Which way is better: a verb.
    pub direction: String,
    /// What is measured.
    pub metric: String,
    /// What it is measured of. A text that can't be taken apart is all object.
    pub object: String,
    /// In which situation.
    pub context: String,
}

/// What outcomes are usually measured by, and the words that lead from there to the object.
pub const METRICS: &[(&str, &str)] = &[
    ("time", "it takes to"),
    ("effort", "it takes to"),
    ("likelihood", "that"),
    ("number", "of"),
    ("cost", "of"),
    ("amount", "of"),
    ("frequency", "of"),
    ("risk", "of"),
    ("time and effort", "it takes to"),
    ("chance", "that"),
    ("probability", "that"),
    ("percentage", "of"),
];

/// Words with which a context begins; without one it begins with the first of them.
const CONTEXTS: &[&str] = &["when", "while", "whenever", "during", "as soon as"];

/// Verbs behind which "when" asks for a time and begins no context.
const KNOWING: &[&str] = &[
    "know",
    "see",
    "tell",
    "decide",
    "determine",
    "understand",
    "learn",
    "predict",
    "out",
    "remember",
    "estimate",
];

/// The verbs that a builder offers, spelled as most of these statements are.
pub fn verbs<'a>(statements: impl IntoIterator<Item = &'a str>) -> [&'static str; 4] {
    let spelled = |text: &str| match first_word(text).to_lowercase().as_str() {
        "minimise" | "maximise" => 1,
        "minimize" | "maximize" => -1,
        _ => 0,
    };
    let british: i32 = statements.into_iter().map(spelled).sum();
    if british > 0 {
        ["Minimise", "Reduce", "Increase", "Maximise"]
    } else {
        ["Minimize", "Reduce", "Increase", "Maximize"]
    }
}

impl Parts {
    /// Takes a statement apart, so that its parts make the same sentence again.
    pub fn of(statement: &str) -> Self {
        let whole = Self {
            object: statement.to_owned(),
            ..Self::default()
        };
        let direction = first_word(statement);
        if !DIRECTIONS.contains(&direction.to_lowercase().as_str()) {
            return whole;
        }
        let rest = statement[direction.len()..].trim_start();
        let with_metric = measured(rest).into_iter().flat_map(|parts| {
            let within = parts.clone().in_context();
            [within, Some(parts)].into_iter().flatten()
        });
        let parts = with_metric.map(|parts| Self {
            direction: direction.to_owned(),
            ..parts
        });
        let is_whole = |parts: &Self| parts.sentence() == statement;
        parts.into_iter().find(is_whole).unwrap_or(whole)
    }

    /// The sentence that they make.
    pub fn sentence(&self) -> String {
        let metric = self.metric.trim();
        let known = METRICS.iter().find(|(known, _)| *known == metric);
        let object = match self.object.trim() {
            "" => "…",
            object => object,
        };
        let (article, link) = match known {
            Some((_, link)) if !is_linked(object) => ("the", *link),
            Some(_) => ("the", ""),
            None => ("", ""),
        };
        let context = self.context.trim();
        let has_own = CONTEXTS.iter().any(|word| begins_with(context, word));
        let when = if context.is_empty() || has_own {
            ""
        } else {
            CONTEXTS[0]
        };
        let words = [
            self.direction.trim(),
            article,
            metric,
            link,
            object,
            when,
            context,
        ];
        let words = words.into_iter().filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join(" ")
    }

    /// With the end of the object as the context, where it is one.
    fn in_context(self) -> Option<Self> {
        let place = context_in(&self.object)?;
        let (object, context) = self.object.split_at(place);
        let bare = context.strip_prefix(CONTEXTS[0]).unwrap_or(context);
        Some(Self {
            object: object.trim().to_owned(),
            context: bare.trim().to_owned(),
            ..self
        })
    }
}

/// What stands behind the direction, in the ways in which it may be taken apart, the finest first.
fn measured(rest: &str) -> Vec<Parts> {
    let object = |metric: &str, object: &str| Parts {
        metric: metric.to_owned(),
        object: object.trim().to_owned(),
        ..Parts::default()
    };
    let bare = rest.strip_prefix("the ").unwrap_or(rest);
    let known = METRICS
        .iter()
        .filter(|(metric, _)| begins_with(bare, metric));
    // "time and effort" is more than "time".
    let known = known.max_by_key(|(metric, _)| metric.len());
    let Some((metric, link)) = known else {
        return vec![object("", rest)];
    };
    let behind = bare[metric.len()..].trim_start();
    let linked = behind
        .strip_prefix(link)
        .filter(|_| begins_with(behind, link));
    let written = &rest[..rest.len() - bare.len() + metric.len()];
    let whole = linked.map(|linked| object(metric, linked));
    whole
        .into_iter()
        .chain([
            object(metric, behind),
            object(written, behind),
            object("", rest),
        ])
        .collect()
}

/// Where the context begins in an object.
fn context_in(object: &str) -> Option<usize> {
    let words = words(object);
    let places = 1..words.len();
    let mut places = places.filter(|place| words[place - 1].is_one_of(KNOWING).eq(&false));
    let place = places.find(|place| {
        let rest = &object[words[*place].range.start..];
        CONTEXTS.iter().any(|word| begins_with(rest, word))
    })?;
    Some(words[place].range.start)
}

/// Whether an object says itself how the metric leads to it: "of a surprise".
fn is_linked(object: &str) -> bool {
    LINKS.iter().any(|link| begins_with(object, link))
}

/// Whether a text begins with whole words.
fn begins_with(text: &str, words: &str) -> bool {
    let behind = text.strip_prefix(words);
    behind.is_some_and(|rest| {
        !rest.starts_with(|letter: char| letter.is_alphanumeric() || letter == '-')
    })
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Parts, verbs};

    fn parts(statement: &str) -> [String; 4] {
        let Parts {
            direction,
            metric,
            object,
            context,
        } = Parts::of(statement);
        [direction, metric, object, context]
    }

    #[test]
    fn a_statement_is_taken_apart() {
        for (statement, apart) in [
            (
                "Minimize the time it takes to set up sales data when I have just signed up",
                [
                    "Minimize",
                    "time",
                    "set up sales data",
                    "I have just signed up",
                ],
            ),
            (
                "Minimise the likelihood of a surprise at the end of the quarter",
                [
                    "Minimise",
                    "likelihood",
                    "of a surprise at the end of the quarter",
                    "",
                ],
            ),
            (
                "Increase the likelihood that peers see the team's results",
                ["Increase", "likelihood", "peers see the team's results", ""],
            ),
            (
                "Minimize the time and effort it takes to set up sales data",
                ["Minimize", "time and effort", "set up sales data", ""],
            ),
            (
                "Reduce the number of calls that are lost while driving",
                ["Reduce", "number", "calls that are lost", "while driving"],
            ),
            (
                "Minimize the time customers wait",
                ["Minimize", "the time", "customers wait", ""],
            ),
            (
                "Shorten the time it takes to know when an order arrives",
                ["Shorten", "time", "know when an order arrives", ""],
            ),
            ("Reduce churn", ["Reduce", "", "churn", ""]),
            (
                "Minimize time to value",
                ["Minimize", "", "time to value", ""],
            ),
            ("Win more deals", ["", "", "Win more deals", ""]),
            ("Minimize", ["", "", "Minimize", ""]),
            ("", ["", "", "", ""]),
        ] {
            assert_eq!(parts(statement), apart, "{statement}");
        }
    }

    #[test]
    fn parts_are_put_together_with_what_goes_without_saying() {
        let sentence = |[direction, metric, object, context]: [&str; 4]| {
            let parts = Parts {
                direction: direction.to_owned(),
                metric: metric.to_owned(),
                object: object.to_owned(),
                context: context.to_owned(),
            };
            parts.sentence()
        };
        assert_eq!(
            sentence(["Minimize", "effort", "log a call", "I hang up"]),
            "Minimize the effort it takes to log a call when I hang up"
        );
        assert_eq!(
            sentence([
                "Increase",
                "share",
                "of won deals",
                "during the first month"
            ]),
            "Increase share of won deals during the first month"
        );
        assert_eq!(
            sentence(["Minimize", "time", "", ""]),
            "Minimize the time it takes to …"
        );
        assert_eq!(sentence(["", "", "Win", ""]), "Win");
    }

    #[test]
    fn verbs_are_spelled_as_in_the_workspace() {
        assert_eq!(verbs(["Minimise the time", "Increase it"])[0], "Minimise");
        assert_eq!(verbs(["Minimise the time", "Maximize it"])[0], "Minimize");
        assert_eq!(verbs([]), ["Minimize", "Reduce", "Increase", "Maximize"]);
    }

    proptest::proptest! {
        #[test]
        fn no_letter_is_lost(statement in "(Minimi[sz]e |Reduce )?(the )?(time |number |likelihood )?(it takes to |of |that )?[a-z ü,.]{0,20}( when | while )?[a-z ]{0,9}") {
            let parts = Parts::of(&statement);
            let again = parts.sentence();
            proptest::prop_assert!(again == statement || parts.object == statement);
        }
    }
}
