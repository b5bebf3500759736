//! Entries of the journal: who did what, when, and upon what (`store.md` §2).
//!
//! An entry's identity is its hash; the sequence number is for people. Nothing here computes a hash
//! or touches a file: that is the store's.

mod wire;

use std::fmt;

use super::digest::Digest;
use super::edit::{Edit, Step};
use super::timestamp::Timestamp;

/// One line of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Counts the entries, for people. Two branches that were joined may use a number twice.
    pub seq: u64,
    /// When it was appended.
    pub time: Timestamp,
    /// Whose program appended it. For [`What::Outside`] that is who noticed, not who did it.
    pub who: Who,
    /// On which machine.
    pub host: String,
    /// In which run of the program.
    pub session: String,
    /// What it is.
    pub what: What,
    /// `key R`, `set`, `import FILE`, `undo of 12`; empty for what the store does by itself.
    pub cause: String,
    /// The edits, as they were applied: values in the file's own spelling. Of steps and outside
    /// changes only.
    pub edits: Vec<Edit>,
    /// Whether it takes something back, or makes it again.
    pub reverses: Reverses,
    /// The entry before; two where branches were joined, none for the first of all.
    pub prev: Vec<Digest>,
    /// Its own hash: SHA-256 over the line as it stands without its `hash` member.
    pub hash: Digest,
}

/// A person, as far as a program can know.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Who {
    /// The operating system's user.
    pub user: String,
    /// The name in the configuration; empty for none.
    pub name: String,
    /// The role in the configuration; empty for none.
    pub role: String,
}

impl Who {
    /// Whether both are the same person: the same system user with the same configured name,
    /// whatever session, host or role (`store.md` §3).
    pub fn is_same(&self, other: &Self) -> bool {
        (&self.user, &self.name) == (&other.user, &other.name)
    }
}

/// The configured name, else the system's user.
impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.name.is_empty() {
            &self.user
        } else {
            &self.name
        })
    }
}

/// What an entry is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A step of somebody.
    Step,
    /// The journal begins, or goes on in a new file: a replay point.
    Opened {
        /// The bytes of the workspace file as it was found.
        file: Digest,
        /// What leads from them to the state here, where the file lags behind the journal.
        ahead: Vec<Edit>,
    },
    /// The workspace file is about to be rewritten: a replay point, once the file has this hash.
    Snapshot {
        /// The bytes to come.
        file: Digest,
        /// The entry whose state they are. Entries between that one and this came meanwhile.
        holds: Digest,
    },
    /// The file was rewritten, and its folder synced.
    SnapshotDone {
        /// Its bytes.
        file: Digest,
        /// By what it is known again without reading it.
        stamp: Option<FileStamp>,
    },
    /// Another program changed the file, and that was taken in: a replay point.
    Outside {
        /// The bytes of the file as it was found.
        file: Digest,
        /// What leads from them to the state here, where the journal held steps that they lack.
        ahead: Vec<Edit>,
        /// What the other program changed in fields that steps had changed too: those stayed.
        not_taken: Vec<Edit>,
    },
}

impl What {
    /// The word in the file.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Step => "step",
            Self::Opened { .. } => "opened",
            Self::Snapshot { .. } => "snapshot",
            Self::SnapshotDone { .. } => "snapshot-done",
            Self::Outside { .. } => "outside",
        }
    }
}

/// By what a rewritten file is known again without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileStamp {
    /// The file's number on its device.
    pub inode: u64,
    /// Its size in bytes.
    pub size: u64,
    /// When its content was written, in seconds and nanoseconds.
    pub modified: (i64, i64),
}

/// Whether an entry takes something back, or makes it again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Reverses {
    /// Neither.
    #[default]
    Nothing,
    /// It takes these entries back.
    Undoes(Vec<Digest>),
    /// It makes again what these undos took back.
    Redoes(Vec<Digest>),
}

impl Reverses {
    /// The entries that it reverses.
    pub fn hashes(&self) -> &[Digest] {
        match self {
            Self::Nothing => &[],
            Self::Undoes(hashes) | Self::Redoes(hashes) => hashes,
        }
    }
}

impl Entry {
    /// Whether it changed the workspace: a step, or an outside change.
    pub fn is_change(&self) -> bool {
        matches!(self.what, What::Step | What::Outside { .. })
    }

    /// The step that takes it back.
    pub fn inverse(&self, cause: impl Into<String>) -> Step {
        Step::new(cause, self.edits.iter().rev().map(Edit::inverse).collect())
    }

    /// What a step that takes this one back is to it.
    pub fn reversed(&self) -> Reverses {
        match self.reverses {
            Reverses::Undoes(_) => Reverses::Redoes(vec![self.hash]),
            Reverses::Nothing | Reverses::Redoes(_) => Reverses::Undoes(vec![self.hash]),
        }
    }
}

#[cfg(test)]
mod tests;
