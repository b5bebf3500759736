//! The themes: which colour each meaning has on which ground.
//!
//! `terminal`, the default, uses the sixteen colours and the ground that the user has chosen for the
//! terminal, which nobody can measure without asking. The others name their colours themselves, so
//! that a test can hold every one of them against the grounds that the theme is made for: at least
//! 4.5 to 1, as the Web Content Accessibility Guidelines ask (success criterion 1.4.3).
//!
//! May import: `ratatui` for its colour type, `colour`, `config` for the user's own colours.

mod own;
mod palette;

use ratatui::style::Color;

use super::colour::{contrast, rgb};
use crate::domain::rating::Rating;

pub use palette::{Faint, Palette};

/// A set of colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// The terminal's own sixteen colours on its own ground.
    #[default]
    Terminal,
    /// For a dark ground.
    Dark,
    /// For a light ground.
    Light,
    /// No coloured and no faint text on any ground; ratings in the strongest colours.
    HighContrast,
    /// For a dark ground: blue, yellow and orange, which red-green blindness tells apart.
    ColourBlind,
    /// The same for a light ground.
    ColourBlindLight,
    /// No colour at all.
    Monochrome,
}

/// A name of a theme that there is not.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{text}” is not a theme; use {names}", names = Theme::names())]
pub struct UnknownTheme {
    /// What was given.
    pub text: String,
}

impl Theme {
    /// Every theme, the default first.
    pub const ALL: [Self; 7] = [
        Self::Terminal,
        Self::Dark,
        Self::Light,
        Self::HighContrast,
        Self::ColourBlind,
        Self::ColourBlindLight,
        Self::Monochrome,
    ];

    /// What it is called on the command line and in the settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::ColourBlind => "colour-blind",
            Self::ColourBlindLight => "colour-blind-light",
            Self::Monochrome => "monochrome",
        }
    }

    /// All names, as a message lists them.
    pub fn names() -> String {
        let names = Self::ALL.map(Self::name);
        let (last, rest) = (names[names.len() - 1], &names[..names.len() - 1]);
        format!("{} or {last}", rest.join(", "))
    }

    /// Its colours.
    pub fn palette(self) -> Palette {
        match self {
            Self::Terminal => palette::TERMINAL,
            Self::Dark => palette::DARK,
            Self::Light => palette::LIGHT,
            Self::HighContrast => palette::HIGH_CONTRAST,
            Self::ColourBlind => palette::COLOUR_BLIND,
            Self::ColourBlindLight => palette::COLOUR_BLIND_LIGHT,
            Self::Monochrome => palette::MONOCHROME,
        }
    }
}

impl std::str::FromStr for Theme {
    type Err = UnknownTheme;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wanted = text.trim().to_ascii_lowercase().replace("color", "colour");
        Self::ALL
            .into_iter()
            .find(|theme| theme.name() == wanted)
            .ok_or_else(|| UnknownTheme {
                text: text.to_owned(),
            })
    }
}

/// A chip's letter and ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chip {
    /// The letter.
    pub ink: Color,
    /// Behind it.
    pub ground: Color,
}

impl Chip {
    /// A chip of one colour, its letter black or white, whichever reads better on it. The named sixteen
    /// are judged by their usual values.
    pub fn on(ground: Color) -> Self {
        let [black, white] = [[0; 3], [255; 3]].map(|ink| contrast(ink, rgb(ground)));
        let ink = if black >= white {
            Color::Black
        } else {
            Color::White
        };
        Self { ink, ground }
    }
}

impl Palette {
    /// The chip of a rating; `None` in a theme without colours.
    pub fn chip(&self, rating: Rating) -> Option<Chip> {
        match rating {
            Rating::Red | Rating::AmberRed => self.red,
            Rating::Amber => self.amber,
            Rating::Green | Rating::AmberGreen => self.green,
            Rating::Blue => self.blue,
        }
    }
}

#[cfg(test)]
mod tests;
