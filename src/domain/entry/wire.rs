//! Entries as lines of JSON, their keys in this order.

use serde::{Deserialize, Serialize};

use super::{Entry, FileStamp, Reverses, What, Who};
use crate::domain::digest::Digest;
use crate::domain::edit::Edit;
use crate::domain::timestamp::Timestamp;

/// All that a line can hold but its own hash.
#[derive(Serialize, Deserialize)]
struct Line {
    seq: u64,
    time: Timestamp,
    who: Person,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    host: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    session: String,
    what: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    file: Option<Digest>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    holds: Option<Digest>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stamp: Option<Stamp>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    ahead: Vec<Edit>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    not_taken: Vec<Edit>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    cause: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    edits: Vec<Edit>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    undoes: Vec<Digest>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    redoes: Vec<Digest>,
    prev: Vec<Digest>,
}

#[derive(Serialize, Deserialize)]
struct Person {
    user: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    role: String,
}

#[derive(Serialize, Deserialize)]
struct Stamp {
    inode: u64,
    size: u64,
    modified: (i64, i64),
}

impl Entry {
    /// The entry as one JSON object without its hash: the canonical bytes that the hash is over.
    pub fn unhashed(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(&Line::of(self))
    }

    /// Reads the JSON object of an entry, with or without its `hash` member; the entry gets the
    /// hash that is given, and keys that are not known are passed over.
    pub fn read(text: &str, hash: Digest) -> Result<Self, serde_json::Error> {
        let line: Line = serde_json::from_str(text)?;
        line.entry(hash).map_err(serde::de::Error::custom)
    }
}

impl Line {
    fn of(entry: &Entry) -> Self {
        let (undoes, redoes) = match &entry.reverses {
            Reverses::Nothing => (Vec::new(), Vec::new()),
            Reverses::Undoes(hashes) => (hashes.clone(), Vec::new()),
            Reverses::Redoes(hashes) => (Vec::new(), hashes.clone()),
        };
        let mut line = Self {
            seq: entry.seq,
            time: entry.time,
            who: Person {
                user: entry.who.user.clone(),
                name: entry.who.name.clone(),
                role: entry.who.role.clone(),
            },
            host: entry.host.clone(),
            session: entry.session.clone(),
            what: entry.what.word().to_owned(),
            file: None,
            holds: None,
            stamp: None,
            ahead: Vec::new(),
            not_taken: Vec::new(),
            cause: entry.cause.clone(),
            edits: entry.edits.clone(),
            undoes,
            redoes,
            prev: entry.prev.clone(),
        };
        line.take(&entry.what);
        line
    }

    fn take(&mut self, what: &What) {
        match what {
            What::Step => {}
            What::Opened { file, ahead } => {
                self.file = Some(*file);
                self.ahead.clone_from(ahead);
            }
            What::Snapshot { file, holds } => {
                self.file = Some(*file);
                self.holds = Some(*holds);
            }
            What::SnapshotDone { file, stamp } => {
                self.file = Some(*file);
                self.stamp = stamp.map(|it| Stamp {
                    inode: it.inode,
                    size: it.size,
                    modified: it.modified,
                });
            }
            What::Outside {
                file,
                ahead,
                not_taken,
            } => {
                self.file = Some(*file);
                self.ahead.clone_from(ahead);
                self.not_taken.clone_from(not_taken);
            }
        }
    }

    fn entry(self, hash: Digest) -> Result<Entry, &'static str> {
        let file = self.file.ok_or("an entry of this sort names a file");
        let what = match self.what.as_str() {
            "step" => What::Step,
            "opened" => What::Opened {
                file: file?,
                ahead: self.ahead,
            },
            "snapshot" => What::Snapshot {
                file: file?,
                holds: self.holds.ok_or("a snapshot says whose state it holds")?,
            },
            "snapshot-done" => What::SnapshotDone {
                file: file?,
                stamp: self.stamp.map(|it| FileStamp {
                    inode: it.inode,
                    size: it.size,
                    modified: it.modified,
                }),
            },
            "outside" => What::Outside {
                file: file?,
                ahead: self.ahead,
                not_taken: self.not_taken,
            },
            _ => return Err("an entry of a sort that this version does not know"),
        };
        let reverses = match (self.undoes.is_empty(), self.redoes.is_empty()) {
            (true, true) => Reverses::Nothing,
            (false, true) => Reverses::Undoes(self.undoes),
            (true, false) => Reverses::Redoes(self.redoes),
            (false, false) => return Err("an entry undoes or redoes, not both"),
        };
        Ok(Entry {
            seq: self.seq,
            time: self.time,
            who: Who {
                user: self.who.user,
                name: self.who.name,
                role: self.who.role,
            },
            host: self.host,
            session: self.session,
            what,
            cause: self.cause,
            edits: self.edits,
            reverses,
            prev: self.prev,
            hash,
        })
    }
}
