//! The real binary in a pseudo-terminal: what a person does and sees, from start to end.

mod terminal;

use terminal::{Home, Terminal};

#[test]
fn it_opens_shows_the_board_and_leaves_the_terminal_as_it_was() {
    let home = Home::empty();
    let file = home.sample();
    let mut terminal = Terminal::start(&home, (120, 36), &[file.to_str().expect("a path")]);
    terminal.shows("Acme CRM").shows("Usage").shows("saved");
    assert!(terminal.is_alternate());
    assert_eq!(terminal.types("q").ends(), 0);
    assert!(!terminal.is_alternate());
    assert!(!terminal.hides_cursor());
    let text = String::from_utf8_lossy(&terminal.bytes).into_owned();
    for mode in ["1000", "1002", "1003", "1006", "2004"] {
        assert!(
            text.contains(&format!("\x1b[?{mode}l")),
            "mode {mode} is left on"
        );
    }
    let sample = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/assets/sample/crm.ron"
    ));
    assert_eq!(
        std::fs::read_to_string(file).expect("the file"),
        sample.expect("the sample")
    );
}
