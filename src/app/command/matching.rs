//! Commands by what people type: a key, a name, another word for it, a word of what it does.

use super::CommandSpec;
use crate::app::key::Key;
use crate::app::keymap::Keymap;
use crate::search::{Field, FieldName, Glossary, Grammar, Prepared, Query, Searcher};

/// The commands among those offered that fit what is typed, best first: those on exactly this key, those
/// on the key that is written so (`ctrl-f`, `^f`, `pgdn`), then by words. Nothing typed fits all.
pub fn matching(
    keymap: &Keymap,
    offered: &[&'static CommandSpec],
    typed: &str,
) -> Vec<&'static CommandSpec> {
    let typed = typed.trim();
    let mut fitting = by_key(keymap, offered, typed);
    for spec in by_words(offered, typed) {
        add(&mut fitting, spec);
    }
    fitting
}

/// Adds a command that is not among them yet.
fn add(found: &mut Vec<&'static CommandSpec>, spec: &'static CommandSpec) {
    if !found.iter().any(|other| other.name == spec.name) {
        found.push(spec);
    }
}

fn by_key(
    keymap: &Keymap,
    offered: &[&'static CommandSpec],
    typed: &str,
) -> Vec<&'static CommandSpec> {
    let mut found = Vec::new();
    for meant in meant(typed) {
        let bound = |spec: &&&CommandSpec| keymap.keys(spec).contains(&meant);
        for spec in offered.iter().filter(bound) {
            add(&mut found, spec);
        }
    }
    found
}

/// The keys that a text can mean: each letter as it stands (`gg`), the words for keys (`g home`), and
/// the same letters in the other case.
fn meant(typed: &str) -> Vec<Vec<Key>> {
    let letters = |text: &str| {
        let keys = text.chars().filter(|c| !c.is_whitespace()).map(Key::Char);
        keys.collect::<Vec<Key>>()
    };
    let words: Vec<Key> = typed
        .split_whitespace()
        .filter_map(|word| Key::parse(word).ok())
        .collect();
    let all_read = words.len() == typed.split_whitespace().count();
    let mut meant = vec![letters(typed)];
    if all_read {
        meant.push(words);
    }
    meant.extend([
        letters(&typed.to_lowercase()),
        letters(&typed.to_uppercase()),
    ]);
    meant.retain(|keys| !keys.is_empty());
    meant
}

fn by_words(offered: &[&'static CommandSpec], typed: &str) -> Vec<&'static CommandSpec> {
    let glossary = Glossary::empty();
    let document = |spec: &&CommandSpec| {
        let name = spec.name.replace('-', " ");
        let fields = [
            Field::new(FieldName::Title, &name),
            Field::new(FieldName::OtherName, spec.synonyms),
            Field::new(FieldName::Prose("doc"), spec.doc),
        ];
        Prepared::new(&fields, &glossary)
    };
    let documents: Vec<Prepared> = offered.iter().map(document).collect();
    let Ok(query) = Query::parse(typed, &Grammar::WORDS) else {
        return Vec::new();
    };
    let found = Searcher::new(&documents).search(&query, &|_, _| true);
    let ranked = found.all().iter();
    ranked
        .filter_map(|ranked| offered.get(ranked.index).copied())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::commands_in;
    use crate::app::place::Places;

    fn first(typed: &str) -> &'static str {
        let offered: Vec<_> = commands_in(Places::PRIORITIES).collect();
        matching(&Keymap::default(), &offered, typed)
            .first()
            .map_or("", |spec| spec.name)
    }

    #[test]
    fn a_command_is_found_by_its_key_however_that_is_written() {
        for (typed, name) in [
            ("ctrl-f", "find"),
            ("Ctrl-F", "find"),
            ("^f", "find"),
            ("c-f", "find"),
            ("gg", "first"),
            ("g g", "first"),
            ("home", "first"),
            ("R", "rate-red"),
            ("u", "undo"),
            ("pagedown", "page-down"),
            ("?", "help"),
        ] {
            assert_eq!(first(typed), name, "{typed}");
        }
    }

    #[test]
    fn a_command_is_found_by_its_name_by_another_word_and_by_what_it_does() {
        for (typed, name) in [
            ("rate red", "rate-red"),
            ("rate-red", "rate-red"),
            ("revert", "undo"),
            ("clipboard", "copy"),
            ("half page", "half-page-down"),
            ("as it stood", "earlier-period"),
        ] {
            assert_eq!(first(typed), name, "{typed}");
        }
    }

    #[test]
    fn what_fits_nothing_finds_nothing_and_nothing_typed_finds_all() {
        let offered: Vec<_> = commands_in(Places::PRIORITIES).collect();
        assert!(matching(&Keymap::default(), &offered, "zzqqx").is_empty());
        assert_eq!(
            matching(&Keymap::default(), &offered, "").len(),
            offered.len()
        );
    }
}
