//! How a cell looks, and the shortest way to say so.

use std::collections::HashMap;
use std::fmt::Write;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use crate::tui::colour::{ColourLevel, degrade};

/// Modifiers that show on a blank.
const ON_BLANKS: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::CROSSED_OUT);

/// Each attribute's code, the code that ends it, and what else that code ends.
const ATTRIBUTES: &[(Modifier, u8, u8)] = &[
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// Colours and attributes as the terminal is to show them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Pen {
    fg: Color,
    bg: Color,
    underline: Color,
    modifier: Modifier,
}

impl Pen {
    /// The terminal's own colours and no attributes.
    pub(super) const PLAIN: Self = Self {
        fg: Color::Reset,
        bg: Color::Reset,
        underline: Color::Reset,
        modifier: Modifier::empty(),
    };

    /// Whether a blank looks the same with either pen, so that none needs changing to write one.
    pub(super) fn blank_like(self, other: Self) -> bool {
        let hidden = |pen: Self| !pen.modifier.intersects(ON_BLANKS);
        self == other || (self.bg == other.bg && hidden(self) && hidden(other))
    }

    /// Appends the control sequence that turns `from` into this pen, or nothing if they are equal.
    ///
    /// Either the differences alone, or a reset and all of the new: whichever is shorter. The reset
    /// is always written with its `0`, so that a bare `CSI m` never occurs (crossterm writes one
    /// for every colour under `NO_COLOR` and so cancels reverse:
    /// <https://github.com/Byron/dua-cli/pull/350>). An unknown `from` is reset.
    pub(super) fn append_change(self, from: Option<Self>, out: &mut Vec<u8>) {
        if from == Some(self) {
            return;
        }
        let fresh = self.codes(Self::PLAIN, "0");
        let codes = match from.map(|from| self.codes(from, "")) {
            Some(change) if change.len() <= fresh.len() => change,
            _ => fresh,
        };
        out.extend_from_slice(b"\x1b[");
        out.extend_from_slice(codes.as_bytes());
        out.push(b'm');
    }

    /// The codes that turn `from` into this pen, after those in `start`.
    fn codes(self, from: Self, start: &str) -> String {
        let mut codes = Codes(start.to_owned());
        let mut left = from.modifier;
        for (attribute, _, end) in ATTRIBUTES {
            if left.contains(*attribute) && !self.modifier.contains(*attribute) {
                codes.add(*end);
                // Bold and dim share their end, and so do the blinks.
                left = ATTRIBUTES
                    .iter()
                    .filter(|(.., shared)| shared == end)
                    .fold(left, |left, (gone, ..)| left.difference(*gone));
            }
        }
        for (attribute, code, _) in ATTRIBUTES {
            if self.modifier.contains(*attribute) && !left.contains(*attribute) {
                codes.add(*code);
            }
        }
        if self.fg != from.fg {
            codes.colour(self.fg, 30);
        }
        if self.bg != from.bg {
            codes.colour(self.bg, 40);
        }
        if self.underline != from.underline {
            codes.underline(self.underline);
        }
        codes.0
    }
}

/// Numbers between semicolons.
struct Codes(String);

impl Codes {
    fn add(&mut self, code: impl std::fmt::Display) {
        let separator = if self.0.is_empty() { "" } else { ";" };
        // Writing to a string cannot fail.
        let _ = write!(self.0, "{separator}{code}");
    }

    /// A colour, `base` being 30 for the text and 40 for the ground. The sixteen go as 30-37 and
    /// 90-97: shorter than crossterm's `38;5;n`, and understood by terminals of eight colours
    /// (which take `5` for blinking).
    fn colour(&mut self, colour: Color, base: u8) {
        match colour {
            Color::Reset => self.add(base + 9),
            Color::Rgb(r, g, b) => self.add(format_args!("{};2;{r};{g};{b}", base + 8)),
            _ => match palette_index(colour) {
                low @ 0..=7 => self.add(base + low),
                high @ 8..=15 => self.add(base + 60 + high - 8),
                index => self.add(format_args!("{};5;{index}", base + 8)),
            },
        }
    }

    /// The underline's colour, with colons: a terminal that does not know it skips it, while
    /// semicolons would be read as other codes.
    fn underline(&mut self, colour: Color) {
        match colour {
            Color::Reset => self.add(59),
            Color::Rgb(r, g, b) => self.add(format_args!("58:2::{r}:{g}:{b}")),
            _ => self.add(format_args!("58:5:{}", palette_index(colour))),
        }
    }
}

/// A named colour's place in the palette.
fn palette_index(colour: Color) -> u8 {
    match colour {
        Color::Indexed(index) => index,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Black | Color::Reset | Color::Rgb(..) => 0,
    }
}

/// Makes pens from ratatui's cells for a terminal of some colour level.
#[derive(Debug)]
pub(super) struct Pens {
    level: ColourLevel,
    known: HashMap<Color, Color>,
}

impl Pens {
    pub(super) fn new(level: ColourLevel) -> Self {
        Self {
            level,
            known: HashMap::new(),
        }
    }

    /// The pen of a cell. What cannot be seen on a blank is left out, so that cells which look
    /// alike are alike and cost nothing.
    pub(super) fn of(&mut self, cell: &Cell, blank: bool) -> Pen {
        let seen = !blank || cell.modifier.intersects(ON_BLANKS);
        let bg = self.colour(cell.bg);
        if !seen {
            return Pen { bg, ..Pen::PLAIN };
        }
        let underlined =
            cell.modifier.contains(Modifier::UNDERLINED) && self.level >= ColourLevel::Indexed;
        let underline = if underlined {
            self.colour(cell.underline_color)
        } else {
            Color::Reset
        };
        Pen {
            fg: self.colour(cell.fg),
            bg,
            underline,
            modifier: cell.modifier,
        }
    }

    /// The nearest colour, remembered: finding it takes 240 comparisons.
    fn colour(&mut self, colour: Color) -> Color {
        if self.level == ColourLevel::TrueColour || colour == Color::Reset {
            return colour;
        }
        let level = self.level;
        *self
            .known
            .entry(colour)
            .or_insert_with(|| degrade(colour, level))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(from: Option<Pen>, to: Pen) -> String {
        let mut out = Vec::new();
        to.append_change(from, &mut out);
        String::from_utf8(out).unwrap().replace('\x1b', "^")
    }

    #[test]
    fn a_change_of_look_is_said_in_the_fewest_bytes() {
        let plain = Pen::PLAIN;
        let red = Pen {
            fg: Color::Red,
            ..plain
        };
        let bold = Pen {
            modifier: Modifier::BOLD,
            ..plain
        };
        let both = Pen {
            modifier: Modifier::BOLD | Modifier::DIM,
            ..plain
        };
        let loud = Pen {
            fg: Color::LightRed,
            bg: Color::Blue,
            modifier: Modifier::BOLD | Modifier::REVERSED,
            ..plain
        };
        for (from, to, said) in [
            (Some(plain), plain, ""),
            (None, plain, "^[0m"),
            (None, red, "^[0;31m"),
            (Some(plain), red, "^[31m"),
            (Some(red), plain, "^[0m"),
            (Some(both), bold, "^[0;1m"),
            (
                Some(Pen {
                    fg: Color::Red,
                    ..both
                }),
                Pen {
                    fg: Color::Red,
                    ..bold
                },
                "^[22;1m",
            ),
            (Some(plain), loud, "^[1;7;91;44m"),
            (Some(loud), plain, "^[0m"),
            (
                Some(loud),
                Pen {
                    modifier: Modifier::BOLD,
                    ..loud
                },
                "^[27m",
            ),
            (
                Some(plain),
                Pen {
                    fg: Color::Indexed(200),
                    ..plain
                },
                "^[38;5;200m",
            ),
            (
                Some(plain),
                Pen {
                    fg: Color::Indexed(9),
                    ..plain
                },
                "^[91m",
            ),
            (
                Some(plain),
                Pen {
                    bg: Color::Rgb(1, 2, 3),
                    ..plain
                },
                "^[48;2;1;2;3m",
            ),
            (
                Some(plain),
                Pen {
                    underline: Color::Red,
                    modifier: Modifier::UNDERLINED,
                    ..plain
                },
                "^[4;58:5:1m",
            ),
        ] {
            assert_eq!(change(from, to), said, "{from:?} -> {to:?}");
        }
    }
}
