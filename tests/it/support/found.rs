//! What somebody finds in a workspace.

#![expect(clippy::unwrap_used, reason = "support for tests fails as tests do")]

use std::fs;
use std::path::Path;

use scrutineer::store::format::write;
use scrutineer::store::{OpenOptions, Store};

/// The workspace as somebody finds it who opens it now, as the file will have it once the journal is
/// written into it; the file's own text where nothing is waiting, or it is not understood.
pub fn found(path: &Path) -> String {
    let text = || fs::read_to_string(path).unwrap();
    let options = OpenOptions {
        read_only: true,
        ..OpenOptions::default()
    };
    match Store::open_with(path, options) {
        Ok(opened) if opened.store.unsnapshotted() => write(&opened.workspace).unwrap(),
        _ => text(),
    }
}
