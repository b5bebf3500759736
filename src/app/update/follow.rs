//! Following links: from a page to a record that it names, and back with `Esc`.

use crate::app::effect::Effect;
use crate::app::state::{Notice, Page, Screen, State};
use crate::domain::id::RecordRef;

/// Goes to the next or previous link of the page; from a link out of view, or from none, to the first
/// one in view.
pub(super) fn step(state: &mut State, forward: bool) -> Vec<Effect> {
    let (Some(page), Some(region)) = (state.pages.top_mut(state.screen), &state.regions.page)
    else {
        return Vec::new();
    };
    let in_view = |line: usize| line >= page.scroll && line < page.scroll + region.height;
    let here = page
        .link
        .as_ref()
        .and_then(|link| region.place_of(link))
        .filter(|place| {
            region
                .links
                .get(*place)
                .is_some_and(|link| in_view(link.line))
        });
    let place = match (here, forward) {
        (Some(place), true) => place + 1,
        (Some(place), false) => place.saturating_sub(1),
        (None, true) => region.links.partition_point(|link| link.line < page.scroll),
        (None, false) => region
            .links
            .partition_point(|link| link.line < page.scroll + region.height)
            .saturating_sub(1),
    };
    let place = place.min(region.links.len().saturating_sub(1));
    let Some(line) = region.links.get(place).map(|link| link.line) else {
        return Vec::new();
    };
    page.link = region.link_at(place);
    if !in_view(line) {
        let most = region.lines.saturating_sub(region.height);
        page.scroll = line.saturating_sub(region.height / 2).min(most);
    }
    Vec::new()
}

/// Opens the page of the record that the selected link names; without one, selects the first in view.
pub(super) fn link(state: &mut State) -> Vec<Effect> {
    let selected = state.page().and_then(|page| {
        let region = state.regions.page.as_ref()?;
        let link = page.link.as_ref()?;
        let at = region.links.get(region.place_of(link)?)?.line;
        let seen = at >= page.scroll && at < page.scroll + region.height;
        seen.then(|| link.record.clone())
    });
    match selected {
        Some(record) => open(state, record),
        None => step(state, true),
    }
}

/// Opens the page of a record over the screen in view.
pub(super) fn open(state: &mut State, record: RecordRef) -> Vec<Effect> {
    if state
        .workspace()
        .record(record.kind, record.id.as_str())
        .is_none()
    {
        state.notice = Some(Notice::warning("Somebody else took that out of the file"));
        return Vec::new();
    }
    state.pages.open(state.screen, Page::of(record));
    Vec::new()
}

/// Jumps to another screen; `Esc` comes back from there.
pub(super) fn jump(state: &mut State, screen: Screen) {
    if state.screen != screen {
        state.trail.push(state.screen);
        state.screen = screen;
    }
}
