//! The palette: every command of the place, by name, word or key.

use super::run;
use crate::app::command::{Command, CommandSpec, commands_in};
use crate::app::effect::Effect;
use crate::app::keymap::Keymap;
use crate::app::place::Places;
use crate::app::state::{Notice, Overlay, Palette, State};
use crate::search::{Field, FieldName, Glossary, Grammar, Prepared, Query, Searcher};

/// Opens the palette over where the user is.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let about = state.place();
    let mut palette = Palette {
        about: Some(about),
        ..Palette::default()
    };
    palette.hits = hits(state, about, "");
    state.overlays.push(Overlay::Palette(palette));
    Vec::new()
}

/// Lists the commands that fit what is typed.
pub(super) fn typed(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Palette(palette)) = state.overlays.last() else {
        return Vec::new();
    };
    let found = hits(
        state,
        palette.about.unwrap_or(Places::BASE),
        palette.line.text(),
    );
    if let Some(Overlay::Palette(palette)) = state.overlays.last_mut() {
        palette.hits = found;
        palette.selected = 0;
    }
    Vec::new()
}

/// The commands of a place that fit a query: those that have something to do, best first. A key typed
/// as such finds its command.
fn hits(state: &State, about: Places, typed: &str) -> Vec<Command> {
    let offered: Vec<&CommandSpec> = commands_in(about)
        .filter(|spec| spec.command != Command::Palette && (spec.target)(state).is_some())
        .collect();
    let typed = typed.trim();
    let mut hits = by_key(&state.keymap, &offered, typed);
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
        return hits;
    };
    let found = Searcher::new(&documents).search(&query, &|_, _| true);
    for command in found
        .all()
        .iter()
        .filter_map(|ranked| offered.get(ranked.index))
        .map(|spec| spec.command)
    {
        if !hits.contains(&command) {
            hits.push(command);
        }
    }
    hits
}

/// The commands that a typed key asks for: those with exactly this key, then those that differ in
/// capitals alone (`ctrl-f`, `pgdn`).
fn by_key(keymap: &Keymap, offered: &[&CommandSpec], typed: &str) -> Vec<Command> {
    let typed: String = typed.split_whitespace().collect();
    let with = |fits: &dyn Fn(String) -> bool| {
        let asked = offered
            .iter()
            .filter(|spec| {
                let names = |ascii| keymap.shown(spec, ascii).into_iter();
                names(false).chain(names(true)).any(fits)
            })
            .map(|spec| spec.command);
        asked.collect::<Vec<Command>>()
    };
    let mut hits = with(&|key| key == typed);
    for command in with(&|key| key.eq_ignore_ascii_case(&typed)) {
        if !hits.contains(&command) {
            hits.push(command);
        }
    }
    hits
}

/// Runs the selected command where the palette was opened.
pub(super) fn accept(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Palette(palette)) = state.overlays.pop() else {
        return Vec::new();
    };
    let Some(command) = palette.hits.get(palette.selected) else {
        state.notice = Some(Notice::warning("No command fits that"));
        return Vec::new();
    };
    run(state, command.spec())
}
