//! Wordings as people write them: those that must raise a hint, and those that must not.

use super::Kind::{NoDirection, NoMetric, Repeated, Solution, TooLong, TwoInOne, Vague};
use super::{Kind, Names, Parts, Told, of_outcome, of_story, sentence};
use crate::domain::Story;
use crate::testing::sample;

fn kinds(statement: &str) -> Vec<Kind> {
    let hints = of_outcome(statement, &Names::default());
    hints.into_iter().map(|hint| hint.kind).collect()
}

/// Outcomes as they should be; the form is that of published lists of desired outcomes.
const GOOD: &[&str] = &[
    "Minimize the time it takes to verify the accuracy of a desired outcome",
    "Minimize the likelihood that the music sounds distorted when played at high volume",
    "Minimize the time it takes to get the songs in the desired order for listening",
    "Minimize the likelihood of overlooking an early sign of infection",
    "Minimise the time it takes to determine whether a wound has healed",
    "Increase the percentage of passengers who board with their own bags",
    "Reduce the number of parts that must be replaced after a cut, when the blade is dull",
    "Minimize the amount of material that is wasted when changing colours",
    "Minimize the likelihood of cutting off the path of a vehicle while turning",
    "Minimize the effort it takes to find and reduce waste in a process",
    "Minimize the time and the effort it takes to compare offers",
    "Minimize the cost and risk of moving to a new supplier",
    "Increase the likelihood that an applicant is the right one for the job",
    "Minimize the number of steps between an idea and a decision",
    "Increase the likelihood of finding a better job than the last one",
    "Minimize the time it takes to find the best price for a flight",
    "Minimize the variability of the weld from one part to the next",
    "Minimize the frequency with which the bandage must be changed",
    "Minimize the need to ask a colleague for the latest numbers",
    "Reduce the time it takes to create a report for the board",
    "Minimize the time it takes to fill in a tax form",
    "Increase the likelihood that every seat is sold before the season begins",
    "Minimize the likelihood that a payment is made twice or to the wrong account",
    "Increase the number of patients who take all of their medication",
    "Reduce churn among teams of fewer than five people",
    "Increase revenue per account after the first year",
    "Avoid surprises at the end of the quarter",
    "Prevent a loss of data when we change the provider",
    "Customers want to minimize the time they wait for an answer",
    "Fewer calls about bills that customers do not understand",
    "Win more deals",
    "Shorten the time it takes to know when an order arrives",
    "Minimize the time it takes to approve an application for a loan",
    "Minimize the likelihood of damage to the floor and the walls when moving furniture",
    "Minimize the time it takes to train and certify a new driver",
    "Minimize the number of notifications that interrupt a meeting",
    "Maximize the share of the budget that reaches the people it is for",
    "Minimize the likelihood of skidding while reducing speed",
    "Decrease the energy it takes to heat the rooms that nobody is in",
    "Improve the accuracy of the forecast",
    "Minimize the time it takes to isolate the cause of a fault on the line",
    "Minimize the likelihood that a customer has to repeat what was said before",
    "Increase the likelihood that the first visit leads to a repair",
    "Minimize the number of people who must sign before work begins",
    "Minimize the likelihood that an approach to a runway is aborted",
    "Reduce the time it takes to appear in the search of a library",
    "Minimize the amount of heat that is lost, even when a door stays open",
    "Don't lose data when we change the provider",
    "Minimize the time it takes to prepare the documents for a visa and the interview",
    "Minimize the time it takes to decide whether to increase or reduce the dose",
    "Minimize the likelihood of injury that is caused by using the wrong tool",
    "Increase the chance of being paid on time and in full",
];

/// Outcomes that need another thought, and the first that is to be thought of.
const BAD: &[(&str, Kind)] = &[
    ("Add a dashboard for sales managers", Solution),
    ("Export button on every list", Solution),
    ("AI dashboard", Solution),
    ("Minimize the number of clicks in the app", Solution),
    ("Increase the usage of the new feature", Solution),
    ("Integrate with the calendar of the customer", Solution),
    ("Integration with Salesforce", Solution),
    ("Build a portal for suppliers", Solution),
    ("Provide templates for the most common contracts", Solution),
    (
        "Increase the number of people who use the chatbot",
        Solution,
    ),
    ("Customers want an API", Solution),
    ("Offer a newsletter", Solution),
    ("Onboarding checklist", Solution),
    ("Reduce the number of tickets by adding an FAQ", Solution),
    (
        "Increase the share of teams that stay by offering training",
        Solution,
    ),
    ("Launch the new website before the fair", Solution),
    (
        "Minimize the time it takes to set up a team and increase the likelihood that it stays",
        TwoInOne,
    ),
    (
        "Minimize the cost of travel and the time it takes to book it",
        TwoInOne,
    ),
    ("Reduce churn and increase revenue", TwoInOne),
    (
        "Minimize time to detect; maximize time between faults",
        TwoInOne,
    ),
    (
        "Minimize the time it takes to find a part. Minimize the likelihood of ordering a wrong one",
        TwoInOne,
    ),
    (
        "Reduce the cost of support while increasing the satisfaction of customers",
        TwoInOne,
    ),
    (
        "Increase the number of leads, reduce the cost of each",
        TwoInOne,
    ),
    ("Set up sales data quickly", NoDirection),
    ("The team knows what to do next", NoDirection),
    ("Onboard the sales team in a day", NoDirection),
    ("Customers can find their invoices", NoDirection),
    ("Make sure that no invoice is lost", NoDirection),
    ("Know who to call when something is broken", NoDirection),
    ("Minimize surprises for the people in the team", NoMetric),
    ("Improve the onboarding of new people", NoMetric),
    ("Increase the collaboration between our teams", NoMetric),
    ("Reduce meetings with the customer", NoMetric),
    (
        "Minimize the time it takes to get a user-friendly overview of what is due",
        Vague,
    ),
    (
        "Increase the likelihood that the handover is seamless",
        Vague,
    ),
    (
        "Increase the likelihood that the team can work better",
        Vague,
    ),
    (
        "Minimize the time it takes to easily reach a person who knows",
        Vague,
    ),
    (
        "Minimize the time it takes to find out, when a customer calls about an invoice that was \
         sent in the month before and that was paid only in part, which of the people in the team \
         talked to them last",
        TooLong,
    ),
];

#[test]
fn a_good_outcome_raises_no_hint() {
    for statement in GOOD {
        assert_eq!(kinds(statement), [], "{statement}");
    }
}

#[test]
fn an_outcome_that_needs_another_thought_gets_the_right_hint() {
    for (statement, kind) in BAD {
        assert_eq!(
            kinds(statement).first(),
            Some(kind),
            "{statement}: {:?}",
            kinds(statement)
        );
    }
}

#[test]
fn the_sample_is_well_worded() {
    let workspace = sample();
    let names = Names::of(&workspace);
    for outcome in workspace.outcomes().values() {
        assert_eq!(
            of_outcome(&outcome.statement, &names),
            [],
            "{}",
            outcome.statement
        );
        let again = Parts::of(&outcome.statement);
        assert_ne!(again.direction, "", "{}", outcome.statement);
    }
    for job in workspace.jobs().values() {
        let story = job.story.clone().unwrap_or_default();
        assert_eq!(of_story(&story, &names), [], "{story:?}");
    }
}

#[test]
fn what_is_not_in_english_is_not_judged() {
    for statement in [
        "Die Zeit verkürzen, bis ein Team eingerichtet ist",
        "Dashboard für den Vertrieb bauen",
        "Ein neues Feature für alle",
        "Réduire le temps nécessaire pour trouver une app",
        "Minimizar el tiempo que se tarda en configurar un dashboard",
        "Verminder de tijd om een team op te zetten",
        "Minimer den tid det tager at finde en app",
        "Ridurre il tempo per la creazione di un report",
        "Zmniejszyć czas potrzebny do znalezienia oferty",
        "顧客がデータを設定する時間を最小化する AI",
        "Сократить время на настройку данных",
        "تقليل الوقت اللازم لإعداد البيانات",
        "Zzyzx",
        "",
        "…",
    ] {
        assert_eq!(kinds(statement), [], "{statement}");
    }
}

#[test]
fn a_hint_names_the_words_that_it_is_about() {
    let said = |statement: &'static str| {
        let hints = of_outcome(statement, &Names::default());
        let hint = hints.into_iter().next().expect("a hint");
        (&statement[hint.words.clone()], hint.text)
    };
    let (words, text) = said("Minimize the time it takes to open the Dashboard");
    assert_eq!(words, "Dashboard");
    assert_eq!(
        text,
        "'Dashboard' is a solution: say what customers gain by it"
    );
    assert_eq!(said("Offer a newsletter").0, "Offer a newsletter");
    let (words, text) = said("Reduce churn and increase revenue");
    assert_eq!(words, "and increase revenue");
    assert_eq!(
        text,
        "Two outcomes in one: from 'and increase revenue …' on it is a card of its own"
    );
    assert_eq!(said("Set up sales data quickly").0, "Set");
    assert_eq!(
        said("Reduce meetings with the customer").0,
        "meetings with the customer"
    );
}

#[test]
fn what_a_workspace_makes_and_offers_is_a_solution() {
    let workspace = sample();
    let names = Names::of(&workspace);
    let hint = |statement: &str| {
        let hints = of_outcome(statement, &names);
        hints
            .first()
            .map(|hint| statement[hint.words.clone()].to_owned())
    };
    let read = "Minimize the time it takes to read the weekly forecast mail";
    assert_eq!(hint(read).as_deref(), Some("weekly forecast mail"));
    let kept = "Increase the likelihood that the CRM is kept up to date";
    assert_eq!(hint(kept).as_deref(), Some("CRM"));
    assert_eq!(
        hint("Increase the likelihood that customer stories are true"),
        None
    );
}

fn story(when: &str, want: &str, so: &str) -> Story {
    let part = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    Story {
        when: part(when),
        want: part(want),
        so: part(so),
    }
}

#[test]
fn a_story_gets_hints_at_what_is_wanted_and_what_is_gained() {
    let hints = |want: &str, so: &str| {
        let hints = of_story(&story("I hang up", want, so), &Names::default());
        hints
            .into_iter()
            .map(|(told, hint)| (told, hint.kind))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        hints("note the result in seconds", "I can dial the next number"),
        []
    );
    assert_eq!(
        hints("click the save button", "nothing is lost"),
        [(Told::Want, Solution)]
    );
    assert_eq!(
        hints("use a template for the note", "I am done at once"),
        [(Told::Want, Solution)]
    );
    assert_eq!(hints("note the result", ""), [(Told::So, Kind::NoResult)]);
    assert_eq!(
        hints("note the result", "I can note the results"),
        [(Told::So, Repeated)]
    );
    assert_eq!(
        hints("export everything", "everything is exported"),
        [(Told::So, Repeated)]
    );
    assert_eq!(hints("das Ergebnis notieren", ""), []);
    assert_eq!(hints("", ""), []);
}

#[test]
fn a_story_is_told_as_a_sentence() {
    for (parts, told) in [
        (
            story("I hang up", "note the result", "dial the next number"),
            "When I hang up, I want to note the result, so I can dial the next number",
        ),
        (
            story("when I hang up", "to note the result", "we go on"),
            "When I hang up, I want to note the result, so we go on",
        ),
        (
            story("", "note the result", ""),
            "I want to note the result",
        ),
        (story("", "", ""), ""),
    ] {
        assert_eq!(sentence(&parts), told);
    }
}
