//! Fields as they are typed become a change, by the same table and in the same words as in the
//! forms of the terminal.

use anyhow::{Result, bail};

use super::typed::today;
use crate::app::fields::Subject;
use crate::app::fields::fill::{self, Filled};
use crate::app::fields::names::{Lookup, Strangers};
use crate::domain::{Change, Id, Workspace};

/// The change that puts typed texts into the fields of a subject, and the id of what it adds.
pub(super) fn fill(
    workspace: &Workspace,
    subject: &Subject,
    typed: &[(&str, &str)],
) -> Result<(Change, Option<Id>)> {
    let mut lookup = Lookup::new(workspace, today()?, Strangers::Refuse);
    match fill::fill(subject, typed, &mut lookup) {
        Ok(Filled::Change { change, added }) => Ok((change, added)),
        Ok(
            Filled::Filter(_)
            | Filled::Text(_)
            | Filled::Workshop(_)
            | Filled::Survey(_)
            | Filled::Intake(_),
        ) => {
            bail!("this changes nothing")
        }
        Err(wrongs) => {
            let problems: Vec<_> = wrongs.into_iter().map(|wrong| wrong.problem).collect();
            bail!("{}", problems.join("; "))
        }
    }
}

/// What there is to think about in the wording of typed texts.
pub(super) fn hints(
    workspace: &Workspace,
    subject: &Subject,
    typed: &[(&str, &str)],
) -> Result<Vec<String>> {
    let mut lookup = Lookup::new(workspace, today()?, Strangers::Refuse);
    Ok(fill::hints(subject, typed, &mut lookup))
}

/// Hints as they are said: nothing was refused for them.
pub(super) fn told(hints: Vec<String>) -> impl Iterator<Item = String> {
    hints.into_iter().map(|hint| format!("Hint: {hint}"))
}
