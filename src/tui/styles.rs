//! What things look like, named by what they mean.
//!
//! Made from a theme's palette (`theme`). Colour is never the only carrier: a rating is a letter, a
//! selection has a mark, a match is underlined.

use ratatui::style::{Color, Modifier, Style};

use super::colour::ColourLevel;
use super::theme::{Faint, Palette, Theme};
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
    palette: Palette,
}

impl Styles {
    /// The styles of the default theme for a terminal with so many colours.
    pub fn new(level: ColourLevel) -> Self {
        Self::of(&Theme::Terminal.palette(), level)
    }

    /// The styles of a palette for a terminal with so many colours.
    pub fn of(palette: &Palette, level: ColourLevel) -> Self {
        let palette = if level == ColourLevel::None {
            Palette {
                faint: palette.faint.without_colour(),
                ..Theme::Monochrome.palette()
            }
        } else {
            *palette
        };
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        let ink = |colour: Option<Color>| colour.map_or(plain, |colour| plain.fg(colour));
        let faint = match palette.faint {
            Faint::AsTheTerminalHasIt => plain.add_modifier(Modifier::DIM),
            Faint::In(colour) => plain.fg(colour),
            Faint::Not => plain,
        };
        Self {
            base: plain,
            dim: faint,
            strong: bold,
            accent: ink(palette.accent).patch(bold),
            border: faint,
            focus: ink(palette.accent),
            selected: plain.add_modifier(Modifier::REVERSED),
            matched: ink(palette.matched).add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            met: ink(palette.met),
            close: ink(palette.close),
            missed: ink(palette.missed).patch(bold),
            late: ink(palette.missed).patch(bold),
            done: ink(palette.met),
            warning: ink(palette.close),
            error: ink(palette.missed).patch(bold),
            palette,
        }
    }

    /// A rating's chip. Without colour it is reversed, so that it stays a chip.
    pub fn chip(&self, rating: Rating) -> Style {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        self.palette.chip(rating).map_or_else(
            || bold.add_modifier(Modifier::REVERSED),
            |chip| bold.fg(chip.ink).bg(chip.ground),
        )
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
