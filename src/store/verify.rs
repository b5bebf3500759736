//! Proving the chain: every entry has the hash that it names, and names the one before it.
//!
//! A whole chain says that nothing was changed, dropped or put in another order since it was written.
//! It says nothing against somebody who rewrites all of it, unless its head is kept elsewhere.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::error::OpenError;
use super::journal::{LineFault, Site, archives, decode};
use super::read;
use super::storage::{ReadFile, Storage};
use super::{Disk, absolute};
use crate::domain::digest::Digest;
use crate::domain::entry::{Entry, What};

/// How much is read at a time.
const PART: usize = 1 << 20;

/// What was found of a journal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// How many entries hold, archives included.
    pub entries: u64,
    /// How many of them changed the workspace.
    pub changes: u64,
    /// The hash of the last entry that holds; `None` where there is no journal.
    pub head: Option<Digest>,
    /// How many archives there are.
    pub archives: usize,
    /// The first entry that does not hold.
    pub first_bad: Option<Bad>,
    /// Whether the last line was never written to its end: a crash, which loses nothing that was said
    /// to be saved.
    pub torn: bool,
    /// Whether the file is one that the journal knows. Where not, another program changed it, and the
    /// next step will take that in.
    pub file_is_known: bool,
}

/// An entry that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bad {
    /// In which file.
    pub path: PathBuf,
    /// On which line, from 1.
    pub line: u64,
    /// Its sequence number, as far as it can be known.
    pub seq: Option<u64>,
    /// What is wrong.
    pub why: String,
}

/// Verifies the journal of a workspace file. Nothing is written.
pub fn verify(path: &Path) -> Result<Verified, OpenError> {
    verify_on(Arc::new(Disk), path)
}

/// Verifies the journal of a workspace file on any storage.
pub fn verify_on(storage: Arc<dyn Storage>, path: &Path) -> Result<Verified, OpenError> {
    let path = absolute(path);
    let found = read::find(&*storage, &path)?;
    let site = Site {
        storage,
        file: found.file,
    };
    let at_folder = |source| OpenError::Unreadable {
        path: path.clone(),
        source,
    };
    let mut paths = archives(&site).map_err(at_folder)?;
    let mut chain = Chain {
        file: found.hash,
        found: Verified {
            archives: paths.len(),
            ..Verified::default()
        },
        last: None,
    };
    paths.push(site.journal());
    let count = paths.len();
    let mut before = None;
    for (number, path) in paths.iter().enumerate() {
        let unreadable = |source| OpenError::Unreadable {
            path: path.clone(),
            source,
        };
        let file = match site.storage.open(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            opened => opened.map_err(unreadable)?,
        };
        let stamp = file.stamp().map_err(unreadable)?;
        if before.is_some_and(|before| stamp.same_file(&before)) {
            // A journal that is just being put aside has two names.
            continue;
        }
        before = Some(stamp);
        let is_newest = number + 1 == count;
        if !chain.verify(path, &*file, is_newest).map_err(unreadable)? {
            break;
        }
    }
    let Chain { found, .. } = chain;
    Ok(Verified {
        file_is_known: found.file_is_known || found.head.is_none(),
        ..found
    })
}

/// The chain as far as it was verified.
struct Chain {
    file: Digest,
    found: Verified,
    last: Option<Entry>,
}

impl Chain {
    /// Goes through one file; false where something does not hold.
    fn verify(&mut self, path: &Path, file: &dyn ReadFile, is_newest: bool) -> io::Result<bool> {
        let mut buffer: Vec<u8> = Vec::new();
        let (mut offset, mut number) = (0, 0);
        let size = file.stamp()?.size;
        while offset < size {
            let part = file.read_at(offset, PART)?;
            if part.is_empty() {
                break;
            }
            offset += part.len() as u64;
            buffer.extend(part);
            let whole = memchr::memrchr(b'\n', &buffer).map_or(0, |last| last + 1);
            let rest = buffer.split_off(whole);
            let is_end = is_newest && offset >= size && rest.is_empty();
            let lines = buffer.strip_suffix(b"\n").unwrap_or_default();
            let mut lines = lines.split(|byte| *byte == b'\n').peekable();
            while let Some(line) = lines.next().filter(|_| whole > 0) {
                number += 1;
                if is_end && lines.peek().is_none() && line.contains(&0) {
                    // A part of it never reached the disk.
                    self.found.torn = true;
                    return Ok(true);
                }
                if let Err(why) = self.take(line) {
                    self.found.first_bad = Some(Bad {
                        path: path.to_owned(),
                        line: number,
                        seq: Some(self.last.as_ref().map_or(1, |last| last.seq + 1)),
                        why,
                    });
                    return Ok(false);
                }
            }
            buffer = rest;
        }
        if !buffer.is_empty() && !is_newest {
            let why = "the archive's last line was not written to its end".to_owned();
            self.found.first_bad = Some(Bad {
                path: path.to_owned(),
                line: number + 1,
                seq: None,
                why,
            });
            return Ok(false);
        }
        self.found.torn = !buffer.is_empty();
        Ok(true)
    }

    fn take(&mut self, line: &[u8]) -> Result<(), String> {
        let entry = decode(line).map_err(|fault: LineFault| fault.to_string())?;
        let names_it = match &self.last {
            Some(last) => entry.prev.contains(&last.hash),
            None => entry.prev.is_empty(),
        };
        if !names_it {
            return Err(match &self.last {
                Some(last) => format!(
                    "entry {} does not name entry {} before it: something was taken out, put in or put elsewhere",
                    entry.seq, last.seq
                ),
                None => "the first entry names one before it, which is not there".to_owned(),
            });
        }
        self.found.entries += 1;
        self.found.changes += u64::from(entry.is_change());
        self.found.head = Some(entry.hash);
        match &entry.what {
            What::Opened { file, .. }
            | What::Snapshot { file, .. }
            | What::Outside { file, .. }
                if *file == self.file =>
            {
                self.found.file_is_known = true;
            }
            What::SnapshotDone { file, .. } => self.found.file_is_known = *file == self.file,
            _ => {}
        }
        self.last = Some(entry);
        Ok(())
    }
}
