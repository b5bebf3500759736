//! The records of one kind, in the user's order, found by id.

use std::collections::HashMap;
use std::sync::Arc;

use serde::{Deserializer, Serializer};

use super::field::{Field, Out, Shape};
use super::id::Id;
use super::json::Json;
use super::record::{
    InsertError, Member, Members, Record, completed, derive_key, doubled, read_member,
};

/// A list of shared records with an index. Cloning costs two counters, so that a worker or a
/// snapshot can take a consistent copy while the screen goes on.
#[derive(Clone, Debug)]
pub struct Records<T> {
    order: Arc<Vec<Arc<T>>>,
    places: Arc<HashMap<Id, usize>>,
}

impl<T> Default for Records<T> {
    fn default() -> Self {
        Self {
            order: Arc::default(),
            places: Arc::default(),
        }
    }
}

impl<T: PartialEq> PartialEq for Records<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.order, &other.order) || self.order == other.order
    }
}

impl<T: Member> Records<T> {
    /// Takes records in their order. A doubled id finds the first of them.
    pub fn new(records: Vec<T>) -> Self {
        let order: Vec<Arc<T>> = records.into_iter().map(Arc::new).collect();
        let places = index(&order);
        Self {
            order: Arc::new(order),
            places: Arc::new(places),
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The record with this id.
    pub fn get(&self, id: &str) -> Option<&Arc<T>> {
        self.order.get(*self.places.get(id)?)
    }

    /// The record at a place of the list.
    pub fn at(&self, place: usize) -> Option<&Arc<T>> {
        self.order.get(place)
    }

    /// Where the record with this id stands.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// Whether both are the very same list: nothing was changed in the one that was not in the other.
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.order, &other.order)
    }

    /// The records in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Arc<T>> {
        self.order.iter()
    }

    /// Changes the list and finds all places anew.
    fn edit_all(&mut self, change: impl FnOnce(&mut Vec<Arc<T>>)) {
        change(Arc::make_mut(&mut self.order));
        self.places = Arc::new(index(&self.order));
    }
}

impl<'a, T: Member> IntoIterator for &'a Records<T> {
    type Item = &'a Arc<T>;
    type IntoIter = std::slice::Iter<'a, Arc<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

fn index<T: Member>(order: &[Arc<T>]) -> HashMap<Id, usize> {
    let mut places = HashMap::with_capacity(order.len());
    for (place, record) in order.iter().enumerate() {
        places.entry(Id::new(record.key())).or_insert(place);
    }
    places
}

impl<T: Member> Members for Records<T> {
    fn len(&self) -> usize {
        Records::len(self)
    }

    fn position(&self, key: &str) -> Option<usize> {
        self.place(key)
    }

    fn key_at(&self, place: usize) -> Option<&str> {
        self.at(place).map(|record| record.key())
    }

    fn member(&self, key: &str) -> Option<&dyn Record> {
        self.get(key).map(|record| &**record as &dyn Record)
    }

    fn member_mut(&mut self, key: &str) -> Option<&mut dyn Record> {
        let place = self.place(key)?;
        let record = Arc::make_mut(&mut self.order).get_mut(place)?;
        Some(Arc::make_mut(record) as &mut dyn Record)
    }

    fn member_at(&self, place: usize) -> Option<&dyn Record> {
        self.at(place).map(|record| &**record as &dyn Record)
    }

    fn member_at_mut(&mut self, place: usize) -> Option<&mut dyn Record> {
        let record = Arc::make_mut(&mut self.order).get_mut(place)?;
        Some(Arc::make_mut(record) as &mut dyn Record)
    }

    fn lacks_keys(&self) -> bool {
        T::DERIVED && self.iter().any(|record| record.key().is_empty())
    }

    fn derive_keys(&mut self) {
        let mut taken = self.iter().map(|record| record.key().to_owned()).collect();
        self.edit_all(|order| {
            for record in order.iter_mut().filter(|record| record.key().is_empty()) {
                derive_key(Arc::make_mut(record), &mut taken);
            }
        });
    }

    fn doubled(&self) -> Vec<usize> {
        doubled(self.iter().map(|record| &**record))
    }

    fn member_json(&self, key: &str) -> Option<Json> {
        self.get(key)
            .and_then(|record| Json::of(&Out(&**record)).ok())
    }

    fn insert(&mut self, value: &Json, place: usize) -> Result<String, InsertError> {
        let record: T = read_member(self, value)?;
        let key = record.key().to_owned();
        let place = place.min(self.len());
        let record = Arc::new(record);
        self.edit_all(|order| order.insert(place, record));
        Ok(key)
    }

    fn remove(&mut self, key: &str) -> bool {
        let Some(place) = self.place(key) else {
            return false;
        };
        self.edit_all(|order| {
            order.remove(place);
        });
        true
    }

    fn complete(&self, value: &Json) -> Result<(String, Json), InsertError> {
        completed::<T>(self, value)
    }
}

impl<T: Member> Field for Records<T> {
    fn shape() -> Shape {
        Shape::List(T::shape)
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::new(<Vec<T> as Field>::read(deserializer)?))
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.order.iter().map(|record| Out(&**record)))
    }
}
