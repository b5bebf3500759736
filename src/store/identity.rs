//! Whose entries a store appends, from where, and when.

use std::hash::{BuildHasher as _, RandomState};
use std::time::{SystemTime, UNIX_EPOCH};

use super::journal::End;
use super::read::hash;
use crate::domain::edit::Edit;
use crate::domain::entry::{Entry, Reverses, What, Who};
use crate::domain::timestamp::Timestamp;

/// What stands in every entry of one run of the program.
#[derive(Clone, Debug)]
pub(super) struct Identity {
    pub(super) who: Who,
    pub(super) host: String,
    pub(super) session: String,
}

impl Identity {
    /// A run of the program on this machine by this person; the system's user where nobody is named.
    pub(super) fn new(who: Option<Who>) -> Self {
        let random = RandomState::new().hash_one(std::process::id());
        let host = rustix::system::uname();
        Self {
            who: who.unwrap_or_else(system_user),
            host: host.nodename().to_string_lossy().into_owned(),
            session: format!("{random:016x}"),
        }
    }

    /// An entry of this moment that stands behind `end`; it has no hash yet.
    pub(super) fn entry(&self, end: Option<&End>, what: What) -> Entry {
        Entry {
            seq: end.map_or(1, |end| end.seq + 1),
            time: now(),
            who: self.who.clone(),
            host: self.host.clone(),
            session: self.session.clone(),
            what,
            cause: String::new(),
            edits: Vec::new(),
            reverses: Reverses::Nothing,
            prev: end.iter().map(|end| end.hash).collect(),
            hash: hash(b""),
        }
    }

    /// An entry that changes the workspace.
    pub(super) fn change(
        &self,
        end: Option<&End>,
        what: What,
        cause: &str,
        edits: Vec<Edit>,
    ) -> Entry {
        Entry {
            cause: cause.to_owned(),
            edits,
            ..self.entry(end, what)
        }
    }
}

/// The operating system's user, by name where there is one.
fn system_user() -> Who {
    let id = nix::unistd::geteuid();
    let named = nix::unistd::User::from_uid(id).ok().flatten();
    Who {
        user: named.map_or_else(|| id.to_string(), |user| user.name),
        ..Who::default()
    }
}

fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let milliseconds = since.ok().and_then(|it| i64::try_from(it.as_millis()).ok());
    Timestamp::from_milliseconds(milliseconds.unwrap_or_default())
}
