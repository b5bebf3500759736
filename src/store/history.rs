//! The journal's entries, newest first, archives included, read as they are asked for.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use super::error::OpenError;
use super::journal::{Backward, End, LineFault, Site, archives, decode};
use super::storage::Stamp;
use crate::domain::digest::Digest;
use crate::domain::entry::Entry;

/// The entries of a workspace, newest first. Each is checked: its own hash, and that the entry behind
/// it names it. It has file handles of its own and can go to another thread; what is appended later
/// does not show.
pub struct History {
    site: Site,
    /// The file that is being read, and its name.
    now: Option<(PathBuf, Backward)>,
    /// The journals before it, the newest last.
    older: Vec<PathBuf>,
    /// The file that is being read, as it was before.
    read: Option<Stamp>,
    /// The hash that the next older entry must have; empty at the newest.
    expected: Option<Vec<Digest>>,
    is_over: bool,
    end: Option<End>,
}

impl History {
    /// Of the journal as it is now; without any entry where there is none.
    pub(super) fn open(site: &Site) -> Result<Self, OpenError> {
        let mut history = Self {
            site: site.clone(),
            now: None,
            older: Vec::new(),
            read: None,
            expected: None,
            is_over: false,
            end: None,
        };
        let path = site.journal();
        let at = |source| OpenError::Unreadable {
            path: path.clone(),
            source,
        };
        match site.storage.open(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => history.is_over = true,
            Err(error) => return Err(at(error)),
            Ok(file) => {
                let stamp = file.stamp().map_err(at)?;
                history.read = Some(stamp);
                let lines = Backward::new(file, stamp.size).map_err(at)?;
                history.now = Some((path.clone(), lines));
                // Listed after it was opened: what is put aside meanwhile is read once.
                history.older = archives(site).map_err(at)?;
            }
        }
        Ok(history)
    }

    /// The end of the journal, once the newest entry was read.
    pub(super) fn end(&self) -> Option<&End> {
        self.end.as_ref()
    }

    fn step(&mut self) -> Result<Option<Arc<Entry>>, OpenError> {
        while let Some((path, lines)) = &mut self.now {
            let unreadable = |source| OpenError::Unreadable {
                path: path.clone(),
                source,
            };
            let ends = lines.end();
            let Some(line) = lines.previous().map_err(unreadable)? else {
                self.now = self.next_file()?;
                continue;
            };
            let damaged = |reason: String| OpenError::Damaged {
                path: path.clone(),
                reason,
            };
            let entry = match decode(&line.bytes) {
                Ok(entry) => entry,
                // Only the newest line may be torn: it was never said to be saved.
                Err(LineFault::Torn) if self.expected.is_none() => continue,
                Err(fault) => return Err(damaged(format!("at byte {}: {fault}", line.at))),
            };
            if self
                .expected
                .as_ref()
                .is_some_and(|expected| !expected.contains(&entry.hash))
            {
                let reason = format!(
                    "entry {} is not the one that the entry behind it names",
                    entry.seq
                );
                return Err(damaged(reason));
            }
            if let (None, Some(stamp)) = (&self.expected, self.read) {
                self.end = Some(End {
                    stamp,
                    offset: ends,
                    seq: entry.seq,
                    hash: entry.hash,
                });
            }
            self.expected = Some(entry.prev.clone());
            return Ok(Some(Arc::new(entry)));
        }
        Ok(None)
    }

    /// The next older journal.
    fn next_file(&mut self) -> Result<Option<(PathBuf, Backward)>, OpenError> {
        while let Some(path) = self.older.pop() {
            let at = |source| OpenError::Unreadable {
                path: path.clone(),
                source,
            };
            let file = self.site.storage.open(&path).map_err(at)?;
            let stamp = file.stamp().map_err(at)?;
            if self.read.is_some_and(|read| read.same_file(&stamp)) {
                // A journal that is just being put aside has two names.
                continue;
            }
            self.read = Some(stamp);
            let lines = Backward::new(file, stamp.size).map_err(at)?;
            return Ok(Some((path, lines)));
        }
        Ok(None)
    }
}

impl Iterator for History {
    type Item = Result<Arc<Entry>, OpenError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over {
            return None;
        }
        let entry = self.step();
        self.is_over = !matches!(entry, Ok(Some(_)));
        entry.transpose()
    }
}
