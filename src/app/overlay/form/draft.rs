//! What was typed in forms that were left, so that Esc never loses a word.

use crate::app::fields::Subject;

/// The fields that were changed in a form, by their names, and what was typed in each.
pub type Draft = Vec<(&'static str, String)>;

/// What was typed in forms that were left, by what they are about.
#[derive(Clone, Debug, Default)]
pub struct Drafts(Vec<(Subject, Draft)>);

impl Drafts {
    /// What was typed about a subject.
    pub fn of(&self, subject: &Subject) -> Option<&Draft> {
        let mut drafts = self.0.iter();
        drafts
            .find(|(there, _)| is_same(there, subject))
            .map(|(_, draft)| draft)
    }

    /// Keeps what was typed about a subject in place of what was kept before; nothing typed keeps
    /// nothing.
    pub fn keep(&mut self, subject: Subject, draft: Draft) {
        self.0.retain(|(there, _)| !is_same(there, &subject));
        if !draft.is_empty() {
            self.0.push((subject, draft));
        }
    }
}

/// Whether what was typed about one subject is offered for another: words for a card to be added
/// are, wherever the next is added.
fn is_same(one: &Subject, other: &Subject) -> bool {
    use Subject::{Filter, NewOutcome, NewStage, Search};
    one == other
        || matches!(
            (one, other),
            (NewOutcome { .. }, NewOutcome { .. })
                | (NewStage { .. }, NewStage { .. })
                | (Search(_), Search(_))
                | (Filter(_), Filter(_))
        )
}
