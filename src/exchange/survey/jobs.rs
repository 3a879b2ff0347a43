//! Which job a text speaks of: by its id, by its name, by its name among other words, or by the
//! beginning of it where a tool cut it short.

use std::collections::{HashMap, HashSet};

use super::heads::{Head, folded};
use crate::domain::{Id, Workspace};

/// How many words a name must have to be looked for among others: a single word says little.
const WORDS_OF_A_NAME: usize = 2;

/// How many letters of a name must be there where the rest is cut off.
const BEGINNING: usize = 12;

/// How alike a text and a name must be for the job to be suggested, 0 to 1.
const ALIKE: f64 = 0.7;

/// The most jobs among which one that is alike is looked for.
const COMPARED: usize = 2_000;

/// What marks the question of a column, before a job's id or behind it.
const MARKS: [&str; 8] = [
    "imp-",
    "importance-",
    "sat-",
    "satisfaction-",
    "-imp",
    "-importance",
    "-sat",
    "-satisfaction",
];

/// The jobs of a workspace, to be found by what a column or a cell says.
pub(super) struct Jobs<'a> {
    ids: HashMap<&'a str, &'a Id>,
    /// By what they are called; none where several are called so.
    names: HashMap<String, Option<&'a Id>>,
    sorted: Vec<(String, &'a Id)>,
    /// How many words names have, most first.
    lengths: Vec<usize>,
}

/// How sure it is that a column speaks of a job, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sureness {
    Id,
    Name,
    Text,
    Beginning,
}

/// A job that a column speaks of.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found<'a> {
    pub(super) job: &'a Id,
    pub(super) sureness: Sureness,
    /// What the column says besides, folded.
    pub(super) rest: String,
}

impl<'a> Jobs<'a> {
    pub(super) fn of(workspace: &'a Workspace) -> Self {
        let mut names: HashMap<String, Option<&'a Id>> = HashMap::new();
        let mut sorted = Vec::new();
        for job in workspace.jobs().values() {
            let name = folded(&job.name);
            if name.is_empty() {
                continue;
            }
            sorted.push((name.clone(), &job.id));
            names
                .entry(name)
                .and_modify(|job| *job = None)
                .or_insert(Some(&job.id));
        }
        sorted.sort();
        let lengths: HashSet<_> = names.keys().map(|name| words(name)).collect();
        let mut lengths: Vec<_> = lengths
            .into_iter()
            .filter(|length| *length >= WORDS_OF_A_NAME)
            .collect();
        lengths.sort_unstable_by(|a, b| b.cmp(a));
        let ids = workspace.jobs().keys();
        Self {
            ids: ids.map(|id| (id.as_str(), id)).collect(),
            names,
            sorted,
            lengths,
        }
    }

    /// The job that a text names, by its id or by what it is called.
    pub(super) fn named(&self, text: &str) -> Option<&'a Id> {
        if let Some(id) = self.ids.get(text) {
            return Some(id);
        }
        let id = self.ids.get(text.to_lowercase().as_str()).copied();
        id.or_else(|| self.called(&folded(text)))
    }

    fn called(&self, folded: &str) -> Option<&'a Id> {
        self.names.get(folded).copied().flatten()
    }

    /// The job that a column speaks of.
    pub(super) fn find(&self, head: &Head) -> Option<Found<'a>> {
        let parts: Vec<_> = head.parts().collect();
        let mut places = parts.iter().enumerate();
        let surely = places.find_map(|(at, part)| Some((at, self.surely(part)?)));
        let mut places = parts.iter().enumerate();
        let begun = || places.find_map(|(at, part)| Some((at, self.by_beginning(part)?)));
        let (at, found) = surely.or_else(begun)?;
        // What the upper rows of the head say comes first, as the question does.
        let others = parts.iter().enumerate().rev().filter(|(n, _)| *n != at);
        let mut rest: Vec<_> = others.map(|(_, part)| folded(part)).collect();
        rest.push(found.rest);
        Some(Found {
            rest: rest.join(" "),
            ..found
        })
    }

    fn surely(&self, part: &str) -> Option<Found<'a>> {
        let by_id = self.by_id(part);
        let by_name = by_id.or_else(|| self.by_name(part));
        by_name.or_else(|| self.by_text(part))
    }

    /// An id: all there is, in a word of its own, or with a mark: `imp_ID`, `ID-importance`.
    fn by_id(&self, part: &str) -> Option<Found<'a>> {
        let part = part.to_lowercase();
        let is_code = !part.contains(char::is_whitespace);
        let is_apart = |letter: char| !(letter.is_alphanumeric() || letter == '-');
        let mut found = None;
        let mut rest = Vec::new();
        for run in part.split(is_apart).filter(|run| !run.is_empty()) {
            let counts = is_code || run.contains('-') || run.len() == part.len();
            match self.marked(run).filter(|_| counts && found.is_none()) {
                Some((job, mark)) => {
                    found = Some(job);
                    rest.push(mark.trim_matches('-'));
                }
                None => rest.push(run),
            }
        }
        Some(Found {
            job: found?,
            sureness: Sureness::Id,
            rest: folded(&rest.join(" ")),
        })
    }

    fn marked<'t>(&self, run: &'t str) -> Option<(&'a Id, &'t str)> {
        if let Some(id) = self.ids.get(run) {
            return Some((id, ""));
        }
        MARKS.iter().find_map(|mark| {
            let bare = run.strip_prefix(mark).or_else(|| run.strip_suffix(mark))?;
            Some((*self.ids.get(bare)?, *mark))
        })
    }

    /// A name, whole: in brackets, behind the question, or alone.
    fn by_name(&self, part: &str) -> Option<Found<'a>> {
        pieces(part).find_map(|(before, piece)| {
            Some(Found {
                job: self.called(&folded(piece))?,
                sureness: Sureness::Name,
                rest: folded(before),
            })
        })
    }

    /// A name among other words; the longest, and none where two are as long.
    fn by_text(&self, part: &str) -> Option<Found<'a>> {
        let folded = folded(part);
        let words: Vec<_> = folded.split(' ').collect();
        for length in self.lengths.iter().filter(|length| **length <= words.len()) {
            let windows = words.windows(*length).enumerate();
            let mut found = windows.filter_map(|(at, window)| {
                let job = self.called(&window.join(" "))?;
                Some((at, job))
            });
            let Some((at, job)) = found.next() else {
                continue;
            };
            if found.any(|(_, other)| other != job) {
                return None;
            }
            let rest = [&words[..at], &words[at + length..]].concat();
            return Some(Found {
                job,
                sureness: Sureness::Text,
                rest: rest.join(" "),
            });
        }
        None
    }

    /// The beginning of one job's name, and of no other's.
    fn by_beginning(&self, part: &str) -> Option<Found<'a>> {
        pieces(part).find_map(|(before, piece)| {
            let piece = folded(piece);
            if piece.chars().count() < BEGINNING {
                return None;
            }
            let first = self.sorted.partition_point(|(name, _)| *name < piece);
            let mut begin = self.sorted[first..]
                .iter()
                .take_while(|(name, _)| name.starts_with(&piece));
            let (_, job) = begin.next()?;
            begin.next().is_none().then(|| Found {
                job,
                sureness: Sureness::Beginning,
                rest: folded(before),
            })
        })
    }

    /// The job whose name is most like what a column says; none where none is, or where there are
    /// too many to compare.
    pub(super) fn like(&self, head: &Head) -> Option<&'a Id> {
        if self.sorted.len() > COMPARED {
            return None;
        }
        let last = head.parts().next()?;
        let texts: Vec<_> = pieces(last).map(|(_, piece)| folded(piece)).collect();
        let alike = |name: &str| {
            let all = texts
                .iter()
                .map(|text| strsim::normalized_levenshtein(text, name));
            all.fold(0.0, f64::max)
        };
        let compared = self.sorted.iter().map(|(name, job)| (alike(name), *job));
        let best = compared.max_by(|a, b| a.0.total_cmp(&b.0))?;
        (best.0 >= ALIKE).then_some(best.1)
    }
}

fn words(folded: &str) -> usize {
    folded.split(' ').count()
}

/// The pieces of a head that may be a name, each with what stands before it: what is in brackets at
/// the end, what is behind a dash, a colon or the like, and all of it.
fn pieces(part: &str) -> impl Iterator<Item = (&str, &str)> {
    let brackets = part
        .strip_suffix(']')
        .and_then(|open| open.rsplit_once('['));
    let parted = [" - ", " – ", " — ", ": ", " | ", " > ", " / ", "? ", "… "];
    let parted = parted
        .into_iter()
        .filter_map(move |sign| part.rsplit_once(sign));
    brackets.into_iter().chain(parted).chain([("", part)])
}
