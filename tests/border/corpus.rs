//! The texts, and a workspace with one of them wherever a text can stand.

use std::fmt::Write;

/// A workspace that has every text there can be; each is `TEXT`.
const EVERY_TEXT: &str = include_str!("every-text.ron");

/// A text, and what is particular about it.
pub(crate) type Odd = (&'static str, String);

/// A file with a text in place of every text of a workspace, written as it is, without escapes.
pub(crate) fn file(text: &str) -> String {
    let quoted = text.replace('\\', "\\\\").replace('"', "\\\"");
    EVERY_TEXT.replace("TEXT", &quoted)
}

/// How many texts a file has.
pub(crate) fn texts() -> usize {
    EVERY_TEXT.matches("TEXT").count()
}

/// Texts that could steer a terminal or hide in a line. None of them is shown as it stands.
pub(crate) fn harmful() -> Vec<Odd> {
    vec![
        ("every C0 control and DEL", all(('\0'..=' ').chain(['\u{7f}']))),
        ("every C1 control", all('\u{80}'..='\u{9f}')),
        ("CSI", "a\u{1b}[2Jb\u{1b}[31mc\u{1b}[?1049ld\u{9b}2Je\u{1b}[6n".to_owned()),
        ("a title and a link", "\u{1b}]0;title\u{7}a\u{1b}]8;;http://b\u{1b}\\c\u{9d}2;d\u{9c}".to_owned()),
        ("the clipboard", "\u{1b}]52;c;cm0gLXJmIH4=\u{7}a\u{1b}]52;c;?\u{1b}\\".to_owned()),
        ("DCS, APC, PM, SOS", "\u{1b}P+q544e\u{1b}\\a\u{1b}_Gi=1\u{1b}\\b\u{1b}^c\u{1b}\\d\u{1b}Xe\u{1b}\\\u{90}q\u{9c}".to_owned()),
        ("a reset and a half sequence", "\u{1b}ca\u{1b}(0b\u{e}c\u{f}\u{1b}".to_owned()),
        ("bidi controls", all("\u{61c}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}".chars())),
        ("separators and annotations", all("\u{2028}\u{2029}\u{fff9}\u{fffa}\u{fffb}".chars())),
        ("tag characters", format!("a{}b", all_of('\u{e0000}'..='\u{e007f}'))),
        ("marks without end", format!("Z{}algo {}", "\u{301}\u{336}".repeat(60), "e\u{20dd}\u{363}\u{363}\u{363}\u{363}\u{363}")),
        ("selectors without end", format!("❤{}", "\u{fe0f}".repeat(500))),
        ("joined without end", ["👨"; 400].join("\u{200d}")),
    ]
}

/// Texts that stand as they are, however odd.
pub(crate) fn odd() -> Vec<Odd> {
    let odd = [
        ("families", "👨‍👩‍👧‍👦 team 👩🏻‍❤️‍💋‍👩🏿 and 🧑‍🤝‍🧑"),
        ("flags", "🇩🇪🇫🇷🇯🇵 🏴 🏳️‍🌈 🇦"),
        ("skin tones", "👍🏽 👋🏿 🏽 alone, 🤷🏼‍♀️"),
        ("selectors", "❤️ ☎️ ☎︎ 1️⃣ #️⃣ ©️"),
        ("Arabic", "تقليل الوقت اللازم (١٢٣) مُحَمَّد"),
        ("Hebrew", "לצמצם את הזמן abc בְּרֵאשִׁית 123"),
        (
            "Chinese, Japanese, Korean",
            "顧客の成功を見る，고객 성공，ＦＵＬＬ　ｗｉｄｔｈ",
        ),
        ("half-wide Katakana", "ｶﾞｷﾞｸﾞ ﾊﾟﾋﾟﾌﾟ ﾃﾞｰﾀ"),
        ("Hangul in letters", "한국"),
        ("Devanagari", "कार्त्स्न्यं नमस्ते क्षत्रिय"),
        ("Thai, Tibetan, Burmese", "ลูกค้าที่นี่ བསྒྲུབས ကြိုး"),
        ("a mark, a joiner, a selector first", "\u{301}a"),
        (
            "no width",
            "a\u{200b}b\u{feff}c\u{ad}d\u{2060}e\u{200d}f\u{fe0f}g",
        ),
        (
            "private and unassigned",
            "\u{e000}a\u{f8ff}b\u{10fffd}c\u{fffd}d\u{378}",
        ),
        ("one wide letter", "顧"),
        ("a formula", "=cmd|' /C calc'!A0"),
        (
            "quotes and markup",
            "\"<b>\\ & [x](javascript:y) `z` $(w) ; %s {{v}}",
        ),
        (
            "one long word",
            "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung",
        ),
        ("blanks", "   \u{a0}\u{3000}\u{2003}  "),
        ("nothing", ""),
    ];
    let odd = odd.map(|(name, text)| (name, text.to_owned()));
    odd.into_iter().collect()
}

/// Texts of 64 kB, as long as a text may be.
pub(crate) fn long() -> Vec<Odd> {
    let long = |piece: &str| piece.repeat(64 * 1024 / piece.len());
    vec![
        ("64 kB of words", long("Minimize the time ")),
        ("64 kB of wide letters", long("顧")),
        ("64 kB of lines", long("a\n")),
        ("64 kB without width", long("\u{200b}")),
    ]
}

/// Harmful and odd texts.
pub(crate) fn all_texts() -> Vec<Odd> {
    harmful().into_iter().chain(odd()).collect()
}

/// All texts that are not long in one.
pub(crate) fn together() -> String {
    all_texts()
        .into_iter()
        .fold(String::new(), |mut joined, (_, text)| {
            // Writing into a text can't fail.
            let _ = write!(joined, "{text} · ");
            joined
        })
}

/// Characters with a letter behind each, so that something of the text is left.
fn all(letters: impl IntoIterator<Item = char>) -> String {
    letters
        .into_iter()
        .flat_map(|letter| [letter, 'x'])
        .collect()
}

fn all_of(letters: impl IntoIterator<Item = char>) -> String {
    letters.into_iter().collect()
}
