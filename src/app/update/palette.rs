//! The palette: every command of the place, by name, word or key.

use super::run;
use crate::app::command::{Command, CommandSpec, Topic, commands_in, matching};
use crate::app::effect::Effect;
use crate::app::place::Places;
use crate::app::state::{Notice, Overlay, Palette, State};

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

/// The commands of a place that fit a query: those that have something to do, best first. Before anything
/// is typed what can be done with what is selected comes first, and moving about last, which nobody looks
/// for here.
fn hits(state: &State, about: Places, typed: &str) -> Vec<Command> {
    let offered: Vec<&CommandSpec> = commands_in(about)
        .filter(|spec| spec.command != Command::Palette && (spec.target)(state).is_some())
        .collect();
    let mut fitting = matching(&state.keymap, &offered, typed);
    if typed.trim().is_empty() {
        let place = |topic| Topic::TOLD.iter().position(|told| *told == topic);
        fitting.sort_by_key(|spec| (spec.topic == Topic::Move, place(spec.topic)));
    }
    let mut hits = Vec::new();
    for spec in fitting {
        if !hits.contains(&spec.command) {
            hits.push(spec.command);
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
