//! What no save has reached: found in the journal when a workspace is opened, and done anew, or
//! merged with what somebody else has written since, or kept in a copy. Nothing of it is dropped.
//!
//! The rules stand in [`super::journal`].

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use super::fingerprint::Fingerprint;
use super::fs::Disk;
use super::journal::past::{Alien, Past, Place, Standing, Steps};
use super::journal::{Clock, Source, write_anew};
use super::{Opened, atomic};
use crate::domain::conflict::Conflicts;
use crate::domain::difference::difference;
use crate::domain::history::{Deed, Moment, Step};
use crate::domain::merge::merge;
use crate::domain::wording::counted;
use crate::domain::{Change, Document, Edit, Key, Workspace};

/// A workspace with what its journal knows of it.
#[derive(Debug)]
pub(super) struct Recovered {
    /// The workspace, with the steps of earlier sessions if they had to be read.
    pub(super) document: Document,
    /// Whether the steps of earlier sessions are known; else they are still to be read.
    pub(super) is_recalled: bool,
    /// What was decided one way in merging and can be decided another.
    pub(super) conflicts: Option<Conflicts>,
    /// Where the journal is gone on with.
    pub(super) place: Place,
    /// What the user is to be told.
    pub(super) remarks: Vec<String>,
}

impl Recovered {
    /// A workspace of which no journal tells anything.
    pub(super) fn nothing(opened: &Opened) -> Self {
        Self {
            document: Document::new(opened.workspace.clone()),
            is_recalled: true,
            conflicts: None,
            place: Place::default(),
            remarks: Vec::new(),
        }
    }
}

/// Brings a workspace that was opened together with its journal.
pub(super) fn recover(source: Source<'_>, opened: &Opened, clock: Clock) -> io::Result<Recovered> {
    let file = Fingerprint::of(opened.manuscript.in_the_file().as_bytes());
    if let Some(place) = Past::settled(source, file)? {
        return Ok(Recovered {
            is_recalled: false,
            place,
            ..Recovered::nothing(opened)
        });
    }
    let mut recovered = match Past::examine(source)? {
        Ok(past) => settle(source, opened, &past, (file, clock))?,
        Err(alien) => {
            let aside = put_aside(source.journal)?;
            let mut recovered = begin_anew(source, opened, &Steps::default(), file)?;
            recovered.remarks.push(told(alien, &aside));
            recovered
        }
    };
    if recovered.place == Place::default() {
        // A journal without a mark would not know the file that it begins with.
        recovered.place = anew(source, &Steps::default(), file)?;
    }
    Ok(recovered)
}

fn settle(
    source: Source<'_>,
    opened: &Opened,
    past: &Past,
    (file, clock): (Fingerprint, Clock),
) -> io::Result<Recovered> {
    match past.standing(file) {
        Standing::Known { steps, missing } => match replayed(opened, &steps, &missing) {
            Some(document) => Ok(Recovered {
                remarks: if document.workspace() == &opened.workspace {
                    Vec::new()
                } else {
                    told_again(missing.len())
                },
                place: past.end(),
                document,
                ..Recovered::nothing(opened)
            }),
            None => keep_journal(source, opened, file),
        },
        Standing::PutBack {
            steps,
            later,
            is_lost,
        } => {
            let kept = if is_lost {
                let Some(copy) = copy_of(source, opened, &steps, &later)? else {
                    return keep_journal(source, opened, file);
                };
                Some(copy)
            } else {
                None
            };
            let mut recovered = begin_anew(source, opened, &steps, file)?;
            recovered.remarks.extend(kept.map(|copy| {
                format!(
                    "This file was put back to an earlier state; what was not saved yet is kept in {}",
                    copy.display()
                )
            }));
            Ok(recovered)
        }
        Standing::Unknown { unsaved } if unsaved.is_empty() => {
            begin_anew(source, opened, &Steps::default(), file)
        }
        Standing::Unknown { unsaved } => merged(source, opened, &unsaved, (file, clock)),
    }
}

/// A document with earlier steps, and with deeds done to it that its file has not; none where they
/// don't fit.
fn replayed(opened: &Opened, steps: &Steps, missing: &[Deed]) -> Option<Document> {
    let mut document = Document::new(opened.workspace.clone());
    document.adopt(steps.history());
    for deed in missing {
        document.follow(deed).ok()?;
    }
    if !missing.is_empty() {
        document.mark_unsaved();
    }
    Some(document)
}

fn told_again(count: usize) -> Vec<String> {
    let told = format!(
        "{} brought back that no save had reached",
        counted(count, "change")
    );
    (count > 0).then_some(told).into_iter().collect()
}

/// The copy of a workspace with everything that was done to it; none where that does not fit.
fn copy_of(
    source: Source<'_>,
    opened: &Opened,
    steps: &Steps,
    later: &[Deed],
) -> io::Result<Option<PathBuf>> {
    let Some(document) = replayed(opened, steps, later) else {
        return Ok(None);
    };
    let revised = opened.manuscript.revised(document.workspace());
    let text = revised.manuscript.text().as_bytes();
    atomic::put_beside(&Disk, source.workspace, "unsaved", text).map(Some)
}

/// Merges what no save has reached with a file that somebody else wrote.
fn merged(
    source: Source<'_>,
    opened: &Opened,
    unsaved: &[Step],
    (file, clock): (Fingerprint, Clock),
) -> io::Result<Recovered> {
    let theirs = &opened.workspace;
    let sides = sides(theirs, unsaved);
    let merged = sides.and_then(|(base, ours)| {
        let merged = merge(&base, &ours, theirs).ok()?;
        let label = format!("Brought back {}", counted(unsaved.len(), "change"));
        let change = difference(theirs, &merged.workspace, label);
        let mut document = Document::new(theirs.clone());
        let deed = document.commit(change, Moment::ALONE).ok()?;
        Some((document, deed, merged.conflicts))
    });
    let Some((document, deed, conflicts)) = merged else {
        return keep_journal(source, opened, file);
    };
    let mut remarks = told_again(unsaved.len());
    let has_conflicts = !conflicts.list().is_empty();
    if has_conflicts {
        // What is brought back holds ours; the next save puts it over theirs.
        let theirs = opened.manuscript.in_the_file().as_bytes();
        let copy = atomic::put_beside(&Disk, source.workspace, "conflict", theirs)?;
        remarks.push(format!(
            "The file was changed by somebody else too; theirs is kept as {}",
            copy.display()
        ));
    }
    // From one journal to the next in one piece: at no moment what was unsaved is in neither.
    let missing = deed.map(|deed| (clock().as_second(), deed));
    write_anew(source, &Steps::default(), file, missing)?;
    Ok(Recovered {
        document,
        conflicts: has_conflicts.then_some(conflicts),
        place: Past::read(source)?.end(),
        remarks,
        ..Recovered::nothing(opened)
    })
}

/// A workspace in which the records that steps touched are as they were before, and one in which
/// they are as after; all others are as in a third. None where that does not hold together.
fn sides(theirs: &Workspace, steps: &[Step]) -> Option<(Workspace, Workspace)> {
    let before = steps.iter().rev().flat_map(|step| &step.back.edits);
    let after = steps.iter().flat_map(|step| &step.forth.edits);
    Some((with(theirs, before)?, with(theirs, after)?))
}

/// A workspace with records put in place of others, for each record the last.
fn with<'a>(theirs: &Workspace, edits: impl Iterator<Item = &'a Edit>) -> Option<Workspace> {
    let edits: BTreeMap<Key, &Edit> = edits.map(|edit| (edit.key(), edit)).collect();
    let edits = edits.into_values().cloned().collect();
    let mut document = Document::new(theirs.clone());
    document
        .commit(Change::new("", edits), Moment::ALONE)
        .ok()?;
    Some(document.workspace().clone())
}

/// Begins a journal anew, and keeps the old one because something in it could not be used.
fn keep_journal(source: Source<'_>, opened: &Opened, file: Fingerprint) -> io::Result<Recovered> {
    let aside = put_aside(source.journal)?;
    let mut recovered = begin_anew(source, opened, &Steps::default(), file)?;
    recovered.remarks.push(format!(
        "What no save had reached does not fit the file any more; the journal with it is kept as {}",
        aside.display()
    ));
    Ok(recovered)
}

fn begin_anew(
    source: Source<'_>,
    opened: &Opened,
    steps: &Steps,
    file: Fingerprint,
) -> io::Result<Recovered> {
    let mut document = Document::new(opened.workspace.clone());
    document.adopt(steps.history());
    Ok(Recovered {
        document,
        place: anew(source, steps, file)?,
        ..Recovered::nothing(opened)
    })
}

fn anew(source: Source<'_>, steps: &Steps, file: Fingerprint) -> io::Result<Place> {
    write_anew(source, steps, file, None)?;
    Ok(Past::read(source)?.end())
}

/// Gives a journal a name that it is out of the way under.
fn put_aside(journal: &Path) -> io::Result<PathBuf> {
    let mut numbers = 1_u32..;
    let free = numbers.find_map(|number| {
        let aside = journal.with_file_name(format!("journal.kept-{number}"));
        (!aside.exists()).then_some(aside)
    });
    let aside = free.ok_or(io::ErrorKind::AlreadyExists)?;
    std::fs::rename(journal, &aside)?;
    Ok(aside)
}

fn told(alien: Alien, aside: &Path) -> String {
    let aside = aside.display();
    match alien {
        Alien::Newer => format!(
            "A later version of Outboard kept the journal of this workspace: undo begins anew, and \
             the journal is kept as {aside}"
        ),
        Alien::Foreign => format!(
            "The journal of this workspace can't be read: undo begins anew, and the journal is kept \
             as {aside}"
        ),
    }
}
