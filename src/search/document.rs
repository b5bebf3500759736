//! What is searched: documents of named texts, prepared once and matched often.

use std::sync::Arc;

use super::code::fold_code_key;
use super::fold::Key;
use super::glossary::{Glossary, Implied};
use super::letters::{letter_bit, letter_mask, words_of};

/// What a text is to its record; the order is the order of ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FieldName {
    /// The code that people see and type; compares as codes do.
    Code,
    /// The title, or whatever stands for one.
    Title,
    /// Another code or name of the same record, past or present.
    OtherName,
    /// A person, post or organisation.
    Officer,
    /// Any longer text, with the name to show beside a hit.
    Prose(&'static str),
}

/// One text of a record.
#[derive(Debug, Clone, Copy)]
pub struct Field<'a> {
    /// What the text is to its record.
    pub name: FieldName,
    /// The text as it stands in the file.
    pub text: &'a str,
}

impl<'a> Field<'a> {
    /// A text and what it is.
    pub fn new(name: FieldName, text: &'a str) -> Self {
        Self { name, text }
    }
}

/// A field made ready: folded, with what a glance can rule out.
#[derive(Debug, Clone)]
pub(super) struct PreparedField {
    pub(super) name: FieldName,
    pub(super) key: Key,
    /// The folded code, for codes and for other names that look like one.
    pub(super) code: Option<Box<str>>,
    /// The letters of the text and of what it implies.
    pub(super) mask: u64,
    /// The letters that words start with: scattered letters enter a word at its start.
    pub(super) initials: u64,
    pub(super) implied: Box<[Implied]>,
}

impl PreparedField {
    pub(super) fn new(field: Field<'_>, glossary: &Glossary) -> Self {
        let key = Key::new(field.text);
        let implied = if field.name == FieldName::Code {
            Vec::new()
        } else {
            glossary.implied(&key)
        };
        let code_like = match field.name {
            FieldName::Code => true,
            FieldName::OtherName => {
                key.text().len() <= 24 && key.text().bytes().any(|byte| byte.is_ascii_digit())
            }
            _ => false,
        };
        let mask = implied
            .iter()
            .fold(letter_mask(key.text()), |mask, implied| {
                mask | letter_mask(implied.key.text())
            });
        let initials = words_of(key.text()).filter_map(|(_, word)| word.chars().next());
        Self {
            name: field.name,
            code: code_like.then(|| fold_code_key(key.text()).into()),
            mask,
            initials: initials.fold(0, |mask, c| mask | letter_bit(c)),
            implied: implied.into(),
            key,
        }
    }
}

/// A record made ready for search. It owns folded copies only; make it anew when the record changes, or
/// when the glossary does. Cloning costs a counter.
#[derive(Debug, Clone)]
pub struct Prepared {
    fields: Arc<[PreparedField]>,
    mask: u64,
}

impl Prepared {
    /// Prepares a record's texts. Empty texts keep their place, so that a hit's field number is the caller's.
    pub fn new(fields: &[Field<'_>], glossary: &Glossary) -> Self {
        let fields: Arc<[PreparedField]> = fields
            .iter()
            .map(|field| PreparedField::new(*field, glossary))
            .collect();
        let mask = fields.iter().fold(0, |mask, field| mask | field.mask);
        Self { fields, mask }
    }

    pub(super) fn fields(&self) -> &[PreparedField] {
        &self.fields
    }

    pub(super) fn mask(&self) -> u64 {
        self.mask
    }
}
