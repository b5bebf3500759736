//! The mouse: what is pressed is what was drawn there last.
//!
//! A press selects; a press on what is selected already opens it, so that nothing depends on how fast
//! somebody is. The wheel scrolls what is under it, a border is dragged, the right button offers the
//! commands for what is under it. What arrives while the mouse is off (it may come late) is dropped.

use super::{follow, form, navigate, others, palette, perform, run, sizes};
use crate::app::command::{Command, commands_in};
use crate::app::effect::Effect;
use crate::app::input::{Mouse, MouseAction};
use crate::app::rows::refresh_from;
use crate::app::state::{Area, Hit, ListLine, ListName, Notice, Overlay, Pane, State, Target};
use crate::domain::id::Id;

/// So many lines a notch of the wheel scrolls.
const NOTCH: isize = 3;

/// Turns the mouse on, or gives it back to the terminal.
pub(super) fn toggle(state: &mut State) -> Vec<Effect> {
    state.mouse = !state.mouse;
    state.dragging = None;
    let key = state.key_of(Command::Mouse);
    state.notice = Some(Notice::done(if state.mouse {
        format!("The mouse clicks, scrolls and drags; Shift selects text. {key}: off")
    } else {
        "The mouse is your terminal's again".to_owned()
    }));
    vec![Effect::Mouse(state.mouse)]
}

/// Does what the mouse asks for.
pub(super) fn happened(state: &mut State, mouse: Mouse) -> Vec<Effect> {
    if !state.mouse || state.regions.too_small {
        return Vec::new();
    }
    match mouse.action {
        MouseAction::Press => {
            noticed(state);
            press(state, mouse)
        }
        MouseAction::Menu => {
            noticed(state);
            menu(state, mouse)
        }
        MouseAction::ScrollUp => wheel(state, mouse, -1),
        MouseAction::ScrollDown => wheel(state, mouse, 1),
        MouseAction::Drag => sizes::drag(state, mouse),
        MouseAction::Release => {
            state.dragging = None;
            Vec::new()
        }
    }
}

/// What a key does too, whatever it asks for: messages and beginnings go.
fn noticed(state: &mut State) {
    state.notice = None;
    state.typed.clear();
    state.following = false;
    state.dragging = None;
    others::looked_at(state);
}

/// What was drawn under the mouse, the topmost first.
fn under(state: &State, mouse: Mouse) -> Vec<Hit> {
    let hits = state.regions.hits.iter().rev();
    hits.filter(|hit| hit.area.contains(mouse.column, mouse.row))
        .cloned()
        .collect()
}

fn press(state: &mut State, mouse: Mouse) -> Vec<Effect> {
    let mut effects = Vec::new();
    for Hit { area, on } in under(state, mouse) {
        match on {
            Target::Split(split) => sizes::hold(state, split, mouse),
            Target::Column(place) => {
                column(state, place);
                continue;
            }
            Target::Rows(list) => effects.extend(row(state, list, down(area, mouse))),
            Target::List(list) => focus(state, list),
            Target::Page => effects.extend(page(state, down(area, mouse))),
            Target::Screen(screen) => effects.extend(navigate::screen(state, screen)),
            Target::Theme(id) => theme(state, id),
            Target::Command(command) => effects.extend(asked(state, command)),
            Target::Choice(place) => effects.extend(choice(state, place)),
        }
        break;
    }
    effects
}

/// How far down in an area the mouse is.
fn down(area: Area, mouse: Mouse) -> usize {
    usize::from(mouse.row - area.y)
}

/// A command that stands on the screen is run as by its key, where it still can be.
fn asked(state: &mut State, command: Command) -> Vec<Effect> {
    let place = state.place();
    let spec = commands_in(place).find(|spec| spec.command == command);
    spec.map_or_else(Vec::new, |spec| run(state, spec))
}

/// Keys go to a list; what is open over it is left.
fn focus(state: &mut State, name: ListName) {
    state.pages.clear(state.screen);
    if let ListName::Pane(pane) = name {
        state.trackers.focus = pane;
    }
}

/// Selects a row; opens it where it is selected already. Headings are never selected.
fn row(state: &mut State, name: ListName, line: usize) -> Vec<Effect> {
    let had_keys = state.focused() == name && state.page().is_none();
    focus(state, name);
    let Some(pressed) = row_at(state, name, line) else {
        return Vec::new();
    };
    let list = state.list_mut(name);
    let again = list.selected.as_ref() == Some(&pressed);
    list.selected = Some(pressed);
    if !again {
        navigate::selected(state, name);
        return Vec::new();
    }
    if had_keys {
        return run(state, Command::Open.spec());
    }
    Vec::new()
}

/// The row on a line of a list as it was drawn.
fn row_at(state: &State, name: ListName, line: usize) -> Option<Id> {
    let list = state.list(name);
    let line = state.regions.offset_of(name) + line;
    match list.at_line(line) {
        ListLine::Row(place) if line < list.lines() => list.rows.get(place).cloned(),
        _ => None,
    }
}

fn column(state: &mut State, place: usize) {
    let matrix = &mut state.recommendations.matrix;
    matrix.column = matrix.cells.columns.get(place).cloned();
}

fn theme(state: &mut State, id: Id) {
    focus(state, Pane::Priorities.into());
    state.trackers.themes.selected = Some(id);
    refresh_from(state, Pane::Priorities);
}

/// Selects the link on a line of the page; follows the one that is selected already. A page that only
/// stands beside its list is opened.
fn page(state: &mut State, line: usize) -> Vec<Effect> {
    let Some(scroll) = state.page().map(|page| page.scroll) else {
        return asked(state, Command::Open);
    };
    let Some(region) = &state.regions.page else {
        return Vec::new();
    };
    let mut links = region.links.iter();
    let pressed = links
        .position(|link| link.line == scroll + line)
        .and_then(|place| region.link_at(place));
    let Some(page) = state.pages.top_mut(state.screen) else {
        return Vec::new();
    };
    if pressed.is_some() && page.link == pressed {
        return follow::link(state);
    }
    if pressed.is_some() {
        page.link = pressed;
    }
    Vec::new()
}

/// Takes a line of the overlay: a command at once; a hit, a meeting or an item when it is pressed again.
fn choice(state: &mut State, place: usize) -> Vec<Effect> {
    let selected = match state.overlays.last_mut() {
        Some(Overlay::Palette(palette)) => {
            palette.selected = place;
            return palette::accept(state);
        }
        Some(Overlay::Finder(finder)) => &mut finder.selected,
        Some(Overlay::Meetings(meetings)) => &mut meetings.selected,
        Some(Overlay::FieldChoice(choice)) => &mut choice.selected,
        Some(Overlay::Sort(menu)) => &mut menu.selected,
        Some(Overlay::Views(menu)) => &mut menu.selected,
        Some(Overlay::Chips(chips)) => {
            chips.selected = place;
            return perform(state, Command::PickChip);
        }
        Some(Overlay::Columns(menu)) => {
            menu.selected = place;
            return perform(state, Command::ToggleColumn);
        }
        Some(Overlay::Form(_)) => return form::press(state, place),
        _ => return Vec::new(),
    };
    let again = *selected == place;
    *selected = place;
    if again {
        perform(state, Command::Accept)
    } else {
        Vec::new()
    }
}

/// The right button selects what is under it and offers its commands.
fn menu(state: &mut State, mouse: Mouse) -> Vec<Effect> {
    if !state.overlays.is_empty() {
        return Vec::new();
    }
    for Hit { area, on } in under(state, mouse) {
        match on {
            Target::Rows(name) => {
                focus(state, name);
                if let Some(pressed) = row_at(state, name, down(area, mouse)) {
                    state.list_mut(name).selected = Some(pressed);
                    navigate::selected(state, name);
                }
                break;
            }
            Target::List(name) => {
                focus(state, name);
                break;
            }
            _ => {}
        }
    }
    palette::open(state)
}

fn wheel(state: &mut State, mouse: Mouse, way: isize) -> Vec<Effect> {
    match state.overlays.last() {
        Some(
            Overlay::Help(_)
            | Overlay::CopyView(_)
            | Overlay::Faults { .. }
            | Overlay::Conflict { .. }
            | Overlay::Preview(_),
        ) => {
            return navigate::step(state, way * NOTCH);
        }
        Some(_) => return super::topmost::choose(state, way),
        None => {}
    }
    for hit in under(state, mouse) {
        match hit.on {
            Target::Rows(name) | Target::List(name) => {
                scroll(state, name, way * NOTCH);
                break;
            }
            Target::Page if state.page().is_some() => {
                return navigate::step(state, way * NOTCH);
            }
            // What only stands beside its list shows its beginning; opened it can be scrolled.
            Target::Page if way > 0 => return asked(state, Command::Open),
            _ => {}
        }
    }
    Vec::new()
}

/// Scrolls a list; the selection goes along only where it would leave the pane.
fn scroll(state: &mut State, name: ListName, by: isize) {
    let height = state.regions.height_of(name);
    let list = state.list_mut(name);
    let before = list.selected.clone();
    list.scroll(by, height);
    if list.selected != before {
        navigate::selected(state, name);
    }
}
