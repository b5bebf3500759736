//! Why a command has nothing to do where it was asked for.

use super::change;
use crate::app::command::{Command, Topic};
use crate::app::state::State;

/// Why a command has nothing to do here.
pub(super) fn why(state: &State, command: Command) -> String {
    match command {
        Command::Complete => "Nothing to complete here".to_owned(),
        Command::Undo if state.can_edit() => "Nothing to undo".to_owned(),
        Command::Redo if state.can_edit() => "Nothing to redo".to_owned(),
        Command::Reverse if state.can_edit() && state.chosen_change().is_some() => {
            "It was taken back already".to_owned()
        }
        Command::Save => "Everything is saved".to_owned(),
        Command::Conflicts => "Nothing is to be decided".to_owned(),
        Command::ClearFilter => "This list is not filtered".to_owned(),
        Command::Back => "Nothing is open; q leaves".to_owned(),
        Command::EarlierPeriod => "There is no earlier period in this workspace".to_owned(),
        Command::StageYes | Command::StageNo => {
            "All is answered: d keeps it as a draft, c as confirmed by the board".to_owned()
        }
        Command::StageDraft | Command::StageConfirm => {
            "Answer the questions first: y or n".to_owned()
        }
        Command::StageBack => "Nothing is answered yet; Esc leaves".to_owned(),
        Command::LaterPeriod => "There is no later period in this workspace".to_owned(),
        _ => match &state.file.read_only {
            Some(reason) if command.spec().topic == Topic::Change => format!("Read-only: {reason}"),
            _ if command == Command::CompleteAction => "Only an action can be completed".to_owned(),
            _ if command == Command::AddUpdate => no_update(state),
            _ => "Nothing is selected here".to_owned(),
        },
    }
}

/// Why nothing is added to what is selected.
fn no_update(state: &State) -> String {
    match state.selected_record() {
        Some(record) => format!(
            "Nothing is added to {}; e edits it",
            change::called(state, &record)
        ),
        None => "Nothing is selected here".to_owned(),
    }
}
