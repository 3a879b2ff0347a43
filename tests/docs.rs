//! What the README says is what the program does.

use std::process::Command;

#[test]
fn the_readme_lists_the_keys_that_the_program_has() {
    let printed = Command::new(env!("CARGO_BIN_EXE_outboard"))
        .args(["keys", "--markdown"])
        .output()
        .expect("the program runs");
    let printed = String::from_utf8(printed.stdout).expect("text");
    let readme = include_str!("../README.md");
    let start = readme.find("<!-- keys -->\n").expect("the list starts") + "<!-- keys -->\n".len();
    let end = readme.find("<!-- /keys -->").expect("the list ends");
    assert_eq!(
        readme[start..end].trim(),
        printed.trim(),
        "put what `outboard keys --markdown` prints between the marks in README.md"
    );
}
