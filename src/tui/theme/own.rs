//! The user's own colours over those of a theme.

use ratatui::style::Color;

use super::{Chip, Faint, Palette};
use crate::config::{Colour, Slot};
use crate::tui::colour::SIXTEEN;

impl Palette {
    /// This palette with somebody's own colours over it. The letter of a chip is black or white,
    /// whichever reads better on it.
    #[must_use]
    pub fn with(mut self, own: &[(Slot, Colour)]) -> Self {
        for (slot, colour) in own {
            let ink = ink(*colour);
            let chip = ink.map(Chip::on);
            match slot {
                Slot::Faint => self.faint = ink.map_or(Faint::Not, Faint::In),
                Slot::Accent => self.accent = ink,
                Slot::Matched => self.matched = ink,
                Slot::Met => self.met = ink,
                Slot::Close => self.close = ink,
                Slot::Missed => self.missed = ink,
                Slot::Red => self.red = chip,
                Slot::Amber => self.amber = chip,
                Slot::Green => self.green = chip,
                Slot::Blue => self.blue = chip,
            }
        }
        self
    }
}

/// A colour as the terminal library names it; `None` is the terminal's own ink.
fn ink(colour: Colour) -> Option<Color> {
    match colour {
        Colour::Default => None,
        Colour::Named(number) => Some(SIXTEEN[usize::from(number % 16)]),
        Colour::Rgb([red, green, blue]) => Some(Color::Rgb(red, green, blue)),
    }
}
