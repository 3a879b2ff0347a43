//! What a journal tells of the past: the steps that can be undone and redone, which deeds a file
//! has, and which it has not. It reads and decides; it changes no file.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;

use super::Source;
use super::line::{self, Line, Mark, Numbered, Owner, VERSION};
use crate::domain::history::{Deed, History, Step};
use crate::store::fingerprint::Fingerprint;

/// How much of the end of a journal is read to see whether anything is open.
const TAIL: u64 = 1_024;

/// What a journal tells.
#[derive(Clone, Debug, Default)]
pub(in crate::store) struct Past {
    /// Every deed since the last damage, in order.
    deeds: Vec<Numbered>,
    marks: Vec<Known>,
    end: Place,
}

/// Where a journal is gone on with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::store) struct Place {
    /// The number of the last deed there ever was.
    pub(super) number: u64,
    /// How far the journal is whole, in bytes.
    pub(super) whole: u64,
}

/// A mark that counts.
#[derive(Clone, Debug)]
struct Known {
    mark: Mark,
    file: Option<Fingerprint>,
}

/// A step with the time it was made, in seconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) struct Dated {
    pub(in crate::store) time: i64,
    pub(in crate::store) step: Arc<Step>,
}

/// The steps done and undone, the last of each last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::store) struct Steps {
    pub(in crate::store) done: Vec<Dated>,
    pub(in crate::store) undone: Vec<Dated>,
}

/// How a file stands to a journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) enum Standing {
    /// The journal knows the file: after these deeds, which it has not, both are the same.
    Known {
        /// What the file has.
        steps: Steps,
        /// What it has not.
        missing: Vec<Deed>,
    },
    /// The file is as it once was: somebody put it back.
    PutBack {
        /// What it has.
        steps: Steps,
        /// What was done after it was so, up to the end.
        later: Vec<Deed>,
        /// Whether some of that was never in any file.
        is_lost: bool,
    },
    /// The journal knows nothing of the file. These steps, each in the direction it was made, were
    /// never in any.
    Unknown {
        /// In order.
        unsaved: Vec<Step>,
    },
}

/// Why a journal can't be gone on with. It is put aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum Alien {
    /// A later version of the program wrote it.
    Newer,
    /// It is another workspace's, or no journal at all.
    Foreign,
}

impl Past {
    /// Where a journal ends, if it ends with the mark of a file that has everything. Reads no more
    /// than its two ends.
    pub(in crate::store) fn settled(
        source: Source<'_>,
        file: Fingerprint,
    ) -> io::Result<Option<Place>> {
        let Some(Ends { first, tail, whole }) = ends(source.journal)? else {
            return Ok(None);
        };
        let is_owned = line::read(&first) == Some(Line::Journal(Owner::of(source.workspace)));
        let last = tail.strip_suffix(b"\n").and_then(|tail| {
            let line = tail.rsplit(|byte| *byte == b'\n').next()?;
            line::read(line)
        });
        Ok(match last {
            Some(Line::Mark(mark)) if is_owned && mark.settles(file) => Some(Place {
                number: mark.number,
                whole,
            }),
            Some(_) | None => None,
        })
    }

    /// Reads a whole journal; one that is not there is empty.
    ///
    /// # Errors
    /// When it can't be read, or is alien (then as [`io::ErrorKind::InvalidData`]).
    pub(in crate::store) fn read(source: Source<'_>) -> io::Result<Self> {
        let past = Self::of(&bytes(source.journal)?, source.workspace);
        past.map_err(|_| io::ErrorKind::InvalidData.into())
    }

    /// The same, but an alien journal is told by its kind.
    pub(in crate::store) fn examine(source: Source<'_>) -> io::Result<Result<Self, Alien>> {
        Ok(Self::of(&bytes(source.journal)?, source.workspace))
    }

    fn of(bytes: &[u8], owner: &Path) -> Result<Self, Alien> {
        let mut past = Self::default();
        let mut lines = bytes.split_inclusive(|byte| *byte == b'\n');
        let Some(first) = lines.next() else {
            return Ok(past);
        };
        let Some(first) = first.strip_suffix(b"\n") else {
            // The program was killed while it began: nothing was kept yet.
            return if bytes.len() < 64 {
                Ok(past)
            } else {
                Err(Alien::Foreign)
            };
        };
        match line::read(first) {
            Some(Line::Journal(told)) if told == Owner::of(owner) => {}
            _ if line::version(first).is_some_and(|told| told > u64::from(VERSION)) => {
                return Err(Alien::Newer);
            }
            _ => return Err(Alien::Foreign),
        }
        let mut at = first.len() as u64 + 1;
        past.end.whole = at;
        let mut is_damaged = false;
        for text in lines {
            at += text.len() as u64;
            match text.strip_suffix(b"\n").and_then(line::read) {
                // Two journals became one file: whose the deeds are can't be told.
                Some(Line::Journal(_)) => return Err(Alien::Foreign),
                Some(line) => {
                    if std::mem::take(&mut is_damaged) {
                        past.forget();
                    }
                    past.take(line);
                    past.end.whole = at;
                }
                // Damage at the end is a torn line; whether it is the end, the next line tells.
                None => is_damaged = true,
            }
        }
        Ok(past)
    }

    fn take(&mut self, line: Line) {
        match line {
            Line::Journal(_) => {}
            Line::Deed(deed) => {
                if deed.number != self.end.number + 1 {
                    self.forget();
                }
                self.end.number = deed.number;
                self.deeds.push(deed);
            }
            Line::Mark(mark) => {
                if mark.last != self.end.number {
                    // Deeds are missing before it. What it says of the file holds.
                    self.forget();
                    self.end.number = mark.last;
                }
                let file = mark.file.parse().ok();
                self.marks.push(Known { mark, file });
            }
        }
    }

    /// Forgets what is cut off from what follows.
    fn forget(&mut self) {
        self.deeds.clear();
        self.marks.clear();
    }

    /// Where the journal is gone on with.
    pub(in crate::store) fn end(&self) -> Place {
        self.end
    }

    /// How a file stands to this journal.
    pub(in crate::store) fn standing(&self, file: Fingerprint) -> Standing {
        let reached = self.marks.iter().rposition(|known| known.mark.reached);
        let same = self
            .marks
            .iter()
            .rposition(|known| known.file == Some(file));
        let saved = reached.map_or(0, |place| self.marks[place].mark.number);
        match same {
            None => Standing::Unknown {
                unsaved: self.steps_after(saved),
            },
            Some(place) => {
                let has = self.marks[place].mark.number;
                let (steps, later) = (self.steps_to(has), self.after(has));
                if reached.is_none_or(|reached| place >= reached) {
                    return Standing::Known {
                        steps,
                        missing: later,
                    };
                }
                Standing::PutBack {
                    steps,
                    is_lost: self.end.number > saved,
                    later,
                }
            }
        }
    }

    fn after(&self, number: u64) -> Vec<Deed> {
        let later = self.deeds.iter().filter(|deed| deed.number > number);
        later.map(|deed| deed.deed.clone()).collect()
    }

    /// What the deeds after a number did, each as a step in the direction it was made.
    fn steps_after(&self, number: u64) -> Vec<Step> {
        let mut steps = Steps::default();
        let mut made = Vec::new();
        for Numbered {
            number: n,
            time,
            deed,
        } in &self.deeds
        {
            let step = match deed {
                Deed::Done(step) | Deed::Joined(step) => Some(Step::clone(step)),
                Deed::Undone => steps.done.last().map(|last| last.step.reversed()),
                Deed::Redone => steps.undone.last().map(|last| Step::clone(&last.step)),
            };
            made.extend(step.filter(|_| *n > number));
            steps.follow(*time, deed);
        }
        made
    }

    /// The steps up to the deed with a number.
    pub(in crate::store) fn steps_to(&self, number: u64) -> Steps {
        let mut steps = Steps::default();
        for deed in self.deeds.iter().filter(|deed| deed.number <= number) {
            steps.follow(deed.time, &deed.deed);
        }
        steps
    }

    /// All steps.
    pub(in crate::store) fn steps(&self) -> Steps {
        self.steps_to(u64::MAX)
    }
}

impl Steps {
    /// Takes in what happened. Undoing what is not known leads to where nothing is known.
    pub(in crate::store) fn follow(&mut self, time: i64, deed: &Deed) {
        match deed {
            Deed::Done(step) => {
                self.undone.clear();
                let step = step.clone();
                self.done.push(Dated { time, step });
            }
            Deed::Joined(step) => {
                self.undone.clear();
                if let Some(last) = self.done.last_mut() {
                    last.time = time;
                    Arc::make_mut(&mut last.step).absorb(step);
                }
            }
            Deed::Undone => match self.done.pop() {
                Some(step) => self.undone.push(step),
                None => self.undone.clear(),
            },
            Deed::Redone => self.done.extend(self.undone.pop()),
        }
    }

    /// Of the steps done, no more than the last ones.
    pub(in crate::store) fn latest(mut self, count: usize) -> Self {
        let surplus = self.done.len().saturating_sub(count);
        self.done.drain(..surplus);
        self
    }

    /// As a history.
    pub(in crate::store) fn history(&self) -> History {
        let steps = |dated: &[Dated]| dated.iter().map(|dated| dated.step.clone()).collect();
        History::of_steps(steps(&self.done), steps(&self.undone))
    }

    /// The deeds that lead to these steps, each with its time.
    pub(super) fn deeds(&self) -> impl Iterator<Item = (i64, Deed)> {
        let all = self.done.iter().chain(self.undone.iter().rev());
        let done = all.map(|dated| (dated.time, Deed::Done(dated.step.clone())));
        let undone = self.undone.iter().map(|dated| (dated.time, Deed::Undone));
        done.chain(undone)
    }
}

fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    match std::fs::read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        read => read,
    }
}

/// The first line of a journal, its last lines, and its length.
struct Ends {
    first: Vec<u8>,
    tail: Vec<u8>,
    whole: u64,
}

fn ends(path: &Path) -> io::Result<Option<Ends>> {
    let mut file = match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        file => BufReader::new(file?),
    };
    let mut first = Vec::new();
    file.read_until(b'\n', &mut first)?;
    first.pop();
    let whole = file.get_ref().metadata()?.len();
    file.seek(SeekFrom::Start(whole.saturating_sub(TAIL)))?;
    let mut tail = Vec::new();
    file.read_to_end(&mut tail)?;
    Ok(Some(Ends { first, tail, whole }))
}
