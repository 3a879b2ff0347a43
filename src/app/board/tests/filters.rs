//! What narrows the board down.

use crate::app::board::filter::Filter;
use crate::insight::kpi_status::KpiStatus;
use crate::testing::{Session, id};

/// The cards that are in view with a filter, by stage and from above.
fn found(filter: Filter) -> Vec<String> {
    let session = narrowed(filter);
    let columns = &session.board().layout().columns;
    let cards = columns.iter().flat_map(|column| &column.cards);
    cards.map(|card| card.id.to_string()).collect()
}

fn narrowed(filter: Filter) -> Session {
    let mut session = Session::sample(160, 40);
    session.model.ui.board.narrow(filter);
    session.keys("f12");
    session
}

fn text(text: &str) -> Filter {
    Filter {
        text: text.to_owned(),
        ..Filter::default()
    }
}

#[test]
fn words_are_found_whatever_their_case_and_order() {
    assert_eq!(found(text("SALES data")), ["set-up-quickly"]);
    assert_eq!(found(text("data sales")), ["set-up-quickly"]);
    assert!(found(text("nothing of the kind")).is_empty());
}

#[test]
fn initiatives_and_kpis_are_searched_too() {
    assert_eq!(found(text("forecast mail")), ["know-where-we-stand"]);
    assert_eq!(found(text("net promoter")), ["be-proud-of-it"]);
}

#[test]
fn a_card_without_segments_is_desired_by_all() {
    let segment = Some(id("small-team"));
    let cards = found(Filter {
        segment,
        ..Filter::default()
    });
    assert!(cards.contains(&"set-up-quickly".to_owned()));
    assert!(cards.contains(&"be-understood".to_owned()));
    assert!(!cards.contains(&"roll-out-further".to_owned()));
}

#[test]
fn a_team_works_for_the_cards_of_its_stage_and_of_its_initiatives() {
    let team = Some("Product".to_owned());
    let filter = Filter {
        team,
        ..Filter::default()
    };
    assert_eq!(found(filter), ["be-understood", "know-where-we-stand"]);
}

#[test]
fn a_status_finds_the_cards_with_such_a_kpi() {
    let kpi = |status| Filter {
        kpi: Some(status),
        ..Filter::default()
    };
    assert_eq!(found(kpi(KpiStatus::Met)), ["be-understood"]);
    assert_eq!(found(kpi(KpiStatus::Unread)), ["know-where-we-stand"]);
}

#[test]
fn the_heads_say_how_many_of_how_many_and_esc_shows_all() {
    let mut session = narrowed(text("setup"));
    session.find("Usage 1 of 2");
    session.find("Only 'setup': 1 of 7 cards");
    session.keys("left").find("No card passes");
    session.keys("esc");
    session.find("Usage 2");
    assert!(!session.screen().contains("Only"));
}

#[test]
fn a_search_shows_what_it_finds_with_every_letter() {
    let mut session = Session::sample(160, 40);
    session.keys("/").letters("surp");
    assert_eq!(session.board().layout().in_all, (1, 7));
    session.find("Search");
    session
        .keys("backspace backspace backspace backspace")
        .letters("sales");
    session.keys("enter");
    assert_eq!(session.selected(), "set-up-quickly");
    session.find("Only 'sales'");
    session.keys("/").letters(" data").keys("esc");
    session.find("Only 'sales':");
}

#[test]
fn a_filter_is_filled_in() {
    let mut session = Session::sample(160, 40);
    session.keys("f tab tab").letters("Support").keys("enter");
    assert_eq!(session.selected(), "set-up-quickly");
    session.find("Only team Support: 1 of 7 cards");
}

#[test]
fn the_selection_stays_on_its_card_while_that_is_shown() {
    let mut session = Session::sample(160, 40);
    session.keys("right right right down");
    session.model.ui.board.narrow(text("surprise"));
    session.keys("f12");
    assert_eq!(session.selected(), "know-where-we-stand");
    session.keys("esc");
    assert_eq!(session.selected(), "know-where-we-stand");
}

#[test]
fn a_card_moves_past_those_that_the_filter_hides() {
    let mut session = Session::of(super::board_of(&[11, 1]), 80, 24);
    session.model.ui.board.narrow(text("-1"));
    session.keys("f12 J");
    let cards = session.cards("stage-a");
    assert_eq!(cards[8..], ["Card a-10", "Card a-1", "Card a-11"]);
}

#[test]
fn the_first_card_found_is_selected_when_the_selected_one_is_hidden() {
    let session = narrowed(text("surprise"));
    assert_eq!(
        (session.focused(), session.selected()),
        ("Usage", "know-where-we-stand")
    );
}

#[test]
fn the_view_follows_a_change_while_a_filter_is_on() {
    let mut session = narrowed(text("surprise"));
    session.keys("x");
    assert_eq!(session.board().layout().in_all, (0, 6));
    session.keys("u");
    assert_eq!(session.board().layout().in_all, (1, 7));
}

#[test]
fn a_small_screen_says_what_is_filtered_too() {
    let mut session = narrowed(text("surprise"));
    session.take(crate::app::Msg::Resize(60, 10));
    session.find("Only 'surprise'");
}
