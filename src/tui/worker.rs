//! The thread that brings steps to the disk, so that no key waits for it.

use std::sync::mpsc::{Sender, channel};
use std::thread::JoinHandle;

use crate::app::message::Msg;
use crate::app::state::Pending;
use crate::store::{CommitError, Durability, Store};

/// A thread with the store. Dropping it lets it finish what it has.
pub(super) struct Worker {
    steps: Option<Sender<Pending>>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Starts the thread; answers go to `answer`.
    pub(super) fn start(mut store: Store, answer: impl Fn(Msg) + Send + 'static) -> Self {
        let (steps, waiting) = channel::<Pending>();
        let thread = std::thread::spawn(move || {
            for pending in waiting {
                answer(commit(&mut store, &pending));
            }
        });
        Self {
            steps: Some(steps),
            thread: Some(thread),
        }
    }

    /// Sends a step; false if the thread has ended.
    pub(super) fn send(&self, pending: Pending) -> bool {
        self.steps
            .as_ref()
            .is_some_and(|steps| steps.send(pending).is_ok())
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.steps = None;
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has said so through the hook already.
            let _ = thread.join();
        }
    }
}

/// Brings one step to the disk and says how it went.
fn commit(store: &mut Store, pending: &Pending) -> Msg {
    let number = pending.number;
    match store.commit(&pending.step) {
        Ok(committed) => Msg::Saved {
            number,
            workspace: Box::new(committed.workspace),
            taken_in: committed.taken_in,
            unconfirmed: match committed.durability {
                Durability::Confirmed => None,
                Durability::NotYetConfirmed(reason) => Some(reason),
            },
        },
        Err(CommitError::Conflict(conflict)) => Msg::Conflict {
            number,
            refusal: conflict.refusal,
            theirs: Box::new(conflict.workspace),
        },
        Err(error) => {
            let hint = error.hint();
            let reason = format!("{error}. {hint}");
            let faults = match error {
                CommitError::Broken { faults, .. } => faults,
                _ => Vec::new(),
            };
            Msg::SaveFailed { reason, faults }
        }
    }
}
