//! The rows of the recommendations, by what asked for them.

use crate::app::state::{ListName, State};
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::workspace::Workspace;

/// Derives what the screen shows, and its rows.
pub(super) fn derive(state: &mut State) {
    super::refresh_from(state, ListName::Recommendations);
}

/// Every recommendation; those of one source together, in the order in which the sources first appear.
pub(super) fn rows(state: &State) -> Vec<Id> {
    let workspace = state.workspace();
    let mut sources: Vec<String> = Vec::new();
    let mut rows: Vec<(usize, Id)> = Vec::new();
    for recommendation in &workspace.recommendations {
        let source = source(workspace, &recommendation.id);
        let place = sources.iter().position(|known| *known == source);
        let place = place.unwrap_or_else(|| {
            sources.push(source);
            sources.len() - 1
        });
        rows.push((place, recommendation.id.clone()));
    }
    rows.sort_by_key(|(place, _)| *place);
    rows.into_iter().map(|(_, id)| id).collect()
}

/// The headings of its groups: what asked, and for an inquiry its title.
pub(super) fn group(state: &mut State) {
    let mut list = std::mem::take(&mut state.recommendations.list);
    list.group(|id| source(state.workspace(), id));
    state.recommendations.list = list;
}

fn source(workspace: &Workspace, id: &Id) -> String {
    let Some(recommendation) = workspace.recommendations.get(id.as_str()) else {
        return String::new();
    };
    let inquiry = RecordRef::new(Kind::Inquiry, &recommendation.inquiry);
    let inquiry = workspace
        .inquiries
        .get(inquiry.id.as_str())
        .map_or("", |inquiry| inquiry.title.as_str());
    match (recommendation.asked_by.is_empty(), inquiry.is_empty()) {
        (false, false) => format!("{}: {inquiry}", recommendation.asked_by),
        (false, true) => recommendation.asked_by.clone(),
        (true, false) => inquiry.to_owned(),
        (true, true) => "Source not recorded".to_owned(),
    }
}
