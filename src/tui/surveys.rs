//! Files of surveys: reads one that was asked for, on a thread of its own as it may be large or far
//! away, and writes what the columns of one are into a file beside it. It changes no workspace.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;

use directories::BaseDirs;

use super::Event;
use super::failure::guarded;
use crate::app::Msg;
use crate::app::overlay::import::{File, Found, MappingFile, beside};

/// The largest file that is read, in bytes: a million answers are some five million.
const LARGEST: u64 = 100_000_000;

/// Reads the file at a path, as it was typed, and sends what was found in it.
pub(super) fn read(typed: String, sender: &Sender<Event>) {
    let answer = sender.clone();
    let work = move || {
        let read = guarded(|| file(&typed)).unwrap_or_else(|error| Err(error.to_string()));
        tell(&answer, read);
    };
    let thread = std::thread::Builder::new().name("survey".to_owned());
    if let Err(error) = thread.spawn(work) {
        let why = format!("The system gives no thread to read it with: {error}");
        tell(sender, Err(why));
    }
}

fn tell(sender: &Sender<Event>, read: Result<File, String>) {
    let msg = Msg::Survey(read.map(Arc::new));
    // The loop is gone only when the program ends: nobody is left to tell.
    let _ = sender.send(Event::Msg(msg));
}

fn file(typed: &str) -> Result<File, String> {
    let home = BaseDirs::new().map(|folders| folders.home_dir().to_owned());
    let path = meant(typed, home.as_deref());
    let bytes = bytes(&path)?;
    let beside = fs::read_to_string(beside(&path)).ok();
    File::of(Found {
        typed: typed.to_owned(),
        path,
        bytes,
        beside,
    })
}

fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    let shown = path.display();
    let about = fs::metadata(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => format!("There is no file {shown}"),
        _ => format!("{shown} can't be read: {error}"),
    })?;
    if about.is_dir() {
        return Err(format!(
            "{shown} is a folder; add the name of the CSV file behind it"
        ));
    }
    if !about.is_file() {
        return Err(format!("{shown} is no file"));
    }
    if about.len() > LARGEST {
        return Err(format!(
            "{shown} is larger than 100 MB; a survey's answers are less, so this may be another file"
        ));
    }
    fs::read(path).map_err(|error| format!("{shown} can't be read: {error}"))
}

/// The path that is meant by what was typed or dropped: as it stands where there is such a file,
/// else without the quotes and backslashes that a terminal puts into a path that is dropped.
fn meant(typed: &str, home: Option<&Path>) -> PathBuf {
    let as_typed = at_home(typed, home);
    if as_typed.exists() {
        as_typed
    } else {
        at_home(&bare(typed), home)
    }
}

/// A path with the home in place of its `~`.
fn at_home(path: &str, home: Option<&Path>) -> PathBuf {
    let below = match path.strip_prefix('~') {
        Some("") => Some(""),
        Some(rest) => rest.strip_prefix(std::path::is_separator),
        None => None,
    };
    match (below, home) {
        (Some(below), Some(home)) => home.join(below),
        (..) => path.into(),
    }
}

/// A path without quotes around it, without the backslashes that take the meaning from the
/// character behind them (on Windows they part folders), and without `file://`.
fn bare(typed: &str) -> String {
    let typed = typed.trim();
    let quoted = |quote| typed.strip_prefix(quote)?.strip_suffix(quote);
    if let Some(path) = quoted('\'').or_else(|| quoted('"')) {
        return path.to_owned();
    }
    if let Some(path) = typed.strip_prefix("file://") {
        return without_percents(path);
    }
    if cfg!(windows) {
        return typed.to_owned();
    }
    let mut letters = typed.chars();
    let mut path = String::new();
    while let Some(letter) = letters.next() {
        let letter = if letter == '\\' {
            letters.next()
        } else {
            Some(letter)
        };
        path.extend(letter);
    }
    path
}

/// A path of a `file://` address, in which characters may stand as `%20`.
fn without_percents(path: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = path.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let digits = behind
            .get(..2)
            .and_then(|two| std::str::from_utf8(two).ok());
        let coded = digits.and_then(|two| u8::from_str_radix(two, 16).ok());
        let coded = coded.filter(|_| *first == b'%');
        bytes.push(coded.unwrap_or(*first));
        rest = if coded.is_some() {
            &behind[2..]
        } else {
            behind
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Writes what the columns of a survey are into a file; gives what there is to tell.
pub(super) fn write(file: &MappingFile) -> String {
    let shown = file.path.display();
    let mut options = OpenOptions::new();
    if file.replaces {
        options.write(true).create(true).truncate(true);
    } else {
        options.write(true).create_new(true);
    }
    let written = options
        .open(&file.path)
        .and_then(|mut opened| opened.write_all(file.text.as_bytes()));
    match written {
        Ok(()) => format!("What the columns are is kept in {shown}; the next import reads it"),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            format!("{shown} is there already; nothing was written")
        }
        Err(error) => format!("{shown} can't be written: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn a_path_that_is_dropped_onto_the_terminal_is_found() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("What's up (1).csv");
        fs::write(&path, "a,b\n").expect("a file");
        let plain = path.display().to_string();
        let escaped = plain.replace(' ', "\\ ").replace('\'', "\\'");
        let escaped = escaped.replace('(', "\\(").replace(')', "\\)");
        let address = format!("file://{}", plain.replace(' ', "%20"));
        for typed in [
            plain.clone(),
            escaped + " ",
            format!("\"{plain}\""),
            address,
        ] {
            assert_eq!(meant(&typed, None), path, "{typed}");
        }
        assert_eq!(bare("'a b.csv'"), "a b.csv");
    }

    #[test]
    fn a_tilde_is_the_home() {
        let home = Path::new("home");
        let path = |typed| at_home(typed, Some(home));
        assert_eq!(path("~/Surveys/a.csv"), home.join("Surveys/a.csv"));
        assert_eq!(path("~x/a.csv"), Path::new("~x/a.csv"));
        assert_eq!(at_home("~/a.csv", None), Path::new("~/a.csv"));
    }

    #[test]
    fn what_is_no_file_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let told = |path: &Path| bytes(path).expect_err("no file");
        assert!(told(folder.path()).contains("is a folder; add the name"));
        assert!(told(&folder.path().join("none.csv")).starts_with("There is no file"));
        let large = folder.path().join("large.csv");
        let file = fs::File::create(&large).expect("a file");
        file.set_len(LARGEST + 1).expect("a file with a hole");
        assert!(told(&large).contains("larger than 100 MB"));
    }

    #[test]
    fn a_file_that_is_there_is_replaced_only_when_that_is_said() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("october.map.ron");
        let stands = || fs::read_to_string(&path).expect("a file");
        let write = |text: &str, replaces| {
            write(&MappingFile {
                path: path.clone(),
                text: text.to_owned(),
                replaces,
            })
        };
        assert!(write("one", false).starts_with("What the columns are is kept"));
        assert!(write("two", false).ends_with("nothing was written"));
        assert_eq!(stands(), "one");
        write("three", true);
        assert_eq!(stands(), "three");
    }
}
