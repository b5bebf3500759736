//! Edits as JSON objects: `{"edit":"set","record":"priority:ln-1d","in":["updates","2010/11 Q2"],…}`.
//!
//! `in` is the way down from the record: list and key, list and key. `of` names all records of a
//! kind where `list` names a list inside a record. A `before` or `after` that is left out is absent;
//! one that is `null` is an unknown key that holds `null`.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Anchor, Edit, ListPlace, Place};
use crate::domain::id::RecordRef;
use crate::domain::json::Json;
use crate::domain::kind::Kind;

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Word {
    Set,
    Insert,
    Remove,
    Move,
}

#[derive(Serialize, Deserialize)]
struct Wire {
    edit: Word,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    of: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    record: Option<String>,
    #[serde(default, rename = "in", skip_serializing_if = "Vec::is_empty")]
    members: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    list: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    #[serde(
        default,
        deserialize_with = "there",
        skip_serializing_if = "Option::is_none"
    )]
    before: Option<Json>,
    #[serde(
        default,
        deserialize_with = "there",
        skip_serializing_if = "Option::is_none"
    )]
    after: Option<Json>,
    #[serde(
        default,
        deserialize_with = "there",
        skip_serializing_if = "Option::is_none"
    )]
    value: Option<Json>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    behind: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<Vec<String>>,
}

/// What is there is a value, `null` too.
fn there<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Json>, D::Error> {
    Json::deserialize(deserializer).map(Some)
}

impl Wire {
    fn new(edit: Word) -> Self {
        Self {
            edit,
            of: None,
            record: None,
            members: Vec::new(),
            list: None,
            field: None,
            key: None,
            before: None,
            after: None,
            value: None,
            behind: None,
            from: None,
            to: None,
        }
    }

    fn at(mut self, place: &Place) -> Self {
        self.record = Some(place.record.to_string());
        let way = place.members.iter();
        self.members = way
            .flat_map(|(list, key)| [list.clone(), key.clone()])
            .collect();
        self
    }

    fn member(self, list: &ListPlace, key: &str) -> Self {
        let mut wire = match list {
            ListPlace::Records(kind) => Self {
                of: Some(kind.word().to_owned()),
                ..self
            },
            ListPlace::Inside(place, name) => Self {
                list: Some(name.clone()),
                ..self.at(place)
            },
        };
        wire.key = Some(key.to_owned());
        wire
    }

    fn place(&self) -> Result<Place, &'static str> {
        let record = self.record.as_deref().and_then(RecordRef::read);
        let record = record.ok_or("an edit names a record")?;
        let (pairs, rest) = self.members.as_chunks::<2>();
        if !rest.is_empty() {
            return Err("a way down has a key for each list");
        }
        let members = pairs.iter().map(|[list, key]| (list.clone(), key.clone()));
        Ok(Place {
            record,
            members: members.collect(),
        })
    }

    fn list_place(&self) -> Result<ListPlace, &'static str> {
        if let Some(kind) = &self.of {
            let kind = Kind::from_word(kind).ok_or("a kind of records that is not known")?;
            return Ok(ListPlace::Records(kind));
        }
        let list = self.list.clone().ok_or("an edit names a list")?;
        Ok(ListPlace::Inside(self.place()?, list))
    }
}

impl Serialize for Edit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let wire = match self {
            Self::Set {
                at,
                field,
                before,
                after,
            } => Wire {
                field: Some(field.clone()),
                before: before.clone(),
                after: after.clone(),
                ..Wire::new(Word::Set).at(at)
            },
            Self::Insert {
                list,
                key,
                value,
                anchor,
            } => Wire {
                value: Some(value.clone()),
                behind: Some(anchor.0.clone()),
                ..Wire::new(Word::Insert).member(list, key)
            },
            Self::Remove {
                list,
                key,
                value,
                anchor,
            } => Wire {
                value: Some(value.clone()),
                behind: Some(anchor.0.clone()),
                ..Wire::new(Word::Remove).member(list, key)
            },
            Self::Move {
                list,
                key,
                from,
                to,
            } => Wire {
                from: Some(from.0.clone()),
                to: Some(to.0.clone()),
                ..Wire::new(Word::Move).member(list, key)
            },
        };
        wire.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Edit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Wire::deserialize(deserializer)?
            .edit()
            .map_err(D::Error::custom)
    }
}

impl Wire {
    fn edit(self) -> Result<Edit, &'static str> {
        if let Word::Set = self.edit {
            return Ok(Edit::Set {
                at: self.place()?,
                field: self.field.ok_or("a field is set")?,
                before: self.before,
                after: self.after,
            });
        }
        let list = self.list_place()?;
        let key = self.key.ok_or("a member has a key")?;
        let anchor =
            |keys: Option<Vec<String>>| keys.map(Anchor).ok_or("a member stands somewhere");
        let value = self.value.ok_or("a member has a value");
        Ok(match self.edit {
            Word::Insert => Edit::Insert {
                list,
                key,
                value: value?,
                anchor: anchor(self.behind)?,
            },
            Word::Remove => Edit::Remove {
                list,
                key,
                value: value?,
                anchor: anchor(self.behind)?,
            },
            Word::Set | Word::Move => Edit::Move {
                list,
                key,
                from: anchor(self.from)?,
                to: anchor(self.to)?,
            },
        })
    }
}
