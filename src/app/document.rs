//! What an open page says.

use super::state::{About, State};
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
        About::Meeting { board, day } => report::programme::meeting_page(workspace, board, day),
        About::Records {
            title,
            note,
            records,
        } => Some(report::records::records_page(
            workspace, moment, title, note, records,
        )),
    }
}
