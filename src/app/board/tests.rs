//! The board by its keys and by the mouse, against the workspace.

mod capture;
mod filters;
mod going;
mod mouse;
mod moves;
mod stages;

use crate::app::board::Ui;
use crate::domain::workspace::Records;
use crate::domain::{Id, Outcome, Purchase, Rank, Stage, Workspace};
use crate::testing::{Session, id};

/// A board with as many cards in each stage as asked for: `a-1`, `a-2`, …, `b-1`, ….
fn board_of(cards: &[usize]) -> Workspace {
    let names = "abcdefghij".chars();
    let mut records = Records::default();
    for (name, count) in names.zip(cards) {
        let stage = id(&format!("stage-{name}"));
        records.stages.push(
            Stage {
                id: stage.clone(),
                name: format!("Stage {name}"),
                purchase: Purchase::Before,
                team: None,
                mindset: None,
                enters: None,
            }
            .into(),
        );
        for (n, rank) in (1..).zip(Rank::spread(*count)) {
            let card = id(&format!("{name}-{n}"));
            let statement = format!("Card {name}-{n}");
            let outcome = Outcome::new(card, stage.clone(), rank, statement);
            records.outcomes.push(outcome.into());
        }
    }
    Workspace::build(records).expect("a board that holds together")
}

impl Session {
    fn board(&self) -> &Ui {
        &self.model.ui.board
    }

    fn selected(&self) -> &str {
        self.board().selected().map_or("", Id::as_str)
    }

    fn focused(&self) -> &str {
        self.workspace().stages()[self.board().focused()]
            .name
            .as_str()
    }
}
