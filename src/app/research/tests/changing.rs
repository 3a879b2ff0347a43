//! What the keys of the research do to the workspace: each one step of undo.

use super::*;

fn verdicts(session: &Session) -> Vec<Belief> {
    let vision = session.workspace().head().vision.as_ref();
    let assumptions = vision.into_iter().flat_map(|vision| &vision.assumptions);
    assumptions.map(|assumption| assumption.verdict).collect()
}

#[test]
fn space_gives_an_assumption_the_next_verdict() {
    let mut session = sample(80, 24);
    session.keys("tab down space");
    assert_eq!(verdicts(&session), [Belief::Holds, Belief::Holds]);
    assert_eq!(
        session.last_step(),
        "Judged 'A manager will set the tool up…': holds"
    );
    session.keys("u");
    assert_eq!(verdicts(&session), [Belief::Holds, Belief::Untested]);
}

#[test]
fn assumptions_are_added_moved_and_deleted() {
    let mut session = sample(80, 24);
    session
        .keys("a a")
        .letters("Sellers log calls")
        .keys("enter");
    assert_eq!(*selected(&session), Spot::Thing(Thing::Assumption(2)));
    assert_eq!(
        session.last_step(),
        "Added the assumption 'Sellers log calls'"
    );
    session.keys("K");
    assert_eq!(*selected(&session), Spot::Thing(Thing::Assumption(1)));
    assert_eq!(session.last_step(), "Moved 'Sellers log calls' up");
    session.keys("X");
    assert_eq!(
        session.last_step(),
        "Deleted the assumption 'Sellers log calls'"
    );
    assert_eq!(verdicts(&session).len(), 2);
    session.keys("u u u");
    assert_eq!(verdicts(&session), [Belief::Holds, Belief::Untested]);
}

#[test]
fn the_first_assumption_begins_a_vision() {
    let mut session = empty(80, 24);
    session.keys("a a").letters("They will pay").keys("enter");
    assert_eq!(verdicts(&session), [Belief::Untested]);
    session.keys("u");
    assert_eq!(session.workspace().head().vision, None);
}

#[test]
fn evidence_is_added_with_a_date_as_people_say_it() {
    let mut session = sample(120, 36);
    session.keys("tab tab a e").letters("Interview 12");
    session
        .keys("tab right tab")
        .letters("yesterday")
        .keys("tab");
    session.letters("Keeps two tools open").keys("ctrl-s");
    let need = &session.workspace().needs()["afraid-of-losing-history"];
    let evidence = need.evidence.last().expect("it was added");
    assert_eq!(evidence.source, "Interview 12");
    assert_eq!(evidence.method.to_string(), "Focus group");
    assert_eq!(
        evidence.date.map(|date| date.to_string()).as_deref(),
        Some("2026-11-21")
    );
    assert_eq!(evidence.note.as_deref(), Some("Keeps two tools open"));
    assert_eq!(
        session.last_step(),
        "Added the evidence 'Interview 12' to 'Managers fear losing years of c…'"
    );
}

#[test]
fn evidence_is_moved_and_deleted() {
    let mut session = sample(120, 36);
    let need = || Thing::Evidence(id("afraid-of-losing-history"), 1);
    select(&mut session, need());
    session.keys("K");
    let sources = |session: &Session| -> Vec<String> {
        let need = &session.workspace().needs()["afraid-of-losing-history"];
        need.evidence
            .iter()
            .map(|there| there.source.clone())
            .collect()
    };
    assert_eq!(sources(&session), ["Support log, August", "Interview 4"]);
    session.keys("X");
    assert_eq!(sources(&session), ["Interview 4"]);
    session.keys("u u");
    assert_eq!(sources(&session), ["Interview 4", "Support log, August"]);
}

#[test]
fn a_need_is_linked_to_an_outcome_and_unlinked_from_either_side() {
    let mut session = sample(120, 36);
    let serves = |session: &Session| session.outcome("be-understood").needs.len();
    session
        .keys("tab tab o")
        .letters("really has")
        .keys("enter");
    assert_eq!(serves(&session), 1);
    assert_eq!(
        session.last_step(),
        "Linked 'Increase the likelihood that th…' to 'Managers fear losing years of c…'"
    );
    session.keys("o").letters("really has").keys("enter");
    assert_eq!(serves(&session), 0);
    session.keys("u");
    assert_eq!(serves(&session), 1);
    let thing = Thing::Need(id("afraid-of-losing-history"));
    session.click("problem the team really has");
    assert_eq!(
        *selected(&session),
        Spot::Linked(thing, id("be-understood"))
    );
    session.keys("X");
    assert_eq!(serves(&session), 0);
}

#[test]
fn a_segment_is_linked_to_what_speaks_of_it() {
    let mut session = sample(120, 36);
    select(&mut session, Thing::Segment(id("small-team")));
    session.keys("o").letters("Buyers must").keys("enter");
    let need = &session.workspace().needs()["needs-a-reason-for-the-board"];
    assert_eq!(need.segments, [id("enterprise"), id("small-team")]);
    session.keys("right down X");
    let needs = session.workspace().needs();
    let linked = needs
        .values()
        .filter(|need| need.segments.contains(&id("small-team")));
    assert_eq!(linked.count(), 1);
}

#[test]
fn a_need_is_deleted_with_its_links_and_comes_back_with_them() {
    let mut session = sample(120, 36);
    session.keys("tab tab X");
    assert_eq!(session.outcome("set-up-quickly").needs, []);
    session.keys("u");
    assert_eq!(session.outcome("set-up-quickly").needs.len(), 1);
    assert_eq!(*selected(&session), super::need("afraid-of-losing-history"));
}

#[test]
fn space_tells_an_expressed_need_from_a_latent_one() {
    let mut session = sample(80, 24);
    session.keys("tab tab space");
    let kind = session.workspace().needs()["afraid-of-losing-history"].kind;
    assert_eq!(kind, NeedKind::Expressed);
}

#[test]
fn the_vision_is_edited_where_it_stands() {
    let mut session = sample(80, 24);
    session
        .keys("down down down down enter")
        .letters("Deals closed in 30 days")
        .keys("enter");
    let vision = session
        .workspace()
        .head()
        .vision
        .clone()
        .expect("there is one");
    assert_eq!(vision.metric.as_deref(), Some("Deals closed in 30 days"));
    assert_eq!(vision.assumptions.len(), 2);
}

#[test]
fn what_cant_be_done_says_why() {
    let mut session = sample(80, 24);
    session.keys("a e");
    assert_eq!(
        session.said(),
        "Select the need that the evidence is for first"
    );
    session.keys("o");
    assert_eq!(
        session.said(),
        "Select a need or a segment first: those are linked to outcomes"
    );
    session.keys("K");
    assert_eq!(
        session.said(),
        "Only assumptions and evidence have an order here"
    );
}
