//! The cells that the tables of several reports have.

use super::View;
use crate::analysis::naming::{code_of, title_of};
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::rating::{Direction, Rating};
use crate::report::document::{Span, Tone};

/// The code of a record. An action has none: it stands under its priority's, else under that of a
/// recommendation that it answers.
pub(super) fn code(view: &View<'_>, record: &RecordRef) -> Vec<Span> {
    vec![Span::code(code_text(view, record))]
}

/// The same as text; empty for what has no code and belongs to nothing that has one.
pub(super) fn code_text(view: &View<'_>, record: &RecordRef) -> String {
    let of = |record: &RecordRef| code_of(view.workspace, record, view.moment);
    match record.kind {
        Kind::Action => {
            let Some(action) = view.workspace.actions.get(record.id.as_str()) else {
                return record.id.to_string();
            };
            let priority = Some(&action.priority).filter(|id| !id.is_empty());
            let priority = priority.map(|id| RecordRef::new(Kind::Priority, id));
            let asked = action.recommendations.first();
            let asked = asked.map(|id| RecordRef::new(Kind::Recommendation, id));
            priority.or(asked).map_or(String::new(), |it| of(&it))
        }
        Kind::Item | Kind::Group | Kind::Decision | Kind::Monitor | Kind::Highlight => {
            String::new()
        }
        _ => of(record),
    }
}

/// The title of a record.
pub(super) fn title(view: &View<'_>, record: &RecordRef) -> Vec<Span> {
    vec![Span::plain(title_of(view.workspace, record, view.moment))]
}

/// The chip of a rating and its word; dim words where there is none.
pub(super) fn rating(rating: Option<Rating>) -> Vec<Span> {
    rating.map_or_else(
        || vec![Span::dim("not rated")],
        |rating| Span::rating(rating).to_vec(),
    )
}

/// A direction of travel.
pub(super) fn direction(direction: Option<Direction>) -> Vec<Span> {
    direction.map(Span::direction).into_iter().collect()
}

/// Text in a tone, and nothing for no text.
pub(super) fn toned(text: impl Into<String>, tone: Tone) -> Vec<Span> {
    let text = text.into();
    if text.is_empty() {
        Vec::new()
    } else {
        vec![Span::new(text, tone)]
    }
}

/// Plain text, and nothing for no text.
pub(super) fn plain(text: impl Into<String>) -> Vec<Span> {
    toned(text, Tone::Plain)
}
