//! What falls due, by month and by officer.

use super::{View, cells};
use crate::analysis::due::{Due, by_month, by_officer};
use crate::report::dates::day_text;
use crate::report::document::{Column, Document, Row, Span, Tone};

/// What is overdue, then what falls due month by month, then how much each officer has before them.
pub fn due_report(view: &View<'_>) -> Document {
    let mut document = view.document("What falls due");
    let found = view.due();
    if found.is_empty() {
        document.absence("Nothing falls due.");
        return document;
    }
    let (late, ahead): (Vec<Due>, Vec<Due>) = found.iter().cloned().partition(|it| it.overdue);
    if !late.is_empty() {
        document.section("Overdue", &late.len().to_string());
        table(&mut document, view, &late.iter().collect::<Vec<_>>());
    }
    for (month, due) in by_month(&ahead) {
        document.section(&month_text(month.first()), &due.len().to_string());
        table(&mut document, view, &due);
    }
    add_officers(&mut document, &found);
    document
}

/// `January 2011`, as a heading says it.
fn month_text(first: crate::domain::day::Day) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = usize::from(first.month()).saturating_sub(1);
    let name = MONTHS.get(month).copied().unwrap_or_default();
    format!("{name} {}", first.year())
}

/// A table of what falls due.
pub(super) fn table(document: &mut Document, view: &View<'_>, due: &[&Due]) {
    let columns = vec![
        Column::fixed("Day"),
        Column::fixed("What").keep(70),
        Column::fixed("Code").keep(90),
        Column::titles("Title"),
        Column::reasons("Who").keep(50),
    ];
    let rows = due.iter().map(|it| row(view, it));
    document.table(columns, rows.collect());
}

fn row(view: &View<'_>, due: &Due) -> Row {
    let tone = if due.overdue { Tone::Late } else { Tone::Plain };
    let mut title = cells::title(view, &due.record);
    if !due.part.is_empty() {
        title.push(Span::dim(format!(": {}", due.part)));
    }
    Row {
        cells: vec![
            vec![Span::new(day_text(due.day), tone)],
            cells::plain(due.kind.word()),
            cells::code(view, &due.record),
            title,
            cells::plain(due.officers.join("; ")),
        ],
        record: Some(due.record.clone()),
    }
}

fn add_officers(document: &mut Document, found: &[Due]) {
    let officers = by_officer(found);
    document.section("By officer", &officers.len().to_string());
    let columns = vec![
        Column::officers("Officer"),
        Column::counts("Due"),
        Column::counts("Overdue"),
        Column::fixed("Next"),
    ];
    let rows = officers.iter().map(|(officer, due)| {
        let late = due.iter().filter(|it| it.overdue).count();
        let next = due.iter().find(|it| !it.overdue);
        let name = if officer.is_empty() {
            Span::dim("nobody named")
        } else {
            Span::plain(officer.as_str())
        };
        Row {
            cells: vec![
                vec![name],
                cells::plain(due.len().to_string()),
                if late == 0 {
                    Vec::new()
                } else {
                    cells::toned(late.to_string(), Tone::Late)
                },
                cells::plain(next.map_or(String::new(), |it| day_text(it.day))),
            ],
            record: None,
        }
    });
    document.table(columns, rows.collect());
}
