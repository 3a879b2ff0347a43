//! What is settled before a workshop begins: which jobs, in which order, by whom, on which scale, in
//! how much time, and what the study is called that keeps it.

use crate::app::Cx;
use crate::domain::choice::choices;
use crate::domain::wording::counted;

/// How many people can take part.
pub const MOST_PEOPLE: usize = 30;

/// The longest time for a job, in seconds.
pub const LONGEST: u16 = 3_600;

/// What is settled before a workshop begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Which jobs are rated.
    pub pick: Pick,
    /// In which order.
    pub order: Order,
    /// By whom.
    pub people: People,
    /// How the answers come in.
    pub typing: Typing,
    /// The highest answer: 5 means 1 to 5.
    pub scale: u8,
    /// The time for a job in seconds; 0 is no limit.
    pub seconds: u16,
    /// What the study is called that keeps it.
    pub name: String,
}

/// Which jobs are rated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pick {
    /// All of them.
    #[default]
    All,
    /// Those for which nobody was asked yet, neither customers nor the team.
    Unrated,
    /// Those that the segment desires by which the roadmap ranks.
    Segment,
    /// Those that are marked.
    Marked,
}

choices!(Pick: All = "all", Unrated = "unrated", Segment = "segment", Marked = "marked");

/// In which order jobs are rated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As the roadmap ranks them.
    #[default]
    Rank,
    /// Those first for which nobody was asked yet.
    Unrated,
    /// Those first about which the team and the customers differ most.
    Differing,
}

choices!(Order: Rank = "rank", Unrated = "unrated first", Differing = "team differs");

/// How answers come in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Typing {
    /// Somebody types the answers of all.
    #[default]
    AtOnce,
    /// Everybody types their own and hands the keyboard on.
    OneByOne,
}

choices!(Typing: AtOnce = "all at once", OneByOne = "one by one");

/// Who takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum People {
    /// So many, without names.
    Count(usize),
    /// By their names.
    Named(Vec<String>),
}

impl Plan {
    /// What stands there where nothing was settled yet.
    pub fn usual(cx: Cx<'_>) -> Self {
        Self {
            pick: Pick::default(),
            order: Order::default(),
            people: People::Count(5),
            typing: Typing::default(),
            scale: 5,
            seconds: 60,
            name: format!("Workshop {}", cx.now.today.in_words()),
        }
    }
}

impl People {
    /// Reads names with commas between them, or a number.
    ///
    /// # Errors
    /// In words, what is wrong and what is expected.
    pub fn read(typed: &str) -> Result<Self, String> {
        let typed = typed.trim();
        if let Ok(count) = typed.parse() {
            return Self::Count(count).checked();
        }
        let names = typed.split(',').map(str::trim);
        let names: Vec<String> = names.filter(|n| !n.is_empty()).map(str::to_owned).collect();
        let numbered = names
            .iter()
            .find(|name| name.starts_with(|c: char| c.is_ascii_digit()));
        if let Some(name) = numbered {
            return Err(format!(
                "'{name}' begins with a digit: names with commas between them, or just a number"
            ));
        }
        let double = (0..names.len()).find(|place| names[..*place].contains(&names[*place]));
        if let Some(place) = double {
            let name = &names[place];
            return Err(format!("there are two called {name}; tell them apart"));
        }
        Self::Named(names).checked()
    }

    fn checked(self) -> Result<Self, String> {
        if (1..=MOST_PEOPLE).contains(&self.count()) {
            return Ok(self);
        }
        Err(format!(
            "names with commas between them, or a number from 1 to {MOST_PEOPLE}"
        ))
    }

    /// As it is typed.
    pub fn typed(&self) -> String {
        match self {
            Self::Count(count) => count.to_string(),
            Self::Named(names) => names.join(", "),
        }
    }

    /// How many they are.
    pub fn count(&self) -> usize {
        match self {
            Self::Count(count) => *count,
            Self::Named(names) => names.len(),
        }
    }

    /// What each is called: by name, or by number from 1.
    pub fn names(&self) -> Vec<String> {
        match self {
            Self::Count(count) => (1..=*count).map(|n| n.to_string()).collect(),
            Self::Named(names) => names.clone(),
        }
    }
}

/// A time for a job as it is told: `1 minute`, `1½ minutes`, `45 seconds`.
pub fn told(seconds: u16) -> String {
    match (seconds / 60, seconds % 60) {
        (0, _) => counted(seconds.into(), "second"),
        (minutes, 0) => counted(minutes.into(), "minute"),
        (minutes, 30) => format!("{minutes}½ minutes"),
        (minutes, rest) => format!("{minutes}:{rest:02} minutes"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_a_number_or_names() {
        assert_eq!(People::read(" 5 "), Ok(People::Count(5)));
        let named = People::read("Ana, Ben ,, Cara,").expect("three names");
        assert_eq!(named.names(), ["Ana", "Ben", "Cara"]);
        assert_eq!(People::Count(2).names(), ["1", "2"]);
        assert_eq!(People::read(&named.typed()), Ok(named));
    }

    #[test]
    fn nobody_too_many_and_two_of_a_name_are_refused() {
        for typed in ["", "0", "31", " , "] {
            assert!(People::read(typed).is_err(), "{typed:?}");
        }
        let told = People::read("5Ana, Ben").expect_err("typed behind the number");
        assert!(told.contains("begins with a digit"), "{told}");
        let told = People::read("Ana, Ben, Ana").expect_err("two of a name");
        assert_eq!(told, "there are two called Ana; tell them apart");
    }

    #[test]
    fn a_time_is_told_as_people_say_it() {
        let all = [45, 60, 90, 120, 100].map(told);
        assert_eq!(
            all,
            [
                "45 seconds",
                "1 minute",
                "1½ minutes",
                "2 minutes",
                "1:40 minutes"
            ]
        );
    }
}
