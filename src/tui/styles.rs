//! What things look like, named by what they mean.
//!
//! The default uses the terminal's own sixteen colours and its own background. Colour is never the
//! only carrier: a rating is a letter, a selection has a mark, a match is underlined.

use ratatui::style::{Color, Modifier, Style};

use super::colour::ColourLevel;
use crate::domain::rating::Rating;
use crate::report::document::Tone;

/// The styles of the program.
pub struct Styles {
    /// Plain text.
    pub base: Style,
    /// What matters less: units, targets, what is past.
    pub dim: Style,
    /// What matters more.
    pub strong: Style,
    /// The one accent: focus.
    pub accent: Style,
    /// The border of a pane without the focus.
    pub border: Style,
    /// The border of the focused pane.
    pub focus: Style,
    /// The selected row of the focused pane.
    pub selected: Style,
    /// Letters that a query matched.
    pub matched: Style,
    /// A target that was met.
    pub met: Style,
    /// A target nearly met.
    pub close: Style,
    /// A target missed.
    pub missed: Style,
    /// Late.
    pub late: Style,
    /// A message that something worked.
    pub done: Style,
    /// A warning.
    pub warning: Style,
    /// An error.
    pub error: Style,
    colours: bool,
}

impl Styles {
    /// The styles for a terminal with so many colours.
    pub fn new(level: ColourLevel) -> Self {
        let plain = Style::new();
        let colours = level != ColourLevel::None;
        let ink = |colour: Color| if colours { plain.fg(colour) } else { plain };
        Self {
            base: plain,
            dim: plain.add_modifier(Modifier::DIM),
            strong: plain.add_modifier(Modifier::BOLD),
            accent: ink(Color::Cyan).add_modifier(Modifier::BOLD),
            border: plain.add_modifier(Modifier::DIM),
            focus: ink(Color::Cyan),
            selected: plain.add_modifier(Modifier::REVERSED),
            matched: ink(Color::Magenta).add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            met: ink(Color::Green),
            close: ink(Color::Yellow),
            missed: ink(Color::Red).add_modifier(Modifier::BOLD),
            late: ink(Color::Red).add_modifier(Modifier::BOLD),
            done: ink(Color::Green),
            warning: ink(Color::Yellow),
            error: ink(Color::Red).add_modifier(Modifier::BOLD),
            colours,
        }
    }

    /// A rating's chip. Without colour it is reversed, so that it stays a chip.
    pub fn chip(&self, rating: Rating) -> Style {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        if !self.colours {
            return bold.add_modifier(Modifier::REVERSED);
        }
        match rating {
            Rating::Red | Rating::AmberRed => bold.fg(Color::White).bg(Color::Red),
            Rating::Amber => bold.fg(Color::Black).bg(Color::Yellow),
            Rating::Green | Rating::AmberGreen => bold.fg(Color::Black).bg(Color::Green),
            Rating::Blue => bold.fg(Color::White).bg(Color::Blue),
        }
    }

    /// The style of a piece of a page.
    pub fn tone(&self, tone: Tone) -> Style {
        match tone {
            Tone::Plain => self.base,
            Tone::Dim => self.dim,
            Tone::Strong | Tone::Mark => self.strong,
            Tone::Code | Tone::Link => self.accent,
            Tone::Rating(rating) => self.chip(rating),
            Tone::Met | Tone::Better => self.met,
            Tone::Close => self.close,
            Tone::Missed | Tone::Worse => self.missed,
            Tone::Late => self.late,
        }
    }
}
