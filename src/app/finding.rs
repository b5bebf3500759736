//! A search as a value: what is asked, of which state of the workspace. It can be done at once, or on a
//! thread of its own while the user types on.

use std::sync::Arc;

use super::state::State;
use crate::analysis::index::Index;
use crate::analysis::moment::Moment;
use crate::domain::entry::Who;
use crate::domain::record::Members;
use crate::domain::workspace::Workspace;
use crate::search::Hits;
use crate::search::catalogue::{Catalogue, FOUND, Found};
use crate::search::fields::Asked;

/// In workspaces with more records than this, searches are done on a thread of their own.
pub const AT_ONCE: usize = 10_000;

/// So many hits are described at first; more when somebody goes on to them.
pub const DESCRIBED: usize = 64;

/// What is to be found.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Which question this is; an answer to an earlier one is of no more use.
    pub number: u64,
    /// What was typed.
    pub typed: String,
    /// The catalogue as it was last, if there is one: it is brought up to date first.
    pub catalogue: Option<Arc<Catalogue>>,
    /// The workspace.
    pub workspace: Workspace,
    /// Its references.
    pub index: Arc<Index>,
    /// The moment in view.
    pub moment: Moment,
    /// Who asks.
    pub who: Who,
    /// What the question before found in that catalogue.
    pub previous: Option<Hits>,
}

/// What was found.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Which question it answers.
    pub number: u64,
    /// The catalogue, up to date.
    pub catalogue: Arc<Catalogue>,
    /// Every hit.
    pub hits: Hits,
    /// The first of them as they are shown.
    pub found: Found,
}

impl Finding {
    /// Nothing to be found, only the catalogue to be made, so that it is there when somebody asks.
    pub fn of_nothing(state: &State) -> Self {
        Self {
            number: 0,
            typed: String::new(),
            catalogue: state.catalogue.clone(),
            workspace: state.workspace().clone(),
            index: Arc::clone(&state.index),
            moment: state.moment,
            who: state.who.clone(),
            previous: None,
        }
    }

    /// Finds.
    pub fn run(self) -> Answer {
        let catalogue = current(self.catalogue.as_ref(), &self.workspace, self.moment);
        let same = self
            .catalogue
            .is_some_and(|before| Arc::ptr_eq(&before, &catalogue));
        let asked = Asked {
            workspace: &self.workspace,
            index: &self.index,
            moment: self.moment,
            who: &self.who,
        };
        let previous = self.previous.filter(|_| same);
        let (hits, found) = match catalogue.parse_so_far(&self.typed) {
            Ok(query) if query.is_empty() => (Hits::default(), Found::default()),
            Ok(query) => {
                let hits = catalogue.search_after(&query, previous.as_ref(), &asked);
                let found = Found {
                    hits: catalogue.described(&hits, 0..DESCRIBED, &asked),
                    total: hits.total(),
                    trouble: None,
                };
                (hits, found)
            }
            Err(trouble) => {
                let found = Found {
                    trouble: Some(trouble),
                    ..Found::default()
                };
                (Hits::default(), found)
            }
        };
        Answer {
            number: self.number,
            catalogue,
            hits,
            found,
        }
    }
}

/// The catalogue of a workspace at a moment: the one that is there, or that brought up to date.
pub fn current(
    known: Option<&Arc<Catalogue>>,
    workspace: &Workspace,
    moment: Moment,
) -> Arc<Catalogue> {
    match known {
        Some(known) if known.is_of(workspace, moment) => Arc::clone(known),
        Some(known) => Arc::new(known.renewed(workspace, moment)),
        None => Arc::new(Catalogue::new(workspace, moment)),
    }
}

/// Whether a workspace is so large that nobody waits for a search of it with the next key.
pub fn is_large(workspace: &Workspace) -> bool {
    let found = FOUND.iter().filter_map(|kind| workspace.records(*kind));
    found.map(Members::len).sum::<usize>() > AT_ONCE
}
