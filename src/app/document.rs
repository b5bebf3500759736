//! What an open page says.

use super::rows::{overview, programme};
use super::state::{About, ListName, State};
use crate::analysis::moment::Moment;
use crate::report;
use crate::report::document::Document;

/// The document of a page, for the screen and for the clipboard alike. `None` where its record is gone
/// or has no page.
pub fn document(state: &State, about: &About) -> Option<Document> {
    let (workspace, index, moment) = (state.workspace(), &state.index, state.moment);
    match about {
        About::Record(record) => report::page(workspace, index, moment, record),
        About::Chart(record) => {
            let indicator = workspace.indicators.get(record.id.as_str())?;
            Some(report::chart::chart_page(workspace, moment, indicator))
        }
        About::Meeting { board, day } => {
            let (meeting, due) = state.programme.meeting(board, day)?;
            let page = report::programme::meeting_page(workspace, moment, meeting, &due);
            Some(page)
        }
        About::Change(row) => {
            let entry = state.history.entry(row)?;
            let undone = state.history.undone.contains(&entry.hash);
            Some(report::trail::entry_page(workspace, moment, entry, undone))
        }
        About::Records {
            title,
            note,
            records,
            period,
        } => {
            let then = period.map(|period| Moment::new(workspace, Some(period), state.as_of));
            Some(report::records::records_page(
                workspace,
                then.unwrap_or(moment),
                title,
                note,
                records,
            ))
        }
    }
}

/// What `Enter` opens from a list that fills its screen, and what stands beside it where there is room:
/// the records behind a number, a chart, a meeting, a record. `None` where the row has no page.
pub fn behind(state: &State) -> Option<About> {
    match state.focused() {
        ListName::Overview => overview::behind(state),
        ListName::Programme => programme::behind(state),
        ListName::History => state.history.selected().map(About::Change),
        _ => state.selected_in_list().map(About::Record),
    }
}
