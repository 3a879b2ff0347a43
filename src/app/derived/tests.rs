//! What is derived, brought up to date step by step, is what would be derived anew.

use proptest::prelude::*;

use super::Derived;
use crate::domain::history::Moment;
use crate::domain::{Change, Document, Edit, Id, Job, Outcome, Rank, Workspace};
use crate::testing::{id, now, sample};

/// One of the sample's outcomes, another stage and rank for it, and whether it goes off the board.
fn moves() -> impl Strategy<Value = Vec<(usize, usize, String, bool)>> {
    prop::collection::vec((0_usize..8, 0_usize..6, "[a-c]{1,2}", any::<bool>()), 1..30)
}

fn commit(document: &mut Document, derived: &mut Derived, edits: Vec<Edit>) {
    let change = Change::new("Changed", edits);
    let keys = change.keys();
    let when = Moment {
        now: 0,
        together: false,
    };
    document.commit(change, when).expect("a change that holds");
    derived.take_in(&keys, document.workspace(), now(0).today);
}

fn outcome(workspace: &Workspace, place: usize) -> Outcome {
    let mut outcomes = workspace.outcomes().values().cycle();
    Outcome::clone(outcomes.nth(place).expect("the sample has outcomes"))
}

proptest! {
    #[test]
    fn columns_brought_up_to_date_are_those_made_anew(moves in moves()) {
        let mut document = Document::new(sample());
        let mut derived = Derived::of(document.workspace(), now(0).today);
        for (card, stage, rank, is_archived) in moves {
            let mut card = outcome(document.workspace(), card);
            card.stage = document.workspace().stages()[stage].id.clone();
            card.rank = Rank::new(&rank).expect("a rank");
            card.archived = is_archived.then_some(now(0).today);
            commit(&mut document, &mut derived, vec![Edit::outcome(card)]);
            for stage in document.workspace().stages() {
                let cards = document.workspace().cards(&stage.id);
                let expected: Vec<&Id> = cards.iter().map(|card| &card.id).collect();
                let kept: Vec<&Id> = derived.cards(&stage.id).iter().collect();
                prop_assert_eq!(kept, expected);
            }
        }
    }
}

#[test]
fn the_best_score_of_a_card_follows_its_jobs() {
    let mut document = Document::new(sample());
    let mut derived = Derived::of(document.workspace(), now(0).today);
    let score = |derived: &Derived, card: &str| {
        let rating = derived.best(&id(card));
        rating.map(|rating| format!("{:.1}", rating.score()))
    };
    assert_eq!(score(&derived, "set-up-quickly").as_deref(), Some("13.8"));
    assert_eq!(derived.jobs_of(&id("set-up-quickly")).len(), 3);
    for job in derived.jobs_of(&id("set-up-quickly")).to_vec() {
        let mut job = Job::clone(&document.workspace().jobs()[&job]);
        job.outcome = Some(id("roll-out-further"));
        commit(&mut document, &mut derived, vec![Edit::job(job)]);
    }
    assert_eq!(score(&derived, "set-up-quickly"), None);
    assert_eq!(score(&derived, "roll-out-further").as_deref(), Some("13.8"));
    assert!(derived.jobs_of(&id("set-up-quickly")).is_empty());
}
