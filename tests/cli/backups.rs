//! The backups of a workspace: listed, and one of them brought back.

use outboard::store::{Backup, Places, Ring, Shelf};

use crate::home::{Home, Told};

/// The ring of `crm.ron` in a home.
fn ring(home: &Home) -> Ring {
    let places = Places {
        data: home.file(".local/share/outboard"),
        state: home.file(".local/state/outboard"),
        config: home.file(".config/outboard"),
    };
    Shelf::of(&places, &home.file("crm.ron")).backups()
}

/// Keeps a content as it was at a time.
fn keep(home: &Home, content: &str, time: &str) -> Backup {
    let time = time.parse().expect("a time");
    let kept = ring(home).keep(content.as_bytes(), time);
    kept.expect("kept").expect("new")
}

/// A home with the sample and two backups of it, one under an older name.
fn home() -> (Home, [Backup; 2]) {
    let home = Home::with_sample();
    let sample = home.read("crm.ron");
    let older = sample.replacen("Acme CRM", "Acme before", 1);
    let older = keep(&home, &older, "2026-10-31T09:30:00Z");
    let newer = keep(&home, &sample, "2026-11-02T17:05:09Z");
    (home, [older, newer])
}

fn name(home: &Home) -> serde_json::Value {
    home.run(&["show", "--json"]).json()["name"].clone()
}

fn restore(home: &Home, id: &str) -> Told {
    home.run(&["backups", "restore", id])
}

#[test]
fn the_latest_is_listed_first_with_its_local_time_and_what_is_in_it() {
    let (home, [older, newer]) = home();
    let spoiled = keep(&home, "(format: 1", "2026-11-03T08:00:00Z");
    std::fs::write(ring(&home).path(&older), "changed").expect("written");
    let listed = home.run_with(&[("TZ", "UTC")], &["backups"]).done();
    let rows: Vec<_> = listed.lines().collect();
    assert_eq!(rows.len(), 4, "{listed}");
    assert!(rows[0].starts_with("when"), "{listed}");
    let row = |place: usize, backup: &Backup, words: &[&str]| {
        let has = |word: &&str| rows[place].contains(word);
        assert!(has(&&*backup.id) && words.iter().all(has), "{listed}");
    };
    row(
        1,
        &spoiled,
        &["2026-11-03 08:00:00", "10 B", "can't be read"],
    );
    row(
        2,
        &newer,
        &[
            "2026-11-02 17:05:09",
            "34 kB",
            "Acme CRM: 7 outcomes, 11 jobs",
        ],
    );
    row(3, &older, &["2026-10-31 09:30:00", "7 B", "damaged"]);
}

#[test]
fn where_there_are_none_it_says_so() {
    let home = Home::with_sample();
    let told = home.run(&["backups"]);
    assert!(told.said.contains("no backups of"), "{told:?}");
    assert_eq!(told.done(), "");
    assert!(restore(&home, "1a").refused().contains("no backups of"));
    let said = home.run(&["backups", "-f", "gone.ron"]).refused();
    assert!(said.contains("there is no file gone.ron"), "{said}");
    let said = Home::empty().run(&["backups"]).refused();
    assert!(said.contains("-f FILE"), "{said}");
}

#[test]
fn a_workspace_becomes_as_it_was() {
    let (home, [older, newer]) = home();
    let told = restore(&home, &older.id[..6]);
    assert!(
        told.said.contains("Restored the backup of 31 Oct 2026"),
        "{told:?}"
    );
    told.done();
    assert_eq!(name(&home), "Acme before");
    restore(&home, &newer.id.to_uppercase()).done();
    assert_eq!(name(&home), "Acme CRM");
}

#[test]
fn the_first_save_of_a_session_makes_one_and_undo_takes_a_restored_one_back() {
    let home = Home::with_sample();
    let sample = home.read("crm.ron");
    home.run(&["set", "workspace", "name=Changed"]).done();
    let changed = home.read("crm.ron");
    let backups = ring(&home).list().expect("listed");
    let [backup] = backups.as_slice() else {
        panic!("one save, one backup: {backups:?}");
    };
    restore(&home, &backup.id).done();
    assert_eq!(home.read("crm.ron"), sample);
    home.run(&["undo"]).done();
    assert_eq!(home.read("crm.ron"), changed);
}

#[test]
fn what_was_there_is_a_backup_afterwards() {
    let (home, [older, _]) = home();
    home.run(&["set", "workspace", "name=Not kept yet"]).done();
    let before = home.read("crm.ron");
    restore(&home, &older.id).done();
    let ring = ring(&home);
    let backups = ring.list().expect("listed");
    let mut contents = backups
        .iter()
        .map(|backup| ring.read(backup).expect("read"));
    assert!(contents.any(|content| content == before.as_bytes()));
}

#[test]
fn a_backup_becomes_a_file_of_its_own_byte_for_byte() {
    let home = Home::with_sample();
    let backup = keep(&home, "(by hand", "2026-11-02T17:05:09Z");
    let before = home.read("crm.ron");
    let arguments = ["backups", "restore", &backup.id, "-o", "copy.ron"];
    home.run(&arguments).done();
    assert_eq!(home.read("copy.ron"), "(by hand");
    let said = home.run(&arguments).refused();
    assert!(said.contains("copy.ron is there already"), "{said}");
    assert_eq!(home.read("crm.ron"), before);
}

#[test]
fn in_place_of_a_broken_file_comes_the_backup_and_the_file_is_kept_beside_it() {
    let (home, [_, newer]) = home();
    let whole = home.read("crm.ron");
    home.write("crm.ron", "(format: 1, name: \"Bé");
    let told = restore(&home, &newer.id);
    assert!(told.said.contains("crm.broken-1.ron"), "{told:?}");
    told.done();
    assert_eq!(home.read("crm.ron"), whole);
    assert!(
        home.read("crm.broken-1.ron")
            .starts_with("(format: 1, name: \"B")
    );
}

#[test]
fn a_file_that_is_gone_comes_back() {
    let (home, [older, _]) = home();
    std::fs::remove_file(home.file("crm.ron")).expect("removed");
    home.run(&["-f", "crm.ron", "backups", "restore", &older.id])
        .done();
    assert_eq!(name(&home), "Acme before");
}

#[test]
fn a_file_of_a_newer_program_is_left_alone() {
    let (home, [older, _]) = home();
    home.write("crm.ron", "(format: 9, name: \"Later\")");
    let said = restore(&home, &older.id).refused();
    assert!(said.contains("format 9"), "{said}");
    assert_eq!(home.read("crm.ron"), "(format: 9, name: \"Later\")");
}

#[test]
fn an_id_that_names_none_or_several_is_told() {
    let (home, [older, newer]) = home();
    let said = restore(&home, "").refused();
    assert!(
        said.contains(&older.id) && said.contains(&newer.id),
        "{said}"
    );
    let mut slip = newer.id.clone();
    slip.replace_range(11.., if slip.ends_with('0') { "1" } else { "0" });
    let said = restore(&home, &slip).refused();
    assert!(
        said.contains(&format!("did you mean {}", newer.id)),
        "{said}"
    );
    let said = restore(&home, "zzz").refused();
    assert!(said.contains("`outboard backups` lists them"), "{said}");
}

#[test]
fn what_is_no_workspace_is_not_put_in_place_of_one() {
    let (home, [older, _]) = home();
    let before = home.read("crm.ron");
    let spoiled = keep(&home, "(format: 1", "2026-11-03T08:00:00Z");
    std::fs::write(ring(&home).path(&older), "changed").expect("written");
    for (backup, why) in [(spoiled, "can't be read"), (older, "damaged")] {
        let said = restore(&home, &backup.id).refused();
        assert!(said.contains(why) && said.contains("-o FILE"), "{said}");
    }
    assert_eq!(home.read("crm.ron"), before);
}
