//! The thread with the store: it brings steps to the disk and sees what others did there, so that no
//! key waits for either. The file itself is written, and the journal verified, on threads of their own.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::clerk::{self, Clerk};
use crate::app::message::Msg;
use crate::app::state::Pending;
use crate::store::Store;
use crate::store::signs::{self, Sign};

/// How long nothing must have been saved before the file itself is written anew.
const IDLE: Duration = Duration::from_secs(3);

/// What the thread is asked for.
enum Task {
    /// Bring a step to the disk.
    Commit(Pending),
    /// Read changes further back.
    ReadBack,
    /// See what others did.
    Look,
    /// Nothing tells any more what others do: look from time to time.
    Blind,
    /// The file itself was written, or could not be.
    Written,
    /// End, once everything before is done.
    End,
}

/// Where answers and news go.
type Answer = Arc<dyn Fn(Msg) + Send + Sync>;

/// A thread with the store. Dropping it lets it finish what it has.
pub(super) struct Worker {
    tasks: Sender<Task>,
    answer: Answer,
    path: PathBuf,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Starts the thread; answers and news go to `answer`.
    pub(super) fn start(store: Store, answer: impl Fn(Msg) + Send + Sync + 'static) -> Self {
        let (tasks, waiting) = channel();
        let looks = tasks.clone();
        let told = signs::start(store.path(), move |sign| {
            let task = match sign {
                Sign::Changed => Task::Look,
                Sign::Blind => Task::Blind,
            };
            looks.send(task).is_ok()
        });
        let answer: Answer = Arc::new(answer);
        let path = store.path().to_owned();
        let desk = Desk {
            clerk: Clerk::new(store),
            answer: Arc::clone(&answer),
            tasks: tasks.clone(),
            told,
            write_at: None,
            writing: false,
        };
        Self {
            tasks,
            answer,
            path,
            thread: Some(std::thread::spawn(move || desk.work(&waiting))),
        }
    }

    /// Sends a step; false if the thread has ended.
    pub(super) fn send(&self, pending: Pending) -> bool {
        self.tasks.send(Task::Commit(pending)).is_ok()
    }

    /// Asks for changes further back in the journal.
    pub(super) fn read_back(&self) {
        let _ = self.tasks.send(Task::ReadBack);
    }

    /// Has the journal verified, on a thread of its own: that takes as long as the journal.
    pub(super) fn verify(&self) {
        let (path, answer) = (self.path.clone(), Arc::clone(&self.answer));
        std::thread::spawn(move || answer(clerk::verify(&path)));
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

/// What the thread works with.
struct Desk {
    clerk: Clerk,
    answer: Answer,
    tasks: Sender<Task>,
    /// Whether others' changes are told; else they are looked for.
    told: bool,
    /// When the file itself is to be written anew, if nothing is saved before.
    write_at: Option<Instant>,
    /// Whether it is being written.
    writing: bool,
}

impl Desk {
    fn work(mut self, waiting: &Receiver<Task>) {
        // What happened between the opening and the beginning of the watch was told to nobody.
        self.look();
        self.read_back();
        loop {
            match self.next(waiting) {
                Ok(Task::Commit(pending)) => {
                    (self.answer)(self.clerk.commit(&pending));
                    self.write_at = Some(Instant::now() + IDLE);
                }
                Ok(Task::ReadBack) => self.read_back(),
                Ok(Task::Look) => self.look(),
                Ok(Task::Blind) => {
                    self.told = false;
                    self.look();
                }
                Ok(Task::Written) => {
                    self.writing = false;
                    self.look();
                }
                Err(RecvTimeoutError::Timeout) => self.idle(),
                Ok(Task::End) | Err(RecvTimeoutError::Disconnected) => {
                    self.clerk.rewrite();
                    return;
                }
            }
        }
    }

    /// Waits for the next task; no longer than until the file is to be written, or the next look is due.
    fn next(&self, waiting: &Receiver<Task>) -> Result<Task, RecvTimeoutError> {
        let until_write = self
            .write_at
            .filter(|_| !self.writing)
            .map(|at| at.saturating_duration_since(Instant::now()));
        let until_look = (!self.told).then_some(signs::INTERVAL);
        match until_write.into_iter().chain(until_look).min() {
            Some(limit) => waiting.recv_timeout(limit),
            None => waiting.recv().map_err(RecvTimeoutError::from),
        }
    }

    fn look(&mut self) {
        self.clerk.look().into_iter().for_each(&*self.answer);
    }

    fn read_back(&mut self) {
        (self.answer)(self.clerk.read_back());
    }

    /// Nothing happened for a while.
    fn idle(&mut self) {
        if !self.told {
            self.look();
        }
        if self.writing || self.write_at.is_none_or(|at| at > Instant::now()) {
            return;
        }
        self.write_at = None;
        let Some(snapshot) = self.clerk.snapshotting() else {
            return;
        };
        self.writing = true;
        let (answer, tasks) = (Arc::clone(&self.answer), self.tasks.clone());
        let path = self.clerk.path().to_owned();
        std::thread::spawn(move || {
            answer(clerk::write(snapshot, &path));
            let _ = tasks.send(Task::Written);
        });
    }
}
