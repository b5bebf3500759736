//! The pages of the work programme: a meeting, an item, a working group, a decision.

use super::dates::{day_text, stated_day};
use super::document::{Column, Document, Fact, Item as Point, Row, Span, Tone};
use super::officers::by_role;
use super::provenance;
use crate::analysis::due::Due;
use crate::analysis::moment::Moment;
use crate::analysis::naming::{code_of, title_of};
use crate::analysis::programme::Meeting;
use crate::domain::id::{Id, RecordRef};
use crate::domain::kind::Kind;
use crate::domain::programme::{ForwardDecision, Group, Item, type_words};
use crate::domain::workspace::Workspace;

/// An item for a meeting.
pub fn item_page(workspace: &Workspace, item: &Item) -> Document {
    let mut document = Document::about("", named(&item.title, &item.id));
    let mut facts = vec![Fact::plain("Board", board_title(workspace, &item.board))];
    facts.push(if item.meeting.is_empty() {
        Fact::new("Meeting", vec![Span::dim("not scheduled")])
    } else {
        Fact::plain("Meeting", stated_day(&item.meeting))
    });
    for (place, code) in item.types.iter().enumerate() {
        let label = if place == 0 { "Type" } else { "" };
        facts.push(Fact::plain(label, type_text(code)));
    }
    document.facts(facts);
    section(&mut document, "What it is about", &item.description);
    section(&mut document, "Notes", &item.notes);
    provenance::add_sources(&mut document, &[&item.rest]);
    document
}

/// A meeting of a board: what is set for it, and what falls due before it.
pub fn meeting_page(
    workspace: &Workspace,
    moment: Moment,
    meeting: &Meeting,
    due: &[&Due],
) -> Document {
    let stated = || meeting.stated.clone();
    let when = meeting.day.map_or_else(stated, day_text);
    let mut document = Document::about(&when, &board_title(workspace, &meeting.board));
    document.section("Items", &count(meeting.items.len()));
    if meeting.items.is_empty() {
        document.absence("Nothing is set for it yet.");
    }
    let recorded = workspace.programme.as_ref();
    let items = meeting.items.iter();
    let items = items.filter_map(|id| recorded?.items.get(id.as_str()));
    document.table(
        vec![
            Column::words("Item"),
            Column::words("Type").keep(60),
            Column::titles("What it is about").keep(40),
        ],
        items.map(|item| item_row(item)).collect(),
    );
    add_due(&mut document, workspace, moment, meeting, due);
    document
}

/// What falls due before a meeting and after the one before it; what is late by then comes first.
fn add_due(
    document: &mut Document,
    workspace: &Workspace,
    moment: Moment,
    meeting: &Meeting,
    due: &[&Due],
) {
    let since = meeting.previous.filter(|_| !due.is_empty());
    let since = since.map_or_else(String::new, |day| {
        format!("  after the meeting of {}", day_text(day))
    });
    let aside = format!("{}{since}", count(due.len()));
    document.section("Falls due before it", &aside);
    if meeting.is_past(moment.today) {
        document.absence("It was held before this day.");
    } else if due.is_empty() {
        document.absence("Nothing of this board falls due before it.");
    }
    let columns = vec![
        Column::fixed("Due"),
        Column::fixed("").keep(50),
        Column::fixed("What").keep(80),
        Column::fixed("Code").keep(70),
        Column::words("Title"),
        Column::officers("Officers").keep(20),
    ];
    let rows = due.iter().map(|due| due_row(workspace, moment, due));
    document.table(columns, rows.collect());
}

fn due_row(workspace: &Workspace, moment: Moment, due: &Due) -> Row {
    let code = code_of(workspace, &due.record, moment);
    let code = if code == due.record.id.as_str() {
        String::new()
    } else {
        code
    };
    let title = title_of(workspace, &due.record, moment);
    let part = match (due.part.is_empty(), title.is_empty()) {
        (true, _) => title,
        (false, true) => due.part.clone(),
        (false, false) => format!("{title}: {}", due.part),
    };
    let late = if due.overdue { "late" } else { "" };
    Row {
        cells: vec![
            vec![Span::plain(day_text(due.day))],
            vec![Span::new(late, Tone::Late)],
            vec![Span::plain(due.kind.word())],
            vec![Span::code(code)],
            vec![Span::plain(part)],
            vec![Span::plain(due.officers.join("; "))],
        ],
        record: Some(due.record.clone()),
    }
}

fn count(number: usize) -> String {
    if number == 0 {
        String::new()
    } else {
        number.to_string()
    }
}

fn item_row(item: &Item) -> Row {
    let types = item.types.iter().map(|code| type_text(code));
    Row {
        cells: vec![
            vec![Span::strong(named(&item.title, &item.id))],
            vec![Span::plain(types.collect::<Vec<_>>().join(", "))],
            vec![Span::plain(item.description.as_str())],
        ],
        record: Some(RecordRef::new(Kind::Item, &item.id)),
    }
}

/// A working group.
pub fn group_page(group: &Group) -> Document {
    let mut document = Document::about("", named(&group.title, &group.id));
    section(&mut document, "Where it stands", &group.position);
    document.section("Meets", "");
    if group.dates.is_empty() {
        document.absence("No dates are recorded.");
    }
    let dates = group.dates.iter().map(|date| {
        let text = if date.text.is_empty() {
            stated_day(&date.on)
        } else {
            date.text.clone()
        };
        Point::new(vec![Span::plain(text)])
    });
    document.list(dates.collect());
    if !group.members.is_empty() {
        document.section("Members", &group.members.len().to_string());
        let members = group.members.iter();
        document.list(
            members
                .map(|member| Point::new(vec![Span::plain(member.as_str())]))
                .collect(),
        );
    }
    provenance::add_sources(&mut document, &[&group.rest]);
    document
}

/// A decision of the forward plan.
pub fn decision_page(decision: &ForwardDecision) -> Document {
    let mut document = Document::about("", named(&decision.title, &decision.id));
    let mut facts = vec![if decision.expected.is_empty() {
        Fact::new("Expected", vec![Span::dim("no date")])
    } else {
        Fact::plain("Expected", stated_day(&decision.expected))
    }];
    for (label, value) in [
        ("Taken by", &decision.maker),
        ("Consultation", &decision.consultation),
        ("Documents", &decision.documents),
    ] {
        if !value.is_empty() {
            facts.push(Fact::plain(label, value.as_str()));
        }
    }
    facts.extend(by_role(&decision.officers));
    document.facts(facts);
    provenance::add_sources(&mut document, &[&decision.rest]);
    document
}

/// The code of an item's type with what it stands for.
pub fn type_text(code: &str) -> String {
    match type_words(code) {
        Some(words) => format!("{}  {words}", code.trim().to_uppercase()),
        None => code.to_owned(),
    }
}

/// The name of a board, else its id; a dash where there is none.
pub fn board_title(workspace: &Workspace, board: &Id) -> String {
    match workspace.boards.get(board.as_str()) {
        Some(board) if !board.title.is_empty() => board.title.clone(),
        _ if board.is_empty() => "-".to_owned(),
        _ => board.to_string(),
    }
}

/// A title, or the id where there is none.
fn named<'a>(title: &'a str, id: &'a Id) -> &'a str {
    if title.is_empty() { id.as_str() } else { title }
}

fn section(document: &mut Document, title: &str, text: &str) {
    if !text.trim().is_empty() {
        document.section(title, "");
        document.prose(text);
    }
}

#[cfg(test)]
mod tests;
