//! The store as the interface sees it: what it is asked for, and its answers as messages.
//!
//! May import: `app`'s messages and `store`.

use std::fmt::Display;
use std::path::{MAIN_SEPARATOR, Path};

use crate::app::message::Msg;
use crate::app::state::{Pending, Verification};
use crate::domain::finding::Fault;
use crate::store::{
    self, Access, CommitError, Durability, History, OpenError, ReadOnlyReason, Snapshotting, Store,
    Verified,
};

/// So many changes are read at first, and at most at once. Whoever reads on wants all of them: each time
/// twice as many come, so that the list is not made anew too often, and a step never waits for long.
const CHUNK: usize = 1_000;
const LARGEST_CHUNK: usize = 16_000;

/// Asks the store and says what it answers.
pub struct Clerk {
    store: Store,
    /// What may be done with the file, as it was told last.
    access: Access,
    /// Whether the file was not understood when it was looked at last.
    faulty: bool,
    /// The changes that were not read yet.
    history: Option<History>,
    /// How many of them are read the next time.
    chunk: usize,
}

impl Clerk {
    /// With a store that was just opened.
    pub fn new(store: Store) -> Self {
        Self {
            faulty: matches!(store.access(), Access::ReadOnly(ReadOnlyReason::Faults(_))),
            access: store.access().clone(),
            history: None,
            chunk: CHUNK,
            store,
        }
    }

    /// Sees what others did.
    pub fn look(&mut self) -> Vec<Msg> {
        let mut news = Vec::new();
        match self.store.poll() {
            Ok(None) => {}
            Ok(Some(found)) => {
                self.faulty = false;
                news.push(Msg::TakenIn {
                    workspace: Box::new(found.workspace),
                    entries: found.entries,
                });
            }
            Err(error) => {
                let reason = brief(&error, error.hint(), self.path());
                let faults = match error {
                    OpenError::Faulty { faults, .. } => faults,
                    _ => Vec::new(),
                };
                self.faulty |= !faults.is_empty();
                news.push(Msg::FileTrouble { reason, faults });
            }
        }
        news.extend(self.access_changed());
        news
    }

    /// What it takes to write the file itself anew, on another thread; `None` where it holds all that the
    /// journal holds.
    pub fn snapshotting(&mut self) -> Option<Snapshotting> {
        // What keeps it from that is no loss, and shows with the next change or the next try.
        self.store.snapshotting().ok().flatten()
    }

    /// Writes the file itself anew, so that it holds what the journal holds: on the way out. What keeps
    /// it from that is no loss, and whoever opens the file next does it.
    pub fn rewrite(&mut self) {
        let _ = self.store.snapshot();
    }

    /// Reads changes further back than those read before.
    pub fn read_back(&mut self) -> Msg {
        let history = match self.history.take() {
            Some(history) => Ok(history),
            None => self.store.history(),
        };
        let chunk = self.chunk;
        self.chunk = (chunk * 2).min(LARGEST_CHUNK);
        let mut entries = Vec::new();
        let mut history = match history {
            Ok(history) => history,
            Err(error) => return self.unread(&error),
        };
        for found in history.by_ref() {
            match found {
                Ok(entry) if entry.is_change() => entries.push(entry),
                Ok(_) => {}
                Err(error) if entries.is_empty() => return self.unread(&error),
                // What holds is shown; what does not is said by the verification.
                Err(_) => {
                    return Msg::ReadBack {
                        entries,
                        more: false,
                    };
                }
            }
            if entries.len() == chunk {
                self.history = Some(history);
                return Msg::ReadBack {
                    entries,
                    more: true,
                };
            }
        }
        Msg::ReadBack {
            entries,
            more: false,
        }
    }

    /// The journal could not be read: what of it is not there is not shown.
    fn unread(&self, error: &OpenError) -> Msg {
        Msg::Unread(brief(error, error.hint(), self.path()))
    }

    /// Where the workspace file is.
    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// What may be done with the file, if that is not what it was.
    fn access_changed(&mut self) -> Option<Msg> {
        let access = self.store.access();
        if self.faulty || *access == self.access {
            return None;
        }
        self.access = access.clone();
        Some(Msg::Access(match access {
            Access::ReadWrite => None,
            Access::ReadOnly(reason) => Some(reason.to_string()),
        }))
    }

    /// Brings one step to the disk and says how it went.
    pub fn commit(&mut self, pending: &Pending) -> Msg {
        let number = pending.number;
        let done = if pending.reverses.is_empty() {
            self.store.commit(&pending.step)
        } else {
            self.store.undo(&pending.reverses)
        };
        match done {
            Ok(committed) => Msg::Saved {
                number,
                workspace: Box::new(committed.workspace),
                entry: committed.entry,
                theirs: committed.theirs,
            },
            Err(CommitError::Conflict(conflict)) => Msg::Conflict {
                number,
                refusal: conflict.refusal,
                workspace: Box::new(conflict.workspace),
                theirs: conflict.theirs,
                by: conflict.by,
            },
            Err(error) => Msg::SaveFailed {
                reason: brief(&error, error.hint(), self.path()),
                faults: faults(error),
            },
        }
    }
}

/// What went wrong and what to do about it, on one line. Files beside the workspace are called by their
/// names: whoever has the workspace open knows its folder, and a long path would push the reason off
/// the screen.
fn brief(error: &impl Display, hint: &str, workspace: &Path) -> String {
    let said = format!("{error}. {hint}");
    match workspace.parent() {
        Some(folder) if folder.parent().is_some() => {
            said.replace(&format!("{}{MAIN_SEPARATOR}", folder.display()), "")
        }
        _ => said,
    }
}

/// Verifies the journal of a workspace file, from its first entry to its last.
pub fn verify(path: &Path) -> Msg {
    Msg::Verified(match store::verify(path) {
        Ok(Verified {
            first_bad: Some(bad),
            ..
        }) => {
            let file = bad.path.file_name().unwrap_or_default().to_string_lossy();
            Verification::Broken(format!("{file}, line {}: {}", bad.line, bad.why))
        }
        Ok(found) => Verification::Whole {
            entries: found.entries,
            head: found.head.map(|head| head.short()).unwrap_or_default(),
        },
        Err(error) => Verification::Failed(brief(&error, error.hint(), path)),
    })
}

/// Writes the file itself anew, the workspace file at the path.
pub fn write(snapshot: Snapshotting, workspace: &Path) -> Msg {
    match snapshot.run() {
        Ok(done) => Msg::Written {
            unconfirmed: done.and_then(|done| match done.durability {
                Durability::Confirmed => None,
                Durability::NotYetConfirmed(reason) => Some(reason),
            }),
            failed: None,
        },
        Err(error) => Msg::Written {
            unconfirmed: None,
            failed: Some(brief(&error, error.hint(), workspace)),
        },
    }
}

/// What somebody else's write broke in the file.
fn faults(error: CommitError) -> Vec<Fault> {
    match error {
        CommitError::Broken { faults, .. } => faults,
        _ => Vec::new(),
    }
}
