//! Forms ask for everything that records hold, and read what people type.

use super::*;
use crate::domain::field::{FieldSpec, Shape};
use crate::domain::figure::FigureUnit;
use crate::domain::json::Json;
use crate::domain::record::Rest;
use crate::domain::unit::Unit;
use crate::domain::workspace::Workspace;

mod drafts;
mod typing;

/// The declared fields of a kind of record.
fn declared(kind: Kind) -> &'static [FieldSpec] {
    let list = match kind {
        Kind::Workspace => return Workspace::FIELDS,
        kind => Workspace::pointer(kind),
    };
    let mut fields = Workspace::FIELDS;
    for key in list.split('/').skip(1) {
        match Shape::field_of(fields, key) {
            Some(Shape::Object(inside)) => fields = inside,
            Some(Shape::List(item)) => match item() {
                Shape::Object(inside) => fields = inside,
                _ => panic!("{key} is no list of objects"),
            },
            _ => panic!("{key} is not declared"),
        }
    }
    fields
}

/// Holds a form against the declared fields of its object, and the forms inside it.
fn held(form: &'static Form, fields: &'static [FieldSpec], path: &str) {
    for spec in fields {
        let asked = form.fields.iter().filter(|field| field.key == spec.name);
        let left_out = form.left_out.iter().filter(|(key, _)| *key == spec.name);
        assert_eq!(asked.count() + left_out.count(), 1, "{path}/{}", spec.name);
    }
    for (key, reason) in form.left_out {
        assert!(Shape::field_of(fields, key).is_some(), "{path}/{key}");
        assert!(!reason.is_empty(), "{path}/{key}");
    }
    for field in form.all_fields() {
        if matches!(field.entry, Entry::Why) {
            continue;
        }
        let path = format!("{path}/{}", field.key);
        let known = fields.iter().chain(Rest::fields());
        let shape = known
            .filter(|spec| spec.name == field.key)
            .map(|spec| (spec.shape)())
            .next();
        let shape = shape.unwrap_or_else(|| panic!("{path} is asked for and not declared"));
        fits(field.entry, shape, &path);
        assert!(!field.label.is_empty() && !field.help.is_empty(), "{path}");
    }
}

/// Holds an entry against the shape that it fills.
fn fits(entry: Entry, shape: Shape, path: &str) {
    match (entry, shape) {
        (Entry::Figure | Entry::Number, Shape::Number)
        | (Entry::Flag, Shape::Flag)
        | (Entry::Unit, Shape::TextOrObject)
        | (Entry::Pairs, Shape::TextMap)
        | (Entry::Tolerance, Shape::Object(_))
        | (
            Entry::Line
            | Entry::Prose
            | Entry::Period
            | Entry::Day
            | Entry::When
            | Entry::Choice(_)
            | Entry::Rating
            | Entry::Reference(_)
            | Entry::Named,
            Shape::Text,
        ) => {}
        (Entry::Timescale { slips }, Shape::Object(fields)) => {
            let keeps = fields.iter().any(|field| field.name == "was");
            assert_eq!(keeps, slips, "{path}");
        }
        (Entry::Object(form), Shape::Object(fields)) => held(form, fields, path),
        (Entry::Values(list), Shape::List(item)) => fits(list.item.entry, item(), path),
        (Entry::Objects(form), Shape::List(item)) => match item() {
            Shape::Object(fields) => held(form, fields, path),
            _ => panic!("{path} is no list of objects"),
        },
        (Entry::Members(list), Shape::List(item)) => match item() {
            Shape::Object(fields) => {
                held(list.form, fields, path);
                assert!(fields.iter().any(|field| field.name == list.key), "{path}");
            }
            _ => panic!("{path} is no list of objects"),
        },
        _ => panic!("{path} cannot be entered like that"),
    }
}

#[test]
fn every_field_of_every_kind_is_asked_for_or_left_out_with_a_reason() {
    for kind in Kind::ALL {
        held(form_of(*kind), declared(*kind), kind.word());
    }
}

#[test]
fn members_that_are_entered_by_themselves_have_a_form_too() {
    let mut with_members = 0;
    for kind in Kind::ALL {
        let Some((list, form)) = member_form(*kind) else {
            continue;
        };
        let Some(Shape::List(item)) = Shape::field_of(declared(*kind), list) else {
            panic!("{list} of {kind}");
        };
        let Shape::Object(fields) = item() else {
            panic!("{list} of {kind}");
        };
        held(form, fields, &format!("{kind}/{list}"));
        with_members += 1;
    }
    assert_eq!(with_members, 4);
}

#[test]
fn a_label_names_one_field_of_its_form() {
    for kind in Kind::ALL {
        let mut labels: Vec<&str> = form_of(*kind).all_fields().map(|it| it.label).collect();
        labels.sort_unstable();
        let all = labels.len();
        labels.dedup();
        assert_eq!(labels.len(), all, "{kind}");
    }
}
