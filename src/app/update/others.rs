//! What others do to the file while it is open here.

use super::{change, saved};
use crate::app::effect::Effect;
use crate::app::state::{Notice, NoticeTone, Overlay, State};
use crate::domain::finding::Fault;
use crate::domain::workspace::Workspace;

/// Somebody else changed the file: theirs is shown, with the pending steps on top. Selection, filter
/// and what is being typed stay.
pub(super) fn taken_in(state: &mut State, workspace: Workspace) -> Vec<Effect> {
    if mended(state) && *state.ledger.confirmed() == workspace {
        state.notice = Some(Notice::done("The file is there again, as it was"));
        return saved::send(state);
    }
    let refused = state.ledger.take_in(workspace);
    change::replaced(state);
    say(state);
    saved::after(state, refused, &[])
}

/// The file is there and understood: whether that is news.
pub(super) fn mended(state: &mut State) -> bool {
    let trouble = state.file.trouble.take().is_some();
    let faulty = !std::mem::take(&mut state.file.faults).is_empty();
    state
        .overlays
        .retain(|overlay| !matches!(overlay, Overlay::Faults { .. }));
    trouble || faulty
}

/// Says that others' changes are shown, behind what was just said of mine.
pub(super) fn say(state: &mut State) {
    let theirs = "Somebody else changed the file; their changes are shown now";
    let mine = state
        .notice
        .take()
        .filter(|notice| notice.tone == NoticeTone::Done);
    let both = mine.map_or_else(|| theirs.to_owned(), |it| format!("{}   {theirs}", it.text));
    state.notice = Some(Notice::warning(both));
}

/// The file cannot be read or understood as somebody left it. What was read before stays on screen.
pub(super) fn trouble(state: &mut State, reason: String, faults: Vec<Fault>) -> Vec<Effect> {
    let stays = "What was read before stays here";
    state.notice = Some(Notice::error(if faults.is_empty() {
        format!("{stays}. {reason}")
    } else {
        format!("{stays}. Somebody broke the file")
    }));
    state.file.trouble = Some(reason);
    saved::show_faults(state, faults);
    Vec::new()
}

/// The file can be written now, or no longer.
pub(super) fn access(state: &mut State, read_only: Option<String>) -> Vec<Effect> {
    state.notice = Some(match &read_only {
        Some(reason) => Notice::warning(format!("Read-only from now on: {reason}")),
        None => Notice::done("The file can be changed again"),
    });
    let writable = read_only.is_none();
    state.file.read_only = read_only;
    if writable {
        saved::send(state)
    } else {
        Vec::new()
    }
}
