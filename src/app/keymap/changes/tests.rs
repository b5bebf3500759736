//! Changes, and what of them cannot be used.

use super::*;
use crate::app::keymap::{Resolution, parse};

/// Changes as the settings write them: `command: key, key; command: key`.
fn changes(text: &str) -> Vec<Change> {
    let parts = text.split(';').map(str::trim).filter(|it| !it.is_empty());
    let change = |part: &str| {
        let (command, keys) = part.split_once(':').unwrap();
        let keys = keys.split(',').map(str::trim).filter(|it| !it.is_empty());
        Change {
            command: command.trim().to_owned(),
            keys: keys.map(str::to_owned).collect(),
        }
    };
    parts.map(change).collect()
}

fn asked(map: &Keymap, keys: &str, place: Places) -> Option<&'static str> {
    match map.resolve(&parse(keys), place) {
        Resolution::Command(spec) => Some(spec.name),
        Resolution::More | Resolution::Nothing => None,
    }
}

#[test]
fn a_change_takes_the_place_of_the_keys_and_of_nothing_else() {
    let (map, refused) = Keymap::with(&changes("find: f5, g /; verify: f6; copy-page:"));
    assert_eq!(refused, []);
    for (keys, place, command) in [
        ("f5", Places::PRIORITIES, Some("find")),
        ("g /", Places::HISTORY, Some("find")),
        ("ctrl-f", Places::PRIORITIES, None),
        ("f6", Places::HISTORY, Some("verify")),
        ("f6", Places::PRIORITIES, None),
        ("Y", Places::PRIORITIES, None),
        ("g g", Places::PRIORITIES, Some("first")),
        ("R", Places::PRIORITIES, Some("rate-red")),
    ] {
        assert_eq!(asked(&map, keys, place), command, "{keys}");
    }
    assert_eq!(map.named(Command::Find, Places::ACTIONS, false), "F5");
    assert_eq!(
        map.named(Command::CopyPage, Places::ACTIONS, false),
        ":copy-page"
    );
}

#[test]
fn two_commands_can_swap_their_keys() {
    let (map, refused) = Keymap::with(&changes("rate-red: G; rate-green: R"));
    assert_eq!(refused, []);
    assert_eq!(asked(&map, "R", Places::PRIORITIES), Some("rate-green"));
    assert_eq!(asked(&map, "G", Places::PRIORITIES), Some("rate-red"));
}

#[test]
fn what_cannot_be_used_is_said_with_a_remedy_and_costs_nothing_else() {
    for (text, said) in [
        (
            "fnid: f5",
            "0: there is no command “fnid”. Did you mean “find”?",
        ),
        (
            "zzzzzzzzz: x",
            "0: there is no command “zzzzzzzzz”. “scrutineer config keys” lists all of them",
        ),
        (
            "find: pgdwn",
            "0.0: “pgdwn” is no key. Did you mean “pgdn”?",
        ),
        (
            "find: gf",
            "0.0: “gf” is no key. For one key after the other write “g f”",
        ),
        (
            "find: alt-f",
            "0.0: “alt-f” is no key. Alt cannot be told from Escape on a slow line; use Ctrl",
        ),
        (
            "find: ctrl-i",
            "0.0: no terminal sends Ctrl-i. Terminals send the same for Tab: write that, or another letter",
        ),
        (
            "find: ctrl-1",
            "0.0: no terminal sends Ctrl-1. Use a letter with Ctrl",
        ),
        (
            "find: esc x",
            "0.0: “esc x” begins with Esc, which terminals send before other keys too. Begin with a letter",
        ),
        (
            "accept: x",
            "0.0: “x” is a letter like others in a line that is typed, where accept is asked for. Use a key with Ctrl, or a named one",
        ),
        ("back:", "0: “back” cannot be without a key. Name one"),
        ("palette:", "0: “palette” cannot be without a key. Name one"),
        (
            "quit-now:",
            "0: “quit-now” cannot be without a key. Name one",
        ),
        ("yes:", "0: “yes” cannot be without a key. Name one"),
    ] {
        let (map, refused) = Keymap::with(&changes(text));
        let found: Vec<String> = refused.iter().map(one_line).collect();
        assert_eq!(found, [said]);
        assert_eq!(map, Keymap::default(), "{text}");
    }
}

fn one_line(refused: &Refused) -> String {
    let key = refused.key.map(|key| format!(".{key}")).unwrap_or_default();
    format!(
        "{}{key}: {}. {}",
        refused.change, refused.message, refused.mend
    )
}

#[test]
fn a_key_that_another_command_has_there_is_left_out_and_both_are_named() {
    let (map, refused) = Keymap::with(&changes("find: q, f5; verify: g; note: f5"));
    let found: Vec<String> = refused
        .iter()
        .map(|it| format!("{}: {}", it.change, it.message))
        .collect();
    assert_eq!(
        found,
        [
            "0: “q” of find is the key of quit too",
            "1: “g” of verify and “gg” of first begin alike, so that one is never reached",
            "2: “F5” of note is the key of find too",
        ]
    );
    assert!(
        refused[0]
            .mend
            .starts_with("Change quit as well, or take a free key such as “")
    );
    // The rest counts.
    assert_eq!(asked(&map, "f5", Places::PRIORITIES), Some("find"));
    assert_eq!(asked(&map, "q", Places::PRIORITIES), Some("quit"));
    assert_eq!(asked(&map, "n", Places::PRIORITIES), Some("note"));
}

#[test]
fn the_key_that_is_offered_instead_is_free() {
    for spec in COMMANDS {
        let map = Keymap::default();
        let Some(key) = free(&map, spec) else {
            continue;
        };
        let text = key.to_string().to_lowercase();
        let text = if matches!(key, Key::Ctrl(_)) {
            text
        } else {
            key.to_string()
        };
        let (_, refused) = Keymap::with(&changes(&format!("{}: {text}", spec.name)));
        assert_eq!(refused, [], "{} {key}", spec.name);
    }
}

#[test]
fn a_clash_that_a_refused_change_brings_about_is_said_too() {
    // “note” could have q only if quit had given it up.
    let (map, refused) = Keymap::with(&changes("note: q; quit: R"));
    assert_eq!(refused.len(), 2);
    assert_eq!(map, Keymap::default());
}

#[test]
fn whatever_is_changed_no_keys_ask_for_two_things_in_one_place() {
    let mut chance = fastrand::Rng::with_seed(6);
    let keys: Vec<&str> = COMMANDS
        .iter()
        .flat_map(|spec| spec.keys.iter().copied())
        .collect();
    for _ in 0..200 {
        let mut some = Vec::new();
        for _ in 0..chance.usize(1..12) {
            let command = COMMANDS[chance.usize(..COMMANDS.len())].name.to_owned();
            if some.iter().any(|it: &Change| it.command == command) {
                continue;
            }
            let keys = (0..chance.usize(..3)).map(|_| keys[chance.usize(..keys.len())].to_owned());
            some.push(Change {
                command,
                keys: keys.collect(),
            });
        }
        let (map, _) = Keymap::with(&some);
        for (spec, keys) in map.entries() {
            assert!(!keys.is_empty() || may_be_keyless(spec), "{some:?}");
            for keys in keys {
                assert!(holder(&map, spec, keys).is_none(), "{some:?}");
            }
        }
    }
}
