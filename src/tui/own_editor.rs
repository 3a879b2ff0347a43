//! The person's own editor, on a file: the one that `VISUAL` or `EDITOR` names, else one that is
//! there.
//!
//! No shell is involved: what the variable says is split into words, and the file is one more word,
//! an absolute path, so that nothing in its name can be taken for anything else. Whoever calls this
//! has given the terminal back before, and reads the file like any other afterwards.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::domain::text::clean_line;

/// The variables that name an editor; the first that says something is meant.
const VARIABLES: [&str; 2] = ["VISUAL", "EDITOR"];

/// What is looked for where no variable names an editor: the easiest first.
const FOUND: &[&str] = if cfg!(windows) {
    &["notepad.exe"]
} else {
    &["nano", "vi"]
};

/// A program with the words that come before the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OwnEditor {
    program: OsString,
    arguments: Vec<OsString>,
}

impl OwnEditor {
    /// The editor of the person who runs the program.
    ///
    /// # Errors
    /// When no variable names one and none is found, or when a quote in the variable is never
    /// closed.
    pub(crate) fn of_user() -> Result<Self> {
        let values = VARIABLES
            .iter()
            .filter_map(|name| Some((name, env::var_os(name)?)));
        let mut meant = values.filter(|(_, value)| !value.to_string_lossy().trim().is_empty());
        if let Some((name, value)) = meant.next() {
            return Self::of_words(&value)
                .with_context(|| format!("what {name} says can't be taken as an editor"));
        }
        let path = env::var_os("PATH").unwrap_or_default();
        match FOUND.iter().find_map(|name| in_path(name, &path)) {
            Some(program) => Ok(Self {
                program: program.into(),
                arguments: Vec::new(),
            }),
            None => bail!("no editor is known; set EDITOR to the name of yours, as in EDITOR=nano"),
        }
    }

    /// The editor that a variable names. A value that is a file as it stands is one word.
    fn of_words(value: &OsStr) -> Result<Self> {
        let words = if Path::new(value).is_file() {
            vec![value.to_owned()]
        } else {
            let text = value.to_str().context("it is no text")?;
            words(text)?.into_iter().map(OsString::from).collect()
        };
        let mut words = words.into_iter();
        Ok(Self {
            program: words.next().context("it is empty")?,
            arguments: words.collect(),
        })
    }

    /// What it is called, as it can be shown.
    pub(crate) fn name(&self) -> String {
        let name = Path::new(&self.program)
            .file_stem()
            .unwrap_or(&self.program);
        clean_line(&name.to_string_lossy()).text
    }

    /// Opens a file at a line, from 1, and waits until the editor is closed.
    ///
    /// # Errors
    /// When the editor can't be started, or says that something went wrong.
    pub(crate) fn open(&self, file: &Path, line: usize) -> Result<()> {
        let file = std::path::absolute(file).context("where the file is can't be told")?;
        let status = Command::new(&self.program)
            .args(&self.arguments)
            .args(self.place(&file, line))
            .status()
            .with_context(|| {
                format!(
                    "the editor {} could not be started; set EDITOR to the name of another one",
                    self.name()
                )
            })?;
        if !status.success() {
            bail!("the editor {} ended with an error ({status})", self.name());
        }
        Ok(())
    }

    /// The words by which an editor is told a file and, where it is known how, the line.
    fn place(&self, file: &Path, line: usize) -> Vec<OsString> {
        let file = file.as_os_str().to_owned();
        let with_line = || {
            let mut place = file.clone();
            place.push(format!(":{line}"));
            place
        };
        match self.name().to_lowercase().as_str() {
            "vi" | "vim" | "nvim" | "view" | "nano" | "pico" | "emacs" | "emacsclient"
            | "micro" | "kak" | "joe" | "ne" => vec![format!("+{line}").into(), file],
            "hx" | "helix" => vec![with_line()],
            "code" | "codium" | "code-insiders" | "cursor" => {
                // Without this they open the file and are gone before anything is edited.
                let wait = "--wait";
                let is_said = self
                    .arguments
                    .iter()
                    .any(|word| word == wait || word == "-w");
                let wait = (!is_said).then(|| wait.into());
                wait.into_iter().chain(["-g".into(), with_line()]).collect()
            }
            _ => vec![file],
        }
    }
}

/// A program in one of the folders of `PATH`.
fn in_path(name: &str, path: &OsStr) -> Option<PathBuf> {
    env::split_paths(path)
        .map(|folder| folder.join(name))
        .find(|program| program.is_file())
}

/// Splits a text at its blanks; what stands in quotes is one word, and no other sign means anything.
fn words(text: &str) -> Result<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for letter in text.chars() {
        match (quote, letter) {
            (Some(open), letter) if letter == open => quote = None,
            (None, '"' | '\'') => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            (None, letter) if letter.is_whitespace() => words.extend(word.take()),
            (_, letter) => word.get_or_insert_default().push(letter),
        }
    }
    if quote.is_some() {
        bail!("a quote in it is never closed: {}", clean_line(text).text);
    }
    words.extend(word);
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn editor(value: &str) -> OwnEditor {
        OwnEditor::of_words(OsStr::new(value)).expect("an editor")
    }

    fn told(value: &str) -> String {
        let place = editor(value).place(Path::new("/a b/crm.ron"), 12);
        let words: Vec<_> = place.iter().map(|word| word.to_string_lossy()).collect();
        words.join("|")
    }

    #[test]
    fn what_a_variable_says_is_split_into_words_and_nothing_else() {
        let split = |text| words(text).expect("words");
        assert_eq!(split("  vim  -u NONE "), ["vim", "-u", "NONE"]);
        assert_eq!(
            split("\"/a b/ed\" 'it\"s; $HOME' x''y \"\" `id`"),
            ["/a b/ed", "it\"s; $HOME", "xy", "", "`id`"]
        );
        assert_eq!(split(r"C:\bin\ed.exe /w"), [r"C:\bin\ed.exe", "/w"]);
        assert!(words("ed \"x").is_err());
        assert!(words("").expect("none").is_empty());
    }

    #[test]
    fn each_editor_is_told_the_line_in_its_own_way() {
        assert_eq!(told("/usr/bin/vim -R"), "+12|/a b/crm.ron");
        assert_eq!(told("nano"), "+12|/a b/crm.ron");
        assert_eq!(told("hx"), "/a b/crm.ron:12");
        assert_eq!(told("code"), "--wait|-g|/a b/crm.ron:12");
        assert_eq!(told("code --wait"), "-g|/a b/crm.ron:12");
        assert_eq!(told("ed"), "/a b/crm.ron");
    }

    #[test]
    fn an_editor_whose_path_has_blanks_is_taken_whole_where_it_is_there() {
        let folder = tempfile::tempdir().expect("a folder");
        let program = folder.path().join("my editor");
        std::fs::write(&program, "").expect("a file");
        assert_eq!(editor(program.to_str().expect("a path")).program, program);
    }

    #[test]
    fn an_editor_that_can_not_be_started_is_told_with_a_way_on() {
        let error = editor("no-such-editor-is-there").open(Path::new("x"), 1);
        let told = format!("{:#}", error.expect_err("it is not there"));
        assert!(
            told.contains("no-such-editor-is-there") && told.contains("set EDITOR"),
            "{told}"
        );
    }
}
