//! From keys to commands: a pure function of what was typed and where.
//!
//! The keys are those of the registry, with what the user's settings change about them. Footer, help,
//! palette and every sentence that names a key ask the [`Keymap`], so that none of them names a key that
//! means something else here.

mod changes;

use super::command::{COMMANDS, Command, CommandSpec};
use super::key::Key;
use super::place::Places;

pub use changes::{Change, KeyRow, Refused};

/// What the keys typed so far amount to.
#[derive(Clone, Copy)]
pub enum Resolution {
    /// They ask for this.
    Command(&'static CommandSpec),
    /// They begin something; the next key decides.
    More,
    /// They mean nothing here.
    Nothing,
}

/// The keys that count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    /// The keys of each command, in the registry's order.
    keys: Vec<Vec<Vec<Key>>>,
}

impl Default for Keymap {
    /// The keys of the registry.
    fn default() -> Self {
        let of = |spec: &CommandSpec| spec.keys.iter().map(|keys| parse(keys)).collect();
        Self {
            keys: COMMANDS.iter().map(of).collect(),
        }
    }
}

impl Keymap {
    /// The commands with their keys, in the registry's order.
    fn entries(&self) -> impl Iterator<Item = (&'static CommandSpec, &[Vec<Key>])> {
        COMMANDS
            .iter()
            .zip(&self.keys)
            .map(|(spec, keys)| (spec, keys.as_slice()))
    }

    /// Resolves the keys typed in a place.
    pub fn resolve(&self, typed: &[Key], place: Places) -> Resolution {
        let mut begins = false;
        let here = self.entries().filter(|(spec, _)| spec.places.has(place));
        for (spec, keys) in here {
            for keys in keys {
                if keys == typed {
                    return Resolution::Command(spec);
                }
                begins |= keys.starts_with(typed);
            }
        }
        if begins {
            Resolution::More
        } else {
            Resolution::Nothing
        }
    }

    /// What may follow the keys typed in a place, with what it does.
    pub fn following(
        &self,
        typed: &[Key],
        place: Places,
        ascii: bool,
    ) -> Vec<(String, &'static CommandSpec)> {
        let here = self.entries().filter(|(spec, _)| spec.places.has(place));
        let rests = here.flat_map(|(spec, keys)| {
            let rests = keys.iter().filter_map(|keys| keys.strip_prefix(typed));
            rests.map(move |rest| (words(rest, ascii), spec))
        });
        rests.collect()
    }

    /// The keys of a command; none where only the palette has it.
    pub fn keys(&self, spec: &CommandSpec) -> &[Vec<Key>] {
        self.entries()
            .find(|(of, _)| of.name == spec.name)
            .map_or(&[], |(_, keys)| keys)
    }

    /// The keys of a command as people read them.
    pub fn shown(&self, spec: &CommandSpec, ascii: bool) -> Vec<String> {
        let keys = self.keys(spec);
        keys.iter().map(|keys| words(keys, ascii)).collect()
    }

    /// The first key of a command as a sentence names it: that of a place, else that of another; where it
    /// has none its name as the palette takes it (`:verify`).
    pub fn named(&self, command: Command, place: Places, ascii: bool) -> String {
        let of_command = || self.entries().filter(|(spec, _)| spec.command == command);
        let here = of_command().find(|(spec, keys)| spec.places.has(place) && !keys.is_empty());
        let found = here.or_else(|| of_command().find(|(_, keys)| !keys.is_empty()));
        match found.and_then(|(_, keys)| keys.first()) {
            Some(keys) => words(keys, ascii),
            None => format!(":{}", command.spec().name),
        }
    }
}

/// The keys of one binding. The table's keys can all be read (a test says so).
pub fn parse(keys: &str) -> Vec<Key> {
    keys.split(' ')
        .filter_map(|key| Key::parse(key).ok())
        .collect()
}

/// The keys of a command as people read them: `j`, `gg`, `Ctrl-f`.
pub fn shown(keys: &str, ascii: bool) -> String {
    words(&parse(keys), ascii)
}

fn words(keys: &[Key], ascii: bool) -> String {
    keys.iter()
        .map(|key| if ascii { key.ascii() } else { key.to_string() })
        .collect()
}

/// The key table of the README: one row a command.
pub fn markdown_table() -> String {
    let mut table = String::from("| keys | command | what it does |\n|---|---|---|\n");
    for spec in COMMANDS {
        let keys: Vec<String> = spec
            .keys
            .iter()
            .map(|keys| format!("`{}`", shown(keys, false).replace('|', "\\|")))
            .collect();
        let keys = if keys.is_empty() {
            "palette".to_owned()
        } else {
            keys.join(" ")
        };
        let row = [keys.as_str(), spec.name, spec.doc].join(" | ");
        table.extend([
            "| ", &row, " |
",
        ]);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::Command;

    fn asked(keys: &str, place: Places) -> Option<Command> {
        match Keymap::default().resolve(&parse(keys), place) {
            Resolution::Command(spec) => Some(spec.command),
            Resolution::More | Resolution::Nothing => None,
        }
    }

    #[test]
    fn the_same_key_means_what_the_place_says() {
        for (keys, place, command) in [
            ("tab", Places::PRIORITIES, Some(Command::NextPane)),
            ("tab", Places::PRIORITY_PAGE, Some(Command::NextHeading)),
            ("ctrl-p", Places::ACTIONS, Some(Command::Palette)),
            ("ctrl-p", Places::FINDER, Some(Command::PreviousHit)),
            ("y", Places::THEMES, Some(Command::Copy)),
            ("y", Places::QUESTION, Some(Command::Yes)),
            ("y", Places::NOTE, None),
            ("R", Places::PRIORITIES, Some(Command::RateRed)),
            ("R", Places::INDICATORS, None),
            ("g e", Places::FAULTS, Some(Command::Last)),
        ] {
            assert_eq!(asked(keys, place), command, "{keys}");
        }
    }

    #[test]
    fn the_beginning_of_keys_waits_for_more() {
        assert!(matches!(
            Keymap::default().resolve(&parse("g"), Places::PRIORITIES),
            Resolution::More
        ));
        assert!(matches!(
            Keymap::default().resolve(&parse("g"), Places::FINDER),
            Resolution::Nothing
        ));
        assert!(matches!(
            Keymap::default().resolve(&parse("g x"), Places::PRIORITIES),
            Resolution::Nothing
        ));
    }

    #[test]
    fn what_may_follow_a_key_is_told_with_what_it_does() {
        let following = |keys: &str, place| {
            let keymap = Keymap::default();
            let found = keymap.following(&parse(keys), place, false);
            let told = found
                .iter()
                .map(|(keys, spec)| format!("{keys} {}", spec.name));
            told.collect::<Vec<_>>().join(", ")
        };
        assert_eq!(following("g", Places::PRIORITIES), "g first, e last");
        assert_eq!(following("g", Places::FINDER), "");
    }

    #[test]
    fn keys_are_shown_as_people_read_them() {
        assert_eq!(shown("g g", false), "gg");
        assert_eq!(shown("ctrl-f", false), "Ctrl-f");
        assert_eq!(shown("down", false), "↓");
        assert_eq!(shown("down", true), "Down");
    }
}
