//! The registry holds together, and everything that is made from it can be trusted.

use std::collections::BTreeSet;
use std::path::Path;

use super::{COMMANDS, Command, CommandSpec, Topic, commands_in};
use crate::app::key::Key;
use crate::app::keymap::{markdown_table, parse, shown};
use crate::app::place::Places;

/// Every place that keys can go to.
const PLACES: &[(&str, Places)] = &[
    ("themes", Places::THEMES),
    ("priorities", Places::PRIORITIES),
    ("indicators", Places::INDICATORS),
    ("actions", Places::ACTIONS),
    ("the page of a priority", Places::PRIORITY_PAGE),
    ("another page", Places::OTHER_PAGE),
    ("the filter", Places::FILTER),
    ("the finder", Places::FINDER),
    ("the palette", Places::PALETTE),
    ("the help", Places::HELP),
    ("the copy view", Places::COPY_VIEW),
    ("a question", Places::QUESTION),
    ("a note", Places::NOTE),
    ("the faults", Places::FAULTS),
    ("a conflict", Places::CONFLICT),
    ("a text out of two", Places::MERGE),
    ("a form", Places::FORM),
    ("a list in a form", Places::FORM_LIST),
    ("the recommendations", Places::RECOMMENDATIONS),
    ("the matrix", Places::MATRIX),
    ("the exceptions", Places::EXCEPTIONS),
    ("the overview", Places::OVERVIEW),
    ("the programme", Places::PROGRAMME),
    ("the history", Places::HISTORY),
    ("the meetings", Places::MEETINGS),
    ("the choice of a field", Places::FIELD_CHOICE),
    ("a preview", Places::PREVIEW),
    ("what a list is sorted by", Places::SORT),
    ("the columns of a list", Places::COLUMNS),
    ("the chips of a list", Places::CHIPS),
    ("the views", Places::VIEWS),
    ("the name of a view", Places::VIEW_NAME),
    ("the question where a view is kept", Places::KEEP_VIEW),
    ("the question for a role", Places::ROLE),
    ("the questions of a stage", Places::STAGE),
    ("an answer", Places::ANSWER),
    ("the choice of a file", Places::WELCOME),
    ("the line for a file", Places::FILE_LINE),
    ("a task of the round", Places::ROUND),
    ("a text of the round", Places::ROUND_TEXT),
];

#[test]
fn every_place_has_a_bit_of_its_own_and_is_tried_here() {
    for (number, (name, place)) in PLACES.iter().enumerate() {
        for (other, also) in &PLACES[number + 1..] {
            assert!(!place.has(*also), "{name} and {other} share a bit");
        }
    }
    let source = include_str!("../place.rs");
    let single = source.lines().filter(|line| {
        let bit = line.trim().split_once("= Self(").map(|(_, bit)| bit);
        bit.is_some_and(|bit| bit == "1);" || bit.starts_with("1 << "))
    });
    assert_eq!(single.count(), PLACES.len(), "a place is missing here");
}

/// The bindings of a place with the names of their commands.
fn bindings(place: Places) -> Vec<(Vec<Key>, &'static str)> {
    let specs = commands_in(place);
    specs
        .flat_map(|spec| spec.keys.iter().map(|keys| (parse(keys), spec.name)))
        .collect()
}

#[test]
fn every_command_stands_in_the_table() {
    let source = include_str!("../command.rs");
    let (_, declared) = source.split_once("pub enum Command {").unwrap();
    let (declared, _) = declared.split_once('}').unwrap();
    let declared: BTreeSet<String> = declared
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .map(|line| bare(line.trim_end_matches(',')))
        .collect();
    let listed: BTreeSet<String> = COMMANDS
        .iter()
        .map(|spec| bare(&format!("{:?}", spec.command)))
        .collect();
    assert_eq!(declared, listed);
}

/// The name of a command without the kind that it is of.
fn bare(command: &str) -> String {
    command.split('(').next().unwrap_or_default().to_owned()
}

#[test]
fn every_command_leads_to_its_own_entry() {
    for spec in COMMANDS {
        assert_eq!(spec.command.spec().command, spec.command, "{}", spec.name);
    }
}

#[test]
fn names_are_unique_and_can_be_typed() {
    let mut names = BTreeSet::new();
    for spec in COMMANDS {
        assert!(names.insert(spec.name), "{} is there twice", spec.name);
        let plain = |c: char| c.is_ascii_lowercase() || c == '-';
        assert!(spec.name.chars().all(plain), "{}", spec.name);
    }
}

#[test]
fn every_key_of_the_table_can_be_read() {
    for spec in COMMANDS {
        for keys in spec.keys {
            for key in keys.split(' ') {
                assert!(Key::parse(key).is_ok(), "{key} of {}", spec.name);
            }
        }
    }
}

#[test]
fn no_keys_ask_for_two_things_in_one_place_and_none_begin_others() {
    for (name, place) in PLACES {
        let bindings = bindings(*place);
        for (number, (keys, command)) in bindings.iter().enumerate() {
            for (others, other) in bindings.iter().skip(number + 1) {
                assert!(
                    !keys.starts_with(others) && !others.starts_with(keys),
                    "in {name}: {keys:?} of {command} and {others:?} of {other}"
                );
            }
        }
    }
}

#[test]
fn a_place_that_is_typed_into_binds_no_letter() {
    for (name, place) in PLACES
        .iter()
        .filter(|(_, place)| Places::TYPING.has(*place))
    {
        for (keys, command) in bindings(*place) {
            let letter = keys.iter().any(|key| matches!(key, Key::Char(_)));
            assert!(!letter, "{command} in {name}");
        }
    }
}

#[test]
fn nothing_is_bound_to_alt_or_function_keys_or_beyond_ascii() {
    for spec in COMMANDS {
        for keys in spec.keys {
            // Alt with a letter arrives as Escape and the letter, so nothing may begin with Escape
            // and go on. What AltGr types is beyond ASCII or has no key of its own on most layouts.
            let keys_read = parse(keys);
            let escapes = keys_read.first() == Some(&Key::Esc) && keys_read.len() > 1;
            assert!(!escapes, "{keys} of {}", spec.name);
            assert!(!keys.to_lowercase().contains("alt"), "{}", spec.name);
            for key in keys_read {
                let fine = match key {
                    Key::F(_) => false,
                    Key::Char(c) => {
                        (c.is_ascii_graphic() || c == ' ') && !"@\\|[]{}~^`#$€".contains(c)
                    }
                    _ => true,
                };
                assert!(fine, "{key} of {}", spec.name);
            }
        }
    }
}

#[test]
fn no_single_key_deletes() {
    // What it does behind its key is to ask; its own tests hold that.
    let asking = [Command::Delete, Command::DeleteView];
    let asks = |spec: &&CommandSpec| asking.contains(&spec.command);
    for spec in COMMANDS.iter().filter(|spec| !asks(spec)) {
        let deletes = ["delete", "remove"]
            .iter()
            .any(|word| spec.name.contains(word) || spec.doc.to_lowercase().contains(word));
        assert!(!deletes, "{} needs a question before it", spec.name);
    }
}

#[test]
fn every_command_is_documented_in_a_line_without_a_full_stop() {
    for spec in COMMANDS {
        let first = spec.doc.chars().next();
        assert!(first.is_some_and(char::is_uppercase), "{}", spec.name);
        assert!(!spec.doc.ends_with('.'), "{}", spec.name);
        assert!(!spec.doc.contains('\n'), "{}", spec.name);
        assert!(spec.doc.chars().count() <= 60, "{}", spec.name);
    }
}

#[test]
fn every_command_can_be_reached() {
    for spec in COMMANDS {
        let in_palette = Places::BASE.has(spec.places);
        assert!(
            !spec.keys.is_empty() || in_palette,
            "{} has no key, and the palette does not list it",
            spec.name
        );
        assert!(
            in_palette || spec.topic == Topic::Overlay,
            "{} is not in the palette",
            spec.name
        );
    }
}

#[test]
fn every_place_can_be_left_and_leads_out_of_the_program() {
    for (name, place) in PLACES {
        let bindings = bindings(*place);
        for key in [Key::Esc, Key::Ctrl('c')] {
            assert!(
                bindings.iter().any(|(keys, _)| keys == &[key]),
                "{key} in {name}"
            );
        }
    }
}

#[test]
fn the_key_table_has_a_row_for_every_command() {
    let table = markdown_table();
    let rows: Vec<&str> = table.lines().skip(2).collect();
    assert_eq!(rows.len(), COMMANDS.len());
    for (row, spec) in rows.iter().zip(COMMANDS) {
        assert!(row.contains(spec.doc), "{row}");
        assert!(row.contains(&format!("| {} |", spec.name)), "{row}");
        for keys in spec.keys {
            assert!(row.contains(&format!("`{}`", shown(keys, false))), "{row}");
        }
        assert_eq!(row.matches(" | ").count(), 2, "{row}");
    }
}

#[test]
fn the_readme_shows_the_key_table() {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = std::fs::read_to_string(readme).unwrap_or_default();
    let Some((_, behind)) = text.split_once("<!-- keys -->") else {
        return;
    };
    let (table, _) = behind.split_once("<!-- /keys -->").unwrap();
    assert_eq!(table.trim(), markdown_table().trim());
}
