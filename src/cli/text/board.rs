//! The board as text: stage by stage, with its cards below it.

use std::collections::BTreeMap;

use super::Page;
use super::words::{counted, initiatives, kpis, score};
use crate::domain::{Id, Outcome, Purchase, Stage, Workspace};
use crate::insight::opportunity::{self, Rating, Scope};

/// The board of a workspace.
pub(crate) fn board(mut page: Page, workspace: &Workspace) -> String {
    let ranking = opportunity::rank(workspace, &Scope::default());
    let best = opportunity::best_by_outcome(workspace, &ranking);
    page.put("", &title(workspace));
    for (place, stage) in workspace.stages().iter().enumerate() {
        page.gap();
        let count = workspace.stages().len();
        page.put(
            "",
            &format!("Stage {} of {count}: {}", place + 1, stage.name),
        );
        describe(&mut page, stage);
        cards(&mut page, &workspace.cards(&stage.id), &best);
    }
    if workspace.stages().is_empty() {
        page.put("", "There are no stages yet.");
    }
    page.text
}

fn title(workspace: &Workspace) -> String {
    let outcomes = workspace.outcomes().values();
    let active = outcomes.filter(|outcome| outcome.is_active()).count();
    let archived = match workspace.outcomes().len() - active {
        0 => String::new(),
        count => format!(", and {count} archived"),
    };
    format!(
        "{}: the board, {}, {}{archived}",
        workspace.name(),
        counted(workspace.stages().len(), "stage"),
        counted(active, "outcome"),
    )
}

fn describe(page: &mut Page, stage: &Stage) {
    let place = match stage.purchase {
        Purchase::Before => "before the purchase",
        Purchase::At => "the purchase",
        Purchase::After => "after the purchase",
    };
    page.put("  Id: ", &format!("{}; {place}", stage.id));
    let facts = [
        ("  Team: ", &stage.team),
        ("  Mindset: ", &stage.mindset),
        ("  Enters: ", &stage.enters),
    ];
    for (name, fact) in facts {
        if let Some(fact) = fact {
            page.put(name, fact);
        }
    }
}

fn cards(page: &mut Page, cards: &[&std::sync::Arc<Outcome>], best: &BTreeMap<Id, Rating>) {
    if cards.is_empty() {
        page.put("  ", "No outcomes yet");
    }
    for (place, outcome) in cards.iter().enumerate() {
        page.gap();
        page.put(&format!("  {}. ", place + 1), &outcome.statement);
        page.put("     Id: ", outcome.id.as_str());
        let served = format!("{}; {}", initiatives(outcome), kpis(outcome));
        page.put("     ", &served);
        if let Some(rating) = best.get(&outcome.id) {
            page.put("     Best job score: ", &score(rating));
        }
    }
}
