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
        Ok(Filled::Filter(_) | Filled::Text(_)) => bail!("this changes nothing"),
        Err(wrongs) => {
            let problems: Vec<_> = wrongs.into_iter().map(|wrong| wrong.problem).collect();
            bail!("{}", problems.join("; "))
        }
    }
}
