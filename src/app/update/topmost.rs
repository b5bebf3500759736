//! Keys that every overlay takes in its own way: taking what is typed or selected, choosing another.

use super::{
    answer, chips, conflict, filter, finder, form, many, navigate, palette, programme, rate, round,
    sort, views, welcome,
};
use crate::app::effect::Effect;
use crate::app::state::{Overlay, State};

/// Takes what was typed or selected in the topmost overlay.
pub(super) fn accept(state: &mut State) -> Vec<Effect> {
    match state.overlays.last() {
        Some(Overlay::Finder(_)) => finder::accept(state),
        Some(Overlay::Palette(_)) => palette::accept(state),
        Some(Overlay::Filter { .. }) => filter::accept(state),
        Some(Overlay::Meetings(_)) => programme::accept_move(state),
        Some(Overlay::FieldChoice(_)) => many::chosen(state),
        Some(Overlay::Sort(_)) => sort::accept(state),
        Some(Overlay::Views(_)) => views::accept(state),
        Some(Overlay::Chips(_)) => chips::accept(state),
        Some(Overlay::ViewName { .. }) => views::accept_name(state),
        Some(Overlay::Columns(_)) => {
            state.overlays.pop();
            Vec::new()
        }
        Some(Overlay::Welcome(_)) => welcome::accept(state),
        Some(Overlay::FileLine(_)) => welcome::accept_line(state),
        Some(Overlay::Note { .. }) => rate::accept_note(state),
        Some(Overlay::Merge { .. }) => conflict::accept_merge(state),
        Some(Overlay::Form(_)) => form::accept(state),
        Some(Overlay::Round(_)) => round::accept(state),
        Some(Overlay::Answer { .. }) => answer::accept(state),
        _ => navigate::back(state),
    }
}

/// Takes what fits where the cursor stands.
pub(super) fn complete(state: &mut State) -> Vec<Effect> {
    match state.overlays.last() {
        Some(Overlay::FileLine(_)) => welcome::complete(state),
        _ => finder::complete(state),
    }
}

/// Selects another of the list below a line.
pub(super) fn choose(state: &mut State, by: isize) -> Vec<Effect> {
    match state.overlays.last_mut() {
        Some(Overlay::Finder(_)) => finder::choose(state, by),
        Some(Overlay::Palette(palette)) => {
            let last = palette.hits.len().saturating_sub(1);
            palette.selected = palette.selected.saturating_add_signed(by).min(last);
        }
        Some(Overlay::Form(_) | Overlay::Round(_)) => return form::vertical(state, by),
        Some(Overlay::Welcome(_)) => welcome::choose(state, by),
        Some(Overlay::FileLine(line)) => welcome::choose_name(line, by),
        Some(Overlay::Meetings(meetings)) => {
            let last = meetings.choices.len().saturating_sub(1);
            meetings.selected = meetings.selected.saturating_add_signed(by).min(last);
        }
        Some(Overlay::FieldChoice(choice)) => choice.step(by),
        Some(Overlay::Sort(menu)) => menu.step(by),
        Some(Overlay::Columns(menu)) => menu.step(by),
        Some(Overlay::Views(menu)) => menu.step(by),
        Some(Overlay::Chips(chips)) => chips.step(by),
        Some(Overlay::Filter { list, .. }) => {
            let list = *list;
            navigate::step_in(state, list, by);
        }
        _ => {}
    }
    Vec::new()
}
