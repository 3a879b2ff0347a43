//! How the preview looks, and that it holds together whatever the terminal's size.

use super::{found, preview_of, preview_text, sized};

#[test]
fn the_preview_at_80_by_24() {
    let mut session = sized("qualtrics", (80, 24));
    session.keys("down down");
    insta::assert_snapshot!(session.screen());
}

#[test]
fn the_preview_at_120_by_36() {
    let mut session = sized("google-forms", (120, 36));
    session.keys("down");
    insta::assert_snapshot!(session.screen());
}

#[test]
fn the_preview_at_200_by_50() {
    let mut session = sized("typeform", (200, 50));
    session.keys("right");
    insta::assert_snapshot!(session.screen());
}

#[test]
fn a_survey_without_a_known_column_says_what_to_do() {
    let mut session = preview_text("Name,Colour\nAda,red\n");
    session.keys("i");
    insta::assert_snapshot!(session.screen());
}

#[test]
fn every_row_that_is_skipped_is_told_with_its_reason() {
    let mut session = preview_of(
        found(
            "october",
            b"respondent,imp_log-a-call,sat_log-a-call\nr1,5,1\nr2,maybe,1\nr3,,\nr1,4,2\n",
        ),
        (80, 24),
    );
    session.keys("right");
    let shown = session.screen();
    for told in [
        "row 2: the same respondent answers again in row 5, which counts",
        "row 3: column 2 “imp_log-a-call” says “maybe”",
        "row 4: nothing is answered",
    ] {
        assert!(shown.contains(told), "{shown}");
    }
}

#[test]
fn no_size_breaks_it() {
    for (width, height) in [(1, 1), (40, 10), (41, 11), (60, 16), (79, 23), (300, 100)] {
        let mut session = sized("qualtrics", (width, height));
        for key in [
            "down", "pagedown", "right", "down", "right", "end", "left", "left", "G",
        ] {
            session.keys(key).screen();
        }
        session.mouse(crate::app::MouseKind::Press, width / 2, height / 2);
    }
}
