//! Boards as people name them, and what JSON calls them.

use crate::cli::error::CliError;
use crate::domain::id::Id;
use crate::domain::workspace::Workspace;
use crate::search::nearest;

/// The board that is meant: by id, by its whole name, or by a beginning of either that fits only one.
pub(super) fn board(workspace: &Workspace, typed: &str) -> Result<Id, CliError> {
    let wanted = typed.trim().to_lowercase();
    let named: Vec<(&Id, String)> = workspace
        .boards
        .iter()
        .map(|board| (&board.id, board.title.to_lowercase()))
        .collect();
    let whole = named
        .iter()
        .find(|(id, title)| id.as_str().to_lowercase() == wanted || *title == wanted);
    if let Some((id, _)) = whole {
        return Ok((*id).clone());
    }
    let begins: Vec<&Id> = named
        .iter()
        .filter(|(id, title)| {
            !wanted.is_empty()
                && (id.as_str().to_lowercase().starts_with(&wanted) || title.starts_with(&wanted))
        })
        .map(|(id, _)| *id)
        .collect();
    if let [only] = begins.as_slice() {
        return Ok((*only).clone());
    }
    // Where several fit, the choice is among them; else it is among all.
    let ids: Vec<&str> = if begins.is_empty() {
        named.iter().map(|(id, _)| id.as_str()).collect()
    } else {
        begins.iter().map(|id| id.as_str()).collect()
    };
    let hint = match nearest(typed, ids.iter().copied()) {
        Some(near) if begins.is_empty() => format!("Did you mean “{near}”?"),
        _ if ids.is_empty() => "The file has no boards".to_owned(),
        _ => format!("One of {}", ids.join(", ")),
    };
    let message = if begins.len() > 1 {
        format!("“{typed}” can mean {} boards", begins.len())
    } else {
        format!("no board is called “{typed}”")
    };
    Err(CliError::usage(message, hint))
}
