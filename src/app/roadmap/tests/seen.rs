//! What stands on the screen.

use super::*;
use proptest::prelude::*;

/// The screen without its header and its footer.
fn body(session: &Session) -> String {
    let screen = session.screen();
    let lines: Vec<&str> = screen.lines().collect();
    lines[1..lines.len() - 1].join("\n")
}

/// The rows of the table, from the rank to the figure.
fn rows(session: &Session) -> Vec<String> {
    let screen = session.screen();
    let rows = screen.lines().skip_while(|line| !line.contains("────"));
    let rows = rows.skip(1).take_while(|line| !line.is_empty());
    rows.map(|row| row.trim_start_matches(['▌', ' ']).to_owned())
        .collect()
}

#[test]
fn ties_share_a_rank_and_the_next_one_counts_them() {
    let session = roadmap(&[
        ("call", Some((5, 5))),
        ("meet", Some((9, 1))),
        ("write", Some((5, 5))),
        ("read", Some((2, 2))),
        ("rest", None),
    ]);
    let rows = rows(&session);
    let begins = |row: usize, text: &str| assert!(rows[row].starts_with(text), "{}", rows[row]);
    begins(0, "1  meet");
    begins(1, "2= call");
    begins(2, "2= write");
    begins(3, "4  read");
    begins(4, "–  rest");
    assert!(rows[4].contains("nobody"), "{}", rows[4]);
}

#[test]
fn numbers_align_at_the_decimal_point() {
    let session = roadmap(&[("call", Some((10, 0))), ("write", Some((5, 5)))]);
    let rows = rows(&session);
    let place = |row: &str| row.rfind('.').map(|end| row[..end].chars().count());
    // Behind the name the same number of cells comes before each point, whatever the digits.
    assert_eq!(place(&rows[0]), place(&rows[1]));
    assert!(rows[0].contains("≈20.0"), "{}", rows[0]);
}

#[test]
fn the_name_of_a_zone_covers_no_job() {
    let mut session = roadmap(&[
        ("call", Some((10, 0))),
        ("meet", Some((9, 0))),
        ("write", Some((9, 1))),
        ("read", Some((0, 10))),
        ("rest", Some((1, 9))),
        ("wait", Some((2, 0))),
    ]);
    for keys in ["v", "y"] {
        session.keys(keys);
        let screen = session.screen();
        for zone in ["overserved", " served", "underserved"] {
            assert!(screen.contains(zone), "{zone}:\n{screen}");
        }
    }
}

#[test]
fn whose_figures_they_are_is_told_apart_in_words() {
    let screen = sample(120, 36).screen();
    let row = |name: &str| screen.lines().find(|line| line.contains(name));
    assert!(row("Take our data").is_some_and(|row| row.contains("estimate")));
    assert!(row("Get unstuck").is_some_and(|row| row.contains("customers")));
    assert!(screen.contains("≈ directional: fewer than 30 answers"));
}

#[test]
fn how_sure_a_ranking_is_comes_later_and_only_for_that_ranking() {
    let mut session = sample(160, 50);
    assert!(!session.screen().contains('├'));
    let measured = measure(&mut session);
    let screen = session.screen();
    assert!(screen.contains('├') && screen.contains("90 % likely"));
    assert!(screen.contains("high≠") && screen.contains("≠ differs by segment"));
    session.keys("right");
    session.take(Msg::Measured(measured));
    assert!(!session.screen().contains('├'));
}

#[test]
fn what_nobody_was_asked_about_is_not_measured() {
    let session = roadmap(&[("call", Some((9, 1)))]);
    let is_measured = |effect: &Effect| matches!(effect, Effect::Measure(_));
    assert!(!session.effects.iter().any(is_measured));
}

#[test]
fn the_roadmap_stands_beside_the_board() {
    let mut session = sample(160, 50);
    session.keys("b");
    let screen = session.screen();
    assert!(screen.contains("October survey · 24 customers"));
    assert!(screen.contains("underserved"));
}

macro_rules! pictures {
    ($($name:ident: $view:expr;)+) => {$(
        #[test]
        fn $name() {
            for (width, height) in [(40, 12), (80, 24), (120, 36), (160, 50)] {
                let mut session = sample(width, height);
                session.model.ui.roadmap.view = $view;
                session.keys("home down");
                measure(&mut session);
                let name = format!("{}_{width}x{height}", stringify!($name));
                insta::assert_snapshot!(name, body(&session));
            }
        }
    )+};
}

pictures! {
    ranked: View::Both;
    lanes: View::Lanes;
    landscape: View::Landscape;
}

#[test]
fn an_empty_roadmap_teaches() {
    insta::assert_snapshot!(body(&roadmap(&[])));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn nothing_panics_whatever_the_size_and_the_keys(
        sizes in prop::collection::vec((1..240_u16, 1..70_u16), 1..4),
        keys in prop::collection::vec(
            prop::sample::select(vec![
                "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "n", "t", "l",
                "x", "0", "v", "L", "y", "s", "S", "o", "enter", "esc", "shift-left",
                "shift-right", "delete", "u", "b", "/", "r", "2", "i", "i", "c", "9", ".", "tab",
            ]),
            0..40,
        ),
        clicks in prop::collection::vec((0..240_u16, 0..70_u16), 0..8),
    ) {
        let mut session = sample(120, 36);
        for (width, height) in sizes {
            session.take(Msg::Resize(width, height));
            for key in &keys {
                session.keys(key);
            }
            for &(x, y) in &clicks {
                session.mouse(MouseKind::Press, x, y);
                session.mouse(MouseKind::Drag, y, x);
                session.mouse(MouseKind::WheelDown, x, y);
                session.mouse(MouseKind::Release, y, x);
            }
            session.screen();
        }
    }
}
