//! The help, and the list of a file's faults.

use crate::app::effect::Effect;
use crate::app::state::{Overlay, State};

/// Opens the help for where the user is.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let about = state.place();
    state.overlays.push(Overlay::Help { about, scroll: 0 });
    Vec::new()
}

/// Opens the list of what is wrong with the file.
pub(super) fn open_faults(state: &mut State) -> Vec<Effect> {
    state.overlays.push(Overlay::Faults { scroll: 0 });
    Vec::new()
}
