//! Who answered, by an id that says nothing about the person: what a survey tool numbers its
//! responses by stays; a name or an address is replaced by `r1`, `r2` and so on.

use std::collections::{HashMap, HashSet};

use super::sheet::Sheet;
use crate::domain::Id;

/// How many digits a number of a phone has at least where it is written with a `+`.
const PHONE: usize = 6;

/// How many letters a name has at least.
const SHORTEST_NAME: usize = 3;

/// What surveys call respondents before their number.
const CALLED: [&str; 16] = [
    "account",
    "case",
    "company",
    "customer",
    "kunde",
    "nr",
    "participant",
    "person",
    "resp",
    "respondent",
    "response",
    "row",
    "subject",
    "teilnehmer",
    "test",
    "user",
];

/// The ids of the respondents of a sheet.
pub(super) struct Respondents<'s> {
    keeps_ids: bool,
    ids: HashMap<&'s str, Id>,
    taken: HashSet<Id>,
}

impl<'s> Respondents<'s> {
    /// Those that a column tells apart, or each row for itself.
    pub(super) fn of(sheet: &'s Sheet, header_rows: usize, column: Option<usize>) -> Self {
        Self {
            keeps_ids: column.is_some_and(|column| !is_personal(sheet, header_rows, column)),
            ids: HashMap::new(),
            taken: HashSet::new(),
        }
    }

    /// Whether ids are those that the file has, and not made of the order of its rows.
    pub(super) fn keeps_ids(&self) -> bool {
        self.keeps_ids
    }

    /// The id of who is called so in the file, the `number`th of its respondents if not met before.
    /// Without a name everybody is somebody else.
    pub(super) fn id(&mut self, called: &'s str, number: usize) -> Id {
        if let Some(id) = self.ids.get(called).filter(|_| !called.is_empty()) {
            return id.clone();
        }
        let id = self.fresh(called, number);
        self.taken.insert(id.clone());
        if !called.is_empty() {
            self.ids.insert(called, id.clone());
        }
        id
    }

    fn fresh(&self, called: &str, number: usize) -> Id {
        let is_taken = |id: &Id| self.taken.contains(id);
        if !self.keeps_ids || called.is_empty() {
            return Id::from_words(&format!("r{number}"), "r", is_taken);
        }
        let own = Id::new(called).ok().filter(|id| !is_taken(id));
        own.unwrap_or_else(|| Id::from_words(called, &format!("r{number}"), is_taken))
    }
}

/// Whether what tells respondents apart in a column could identify a person.
fn is_personal(sheet: &Sheet, header_rows: usize, column: usize) -> bool {
    let mut last = "";
    sheet.rows().skip(header_rows).any(|row| {
        let cell = row.cell(column);
        let is_new = cell != last;
        last = cell;
        is_new && !cell.is_empty() && !is_code(cell)
    })
}

/// Whether a text is a number or a code such as `R_2xk4`, and neither a name nor an address.
fn is_code(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let is_address = text.contains('@') || text.parse::<std::net::IpAddr>().is_ok();
    let is_phone = text.starts_with('+') && digits >= PHONE || is_number_of_a_phone(text);
    let is_name = is_name_with_a_number(text);
    digits > 0 && !is_address && !is_phone && !is_name && !text.contains(char::is_whitespace)
}

/// Whether a text is as people write the number of a phone at home: `01701234567`.
fn is_number_of_a_phone(text: &str) -> bool {
    let is_long = (10..=14).contains(&text.len());
    is_long && text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a text may be what a person is called somewhere: letters and a short number behind them,
/// as in `anna1985`, and not what surveys call respondents, as in `user12`.
fn is_name_with_a_number(text: &str) -> bool {
    let letters = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_short = (1..=4).contains(&(text.len() - letters.len()));
    let is_name =
        letters.chars().count() >= SHORTEST_NAME && letters.chars().all(char::is_alphabetic);
    is_short && is_name && !CALLED.contains(&letters.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_addresses_are_no_codes() {
        for code in [
            "1",
            "r12",
            "R_2xk4",
            "0000001eef",
            "11894368212",
            "2f6c-11aa",
            "#4",
            "user12",
            "Teilnehmer7",
        ] {
            assert!(is_code(code), "{code}");
        }
        for personal in [
            "Anna",
            "anna1@example.com",
            "192.0.2.4",
            "2001:db8::1",
            "+49 170 1234567",
            "+491701234567",
            "Anna 2",
            "anna1985",
            "01701234567",
        ] {
            assert!(!is_code(personal), "{personal}");
        }
    }

    #[test]
    fn one_address_makes_the_whole_column_personal() {
        let sheet = Sheet::read(b"id,x\nr7,1\nanna@example.com,2\nr7,3\n").expect("a sheet");
        let mut respondents = Respondents::of(&sheet, 1, Some(0));
        let ids: Vec<_> = ["r7", "anna@example.com", "r7"]
            .into_iter()
            .zip(1..)
            .map(|(called, number)| respondents.id(called, number).to_string())
            .collect();
        assert_eq!(ids, ["r1", "r2", "r1"]);
    }

    #[test]
    fn ids_that_differ_only_in_signs_stay_apart() {
        let sheet = Sheet::read(b"id\nR_1\nR-1\n").expect("a sheet");
        let mut respondents = Respondents::of(&sheet, 1, Some(0));
        let ids = [respondents.id("R_1", 1), respondents.id("R-1", 2)];
        assert_eq!(ids.map(|id| id.to_string()), ["r-1", "r-1-2"]);
    }
}
