//! Which texts of a record can be found, and what each of them is.
//!
//! Everything that somebody may have read of a record is here: a test walks the sample and finds each of
//! its texts. Left out are references, choices, dates and where a figure was read; fields narrow by those.

mod around;
mod figures;
mod recommendation;
mod tracker;

use crate::analysis::moment::Moment;
use crate::domain::id::RecordRef;
use crate::domain::kind::Kind;
use crate::domain::plan::Officer;
use crate::domain::record::Rest;
use crate::domain::workspace::Workspace;
use crate::search::{Field, FieldName};

/// The kinds that can be found, in the order in which the file holds them.
pub const FOUND: &[Kind] = &[
    Kind::Board,
    Kind::Plan,
    Kind::Monitor,
    Kind::Highlight,
    Kind::Theme,
    Kind::Priority,
    Kind::Indicator,
    Kind::Action,
    Kind::Answer,
    Kind::Inquiry,
    Kind::Recommendation,
    Kind::Judgement,
    Kind::Item,
    Kind::Group,
    Kind::Decision,
];

/// The texts of a record, each with what it is, as it is called at a moment. The order decides the number
/// of a hit's field.
pub(super) fn with_fields<T>(
    workspace: &Workspace,
    moment: Moment,
    record: &RecordRef,
    take: impl FnOnce(&[Field<'_>]) -> T,
) -> Option<T> {
    let id = record.id.as_str();
    let mut texts = Texts::default();
    let programme = workspace.programme.as_ref();
    match record.kind {
        Kind::Board => around::board(workspace.boards.get(id)?, &mut texts),
        Kind::Plan => around::plan(workspace.plans.get(id)?, &mut texts),
        Kind::Monitor => around::monitor(workspace.monitors.get(id)?, &mut texts),
        Kind::Highlight => around::highlight(workspace.highlights.get(id)?, &mut texts),
        Kind::Theme => around::theme(workspace.themes.get(id)?, &mut texts),
        Kind::Priority => tracker::priority(workspace.priorities.get(id)?, moment, &mut texts),
        Kind::Indicator => figures::indicator(workspace.indicators.get(id)?, moment, &mut texts),
        Kind::Action => tracker::action(workspace.actions.get(id)?, &mut texts),
        Kind::Answer => around::answer(workspace.answers.get(id)?, &mut texts),
        Kind::Inquiry => around::inquiry(workspace.inquiries.get(id)?, &mut texts),
        Kind::Recommendation => {
            recommendation::recommendation(workspace.recommendations.get(id)?, moment, &mut texts);
        }
        Kind::Judgement => around::judgement(workspace.judgements.get(id)?, &mut texts),
        Kind::Item => around::item(programme?.items.get(id)?, &mut texts),
        Kind::Group => around::group(programme?.groups.get(id)?, &mut texts),
        Kind::Decision => around::decision(programme?.decisions.get(id)?, &mut texts),
        Kind::Workspace | Kind::Period | Kind::View => return None,
    }
    Some(take(&texts.0))
}

/// Whether a record is called otherwise at other times.
pub(super) fn is_timed(workspace: &Workspace, record: &RecordRef) -> bool {
    let id = record.id.as_str();
    match record.kind {
        Kind::Priority => workspace.priorities.get(id).is_some_and(|it| {
            !it.former_codes.is_empty() || it.updates.iter().any(|update| !update.title.is_empty())
        }),
        Kind::Indicator => {
            (workspace.indicators.get(id)).is_some_and(|it| !it.former_codes.is_empty())
        }
        Kind::Recommendation => {
            (workspace.recommendations.get(id)).is_some_and(|it| !it.former_codes.is_empty())
        }
        _ => false,
    }
}

/// The texts of a record while they are gathered.
#[derive(Default)]
struct Texts<'a>(Vec<Field<'a>>);

impl<'a> Texts<'a> {
    fn say(&mut self, name: FieldName, text: &'a str) {
        if !text.is_empty() {
            self.0.push(Field::new(name, text));
        }
    }

    /// The code of the moment; every other code of the record is another name.
    fn codes(&mut self, then: &'a str, all: impl Iterator<Item = &'a str>) {
        self.say(FieldName::Code, then);
        all.filter(|code| *code != then)
            .for_each(|code| self.name(code));
    }

    /// The title of the moment; every other title of the record is another name.
    fn titles(&mut self, then: &'a str, all: impl Iterator<Item = &'a str>) {
        self.say(FieldName::Title, then);
        all.filter(|title| *title != then)
            .for_each(|title| self.name(title));
    }

    fn title(&mut self, title: &'a str) {
        self.say(FieldName::Title, title);
    }

    fn names(&mut self, names: &'a [String]) {
        for name in names {
            self.name(name);
        }
    }

    /// Another name; several periods may have used the same one.
    fn name(&mut self, text: &'a str) {
        let known = |field: &Field<'_>| field.name == FieldName::OtherName && field.text == text;
        if !self.0.iter().any(known) {
            self.say(FieldName::OtherName, text);
        }
    }

    /// Somebody with a part in the record; the trackers of several periods name the same people.
    fn who(&mut self, text: &'a str) {
        let known = |field: &Field<'_>| field.name == FieldName::Officer && field.text == text;
        if !self.0.iter().any(known) {
            self.say(FieldName::Officer, text);
        }
    }

    fn officers(&mut self, officers: &'a [Officer]) {
        for officer in officers {
            for text in [
                &officer.post,
                &officer.name,
                &officer.organisation,
                &officer.r#for,
            ] {
                self.who(text);
            }
            self.note(&officer.rest);
        }
    }

    fn prose(&mut self, name: &'static str, text: &'a str) {
        self.say(FieldName::Prose(name), text);
    }

    fn note(&mut self, rest: &'a Rest) {
        self.prose("note", rest.note());
    }
}
