//! How the screen looks in this terminal, by what the environment says of it: colours, and the signs
//! of charts.

use crate::app::glyphs::Glyphs;
use crate::view::theme::Theme;

/// The signs of charts that the terminal is sure to have: those of ASCII where it says that it
/// speaks no UTF-8, and on the Linux console, whose fonts have few others.
pub(super) fn signs() -> Glyphs {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set);
    let is_utf8 = locale.is_none_or(|locale| locale.to_lowercase().contains("utf"));
    let is_console = set("TERM").is_some_and(|term| term == "linux");
    if is_utf8 && !is_console {
        Glyphs::Blocks
    } else {
        Glyphs::Ascii
    }
}

/// The colours, unless `NO_COLOR` asks for none.
pub(super) fn theme() -> Theme {
    let has_colour = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    if has_colour {
        Theme::terminal()
    } else {
        Theme::colourless()
    }
}
