//! The help, and the list of a file's faults.

use crate::app::command::{COMMANDS, CommandSpec, Topic, commands_in, matching};
use crate::app::effect::Effect;
use crate::app::keymap::Keymap;
use crate::app::line::InputLine;
use crate::app::state::{Help, Overlay, State};

/// Opens the help for where the user is.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let about = state.place();
    state.overlays.push(Overlay::Help(Help {
        about,
        line: InputLine::default(),
        fits: None,
        scroll: 0,
    }));
    Vec::new()
}

/// Narrows the help to what fits the typed words; what fits elsewhere stands below it.
pub(super) fn typed(state: &mut State) -> Vec<Effect> {
    if let Some(Overlay::Help(help)) = state.overlays.last_mut() {
        help.scroll = 0;
        let typed = !help.line.text().trim().is_empty();
        help.fits = typed.then(|| fitting(&state.keymap, help));
    }
    Vec::new()
}

fn fitting(keymap: &Keymap, help: &Help) -> [Vec<&'static str>; 2] {
    let here: Vec<&CommandSpec> = commands_in(help.about).collect();
    let elsewhere: Vec<&CommandSpec> = COMMANDS
        .iter()
        .filter(|spec| !spec.places.has(help.about) && spec.topic != Topic::Overlay)
        .collect();
    [here, elsewhere].map(|offered| {
        let found = matching(keymap, &offered, help.line.text());
        found.into_iter().map(|spec| spec.name).collect()
    })
}

/// Takes the typed words away; false where there are none.
pub(super) fn clear(state: &mut State) -> bool {
    let Some(Overlay::Help(help)) = state.overlays.last_mut() else {
        return false;
    };
    let typed = !help.line.is_empty();
    help.line = InputLine::default();
    help.fits = None;
    typed
}

/// Opens the list of what is wrong with the file.
pub(super) fn open_faults(state: &mut State) -> Vec<Effect> {
    state.overlays.push(Overlay::Faults { scroll: 0 });
    Vec::new()
}
