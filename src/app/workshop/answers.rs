//! Answers while they are typed: a line for each turn at the keys, read anew with every key, so that
//! what is wrong is told at once. Before the reveal nobody but this file knows what they are: others
//! get only how many there are.

use std::fmt;

use super::plan::Typing;
use super::round::Round;
use crate::domain::wording::counted;

/// What is typed for one job before the reveal. It is kept in memory and nowhere else.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    turns: Vec<Turn>,
    lines: Vec<String>,
    /// The turn that has the keys; behind the last once everybody has answered.
    place: usize,
    scale: u8,
}

/// Who answers which question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The question.
    pub measure: Measure,
    /// The participant, by their place; none where the answers of all are typed at once.
    pub person: Option<usize>,
    /// How many answers it takes.
    pub answers: usize,
}

/// One of the two questions about a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// How important it is.
    Importance,
    /// How satisfied they are with it today.
    Satisfaction,
}

/// Both questions, in the order in which they are asked.
pub const MEASURES: [Measure; 2] = [Measure::Importance, Measure::Satisfaction];

impl fmt::Debug for Sheet {
    /// Tells how many answers there are, never which.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let typed = (0..self.turns.len()).map(|turn| self.typed(turn));
        f.debug_list().entries(typed).finish()
    }
}

impl Sheet {
    /// An empty sheet for so many people.
    pub fn new(typing: Typing, people: usize, scale: u8) -> Self {
        let turns: Vec<Turn> = match typing {
            Typing::AtOnce => MEASURES.map(|measure| turn(measure, None, people)).into(),
            Typing::OneByOne => (0..people)
                .flat_map(|person| MEASURES.map(|measure| turn(measure, Some(person), 1)))
                .collect(),
        };
        Self {
            lines: vec![String::new(); turns.len()],
            turns,
            place: 0,
            scale,
        }
    }

    /// The turns, in order.
    pub fn turns(&self) -> &[Turn] {
        &self.turns
    }

    /// The place of the turn that has the keys; behind the last once everybody has answered.
    pub fn place(&self) -> usize {
        self.place
    }

    /// The turn that has the keys; none once everybody has answered.
    pub fn turn(&self) -> Option<Turn> {
        self.turns.get(self.place).copied()
    }

    /// Whether nothing is typed yet.
    pub fn is_empty(&self) -> bool {
        self.lines.iter().all(String::is_empty)
    }

    /// How many answers are typed in a turn.
    pub fn typed(&self, turn: usize) -> usize {
        self.read(turn).len()
    }

    /// Whether somebody's answer to a question is typed.
    pub fn has(&self, person: usize, measure: Measure) -> bool {
        (0..self.turns.len())
            .filter(|turn| self.turns[*turn].measure == measure)
            .any(|turn| match self.turns[turn].person {
                Some(there) => there == person && self.typed(turn) > 0,
                None => person < self.typed(turn),
            })
    }

    /// Types letters; those before a wrong one stay.
    ///
    /// # Errors
    /// In words, what is wrong. They never repeat what was typed.
    pub fn enter(&mut self, letters: &str) -> Result<(), String> {
        for letter in letters.chars() {
            self.enter_letter(letter)?;
        }
        Ok(())
    }

    fn enter_letter(&mut self, letter: char) -> Result<(), String> {
        let turn = self.turn().ok_or("Everybody has answered; Enter reveals")?;
        let line = &mut self.lines[self.place];
        line.push(letter);
        let wrong = match answers(line, self.scale) {
            Some(answers) if answers.len() <= turn.answers => return Ok(()),
            Some(_) if turn.person.is_some() => "One answer is enough here; Enter goes on".into(),
            Some(_) => format!(
                "That is one answer too many: there are {}",
                counted(turn.answers, "participant")
            ),
            None => expected(self.scale),
        };
        line.pop();
        Err(wrong)
    }

    /// Takes the last answer out, or goes back to the turn before where there is none. Says whether
    /// there was anything to go back to.
    pub fn erase(&mut self) -> bool {
        let Some(line) = self.lines.get_mut(self.place).filter(|l| !l.is_empty()) else {
            return self.go_back();
        };
        let answer = line.trim_end_matches(is_between).len();
        line.truncate(answer);
        // Of a number that nobody sees, one digit less would not be seen either: it goes as a whole.
        let is_digit = |letter: char| letter.is_ascii_digit() && self.scale >= 10;
        let before = line.trim_end_matches(is_digit).len();
        line.truncate(before.min(answer.saturating_sub(1)));
        true
    }

    fn go_back(&mut self) -> bool {
        let is_first = self.place == 0;
        self.place = self.place.saturating_sub(1);
        !is_first
    }

    /// Ends the turn; says whether everybody has answered.
    ///
    /// # Errors
    /// In words, what is missing.
    pub fn accept(&mut self) -> Result<bool, String> {
        let Some(turn) = self.turn() else {
            return Ok(true);
        };
        let missing = turn.answers - self.typed(self.place);
        if missing > 0 {
            return Err(missing_words(turn, missing));
        }
        self.place += 1;
        Ok(self.turn().is_none())
    }

    /// What everybody answered: nobody asks before the reveal.
    pub fn reveal(&self, people: usize) -> Round {
        let mut round = Round::empty(people);
        for (place, turn) in self.turns.iter().enumerate() {
            let first = turn.person.unwrap_or(0);
            let row = round.of_mut(turn.measure);
            for (person, answer) in (first..people).zip(self.read(place)) {
                row[person] = answer;
            }
        }
        round
    }

    fn read(&self, turn: usize) -> Vec<Option<u8>> {
        let line = self.lines.get(turn).map_or("", String::as_str);
        answers(line, self.scale).unwrap_or_default()
    }
}

fn turn(measure: Measure, person: Option<usize>, answers: usize) -> Turn {
    Turn {
        measure,
        person,
        answers,
    }
}

fn missing_words(turn: Turn, missing: usize) -> String {
    if turn.person.is_some() {
        return "There is no answer yet; - stands for none".to_owned();
    }
    let is = if missing == 1 { "is" } else { "are" };
    format!(
        "{missing} of {} {is} missing; - stands for no answer",
        counted(turn.answers, "answer")
    )
}

fn expected(scale: u8) -> String {
    if scale < 10 {
        format!("An answer is 1 to {scale}, or - for none")
    } else {
        format!("An answer is 1 to {scale}, with a space behind it, or - for none")
    }
}

fn is_between(letter: char) -> bool {
    matches!(letter, ' ' | ',' | ';')
}

/// The answers of a line: with spaces or commas between them, or without where each is one digit.
/// `-` is an answer that was not given. None where something else stands in the line.
fn answers(line: &str, scale: u8) -> Option<Vec<Option<u8>>> {
    let mut answers: Vec<Option<u8>> = Vec::new();
    let mut number: Option<u32> = None;
    for letter in line.chars().chain([' ']) {
        let digit = letter.to_digit(10);
        let is_longer = digit.is_some() && scale >= 10;
        if let Some(whole) = number.filter(|_| !is_longer) {
            answers.push(Some(on_scale(whole, scale)?));
            number = None;
        }
        match (letter, digit) {
            (_, Some(digit)) => number = Some(number.unwrap_or(0).min(1_000) * 10 + digit),
            ('-', None) => answers.push(None),
            (letter, None) if is_between(letter) => {}
            (_, None) => return None,
        }
        if let Some(begun) = number {
            on_scale(begun, scale)?;
        }
    }
    Some(answers)
}

fn on_scale(number: u32, scale: u8) -> Option<u8> {
    let number = u8::try_from(number).ok()?;
    (1..=scale).contains(&number).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str, scale: u8) -> Result<Sheet, String> {
        let mut sheet = Sheet::new(Typing::AtOnce, 5, scale);
        sheet.enter(text).map(|()| sheet)
    }

    #[test]
    fn answers_are_read_with_blanks_commas_or_nothing_between_them() {
        let wanted = [Some(5), Some(4), Some(4), Some(2), Some(3)];
        for text in ["5 4 4 2 3", "5,4,4,2,3", "5, 4; 4,2 3 ", "54423"] {
            let sheet = typed(text, 5).expect("five answers");
            assert_eq!(sheet.read(0), wanted, "{text}");
        }
        let sheet = typed("83 17 64,100 -", 100).expect("five answers");
        assert_eq!(
            sheet.read(0),
            [Some(83), Some(17), Some(64), Some(100), None]
        );
        assert_eq!(
            typed("5-4--", 5).expect("five").read(0),
            [Some(5), None, Some(4), None, None]
        );
    }

    #[test]
    fn what_is_no_answer_is_told_and_not_taken() {
        for (text, scale) in [
            ("6", 5),
            ("0", 5),
            ("x", 5),
            ("101", 100),
            ("0", 100),
            ("54", 10),
        ] {
            let told = typed(text, scale).expect_err(text);
            assert!(told.starts_with("An answer is 1 to"), "{told}");
        }
        let mut sheet = typed("544", 5).expect("three answers");
        assert!(sheet.enter("9").is_err());
        assert_eq!(sheet.typed(0), 3, "the wrong key is left out");
        assert!(sheet.enter("23").is_ok());
        assert!(
            sheet
                .enter("1")
                .expect_err("a sixth")
                .contains("5 participants")
        );
    }

    #[test]
    fn a_turn_ends_when_nobodys_answer_is_missing() {
        let mut sheet = typed("5443", 5).expect("four answers");
        let told = sheet.accept().expect_err("one is missing");
        assert_eq!(told, "1 of 5 answers is missing; - stands for no answer");
        sheet.enter("-").expect("no answer is one");
        assert_eq!(sheet.accept(), Ok(false));
        assert_eq!(sheet.turn().map(|t| t.measure), Some(Measure::Satisfaction));
        sheet.enter("11111").expect("five answers");
        assert_eq!(sheet.accept(), Ok(true));
    }

    #[test]
    fn erasing_takes_the_last_answer_and_then_goes_a_turn_back() {
        let mut sheet = typed("5 4 ", 5).expect("two answers");
        assert!(sheet.erase());
        assert_eq!(sheet.typed(0), 1);
        sheet.enter("4423").expect("the rest");
        sheet.accept().expect("five");
        assert!(sheet.erase());
        assert_eq!((sheet.place(), sheet.typed(0)), (0, 5));
        let mut long = typed("83 17", 100).expect("two answers");
        assert!(long.erase());
        assert_eq!(long.read(0), [Some(83)]);
        assert!(long.erase() && !long.erase(), "then nothing is left");
    }

    #[test]
    fn one_by_one_each_answers_both_questions() {
        let mut sheet = Sheet::new(Typing::OneByOne, 2, 5);
        for answer in ["5", "2", "4", "-"] {
            assert!(!sheet.accept().is_ok_and(|all| all), "{answer}");
            sheet.enter(answer).expect("an answer");
            assert!(sheet.enter("1").is_err(), "one is enough");
            sheet.accept().expect("it is there");
        }
        let round = sheet.reveal(2);
        assert_eq!(round.of(Measure::Importance), [Some(5), Some(4)]);
        assert_eq!(round.of(Measure::Satisfaction), [Some(2), None]);
    }

    #[test]
    fn a_sheet_never_tells_what_is_in_it() {
        let told = format!("{:?}", typed("83 17 64", 100).expect("three answers"));
        assert_eq!(told, "[3, 0]");
    }
}
