//! Saved views: choosing one, saving the list in view as one, deleting one.

use super::{change, filter, navigate};
use crate::app::effect::Effect;
use crate::app::line::InputLine;
use crate::app::rows::{bring_up_to_date, catalogue, filter_anew, refresh_from};
use crate::app::state::{ListName, Notice, Overlay, Pane, Question, State, Table, ViewMenu};
use crate::domain::edit::{Edit, ListPlace, Place, Step};
use crate::domain::form::{Draft, Object};
use crate::domain::id::Id;
use crate::domain::json::Json;
use crate::domain::kind::Kind;
use crate::domain::plan::View;
use crate::domain::record::Record as _;
use crate::search::view::{Keeper, ListView, is_built_in, named, offered};

/// Offers the views by number, the one in view selected.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let views = offered(state.workspace(), &state.private_views);
    let now = &state.list(state.focused()).view;
    let selected = views.iter().position(|view| view.name == *now);
    state.overlays.push(Overlay::Views(ViewMenu {
        views,
        selected: selected.unwrap_or(0),
    }));
    Vec::new()
}

/// Shows the view with a number, as the menu counts them.
pub(super) fn pick(state: &mut State, number: usize) -> Vec<Effect> {
    match (state.overlays.last_mut(), number.checked_sub(1)) {
        (Some(Overlay::Views(menu)), Some(place)) if place < menu.views.len() => {
            menu.selected = place;
            accept(state)
        }
        _ => Vec::new(),
    }
}

/// Shows the selected view.
pub(super) fn accept(state: &mut State) -> Vec<Effect> {
    let Some(view) = still_there(state) else {
        return Vec::new();
    };
    state.overlays.pop();
    show(state, &view);
    Vec::new()
}

/// The selected view as it is now: somebody else may have changed it since the menu was opened, or deleted
/// it. In that case the menu says so and offers what there is.
fn still_there(state: &mut State) -> Option<ListView> {
    let Some(Overlay::Views(menu)) = state.overlays.last() else {
        return None;
    };
    let chosen = menu.views.get(menu.selected)?;
    let (name, keeper) = (chosen.name.clone(), chosen.keeper);
    let views = offered(state.workspace(), &state.private_views);
    let mut now = views.iter();
    let found = now.find(|view| view.name == name && view.keeper == keeper);
    if let Some(found) = found {
        return Some(found.clone());
    }
    if let Some(Overlay::Views(menu)) = state.overlays.last_mut() {
        menu.selected = menu.selected.min(views.len().saturating_sub(1));
        menu.views = views;
    }
    let gone = format!("“{name}” is not there any more: somebody deleted it");
    state.notice = Some(Notice::warning(gone));
    None
}

/// Shows the view with a name, or says that there is none.
pub(in crate::app) fn show_named(state: &mut State, name: &str) {
    let views = offered(state.workspace(), &state.private_views);
    match named(&views, name) {
        Ok(view) => {
            let view = view.clone();
            show(state, &view);
        }
        Err(error) => {
            let said = format!("There is no view “{name}”. {}", error.hint());
            state.notice = Some(Notice::warning(said));
        }
    }
}

/// Shows a view: its screen, and there its list with filter, order and columns. A filter that cannot be
/// understood is opened for mending; the rest counts.
fn show(state: &mut State, view: &ListView) {
    let Some(listing) = view.list else {
        let said = format!("“{}”: {}", view.name, view.troubles.join("; "));
        state.notice = Some(Notice::warning(said));
        return;
    };
    let name = ListName::of_listing(listing);
    go_to(state, name);
    let list = state.list_mut(name);
    list.filter.clone_from(&view.filter);
    list.lifted.clear();
    list.sort = view.sort;
    list.columns.clone_from(&view.columns);
    list.view.clone_from(&view.name);
    bring_up_to_date(state);
    filter_anew(state, name);
    catalogue(state);
    let troubles = state.catalogue.as_ref();
    let troubles = troubles.map_or_else(Vec::new, |catalogue| view.troubles(catalogue));
    if troubles.is_empty() {
        let list = state.list(name);
        let count = if list.is_narrowed() {
            format!("{} of {}", list.rows.len(), list.total)
        } else {
            list.rows.len().to_string()
        };
        let hint = if mine_unknown(state, view) {
            "   Say who you are in the settings: scrutineer config show"
        } else {
            ""
        };
        state.notice = Some(Notice::done(format!("{}: {count}{hint}", view.name)));
        return;
    }
    let said = format!("“{}”: {}", view.name, troubles.join("; "));
    if state.list(name).trouble.is_some() {
        filter::open(state);
    }
    state.notice = Some(Notice::warning(said));
}

/// Whether a view asks for what is mine, and nobody said who that is.
fn mine_unknown(state: &State, view: &ListView) -> bool {
    view.filter.contains(":me") && state.who.name.is_empty() && state.who.role.is_empty()
}

/// Goes to the screen of a list, and to its pane. The priorities of a view are those of all themes.
fn go_to(state: &mut State, name: ListName) {
    navigate::screen(state, name.screen());
    state.pages.clear(name.screen());
    match name {
        ListName::Pane(pane) => {
            state.trackers.focus = pane;
            if pane == Pane::Priorities {
                state.trackers.themes.selected = Some(Id::default());
                state.trackers.themes.filter.clear();
                refresh_from(state, Pane::Themes);
            }
        }
        ListName::Gaps | ListName::Recommendations => {
            state.recommendations.shown = if name == ListName::Gaps {
                Table::Gaps
            } else {
                Table::List
            };
            state.recommendations.made_for = None;
        }
        _ => {}
    }
}

/// Asks for the name of a view of the list in view.
pub(super) fn open_name(state: &mut State) -> Vec<Effect> {
    let name = state.list(state.focused()).view.clone();
    let line = if is_built_in(&name) {
        InputLine::default()
    } else {
        InputLine::with(&name)
    };
    state.overlays.push(Overlay::ViewName { line });
    Vec::new()
}

/// Takes the name, and asks where the view is to be kept.
pub(super) fn accept_name(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::ViewName { line }) = state.overlays.last() else {
        return Vec::new();
    };
    let name = line.text().trim().to_owned();
    let warning = if name.is_empty() {
        Some("A view needs a name")
    } else if is_built_in(&name) {
        Some("A view that comes with the program has that name")
    } else {
        None
    };
    if let Some(warning) = warning {
        state.notice = Some(Notice::warning(warning));
        return Vec::new();
    }
    state.overlays.pop();
    // The menu below is done with.
    if let Some(Overlay::Views(_)) = state.overlays.last() {
        state.overlays.pop();
    }
    let view = Box::new(in_view(state, name));
    if state.can_edit() {
        state
            .overlays
            .push(Overlay::Question(Question::KeepView { view }));
        return Vec::new();
    }
    // There is nothing to ask where nothing can be written.
    keep_private(state, *view)
}

/// The list in view as a view. Of the priorities of one theme that theme is a part of the filter.
fn in_view(state: &State, name: String) -> View {
    let focused = state.focused();
    let list = state.list(focused);
    let mut filter = list.filter.clone();
    let theme = state
        .trackers
        .theme()
        .filter(|_| focused == ListName::Pane(Pane::Priorities));
    let theme = theme.and_then(|id| state.workspace().themes.get(id.as_str()));
    if let Some(theme) = theme.filter(|_| !filter.contains("theme:")) {
        let code = if theme.code.is_empty() {
            theme.id.as_str()
        } else {
            &theme.code
        };
        filter.insert_str(0, &format!("theme:{code} "));
        filter.truncate(filter.trim_end().len());
    }
    ListView {
        name,
        keeper: Keeper::Person,
        list: Some(focused.listing()),
        filter,
        sort: list.sort,
        columns: list.columns.clone(),
        troubles: Vec::new(),
    }
    .record()
}

/// Keeps the view in the workspace: an edit like any other.
pub(super) fn keep_shared(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Question(Question::KeepView { view })) = state.overlays.pop() else {
        return Vec::new();
    };
    let Some(step) = step_to_keep(state, &view) else {
        state.notice = Some(Notice::done(format!("“{}” is kept so already", view.name)));
        return Vec::new();
    };
    let name = view.name.clone();
    let focused = state.focused();
    state.list_mut(focused).view.clone_from(&name);
    let said = format!("View “{name}” kept in the workspace");
    change::make(state, &step, &said)
}

/// What makes the workspace hold a view: a new one, or other fields of the one with its name.
fn step_to_keep(state: &State, view: &View) -> Option<Step> {
    let workspace = state.workspace();
    let Some(there) = workspace.views.get(&view.name) else {
        let mut draft = Draft::new(workspace);
        let object = Object::of_record(view);
        draft
            .insert(&ListPlace::Records(Kind::View), &object, None)
            .ok()?;
        return draft.into_step("key v");
    };
    let at = Place::record(Kind::View, &Id::new(&view.name));
    let fields = ["screen", "where", "sort", "columns"].into_iter();
    let edits = fields.filter_map(|field| {
        let (before, after): (Option<Json>, Option<Json>) = (there.get(field), view.get(field));
        (before != after).then(|| Edit::Set {
            at: at.clone(),
            field: field.to_owned(),
            before,
            after,
        })
    });
    let edits: Vec<Edit> = edits.collect();
    (!edits.is_empty()).then(|| Step::new("key v", edits))
}

/// Keeps the view for this user alone.
pub(super) fn accept_private(state: &mut State) -> Vec<Effect> {
    match state.overlays.pop() {
        Some(Overlay::Question(Question::KeepView { view })) => keep_private(state, *view),
        _ => Vec::new(),
    }
}

fn keep_private(state: &mut State, view: View) -> Vec<Effect> {
    let focused = state.focused();
    state.list_mut(focused).view.clone_from(&view.name);
    vec![Effect::KeepView(Box::new(view))]
}

/// Asks before a view is deleted. Those that come with the program stay.
pub(super) fn ask_delete(state: &mut State) -> Vec<Effect> {
    let Some(view) = still_there(state) else {
        return Vec::new();
    };
    let name = view.name;
    match view.keeper {
        Keeper::Program => {
            let said = format!("“{name}” comes with the program and stays");
            state.notice = Some(Notice::warning(said));
        }
        Keeper::Workspace => {
            if let Some(step) = step_to_delete(state, &name) {
                state.overlays.push(Overlay::Question(Question::Do {
                    words: format!("Delete the view “{name}” for everybody?"),
                    step,
                    done: format!("View “{name}” deleted"),
                }));
            } else {
                let reason = state.file.read_only.clone().unwrap_or_default();
                state.notice = Some(Notice::warning(format!("Read-only: {reason}")));
            }
        }
        Keeper::Person => state
            .overlays
            .push(Overlay::Question(Question::ForgetView { name })),
    }
    Vec::new()
}

fn step_to_delete(state: &State, name: &str) -> Option<Step> {
    let workspace = state.can_edit().then(|| state.workspace())?;
    let mut draft = Draft::new(workspace);
    draft.remove(&ListPlace::Records(Kind::View), name).ok()?;
    draft.into_step("key D")
}

/// The views of this user are these now; a menu that is open offers them.
pub(super) fn private(state: &mut State, views: Vec<View>, said: Notice) -> Vec<Effect> {
    state.private_views = views;
    state.notice = Some(said);
    anew(state);
    Vec::new()
}

/// A menu that is open after a view was deleted or kept offers what there is now.
pub(super) fn anew(state: &mut State) {
    let views = offered(state.workspace(), &state.private_views);
    if let Some(Overlay::Views(menu)) = state.overlays.last_mut() {
        menu.selected = menu.selected.min(views.len().saturating_sub(1));
        menu.views = views;
    }
}
