//! Answers in words, as steps of a scale: `Not at all important` is 1 of 5, `Very satisfied` 4 of 5
//! on one ladder and 5 of 5 on another, by what else was answered.

use std::collections::{BTreeMap, BTreeSet};

/// The steps of a scale from the lowest on, each with the words that stand for it, parted by `|`.
/// They are compared as `heads::folded` puts them; `*` stands for what is asked about.
type Ladder = &'static [&'static str];

/// How many steps a ladder has, and which step each word is.
pub(super) type Climbed<'w> = (u8, BTreeMap<&'w str, u8>);

/// What takes the place of `*`.
const ASKED: [&str; 5] = ["important", "satisfied", "wichtig", "zufrieden", ""];

/// The ladders that survey tools offer, the commonest first: where the answers fit on several, the
/// first counts.
const LADDERS: [Ladder; 16] = [
    &[
        "not at all *|not * at all|not *",
        "slightly *|a little *|of little importance|not so *|not very *",
        "moderately *|somewhat *|fairly *|of average importance",
        "very *|quite *",
        "extremely *|absolutely essential|critical|completely *|essential",
    ],
    &[
        "not at all *|not *",
        "slightly *|somewhat *",
        "moderately *|fairly *",
        "very *|quite *",
        "extremely *|completely *",
    ],
    &[
        "very dissatisfied|extremely dissatisfied|very unhappy|completely dissatisfied",
        "dissatisfied|somewhat dissatisfied|unhappy|rather dissatisfied",
        "neutral|neither satisfied nor dissatisfied|neither dissatisfied nor satisfied|neither|neither happy nor unhappy",
        "satisfied|somewhat satisfied|happy|rather satisfied",
        "very satisfied|extremely satisfied|very happy|completely satisfied",
    ],
    &[
        "very unimportant|extremely unimportant|not at all important|not important at all|completely unimportant",
        "unimportant|somewhat unimportant|not important|rather unimportant|not very important|not so important",
        "neutral|neither important nor unimportant|neither unimportant nor important|neither",
        "important|somewhat important|rather important",
        "very important|extremely important",
    ],
    &[
        "unimportant|not important|not at all important",
        "of little importance|slightly important|low importance",
        "moderately important|of moderate importance|somewhat important|medium importance",
        "important|high importance",
        "very important|of great importance|extremely important|very high importance",
    ],
    &[
        "strongly disagree|completely disagree|totally disagree",
        "disagree|somewhat disagree",
        "neutral|neither agree nor disagree|neither disagree nor agree|undecided|neither",
        "agree|somewhat agree",
        "strongly agree|completely agree|totally agree",
    ],
    &[
        "very low",
        "low",
        "medium|moderate|average",
        "high",
        "very high",
    ],
    &[
        "very poor|very bad|terrible",
        "poor|bad",
        "fair|ok|okay|average|acceptable",
        "good",
        "very good|excellent",
    ],
    &[
        "extremely dissatisfied|very dissatisfied|completely dissatisfied",
        "moderately dissatisfied|dissatisfied|mostly dissatisfied",
        "slightly dissatisfied|somewhat dissatisfied",
        "neutral|neither satisfied nor dissatisfied|neither dissatisfied nor satisfied|neither",
        "slightly satisfied|somewhat satisfied",
        "moderately satisfied|satisfied|mostly satisfied",
        "extremely satisfied|very satisfied|completely satisfied",
    ],
    &[
        "extremely unimportant|very unimportant|not at all important",
        "moderately unimportant|unimportant|low importance|not important",
        "slightly unimportant|somewhat unimportant|slightly important",
        "neutral|neither important nor unimportant|neither unimportant nor important|neither",
        "slightly important|somewhat important|moderately important",
        "moderately important|important|very important",
        "extremely important|very important",
    ],
    &[
        "strongly disagree",
        "disagree|moderately disagree",
        "somewhat disagree|slightly disagree",
        "neutral|neither agree nor disagree|neither disagree nor agree|neither",
        "somewhat agree|slightly agree",
        "agree|moderately agree",
        "strongly agree",
    ],
    &[
        "überhaupt nicht *|gar nicht *|nicht *",
        "wenig *|kaum *|etwas *",
        "mittelmäßig *|einigermaßen *|teils teils|mäßig *|mittel *",
        "ziemlich *|sehr *",
        "äußerst *|außerordentlich *|vollkommen *|extrem *",
    ],
    &[
        "sehr unzufrieden|sehr unwichtig|völlig unwichtig|überhaupt nicht wichtig|gar nicht wichtig",
        "unzufrieden|eher unzufrieden|unwichtig|eher unwichtig|weniger wichtig",
        "neutral|weder noch|teils teils|weder zufrieden noch unzufrieden|weder wichtig noch unwichtig",
        "zufrieden|eher zufrieden|wichtig|eher wichtig",
        "sehr zufrieden|sehr wichtig",
    ],
    &[
        "stimme überhaupt nicht zu|stimme gar nicht zu|trifft überhaupt nicht zu|trifft gar nicht zu",
        "stimme nicht zu|stimme eher nicht zu|trifft nicht zu|trifft eher nicht zu",
        "neutral|weder noch|teils teils",
        "stimme zu|stimme eher zu|trifft zu|trifft eher zu",
        "stimme voll zu|stimme voll und ganz zu|trifft voll zu|trifft voll und ganz zu",
    ],
    &[
        "not at all *|not *|very dissatisfied|unimportant",
        "slightly *|somewhat *|dissatisfied|somewhat dissatisfied",
        "moderately *|important|satisfied|somewhat satisfied",
        "very *|extremely *",
    ],
    &[
        "not *|dissatisfied",
        "somewhat *|neutral",
        "very *|satisfied",
    ],
];

/// The number of steps of the ladder on which most of the words are found, the first of several, and
/// the step of each such word, from 1; none where a third of the words or more is on no ladder. The
/// words are folded.
pub(super) fn climb<'w>(words: &BTreeSet<&'w str>) -> Option<Climbed<'w>> {
    climb_of(words, |_| true)
}

/// As [`climb`], on ladders of a number of steps that is right.
pub(super) fn climb_of<'w>(
    words: &BTreeSet<&'w str>,
    is_right: impl Fn(u8) -> bool,
) -> Option<Climbed<'w>> {
    let ladders = LADDERS.iter().filter(|ladder| is_right(length(ladder)));
    let mut best: Option<Climbed> = None;
    for ladder in ladders {
        let found = words
            .iter()
            .map(|word| Some((*word, step_of(ladder, word)?)));
        let steps = found.flatten().collect();
        if fitness(&steps) > best.as_ref().map_or((0, 0), |best| fitness(&best.1)) {
            best = Some((length(ladder), steps));
        }
    }
    best.filter(|(_, steps)| steps.len() * 3 > words.len() * 2)
}

/// How many words are found, and on how many different steps: two words on one step are rarely meant
/// to be the same.
fn fitness(steps: &BTreeMap<&str, u8>) -> (usize, usize) {
    let different: BTreeSet<_> = steps.values().collect();
    (steps.len(), different.len())
}

fn length(ladder: Ladder) -> u8 {
    u8::try_from(ladder.len()).unwrap_or(u8::MAX)
}

fn step_of(ladder: Ladder, word: &str) -> Option<u8> {
    let has = |step: &&str| step.split('|').any(|words| says(words, word));
    let place = ladder.iter().position(has)?;
    u8::try_from(place + 1).ok()
}

/// Whether words of a ladder are those that were answered.
fn says(words: &str, answered: &str) -> bool {
    match words.split_once('*') {
        None => words == answered,
        Some((before, after)) => ASKED.iter().any(|asked| {
            let said = answered.strip_prefix(before.trim_end());
            let said = said.and_then(|rest| rest.trim_start().strip_prefix(asked));
            said.is_some_and(|rest| rest.trim() == after.trim())
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words, from the lowest step on, each with its step behind it.
    #[track_caller]
    fn assert_steps(length: u8, words: &str) {
        let steps = words
            .split(", ")
            .map(|step| step.rsplit_once(' ').expect("a step"));
        let expected: BTreeMap<&str, u8> = steps
            .map(|(word, step)| (word, step.parse().expect("a number")))
            .collect();
        let answered = expected.keys().copied().collect();
        assert_eq!(climb(&answered), Some((length, expected)), "{words}");
    }

    #[test]
    fn each_vocabulary_has_its_steps() {
        for words in [
            "not at all important 1, slightly important 2, extremely important 5",
            "not important 1, somewhat important 3, essential 5",
            "not at all important 1, not so important 2, somewhat important 3, very important 4",
            "not at all satisfied 1, somewhat satisfied 2, moderately satisfied 3, very satisfied 4",
            "not at all satisfied 1, moderately satisfied 3, very satisfied 4",
            "not at all 1, slightly 2, extremely 5",
            "very dissatisfied 1, neutral 3, very satisfied 5",
            "unimportant 1, of little importance 2, very important 5",
            "very unimportant 1, neutral 3, important 4, very important 5",
            "strongly disagree 1, neither agree nor disagree 3, agree 4",
            "very low 1, medium 3, very high 5",
            "poor 2, good 4, excellent 5",
            "überhaupt nicht wichtig 1, ziemlich wichtig 4, äußerst wichtig 5",
            "sehr unzufrieden 1, eher zufrieden 4, sehr zufrieden 5",
            "stimme eher nicht zu 2, teils teils 3, stimme voll und ganz zu 5",
        ] {
            assert_steps(5, words);
        }
        for words in [
            "strongly disagree 1, somewhat agree 5, agree 6",
            "extremely dissatisfied 1, slightly satisfied 5, moderately satisfied 6",
            "very unimportant 1, slightly unimportant 3, neutral 4, very important 6, extremely important 7",
        ] {
            assert_steps(7, words);
        }
    }

    #[test]
    fn words_of_no_ladder_have_no_steps() {
        assert_eq!(climb(&["purple"].into()), None);
        assert_eq!(climb(&["very important", "purple"].into()), None);
        assert_eq!(climb(&BTreeSet::new()), None);
    }

    #[test]
    fn a_ladder_of_the_right_length_is_found_behind_another() {
        let words = ["very dissatisfied", "very satisfied"].into();
        assert_eq!(climb(&words).map(|(length, _)| length), Some(5));
        let (length, steps) = climb_of(&words, |steps| steps == 7).expect("seven steps");
        assert_eq!((length, steps["very satisfied"]), (7, 7));
    }
}
