//! Copying to the terminal's clipboard.

use super::copy_view;
use crate::analysis::naming::{code_of, title_of};
use crate::app::document::document;
use crate::app::effect::Effect;
use crate::app::state::{About, State};
use crate::report;

/// How wide a copied page is.
const PAGE_WIDTH: usize = 100;

/// Copies code and title of what is selected.
pub(super) fn copy(state: &mut State) -> Vec<Effect> {
    let Some(record) = state.selected_record() else {
        return Vec::new();
    };
    let code = code_of(state.workspace(), &record, state.moment);
    let title = title_of(state.workspace(), &record, state.moment);
    let text = if code == record.id.as_str() {
        title
    } else {
        format!("{code} {title}")
    };
    // One line, whatever stands in the title.
    let text = crate::text::display_safe(&text).into_owned();
    vec![Effect::Copy {
        what: text.clone(),
        text,
    }]
}

/// Copies the whole page that is open, else that of what is selected.
pub(super) fn copy_page(state: &mut State) -> Vec<Effect> {
    let Some(about) = copy_view::shown(state) else {
        return Vec::new();
    };
    let Some(document) = document(state, &about) else {
        return Vec::new();
    };
    let text = report::text::to_text(&document, PAGE_WIDTH, state.ascii, false);
    let what = match &about {
        About::Record(record) => {
            format!(
                "the page of {}",
                code_of(state.workspace(), record, state.moment)
            )
        }
        About::Chart(record) => {
            format!(
                "the chart of {}",
                code_of(state.workspace(), record, state.moment)
            )
        }
        About::Meeting { .. } => "the page of the meeting".to_owned(),
        About::Change(_) => "the change".to_owned(),
        About::Records { title, .. } => format!("the list {title}"),
    };
    vec![Effect::Copy { text, what }]
}
