//! Lists whose members have keys of their own, whatever the members are.

use std::collections::HashSet;

use super::{Member, Record};
use crate::domain::field::{In, Out};
use crate::domain::id::Id;
use crate::domain::json::Json;

/// A list of records with keys, whatever their type.
pub trait Members {
    /// How many there are.
    fn len(&self) -> usize;
    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// Where the member with this key stands.
    fn position(&self, key: &str) -> Option<usize>;
    /// The key at a place.
    fn key_at(&self, place: usize) -> Option<&str>;
    /// The member with this key.
    fn member(&self, key: &str) -> Option<&dyn Record>;
    /// The same, to change it.
    fn member_mut(&mut self, key: &str) -> Option<&mut dyn Record>;
    /// The member at a place.
    fn member_at(&self, place: usize) -> Option<&dyn Record>;
    /// The same, to change it.
    fn member_at_mut(&mut self, place: usize) -> Option<&mut dyn Record>;
    /// Whether a member has no key although one can be derived.
    fn lacks_keys(&self) -> bool;
    /// Derives the keys that are missing, so that every reader of the same file gives the same ones.
    fn derive_keys(&mut self);
    /// The places of members whose key another one has before them.
    fn doubled(&self) -> Vec<usize>;
    /// The member as JSON.
    fn member_json(&self, key: &str) -> Option<Json>;
    /// Reads a member and puts it at a place; gives back its key. The key must be new.
    fn insert(&mut self, value: &Json, place: usize) -> Result<String, InsertError>;
    /// Takes a member out.
    fn remove(&mut self, key: &str) -> bool;
    /// A member that could join, with the key it would have: ids that are missing in it and in its
    /// lists are given, and it is written as the file writes it.
    fn complete(&self, value: &Json) -> Result<(String, Json), InsertError>;
}

/// Why a member was not put in.
#[derive(Debug, thiserror::Error)]
pub enum InsertError {
    /// It is no record of this list.
    #[error("{0}")]
    Shape(#[from] serde_json::Error),
    /// It has no key.
    #[error("it has no id")]
    NoKey,
    /// The key is in the list already.
    #[error("\"{0}\" is there already")]
    Doubled(String),
}

impl<T: Member> Members for Vec<T> {
    fn len(&self) -> usize {
        self.as_slice().len()
    }

    fn position(&self, key: &str) -> Option<usize> {
        self.iter().position(|member| member.key() == key)
    }

    fn key_at(&self, place: usize) -> Option<&str> {
        self.as_slice().get(place).map(T::key)
    }

    fn member(&self, key: &str) -> Option<&dyn Record> {
        self.iter()
            .find(|member| member.key() == key)
            .map(|member| member as &dyn Record)
    }

    fn member_mut(&mut self, key: &str) -> Option<&mut dyn Record> {
        self.iter_mut()
            .find(|member| member.key() == key)
            .map(|member| member as &mut dyn Record)
    }

    fn member_at(&self, place: usize) -> Option<&dyn Record> {
        self.as_slice()
            .get(place)
            .map(|member| member as &dyn Record)
    }

    fn member_at_mut(&mut self, place: usize) -> Option<&mut dyn Record> {
        self.get_mut(place).map(|member| member as &mut dyn Record)
    }

    fn lacks_keys(&self) -> bool {
        T::DERIVED && self.iter().any(|member| member.key().is_empty())
    }

    fn derive_keys(&mut self) {
        let mut taken = self.iter().map(|member| member.key().to_owned()).collect();
        for member in self.iter_mut().filter(|member| member.key().is_empty()) {
            derive_key(member, &mut taken);
        }
    }

    fn doubled(&self) -> Vec<usize> {
        doubled(self.iter())
    }

    fn member_json(&self, key: &str) -> Option<Json> {
        let member = self.iter().find(|member| member.key() == key)?;
        Json::of(&Out(member)).ok()
    }

    fn insert(&mut self, value: &Json, place: usize) -> Result<String, InsertError> {
        let member = read_member::<T>(self, value)?;
        let key = member.key().to_owned();
        Vec::insert(self, place.min(Members::len(self)), member);
        Ok(key)
    }

    fn remove(&mut self, key: &str) -> bool {
        match self.position(key) {
            Some(place) => {
                Vec::remove(self, place);
                true
            }
            None => false,
        }
    }

    fn complete(&self, value: &Json) -> Result<(String, Json), InsertError> {
        completed::<T>(self, value)
    }
}

/// Reads a member that is to join `list`, and gives it and its own lists the ids that are missing.
pub(in crate::domain) fn completed<T: Member>(
    list: &dyn Members,
    value: &Json,
) -> Result<(String, Json), InsertError> {
    let In(mut member) = value.to::<In<T>>()?;
    if member.key().is_empty() && T::DERIVED {
        let keys = (0..list.len()).filter_map(|place| list.key_at(place));
        derive_key(&mut member, &mut keys.map(str::to_owned).collect());
    }
    derive_keys(&mut member);
    if member.key().is_empty() {
        return Err(InsertError::NoKey);
    }
    if list.position(member.key()).is_some() {
        return Err(InsertError::Doubled(member.key().to_owned()));
    }
    Ok((member.key().to_owned(), Json::of(&Out(&member))?))
}

/// Derives the missing keys of all lists inside a record.
pub(in crate::domain) fn derive_keys(record: &mut dyn Record) {
    for name in record.keyed() {
        let Some(list) = record.list_mut(name) else {
            continue;
        };
        if list.lacks_keys() {
            list.derive_keys();
        }
        for place in 0..list.len() {
            list.member_at_mut(place).into_iter().for_each(derive_keys);
        }
    }
}

/// Gives a member the first key that is not taken: its slug or prefix, with a number where needed.
pub(in crate::domain) fn derive_key<T: Member>(member: &mut T, taken: &mut HashSet<String>) {
    let slug = Id::slug(member.naming());
    let stem = if slug.is_empty() {
        T::PREFIX
    } else {
        slug.as_str()
    };
    let numbered = (1..).map(|number| match (stem, T::PREFIX) {
        ("", _) => format!("r{number}"),
        (stem, prefix) if stem == prefix => format!("{stem}{number}"),
        (stem, _) if number == 1 => stem.to_owned(),
        (stem, _) => format!("{stem}-{number}"),
    });
    for key in numbered {
        if taken.insert(key.clone()) {
            member.set_key(&key);
            return;
        }
    }
}

/// Lists up to this length are compared pair by pair: cheaper than a set for the few members that most
/// lists have.
const FEW: usize = 12;

/// The places of members whose key stood before. Members without a key double nobody.
pub(in crate::domain) fn doubled<'a, T: Member + 'a>(
    members: impl Iterator<Item = &'a T> + Clone,
) -> Vec<usize> {
    let count = members.clone().count();
    let keys = members
        .map(T::key)
        .enumerate()
        .filter(|(_, key)| !key.is_empty());
    if count <= FEW {
        let before = keys.clone();
        let is_doubled = |(place, key): &(usize, &str)| {
            (before.clone()).any(|(earlier, other)| earlier < *place && other == *key)
        };
        return keys.filter(is_doubled).map(|(place, _)| place).collect();
    }
    let mut seen = HashSet::with_capacity(count);
    keys.filter(|(_, key)| !seen.insert(*key))
        .map(|(place, _)| place)
        .collect()
}

/// Reads a member that is to join `list`: it must have a key, and a new one.
pub(in crate::domain) fn read_member<T: Member>(
    list: &dyn Members,
    value: &Json,
) -> Result<T, InsertError> {
    let In(member) = value.to::<In<T>>()?;
    if member.key().is_empty() {
        return Err(InsertError::NoKey);
    }
    if list.position(member.key()).is_some() {
        return Err(InsertError::Doubled(member.key().to_owned()));
    }
    Ok(member)
}
