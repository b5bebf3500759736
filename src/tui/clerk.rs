//! The store as the interface sees it: what it is asked for, and its answers as messages.
//!
//! May import: `app`'s messages and `store`.

use crate::app::message::Msg;
use crate::app::state::Pending;
use crate::domain::finding::Fault;
use crate::store::{Access, CommitError, OpenError, ReadOnlyReason, Store};

/// Asks the store and says what it answers.
pub struct Clerk {
    store: Store,
    /// What may be done with the file, as it was told last.
    access: Access,
    /// Whether the file was not understood when it was looked at last.
    faulty: bool,
}

impl Clerk {
    /// With a store that was just opened.
    pub fn new(store: Store) -> Self {
        Self {
            faulty: matches!(store.access(), Access::ReadOnly(ReadOnlyReason::Faults(_))),
            access: store.access().clone(),
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
                news.push(Msg::TakenIn(Box::new(found.workspace)));
            }
            Err(error) => {
                let reason = format!("{error}. {}", error.hint());
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

    /// Whether the file itself lags behind what is saved in the journal.
    pub fn is_behind(&self) -> bool {
        self.store.unsnapshotted()
    }

    /// Writes the file anew, so that it holds what the journal holds. What keeps it from that is no
    /// loss, and the next time may do.
    pub fn rewrite(&mut self) {
        let _ = self.store.snapshot();
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
        match self.store.commit(&pending.step) {
            Ok(committed) => Msg::Saved {
                number,
                workspace: Box::new(committed.workspace),
                taken_in: !committed.theirs.is_empty(),
                unconfirmed: None,
            },
            Err(CommitError::Conflict(conflict)) => Msg::Conflict {
                number,
                refusal: conflict.refusal,
                theirs: Box::new(conflict.workspace),
            },
            Err(error) => {
                let hint = error.hint();
                Msg::SaveFailed {
                    reason: format!("{error}. {hint}"),
                    faults: faults(error),
                }
            }
        }
    }
}

/// What somebody else's write broke in the file.
fn faults(error: CommitError) -> Vec<Fault> {
    match error {
        CommitError::Broken { faults, .. } => faults,
        _ => Vec::new(),
    }
}
