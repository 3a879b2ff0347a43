//! Lines of a journal: what was written is read back, and what is damaged is no line.

use std::path::Path;

use super::line::{self, Line, Owner};

#[test]
fn a_line_that_is_torn_or_changed_anywhere_is_no_line() {
    let line = Line::Journal(Owner::of(Path::new("/home/crm.ron")));
    let written = line::written(&line).expect("it can be written");
    let whole = written.trim_end().as_bytes();
    assert_eq!(line::read(whole), Some(line));
    for place in 0..whole.len() {
        assert_eq!(line::read(&whole[..place]), None, "torn at {place}");
        let mut changed = whole.to_vec();
        changed[place] ^= 1;
        assert_eq!(line::read(&changed), None, "changed at {place}");
    }
}
