//! What the board looks like, as text.

use crate::testing::Session;

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
fn a_very_wide_screen_shows_the_selected_card_in_detail() {
    looks_like(
        "board_400x40",
        Session::sample(400, 40).keys("right right right"),
    );
}
