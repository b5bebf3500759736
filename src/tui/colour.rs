//! How many colours the terminal can show, and the nearest colour that it can.
//!
//! Decided from the environment and the `--color` option alone, never by asking the terminal: the
//! answer to a question comes late on a slow line and turns up as typed letters. OpenSSH does not
//! carry `COLORTERM` to the other side (<https://github.com/helix-editor/helix/issues/6961>), so a
//! theme must never be refused for want of it: colours degrade instead.
//!
//! May import: `ratatui` for its colour type.

use ratatui::style::Color;

/// What the terminal shows, from least to most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ColourLevel {
    /// No colour at all; bold, underline and reverse stay.
    None,
    /// The sixteen named colours, which the user's own palette decides.
    Sixteen,
    /// The xterm palette of 256.
    Indexed,
    /// Any red, green and blue.
    TrueColour,
}

/// What `--color` (or the settings file) asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ColourChoice {
    /// Decide from the environment.
    #[default]
    Auto,
    /// Exactly this, whatever the environment says.
    Always(ColourLevel),
}

/// A value of `--color` that is none of the five.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{text}” is not a colour setting; use auto, never, 16, 256 or truecolor")]
pub struct UnknownColour {
    /// What was given.
    pub text: String,
}

impl std::str::FromStr for ColourChoice {
    type Err = UnknownColour;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(match text.to_ascii_lowercase().as_str() {
            "auto" => Self::Auto,
            "never" | "none" => Self::Always(ColourLevel::None),
            "16" => Self::Always(ColourLevel::Sixteen),
            "256" => Self::Always(ColourLevel::Indexed),
            "truecolor" | "truecolour" | "24bit" => Self::Always(ColourLevel::TrueColour),
            _ => {
                return Err(UnknownColour {
                    text: text.to_owned(),
                });
            }
        })
    }
}

/// The level for a choice and an environment. `lookup` gives a variable's value, so that tests need
/// no environment of their own.
///
/// In order: the choice; `CLICOLOR_FORCE` (set and not `0`: at least sixteen colours, even on a
/// dumb terminal and over `NO_COLOR`, as <https://bixense.com/clicolors/> has it); `NO_COLOR` (set
/// and not empty, <https://no-color.org>); `TERM=dumb` or none at all; `COLORTERM`; the name in
/// `TERM`; sixteen.
pub fn detect(choice: ColourChoice, lookup: impl Fn(&str) -> Option<String>) -> ColourLevel {
    if let ColourChoice::Always(level) = choice {
        return level;
    }
    let set = |name: &str| lookup(name).filter(|value| !value.is_empty());
    let term = set("TERM").unwrap_or_default();
    let shown = of_terminal(&term, &set("COLORTERM").unwrap_or_default());
    if set("CLICOLOR_FORCE").is_some_and(|value| value != "0") {
        return shown.max(ColourLevel::Sixteen);
    }
    if set("NO_COLOR").is_some() {
        ColourLevel::None
    } else {
        shown
    }
}

/// What a terminal of this name shows, by what is publicly known of the names.
fn of_terminal(term: &str, colorterm: &str) -> ColourLevel {
    const DIRECT: &[&str] = &[
        "-direct",
        "-truecolor",
        "xterm-kitty",
        "xterm-ghostty",
        "alacritty",
        "foot",
        "wezterm",
        "contour",
    ];
    const MONO: &[&str] = &["vt100", "vt102", "vt220", "vt320", "-mono", "-m"];
    let base = term.split('.').next().unwrap_or_default();
    if base.is_empty() || base == "dumb" || MONO.iter().any(|end| base.ends_with(end)) {
        return ColourLevel::None;
    }
    if ["truecolor", "24bit"].contains(&colorterm.to_ascii_lowercase().as_str())
        || DIRECT.iter().any(|part| term.contains(part))
    {
        return ColourLevel::TrueColour;
    }
    if term.contains("256color") {
        ColourLevel::Indexed
    } else {
        ColourLevel::Sixteen
    }
}

/// The nearest colour that `level` can show. [`Color::Reset`] is the terminal's own colour and
/// always stays.
#[must_use]
pub fn degrade(colour: Color, level: ColourLevel) -> Color {
    match (level, colour) {
        (_, Color::Reset) | (ColourLevel::None, _) => Color::Reset,
        (ColourLevel::Indexed, Color::Rgb(r, g, b)) => Color::Indexed(nearest_of_256([r, g, b])),
        (ColourLevel::Sixteen, Color::Rgb(r, g, b)) => Color::Indexed(nearest_of_16([r, g, b])),
        (ColourLevel::Sixteen, Color::Indexed(index)) if index >= 16 => {
            Color::Indexed(nearest_of_16(rgb_of(index)))
        }
        (_, kept) => kept,
    }
}

/// The steps of each side of the palette's colour cube.
const CUBE: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The usual values of the sixteen; users change them, but nothing better is known without asking.
const NAMED: [[u8; 3]; 16] = [
    [0, 0, 0],
    [205, 0, 0],
    [0, 205, 0],
    [205, 205, 0],
    [0, 0, 238],
    [205, 0, 205],
    [0, 205, 205],
    [229, 229, 229],
    [127, 127, 127],
    [255, 0, 0],
    [0, 255, 0],
    [255, 255, 0],
    [92, 92, 255],
    [255, 0, 255],
    [0, 255, 255],
    [255, 255, 255],
];

/// The red, green and blue of a palette entry.
fn rgb_of(index: u8) -> [u8; 3] {
    match index {
        0..=15 => NAMED[usize::from(index)],
        16..=231 => {
            let place = usize::from(index - 16);
            [CUBE[place / 36], CUBE[place / 6 % 6], CUBE[place % 6]]
        }
        232..=255 => [8 + 10 * (index - 232); 3],
    }
}

/// The palette entry nearest to a colour, out of the cube and the greys: the first sixteen are the
/// user's and may be anything.
fn nearest_of_256(rgb: [u8; 3]) -> u8 {
    (16..=255)
        .min_by_key(|index| distance(rgb, rgb_of(*index)))
        .unwrap_or(15)
}

/// The named colour nearest to a colour.
///
/// Greys go to the four greys alone, and anything with a hue to a colour with one: by plain
/// distance a dark red is nearest to black and would vanish on a dark ground.
fn nearest_of_16(rgb: [u8; 3]) -> u8 {
    const GREYS: [u8; 4] = [0, 7, 8, 15];
    let spread = |of: [u8; 3]| {
        of.iter()
            .max()
            .zip(of.iter().min())
            .map_or(0, |(most, least)| most - least)
    };
    let grey = spread(rgb) < 32;
    (0..=15u8)
        .filter(|index| GREYS.contains(index) == grey)
        .min_by_key(|index| distance(rgb, NAMED[usize::from(*index)]))
        .unwrap_or(7)
}

/// The red, green and blue of a colour; of the named sixteen their usual values, and of the terminal's
/// own ink a middle grey.
pub fn rgb(colour: Color) -> [u8; 3] {
    const INK: [u8; 3] = [128; 3];
    match colour {
        Color::Rgb(r, g, b) => [r, g, b],
        Color::Indexed(index) => rgb_of(index),
        Color::Reset => INK,
        named => place_of(named).map_or(INK, |place| NAMED[place]),
    }
}

/// The sixteen colours of terminals by their numbers, as the terminal library calls them.
pub(super) const SIXTEEN: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

/// Where a named colour stands among the sixteen.
fn place_of(colour: Color) -> Option<usize> {
    SIXTEEN.iter().position(|named| *named == colour)
}

/// How well one colour reads on the other: from 1, not at all, to 21, black on white (the contrast ratio
/// of the Web Content Accessibility Guidelines 2.1).
pub fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let luminance = |colour: [u8; 3]| {
        let [r, g, b] = colour.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// How far apart two colours look: green counts most, as the eye has it.
fn distance(a: [u8; 3], b: [u8; 3]) -> u32 {
    let square = |i: usize| u32::from(a[i].abs_diff(b[i])).pow(2);
    3 * square(0) + 6 * square(1) + square(2)
}

#[cfg(test)]
mod tests {
    use super::*;
    /// A `--color`, an environment, and the level that comes of it.
    type Case = (
        &'static str,
        &'static [(&'static str, &'static str)],
        ColourLevel,
    );

    use ColourLevel::{Indexed, None, Sixteen, TrueColour};

    #[test]
    fn the_level_follows_choice_then_environment_then_the_name_of_the_terminal() {
        let table: &[Case] = &[
            ("auto", &[], None),
            ("auto", &[("TERM", "dumb")], None),
            ("auto", &[("TERM", "vt100")], None),
            ("auto", &[("TERM", "linux")], Sixteen),
            ("auto", &[("TERM", "xterm")], Sixteen),
            ("auto", &[("TERM", "screen")], Sixteen),
            ("auto", &[("TERM", "xterm-256color")], Indexed),
            ("auto", &[("TERM", "tmux-256color")], Indexed),
            (
                "auto",
                &[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")],
                TrueColour,
            ),
            (
                "auto",
                &[("TERM", "xterm"), ("COLORTERM", "24bit")],
                TrueColour,
            ),
            ("auto", &[("TERM", "xterm"), ("COLORTERM", "yes")], Sixteen),
            ("auto", &[("TERM", "xterm-direct")], TrueColour),
            ("auto", &[("TERM", "xterm-kitty")], TrueColour),
            (
                "auto",
                &[("TERM", "dumb"), ("COLORTERM", "truecolor")],
                None,
            ),
            (
                "auto",
                &[("TERM", "xterm-256color"), ("NO_COLOR", "1")],
                None,
            ),
            (
                "auto",
                &[("TERM", "xterm-256color"), ("NO_COLOR", "")],
                Indexed,
            ),
            (
                "auto",
                &[("TERM", "dumb"), ("CLICOLOR_FORCE", "1")],
                Sixteen,
            ),
            (
                "auto",
                &[
                    ("TERM", "xterm-256color"),
                    ("NO_COLOR", "1"),
                    ("CLICOLOR_FORCE", "1"),
                ],
                Indexed,
            ),
            (
                "auto",
                &[
                    ("TERM", "xterm-256color"),
                    ("NO_COLOR", "1"),
                    ("CLICOLOR_FORCE", "0"),
                ],
                None,
            ),
            (
                "never",
                &[("TERM", "xterm-256color"), ("CLICOLOR_FORCE", "1")],
                None,
            ),
            (
                "16",
                &[("TERM", "xterm-256color"), ("NO_COLOR", "1")],
                Sixteen,
            ),
            ("256", &[("TERM", "dumb")], Indexed),
            ("TrueColor", &[], TrueColour),
        ];
        for (choice, environment, level) in table {
            let lookup = |name: &str| {
                environment
                    .iter()
                    .find(|(known, _)| *known == name)
                    .map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(
                detect(choice.parse().unwrap(), lookup),
                *level,
                "{choice} {environment:?}"
            );
        }
        assert!(
            "sometimes"
                .parse::<ColourChoice>()
                .unwrap_err()
                .to_string()
                .contains("sometimes")
        );
    }

    #[test]
    fn a_colour_becomes_the_nearest_that_the_terminal_shows() {
        for (colour, level, shown) in [
            (Color::Rgb(1, 2, 3), TrueColour, Color::Rgb(1, 2, 3)),
            (Color::Rgb(255, 0, 0), Indexed, Color::Indexed(196)),
            (Color::Rgb(128, 128, 128), Indexed, Color::Indexed(244)),
            (Color::Rgb(200, 20, 30), Sixteen, Color::Indexed(1)),
            (Color::Rgb(90, 0, 0), Sixteen, Color::Indexed(1)),
            (Color::Rgb(20, 20, 20), Sixteen, Color::Indexed(0)),
            (Color::Rgb(255, 200, 0), Sixteen, Color::Indexed(3)),
            (Color::Indexed(196), Sixteen, Color::Indexed(9)),
            (Color::Indexed(9), Sixteen, Color::Indexed(9)),
            (Color::LightRed, Sixteen, Color::LightRed),
            (Color::LightRed, None, Color::Reset),
            (Color::Reset, TrueColour, Color::Reset),
        ] {
            assert_eq!(degrade(colour, level), shown, "{colour:?} {level:?}");
        }
    }
}
