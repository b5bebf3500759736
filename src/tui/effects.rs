//! Performs what `update` asks for, and tells it how it went.

use std::io;

use super::input::Input;
use super::private;
use super::seeker::Seeker;
use super::session::{Desk, OpenFile};
use super::terminal::{Suspension, Terminal, TerminalError};
use super::{editor, folder};
use crate::app::effect::Effect;
use crate::app::finding::{Finding, is_large};
use crate::app::message::Msg;
use crate::app::state::{Notice, State};
use crate::app::update::update;
use crate::domain::plan::View;
use crate::text::display_safe_lines;

/// What lies outside the program.
pub(super) struct Outside<'a> {
    pub(super) terminal: &'a mut Terminal,
    pub(super) input: &'a Input,
    pub(super) desk: &'a mut Desk,
    pub(super) seeker: &'a Seeker,
}

impl Outside<'_> {
    /// Performs an effect; true when the program is to end.
    pub(super) fn perform(
        &mut self,
        state: &mut State,
        effect: Effect,
    ) -> Result<bool, TerminalError> {
        match effect {
            Effect::Quit => return Ok(true),
            Effect::EditText(text) => {
                let outcome = editor::edit(self.terminal, self.input, &text)?;
                for next in update(state, Msg::Edited(outcome)) {
                    self.perform(state, next)?;
                }
            }
            Effect::KeepText(text) => {
                update(state, Msg::Said(Notice::error(editor::not_taken(&text))));
            }
            Effect::Repaint => self.terminal.repaint()?,
            Effect::Mouse(on) => self.terminal.set_mouse(on)?,
            Effect::Suspend => self.suspend(state)?,
            Effect::Copy { text, what } => {
                // What is copied out of a file is pasted elsewhere, perhaps into a shell.
                let safe = display_safe_lines(&text);
                let notice = match self.terminal.copy(&safe) {
                    Ok(()) => Notice::copied(&safe, &what),
                    Err(TerminalError::Copy(too_long)) => {
                        Notice::error(format!("Not copied: {too_long}"))
                    }
                    Err(error) => return Err(error),
                };
                update(state, Msg::Said(notice));
            }
            Effect::ListFolder(folder) => {
                let names = folder::names(&folder);
                update(state, Msg::Listed { folder, names });
            }
            Effect::Open { path } => self.desk.open(folder::path(&path), None),
            Effect::Make { path, content } => {
                self.desk.open(folder::path(&path), Some(content));
            }
            Effect::KeepView(view) => {
                let kept = private::keep_view(&view);
                private_views(state, kept, &format!("View “{}” kept for you", view.name));
            }
            Effect::ForgetView(name) => {
                let left = private::forget_view(&name);
                private_views(state, left, &format!("View “{name}” deleted"));
            }
            Effect::Find(finding) => self.seeker.send(*finding),
            Effect::ReadBack => {
                if let Some(worker) = &self.desk.worker {
                    worker.read_back();
                }
            }
            Effect::Verify => {
                if let Some(worker) = &self.desk.worker {
                    worker.verify();
                }
            }
            Effect::Commit(pending) => {
                if !self.desk.worker.as_ref().is_some_and(|it| it.send(pending)) {
                    let reason = "the part of the program that saves has stopped. Leave and open the file again".to_owned();
                    update(
                        state,
                        Msg::SaveFailed {
                            reason,
                            faults: Vec::new(),
                        },
                    );
                }
            }
        }
        Ok(false)
    }

    /// A file was opened: the program begins with it.
    pub(super) fn begin(&mut self, state: &mut State, opened: OpenFile) -> Vec<Effect> {
        let session = self.desk.begin(opened);
        let effects = update(state, Msg::Opened(Box::new(session)));
        if is_large(state.workspace()) {
            self.seeker.send(Finding::of_nothing(state));
        }
        effects
    }

    /// Gives the terminal to the shell until it wakes the program.
    pub(super) fn suspend(&mut self, state: &mut State) -> Result<(), TerminalError> {
        if self.terminal.suspend(self.input)? == Suspension::NoShell {
            update(
                state,
                Msg::Said(Notice::warning("There is no shell to go back to; q leaves")),
            );
        }
        Ok(())
    }

    /// Takes the terminal back.
    pub(super) fn resume(&mut self) -> Result<(), TerminalError> {
        self.terminal.resume(self.input)
    }
}

/// Tells what became of the views of this user.
fn private_views(state: &mut State, views: io::Result<Vec<View>>, done: &str) {
    let msg = match views {
        Ok(views) => Msg::PrivateViews(views, Notice::done(done)),
        Err(error) => Msg::Said(Notice::error(format!(
            "Not kept: your views cannot be written ({error})"
        ))),
    };
    update(state, msg);
}
