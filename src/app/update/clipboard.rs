//! Copying to the terminal's clipboard.

use crate::analysis::naming::{code_of, title_of};
use crate::app::effect::Effect;
use crate::app::state::State;
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

/// Copies the whole page of what is selected.
pub(super) fn copy_page(state: &mut State) -> Vec<Effect> {
    let Some(record) = state.selected_record() else {
        return Vec::new();
    };
    let Some(document) = report::page(state.workspace(), &state.index, state.moment, &record)
    else {
        return Vec::new();
    };
    let text = report::text::to_text(&document, PAGE_WIDTH, state.ascii, false);
    let what = format!(
        "the page of {}",
        code_of(state.workspace(), &record, state.moment)
    );
    vec![Effect::Copy { text, what }]
}
