//! What is confirmed on the disk, and what is on its way there (`store.md` §3).

use std::collections::VecDeque;

use crate::domain::edit::{Applied, Refusal, Step, apply_step};
use crate::domain::saving::SaveState;
use crate::domain::workspace::Workspace;

/// The confirmed workspace and the ordered pending steps.
pub struct Ledger {
    confirmed: Workspace,
    pending: VecDeque<Pending>,
    shown: Workspace,
    next: u64,
    in_flight: bool,
    blocked: Option<String>,
    unconfirmed: Option<String>,
}

/// A step that the disk has not got yet.
#[derive(Clone, Debug)]
pub struct Pending {
    /// Its number in this session.
    pub number: u64,
    /// The step.
    pub step: Step,
    /// What the message line says of it.
    pub said: String,
    /// Whether it takes something back or makes it again.
    pub takes_back: bool,
}

/// A step that no longer fits, since somebody else changed the file. It is not pending any more.
#[derive(Clone, Debug)]
pub struct Refused {
    /// The step.
    pub pending: Pending,
    /// Why it does not fit.
    pub why: Refusal,
}

impl Ledger {
    /// A workspace as it was read.
    pub fn new(workspace: Workspace) -> Self {
        Self {
            shown: workspace.clone(),
            confirmed: workspace,
            pending: VecDeque::new(),
            next: 1,
            in_flight: false,
            blocked: None,
            unconfirmed: None,
        }
    }

    /// The workspace with the pending steps on top.
    pub fn shown(&self) -> &Workspace {
        &self.shown
    }

    /// Whether anything is not on the disk yet.
    pub fn is_pending(&self) -> bool {
        !self.pending.is_empty()
    }

    /// Why nothing gets through, if it does not.
    pub fn blocked(&self) -> Option<&str> {
        self.blocked.as_deref()
    }

    /// What the title bar says.
    pub fn save_state(&self) -> SaveState {
        match (&self.blocked, self.pending.is_empty(), &self.unconfirmed) {
            (Some(reason), _, _) => SaveState::Failed(reason.clone()),
            (None, false, _) => SaveState::Saving,
            (None, true, Some(reason)) => SaveState::Unconfirmed(reason.clone()),
            (None, true, None) => SaveState::Saved,
        }
    }

    /// The steps that the disk has not got yet, the oldest first.
    pub fn pending(&self) -> impl Iterator<Item = &Pending> {
        self.pending.iter()
    }

    /// Applies a step to what is shown and puts it in the queue; gives back its number too.
    pub fn take(
        &mut self,
        step: Step,
        said: String,
        takes_back: bool,
    ) -> Result<(u64, Applied<Step>), Refusal> {
        let applied = apply_step(&mut self.shown, &step)?;
        let number = self.next;
        self.pending.push_back(Pending {
            number,
            step,
            said,
            takes_back,
        });
        self.next += 1;
        Ok((number, applied))
    }

    /// The step to send to the disk now, if none is on its way.
    pub fn send(&mut self) -> Option<Pending> {
        if self.in_flight {
            return None;
        }
        let first = self.pending.front()?.clone();
        self.in_flight = true;
        self.blocked = None;
        Some(first)
    }

    /// The disk has the first pending step; `confirmed` is what it holds now.
    pub fn confirm(
        &mut self,
        number: u64,
        confirmed: Workspace,
        unconfirmed: Option<String>,
    ) -> Vec<Refused> {
        self.in_flight = false;
        self.unconfirmed = unconfirmed;
        self.pending.pop_front_if(|first| first.number == number);
        self.rebase(confirmed)
    }

    /// The first pending step does not fit what the disk holds: theirs is taken. Gives back the step, and
    /// those behind it that fit as little.
    pub fn refuse(&mut self, number: u64, why: Refusal, theirs: Workspace) -> Vec<Refused> {
        self.in_flight = false;
        let first = self.pending.pop_front_if(|first| first.number == number);
        let mut refused: Vec<Refused> = first
            .map(|pending| Refused { pending, why })
            .into_iter()
            .collect();
        refused.extend(self.rebase(theirs));
        refused
    }

    /// The disk could not take the step; it stays pending with the reason.
    pub fn block(&mut self, reason: String) {
        self.in_flight = false;
        self.blocked = Some(reason);
    }

    /// Others changed the file: takes pending steps back, theirs in, and the pending ones again.
    /// Gives back those that no longer fit, and why. One that is on its way to the
    /// disk stays: the answer tells what becomes of it.
    pub fn take_in(&mut self, confirmed: Workspace) -> Vec<Refused> {
        self.rebase(confirmed)
    }

    fn rebase(&mut self, confirmed: Workspace) -> Vec<Refused> {
        let mut refused = Vec::new();
        let mut shown = confirmed.clone();
        let on_its_way = self.in_flight.then_some(self.pending.front()).flatten();
        let on_its_way = on_its_way.map(|first| first.number);
        for pending in std::mem::take(&mut self.pending) {
            match apply_step(&mut shown, &pending.step) {
                Err(why) if on_its_way != Some(pending.number) => {
                    refused.push(Refused { pending, why });
                }
                _ => self.pending.push_back(pending),
            }
        }
        self.confirmed = confirmed;
        self.shown = shown;
        refused
    }

    /// What the disk holds.
    pub fn confirmed(&self) -> &Workspace {
        &self.confirmed
    }
}
