//! The workspace file as text: read whole, written in canonical form.
//!
//! Reading goes straight into typed records in one pass. Only where that fails is the text walked
//! again, slower, to gather every fault with its place.

mod faults;
mod locate;
mod places;

use crate::domain::field::{In, Out};
use crate::domain::finding::Fault;
use crate::domain::json::Json;
use crate::domain::programme::Programme;
use crate::domain::workspace::{FORMAT, Workspace};

pub use locate::{locate, position_at};
pub use places::locate_all;

/// Reads a file's bytes. Any fault means that it was not understood in full.
pub fn read(bytes: &[u8]) -> Result<Workspace, Vec<Fault>> {
    let text = as_text(bytes).map_err(|fault| vec![fault])?;
    let workspace = match serde_json::from_str::<In<Workspace>>(text) {
        Ok(In(workspace)) if workspace.format == FORMAT => workspace,
        Ok(_) => return Err(faults::gather(text)),
        Err(error) => {
            let mut found = faults::gather(text);
            if found.is_empty() {
                found.push(faults::of_parser(&error));
            }
            return Err(found);
        }
    };
    let doubled = faults::doubled(&workspace, text);
    if !doubled.is_empty() {
        return Err(doubled);
    }
    Ok(settled(workspace))
}

/// What can be read of a file in spite of its faults, to be looked at: records of the wrong form are
/// left out.
pub fn read_leniently(bytes: &[u8]) -> Option<Workspace> {
    let text = as_text(bytes).ok()?;
    faults::salvage(text).map(settled)
}

/// Gives what came without an id one, and forgets a programme that holds nothing.
fn settled(mut workspace: Workspace) -> Workspace {
    if workspace.programme.as_ref() == Some(&Programme::default()) {
        workspace.programme = None;
    }
    workspace.derive_missing_ids();
    workspace
}

/// Writes a workspace: two spaces a level, keys in their order, one newline at the end.
pub fn write(workspace: &Workspace) -> Result<String, serde_json::Error> {
    let mut text = Json::of(&Out(workspace))?.pretty(0);
    text.push('\n');
    Ok(text)
}

/// The bytes as text, without a byte order mark.
fn as_text(bytes: &[u8]) -> Result<&str, Fault> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
        Fault {
            pointer: String::new(),
            position: Some(position_at(&String::from_utf8_lossy(valid), valid.len())),
            message: "The file is not UTF-8 text from here on".to_owned(),
            mend: "Save it as UTF-8, or restore a copy of it".to_owned(),
        }
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Fault {
            pointer: String::new(),
            position: None,
            message: "The file is empty".to_owned(),
            mend: "Restore a copy of it, or remove it and start a new workspace in its place"
                .to_owned(),
        });
    }
    Ok(text)
}

#[cfg(test)]
mod tests;
