//! The page of a record whose kind has no page of its own: boards, plans, monitors, inquiries,
//! highlights, answers, periods, views. It says what the form of the kind asks for, in its order.

use super::document::{Document, Fact, Item, Span};
use super::provenance;
use crate::analysis::moment::Moment;
use crate::analysis::naming::{code_of, title_of};
use crate::domain::form::{Entry, Form, FormField, Object, form_of, shown, shown_figure};
use crate::domain::id::RecordRef;
use crate::domain::json::Json;
use crate::domain::workspace::Workspace;

/// The page; `None` where the record is not there.
pub fn plain_page(workspace: &Workspace, moment: Moment, record: &RecordRef) -> Option<Document> {
    let found = workspace.record(record.kind, record.id.as_str())?;
    let object = Object::of_record(found);
    let title = Some(title_of(workspace, record, moment)).filter(|title| !title.is_empty());
    let title = title.unwrap_or_else(|| record.id.to_string());
    let mut document = Document::about("", &title);
    let asked = form_of(record.kind).fields.iter();
    let held: Vec<(&FormField, &Json)> = asked
        .filter_map(|field| Some((field, object.get(field.key)?)))
        .filter(|(field, value)| shown(field.entry, value) != title)
        .collect();
    let of = Named { workspace, moment };
    let mut facts = vec![Fact::plain("Kind", record.kind.word())];
    facts.extend(
        held.iter()
            .filter_map(|(field, value)| of.fact(field, value)),
    );
    document.facts(facts);
    for (field, value) in held {
        of.section(&mut document, field, value);
    }
    provenance::add_sources(&mut document, &[found.rest()]);
    Some(document)
}

/// What values say, with the records that they name called by their codes.
struct Named<'a> {
    workspace: &'a Workspace,
    moment: Moment,
}

impl Named<'_> {
    /// A field that is said in a line.
    fn fact(&self, field: &FormField, value: &Json) -> Option<Fact> {
        if field.entry.is_nested() || field.entry.is_prose() {
            return None;
        }
        let fact = Fact::plain(field.label, self.words(field.entry, value));
        let named = record_of(field.entry, &value.shown()).filter(|it| self.is_there(it));
        Some(match named {
            Some(record) => fact.naming(record),
            None => fact,
        })
    }

    /// A text, or a list.
    fn section(&self, document: &mut Document, field: &FormField, value: &Json) {
        let items = match field.entry {
            Entry::Prose | Entry::Pairs => {
                document.section(field.label, "");
                document.prose(&shown(field.entry, value));
                return;
            }
            Entry::Object(form) => vec![self.object(form, value)],
            Entry::Values(list) => items(value, |item| self.item(list.item.entry, item)),
            Entry::Objects(form) => items(value, |item| self.object(form, item)),
            Entry::Members(list) => items(value, |item| self.object(list.form, item)),
            _ => return,
        };
        document.section(field.label, &items.len().to_string());
        document.list(items);
    }

    fn item(&self, entry: Entry, value: &Json) -> Item {
        let mut item = Item::new(vec![Span::plain(self.words(entry, value))]);
        item.record = record_of(entry, &value.shown()).filter(|it| self.is_there(it));
        item
    }

    /// An object in a line: what its fields hold, in their order.
    fn object(&self, form: &'static Form, value: &Json) -> Item {
        let object = Object::of(value);
        let fields = form.fields.iter().filter_map(|field| match field.entry {
            Entry::Figure => Some(shown_figure(&object)),
            entry if entry.is_nested() => None,
            Entry::Number => Some(format!("{} {}", object.get(field.key)?.shown(), field.key)),
            entry => Some(self.words(entry, object.get(field.key)?)),
        });
        let words: Vec<String> = fields.filter(|words| !words.is_empty()).collect();
        Item::new(vec![Span::plain(words.join(", "))])
    }

    fn words(&self, entry: Entry, value: &Json) -> String {
        let text = shown(entry, value);
        match (entry, record_of(entry, &text)) {
            (_, Some(record)) if self.is_there(&record) => self.called(&record),
            (Entry::Choice(_) | Entry::Rating, _) => text.replace('_', " "),
            _ => text,
        }
    }

    /// Code and title of a record that is named.
    fn called(&self, record: &RecordRef) -> String {
        let code = code_of(self.workspace, record, self.moment);
        let title = title_of(self.workspace, record, self.moment);
        match (code == record.id.as_str(), title.is_empty()) {
            (_, true) => code,
            (true, false) => title,
            (false, false) => format!("{code}  {title}"),
        }
    }

    fn is_there(&self, record: &RecordRef) -> bool {
        self.workspace
            .record(record.kind, record.id.as_str())
            .is_some()
    }
}

/// Every value of a list, as an item.
fn items(value: &Json, item: impl Fn(&Json) -> Item) -> Vec<Item> {
    let values: Vec<Json> = value.to().unwrap_or_default();
    values.iter().map(item).collect()
}

/// The record that the value of a field names.
fn record_of(entry: Entry, text: &str) -> Option<RecordRef> {
    match entry {
        Entry::Reference(kind) => Some(RecordRef::new(kind, &text.into())),
        Entry::Named => RecordRef::read(text),
        _ => None,
    }
}
