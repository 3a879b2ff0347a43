//! A file that can't be read, in the terminal: what is wrong is shown, and the person mends it, goes
//! back to a backup, looks at the rest or leaves, until it can be opened. The file is only written
//! when a backup is put in its place, and then what stood there is kept beside it.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};

use super::backups::{in_words, size, told};
use super::text::counted;
use crate::app::damage::{Damage, Kept, Spot};
use crate::domain::Workspace;
use crate::domain::text::clean_line;
use crate::store::{self, Broken, Contents, Mistake, OpenError, Partly, Places, Ring, Shelf};
use crate::tui::{self, Choice, Look, OwnEditor};

/// How large a backup may be, in bytes, that is read only to tell what is in it.
const READ_TO_TELL: u64 = 4 << 20;

/// How a file that had to be mended was left.
pub(super) enum Mended<T> {
    /// It opens; with what is to be said about that.
    Opened(T, Option<String>),
    /// The person looked at what could be read of it, and has left.
    Left(ExitCode),
}

/// Opens a file, and where it can't be read, has the person choose what to do until it can.
///
/// # Errors
/// When it can't be opened for another reason, or the person leaves it as it is.
pub(super) fn until_it_opens<T>(
    path: &Path,
    open: impl Fn(&Path) -> Result<T>,
) -> Result<Mended<T>> {
    let mut said = None;
    loop {
        let error = match open(path) {
            Ok(opened) => return Ok(Mended::Opened(opened, said)),
            Err(error) => error,
        };
        let Some((damage, workspace)) = damage(path) else {
            return Err(error);
        };
        let look = Look {
            path: path.to_owned(),
            workspace,
            damage,
            greeting: said.take(),
        };
        match tui::look_at(look)? {
            Choice::Left(status) => return Ok(Mended::Left(ExitCode::from(status))),
            Choice::GiveUp => return Err(error),
            Choice::Edited(told) => said = told,
            Choice::Restore(id) => said = Some(restored(path, &id)),
        }
    }
}

/// What is known of a file that can't be read, and what can be shown of it; none where that is not
/// what is the matter.
fn damage(path: &Path) -> Option<(Damage, Workspace)> {
    let error = store::open(path).err()?;
    let (mistakes, newer): (&[Mistake], _) = match &error {
        OpenError::Broken { mistakes, .. } => (mistakes, None),
        OpenError::Newer { format, .. } => (&[], Some(*format)),
        OpenError::Missing(_)
        | OpenError::NotAFile { .. }
        | OpenError::TooLarge(_)
        | OpenError::Trouble { .. } => return None,
    };
    let partly = store::open_what_can_be_read(path).ok();
    let spots = match &partly {
        Some(partly) => partly.broken.iter().map(spot_of_piece).collect(),
        None => spots_of_mistakes(mistakes),
    };
    let name = path.file_name().unwrap_or(path.as_os_str());
    let damage = Damage {
        file: clean_line(&name.to_string_lossy()).text,
        matter: matter(partly.as_ref(), newer),
        why: why(partly.as_ref(), newer),
        spots,
        rest: partly
            .as_ref()
            .map(|partly| partly.workspace.keys().count() - 1),
        editor: OwnEditor::of_user().ok().map(|editor| editor.name()),
        backups: ring(path).map_or_else(Vec::new, |ring| backups(&ring)),
    };
    let workspace = partly.map(|partly| partly.workspace);
    Some((damage, workspace.unwrap_or_default()))
}

fn matter(partly: Option<&Partly>, newer: Option<u64>) -> String {
    let format = newer.map(|format| {
        format!(
            "It is written in format {format}, and this Outboard reads format 1: install a newer \
             version to change it. "
        )
    });
    let rest = match partly.map(|partly| partly.broken.as_slice()) {
        None if newer.is_some() => "Nothing of it can be shown here.".to_owned(),
        None => "Nothing of it can be shown until it is mended.".to_owned(),
        Some([]) => "All of it can be looked at.".to_owned(),
        Some(broken) => {
            let stranded = broken.iter().filter(|broken| broken.is_stranded).count();
            let own = broken.len() - stranded;
            let on_what = if own == 1 { "it" } else { "these" };
            let more = match stranded {
                0 => String::new(),
                1 => format!(", and 1 more that depends on {on_what}"),
                count => format!(", and {count} more that depend on {on_what}"),
            };
            let own = counted(own, "thing");
            format!("{own} in it can't be read{more}; the rest can be looked at.")
        }
    };
    format!("{}{rest} Nothing was changed.", format.unwrap_or_default())
}

/// Why nothing can be changed, as the badge has it.
fn why(partly: Option<&Partly>, newer: Option<u64>) -> String {
    match partly {
        _ if newer.is_some() => "needs a newer Outboard".to_owned(),
        Some(partly) => format!("{} can't be read", counted(partly.broken.len(), "thing")),
        None => "the file can't be read".to_owned(),
    }
}

fn spot_of_piece(broken: &Broken) -> Spot {
    let kind = match broken.field.as_str() {
        "segments" => "segment",
        "stages" => "stage",
        "needs" => "need",
        "outcomes" => "outcome",
        "jobs" => "job",
        "studies" => "study",
        "reviews" => "review",
        "economics" => "figures",
        "" => "the file",
        field => field,
    };
    let kind = clean_line(kind).text;
    Spot {
        what: match &broken.called {
            Some(called) => format!("{kind} “{called}”"),
            None => kind,
        },
        problem: if broken.is_stranded {
            format!("as far as the file can be read, {}", broken.mistake.problem)
        } else {
            broken.mistake.problem.clone()
        },
        ..spot(&broken.mistake)
    }
}

/// What is wrong with a file of which nothing can be shown; a single mistake needs no name.
fn spots_of_mistakes(mistakes: &[Mistake]) -> Vec<Spot> {
    let named = mistakes.len() > 1;
    let spots = mistakes.iter().map(|mistake| Spot {
        what: if named {
            mistake.problem.clone()
        } else {
            String::new()
        },
        ..spot(mistake)
    });
    spots.collect()
}

fn spot(mistake: &Mistake) -> Spot {
    Spot {
        what: String::new(),
        line: mistake.line,
        problem: mistake.problem.clone(),
        around: mistake.around.clone(),
    }
}

fn ring(path: &Path) -> Option<Ring> {
    let places = Places::of_user().ok()?;
    Some(Shelf::of(&places, path).backups())
}

/// The backups to go back to, the latest first. What can't be read either is not offered.
fn backups(ring: &Ring) -> Vec<Kept> {
    let kept = ring.list().unwrap_or_default();
    let offered = kept.iter().filter_map(|backup| {
        let what = if backup.size > READ_TO_TELL {
            size(backup.size)
        } else {
            match ring.contents(backup).ok()? {
                Contents::Unreadable | Contents::Damaged => return None,
                workspace @ Contents::Workspace { .. } => told(&workspace),
            }
        };
        Some(Kept {
            id: backup.id.clone(),
            time: in_words(backup),
            what: clean_line(&what).text,
        })
    });
    offered.collect()
}

/// Puts a backup in place of a file, and gives what is to be said about that.
fn restored(path: &Path, id: &str) -> String {
    match restore(path, id) {
        Ok(said) => said,
        Err(error) => format!("Not restored: {error:#}"),
    }
}

fn restore(path: &Path, id: &str) -> Result<String> {
    let ring = ring(path).context("there is no place for backups")?;
    let backups = ring.list()?;
    let backup = backups.iter().find(|backup| backup.id == id);
    let content = ring.read(backup.context("this backup is not there any more")?)?;
    let kept = store::restore_over(path, &content)?;
    let kept: Vec<_> = kept.iter().map(|path| path.display().to_string()).collect();
    Ok(format!(
        "The backup is in place; what stood there is kept as {}",
        kept.join(" and ")
    ))
}
