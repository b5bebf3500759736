//! The thread with the store: it brings steps to the disk and sees what others did there, so that no
//! key waits for either.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;

use super::clerk::Clerk;
use crate::app::message::Msg;
use crate::app::state::Pending;
use crate::store::Store;
use crate::store::signs::{self, Sign};

/// What the thread is asked for.
enum Task {
    /// Bring a step to the disk.
    Commit(Pending),
    /// See what others did.
    Look,
    /// Nothing tells any more what others do: look from time to time.
    Blind,
    /// End, once everything before is done.
    End,
}

/// A thread with the store. Dropping it lets it finish what it has.
pub(super) struct Worker {
    tasks: Sender<Task>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Starts the thread; answers and news go to `answer`.
    pub(super) fn start(store: Store, answer: impl Fn(Msg) + Send + 'static) -> Self {
        let (tasks, waiting) = channel();
        let looks = tasks.clone();
        let told = signs::start(store.path(), move |sign| {
            let task = match sign {
                Sign::Changed => Task::Look,
                Sign::Blind => Task::Blind,
            };
            looks.send(task).is_ok()
        });
        let mut clerk = Clerk::new(store);
        let work = move || {
            work(&waiting, told, |task| match task {
                Order::Commit(pending) => answer(clerk.commit(&pending)),
                Order::Look => clerk.look().into_iter().for_each(&answer),
                Order::Leave => clerk.rewrite(),
            });
        };
        Self {
            tasks,
            thread: Some(std::thread::spawn(work)),
        }
    }

    /// Sends a step; false if the thread has ended.
    pub(super) fn send(&self, pending: Pending) -> bool {
        self.tasks.send(Task::Commit(pending)).is_ok()
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        let _ = self.tasks.send(Task::End);
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has said so through the hook already.
            let _ = thread.join();
        }
    }
}

/// What is done for a task.
enum Order {
    Commit(Pending),
    Look,
    Leave,
}

/// Works off the tasks. Where nothing tells what others do (`told`), looks from time to time.
fn work(waiting: &Receiver<Task>, mut told: bool, mut obey: impl FnMut(Order)) {
    // What happened between the opening and the beginning of the watch was told to nobody.
    obey(Order::Look);
    loop {
        let task = if told {
            waiting.recv().map_err(RecvTimeoutError::from)
        } else {
            waiting.recv_timeout(signs::INTERVAL)
        };
        match task {
            Ok(Task::Commit(pending)) => obey(Order::Commit(pending)),
            Ok(Task::Look) | Err(RecvTimeoutError::Timeout) => obey(Order::Look),
            Ok(Task::Blind) => {
                told = false;
                obey(Order::Look);
            }
            Ok(Task::End) | Err(RecvTimeoutError::Disconnected) => {
                obey(Order::Leave);
                return;
            }
        }
    }
}
