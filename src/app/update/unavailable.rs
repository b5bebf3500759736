//! Why a command has nothing to do where it was asked for.

use super::change;
use crate::app::command::Command;
use crate::app::state::State;

/// Why a command has nothing to do here.
pub(super) fn why(state: &State, command: Command) -> String {
    let key = |command| state.key_of(command);
    match command {
        Command::Complete => "Nothing to complete here".to_owned(),
        Command::Undo if state.can_edit() => "Nothing to undo".to_owned(),
        Command::Redo if state.can_edit() => "Nothing to redo".to_owned(),
        Command::Reverse if state.can_edit() && state.chosen_change().is_some() => {
            "It was taken back already".to_owned()
        }
        Command::Save => "Everything is saved".to_owned(),
        Command::Conflicts => "Nothing is to be decided".to_owned(),
        Command::ClearFilter => "This list is not filtered, and was not before".to_owned(),
        Command::Narrow => format!(
            "This list has no values to pick; {} filters it by words",
            key(Command::Filter)
        ),
        Command::Sort => "This list keeps its own order".to_owned(),
        Command::Columns => "The rows here are of several sorts; their columns stay".to_owned(),
        Command::Back => format!("Nothing is open; {} leaves", key(Command::Quit)),
        Command::EarlierPeriod => "There is no earlier period in this workspace".to_owned(),
        Command::StageYes | Command::StageNo => {
            let [draft, confirm] = [Command::StageDraft, Command::StageConfirm].map(key);
            format!(
                "All is answered: {draft} keeps it as a draft, {confirm} as confirmed by the board"
            )
        }
        Command::StageDraft | Command::StageConfirm => {
            let [yes, no] = [Command::StageYes, Command::StageNo].map(key);
            format!("Answer the questions first: {yes} or {no}")
        }
        Command::StageBack => format!("Nothing is answered yet; {} leaves", key(Command::Back)),
        Command::LaterPeriod => "There is no later period in this workspace".to_owned(),
        _ => match &state.file.read_only {
            Some(reason) if command.spec().topic.changes() => format!("Read-only: {reason}"),
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
            "Nothing is added to {}; {} edits it",
            change::called(state, &record),
            state.key_of(Command::Edit)
        ),
        None => "Nothing is selected here".to_owned(),
    }
}
