//! The fields of one object, with the focus on one of them.

use super::field::{FieldState, Remark, Tone};
use super::input::Input;
use super::items::{Items, Listed};
use super::offers::{Candidates, Offer, first};
use super::{Asked, Level};
use crate::domain::form::{Entry, Form as Described, FormField, Object, ValueList};
use crate::domain::json::Json;

/// The fields of one object.
#[derive(Clone, Debug)]
pub struct Fields {
    /// What stands over them.
    pub heading: String,
    /// The fields.
    pub fields: Vec<FieldState>,
    /// The one that is typed into.
    pub focus: usize,
    /// What the object held when the form was opened; keys that are not asked for stay.
    pub base: Object,
    /// The records offered for the focused field.
    pub offers: Vec<Offer>,
    /// Which of them is selected.
    pub offered: Option<usize>,
    /// What the field typed into can name, with its place.
    candidates: Option<(usize, Candidates)>,
    /// Whether the object is one plain value of a list.
    is_value: bool,
}

impl Fields {
    /// The fields of an object. One that is there already keeps its key, so that is not asked for.
    pub(super) fn new(
        form: &'static Described,
        base: Object,
        heading: String,
        exists: bool,
        asked: &Asked<'_>,
    ) -> Self {
        let is_key = |key: &str| {
            exists
                && ((form.one == "period" && key == "period")
                    || (form.one == "view" && key == "name"))
        };
        let moves = |entry: Entry| {
            let known = form.fields.iter().any(|field| {
                matches!(field.entry, Entry::Timescale { slips: true })
                    && base.get(field.key).is_some()
            });
            !matches!(entry, Entry::Why) || known
        };
        let asked_for = form
            .all_fields()
            .filter(|field| !is_key(field.key) && moves(field.entry));
        let fields = asked_for
            .map(|spec| FieldState::new(spec, &base, asked))
            .collect();
        Self {
            heading,
            fields,
            focus: 0,
            base,
            offers: Vec::new(),
            offered: None,
            candidates: None,
            is_value: false,
        }
        .attended(asked)
    }

    /// These fields and no others. Why a date moved is asked for where there is one that can.
    pub(super) fn of(fields: &[&'static FormField], base: Object, asked: &Asked<'_>) -> Self {
        let moves = base.get("timescale").is_some();
        let wanted = fields
            .iter()
            .filter(|field| moves || !matches!(field.entry, Entry::Why));
        Self {
            fields: wanted
                .map(|spec| FieldState::new(spec, &base, asked))
                .collect(),
            heading: String::new(),
            focus: 0,
            base,
            offers: Vec::new(),
            offered: None,
            candidates: None,
            is_value: false,
        }
        .attended(asked)
    }

    /// The one field of a plain value.
    pub(super) fn of_value(
        list: &'static ValueList,
        value: Option<&Json>,
        heading: String,
        asked: &Asked<'_>,
    ) -> Self {
        let base = Object::default().with("", value.cloned());
        Self {
            fields: vec![FieldState::new(&list.item, &base, asked)],
            heading,
            focus: 0,
            base,
            offers: Vec::new(),
            offered: None,
            candidates: None,
            is_value: true,
        }
        .attended(asked)
    }

    fn attended(mut self, asked: &Asked<'_>) -> Self {
        self.offer(asked);
        self
    }

    /// The focused field.
    pub fn focused(&self) -> Option<&FieldState> {
        self.fields.get(self.focus)
    }

    /// The same, to type into.
    pub fn focused_mut(&mut self) -> Option<&mut FieldState> {
        self.fields.get_mut(self.focus)
    }

    /// Goes to another field, stopping at the ends; false at the end.
    pub fn step(&mut self, by: isize, asked: &Asked<'_>) -> bool {
        let last = self.fields.len().saturating_sub(1);
        let to = self.focus.saturating_add_signed(by).min(last);
        let went = to != self.focus;
        self.focus = to;
        self.offer(asked);
        went
    }

    /// Goes to the field with a key.
    pub fn go_to(&mut self, key: &str, asked: &Asked<'_>) {
        if let Some(at) = self.fields.iter().position(|field| field.spec.key == key) {
            self.focus = at;
            self.offer(asked);
        }
    }

    /// Puts a word into the choice with a key, wherever the focus is.
    pub fn set(&mut self, key: &str, word: &str, asked: &Asked<'_>) {
        let field = self.fields.iter_mut().find(|field| field.spec.key == key);
        if let Some(field) = field {
            field.input.paste(word);
            field.consider(asked, false);
        }
    }

    /// Whether the focus is on the last field.
    pub fn is_last(&self) -> bool {
        self.focus + 1 >= self.fields.len()
    }

    /// The focused field was changed: reads it anew and offers what fits.
    pub fn changed(&mut self, asked: &Asked<'_>) {
        if let Some(field) = self.focused_mut() {
            field.consider(asked, false);
        }
        self.offer(asked);
    }

    /// Offers what the focused field could name: what fits what was typed, nothing where it names a
    /// record already.
    fn offer(&mut self, asked: &Asked<'_>) {
        self.offered = None;
        self.offers = Vec::new();
        let Some(field) = self.focused() else {
            return;
        };
        let (entry, text) = (field.spec.entry, field.input.text());
        let names = !text.trim().is_empty() && field.remark.tone == Tone::Plain;
        if matches!(entry, Entry::Reference(_) | Entry::Named) && !names {
            self.offered = (!text.trim().is_empty()).then_some(0);
            self.offers = if text.trim().is_empty() {
                first(entry, asked)
            } else {
                self.candidates(entry, asked).fitting(&text)
            };
        }
    }

    /// What the focused field can name: made when it is first typed into.
    fn candidates(&mut self, entry: Entry, asked: &Asked<'_>) -> &Candidates {
        let focus = self.focus;
        let kept = self.candidates.take().filter(|(at, _)| *at == focus);
        let made = kept.unwrap_or_else(|| (focus, Candidates::new(entry, asked)));
        &self.candidates.insert(made).1
    }

    /// Selects another offer; false where there is none that way. Where nothing is typed none is
    /// selected at first, so that Enter goes on.
    pub fn choose(&mut self, by: isize) -> bool {
        let Some(last) = self.offers.len().checked_sub(1) else {
            return false;
        };
        let to = match self.offered {
            None if by > 0 => Some(0),
            None => return false,
            Some(0) if by < 0 => None,
            Some(at) => Some(at.saturating_add_signed(by).min(last)),
        };
        self.offered = to;
        true
    }

    /// Puts the selected offer into the focused field; false where there is none.
    pub fn take_offer(&mut self, asked: &Asked<'_>) -> bool {
        let chosen = self.offered.and_then(|at| self.offers.get(at));
        let Some(offer) = chosen.cloned() else {
            return false;
        };
        if let Some(field) = self.focused_mut() {
            let line = crate::app::line::InputLine::with(&offer.code);
            field.input = Input::Line(line);
            field.consider(asked, false);
            // Two kinds can share a code; the id is never shared.
            if field.remark.tone == Tone::Trouble {
                let id = super::offers::value_of(field.spec.entry, &offer.record);
                field.input = Input::Line(crate::app::line::InputLine::with(&id));
                field.consider(asked, false);
            }
        }
        self.offer(asked);
        true
    }

    /// The labels of the fields that hold something else than when the form was opened.
    pub fn entered(&self) -> impl Iterator<Item = String> {
        let touched = self.fields.iter().filter(|field| field.is_touched());
        touched.map(|field| field.spec.label.to_owned())
    }

    /// The object as it is entered. Where a field cannot be kept it is told beside it and focused.
    pub fn object(&mut self, asked: &Asked<'_>) -> Result<Object, String> {
        let why = self
            .fields
            .iter()
            .find(|field| matches!(field.spec.entry, Entry::Why));
        let why = why.map(|field| field.input.text()).unwrap_or_default();
        let mut object = self.base.clone();
        let mut stuck = None;
        for (at, field) in self.fields.iter_mut().enumerate() {
            field.consider(asked, true);
            if field.remark.tone != Tone::Trouble
                && let Err(trouble) = field.write(&mut object, &why, asked)
            {
                field.remark = Remark::trouble(&trouble);
            }
            if field.remark.tone == Tone::Trouble && stuck.is_none() {
                stuck = Some((at, format!("{}: {}", field.spec.label, field.remark.words)));
            }
        }
        match stuck {
            Some((at, words)) => {
                self.focus = at;
                let remark = self.fields.get(at).map(|field| field.remark.clone());
                self.offer(asked);
                if let (Some(field), Some(remark)) = (self.focused_mut(), remark) {
                    field.remark = remark;
                }
                Err(words)
            }
            None => Ok(object),
        }
    }

    /// The object or plain value as it is entered; nothing where it is empty.
    pub(super) fn value(&mut self, asked: &Asked<'_>) -> Result<Option<Json>, String> {
        let untouched = self.fields.iter().all(|field| !field.is_touched());
        if untouched {
            return Ok(if self.is_value {
                self.base.get("").cloned()
            } else {
                self.base.to_json()
            });
        }
        let object = self.object(asked)?;
        Ok(if self.is_value {
            object.get("").cloned()
        } else {
            object.to_json()
        })
    }

    /// The level that the focused field opens, if it holds an object or a list.
    pub(super) fn opened(&self, asked: &Asked<'_>) -> Option<Level> {
        let field = self.focused()?;
        let Input::Nested(value) = &field.input else {
            return None;
        };
        let heading = field.spec.label.to_owned();
        let listed = match field.spec.entry {
            Entry::Object(form) => {
                let base = value.as_ref().map(Object::of).unwrap_or_default();
                return Some(Level::Fields(Self::new(form, base, heading, false, asked)));
            }
            Entry::Values(list) => Listed::Values(list),
            Entry::Objects(form) => Listed::Objects(form),
            Entry::Members(list) => Listed::Members(list),
            _ => return None,
        };
        Some(Level::Items(Items::new(
            listed,
            value.as_ref(),
            heading,
            asked,
        )))
    }

    /// Puts the value of a closed level into the focused field.
    pub(super) fn take(&mut self, value: Option<Json>, asked: &Asked<'_>) {
        if let Some(field) = self.focused_mut() {
            field.input = Input::Nested(value);
            field.consider(asked, false);
        }
    }

    /// Says beside the fields what they were before.
    pub fn set_beside(&mut self, period: &str, before: &Object, asked: &Asked<'_>) {
        for field in &mut self.fields {
            field.set_beside(period, before, asked);
        }
    }

    /// Somebody else changed the object.
    pub fn refresh(&mut self, base: Object, asked: &Asked<'_>) {
        self.candidates = None;
        for field in &mut self.fields {
            field.refresh(&base, asked);
        }
        self.base = base;
    }
}
