//! The thread that searches large workspaces, so that no key waits for it.

use std::sync::mpsc::{Receiver, Sender, channel};

use crate::app::finding::Finding;
use crate::app::message::Msg;

/// A thread that searches. It is left to itself when the program ends: it writes nothing.
pub(super) struct Seeker {
    asked: Sender<Finding>,
}

impl Seeker {
    /// Starts the thread; answers go to `answer`.
    pub(super) fn start(answer: impl Fn(Msg) + Send + 'static) -> Self {
        let (asked, waiting) = channel();
        std::thread::spawn(move || work(&waiting, answer));
        Self { asked }
    }

    /// Asks for something to be found. A thread that is gone has said why through the hook already.
    pub(super) fn send(&self, finding: Finding) {
        let _ = self.asked.send(finding);
    }
}

/// Answers the newest question; those that somebody typed past meanwhile are passed over.
fn work(waiting: &Receiver<Finding>, answer: impl Fn(Msg)) {
    for first in waiting {
        let newest = waiting.try_iter().last().unwrap_or(first);
        answer(Msg::Found(Box::new(newest.run())));
    }
}
