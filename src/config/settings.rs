//! Every setting: its name, what it means, how it is read and shown.

use toml::Spanned;
use toml::de::DeValue;

use super::read::{Wrong, one_of, text, yes_or_no};
use super::{Config, colours, keys};

/// One setting.
pub struct Setting {
    /// Its key in the file.
    pub key: &'static str,
    /// What it means, in a line; of a table in several.
    pub doc: &'static str,
    /// Whether it is a table, with a line for each of its entries.
    pub is_table: bool,
    /// A value as it could stand in the file; of a table its lines.
    pub example: &'static str,
    /// Takes its value into the settings, or says what is wrong with it.
    pub(super) read: fn(&mut Config, &Spanned<DeValue<'_>>, &str) -> Vec<Wrong>,
    /// The value that counts as it would stand in the file, of a table its lines; `None` where it is not
    /// set.
    pub shown: fn(&Config) -> Option<String>,
}

/// The roles that a user can have: who may sign, and whose turn it is.
pub const ROLES: &[&str] = &["officer", "director", "adviser", "board"];

/// The themes of the interface; a test of `tui` holds that it has these and no others.
pub const THEMES: &[&str] = &[
    "terminal",
    "dark",
    "light",
    "high-contrast",
    "colour-blind",
    "colour-blind-light",
    "monochrome",
];

/// All settings, in the order in which they are shown.
pub static SETTINGS: &[Setting] = &[
    Setting {
        key: "name",
        doc: "Your name, for approvals and the history; without it the system's user name stands there",
        is_table: false,
        example: "\"J. Harris\"",
        read: |config, value, _| text(value, &mut config.name),
        shown: |config| quoted(&config.name),
    },
    Setting {
        key: "role",
        doc: "What you are: officer or director (who approve), adviser or board (who set stages)",
        is_table: false,
        example: "\"officer\"",
        read: |config, value, _| one_of(value, ROLES, &mut config.role),
        shown: |config| quoted(&config.role),
    },
    Setting {
        key: "theme",
        doc: "The colours: terminal (its own sixteen), dark, light, high-contrast, colour-blind, …",
        is_table: false,
        example: "\"dark\"",
        read: |config, value, _| one_of(value, THEMES, &mut config.theme),
        shown: |config| quoted(&config.theme),
    },
    Setting {
        key: "ascii",
        doc: "Draw with ASCII characters only, as --ascii does",
        is_table: false,
        example: "true",
        read: |config, value, _| yes_or_no(value, &mut config.ascii),
        shown: |config| config.ascii.then(|| "true".to_owned()),
    },
    Setting {
        key: "mouse",
        doc: "Let the mouse click, scroll and drag from the start, as --mouse does",
        is_table: false,
        example: "true",
        read: |config, value, _| yes_or_no(value, &mut config.mouse),
        shown: |config| config.mouse.then(|| "true".to_owned()),
    },
    // Tables stand behind all other settings: what follows one in the file belongs to it.
    Setting {
        key: "colours",
        doc: "Your own colours over the theme's: #rrggbb, default, or one of the sixteen (black, red …\nbright-white); faint, accent, matched, met, close, missed, and the chips red, amber, green, blue",
        is_table: true,
        example: "accent = \"#00afd7\"\namber = \"bright-yellow\"",
        read: |config, value, _| colours::read(config, value),
        shown: colours::shown,
    },
    Setting {
        key: "keys",
        doc: "Your own keys by the command's name, instead of those that it has: “scrutineer config keys”\nlists them; several in a list, one typed after the other with a blank between, [] for none",
        is_table: true,
        example: "find = [\"f5\", \"g /\"]\ncopy-page = []",
        read: keys::read,
        shown: keys::shown,
    },
];

/// A text as TOML writes it; JSON's escapes are TOML's too.
fn quoted(text: &str) -> Option<String> {
    let quoted = serde_json::to_string(text).ok();
    quoted.filter(|_| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::read::read;
    use super::*;

    #[test]
    fn every_setting_reads_its_own_example_and_shows_it_again() {
        for setting in SETTINGS {
            let text = if setting.is_table {
                format!("[{}]\n{}", setting.key, setting.example)
            } else {
                format!("{} = {}", setting.key, setting.example)
            };
            let (config, troubles) = read(&text);
            assert_eq!(troubles, [], "{}", setting.key);
            assert_eq!(
                (setting.shown)(&config).as_deref(),
                Some(setting.example),
                "{}",
                setting.key
            );
            assert_eq!((setting.shown)(&Config::default()), None, "{}", setting.key);
        }
    }

    #[test]
    fn a_name_with_quotes_and_accents_is_shown_as_it_can_be_read() {
        let name = "José \"Joe\" O\\Neill\t\u{1}";
        let config = Config {
            name: name.to_owned(),
            ..Config::default()
        };
        let shown = (SETTINGS[0].shown)(&config).unwrap();
        let (again, troubles) = read(&format!("name = {shown}"));
        assert_eq!((again.name.as_str(), troubles), (name, Vec::new()));
    }
}
