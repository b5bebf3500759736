//! What a user changes about the keys, held against the registry.
//!
//! All changes count together, so that two commands can swap their keys. What cannot be used is left out
//! and said: a command that there is not, a text that is no key, a key that something else has in the
//! same place, and whatever would leave no way out of a place. The other changes count all the same.

use super::{Keymap, words};
use crate::app::command::{COMMANDS, Command, CommandSpec};
use crate::app::key::{Key, names};
use crate::app::place::Places;
use crate::search::nearest;

/// The keys that somebody wants for a command, instead of those of the registry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// The command's name.
    pub command: String,
    /// Its keys; several typed one after the other stand with blanks between (`g g`).
    pub keys: Vec<String>,
}

/// Something in the changes that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Which change, by its place among them.
    pub change: usize,
    /// Which of its keys; `None` where the command is meant.
    pub key: Option<usize>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub mend: String,
}

/// A change that can be made, if nothing clashes.
struct Wanted {
    /// Which change, by its place among them.
    change: usize,
    /// Which command, by its place in the registry.
    at: usize,
    /// The keys, each with its place in the change.
    keys: Vec<(usize, Vec<Key>)>,
}

impl Wanted {
    fn spec(&self) -> &'static CommandSpec {
        &COMMANDS[self.at]
    }
}

impl Keymap {
    /// The registry's keys with these changes, and what of them could not be used, in their order.
    pub fn with(changes: &[Change]) -> (Self, Vec<Refused>) {
        let mut refused = Vec::new();
        let mut wanted: Vec<Wanted> = Vec::new();
        for (change, of) in changes.iter().enumerate() {
            wanted.extend(read(change, of, &mut refused));
        }
        loop {
            let map = merged(&wanted);
            // The last change gives way, so that what stands first in the file stays.
            let mut clashing = wanted.iter().enumerate().rev();
            let found = clashing.find_map(|(nth, wanted)| {
                let clash = clash(&map, wanted)?;
                Some((nth, clash))
            });
            let Some((nth, (place, message, mend))) = found else {
                refused.sort_by_key(|it| (it.change, it.key));
                return (map, refused);
            };
            refused.push(Refused {
                change: wanted[nth].change,
                key: Some(wanted[nth].keys[place].0),
                message,
                mend,
            });
            wanted[nth].keys.remove(place);
            if wanted[nth].keys.is_empty() {
                wanted.remove(nth);
            }
        }
    }
}

/// The registry's keys with changes put over them.
fn merged(wanted: &[Wanted]) -> Keymap {
    let mut map = Keymap::default();
    for it in wanted {
        map.keys[it.at] = it.keys.iter().map(|(_, keys)| keys.clone()).collect();
    }
    map
}

/// Understands one change; `None` where nothing of it can be used.
fn read(change: usize, of: &Change, refused: &mut Vec<Refused>) -> Option<Wanted> {
    let mut refuse = |key: Option<usize>, message: String, mend: String| {
        refused.push(Refused {
            change,
            key,
            message,
            mend,
        });
    };
    let Some(at) = COMMANDS.iter().position(|spec| spec.name == of.command) else {
        let mend = match nearest(&of.command, COMMANDS.iter().map(|spec| spec.name)) {
            Some(name) => format!("Did you mean “{name}”?"),
            None => "“scrutineer config keys” lists all of them".to_owned(),
        };
        refuse(None, format!("there is no command “{}”", of.command), mend);
        return None;
    };
    let spec = &COMMANDS[at];
    if of.keys.is_empty() && !may_be_keyless(spec) {
        let message = format!("“{}” cannot be without a key", spec.name);
        refuse(None, message, "Name one".to_owned());
        return None;
    }
    let mut keys = Vec::new();
    for (place, text) in of.keys.iter().enumerate() {
        match sequence(text).and_then(|keys| fitting(spec, text, keys)) {
            Ok(read) => keys.push((place, read)),
            Err((message, mend)) => refuse(Some(place), message, mend),
        }
    }
    let usable = of.keys.is_empty() || !keys.is_empty();
    usable.then_some(Wanted { change, at, keys })
}

/// Whether a command can do without a key: the palette has it, and nobody is lost where there is no
/// palette.
fn may_be_keyless(spec: &CommandSpec) -> bool {
    let leads_out = match spec.command {
        Command::Back | Command::Palette => true,
        // The one that works in every place.
        Command::Quit => spec.places.has(Places::TYPING),
        _ => false,
    };
    Places::BASE.has(spec.places) && !leads_out
}

/// What is wrong, and what to do.
type Wrong = (String, String);

/// The keys of a text.
fn sequence(text: &str) -> Result<Vec<Key>, Wrong> {
    text.split_whitespace()
        .map(one)
        .collect::<Result<_, _>>()
        .and_then(|keys: Vec<Key>| {
            if keys.is_empty() {
                let mend = "Write the key's name; for the palette alone an empty list: []";
                return Err(("an empty text is no key".to_owned(), mend.to_owned()));
            }
            Ok(keys)
        })
}

/// One key.
fn one(text: &str) -> Result<Key, Wrong> {
    let key = Key::parse(text).map_err(|unknown| {
        let letters = text.chars().count() == 2 && text.chars().all(char::is_alphanumeric);
        let mend = match nearest(text, names()) {
            _ if letters => {
                let parted: Vec<String> = text.chars().map(String::from).collect();
                format!("For one key after the other write “{}”", parted.join(" "))
            }
            _ if text.to_lowercase().starts_with("alt-") => {
                "Alt cannot be told from Escape on a slow line; use Ctrl".to_owned()
            }
            Some(name) => format!("Did you mean “{name}”?"),
            None => "Write a character, ctrl-x, or a name such as enter, pgdn or f5".to_owned(),
        };
        (format!("“{}” is no key", unknown.text), mend)
    })?;
    match key {
        Key::Ctrl(with) if sent_as(with) != Some(key) => {
            let mend = match sent_as(with) {
                Some(other) => {
                    format!("Terminals send the same for {other}: write that, or another letter")
                }
                None => "Use a letter with Ctrl".to_owned(),
            };
            Err((format!("no terminal sends {key}"), mend))
        }
        key => Ok(key),
    }
}

/// What a terminal sends for a character with Ctrl, if it sends anything.
fn sent_as(with: char) -> Option<Key> {
    match with {
        'h' => Some(Key::Backspace),
        'i' => Some(Key::Tab),
        'm' => Some(Key::Enter),
        '[' => Some(Key::Esc),
        'a'..='z' | ' ' | '\\' | ']' | '^' | '_' => Some(Key::Ctrl(with)),
        _ => None,
    }
}

/// The keys, if a command can have them at all.
fn fitting(spec: &CommandSpec, text: &str, keys: Vec<Key>) -> Result<Vec<Key>, Wrong> {
    if keys.len() > 1 && keys[0] == Key::Esc {
        let message =
            format!("“{text}” begins with Esc, which terminals send before other keys too");
        return Err((message, "Begin with a letter".to_owned()));
    }
    let letter = keys.iter().any(|key| matches!(key, Key::Char(_)));
    if letter && Places::TYPING.has(spec.places) {
        let message = format!(
            "“{text}” is a letter like others in a line that is typed, where {} is asked for",
            spec.name
        );
        return Err((message, "Use a key with Ctrl, or a named one".to_owned()));
    }
    Ok(keys)
}

/// The first key of a change that something else has where it would be asked for: which, what is wrong,
/// and what to do.
fn clash(map: &Keymap, wanted: &Wanted) -> Option<(usize, String, String)> {
    let spec = wanted.spec();
    let nth_and_other = wanted.keys.iter().enumerate().find_map(|(nth, (_, keys))| {
        let other = holder(map, spec, keys)?;
        Some((nth, keys, other))
    });
    let (nth, keys, (other, theirs)) = nth_and_other?;
    let shown = words(keys, false);
    let message = if *keys == theirs {
        format!(
            "“{shown}” of {} is the key of {} too",
            spec.name, other.name
        )
    } else {
        format!(
            "“{shown}” of {} and “{}” of {} begin alike, so that one is never reached",
            spec.name,
            words(&theirs, false),
            other.name
        )
    };
    let free = free(map, spec).map_or_else(String::new, |key| {
        format!(", or take a free key such as “{key}”")
    });
    Some((nth, message, format!("Change {} as well{free}", other.name)))
}

/// Who else is asked for by these keys, or by keys that begin with them or that they begin with, in a
/// place of the command.
fn holder(
    map: &Keymap,
    spec: &CommandSpec,
    keys: &[Key],
) -> Option<(&'static CommandSpec, Vec<Key>)> {
    map.entries()
        .filter(|(other, _)| other.name != spec.name && other.command != spec.command)
        .filter(|(other, _)| other.places.has(spec.places))
        .find_map(|(other, theirs)| {
            let theirs = theirs
                .iter()
                .find(|theirs| theirs.starts_with(keys) || keys.starts_with(theirs))?;
            Some((other, theirs.clone()))
        })
}

/// A key that nothing has in any place of a command.
fn free(map: &Keymap, spec: &CommandSpec) -> Option<Key> {
    let letters = ('a'..='z').flat_map(|c| [Key::Char(c), Key::Char(c.to_ascii_uppercase())]);
    let with_ctrl = ('a'..='z')
        .map(Key::Ctrl)
        .filter(|key| !matches!(key, Key::Ctrl('h' | 'i' | 'm')));
    let typing = Places::TYPING.has(spec.places);
    letters
        .filter(|_| !typing)
        .chain(with_ctrl)
        .find(|key| holder(map, spec, &[*key]).is_none())
}

/// What counts for a command, as `config keys` lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRow {
    /// The command's name.
    pub command: &'static str,
    /// What it does.
    pub doc: &'static str,
    /// Its keys.
    pub keys: Vec<String>,
    /// Those of the registry.
    pub default: Vec<String>,
}

impl Keymap {
    /// The whole table, in the registry's order.
    pub fn rows(&self, ascii: bool) -> Vec<KeyRow> {
        let default = Self::default();
        let row = |spec: &'static CommandSpec| KeyRow {
            command: spec.name,
            doc: spec.doc,
            keys: self.shown(spec, ascii),
            default: default.shown(spec, ascii),
        };
        COMMANDS.iter().map(row).collect()
    }
}

#[cfg(test)]
mod tests;
