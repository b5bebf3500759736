//! The copy view: a page as bare text over the whole screen, for the terminal's own selection.

use crate::app::document::{behind, document};
use crate::app::effect::Effect;
use crate::app::state::{About, CopyView, Notice, Overlay, State};

/// The page that is open, else the one that `Enter` would open.
pub(super) fn shown(state: &State) -> Option<About> {
    let open = state.page().map(|page| page.about.clone());
    open.or_else(|| behind(state))
}

/// Shows the page without borders. The mouse is the terminal's meanwhile, for it is to select.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let about = shown(state).filter(|about| document(state, about).is_some());
    let Some(about) = about else {
        state.notice = Some(Notice::warning("There is no page here"));
        return Vec::new();
    };
    let scroll = state.page().map_or(0, |page| page.scroll);
    let view = CopyView { about, scroll };
    state.overlays.push(Overlay::CopyView(view));
    mouse(state, false)
}

/// The mouse is listened to again.
pub(super) fn closed(state: &State) -> Vec<Effect> {
    mouse(state, true)
}

fn mouse(state: &State, on: bool) -> Vec<Effect> {
    state
        .mouse
        .then_some(Effect::Mouse(on))
        .into_iter()
        .collect()
}
