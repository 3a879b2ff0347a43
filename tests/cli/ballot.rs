//! `outboard export` of a ballot: handed out, filled in, and read back.

use crate::home::Home;

#[test]
fn a_ballot_that_is_filled_in_comes_back_as_ratings_of_the_team() {
    let home = Home::with_sample();
    let said = home.run(&["export", "ballot.csv", "--participants", "Ana, Ben"]);
    assert_eq!(said.status, 0, "{said:?}");
    let ballot = home.read("ballot.csv");
    let filled: String = ballot
        .lines()
        .map(|line| match line.strip_suffix(",,") {
            Some(asked) if line.starts_with("Ana") => format!("{asked},5,1\n"),
            Some(asked) if asked.contains("leave-cleanly") => format!("{asked},4,n/a\n"),
            _ => format!("{line}\n"),
        })
        .collect();
    home.write("ballot.csv", filled);
    let report = home
        .run(&[
            "import",
            "survey",
            "ballot.csv",
            "--source",
            "team",
            "--json",
        ])
        .json();
    assert_eq!(report["responses"], 2, "{report}");
    let ranked = home.run(&["rank", "--study", "ballot", "--json"]).json();
    let jobs = ranked["jobs"].as_array().expect("jobs");
    let of = |id: &str| jobs.iter().find(|job| job["job"] == id).expect("the job");
    assert_eq!(of("leave-cleanly")["n_importance"], 2);
    assert_eq!(of("leave-cleanly")["n_satisfaction"], 1);
    assert_eq!(of("log-a-call")["n_importance"], 1);
    assert_eq!(of("log-a-call")["source"], "team");
    assert!(
        !home.read("crm.ron").contains("\"Ana\""),
        "names are not kept"
    );
}

#[test]
fn a_ballot_that_is_there_is_left_alone() {
    let home = Home::with_sample();
    home.write("ballot.csv", "filled in");
    let said = home
        .run(&["export", "ballot.csv", "--participants", "3"])
        .refused();
    assert!(said.contains("is there already"), "{said}");
    assert_eq!(home.read("ballot.csv"), "filled in");
    let said = home
        .run(&["export", "ballot.md", "--participants", "3"])
        .refused();
    assert!(said.contains(".csv"), "{said}");
    let said = home.run(&["export", "-", "--participants", "0"]).refused();
    assert!(said.contains("--participants"), "{said}");
    let ballot = home.run(&["export", "-", "--participants", "3"]).done();
    assert!(ballot.starts_with("respondent,job,"), "{ballot}");
}
