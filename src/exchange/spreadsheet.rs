//! Texts in the cells of a spreadsheet, so that it shows them and reckons with none of them.

/// What a spreadsheet takes for a formula where a text begins with it.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A text as a cell. One that a spreadsheet would reckon with is kept from it by a quote.
pub fn cell(text: &str) -> String {
    if text.starts_with(FORMULA) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn a_text_is_no_formula() {
        assert_eq!(cell("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(cell("-1 day"), "'-1 day");
        assert_eq!(cell("Log a call"), "Log a call");
    }
}
