//! One field of a form: what stands in it, and how it is read.

use super::Asked;
use super::input::Input;
use super::items::summary;
use super::offers::{called, meant, value_of};
use crate::domain::form::{
    Entry, FIGURE_KEYS, FormField, Object, Trouble, moved, read, read_figure, shown_figure,
};
use crate::domain::json::Json;
use crate::domain::record::Rest;
use crate::text;

/// One field.
#[derive(Clone, Debug)]
pub struct FieldState {
    /// What it is.
    pub spec: &'static FormField,
    /// What is typed or chosen.
    pub input: Input,
    /// What it was when the form was opened.
    opened: String,
    /// How it is read, or why it cannot be.
    pub remark: Remark,
    /// What it was in the period before, to be seen beside it.
    pub beside: String,
    /// What somebody else put there meanwhile.
    pub theirs: Option<String>,
    /// What an object or list holds, in a line.
    pub summary: String,
}

/// What is said of a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remark {
    /// The words; empty for nothing.
    pub words: String,
    /// How much they matter.
    pub tone: Tone,
}

/// How much a remark matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// So it was read.
    #[default]
    Plain,
    /// Worth a second look.
    Doubt,
    /// It cannot be kept.
    Trouble,
}

impl FieldState {
    /// A field over what an object holds.
    pub(super) fn new(spec: &'static FormField, base: &Object, asked: &Asked<'_>) -> Self {
        let input = input_of(spec, base, asked);
        let mut field = Self {
            spec,
            opened: input.text(),
            input,
            remark: Remark::default(),
            beside: String::new(),
            theirs: None,
            summary: String::new(),
        };
        field.consider(asked, false);
        field
    }

    /// Whether it holds something else than when the form was opened.
    pub fn is_touched(&self) -> bool {
        self.input.text() != self.opened
    }

    /// Reads it anew and says how. An empty field that must not be empty is told of only where the
    /// form was to be kept.
    pub(super) fn consider(&mut self, asked: &Asked<'_>, strict: bool) {
        if let Input::Nested(value) = &self.input {
            self.summary = summary(self.spec.entry, value.as_ref(), asked);
        }
        self.remark = match self.understood(asked) {
            Ok(_) if strict && self.spec.required && self.input.text().trim().is_empty() => {
                Remark::trouble(&Trouble::Missing)
            }
            Ok(remark) => remark,
            // What stood there stays, whatever it is.
            Err(trouble) if self.is_touched() => Remark::trouble(&trouble),
            Err(trouble) => Remark {
                words: format!("stands as it is: {trouble}"),
                tone: Tone::Doubt,
            },
        };
    }

    /// How it is read.
    fn understood(&self, asked: &Asked<'_>) -> Result<Remark, Trouble> {
        let text = self.input.text();
        if text.trim().is_empty() {
            return Ok(Remark::default());
        }
        if !text.lines().all(text::is_safe) && !matches!(self.input, Input::Nested(_)) {
            return Ok(Remark {
                words: "control or direction characters cannot be kept".to_owned(),
                tone: if self.is_touched() {
                    Tone::Trouble
                } else {
                    Tone::Doubt
                },
            });
        }
        match self.spec.entry {
            Entry::Figure => {
                let typed = read_figure(&text, asked.context.unit.as_ref());
                Ok(Remark::reading(typed.reading, typed.doubtful))
            }
            entry @ (Entry::Reference(_) | Entry::Named) => {
                let offer = meant(entry, &text, asked)?;
                let plain = offer.title == text.trim();
                Ok(Remark::reading(
                    if plain { String::new() } else { offer.title },
                    false,
                ))
            }
            entry if entry.is_nested() => Ok(Remark::default()),
            entry => {
                let typed = read(entry, &text, &asked.context)?;
                Ok(Remark::reading(typed.reading, typed.doubtful))
            }
        }
    }

    /// Puts what is entered into an object. A field that was not touched leaves it as it is.
    pub fn write(&self, object: &mut Object, why: &str, asked: &Asked<'_>) -> Result<(), Trouble> {
        if !self.is_touched() {
            return Ok(());
        }
        let text = self.input.text();
        let key = self.spec.key;
        match self.spec.entry {
            Entry::Why => {}
            Entry::Figure => {
                let typed = read_figure(&text, asked.context.unit.as_ref());
                for (key, value) in typed.keys {
                    object.set(key, value);
                }
                if typed.provisional {
                    object.set("provisional", Some(yes()));
                }
            }
            Entry::Timescale { slips } => {
                let trimmed = Some(text.trim()).filter(|text| !text.is_empty());
                let after = moved(object.get(key), trimmed, slips, asked.moment.today, why);
                object.set(key, after);
            }
            entry @ (Entry::Reference(_) | Entry::Named) if !text.trim().is_empty() => {
                let offer = meant(entry, &text, asked)?;
                object.set(key, Some(Json::text(&value_of(entry, &offer.record))));
            }
            entry if entry.is_nested() => {
                if let Input::Nested(value) = &self.input {
                    object.set(key, value.clone());
                }
            }
            entry => object.set(key, read(entry, &text, &asked.context)?.value),
        }
        Ok(())
    }

    /// Says beside it what it was in the period before.
    pub(super) fn set_beside(&mut self, period: &str, before: &Object, asked: &Asked<'_>) {
        let was = match self.spec.entry {
            // Periods and sources are those of then, and say nothing of now.
            Entry::Period | Entry::Day => return,
            _ if Rest::fields()
                .iter()
                .any(|field| field.name == self.spec.key) =>
            {
                return;
            }
            Entry::Figure => shown_figure(before),
            entry if entry.is_nested() => summary(entry, before.get(self.spec.key), asked),
            _ => input_of(self.spec, before, asked).text().replace('_', " "),
        };
        if !was.is_empty() {
            self.beside = format!("{period}: {was}");
        }
    }

    /// Somebody else changed what it stands for. What was not touched shows theirs; what was keeps
    /// mine, with theirs said beside it.
    pub(super) fn refresh(&mut self, base: &Object, asked: &Asked<'_>) {
        let theirs = input_of(self.spec, base, asked);
        if theirs.text() == self.opened {
            return;
        }
        if self.is_touched() {
            let shown = match &theirs {
                Input::Nested(value) => summary(self.spec.entry, value.as_ref(), asked),
                other => other.text(),
            };
            self.theirs = Some(if shown.is_empty() {
                "nothing".to_owned()
            } else {
                shown
            });
            self.opened = theirs.text();
        } else {
            self.opened = theirs.text();
            self.input = theirs;
            self.theirs = None;
        }
        self.consider(asked, false);
    }
}

fn yes() -> Json {
    Json::of(&true).unwrap_or_else(|_| Json::null())
}

/// What a field shows of an object.
fn input_of(spec: &'static FormField, base: &Object, asked: &Asked<'_>) -> Input {
    match spec.entry {
        Entry::Figure => {
            let mut figure = Object::default();
            for key in FIGURE_KEYS {
                figure.set(key, base.get(key).cloned());
            }
            let text = Json::text(&shown_figure(&figure));
            Input::new(spec.entry, Some(&text), &asked.context)
        }
        Entry::Why => Input::new(spec.entry, None, &asked.context),
        entry @ (Entry::Reference(_) | Entry::Named) => {
            let id = base.text(spec.key);
            let shown = called(entry, &id, asked).unwrap_or(id);
            Input::new(entry, Some(&Json::text(&shown)), &asked.context)
        }
        entry => Input::new(entry, base.get(spec.key), &asked.context),
    }
}

impl Remark {
    fn reading(words: String, doubtful: bool) -> Self {
        let tone = if doubtful { Tone::Doubt } else { Tone::Plain };
        Self { words, tone }
    }

    /// Why something cannot be kept.
    pub(super) fn trouble(trouble: &Trouble) -> Self {
        Self {
            words: trouble.to_string(),
            tone: Tone::Trouble,
        }
    }
}
