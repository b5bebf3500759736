//! The finder: everything, by a half-remembered word.

use std::sync::Arc;

use super::follow;
use crate::analysis::counts::is_retired;
use crate::analysis::tracker::tracker;
use crate::app::effect::Effect;
use crate::app::finding::{Answer, DESCRIBED, Finding, is_large};
use crate::app::line::InputLine;
use crate::app::rows::{bring_up_to_date, catalogue, refresh_all, refresh_from};
use crate::app::state::{Finder, ListName, Notice, Overlay, Page, Pane, Screen, State};
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::search::{Assist, Hits};

/// So many hits below the selected one are described before somebody comes to them.
const AHEAD: usize = 32;

/// Opens the finder.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    if !is_large(state.workspace()) {
        catalogue(state);
    }
    let mut finder = Finder::default();
    finder.assist = assist_of(state, &finder.line);
    state.overlays.push(Overlay::Finder(finder));
    Vec::new()
}

/// Finds what is typed so far: at once, or, in a large workspace, on a thread of its own.
pub(super) fn typed(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Finder(finder)) = state.overlays.last() else {
        return Vec::new();
    };
    let assist = assist_of(state, &finder.line);
    let number = finder.asked + 1;
    let finding = Finding {
        number,
        typed: finder.line.text().to_owned(),
        catalogue: state.catalogue.clone(),
        workspace: state.workspace().clone(),
        index: state.index.clone(),
        moment: state.moment,
        who: state.who.clone(),
        previous: previous(state, finder),
    };
    let at_once = !is_large(state.workspace());
    if let Some(Overlay::Finder(finder)) = state.overlays.last_mut() {
        finder.asked = number;
        finder.waits = true;
        finder.assist = assist;
    }
    if at_once {
        return found(state, finding.run());
    }
    vec![Effect::Find(Box::new(finding))]
}

/// What fits in a line where its cursor stands.
pub(super) fn assist_of(state: &State, line: &InputLine) -> Assist {
    let known = state.catalogue.as_ref();
    known.map_or_else(Assist::default, |known| {
        known.assist(line.text(), line.cursor())
    })
}

/// The hits of the question before, where they were found in the catalogue of now.
fn previous(state: &State, finder: &Finder) -> Option<Hits> {
    let (of, hits) = finder.hits.as_ref()?;
    let now = state.catalogue.as_ref()?;
    Arc::ptr_eq(of, now).then(|| hits.clone())
}

/// Takes an answer, unless something else was asked since.
pub(super) fn found(state: &mut State, answer: Answer) -> Vec<Effect> {
    if answer.catalogue.is_of(state.workspace(), state.moment) {
        state.catalogue = Some(Arc::clone(&answer.catalogue));
    }
    if let Some(Overlay::Finder(finder)) = state.overlays.last_mut()
        && finder.asked == answer.number
    {
        finder.found = answer.found;
        finder.hits = Some((answer.catalogue, answer.hits));
        finder.waits = false;
        finder.selected = 0;
        finder.offset = 0;
    }
    Vec::new()
}

/// Selects another hit; those that come into view next are described now.
pub(super) fn choose(state: &mut State, by: isize) {
    let Some(Overlay::Finder(finder)) = state.overlays.last() else {
        return;
    };
    let last = finder.found.total.saturating_sub(1);
    let selected = finder.selected.saturating_add_signed(by).min(last);
    let described = finder.found.hits.len();
    let asked = state.asked();
    let more = match &finder.hits {
        Some((catalogue, hits)) if selected + AHEAD >= described && described <= last => {
            catalogue.described(hits, described..selected + AHEAD + DESCRIBED, &asked)
        }
        _ => Vec::new(),
    };
    if let Some(Overlay::Finder(finder)) = state.overlays.last_mut() {
        finder.found.hits.extend(more);
        let last = finder.found.hits.len().saturating_sub(1);
        finder.selected = selected.min(last);
    }
}

/// Takes the first of what fits where the cursor stands.
pub(super) fn complete(state: &mut State) -> Vec<Effect> {
    let Some(overlay) = state.overlays.last_mut() else {
        return Vec::new();
    };
    let assist = match overlay {
        Overlay::Finder(finder) => finder.assist.clone(),
        Overlay::Filter { assist, .. } => assist.clone(),
        _ => return Vec::new(),
    };
    let (Some(line), Some(first)) = (overlay.line_mut(), assist.options.first()) else {
        return Vec::new();
    };
    line.replace(assist.range, &first.insert);
    super::line_changed(state)
}

/// Goes to the selected hit.
pub(super) fn accept(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Finder(finder)) = state.overlays.last() else {
        return Vec::new();
    };
    let Some(record) = finder
        .found
        .hits
        .get(finder.selected)
        .map(|hit| hit.record.clone())
    else {
        return Vec::new();
    };
    state.overlays.pop();
    if state
        .workspace()
        .record(record.kind, record.id.as_str())
        .is_none()
    {
        state.notice = Some(Notice::warning("Somebody else took that out of the file"));
        return Vec::new();
    }
    go_to(state, &record);
    Vec::new()
}

/// Goes to the screen that lists a record and selects it there, in the panes to the left what it belongs
/// to. Filters that hide it are lifted. A record that no list shows is opened as a page, where one is.
pub(super) fn go_to(state: &mut State, record: &RecordRef) {
    let from = state.screen;
    if let Some(screen) = Screen::of_kind(record.kind) {
        follow::jump(state, screen);
        bring_up_to_date(state);
    }
    state.pages.clear(state.screen);
    let shown = match record.kind {
        Kind::Theme => select(state, Pane::Themes.into(), &record.id),
        Kind::Priority => go_to_priority(state, &record.id),
        Kind::Indicator => {
            let priority = aligned(state, &record.id);
            go_to_part(state, priority, Pane::Indicators, record)
        }
        Kind::Action => {
            let found = state.workspace().actions.get(record.id.as_str());
            let priority = found.map(|action| action.priority.clone());
            go_to_part(state, priority, Pane::Actions, record)
        }
        Kind::Recommendation => select(state, ListName::Recommendations, &record.id),
        _ => select_named(state, record),
    };
    if !shown {
        if state.screen != from {
            state.trail.pop();
            state.screen = from;
        }
        state.pages.open(from, Page::of(record.clone()));
    }
}

/// Selects the first row of the list in view that stands for a record; false where none does.
fn select_named(state: &mut State, record: &RecordRef) -> bool {
    let name = state.focused();
    let stands_for = |row: &&Id| name.record(row).as_ref() == Some(record);
    let row = state.list(name).rows.iter().find(stands_for).cloned();
    row.is_some_and(|row| select(state, name, &row))
}

/// A priority that the indicator is aligned with in the period in view: the selected one, if it is.
fn aligned(state: &State, indicator: &Id) -> Option<Id> {
    let lists_it = |id: &&Id| {
        let priority = state.workspace().priorities.get(id.as_str());
        priority.is_some_and(|priority| {
            tracker(priority, state.moment)
                .indicators(state.moment)
                .contains(indicator)
        })
    };
    let priorities = state.index.priorities_of(indicator).iter();
    let mut aligned = priorities.filter(lists_it);
    let selected = state.trackers.priorities.selected.as_ref();
    let first = aligned.clone().next();
    aligned.find(|id| Some(*id) == selected).or(first).cloned()
}

/// Selects a part of a priority in its pane; false where it cannot be shown there.
fn go_to_part(state: &mut State, priority: Option<Id>, pane: Pane, record: &RecordRef) -> bool {
    priority.is_some_and(|priority| {
        go_to_priority(state, &priority) && select(state, pane.into(), &record.id)
    })
}

/// Selects a priority; false where the period in view does not show it.
fn go_to_priority(state: &mut State, id: &Id) -> bool {
    let Some(priority) = state.workspace().priorities.get(id.as_str()) else {
        return false;
    };
    let theme = priority.theme.clone();
    if is_retired(priority, state.moment) {
        return false;
    }
    if state.trackers.theme().is_some_and(|shown| *shown != theme) {
        // Every filter leaves out "All".
        state.trackers.themes.filter.clear();
        state.trackers.themes.selected = Some(Id::default());
        refresh_all(state);
    }
    select(state, Pane::Priorities.into(), id)
}

/// Selects a row of a list and gives it the keys, without the filter where that hides it; false where
/// the list does not have it.
fn select(state: &mut State, name: ListName, row: &Id) -> bool {
    if !state.list(name).rows.contains(row) {
        state.list_mut(name).filter.clear();
        refresh_from(state, name);
    }
    if !state.list(name).rows.contains(row) {
        return false;
    }
    if let ListName::Pane(pane) = name {
        state.trackers.focus = pane;
    }
    state.list_mut(name).selected = Some(row.clone());
    super::navigate::selected(state, name);
    true
}
