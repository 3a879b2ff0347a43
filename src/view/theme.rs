//! How roles look. The terminal's own foreground and background are the base, so that light and
//! dark terminals both read well; colour marks focus and status, and each has a twin in shape,
//! letter or weight.

use ratatui::style::{Color, Modifier, Style};

/// What a piece of the screen is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// What is read.
    Text,
    /// What is read first.
    Strong,
    /// What is there when one looks for it.
    Quiet,
    /// Rules and borders.
    Border,
    /// The heading of an overlay.
    Title,
    /// The mark of what has the keys: a bar, a rule. Never text, which would be hard to read in the
    /// accent on a light terminal.
    Focus,
    /// What is selected where something else has the keys.
    Selected,
    /// The tab of the screen one is on, a button under the mouse.
    Lit,
    /// A key in a hint.
    Key,
    /// All is well: met, saved.
    Good,
    /// Watch out: near, directional.
    Fair,
    /// Something is wrong: off, not saved, an error.
    Bad,
    /// The text in the field that is being filled in.
    Field,
}

/// How each role looks.
#[derive(Clone, Debug)]
pub struct Theme {
    has_colour: bool,
}

impl Theme {
    /// Colours from the terminal's own palette of sixteen.
    pub const fn terminal() -> Self {
        Self { has_colour: true }
    }

    /// Weight, underline and reverse alone, for `NO_COLOR`.
    pub const fn colourless() -> Self {
        Self { has_colour: false }
    }

    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        let plain = Style::new();
        match role {
            Role::Text => plain,
            Role::Strong | Role::Title | Role::Selected | Role::Key => {
                plain.add_modifier(Modifier::BOLD)
            }
            Role::Quiet | Role::Border => plain.add_modifier(Modifier::DIM),
            Role::Focus => self.colour(Color::Cyan).add_modifier(Modifier::BOLD),
            Role::Lit => plain.add_modifier(Modifier::BOLD | Modifier::REVERSED),
            Role::Good => self.colour(Color::Green),
            Role::Fair => self.colour(Color::Yellow),
            Role::Bad => self.colour(Color::Red).add_modifier(Modifier::BOLD),
            Role::Field => plain.add_modifier(Modifier::UNDERLINED),
        }
    }

    fn colour(&self, colour: Color) -> Style {
        if self.has_colour {
            Style::new().fg(colour)
        } else {
            Style::new()
        }
    }
}
