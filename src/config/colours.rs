//! `[colours]`: the user's own colours, by what they mean.
//!
//! The slots are those of the interface's palette (`tui::theme::Palette`); a test there holds that there
//! are these and no others. What a colour looks like is the interface's business.

use toml::Spanned;
use toml::de::DeValue;

use super::Config;
use super::read::{Wrong, in_order, kind, suggestion, text};

/// Something that has a colour of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// What matters less: units, targets, borders.
    Faint,
    /// Focus, codes, links.
    Accent,
    /// Letters that a query matched.
    Matched,
    /// A target met, a message that something worked.
    Met,
    /// A target nearly met, a warning.
    Close,
    /// A target missed, something late, an error.
    Missed,
    /// The ground of red's chip.
    Red,
    /// The ground of amber's chip.
    Amber,
    /// The ground of green's chip.
    Green,
    /// The ground of blue's chip.
    Blue,
}

impl Slot {
    /// Every slot, in the order in which they are shown.
    pub const ALL: [Self; 10] = [
        Self::Faint,
        Self::Accent,
        Self::Matched,
        Self::Met,
        Self::Close,
        Self::Missed,
        Self::Red,
        Self::Amber,
        Self::Green,
        Self::Blue,
    ];

    /// Its key in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Faint => "faint",
            Self::Accent => "accent",
            Self::Matched => "matched",
            Self::Met => "met",
            Self::Close => "close",
            Self::Missed => "missed",
            Self::Red => "red",
            Self::Amber => "amber",
            Self::Green => "green",
            Self::Blue => "blue",
        }
    }
}

/// A colour as the settings name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// The terminal's own ink; for a chip: reversed.
    Default,
    /// One of the terminal's sixteen, by its number.
    Named(u8),
    /// Red, green and blue, 0 to 255.
    Rgb([u8; 3]),
}

/// The terminal's sixteen, by their numbers.
pub const NAMES: [&str; 16] = [
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "white",
    "bright-black",
    "bright-red",
    "bright-green",
    "bright-yellow",
    "bright-blue",
    "bright-magenta",
    "bright-cyan",
    "bright-white",
];

/// The word for the terminal's own ink.
const DEFAULT: &str = "default";

impl Colour {
    /// Reads a name (`bright-red`, `default`) or `#rrggbb`.
    fn read(text: &str) -> Option<Self> {
        let folded = text.to_ascii_lowercase();
        if folded == DEFAULT {
            return Some(Self::Default);
        }
        if let Some(number) = (0..).zip(NAMES).find(|(_, name)| *name == folded) {
            return Some(Self::Named(number.0));
        }
        let digits = folded.strip_prefix('#').filter(|it| it.len() == 6)?;
        let sound = digits.bytes().all(|it| it.is_ascii_hexdigit());
        let value = u32::from_str_radix(digits, 16).ok().filter(|_| sound)?;
        let [_, red, green, blue] = value.to_be_bytes();
        Some(Self::Rgb([red, green, blue]))
    }

    /// As it would stand in the file.
    fn shown(self) -> String {
        match self {
            Self::Default => DEFAULT.to_owned(),
            Self::Named(number) => NAMES[usize::from(number % 16)].to_owned(),
            Self::Rgb([red, green, blue]) => format!("#{red:02x}{green:02x}{blue:02x}"),
        }
    }
}

/// Takes the colours.
pub(super) fn read(config: &mut Config, value: &Spanned<DeValue<'_>>) -> Vec<Wrong> {
    let Some(table) = value.get_ref().as_table() else {
        return vec![Wrong {
            span: value.span(),
            message: format!("a table of colours is needed, not {}", kind(value)),
            mend: "Write [colours] on a line, and below it lines like accent = \"#00afd7\""
                .to_owned(),
        }];
    };
    let mut wrong = Vec::new();
    for (key, value) in in_order(table) {
        let slot = Slot::ALL.into_iter().find(|it| it.name() == key.get_ref());
        let Some(slot) = slot else {
            wrong.push(Wrong {
                span: key.span(),
                message: format!("nothing called “{}” has a colour", key.get_ref()),
                mend: suggestion(key.get_ref(), &Slot::ALL.map(Slot::name)),
            });
            continue;
        };
        let mut given = String::new();
        let no_text = text(value, &mut given);
        match Colour::read(&given) {
            _ if !no_text.is_empty() => wrong.extend(no_text),
            Some(colour) => config.colours.push((slot, colour)),
            None => wrong.push(Wrong {
                span: value.span(),
                message: format!("“{given}” is no colour"),
                mend: no_colour(&given),
            }),
        }
    }
    wrong
}

/// What to write instead.
fn no_colour(given: &str) -> String {
    let known: Vec<&str> = NAMES.into_iter().chain([DEFAULT]).collect();
    let near = suggestion(given, &known);
    if given.starts_with('#') || !near.ends_with('?') {
        return format!(
            "Write #rrggbb, {DEFAULT}, or one of the sixteen: black, red, … bright-white"
        );
    }
    near
}

/// The colours as they would stand in the file, a line each.
pub(super) fn shown(config: &Config) -> Option<String> {
    let lines: Vec<String> = config
        .colours
        .iter()
        .map(|(slot, colour)| format!("{} = \"{}\"", slot.name(), colour.shown()))
        .collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_read_by_name_or_by_red_green_and_blue() {
        for (text, colour) in [
            ("default", Some(Colour::Default)),
            ("Bright-Red", Some(Colour::Named(9))),
            ("black", Some(Colour::Named(0))),
            ("#00AFd7", Some(Colour::Rgb([0x00, 0xaf, 0xd7]))),
            ("#0af", None),
            ("#+0afd7", None),
            ("#00afd7f", None),
            ("reddish", None),
            ("", None),
        ] {
            assert_eq!(Colour::read(text), colour, "{text}");
            if let Some(colour) = colour {
                assert_eq!(Colour::read(&colour.shown()), Some(colour), "{text}");
            }
        }
    }
}
