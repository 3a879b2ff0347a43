//! What is added to the research: a form for it, and what it hangs on.

use super::Ui;
use super::spot::{Section, Thing};
use crate::app::editing::whole;
use crate::app::fields::Subject;
use crate::app::fields::survey::SurveyFile;
use crate::app::{Cx, Out};

/// Adds what belongs into a section.
pub(super) fn to_section(ui: &Ui, section: &Section, cx: Cx<'_>, out: &mut Out) {
    match section {
        Section::Assumptions => assumption(cx, out),
        Section::Needs => need(cx, out),
        Section::Segments => segment(cx, out),
        Section::Evidence(_) => evidence(ui, cx, out),
        Section::Serving(_) | Section::NeedsOf(_) | Section::OutcomesOf(_) => {
            super::links::choose(ui, cx, out);
        }
        Section::Studies | Section::Heard(_) | Section::Respondents(_) | Section::Asked(_) => {
            // A study comes with its answers.
            whole(Subject::Survey(SurveyFile::default()), cx, out);
        }
        Section::Vision => {}
    }
}

/// Adds a need.
pub(super) fn need(cx: Cx<'_>, out: &mut Out) {
    whole(Subject::NewNeed, cx, out);
}

/// Adds a segment.
pub(super) fn segment(cx: Cx<'_>, out: &mut Out) {
    whole(Subject::NewSegment, cx, out);
}

/// Adds an assumption.
pub(super) fn assumption(cx: Cx<'_>, out: &mut Out) {
    whole(Subject::NewAssumption, cx, out);
}

/// Adds evidence to the selected need, or to the only one.
pub(super) fn evidence(ui: &Ui, cx: Cx<'_>, out: &mut Out) {
    let mut needs = cx.workspace.needs().keys();
    let need = match (ui.selected().shows(), needs.next(), needs.next()) {
        (Some(Thing::Need(need)), ..) => Some(need),
        (_, Some(only), None) => Some(only.clone()),
        (_, Some(_) | None, _) => None,
    };
    match need {
        Some(need) => whole(Subject::NewEvidence { need }, cx, out),
        None if cx.workspace.needs().is_empty() => {
            out.refuse("Evidence belongs to a need, and there is none yet");
        }
        None => out.refuse("Select the need that the evidence is for first"),
    }
}
