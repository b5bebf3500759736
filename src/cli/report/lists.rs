//! Exceptions, changes, slippage, what falls due and highlights as JSON.

use crate::analysis::due::Due;
use crate::analysis::exceptions::Exception;
use crate::analysis::moment::Moment;
use crate::analysis::slippage::{SlippageTotal, by_board, by_officer};
use crate::cli::desk::Desk;
use crate::cli::json::Object;
use crate::cli::record::head;
use crate::domain::id::Id;
use crate::report::view::View;

/// Text, or `null` where there is none.
pub(super) fn stated(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

/// Ids as texts.
pub(super) fn ids(ids: &[Id]) -> Vec<&str> {
    ids.iter().map(Id::as_str).collect()
}

pub(super) fn exceptions(desk: &Desk, view: &View<'_>) -> Vec<Object> {
    let lines = view.exceptions().lines;
    lines.iter().map(|line| exception(desk, line)).collect()
}

pub(super) fn exception(desk: &Desk, line: &Exception) -> Object {
    let answer = line.answer.as_ref();
    let answer = answer.and_then(|id| desk.workspace.answers.get(id.as_str()));
    let answer = answer.map(|answer| {
        Object::new()
            .with("text", &stated(&answer.text))
            .with("by", &stated(&answer.by))
            .with("on", &stated(answer.on.text()))
    });
    head(desk, &line.record)
        .with("finding", line.group.word())
        .with("reason", &line.reason)
        .with("boards", &ids(&line.boards))
        .with("answer", &answer)
}

pub(super) fn changes(desk: &Desk, view: &View<'_>, before: Moment) -> Vec<Object> {
    let found = view.changes(before);
    let change = found.iter().map(|change| {
        head(desk, &change.record)
            .with("change", change.kind.word())
            .with("part", &stated(&change.part))
            .with("before", &stated(&change.before))
            .with("after", &stated(&change.after))
            .with("better", &change.better)
            .with("boards", &ids(&change.boards))
    });
    change.collect()
}

pub(super) fn slippage(desk: &Desk, view: &View<'_>) -> Object {
    let found = view.slipped();
    let slipped: Vec<Object> = found
        .iter()
        .map(|it| {
            head(desk, &it.record)
                .with("part", &stated(&it.part))
                .with("dates", &it.dates)
                .with("why", &stated(&it.why))
                .with("moves", &it.moves)
                .with("days", &it.days)
                .with("officers", &it.officers)
                .with("boards", &ids(&it.boards))
        })
        .collect();
    let boards: Vec<Object> = by_board(&found)
        .iter()
        .map(|it| total("board", it.of.as_str(), it))
        .collect();
    let officers: Vec<Object> = by_officer(&found)
        .iter()
        .map(|it| total("officer", &it.of, it))
        .collect();
    Object::new()
        .with("slipped", &slipped)
        .with("boards", &boards)
        .with("officers", &officers)
}

fn total<K>(of: &'static str, name: &str, total: &SlippageTotal<K>) -> Object {
    Object::new()
        .with(of, &stated(name))
        .with("dates", &total.slipped.len())
        .with("moves", &total.moves)
        .with("days", &total.days)
        .with("not_in_days", &total.unread)
}

pub(super) fn due(desk: &Desk, view: &View<'_>) -> Vec<Object> {
    view.due().iter().map(|it| due_object(desk, it)).collect()
}

pub(super) fn due_object(desk: &Desk, due: &Due) -> Object {
    head(desk, &due.record)
        .with("day", &due.day.to_string())
        .with("what", due.kind.word())
        .with("part", &stated(&due.part))
        .with("officers", &due.officers)
        .with("boards", &ids(&due.boards))
        .with("overdue", &due.overdue)
}

pub(super) fn highlight(desk: &Desk, view: &View<'_>) -> Object {
    let found = view.highlights();
    let issues: Vec<Object> = found
        .issues
        .iter()
        .map(|record| {
            let issue = desk.workspace.highlights.get(record.id.as_str());
            head(desk, record)
                .with("text", &issue.map(|it| it.text.as_str()))
                .with("boards", &issue.map(|it| ids(&it.boards)))
                .with("concerns", &issue.map(|it| &it.concerns))
        })
        .collect();
    let exceptions = |lines: &[Exception]| -> Vec<Object> {
        lines.iter().map(|line| exception(desk, line)).collect()
    };
    let missed: Vec<Object> = found
        .missed
        .iter()
        .map(|(theme, lines)| {
            Object::new()
                .with("theme", &theme.as_ref().map(|theme| head(desk, theme)))
                .with("indicators", &exceptions(lines))
        })
        .collect();
    let dual: Vec<Object> = found
        .dual
        .iter()
        .map(|(record, boards)| head(desk, record).with("boards", &ids(boards)))
        .collect();
    Object::new()
        .with("issues", &issues)
        .with("missed", &missed)
        .with("data_quality", &exceptions(&found.quality))
        .with("several_boards", &dual)
}
