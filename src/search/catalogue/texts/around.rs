//! The texts of what stands around trackers and recommendations: boards, plans, what monitors, highlights,
//! themes, answers, inquiries, judgements, the work programme.

use super::Texts;
use crate::domain::plan::{Answer, Board, Highlight, Monitor, Plan, Theme};
use crate::domain::programme::{ForwardDecision, Group, Item};
use crate::domain::recommendation::{Inquiry, Judgement};
use crate::search::FieldName;

pub(super) fn board<'a>(board: &'a Board, texts: &mut Texts<'a>) {
    texts.title(&board.title);
    texts.note(&board.rest);
}

pub(super) fn plan<'a>(plan: &'a Plan, texts: &mut Texts<'a>) {
    texts.title(&plan.title);
    texts.note(&plan.rest);
}

pub(super) fn monitor<'a>(monitor: &'a Monitor, texts: &mut Texts<'a>) {
    texts.title(&monitor.title);
    texts.prose("kind", &monitor.kind);
    texts.prose("meets", &monitor.meets);
    texts.note(&monitor.rest);
}

pub(super) fn highlight<'a>(highlight: &'a Highlight, texts: &mut Texts<'a>) {
    texts.title(&highlight.heading);
    texts.prose("text", &highlight.text);
    texts.note(&highlight.rest);
}

pub(super) fn theme<'a>(theme: &'a Theme, texts: &mut Texts<'a>) {
    texts.say(FieldName::Code, &theme.code);
    texts.title(&theme.title);
    texts.note(&theme.rest);
}

pub(super) fn answer<'a>(answer: &'a Answer, texts: &mut Texts<'a>) {
    texts.title(&answer.text);
    texts.who(&answer.by);
    texts.note(&answer.rest);
}

pub(super) fn inquiry<'a>(inquiry: &'a Inquiry, texts: &mut Texts<'a>) {
    texts.title(&inquiry.title);
    texts.who(&inquiry.body);
    texts.note(&inquiry.rest);
}

pub(super) fn judgement<'a>(judgement: &'a Judgement, texts: &mut Texts<'a>) {
    texts.title(&judgement.subject);
    texts.who(&judgement.body);
    texts.note(&judgement.rest);
}

pub(super) fn item<'a>(item: &'a Item, texts: &mut Texts<'a>) {
    texts.title(&item.title);
    texts.prose("description", &item.description);
    texts.prose("notes", &item.notes);
    for code in &item.types {
        texts.prose("type", code);
    }
    texts.note(&item.rest);
}

pub(super) fn group<'a>(group: &'a Group, texts: &mut Texts<'a>) {
    texts.title(&group.title);
    group.members.iter().for_each(|member| texts.who(member));
    texts.prose("position", &group.position);
    for date in &group.dates {
        texts.prose("date", &date.text);
        texts.note(&date.rest);
    }
    texts.note(&group.rest);
}

pub(super) fn decision<'a>(decision: &'a ForwardDecision, texts: &mut Texts<'a>) {
    texts.title(&decision.title);
    texts.who(&decision.maker);
    texts.officers(&decision.officers);
    texts.prose("consultation", &decision.consultation);
    texts.prose("documents", &decision.documents);
    texts.note(&decision.rest);
}
