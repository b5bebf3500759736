//! An officer's answer to a line, as a step that can be applied and taken back.

use super::Exception;
use crate::domain::day::Day;
use crate::domain::edit::{Anchor, Edit, ListPlace, Place, Step};
use crate::domain::field::Out;
use crate::domain::id::{Id, RecordRef};
use crate::domain::json::Json;
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::plan::Answer;
use crate::domain::record::Record as _;
use crate::domain::stated::Stated;
use crate::domain::workspace::Workspace;

/// The step that answers a line for a period. A line that has an answer gets the new text; an empty text
/// takes the answer away. The step has no edits where all is so already.
pub fn answer_step(
    workspace: &Workspace,
    line: &Exception,
    period: Option<Period>,
    text: &str,
    by: &str,
    on: Option<Day>,
) -> Step {
    let text = text.trim();
    let held = line.answer.as_ref();
    let held = held.and_then(|id| workspace.answers.get(id.as_str()));
    let edits = match (held, text.is_empty()) {
        (Some(answer), true) => removed(workspace, answer).into_iter().collect(),
        (Some(answer), false) => changed(answer, text, by, on),
        (None, true) => Vec::new(),
        (None, false) => given(workspace, line, period, text, by, on)
            .into_iter()
            .collect(),
    };
    Step::new("answer", edits)
}

fn given(
    workspace: &Workspace,
    line: &Exception,
    period: Option<Period>,
    text: &str,
    by: &str,
    on: Option<Day>,
) -> Option<Edit> {
    let id = free_id(workspace, line, period);
    let answer = Answer {
        id: id.clone(),
        finding: line.group.word().to_owned(),
        concerns: line.record.to_string(),
        period: period.map(Stated::from).unwrap_or_default(),
        text: text.to_owned(),
        by: by.to_owned(),
        on: on.map(Stated::from).unwrap_or_default(),
        ..Answer::default()
    };
    Some(Edit::Insert {
        list: ListPlace::Records(Kind::Answer),
        key: id.to_string(),
        value: Json::of(&Out(&answer)).ok()?,
        anchor: Anchor::last(&workspace.answers),
    })
}

fn changed(answer: &Answer, text: &str, by: &str, on: Option<Day>) -> Vec<Edit> {
    if answer.text == text {
        return Vec::new();
    }
    let word = |text: &str| (!text.is_empty()).then(|| Json::text(text));
    let after = [
        ("text", word(text)),
        ("by", word(by)),
        ("on", on.and_then(|day| word(&day.to_string()))),
    ];
    let set = |(field, after): (&str, Option<Json>)| {
        let before = answer.get(field);
        (before != after).then(|| Edit::Set {
            at: Place::record(Kind::Answer, &answer.id),
            field: field.to_owned(),
            before,
            after,
        })
    };
    after.into_iter().filter_map(set).collect()
}

fn removed(workspace: &Workspace, answer: &Answer) -> Option<Edit> {
    let place = workspace.answers.place(answer.id.as_str())?;
    Some(Edit::Remove {
        list: ListPlace::Records(Kind::Answer),
        key: answer.id.to_string(),
        value: Json::of(&Out(answer)).ok()?,
        anchor: Anchor::before_place(&workspace.answers, place),
    })
}

/// A readable id that no answer has yet.
fn free_id(workspace: &Workspace, line: &Exception, period: Option<Period>) -> Id {
    let RecordRef { id, .. } = &line.record;
    let period = period.map_or_else(String::new, |period| period.to_string());
    let slug = Id::slug(&format!("{} {id} {period}", line.group.word()));
    let numbered = (2..).map(|number: usize| Id::new(&format!("{slug}-{number}")));
    let mut ids = std::iter::once(slug.clone()).chain(numbered);
    let free = ids.find(|id| workspace.answers.get(id.as_str()).is_none());
    free.unwrap_or(slug.clone())
}
