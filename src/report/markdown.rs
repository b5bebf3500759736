//! A document as Markdown (CommonMark with tables), for papers that are made elsewhere.
//!
//! Text from the file is made inert, and stands for itself: what Markdown would read as a sign is
//! escaped. What is drawn is left out, since the same figures stand in the table below it.

use super::document::{Align, Block, Column, Document, Fact, Heading, Item, Span, Table, Tone};
use crate::text;

/// Writes a document as Markdown, a newline behind each line.
pub fn to_markdown(document: &Document) -> String {
    let mut parts = Vec::new();
    let title = inline(&document.title, false);
    if !title.is_empty() {
        parts.push(format!("# {title}"));
    }
    parts.extend(document.blocks.iter().filter_map(block));
    let mut markdown = parts.join("\n\n");
    markdown.push('\n');
    markdown
}

fn block(block: &Block) -> Option<String> {
    let written = match block {
        Block::Heading(heading) => self::heading(heading),
        Block::Paragraph(spans) => opening(&inline(spans, true)),
        Block::Facts(facts) => lines(facts.iter().map(fact)),
        Block::Table(table) => self::table(table),
        Block::List(items) => lines(items.iter().map(item)),
        Block::Plot(_) | Block::Bars(_) | Block::Space => return None,
    };
    (!written.is_empty()).then_some(written)
}

/// The title of the document is the first level. What is said beside a heading stands in brackets.
fn heading(heading: &Heading) -> String {
    let signs = "#".repeat(usize::from(heading.level.min(5)) + 1);
    let aside = heading.text.iter().position(|span| span.tone == Tone::Dim);
    let (text, aside) = heading.text.split_at(aside.unwrap_or(heading.text.len()));
    let (text, aside) = (inline(text, false), inline(aside, false));
    match (text.is_empty(), aside.is_empty()) {
        (false, false) => format!("{signs} {text} ({aside})"),
        _ => format!("{signs} {text}{aside}"),
    }
}

/// A fact without a label goes on with the one above.
fn fact(fact: &Fact) -> String {
    let value = inline(&fact.value, true);
    if fact.label.is_empty() {
        format!("  - {}", opening(&value))
    } else {
        format!("- {}: {value}", escaped(&fact.label))
    }
}

fn item(item: &Item) -> String {
    format!("- {}", opening(&inline(&item.text, true)))
}

fn table(table: &Table) -> String {
    let titles = table.columns.iter().map(|column| escaped(&column.title));
    let rule = table
        .columns
        .iter()
        .map(|column| alignment(column).to_owned());
    let rows = table.rows.iter().map(|row| {
        let empty = Vec::new();
        let cells = (0..table.columns.len()).map(|at| row.cells.get(at).unwrap_or(&empty));
        line(cells.map(|cell| inline(cell, true)))
    });
    lines([line(titles), line(rule)].into_iter().chain(rows))
}

fn alignment(column: &Column) -> &'static str {
    match column.align {
        Align::Left => "---",
        Align::Right | Align::Decimal => "---:",
    }
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.collect();
    format!("| {} |", cells.join(" | "))
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

/// Spans behind one another. Where emphasis is asked for, ratings and what is strong are bold.
fn inline(spans: &[Span], emphasis: bool) -> String {
    let mut written = String::new();
    for span in spans {
        let is_bold = matches!(span.tone, Tone::Rating(_) | Tone::Strong) && emphasis;
        let text = escaped(&span.text);
        let bare = text.trim();
        if is_bold && !bare.is_empty() {
            let (before, after) = blanks(&text);
            written.extend([before, "**", bare, "**", after]);
        } else {
            written.push_str(&text);
        }
    }
    let words: Vec<&str> = written.split_whitespace().collect();
    words.join(" ")
}

/// The blanks around a text.
fn blanks(text: &str) -> (&'static str, &'static str) {
    let blank = |is: bool| if is { " " } else { "" };
    (blank(text.starts_with(' ')), blank(text.ends_with(' ')))
}

/// Text that stands for itself, inert and on one line.
fn escaped(text: &str) -> String {
    let one_line = text.replace(['\n', '\r', '\t'], " ");
    let mut written = String::with_capacity(one_line.len());
    for c in text::display_safe(&one_line).chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&' | '~' | '$'
        ) {
            written.push('\\');
        }
        written.push(c);
    }
    written
}

/// A text at the beginning of a line, where more signs would be read: `#`, `+`, `-`, `1.`.
fn opening(text: &str) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(digits).unwrap_or(("", text));
    if digits > 0 && rest.starts_with(['.', ')']) {
        return format!("{number}\\{rest}");
    }
    if text.starts_with(['#', '+', '-', '=']) {
        return format!("\\{text}");
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rating::Rating;
    use crate::report::document::Row;

    #[test]
    fn text_of_the_file_stands_for_itself() {
        for (text, written) in [
            ("plain – 9.5% (2246)", "plain – 9.5% (2246)"),
            ("a*b_c`d", "a\\*b\\_c\\`d"),
            (
                "[x](javascript:y) <b> &amp; ~z~",
                "\\[x\\](javascript:y) \\<b\\> \\&amp; \\~z\\~",
            ),
            ("a|b\\c", "a\\|b\\\\c"),
            ("# no heading", "\\# no heading"),
            ("- no point", "\\- no point"),
            ("1. no number", "1\\. no number"),
            ("12) no number", "12\\) no number"),
            ("2010 is no number", "2010 is no number"),
            ("two\nlines\tand  blanks", "two lines and blanks"),
        ] {
            let mut document = Document::default();
            document
                .blocks
                .push(Block::Paragraph(vec![Span::plain(text)]));
            assert_eq!(to_markdown(&document), format!("{written}\n"), "{text:?}");
        }
    }

    #[test]
    fn nothing_that_a_terminal_would_obey_comes_through() {
        let mut document = Document::about("", "a\u{1b}[31mb\u{202e}c");
        document
            .blocks
            .push(Block::Paragraph(vec![Span::plain("\u{9b}2J")]));
        assert!(
            to_markdown(&document)
                .chars()
                .all(|c| c == '\n' || text::is_safe(&c.to_string()))
        );
    }

    #[test]
    fn headings_facts_tables_and_lists_are_written() {
        let mut document = Document::about("LN-1d", "Engagement");
        document.facts(vec![Fact::plain("Lead", "One"), Fact::plain("", "- Two")]);
        document.section("Counts", "2");
        let columns = vec![
            Column::fixed("Rating"),
            Column::counts("Number"),
            Column::words("Why"),
        ];
        let row = |rating, number: &str| Row {
            cells: vec![Span::rating(rating).to_vec(), vec![Span::plain(number)]],
            record: None,
        };
        let mut rows = vec![row(Rating::Red, "3"), row(Rating::Green, "12")];
        rows[0].cells.push(vec![Span::strong("late|r")]);
        document.table(columns, rows);
        document.list(vec![Item::new(vec![Span::plain("+ point")])]);
        insta::assert_snapshot!(to_markdown(&document), @r"
        # LN-1d Engagement

        - Lead: One
          - \- Two

        ## Counts (2)

        | Rating | Number | Why |
        | --- | ---: | --- |
        | **R** red | 3 | **late\|r** |
        | **G** green | 12 |  |

        - \+ point
        ");
    }
}
