//! What a workshop says: questions, whose turn it is, who stands apart, what was kept.

use super::answers::{Measure, Turn};
use super::plan::{People, Plan, Typing, told};
use super::round::Round;
use super::run::{Revealed, Run, Step};
use crate::app::Cx;
use crate::app::listing::field::sentence;
use crate::app::message::quoted;
use crate::domain::wording::{counted, listed};
use crate::domain::{Id, Job};
use crate::insight::distribution::Distribution;
use crate::insight::opportunity::{Provenance, Rating};

/// The word for a question.
pub fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Importance => "importance",
        Measure::Satisfaction => "satisfaction",
    }
}

/// The question about a job, as it is read out.
pub fn question(measure: Measure, job: &Job) -> String {
    let job = inside(&job.name);
    match measure {
        Measure::Importance => format!("How important is it to you to {job}?"),
        Measure::Satisfaction => {
            format!("How satisfied are you today with how well you can {job}?")
        }
    }
}

/// A name as it stands inside a sentence: `Forecast the quarter` in lower case, `KPIs` as it is.
fn inside(name: &str) -> String {
    let name = name.trim_end_matches(['.', '?', '!']);
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(first), second) if !second.is_some_and(char::is_uppercase) => {
            let rest = &name[first.len_utf8()..];
            first.to_lowercase().chain(rest.chars()).collect()
        }
        _ => name.to_owned(),
    }
}

/// What the ends of the scale mean.
pub fn ends(scale: u8) -> String {
    format!("1 not at all … {scale} extremely")
}

/// Where the workshop is: `Job 3 of 10 · round 2`.
pub fn heading(run: &Run, cx: Cx<'_>) -> String {
    let place = format!("Job {} of {}", run.place() + 1, run.jobs().len());
    let job = run.jobs().get(run.place());
    let revealed = job.and_then(|job| run.revealed(job, cx));
    let before = revealed.map_or(0, |revealed| revealed.rounds.len());
    let round = match run.step() {
        Step::Asking(_) => before + 1,
        Step::Revealed | Step::Summary(_) => before,
    };
    if round < 2 {
        place
    } else {
        format!("{place} · round {round}")
    }
}

/// The outcome that a job leads to, with its stage.
pub fn leads_to(job: &Job, cx: Cx<'_>) -> String {
    let outcome = job.outcome.as_ref();
    let Some(outcome) = outcome.and_then(|outcome| cx.workspace.outcomes().get(outcome)) else {
        return String::new();
    };
    let stage = cx.workspace.stage(&outcome.stage);
    let stage = stage.map_or("", |(_, stage)| stage.name.as_str());
    format!("{stage} · {}", outcome.statement)
}

/// Who types what now.
pub fn turn(run: &Run, turn: Option<Turn>, typed: usize) -> String {
    let Some(turn) = turn else {
        return "Enter shows all answers at once.".to_owned();
    };
    let Some(person) = turn.person else {
        let answers = counted(turn.answers, "answer");
        return format!("{typed} of {answers}. Nobody sees them before the reveal.");
    };
    let name = called(&run.plan().people, &run.names()[person]);
    let word = measure(turn.measure);
    format!("{name}: type your {word}, then Enter. The others look away.")
}

/// What a participant is called inside a sentence.
pub fn called(people: &People, name: &str) -> String {
    match people {
        People::Count(_) => format!("no. {name}"),
        People::Named(_) => name.to_owned(),
    }
}

/// Who stands apart in a question, and is to speak first.
pub fn apart(run: &Run, round: &Round, measure: Measure) -> Option<String> {
    let answers = round.of(measure);
    let all = Distribution::of(answers, run.plan().scale)?;
    let named = run.names().iter().zip(answers);
    let apart = named.filter_map(|(name, answer)| {
        let answer = answer.filter(|answer| all.is_apart(*answer))?;
        Some(format!("{} ({answer})", called(&run.plan().people, name)))
    });
    let apart: Vec<String> = apart.collect();
    if apart.is_empty() {
        return None;
    }
    let says = if apart.len() == 1 { "says" } else { "say" };
    Some(format!("{} {says} first why", sentence(&listed(&apart))))
}

/// The middle and the spread of the answers: `median 4 · 2 to 5 · 5 answers`.
pub fn spread(round: &Round, measure: Measure, scale: u8) -> String {
    let Some(all) = Distribution::of(round.of(measure), scale) else {
        return "nobody answered".to_owned();
    };
    let answers = counted(all.count(), "answer");
    format!("median {} · {} · {answers}", median(&all), range(&all))
}

/// From the lowest to the highest answer.
pub fn range(all: &Distribution) -> String {
    match all.ends() {
        (low, high) if low == high => format!("all {low}"),
        (low, high) => format!("{low} to {high}"),
    }
}

fn median(all: &Distribution) -> String {
    let median = all.median();
    if median.fract() > 0.0 {
        format!("{median:.1}")
    } else {
        format!("{median:.0}")
    }
}

/// How the middle went from round to round; none where there was one.
pub fn rounds(revealed: &Revealed, measure: Measure, scale: u8) -> Option<String> {
    if revealed.rounds.len() < 2 {
        return None;
    }
    let medians = revealed.rounds.iter().enumerate().map(|(place, round)| {
        let all = Distribution::of(round.of(measure), scale);
        let median = all.map_or_else(|| "–".to_owned(), |all| median(&all));
        format!("round {} median {median}", place + 1)
    });
    Some(medians.collect::<Vec<_>>().join(" → "))
}

/// What a plan comes to, in two lines.
pub fn plan(plan: &Plan, jobs: usize) -> [String; 2] {
    let people = counted(plan.people.count(), "participant");
    let typing = match plan.typing {
        Typing::AtOnce => "typed all at once",
        Typing::OneByOne => "everybody types their own",
    };
    let jobs_told = counted(jobs, "job");
    let scale = plan.scale;
    let first = format!("{jobs_told} · {people} · answers 1 to {scale}, {typing}");
    let time = match plan.seconds {
        0 => "no timer".to_owned(),
        seconds => {
            let minutes = (usize::from(seconds) * jobs).div_ceil(60);
            format!(
                "{} a job, {} in all",
                told(seconds),
                counted(minutes, "minute")
            )
        }
    };
    [
        first,
        format!("{time} · kept as the study {}", quoted(&plan.name)),
    ]
}

/// What became of the jobs: `9 of 10 jobs rated, 1 skipped`.
pub fn tally(run: &Run, cx: Cx<'_>) -> String {
    let skipped = run.jobs().iter().filter(|job| run.is_skipped(job)).count();
    let rated = format!(
        "{} of {} rated",
        run.rated(cx),
        counted(run.jobs().len(), "job")
    );
    match skipped {
        0 => rated,
        skipped => format!("{rated}, {skipped} skipped"),
    }
}

/// What is said where a workshop goes on with a study that has some of the jobs already.
pub fn goes_on(run: &Run, cx: Cx<'_>) -> Option<String> {
    let name = quoted(&run.plan().name);
    (run.rated(cx) > 0).then(|| format!("Goes on with {name}: {}", tally(run, cx)))
}

/// What is said when a workshop ends.
pub fn ended(run: &Run) -> String {
    let name = quoted(&run.plan().name);
    format!("The workshop is over; {name} keeps what was revealed")
}

/// A question as a heading.
pub fn title(measure: Measure) -> &'static str {
    match measure {
        Measure::Importance => "How important",
        Measure::Satisfaction => "How satisfied today",
    }
}

/// What customers say of a job; none where they were not asked.
pub fn by_customers(job: &Id, cx: Cx<'_>) -> Option<Rating> {
    let rating = cx.derived.ranking().row(job)?.rating?;
    (rating.source == Provenance::Customers).then_some(rating)
}

/// From the lowest to the highest answer to a question; none where nobody answered it.
pub fn answered(round: &Round, measure: Measure, scale: u8) -> Option<String> {
    let all = Distribution::of(round.of(measure), scale)?;
    Some(range(&all))
}

/// Who took part: their names where they are few.
pub fn people(run: &Run) -> String {
    match &run.plan().people {
        People::Named(names) if names.len() <= 6 => listed(names),
        People::Named(_) | People::Count(_) => counted(run.names().len(), "participant"),
    }
}
