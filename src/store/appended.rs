//! Reading what was appended to the journal since it was read last. Nothing here writes.

use std::io;
use std::sync::Arc;

use super::Store;
use super::error::OpenError;
use super::history::History;
use super::journal::{End, LineFault, decode};
use super::storage::Stamp;
use crate::domain::digest::Digest;
use crate::domain::entry::{Entry, What};

/// What stands behind the last known entry.
pub(super) struct Caught {
    /// The entries, the oldest first.
    pub(super) entries: Vec<Arc<Entry>>,
    /// The new end.
    pub(super) end: Option<End>,
}

/// How far back the last known entry is looked for when the journal was put aside meanwhile.
const FARTHEST: usize = 1_000_000;
/// How much of a line's end holds its hash: the digits and what closes them.
const CLOSING: usize = Digest::DIGITS + 3;

impl Store {
    /// The entries behind the last known one, the oldest first, and the new end; `None` where the
    /// journal is another one.
    pub(super) fn appended(&self) -> Result<Option<Caught>, OpenError> {
        let path = self.site.journal();
        let unreadable = |source| OpenError::Unreadable {
            path: path.clone(),
            source,
        };
        let Some(end) = &self.end else {
            return self.begun();
        };
        let attributes = match self.site.storage.attributes(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            found => found.map_err(unreadable)?,
        };
        if attributes.stamp == end.stamp && !attributes.fresh {
            let end = Some(end.clone());
            return Ok(Some(Caught {
                entries: Vec::new(),
                end,
            }));
        }
        let file = self.site.storage.open(&path).map_err(unreadable)?;
        let stamp = file.stamp().map_err(unreadable)?;
        if !stamp.same_file(&end.stamp) {
            return self.behind_the_known();
        }
        let known = CLOSING as u64 + 1;
        let (Some(from), Some(length)) = (
            end.offset.checked_sub(known),
            stamp.size.checked_sub(end.offset),
        ) else {
            return Ok(None);
        };
        let length = usize::try_from(known + length).unwrap_or(usize::MAX);
        let bytes = file.read_at(from, length).map_err(unreadable)?;
        let closing = format!("\"{}\"}}\n", end.hash);
        let Some(new) = bytes.strip_prefix(closing.as_bytes()) else {
            return Ok(None);
        };
        lines(new, end, stamp)
            .map(Some)
            .map_err(|reason| OpenError::Damaged { path, reason })
    }

    /// The journal that somebody began since, if it begins with the file as we know it.
    fn begun(&self) -> Result<Option<Caught>, OpenError> {
        let mut history = History::open(&self.site)?;
        let mut entries = Vec::new();
        for entry in history.by_ref().take(FARTHEST) {
            let entry = entry?;
            let begins = match &entry.what {
                What::Opened { file, ahead } => {
                    Some(*file == self.base.file && ahead.is_empty() && entry.prev.is_empty())
                }
                _ => None,
            };
            entries.push(entry);
            match begins {
                Some(true) => break,
                Some(false) => return Ok(None),
                None => {}
            }
        }
        entries.reverse();
        let end = history.end().cloned();
        Ok(Some(Caught { entries, end }))
    }

    /// The journal was put aside: what stands behind the last known entry, archives included.
    fn behind_the_known(&self) -> Result<Option<Caught>, OpenError> {
        let known = self.end.as_ref().map(|end| end.hash);
        let mut history = History::open(&self.site)?;
        let mut entries = Vec::new();
        for entry in history.by_ref().take(FARTHEST) {
            let Ok(entry) = entry else { return Ok(None) };
            if Some(entry.hash) == known {
                entries.reverse();
                let end = history.end().cloned();
                return Ok(Some(Caught { entries, end }));
            }
            entries.push(entry);
        }
        Ok(None)
    }
}

/// The entries in what was appended behind `end`, and the new end. What is not yet written to its end
/// is left for later.
fn lines(mut bytes: &[u8], end: &End, stamp: Stamp) -> Result<Caught, String> {
    let mut end = End {
        stamp,
        ..end.clone()
    };
    let mut entries = Vec::new();
    while let Some(newline) = memchr::memchr(b'\n', bytes) {
        let (line, rest) = bytes.split_at(newline);
        let entry = match decode(line) {
            Ok(entry) => entry,
            Err(LineFault::Torn) if rest.len() == 1 => break,
            Err(fault) => return Err(format!("at byte {}: {fault}", end.offset)),
        };
        if !entry.prev.contains(&end.hash) {
            return Err(format!(
                "entry {} does not name the one before it",
                entry.seq
            ));
        }
        end.offset += newline as u64 + 1;
        end.seq = entry.seq;
        end.hash = entry.hash;
        entries.push(Arc::new(entry));
        bytes = rest.get(1..).unwrap_or_default();
    }
    let end = Some(end);
    Ok(Caught { entries, end })
}
