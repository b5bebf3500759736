//! The colours themselves.

use ratatui::style::Color;

use super::Chip;

/// A colour for each meaning; `None` is the terminal's own ink.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Whether what matters less is faint. Where a colour is given, that; else the terminal's own.
    pub faint: Faint,
    /// Focus, codes, links.
    pub accent: Option<Color>,
    /// Letters that a query matched.
    pub matched: Option<Color>,
    /// A target met, a message that something worked.
    pub met: Option<Color>,
    /// A target nearly met, a warning.
    pub close: Option<Color>,
    /// A target missed, something late, an error.
    pub missed: Option<Color>,
    /// The chip of red.
    pub red: Option<Chip>,
    /// The chip of amber.
    pub amber: Option<Chip>,
    /// The chip of green.
    pub green: Option<Chip>,
    /// The chip of blue (complete).
    pub blue: Option<Chip>,
}

/// How what matters less looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Faint {
    /// As the terminal draws faint letters.
    AsTheTerminalHasIt,
    /// In a colour of its own.
    In(Color),
    /// Like all the rest.
    Not,
}

impl Faint {
    /// The same without a colour of its own.
    pub(in crate::tui) fn without_colour(self) -> Self {
        match self {
            Self::Not => Self::Not,
            Self::In(_) | Self::AsTheTerminalHasIt => Self::AsTheTerminalHasIt,
        }
    }
}

const fn colour(rgb: u32) -> Color {
    Color::from_u32(rgb)
}

const fn chip(ink: Color, ground: Color) -> Chip {
    Chip { ink, ground }
}

/// Black on a colour.
const fn black_on(rgb: u32) -> Chip {
    chip(colour(0), colour(rgb))
}

/// White on a colour.
const fn white_on(rgb: u32) -> Chip {
    chip(colour(0x00ff_ffff), colour(rgb))
}

pub(super) const TERMINAL: Palette = Palette {
    faint: Faint::AsTheTerminalHasIt,
    accent: Some(Color::Cyan),
    matched: Some(Color::Magenta),
    met: Some(Color::Green),
    close: Some(Color::Yellow),
    missed: Some(Color::Red),
    red: Some(chip(Color::White, Color::Red)),
    amber: Some(chip(Color::Black, Color::Yellow)),
    green: Some(chip(Color::Black, Color::Green)),
    blue: Some(chip(Color::White, Color::Blue)),
};

pub(super) const DARK: Palette = Palette {
    faint: Faint::In(colour(0x9a_a5ab)),
    accent: Some(colour(0x5f_d7e7)),
    matched: Some(colour(0xff_a6f0)),
    met: Some(colour(0x7a_dd7a)),
    close: Some(colour(0xff_d75f)),
    missed: Some(colour(0xff_8f8f)),
    red: Some(white_on(0xc4_1a1a)),
    amber: Some(black_on(0xff_b81c)),
    green: Some(black_on(0x4f_c35a)),
    blue: Some(white_on(0x2f_66c4)),
};

pub(super) const LIGHT: Palette = Palette {
    faint: Faint::In(colour(0x4f_5b62)),
    accent: Some(colour(0x00_5f87)),
    matched: Some(colour(0x87_00af)),
    met: Some(colour(0x00_6116)),
    close: Some(colour(0x7a_4a00)),
    missed: Some(colour(0xa8_0026)),
    red: Some(white_on(0xb5_1212)),
    amber: Some(black_on(0xff_b81c)),
    green: Some(black_on(0x5c_c768)),
    blue: Some(white_on(0x2a_5cb0)),
};

pub(super) const HIGH_CONTRAST: Palette = Palette {
    faint: Faint::Not,
    accent: None,
    matched: None,
    met: None,
    close: None,
    missed: None,
    red: Some(white_on(0x8b_0000)),
    amber: Some(black_on(0xff_d700)),
    green: Some(black_on(0x5f_ff5f)),
    blue: Some(white_on(0x00_2f8b)),
};

/// Okabe and Ito's colours, which stay apart in every kind of colour blindness
/// (<https://jfly.uni-koeln.de/color/>), lightened where they are text.
pub(super) const COLOUR_BLIND: Palette = Palette {
    faint: Faint::In(colour(0x9a_a5ab)),
    accent: Some(colour(0x8f_d3f4)),
    matched: Some(colour(0xf0_b3d5)),
    met: Some(colour(0x6c_c0f0)),
    close: Some(colour(0xf0_e442)),
    missed: Some(colour(0xff_9a4d)),
    red: Some(black_on(0xe6_6a00)),
    amber: Some(black_on(0xf0_e442)),
    green: Some(white_on(0x00_66a3)),
    blue: Some(black_on(0xb0_b0b0)),
};

pub(super) const COLOUR_BLIND_LIGHT: Palette = Palette {
    faint: Faint::In(colour(0x4f_5b62)),
    accent: Some(colour(0x00_4d73)),
    matched: Some(colour(0x8a_2f63)),
    met: Some(colour(0x00_5a8c)),
    close: Some(colour(0x66_5a00)),
    missed: Some(colour(0x87_2d00)),
    ..COLOUR_BLIND
};

pub(super) const MONOCHROME: Palette = Palette {
    faint: Faint::AsTheTerminalHasIt,
    accent: None,
    matched: None,
    met: None,
    close: None,
    missed: None,
    red: None,
    amber: None,
    green: None,
    blue: None,
};
