//! The order of the file, for findings that were found check by check.

use crate::domain::field::{FieldSpec, Shape};
use crate::domain::record::Rest;
use crate::domain::workspace::Workspace;

/// Sorts pointers as the file that they point into: known keys in the order in which they are
/// written, others behind them, list members by place, and a thing before what is in it.
pub(super) fn key(pointer: &str) -> Vec<usize> {
    let mut shape = Shape::Object(Workspace::FIELDS);
    let steps = pointer.split('/').skip(1);
    let places = steps.map(|step| {
        let (place, below) = match shape {
            Shape::Object(fields) => (position(fields, step), Shape::field_of(fields, step)),
            Shape::List(of) => (step.parse().ok(), Some(of())),
            _ => (None, None),
        };
        shape = below.unwrap_or(Shape::Any);
        place.unwrap_or(usize::MAX)
    });
    places.collect()
}

fn position(fields: &[FieldSpec], key: &str) -> Option<usize> {
    fields
        .iter()
        .chain(Rest::fields())
        .position(|field| field.name == key)
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn pointers_sort_as_the_file_does() {
        let in_order = [
            "",
            "/title",
            "/themes/2",
            "/themes/10/title",
            "/priorities/0/updates/0/rating",
            "/priorities/0/updates/0/approvals/0/by/0",
            "/priorities/0/note",
            "/priorities/0/of_somebody_else",
            "/indicators/0",
            "/programme/items/0/title",
            "/programme/decisions/0/title",
        ];
        assert!(in_order.is_sorted_by_key(|pointer| key(pointer)));
    }
}
