//! What a record belongs to: priorities, themes, officers.

use crate::analysis::approval::same_person;
use crate::analysis::tracker::tracker;
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::plan::Officer;

use crate::search::{Filter, Test};

use super::Asked;

impl Asked<'_> {
    /// The priorities that a record belongs to: itself, those that list an indicator, that of an action,
    /// those that a highlight is about.
    fn priorities(&self, record: &RecordRef) -> Vec<Id> {
        let id = record.id.as_str();
        match record.kind {
            Kind::Priority => vec![record.id.clone()],
            Kind::Indicator => self.index.priorities_of(&record.id).to_vec(),
            Kind::Action => {
                let action = self.workspace.actions.get(id);
                action.map(|it| it.priority.clone()).into_iter().collect()
            }
            Kind::Highlight => {
                let concerns = self.workspace.highlights.get(id);
                let concerns = concerns.into_iter().flat_map(|it| &it.concerns);
                concerns
                    .filter_map(|named| RecordRef::read(named))
                    .filter(|named| named.kind == Kind::Priority)
                    .map(|named| named.id)
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    /// The themes that a record belongs to, by code, or by id where a theme has none.
    pub(super) fn themes(&self, record: &RecordRef) -> Vec<String> {
        let own = (record.kind == Kind::Theme).then(|| record.id.clone());
        let priorities = self.priorities(record);
        let of_priorities = priorities
            .iter()
            .filter_map(|id| self.workspace.priorities.get(id.as_str()))
            .map(|priority| priority.theme.clone());
        let themes = own.into_iter().chain(of_priorities);
        let called = themes.map(|id| match self.workspace.themes.get(id.as_str()) {
            Some(theme) if !theme.code.is_empty() => theme.code.clone(),
            _ => id.to_string(),
        });
        called.collect()
    }

    /// Everybody with a part in a record at the moment, in all the words that name them.
    pub(super) fn people(&self, record: &RecordRef) -> Vec<&str> {
        let id = record.id.as_str();
        let workspace = self.workspace;
        let programme = workspace.programme.as_ref();
        let mut people: Vec<&str> = Vec::new();
        match record.kind {
            Kind::Priority => {
                if let Some(priority) = workspace.priorities.get(id) {
                    let then = tracker(priority, self.moment).officers(self.moment);
                    people.extend(words_of(then));
                }
            }
            Kind::Indicator => {
                people.extend(workspace.indicators.get(id).map(|it| it.owner.as_str()));
            }
            Kind::Action => {
                if let Some(action) = workspace.actions.get(id) {
                    people.extend(words_of(&action.officers));
                    let parts = action.milestones.iter();
                    people.extend(parts.flat_map(|part| words_of(&part.officers)));
                }
            }
            Kind::Recommendation => {
                if let Some(recommendation) = workspace.recommendations.get(id) {
                    people.extend(words_of(&recommendation.officers));
                }
            }
            Kind::Answer => people.extend(workspace.answers.get(id).map(|it| it.by.as_str())),
            Kind::Group => {
                let group = programme.and_then(|it| it.groups.get(id));
                people.extend(
                    group
                        .into_iter()
                        .flat_map(|it| &it.members)
                        .map(String::as_str),
                );
            }
            Kind::Decision => {
                if let Some(decision) = programme.and_then(|it| it.decisions.get(id)) {
                    people.push(&decision.maker);
                    people.extend(words_of(&decision.officers));
                }
            }
            _ => {}
        }
        people.retain(|text| !text.is_empty());
        people
    }
}

impl Asked<'_> {
    /// Whether somebody with a part in a record is asked for; `me` is whoever asks, by the name in the settings.
    pub(super) fn officer_holds(&self, record: &RecordRef, filter: &Filter) -> bool {
        let people = self.people(record);
        filter.tests.iter().any(|test| match test {
            Test::Is(who) if who == ME => {
                let own = &self.who.name;
                !own.is_empty() && people.iter().any(|text| same_person(own, text))
            }
            test => people.iter().any(|text| test.holds_for_text(text)),
        })
    }

    /// The organisations of everybody with a part in a record.
    pub(super) fn organisations(&self, record: &RecordRef) -> Vec<&str> {
        let officers = self.officers(record);
        let named = officers.iter().map(|officer| officer.organisation.as_str());
        named.filter(|name| !name.is_empty()).collect()
    }

    /// The officers of a record, those of its milestones too.
    pub(super) fn officers(&self, record: &RecordRef) -> Vec<&Officer> {
        let id = record.id.as_str();
        let workspace = self.workspace;
        match record.kind {
            Kind::Priority => workspace.priorities.get(id).map_or_else(Vec::new, |it| {
                tracker(it, self.moment)
                    .officers(self.moment)
                    .iter()
                    .collect()
            }),
            Kind::Action => workspace.actions.get(id).map_or_else(Vec::new, |action| {
                let parts = action.milestones.iter().flat_map(|part| &part.officers);
                action.officers.iter().chain(parts).collect()
            }),
            Kind::Recommendation => {
                let found = workspace.recommendations.get(id);
                found.map_or_else(Vec::new, |it| it.officers.iter().collect())
            }
            Kind::Decision => {
                let programme = workspace.programme.as_ref();
                let found = programme.and_then(|it| it.decisions.get(id));
                found.map_or_else(Vec::new, |it| it.officers.iter().collect())
            }
            _ => Vec::new(),
        }
    }
}

/// The word for whoever asks.
const ME: &str = "me";

fn words_of(officers: &[Officer]) -> impl Iterator<Item = &str> {
    officers.iter().flat_map(|officer| {
        let words = [
            &officer.post,
            &officer.name,
            &officer.organisation,
            &officer.r#for,
        ];
        words.map(String::as_str)
    })
}
