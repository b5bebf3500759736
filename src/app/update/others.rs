//! What others do to the file while it is open here.

use std::sync::Arc;

use super::{change, saved};
use crate::app::effect::Effect;
use crate::app::state::{Notice, NoticeTone, Overlay, State};
use crate::domain::entry::Entry;
use crate::domain::finding::Fault;
use crate::domain::workspace::Workspace;
use crate::report::trail::{by, sentence, touched};

/// Somebody else changed the file: theirs is shown, with the pending steps on top. Selection, filter
/// and what is being typed stay.
pub(super) fn taken_in(
    state: &mut State,
    workspace: Workspace,
    entries: &[Arc<Entry>],
) -> Vec<Effect> {
    if mended(state) && *state.ledger.confirmed() == workspace {
        state.notice = Some(Notice::done("The file is there again, as it was"));
        return saved::send(state);
    }
    let refused = state.ledger.take_in(workspace);
    change::replaced(state);
    appended(state, entries);
    state.notice = None;
    say(state, entries);
    saved::after(state, refused, entries)
}

/// Others' changes are in the journal: their records are marked until they are looked at.
pub(super) fn appended(state: &mut State, entries: &[Arc<Entry>]) {
    state.journal.appended(entries);
    state.history.made_for = None;
    state
        .fresh
        .extend(entries.iter().flat_map(|entry| touched(entry)));
}

/// The user looks at a record: it is nothing new any more.
pub(super) fn looked_at(state: &mut State) {
    if state.fresh.is_empty() || !state.overlays.is_empty() {
        return;
    }
    if let Some(record) = state.selected_record() {
        state.fresh.remove(&record);
    }
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

/// Says what others changed, behind what was just said of mine.
pub(super) fn say(state: &mut State, entries: &[Arc<Entry>]) {
    let theirs = match entries {
        [] => "Somebody else changed the file; their changes are shown now".to_owned(),
        [.., newest] => {
            let said = sentence(newest, state.workspace(), state.moment);
            let others = match entries.len() - 1 {
                0 => String::new(),
                1 => "; and 1 other change".to_owned(),
                more => format!("; and {more} other changes"),
            };
            format!("{}: {said}{others}", by(newest))
        }
    };
    let mine = state
        .notice
        .take()
        .filter(|notice| notice.tone == NoticeTone::Done);
    let both = mine.map_or_else(|| theirs.clone(), |it| format!("{}   {theirs}", it.text));
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
