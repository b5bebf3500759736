//! The page of a record, beside the panes or in their place.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use crate::app::state::{PageRegion, Pane, Regions, State};
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::report;
use crate::report::layout::Line;

/// Draws the open page, or a look at what is selected.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State, area: Rect, regions: &mut Regions) {
    let open = state.trackers.page.as_ref();
    let Some(record) = open
        .map(|page| page.record.clone())
        .or_else(|| looked_at(state))
    else {
        canvas.frame(area, "Page", "", false);
        return;
    };
    let lines = lines(state, &record, area.width.saturating_sub(4));
    let height = usize::from(area.height.saturating_sub(2));
    let most = lines.len().saturating_sub(height);
    let scroll = open.map_or(0, |page| page.scroll.min(most));
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
    let inside = canvas.frame(area, heading(&record), &remark, open.is_some());
    paint(canvas, inside, lines.get(scroll..).unwrap_or_default());
    let headings = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.heading)
        .map(|(place, _)| place)
        .collect();
    regions.page = Some(PageRegion {
        lines: lines.len(),
        height,
        headings,
    });
}

/// The record whose page stands beside the panes: the selected one, else the selected priority.
fn looked_at(state: &State) -> Option<RecordRef> {
    let selected = state
        .trackers
        .selected()
        .filter(|_| state.trackers.focus != Pane::Themes);
    let priority = || {
        Some(RecordRef::new(
            Kind::Priority,
            state.trackers.priorities.selected.as_ref()?,
        ))
    };
    selected.or_else(priority)
}

fn heading(record: &RecordRef) -> &'static str {
    match record.kind {
        Kind::Priority => "Tracker",
        Kind::Indicator => "Indicator",
        Kind::Action => "Action",
        Kind::Recommendation => "Recommendation",
        _ => "Page",
    }
}

/// The lines of a record's page in a width.
pub(super) fn lines(state: &State, record: &RecordRef, width: u16) -> Vec<Line> {
    let document = report::page(state.workspace(), &state.index, state.moment, record);
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
