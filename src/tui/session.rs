//! One open file: its store at work, and the way back to where the user was in it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;

use super::memory;
use super::{Event, Worker};
use crate::app::effect::NewFile;
use crate::app::message::{Msg, Session};
use crate::app::state::File;
use crate::domain::workspace::Workspace;
use crate::store::Store;

/// A file as it was opened.
pub struct OpenFile {
    /// The store, unless nothing could be opened for writing.
    pub store: Option<Store>,
    /// The workspace as it was read.
    pub workspace: Workspace,
    /// What there is to say of its file.
    pub file: File,
    /// Where the file is, to come back to it.
    pub path: PathBuf,
}

/// How files are opened and made. Errors are sentences for the user: what is wrong, and what to do.
pub trait Files: Send + Sync {
    /// Opens a file.
    fn open(&self, path: &Path) -> Result<OpenFile, String>;

    /// Makes a file that is not there.
    fn make(&self, path: &Path, content: &NewFile) -> Result<(), String>;
}

/// What stands for an open file outside of the program's state.
pub(super) struct Desk {
    /// The thread with the store.
    pub(super) worker: Option<Worker>,
    /// Where the file is.
    pub(super) path: Option<PathBuf>,
    files: Arc<dyn Files>,
    sender: Sender<Event>,
}

impl Desk {
    /// Nothing is open.
    pub(super) fn new(files: Arc<dyn Files>, sender: Sender<Event>) -> Self {
        Self {
            worker: None,
            path: None,
            files,
            sender,
        }
    }

    /// Begins with a file: its store goes to work. Gives back what the program is to know of it.
    pub(super) fn begin(&mut self, opened: OpenFile) -> Session {
        self.worker = opened.store.map(|store| {
            let sender = self.sender.clone();
            Worker::start(store, move |msg| drop(sender.send(Event::Store(msg))))
        });
        let resumed = memory::recall(&opened.path);
        self.path = Some(opened.path);
        Session {
            workspace: opened.workspace,
            file: opened.file,
            resumed,
        }
    }

    /// Opens a file on a thread of its own, made before if need be: a large one takes a moment.
    pub(super) fn open(&self, path: PathBuf, made: Option<NewFile>) {
        let (files, sender) = (Arc::clone(&self.files), self.sender.clone());
        std::thread::spawn(move || {
            let made = made.map_or(Ok(()), |content| files.make(&path, &content));
            let event = match made.and_then(|()| files.open(&path)) {
                Ok(opened) => Event::Opened(Box::new(opened)),
                Err(reason) => Event::Store(Msg::NotOpened(reason)),
            };
            drop(sender.send(event));
        });
    }
}
