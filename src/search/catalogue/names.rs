//! What a query may name: the codes of the records, and the values that fields have in this workspace.

use std::collections::BTreeSet;

use crate::analysis::moment::periods;
use crate::domain::code;
use crate::domain::plan::Officer;
use crate::domain::workspace::Workspace;
use crate::search::{FieldName, KnownValue, Prepared};

/// Codes and values, made once for a catalogue.
#[derive(Clone, Default)]
pub(super) struct Names {
    /// Every code and code-like name, folded, sorted.
    codes: Vec<Box<str>>,
    themes: Vec<KnownValue>,
    boards: Vec<KnownValue>,
    officers: Vec<KnownValue>,
    organisations: Vec<KnownValue>,
    periods: Vec<KnownValue>,
}

impl Names {
    pub(super) fn new(workspace: &Workspace, documents: &[Prepared]) -> Self {
        let mut codes: Vec<Box<str>> = Vec::new();
        for document in documents {
            let named = document
                .fields()
                .iter()
                .filter(|field| matches!(field.name, FieldName::Code | FieldName::OtherName));
            codes.extend(named.map(|field| match &field.code {
                Some(code) => code.clone(),
                None => code::fold(field.key.text()).into(),
            }));
        }
        codes.retain(|code| !code.is_empty());
        codes.sort_unstable();
        codes.dedup();
        Self {
            codes,
            themes: themes(workspace),
            boards: boards(workspace),
            officers: officers(workspace),
            organisations: organisations(workspace),
            periods: periods(workspace)
                .iter()
                .rev()
                .map(|period| KnownValue::new(&period.to_string(), ""))
                .collect(),
        }
    }

    /// Whether a text (words with one blank between) begins a code.
    pub(super) fn begins_code(&self, text: &str) -> bool {
        let folded = code::fold(text);
        // Codes are sorted, so the first one not below the text is the one that could begin with it.
        let at = self
            .codes
            .partition_point(|known| known.as_ref() < folded.as_str());
        !folded.is_empty()
            && self
                .codes
                .get(at)
                .is_some_and(|known| known.starts_with(&folded))
    }

    /// The values that a field has in this workspace, where they can be listed.
    pub(super) fn values(&self, field: &str) -> &[KnownValue] {
        match field {
            "theme" => &self.themes,
            "board" => &self.boards,
            "officer" => &self.officers,
            "organisation" => &self.organisations,
            "period" | "updated" => &self.periods,
            _ => &[],
        }
    }
}

fn themes(workspace: &Workspace) -> Vec<KnownValue> {
    let themes = workspace.themes.iter().map(|theme| {
        let shown = if theme.code.is_empty() {
            theme.id.as_str()
        } else {
            &theme.code
        };
        KnownValue::new(shown, &theme.title)
    });
    themes.collect()
}

fn boards(workspace: &Workspace) -> Vec<KnownValue> {
    let boards = workspace.boards.iter();
    boards
        .map(|board| KnownValue::new(board.id.as_str(), &board.title))
        .collect()
}

/// Everybody with a part in something, by what they are called, each once, in alphabetical order.
fn officers(workspace: &Workspace) -> Vec<KnownValue> {
    let mut called: BTreeSet<&str> = every_officer(workspace).map(Officer::called).collect();
    let owners = workspace.indicators.iter().map(|it| it.owner.as_str());
    called.extend(owners);
    named(called)
}

/// Their organisations, in the same way.
fn organisations(workspace: &Workspace) -> Vec<KnownValue> {
    let officers = every_officer(workspace);
    named(officers.map(|it| it.organisation.as_str()).collect())
}

fn named(mut called: BTreeSet<&str>) -> Vec<KnownValue> {
    called.remove("");
    called
        .into_iter()
        .map(|name| KnownValue::new(name, ""))
        .collect()
}

fn every_officer(workspace: &Workspace) -> impl Iterator<Item = &Officer> {
    let of_priorities = workspace.priorities.iter().flat_map(|priority| {
        let then = priority.updates.iter();
        let then = then.flat_map(|update| update.officers.as_deref().unwrap_or_default());
        priority.officers.iter().chain(then)
    });
    let of_actions = workspace.actions.iter().flat_map(|action| {
        let parts = action.milestones.iter();
        let parts = parts.flat_map(|milestone| &milestone.officers);
        action.officers.iter().chain(parts)
    });
    let of_recommendations =
        (workspace.recommendations.iter()).flat_map(|recommendation| &recommendation.officers);
    let of_decisions = workspace.programme.iter();
    let of_decisions = of_decisions.flat_map(|programme| programme.decisions.iter());
    of_priorities
        .chain(of_actions)
        .chain(of_recommendations)
        .chain(of_decisions.flat_map(|decision| &decision.officers))
}
