//! The items of a list: change, add, take out and put back, move.

use super::Asked;
use super::fields::Fields;
use super::offers::called;
use crate::domain::form::{
    Entry, Form as Described, MemberList, Object, ValueList, shown, shown_figure,
};
use crate::domain::json::Json;

/// What sort of list it is.
#[derive(Clone, Copy)]
pub enum Listed {
    /// Plain values.
    Values(&'static ValueList),
    /// Objects.
    Objects(&'static Described),
    /// Members with keys.
    Members(&'static MemberList),
}

impl std::fmt::Debug for Listed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.one())
    }
}

impl Listed {
    /// What one of the items is called.
    pub fn one(self) -> &'static str {
        match self {
            Self::Values(list) => list.item.label,
            Self::Objects(form) => form.one,
            Self::Members(list) => list.form.one,
        }
    }
}

/// The items of a list.
#[derive(Clone, Debug)]
pub struct Items {
    /// What stands over them.
    pub heading: String,
    /// What they are.
    pub listed: Listed,
    /// The items in order.
    pub items: Vec<Item>,
    /// The selected one; one past the last is the row that adds.
    pub selected: usize,
    opened: Option<Json>,
}

/// One item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it holds.
    pub value: Json,
    /// What it says in a line.
    pub words: String,
    /// Whether it goes when the form is kept.
    pub goes: bool,
}

impl Items {
    pub(super) fn new(
        listed: Listed,
        value: Option<&Json>,
        heading: String,
        asked: &Asked<'_>,
    ) -> Self {
        let values: Vec<Json> = value.and_then(|it| it.to().ok()).unwrap_or_default();
        let item = |value: Json| Item {
            words: words_of(listed, &value, asked),
            value,
            goes: false,
        };
        Self {
            heading,
            listed,
            items: values.into_iter().map(item).collect(),
            selected: 0,
            opened: value.cloned(),
        }
    }

    /// Selects another row; the last is the one that adds.
    pub fn step(&mut self, by: isize) {
        self.selected = self
            .selected
            .saturating_add_signed(by)
            .min(self.items.len());
    }

    /// Takes the selected item out when the form is kept, or puts it back.
    pub fn toggle(&mut self) {
        if let Some(item) = self.items.get_mut(self.selected) {
            item.goes = !item.goes;
        }
    }

    /// Moves the selected item up or down.
    pub fn shift(&mut self, by: isize) {
        let to = self.selected.saturating_add_signed(by);
        if self.selected < self.items.len() && to < self.items.len() {
            self.items.swap(self.selected, to);
            self.selected = to;
        }
    }

    /// The fields of the selected item, or of a new one.
    pub(super) fn opened(&self, asked: &Asked<'_>) -> Fields {
        let item = self.items.get(self.selected).map(|item| &item.value);
        let one = self.listed.one();
        let heading = match item {
            Some(_) => format!("{one}: {}", self.heading),
            None => format!("New {}", one.to_lowercase()),
        };
        let base = item.map(Object::of).unwrap_or_default();
        match self.listed {
            Listed::Values(list) => Fields::of_value(list, item, heading, asked),
            Listed::Objects(form) => Fields::new(form, base, heading, false, asked),
            Listed::Members(list) => Fields::new(list.form, base, heading, false, asked),
        }
    }

    /// Puts the value of a closed level into the selected item, or adds one.
    pub(super) fn take(&mut self, value: Option<Json>, asked: &Asked<'_>) {
        let Some(value) = value else {
            return;
        };
        let words = words_of(self.listed, &value, asked);
        if let Some(item) = self.items.get_mut(self.selected) {
            item.value = value;
            item.words = words;
        } else {
            self.items.push(Item {
                value,
                words,
                goes: false,
            });
            self.selected = self.items.len();
        }
    }

    /// The list as it is entered; nothing where it is empty.
    pub(super) fn value(&self) -> Option<Json> {
        let stay = self.items.iter().filter(|item| !item.goes);
        let values: Vec<&Json> = stay.map(|item| &item.value).collect();
        (!values.is_empty())
            .then(|| Json::of(&values).ok())
            .flatten()
    }

    /// Whether it is another list than when it was opened.
    pub fn is_changed(&self) -> bool {
        self.value() != self.opened
    }
}

fn words_of(listed: Listed, value: &Json, asked: &Asked<'_>) -> String {
    match listed {
        Listed::Values(list) => value_words(list.item.entry, value, asked),
        Listed::Objects(form) => item_words(form, &Object::of(value), asked),
        Listed::Members(list) => item_words(list.form, &Object::of(value), asked),
    }
}

/// A plain value in words: of a record its code.
fn value_words(entry: Entry, value: &Json, asked: &Asked<'_>) -> String {
    let text = shown(entry, value);
    called(entry, &text, asked).unwrap_or(text)
}

/// How many fields of an item are said in its line.
const SAID: usize = 3;

/// What an object says in a line: the first of its fields that hold something.
pub(super) fn item_words(form: &'static Described, object: &Object, asked: &Asked<'_>) -> String {
    let words = form.fields.iter().filter_map(|field| {
        let words = match field.entry {
            Entry::Figure => shown_figure(object),
            Entry::Why => return None,
            entry => summary(entry, object.get(field.key), asked),
        };
        Some(words).filter(|words| !words.is_empty())
    });
    let words: Vec<String> = words.take(SAID).collect();
    words.join("  ")
}

/// What a value says in a line; a list how many and which.
pub(super) fn summary(entry: Entry, value: Option<&Json>, asked: &Asked<'_>) -> String {
    let Some(value) = value else {
        return String::new();
    };
    let listed = match entry {
        Entry::Object(form) => return item_words(form, &Object::of(value), asked),
        Entry::Choice(_) => return shown(entry, value).replace('_', " "),
        Entry::Values(list) => Listed::Values(list),
        Entry::Objects(form) => Listed::Objects(form),
        Entry::Members(list) => Listed::Members(list),
        entry => return value_words(entry, value, asked),
    };
    let values: Vec<Json> = value.to().unwrap_or_default();
    let first: Vec<String> = values
        .iter()
        .take(SAID)
        .map(|value| words_of(listed, value, asked))
        .collect();
    let more = if values.len() > SAID { " …" } else { "" };
    match values.len() {
        0 => String::new(),
        count => format!("{count}: {}{more}", first.join("; ")),
    }
}
