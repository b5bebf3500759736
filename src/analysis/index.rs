//! Who refers to whom, found once a change instead of once a frame.

use std::collections::HashMap;

use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::workspace::Workspace;

/// The references of a workspace, the other way round.
#[derive(Clone, Debug, Default)]
pub struct Index {
    actions: HashMap<Id, Vec<Id>>,
    priorities: HashMap<Id, Vec<Id>>,
    themed: HashMap<Id, Vec<Id>>,
}

impl Index {
    /// Reads all references.
    pub fn new(workspace: &Workspace) -> Self {
        let mut index = Self::default();
        for action in &workspace.actions {
            index
                .actions
                .entry(action.priority.clone())
                .or_default()
                .push(action.id.clone());
        }
        for priority in &workspace.priorities {
            index
                .themed
                .entry(priority.theme.clone())
                .or_default()
                .push(priority.id.clone());
            let then = priority
                .updates
                .iter()
                .filter_map(|update| update.indicators.as_ref())
                .flatten();
            for indicator in priority.indicators.iter().chain(then) {
                let leaning = index.priorities.entry(indicator.clone()).or_default();
                if leaning.last() != Some(&priority.id) {
                    leaning.push(priority.id.clone());
                }
            }
        }
        index
    }

    /// Whether a change of these records can have changed the references.
    pub fn depends_on(touched: &[RecordRef]) -> bool {
        touched
            .iter()
            .any(|record| matches!(record.kind, Kind::Action | Kind::Priority))
    }

    /// The actions of a priority, in the file's order.
    pub fn actions_of(&self, priority: &Id) -> &[Id] {
        self.actions.get(priority).map_or(&[], Vec::as_slice)
    }

    /// The priorities that list an indicator, now or in an earlier tracker.
    pub fn priorities_of(&self, indicator: &Id) -> &[Id] {
        self.priorities.get(indicator).map_or(&[], Vec::as_slice)
    }

    /// The priorities of a theme, in the file's order.
    pub fn priorities_under(&self, theme: &Id) -> &[Id] {
        self.themed.get(theme).map_or(&[], Vec::as_slice)
    }
}
