//! The page of a record, beside the panes or in their place.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::hits::hit;
use crate::analysis::naming::code_of;
use crate::app::command::Command;
use crate::app::document::{behind, document};
use crate::app::place::Places;
use crate::app::state::{
    About, LinkRegion, ListName, Page, PageRegion, Pane, Regions, State, Target,
};
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::report;
use crate::report::layout::Line;

/// Draws the open page, or a look at what is selected.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, area: Rect, regions: &mut Regions) {
    let looked_at = || Some(Page::about(looked_at(state)?));
    let open = state.page();
    let Some(page) = open.cloned().or_else(looked_at) else {
        canvas.frame(area, "Page", "", false);
        return;
    };
    let lines = lines(state, &page.about, area.width.saturating_sub(4));
    let height = usize::from(area.height.saturating_sub(2));
    let most = lines.len().saturating_sub(height);
    let scroll = page.scroll.min(most);
    let remark = if lines.len() > height {
        format!(
            "{}-{} of {}",
            scroll + 1,
            (scroll + height).min(lines.len()),
            lines.len()
        )
    } else {
        String::new()
    };
    let inside = canvas.frame(area, &heading(state, &page), &remark, open.is_some());
    let region = region(&lines, height, page.record());
    let link = page.link.as_ref().and_then(|link| region.place_of(link));
    paint(canvas, inside, lines.get(scroll..).unwrap_or_default());
    if let Some(line) = link.and_then(|place| region.links.get(place)) {
        mark_link(canvas, inside, line.line, scroll);
    }
    hit(regions, inside, Target::Page);
    regions.page = Some(region);
}

/// What of a page the keys need to know. A record that names itself is no link.
fn region(lines: &[Line], height: usize, own: Option<&RecordRef>) -> PageRegion {
    let headings = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.heading)
        .map(|(place, _)| place)
        .collect();
    let mut found: Vec<LinkRegion> = Vec::new();
    let mut above: Option<&RecordRef> = None;
    for (at, line) in lines.iter().enumerate() {
        let named = line.record.as_ref().filter(|record| Some(*record) != own);
        // A row that takes several lines is one link.
        if let Some(record) = named.filter(|record| Some(*record) != above) {
            found.push(LinkRegion {
                line: at,
                record: record.clone(),
            });
        }
        above = named;
    }
    PageRegion {
        lines: lines.len(),
        height,
        headings,
        links: found,
    }
}

/// Marks the line of the selected link, if it is in view.
fn mark_link(canvas: &mut Canvas<'_>, inside: Rect, line: usize, scroll: usize) {
    let Some(Ok(down)) = line.checked_sub(scroll).map(u16::try_from) else {
        return;
    };
    if down >= inside.height {
        return;
    }
    let y = inside.y + down;
    canvas.raw(inside.x, y, 1, ">", canvas.styles.accent);
    canvas.style(
        Rect {
            x: inside.x + 1,
            y,
            width: inside.width.saturating_sub(2),
            height: 1,
        },
        canvas.styles.selected,
    );
}

/// What stands beside the lists: what `Enter` would open, on the trackers else the selected priority.
fn looked_at(state: &State) -> Option<About> {
    let priority = || {
        let list = state.list(Pane::Priorities);
        let record = RecordRef::new(Kind::Priority, list.selected.as_ref()?);
        Some(About::Record(record))
    };
    match state.focused() {
        ListName::Pane(Pane::Themes) => priority(),
        ListName::Pane(_) => behind(state).or_else(priority),
        _ => behind(state),
    }
}

/// What stands in the frame: what kind of page it is, and from where one came to it.
fn heading(state: &State, page: &Page) -> String {
    let own = match &page.about {
        About::Record(record) => kind_of_page(record.kind),
        About::Chart(_) => "Chart",
        About::Meeting { .. } => "Meeting",
        About::Change(_) => "Change",
        About::Records { title, .. } => title.as_str(),
    };
    let below = state.pages.over(state.screen).iter().rev().nth(1);
    match below.and_then(Page::record) {
        Some(record) if state.page() == Some(page) => {
            let code = code_of(state.workspace(), record, state.moment);
            let back = state
                .keymap
                .named(Command::Back, Places::PAGES, state.ascii);
            format!("{own}   {back} back to {code}")
        }
        _ => own.to_owned(),
    }
}

fn kind_of_page(kind: Kind) -> &'static str {
    match kind {
        Kind::Priority => "Tracker",
        Kind::Indicator => "Indicator",
        Kind::Action => "Action",
        Kind::Recommendation => "Recommendation",
        Kind::Item => "Item",
        Kind::Group => "Working group",
        Kind::Decision => "Decision",
        Kind::Judgement => "Judgement",
        _ => "Page",
    }
}

/// The lines of a page in a width.
pub(super) fn lines(state: &State, about: &About, width: u16) -> Vec<Line> {
    let document = document(state, about);
    document.map_or_else(Vec::new, |document| {
        report::layout::lines(&document, usize::from(width), state.ascii)
    })
}

/// Paints as many lines as fit.
pub(super) fn paint(canvas: &mut Canvas<'_>, inside: Rect, lines: &[Line]) {
    for (y, line) in (inside.top()..inside.bottom()).zip(lines) {
        let mut x = inside.x + 1;
        for span in &line.spans {
            let room = inside.right().saturating_sub(x);
            x += canvas.raw(x, y, room, &span.text, canvas.styles.tone(span.tone));
        }
    }
}
