//! The workspace file, through the library: what is read, how it is written, and what is said of a
//! file that is wrong.

use outboard::store;

fn opened(name: &str, text: &str) -> (tempfile::TempDir, Result<store::Opened, store::OpenError>) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    std::fs::write(&path, text).expect("a file");
    let opened = store::open(&path);
    (folder, opened)
}

const SAMPLE: &str = store::lifecycle::SAMPLE;

#[test]
fn the_sample_opens_and_saving_it_changes_no_byte() {
    let (_folder, opened) = opened("crm.ron", SAMPLE);
    let mut opened = opened.expect("the sample is a workspace");
    assert_eq!(opened.workspace.outcomes().len(), 7);
    assert_eq!(opened.removed, 0);
    store::save(&opened.path, &mut opened.manuscript, &opened.workspace).expect("saves");
    assert_eq!(
        std::fs::read_to_string(&opened.path).expect("a file"),
        SAMPLE
    );
}
