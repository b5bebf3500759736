//! A change that somebody else's came before, waiting to be decided (`store.md` §3).

use crate::domain::edit::{Anew, Clash, Refusal, Step, anew};
use crate::domain::json::Json;
use crate::domain::workspace::Workspace;

/// A change of mine that does not fit what somebody else made of the file meanwhile. It is kept until
/// the user decides: theirs, mine, or something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// What I wanted.
    pub step: Step,
    /// What the message line said of it.
    pub said: String,
    /// Who was first and when, as far as known: `anna, 10 Nov 14:05`.
    pub by: String,
    /// How it stands with the file as it is now.
    pub stands: Stands,
}

/// How a change of mine stands with what somebody else made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stands {
    /// These fields are different: mine can be put over theirs by this step.
    Over {
        /// The step over what is there now.
        step: Step,
        /// What differs; never empty.
        clashes: Vec<Clash>,
    },
    /// What I changed is gone: mine has nothing to be put into.
    Gone(Refusal),
}

impl Conflict {
    /// The first field in which mine and theirs differ.
    pub fn first(&self) -> Option<&Clash> {
        match &self.stands {
            Stands::Over { clashes, .. } => clashes.first(),
            Stands::Gone(_) => None,
        }
    }

    /// My text and theirs, where they differ in one text of several words: one can be made of both.
    pub fn texts(&self) -> Option<(String, String)> {
        let Stands::Over { clashes, .. } = &self.stands else {
            return None;
        };
        let [clash] = clashes.as_slice() else {
            return None;
        };
        let text = |value: &Option<Json>| value.as_ref().map(Json::to_text);
        let (mine, theirs) = (text(&clash.mine)??, text(&clash.theirs)??);
        let is_prose = |text: &str| text.trim().contains(char::is_whitespace);
        (is_prose(&mine) || is_prose(&theirs)).then_some((mine, theirs))
    }
}

/// What becomes of a step that no longer fits.
#[derive(Debug)]
pub enum Weighed {
    /// It is so already.
    Same,
    /// Both can stand, by this step.
    Both(Step),
    /// The user must decide.
    Decide(Stands),
}

/// Weighs a step against what is there now.
pub fn weigh(workspace: &Workspace, step: &Step) -> Weighed {
    match anew(workspace, step) {
        Ok(made) if made.step.edits.is_empty() => Weighed::Same,
        Ok(made) if made.clashes.is_empty() => Weighed::Both(made.step),
        Ok(Anew { step, clashes }) => Weighed::Decide(Stands::Over { step, clashes }),
        Err(refusal) => Weighed::Decide(Stands::Gone(refusal)),
    }
}
