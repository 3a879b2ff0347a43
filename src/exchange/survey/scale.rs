//! Which scale the answers of a sheet are on, from the answers, and from what stands above them.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::{Cell, read};
use super::heads::folded;
use super::ladder::{climb, climb_of};
use super::mapping::{Column, Role, Scale};
use super::sheet::Sheet;

/// One answer in so many may be a slip.
const SLIPS: usize = 50;

/// What answers in words stand for.
type Words = BTreeMap<String, u8>;

/// The answers of a sheet, as far as the scale follows from them.
struct Seen<'a> {
    /// How often each number up to 100 was answered, and how often a higher one.
    numbers: [usize; 101],
    higher: usize,
    /// Answers in words, by the question, and how many they are.
    words: [BTreeSet<&'a str>; 2],
    worded: usize,
    /// Numbers with the words beside them.
    labels: BTreeSet<(u32, &'a str)>,
}

/// The scale of a sheet's answers, and what its words stand for on it.
pub(super) fn guess_scale(
    sheet: &Sheet,
    header_rows: usize,
    columns: &[Column],
    hints: &BTreeSet<Scale>,
) -> (Scale, Words) {
    let seen = Seen::of(sheet, header_rows, columns);
    let numbered: usize = seen.numbers.iter().sum();
    if seen.worded > numbered
        && let Some((steps, words)) = seen.climbed()
    {
        return (Scale { from: 1, to: steps }, words);
    }
    let hint = hints
        .first()
        .filter(|hint| hints.len() == 1 && seen.fits(**hint));
    let scale = hint.copied().unwrap_or_else(|| seen.numeric());
    (seen.turned(scale), Words::new())
}

/// The scale that a question names: `from 1 to 7`, `(0–10)`. The text is folded.
pub(super) fn hint_in(folded: &str) -> Option<Scale> {
    let words: Vec<_> = folded
        .split(' ')
        .filter(|word| !["to", "bis", "through", "and"].contains(word))
        .collect();
    words.windows(2).find_map(|pair| {
        let (from, to) = (pair[0].parse().ok()?, pair[1].parse().ok()?);
        let is_scale = from <= 1 && (3..=10).contains(&to);
        is_scale.then_some(Scale { from, to })
    })
}

impl<'a> Seen<'a> {
    fn of(sheet: &'a Sheet, header_rows: usize, columns: &[Column]) -> Self {
        let mut seen = Self {
            numbers: [0; 101],
            higher: 0,
            words: [BTreeSet::new(), BTreeSet::new()],
            worded: 0,
            labels: BTreeSet::new(),
        };
        let answers: Vec<_> = columns.iter().filter_map(asked).collect();
        for row in sheet.rows().skip(header_rows) {
            for &(column, question) in &answers {
                seen.take(row.cell(column), question);
            }
        }
        seen
    }

    fn take(&mut self, text: &'a str, question: usize) {
        match read(text) {
            Cell::Blank | Cell::Fraction => {}
            Cell::Number(number) | Cell::Code(number) => self.count(number),
            Cell::Labelled(number, words) => {
                self.count(number);
                self.labels.insert((number, words));
            }
            Cell::Words(words) => {
                self.worded += 1;
                self.words[question].insert(words);
            }
        }
    }

    fn count(&mut self, number: u32) {
        match self.numbers.get_mut(number as usize) {
            Some(count) => *count += 1,
            None => self.higher += 1,
        }
    }

    /// The scale of answers in words: both questions on ladders of as many steps.
    fn climbed(&self) -> Option<(u8, Words)> {
        let [importance, satisfaction] = [0, 1].map(|question| -> BTreeSet<String> {
            self.words[question]
                .iter()
                .map(|words| folded(words))
                .collect()
        });
        let both = [&importance, &satisfaction]
            .map(|words| -> BTreeSet<&str> { words.iter().map(String::as_str).collect() });
        let (steps, climbed) = match both {
            [one, none] | [none, one] if none.is_empty() => {
                let (steps, words) = climb(&one)?;
                (steps, [words, BTreeMap::new()])
            }
            [importance, satisfaction] => {
                let fits = |steps| climb_of(&satisfaction, |other| other == steps).is_some();
                let (steps, first) = climb_of(&importance, fits)?;
                let (_, second) = climb_of(&satisfaction, |other| other == steps)?;
                (steps, [first, second])
            }
        };
        let words = climbed.into_iter().flatten();
        Some((
            steps,
            words.map(|(word, step)| (word.to_owned(), step)).collect(),
        ))
    }

    /// The usual scale that has the numbers that were answered, but for a few slips above it. Zero is
    /// an answer only where a scale begins with it.
    fn numeric(&self) -> Scale {
        let (from, to) = match (self.numbers[0] > 0, self.highest()) {
            (true, 1..=4) => (0, 4),
            (true, 6) => (0, 6),
            (true, 8..=10) => (0, 10),
            (_, 0..=5) => (1, 5),
            (_, 6..=7) => (1, 7),
            (_, 8..=10) => (1, 10),
            (_, 11) => (1, 11),
            (_, _) => (1, 100),
        };
        Scale { from, to }
    }

    /// The highest answer that is no slip: above it there is less than one answer in fifty.
    fn highest(&self) -> usize {
        let mut above = self.higher;
        for number in (0..self.numbers.len()).rev() {
            above += self.numbers[number];
            if above * SLIPS > self.all() {
                return number;
            }
        }
        0
    }

    fn all(&self) -> usize {
        self.numbers.iter().sum::<usize>() + self.higher
    }

    fn fits(&self, scale: Scale) -> bool {
        let inside = usize::from(scale.from)..=usize::from(scale.to);
        let inside: usize = self.numbers[inside].iter().sum();
        inside * 10 >= self.all() * 9
    }

    /// The scale the other way round where the words beside its numbers say so: `1 - Very important`.
    fn turned(&self, scale: Scale) -> Scale {
        let labels: BTreeMap<String, u32> = self
            .labels
            .iter()
            .map(|(number, words)| (folded(words), *number))
            .collect();
        let words = labels.keys().map(String::as_str).collect();
        let Some((_, steps)) = climb(&words) else {
            return scale;
        };
        let by_step = |word: &&&str| steps[**word];
        let (least, most) = (
            steps.keys().min_by_key(by_step),
            steps.keys().max_by_key(by_step),
        );
        match (least, most) {
            (Some(least), Some(most)) if labels[*least] > labels[*most] => Scale {
                from: scale.to,
                to: scale.from,
            },
            _ => scale,
        }
    }
}

/// The place of a column with answers, and which question it is about.
pub(super) fn asked(column: &Column) -> Option<(usize, usize)> {
    let question = match column.2 {
        Role::Importance(_) | Role::JobImportance => 0,
        Role::Satisfaction(_) | Role::JobSatisfaction => 1,
        Role::Respondent
        | Role::Segment
        | Role::Finished
        | Role::Status
        | Role::Job
        | Role::LeftOut(_) => return None,
    };
    Some((column.0.checked_sub(1)?, question))
}
