//! The value that many records are given: how it is asked for, and how it is taken out of its form.

use crate::analysis::many::{Field, Setting};
use crate::domain::action::ActionStatus;
use crate::domain::field::In;
use crate::domain::form::{Form, Object, many};
use crate::domain::id::Id;
use crate::domain::json::Json;
use crate::domain::period::Period;
use crate::domain::plan::Officer;
use crate::domain::rating::{Direction, Rating};

/// The form in which a value is asked for.
pub(super) fn form_of(field: Field) -> &'static Form {
    match field {
        Field::Rating => &many::RATING,
        Field::Direction => &many::DIRECTION,
        Field::Officer => many::officer(),
        Field::Owner => &many::OWNER,
        Field::Status => &many::ALL_STATUS,
        Field::Board | Field::NotBoard => &many::BOARD,
        Field::Due => &many::DUE,
        // A signature asks for nothing but the role, and that in a question of its own.
        Field::RetiredFrom | Field::Approval => &many::RETIRED_FROM,
    }
}

/// What the form begins with: what is retired was followed in the period in view.
pub(super) fn given(field: Field, period: Option<Period>) -> Object {
    let next = period.and_then(Period::next);
    let next = next.filter(|_| field == Field::RetiredFrom);
    let next = next.map(|next| Json::text(&next.to_string()));
    Object::default().with("retired_from", next)
}

/// What a filled-in form says; `None` where it says nothing.
pub(super) fn setting(field: Field, object: &Object) -> Option<Setting> {
    let text = |key: &str| object.text(key);
    Some(match field {
        Field::Rating => Setting::Rating(Some(Rating::from_word(&text("rating"))?)),
        Field::Direction => Setting::Direction(Some(Direction::from_word(&text("direction"))?)),
        Field::Officer => {
            let officer = object.to_json()?.to::<In<Officer>>().ok()?.0;
            // A role alone is nobody.
            (!officer.called().is_empty()).then(|| Setting::Officer(Box::new(officer)))?
        }
        Field::Owner => Setting::Owner(text("owner")),
        Field::Status => Setting::Status(ActionStatus::from_word(&text("status"))?),
        Field::Board | Field::NotBoard => Setting::Board {
            board: Id::new(&text("board")),
            joins: field == Field::Board,
        },
        Field::Due => {
            let due = object.get("due").map(crate::domain::form::stretch_text);
            Setting::Due {
                words: due.filter(|words| !words.is_empty())?,
                why: text("why"),
            }
        }
        Field::RetiredFrom => Setting::RetiredFrom(Some(Period::read(&text("retired_from"))?)),
        Field::Approval => return None,
    })
}
