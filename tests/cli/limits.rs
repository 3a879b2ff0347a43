//! The limits of the file, each at its edge: what just fits can be loaded and typed, is saved, and
//! opens again; what is one more is refused in words, and nothing is written.

use crate::home::Home;

/// As many bytes as a text may have.
const TEXT: usize = 64 * 1024;

/// A home with a file, `small.ron`, in which everything has room to be put to its limit.
fn home() -> Home {
    let home = Home::empty();
    home.write("small.ron", file("2026-01-01", "5"));
    home
}

/// A small workspace with a reading of a day and a value.
fn file(day: &str, value: &str) -> String {
    with_outcome(&format!(
        r#"rank: "i", statement: "A", initiatives: [(
            id: "do", name: "Do", touch: Proactive, status: Idea,
            kpis: [(id: "kpi", name: "K", unit: "h", better: Lower, every: Week, readings: [("{day}", {value})])],
        )]"#
    ))
}

fn with_outcome(fields: &str) -> String {
    format!(
        r#"(
    format: 1,
    name: "Small",
    stages: [(id: "use", name: "Use", purchase: After)],
    outcomes: [(id: "card", stage: "use", {fields})],
)
"#
    )
}

/// Loads the same file with something at its limit, then beyond it.
#[track_caller]
fn loads(fitting: &str, beyond: &str, problem: &str) {
    let home = Home::empty();
    home.write("small.ron", fitting);
    home.run(&["show", "-f", "small.ron"]).done();
    home.write("small.ron", beyond);
    let said = home.run(&["show", "-f", "small.ron"]).refused();
    assert!(said.contains(problem), "{said}");
}

/// Types something at its limit, which is then in the file; then beyond it.
#[track_caller]
fn takes(command: &[&str], (fitting, beyond): (&str, &str), problem: &str) {
    let home = home();
    let run = |typed: &str| {
        let (last, before) = command.split_last().expect("a command");
        let typed = last.replace("{}", typed);
        home.run(&[&["-f", "small.ron"], before, &[&typed]].concat())
    };
    run(fitting).done();
    let saved = home.read("small.ron");
    assert_ne!(saved, file("2026-01-01", "5"));
    home.run(&["show", "-f", "small.ron"]).done();
    let said = run(beyond).refused();
    assert!(said.contains(problem), "{said}");
    assert_eq!(home.read("small.ron"), saved);
}

#[test]
fn a_text_has_64_kb() {
    for letter in ["x", "é"] {
        let fitting = letter.repeat(TEXT / letter.len());
        let beyond = format!("{fitting}x");
        let in_file = |text: &str| with_outcome(&format!(r#"rank: "i", statement: "{text}""#));
        loads(&in_file(&fitting), &in_file(&beyond), "longer than 64 kB");
        let texts = (&*fitting, &*beyond);
        takes(&["set", "card", "statement={}"], texts, "64 kB is the most");
        takes(&["set", "workspace", "name={}"], texts, "64 kB is the most");
        takes(
            &["add", "outcome", "--stage", "use", "{}"],
            texts,
            "64 kB is the most",
        );
        takes(
            &["record", "kpi", "6", "--note", "{}"],
            texts,
            "64 kB is the most",
        );
    }
}

#[test]
fn a_number_goes_up_to_1e15() {
    let numbers = ("1000000000000000", "1000000000000001");
    let day = "2026-01-01";
    for sign in ["", "-"] {
        let (fitting, beyond) = (
            format!("{sign}{}", numbers.0),
            format!("{sign}{}", numbers.1),
        );
        loads(&file(day, &fitting), &file(day, &beyond), "1e15");
        takes(&["set", "kpi", "target={}"], (&fitting, &beyond), "1e15");
        takes(&["record", "kpi", "{}"], (&fitting, &beyond), "1e15");
    }
}

#[test]
fn years_are_1900_to_2200() {
    for (fitting, beyond) in [("1900-01-01", "1899-12-31"), ("2200-12-31", "2201-01-01")] {
        loads(&file(fitting, "5"), &file(beyond, "5"), "1900");
        takes(
            &["record", "kpi", "6", "--date", "{}"],
            (fitting, beyond),
            "1900",
        );
    }
}

#[test]
fn brackets_nest_32_deep() {
    let nested = |depth: usize| {
        let (open, close) = ("[".repeat(depth), "]".repeat(depth));
        // The file has one bracket around it, the list one, the outcome one.
        with_outcome(&format!(
            r#"rank: "i", statement: "A", tags: {open}{close}"#
        ))
    };
    let home = Home::empty();
    let said = |depth| {
        home.write("small.ron", nested(depth));
        home.run(&["show", "-f", "small.ron"]).refused()
    };
    let deeper = "nested deeper than 32";
    assert!(!said(29).contains(deeper), "{}", said(29));
    assert!(said(30).contains(deeper), "{}", said(30));
}

#[test]
fn a_rank_has_64_letters() {
    let rank = |length: usize| {
        let rank = "i".repeat(length);
        with_outcome(&format!(r#"rank: "{rank}", statement: "A""#))
    };
    loads(&rank(64), &rank(65), "rank");
}

#[test]
fn a_card_comes_between_two_whose_ranks_leave_no_room() {
    let home = Home::empty();
    let card = |id: &str, last: &str| {
        let rank = "i".repeat(63) + last;
        format!(r#"(id: "{id}", stage: "use", rank: "{rank}", statement: "{id}")"#)
    };
    let cards = [card("a", "i"), card("b", "j"), card("c", "k")].join(", ");
    let text = format!(
        r#"(format: 1, name: "S", stages: [(id: "use", name: "Use", purchase: After)], outcomes: [{cards}])"#
    );
    home.write("small.ron", text);
    home.run(&[
        "-f",
        "small.ron",
        "move",
        "c",
        "--stage",
        "use",
        "--before",
        "b",
    ])
    .done();
    let workspace = home.run(&["-f", "small.ron", "show", "--json"]).json();
    let outcomes = workspace["outcomes"].as_array().expect("a list");
    let text = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
    let mut order: Vec<_> = outcomes
        .iter()
        .map(|card| (text(&card["rank"]), text(&card["id"])))
        .collect();
    order.sort();
    let ids: Vec<_> = order.iter().map(|(_, id)| id.as_str()).collect();
    assert_eq!(ids, ["a", "c", "b"]);
    assert!(order.iter().all(|(rank, _)| rank.len() <= 64));
}
