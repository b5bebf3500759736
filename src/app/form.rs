//! A form while it is filled in: what stands in its fields, level by level.
//!
//! The fields are described in [`crate::domain::form`]. A field that holds an object or a list opens
//! a level of its own over the form; what is entered there goes back into the field, and nothing
//! reaches the workspace before the whole form is kept.

mod area;
mod field;
mod fields;
mod input;
mod items;
mod offers;

use super::place::Places;
use super::state::Marked;
use crate::analysis::many::Field;
use crate::analysis::moment::Moment;
use crate::domain::edit::{ListPlace, Place};
use crate::domain::form::{Context, Form as Described, FormField, Object};
use crate::domain::id::Id;
use crate::domain::json::Json;
use crate::domain::unit::Unit;
use crate::domain::workspace::Workspace;

pub use area::TextArea;
pub use field::{FieldState, Remark, Tone};
pub use fields::Fields;
pub use input::{Choices, Input};
pub use items::{Item, Items, Listed};
pub use offers::{Offer, called};

/// A form that is being filled in.
#[derive(Clone)]
pub struct Form {
    /// What it makes or changes.
    pub target: Target,
    /// The form itself, and over it the parts of it that are open.
    pub levels: Vec<Level>,
    /// What is asked for in it.
    pub described: &'static Described,
    /// What the figures in it are measured in.
    pub unit: Option<Unit>,
    /// What the message and the history say it was about: `NI 117 result`.
    pub about: String,
    /// The key that opened it, for the cause of its step.
    pub key: &'static str,
    /// A priority that a new indicator is aligned with in the same step.
    pub aligned_with: Option<Id>,
}

impl std::fmt::Debug for Form {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Form")
            .field("target", &self.target)
            .field("levels", &self.levels)
            .finish_non_exhaustive()
    }
}

/// What a form makes or changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A record or member that is there.
    Existing(Place),
    /// One that is to come.
    New {
        /// The list it joins.
        list: ListPlace,
        /// Its place in the list; at the end for none.
        place: Option<usize>,
    },
    /// A value that many records are to have.
    Many {
        /// What is set of them.
        field: Field,
        /// The records.
        marked: Marked,
    },
}

/// One level of a form.
#[derive(Clone, Debug)]
pub enum Level {
    /// The fields of an object.
    Fields(Fields),
    /// The items of a list.
    Items(Items),
}

/// What the fields of a form are read against.
pub struct Asked<'a> {
    /// The workspace as it is shown.
    pub workspace: &'a Workspace,
    /// The period and day in view.
    pub moment: Moment,
    /// What readings depend on.
    pub context: Context,
}

impl<'a> Asked<'a> {
    /// The workspace and moment in view; figures count in `unit`.
    pub fn new(workspace: &'a Workspace, moment: Moment, unit: Option<Unit>) -> Self {
        Self {
            workspace,
            moment,
            context: Context {
                period: moment.period,
                scale: workspace.scale(),
                unit,
            },
        }
    }
}

impl Form {
    /// A form over an object; `base` holds what is there or given.
    pub fn new(
        target: Target,
        described: &'static Described,
        base: Object,
        heading: String,
        asked: &Asked<'_>,
    ) -> Self {
        let exists = matches!(target, Target::Existing(_));
        let fields = Fields::new(described, base, heading, exists, asked);
        Self {
            target,
            described,
            levels: vec![Level::Fields(fields)],
            unit: asked.context.unit.clone(),
            about: String::new(),
            key: "form",
            aligned_with: None,
        }
    }

    /// A form that asks for some fields only, each once.
    pub fn of_fields(
        target: Target,
        described: &'static Described,
        fields: &[&'static FormField],
        base: Object,
        asked: &Asked<'_>,
    ) -> Self {
        let mut form = Self::new(target, described, base.clone(), String::new(), asked);
        form.levels = vec![Level::Fields(Fields::of(fields, base, asked))];
        form
    }

    /// The same form, with the key that opened it and what it is about.
    #[must_use]
    pub fn of(mut self, key: &'static str, about: String) -> Self {
        self.key = key;
        self.about = about;
        self
    }

    /// Where its keys go.
    pub fn place(&self) -> Places {
        match self.levels.last() {
            Some(Level::Items(_)) => Places::FORM_LIST,
            _ => Places::FORM,
        }
    }

    /// The form itself, under whatever is open over it.
    pub fn ground(&self) -> Option<&Fields> {
        match self.levels.first() {
            Some(Level::Fields(fields)) => Some(fields),
            _ => None,
        }
    }

    /// The same, to change it.
    pub fn ground_mut(&mut self) -> Option<&mut Fields> {
        match self.levels.first_mut() {
            Some(Level::Fields(fields)) => Some(fields),
            _ => None,
        }
    }

    /// The open level, if it has fields.
    pub fn fields(&self) -> Option<&Fields> {
        match self.levels.last() {
            Some(Level::Fields(fields)) => Some(fields),
            _ => None,
        }
    }

    /// The same, to change it.
    pub fn fields_mut(&mut self) -> Option<&mut Fields> {
        match self.levels.last_mut() {
            Some(Level::Fields(fields)) => Some(fields),
            _ => None,
        }
    }

    /// The open level, if it is a list.
    pub fn items_mut(&mut self) -> Option<&mut Items> {
        match self.levels.last_mut() {
            Some(Level::Items(items)) => Some(items),
            _ => None,
        }
    }

    /// The labels of what was entered and is not kept yet, on all levels.
    pub fn entered(&self) -> Vec<String> {
        let mut entered = Vec::new();
        for level in &self.levels {
            match level {
                Level::Fields(fields) => entered.extend(fields.entered()),
                Level::Items(items) if items.is_changed() => entered.push(items.heading.clone()),
                Level::Items(_) => {}
            }
        }
        entered
    }

    /// Opens the object or list of the focused field, or the selected item of a list.
    pub fn open(&mut self, asked: &Asked<'_>) -> bool {
        let next = match self.levels.last() {
            Some(Level::Fields(fields)) => fields.opened(asked),
            Some(Level::Items(items)) => Some(Level::Fields(items.opened(asked))),
            None => None,
        };
        let opens = next.is_some();
        self.levels.extend(next);
        opens
    }

    /// Closes the topmost level and puts what it holds into the one below. Stays, with the trouble
    /// said beside its field, where it cannot be kept; the form itself is never closed here.
    pub fn close(&mut self, asked: &Asked<'_>) -> bool {
        if self.levels.len() < 2 {
            return false;
        }
        let value = match self.levels.last_mut() {
            Some(Level::Fields(fields)) => match fields.value(asked) {
                Ok(value) => value,
                Err(_) => return false,
            },
            Some(Level::Items(items)) => items.value(),
            None => None,
        };
        self.levels.pop();
        self.take(value, asked);
        true
    }

    /// Puts what a closed level held into the field or item it was opened from.
    fn take(&mut self, value: Option<Json>, asked: &Asked<'_>) {
        match self.levels.last_mut() {
            Some(Level::Fields(fields)) => fields.take(value, asked),
            Some(Level::Items(items)) => items.take(value, asked),
            None => {}
        }
    }

    /// Closes the topmost level and forgets what it holds.
    pub fn drop_level(&mut self) {
        if self.levels.len() > 1 {
            self.levels.pop();
        }
    }
}
