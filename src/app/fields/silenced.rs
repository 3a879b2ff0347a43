//! The one field of a finding that is silenced: why.

use super::{Field, Kind, Record, field};
use crate::domain::workspace::Head;
use crate::domain::{About, Edit, Id, Silenced, Workspace, silenced};

impl Record for Silenced {
    const KIND: &'static str = "silenced finding";

    const FIELDS: &'static [Field<Self>] = &[field!("why", why, Kind::Line)
        .required()
        .told("Because", "why nothing is to be done about it")];

    fn called(&self) -> &str {
        &self.why
    }
}

/// A finding to be silenced, still without a reason; none where the rule's id is no word of the
/// file.
pub(super) fn blank(rule: &str, about: &About) -> Option<Silenced> {
    Some(Silenced {
        rule: Id::new(rule).ok()?,
        about: about.clone(),
        why: String::new(),
    })
}

/// The edit that silences a finding.
pub(super) fn silence(workspace: &Workspace, new: Silenced) -> Edit {
    let head = workspace.head();
    let head = Head {
        silenced: silenced::with(&head.silenced, new),
        ..Head::clone(head)
    };
    Edit::Head(head.into())
}
