//! What the board looks like, as text.

use crate::domain::history::Moment;
use crate::domain::{Change, Edit, Estimate, Job, Number, Workspace};
use crate::testing::{Session, id, sample};

/// Compares the screen with the one that was reviewed.
fn looks_like(name: &str, session: &Session) {
    insta::assert_snapshot!(name, session.screen());
}

#[test]
fn a_small_terminal_shows_one_stage() {
    looks_like(
        "board_40x12",
        Session::sample(40, 12).keys("right right right"),
    );
}

#[test]
fn eighty_columns_show_the_focused_stage_with_its_neighbours() {
    looks_like(
        "board_80x24",
        Session::sample(80, 24).keys("right right right"),
    );
}

#[test]
fn a_hundred_and_twenty_columns_show_every_stage() {
    looks_like(
        "board_120x36",
        Session::sample(120, 36).keys("right right right"),
    );
}

#[test]
fn a_hundred_and_sixty_columns_give_the_cards_room() {
    looks_like(
        "board_160x50",
        Session::sample(160, 50).keys("right right right"),
    );
}

#[test]
fn two_hundred_columns_show_the_selected_card_beside_the_stages() {
    looks_like(
        "board_200x50",
        Session::sample(200, 50).keys("right right right"),
    );
}

#[test]
fn a_very_wide_screen_shows_the_selected_card_in_detail() {
    looks_like(
        "board_400x40",
        Session::sample(400, 40).keys("right right right"),
    );
}

/// The sample, in which no customer rated any job: the owner did.
fn estimated() -> Workspace {
    let mut document = crate::domain::Document::new(sample());
    let mut edits = vec![Edit::Study(id("october-survey"), None)];
    for job in document.workspace().jobs().values() {
        let mut job = Job::clone(job);
        job.estimate = Some(Estimate {
            importance: Number::from(8),
            satisfaction: Number::from(3),
        });
        edits.push(Edit::job(job));
    }
    let when = Moment {
        now: 0,
        together: false,
    };
    let change = Change::new("Estimated", edits);
    document.commit(change, when).expect("a change that holds");
    document.workspace().clone()
}

#[test]
fn an_estimate_is_told_from_what_customers_answered() {
    Session::of(estimated(), 160, 40).find("est. ≈13.0");
    let narrow = Session::of(estimated(), 120, 36);
    narrow.find("▲1 ▼1  ○2   e≈13.0");
    narrow.find("▲0 ▼0       e≈13.0");
}
