//! Whose turn it is: everybody's, or one person's by name, post and role.

use super::{Ask, Task};
use crate::analysis::approval::same_person;
use crate::analysis::index::Index;
use crate::analysis::moment::Moment;
use crate::analysis::tracker::tracker;
use crate::domain::choice::Choice;
use crate::domain::id::Id;
use crate::domain::plan::{Officer, Role};
use crate::domain::workspace::Workspace;

/// Somebody, as the settings say who they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// What records may call them: their name, their post. Empty ones are nobody's.
    pub called: Vec<String>,
    /// `officer`, `director`, `adviser` or `board`; empty where it is not said.
    pub role: String,
}

/// Whose tasks are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    /// Everybody's.
    #[default]
    All,
    /// One person's. Officers and directors get what the records name them for; an adviser or the board
    /// gets the recommendations, all of them, since nobody else gives stages.
    Of(Person),
}

impl Person {
    /// Whether one of the officers is this person, by post or name.
    fn is_among(&self, officers: &[Officer]) -> bool {
        let is = |officer: &Officer| self.is(&officer.name) || self.is(&officer.post);
        officers.iter().any(is)
    }

    fn is(&self, name: &str) -> bool {
        self.called.iter().any(|own| same_person(own, name))
    }

    fn gives_stages(&self) -> bool {
        matches!(self.role.as_str(), "adviser" | "board")
    }
}

impl Whose {
    /// Whether a task is theirs.
    pub(super) fn has(
        &self,
        workspace: &Workspace,
        index: &Index,
        moment: Moment,
        task: &Task,
    ) -> bool {
        let Self::Of(person) = self else {
            return true;
        };
        if person.gives_stages() {
            return task.ask == Ask::Update;
        }
        let id = &task.record.id;
        let leads = |priority: &Id| leads(workspace, moment, person, priority);
        match task.ask {
            Ask::Tracker => {
                let priority = workspace.priorities.get(id.as_str());
                priority.is_some_and(|it| person.is_among(tracker(it, moment).officers(moment)))
            }
            Ask::Result(_) | Ask::Forecast(_) => {
                let indicator = workspace.indicators.get(id.as_str());
                indicator.is_some_and(|it| person.is(&it.owner))
                    || index.priorities_of(id).iter().any(leads)
            }
            Ask::Progress => workspace.actions.get(id.as_str()).is_some_and(|action| {
                let parts = action.milestones.iter();
                person.is_among(&action.officers)
                    || parts.into_iter().any(|it| person.is_among(&it.officers))
                    || leads(&action.priority)
            }),
            Ask::Update => {
                let found = workspace.recommendations.get(id.as_str());
                found.is_some_and(|it| person.is_among(&it.officers))
            }
        }
    }
}

/// Whether a person leads a priority or answers for it; who only contributes is not asked for its figures
/// and actions.
fn leads(workspace: &Workspace, moment: Moment, person: &Person, priority: &Id) -> bool {
    let answers = [
        Role::Lead,
        Role::AccountableOfficer,
        Role::AccountableDirector,
    ];
    let Some(priority) = workspace.priorities.get(priority.as_str()) else {
        return false;
    };
    let officers = tracker(priority, moment).officers(moment).iter();
    let answering = officers.filter(|it| {
        let role = it.role.as_ref().and_then(Choice::known);
        role.is_none_or(|role| answers.contains(&role))
    });
    answering
        .into_iter()
        .any(|it| person.is_among(std::slice::from_ref(it)))
}

/// Whether any record names this person at all; where none does, the settings name somebody else.
pub fn is_known(workspace: &Workspace, person: &Person) -> bool {
    let priorities = workspace.priorities.iter();
    let actions = workspace.actions.iter();
    person.gives_stages()
        || priorities.into_iter().any(|it| {
            let then = it.updates.iter().filter_map(|it| it.officers.as_deref());
            person.is_among(&it.officers) || then.into_iter().any(|it| person.is_among(it))
        })
        || actions.into_iter().any(|it| {
            let mut parts = it.milestones.iter();
            person.is_among(&it.officers) || parts.any(|it| person.is_among(&it.officers))
        })
        || workspace.indicators.iter().any(|it| person.is(&it.owner))
        || workspace
            .recommendations
            .iter()
            .any(|it| person.is_among(&it.officers))
}
