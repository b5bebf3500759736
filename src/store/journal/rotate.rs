//! Numbered archives: a journal that lives long is put aside and goes on in a new file.
//!
//! The order is the point. The new file is written and synced under a temporary name; the old one
//! gets its archive name as a second name, and the folder is synced; only then the new one takes the
//! old one's place, in one instant. So at every instant there is a journal, and no entry is only in
//! a file without a name.

use std::path::PathBuf;

use super::{Site, write_first};
use crate::domain::entry::Entry;
use crate::store::companions;
use crate::store::error::{Doing, WriteError};

/// The archives of a workspace, the oldest first.
pub(in crate::store) fn archives(site: &Site) -> std::io::Result<Vec<PathBuf>> {
    let names = site.storage.list(companions::folder(&site.file))?;
    let mut numbers: Vec<u32> = names
        .iter()
        .filter_map(|name| companions::archive_number(&site.file, name))
        .collect();
    numbers.sort_unstable();
    Ok(numbers
        .into_iter()
        .map(|number| companions::archive(&site.file, number))
        .collect())
}

/// Puts the journal aside, and begins a new one with `first`. Under the lock.
pub(in crate::store) fn rotate(site: &Site, first: &mut Entry) -> Result<(), WriteError> {
    let journal = site.journal();
    let storage = &*site.storage;
    let at = |source| WriteError::io(Doing::Rotate, &journal, source);
    let new = write_first(site, first)?;
    let earlier = archives(site).map_err(at)?;
    let ours = storage.attributes(&journal).map_err(at)?.stamp;
    // A crash between the two names left the journal under both.
    let is_archived = earlier.last().is_some_and(|newest| {
        storage
            .attributes(newest)
            .is_ok_and(|it| it.stamp.same_file(&ours))
    });
    if !is_archived {
        let newest = earlier.last().and_then(|it| it.file_name());
        let newest = newest.and_then(|name| companions::archive_number(&site.file, name));
        let archive = companions::archive(&site.file, newest.map_or(1, |number| number + 1));
        storage.link(&journal, &archive).map_err(at)?;
    }
    let folder = companions::folder(&site.file);
    storage.sync_folder(folder).map_err(at)?;
    new.rename(&journal).map_err(at)?;
    storage.sync_folder(folder).map_err(at)
}
