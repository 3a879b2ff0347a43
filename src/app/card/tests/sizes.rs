//! The card at every size: what is selected is in view, and nothing panics.

use proptest::prelude::*;

use super::{card, selected};
use crate::app::card::layout::layout;
use crate::app::{Msg, Screen};

/// Keys that go along and change the card without leaving it.
const KEYS: &[&str] = &[
    "up",
    "down",
    "left",
    "right",
    "home",
    "end",
    "pageup",
    "pagedown",
    "tab",
    "shift-tab",
    "space",
    "shift-up",
    "shift-down",
    "delete",
    "N",
    "P",
    "x",
    "u",
    "U",
    "shift-right",
    "esc",
    "enter",
    "e",
    "r",
    "a k",
    "a j",
    "m",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn no_key_at_any_size_panics_and_what_is_selected_is_in_view(
        (width, height) in (1_u16..220, 1_u16..70),
        keys in proptest::collection::vec(proptest::sample::select(KEYS), 1..40),
    ) {
        let mut session = card("set-up-quickly", width, height);
        for key in keys {
            session.keys(key);
            session.screen();
            let model = &session.model;
            let smallest = crate::app::chrome::SMALLEST;
            if model.screen != Screen::Card || width < smallest.0 || height < smallest.1 {
                continue;
            }
            let layout = layout(&model.ui.card, model.cx(Screen::Card)).expect("it is open");
            prop_assert!(layout.area_of(selected(&session)).is_some(), "after {key}");
        }
    }
}

#[test]
fn a_resize_keeps_what_is_selected_in_view() {
    let mut session = card("support-requests", 120, 36);
    session.keys("right end");
    for (width, height) in [(40, 10), (200, 50), (80, 12), (110, 14)] {
        session.take(Msg::Resize(width, height));
        let model = &session.model;
        let layout = layout(&model.ui.card, model.cx(Screen::Card)).expect("it is open");
        assert!(
            layout.area_of(selected(&session)).is_some(),
            "{width}×{height}"
        );
    }
}
