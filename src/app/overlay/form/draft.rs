//! What was typed in forms that were left, so that Esc never loses a word.

use crate::app::fields::Subject;

/// The fields that were changed in a form, by their names, and what was typed in each.
pub type Draft = Vec<(&'static str, String)>;

/// The fields of a form that is left, and what was typed in those that were changed.
pub type Typed = Vec<(&'static str, Option<String>)>;

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

    /// Keeps what was typed in some fields about a subject in place of what was kept of these
    /// before; of a field without a text nothing is kept.
    pub fn keep(&mut self, subject: Subject, typed: Typed) {
        let place = self
            .0
            .iter()
            .position(|(there, _)| is_same(there, &subject));
        let before = place.map(|place| self.0.remove(place).1);
        let mut draft = before.unwrap_or_default();
        draft.retain(|(field, _)| typed.iter().all(|(there, _)| there != field));
        let typed = typed.into_iter();
        draft.extend(typed.filter_map(|(field, text)| Some((field, text?))));
        if !draft.is_empty() {
            self.0.push((subject, draft));
        }
    }
}

/// Whether what was typed about one subject is offered for another: words for a card to be added
/// are, wherever the next is added.
fn is_same(one: &Subject, other: &Subject) -> bool {
    use Subject::{Filter, NewOutcome, NewStage};
    one == other
        || matches!(
            (one, other),
            (NewOutcome { .. }, NewOutcome { .. })
                | (NewStage { .. }, NewStage { .. })
                | (Filter(_), Filter(_))
        )
}
