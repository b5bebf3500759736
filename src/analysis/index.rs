//! Who refers to whom, found once a change instead of once a frame.

use std::collections::HashMap;

use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::recommendation::Via;
use crate::domain::workspace::Workspace;

/// The references of a workspace, the other way round.
#[derive(Clone, Debug, Default)]
pub struct Index {
    actions: HashMap<Id, Vec<Id>>,
    priorities: HashMap<Id, Vec<Id>>,
    themed: HashMap<Id, Vec<Id>>,
    routes: HashMap<RecordRef, Vec<Leaning>>,
    holders: HashMap<Id, Vec<Id>>,
    answering: HashMap<Id, Vec<Id>>,
}

/// A route that goes through a record: whose it is, and which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaning {
    /// The recommendation.
    pub recommendation: Id,
    /// The place of the route in its list.
    pub route: usize,
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
            for asked in &action.recommendations {
                let answering = index.answering.entry(asked.clone()).or_default();
                answering.push(action.id.clone());
            }
        }
        for priority in &workspace.priorities {
            index
                .themed
                .entry(priority.theme.clone())
                .or_default()
                .push(priority.id.clone());
            let joint = priority.updates.iter().flat_map(|it| &it.joint_with);
            for served in joint.filter(|id| **id != priority.id) {
                let holders = index.holders.entry(served.clone()).or_default();
                if holders.last() != Some(&priority.id) {
                    holders.push(priority.id.clone());
                }
            }
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
        for recommendation in &workspace.recommendations {
            for (route, via) in recommendation.routes.iter().enumerate() {
                let Some(record) = via.via.as_ref().and_then(Via::record) else {
                    continue;
                };
                index.routes.entry(record).or_default().push(Leaning {
                    recommendation: recommendation.id.clone(),
                    route,
                });
            }
        }
        index
    }

    /// Whether a change of these records can have changed the references.
    pub fn depends_on(touched: &[RecordRef]) -> bool {
        touched.iter().any(|record| {
            matches!(
                record.kind,
                Kind::Action | Kind::Priority | Kind::Recommendation
            )
        })
    }

    /// The actions of a priority, in the file's order.
    pub fn actions_of(&self, priority: &Id) -> &[Id] {
        self.actions.get(priority).map_or(&[], Vec::as_slice)
    }

    /// The actions that answer a recommendation, in the file's order.
    pub fn actions_answering(&self, recommendation: &Id) -> &[Id] {
        self.answering
            .get(recommendation)
            .map_or(&[], Vec::as_slice)
    }

    /// The priorities that list an indicator, now or in an earlier tracker.
    pub fn priorities_of(&self, indicator: &Id) -> &[Id] {
        self.priorities.get(indicator).map_or(&[], Vec::as_slice)
    }

    /// The routes that go through a record, in the order of their recommendations.
    pub fn routes_through(&self, record: &RecordRef) -> &[Leaning] {
        self.routes.get(record).map_or(&[], Vec::as_slice)
    }

    /// The priorities whose tracker of some period serves this one too.
    pub fn holders_of(&self, priority: &Id) -> &[Id] {
        self.holders.get(priority).map_or(&[], Vec::as_slice)
    }

    /// The priorities of a theme, in the file's order.
    pub fn priorities_under(&self, theme: &Id) -> &[Id] {
        self.themed.get(theme).map_or(&[], Vec::as_slice)
    }
}
