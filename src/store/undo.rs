//! Taking entries back, and making them again (`store.md` §3). The rules are `domain::trail`'s.

use std::sync::Arc;

use super::Store;
use super::commit::Committed;
use super::error::{CommitError, OpenError};
use super::history::History;
use crate::domain::entry::Entry;
use crate::domain::trail::{Undone, inverse_of, redo_target, undo_target};

/// How many digits of a hash are enough to name an entry.
const FEWEST_DIGITS: usize = 4;

/// Why no entry was found by its name.
#[derive(Debug, thiserror::Error)]
pub enum FindError {
    /// Nothing is called so.
    #[error("there is no entry {0}")]
    Missing(String),
    /// It is neither a number nor the beginning of a hash.
    #[error("“{0}” is neither a sequence number nor the beginning of a hash")]
    NoName(String),
    /// More than one is called so.
    #[error("“{name}” could be {}", .hashes.join(", "))]
    Ambiguous {
        /// As it was named.
        name: String,
        /// The beginnings of their hashes.
        hashes: Vec<String>,
    },
    /// The journal could not be read.
    #[error(transparent)]
    Journal(#[from] OpenError),
}

impl Store {
    /// The entries of the journal, newest first, archives included, as they are asked for.
    pub fn history(&self) -> Result<History, OpenError> {
        History::open(&self.site)
    }

    /// What `u` takes back: my newest step that is neither undone nor an undo.
    pub fn undo_target(&self) -> Result<Option<Arc<Entry>>, OpenError> {
        undo_target(self.history()?, self.who())
    }

    /// What `Ctrl-r` makes again: my newest undo that no later step of mine follows.
    pub fn redo_target(&self) -> Result<Option<Arc<Entry>>, OpenError> {
        redo_target(self.history()?, self.who())
    }

    /// Takes entries back as one step, the newest first; one that is an undo itself is made again.
    /// Refused as a conflict where what they changed was changed since.
    pub fn undo(&mut self, entries: &[Arc<Entry>]) -> Result<Committed, CommitError> {
        self.refuse_undone(entries)?;
        let (step, reverses) = inverse_of(entries, cause(entries));
        self.commit_reversing(&step, reverses)
    }

    /// What was taken back already may have come to be again by somebody else's hand.
    fn refuse_undone(&self, entries: &[Arc<Entry>]) -> Result<(), CommitError> {
        let mut undone = Undone::default();
        let mut left = entries.len();
        for entry in self.history()? {
            if left == 0 {
                break;
            }
            let entry = entry?;
            let is_undone = undone.see(&entry);
            if entries.iter().any(|it| it.hash == entry.hash) {
                left -= 1;
                if is_undone {
                    return Err(CommitError::Undone { seq: entry.seq });
                }
            }
        }
        Ok(())
    }

    /// The entry with this sequence number, or whose hash begins so.
    pub fn find(&self, name: &str) -> Result<Arc<Entry>, FindError> {
        let number = name.parse::<u64>().ok();
        let is_hash = name.len() >= FEWEST_DIGITS
            && name
                .bytes()
                .all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'));
        if number.is_none() && !is_hash {
            return Err(FindError::NoName(name.to_owned()));
        }
        let mut found: Vec<Arc<Entry>> = Vec::new();
        for entry in self.history()? {
            let entry = entry?;
            let is_it =
                number == Some(entry.seq) || (is_hash && entry.hash.to_string().starts_with(name));
            if is_it {
                found.push(entry);
            } else if number.is_some_and(|number| entry.seq < number) && !is_hash {
                break;
            }
        }
        match (found.pop(), found.is_empty()) {
            (Some(only), true) => Ok(only),
            (None, _) => Err(FindError::Missing(name.to_owned())),
            (Some(last), false) => {
                found.push(last);
                let hashes = found.iter().map(|entry| entry.hash.short());
                Err(FindError::Ambiguous {
                    name: name.to_owned(),
                    hashes: hashes.collect(),
                })
            }
        }
    }
}

/// `undo of 12`, `undo of 12 to 9`, `redo of 13`.
fn cause(entries: &[Arc<Entry>]) -> String {
    let word = match entries {
        [only] if matches!(only.reversed(), crate::domain::entry::Reverses::Redoes(_)) => "redo",
        _ => "undo",
    };
    match entries {
        [newest, .., oldest] => format!("{word} of {} to {}", newest.seq, oldest.seq),
        [only] => format!("{word} of {}", only.seq),
        [] => word.to_owned(),
    }
}
