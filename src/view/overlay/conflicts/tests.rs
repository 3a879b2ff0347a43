//! What conflicts look like, as text.

use crate::testing::Session;

#[test]
fn conflicts_fit_a_small_terminal() {
    let mut session = Session::contested(80, 24);
    insta::assert_snapshot!("conflicts_80x24", session.keys("t down b").screen());
}

#[test]
fn conflicts_have_lines_that_can_be_read_on_a_large_one() {
    insta::assert_snapshot!("conflicts_200x50", Session::contested(200, 50).screen());
}
