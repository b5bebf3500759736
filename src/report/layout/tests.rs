use proptest::prelude::*;

use super::*;
use crate::domain::id::Id;
use crate::domain::kind::Kind;
use crate::domain::rating::Rating;
use crate::report::document::{Column, Row};

fn printed(document: &Document, width: usize) -> String {
    let lines = lines(document, width, false);
    lines.iter().map(|line| line.text() + "\n").collect()
}

fn table(columns: Vec<Column>, rows: &[&[&str]]) -> Document {
    let row = |row: &&[&str]| Row {
        cells: row.iter().map(|cell| vec![Span::plain(*cell)]).collect(),
        record: None,
    };
    let mut document = Document::default();
    document.table(columns, rows.iter().map(row).collect());
    document
}

fn results() -> Document {
    table(
        vec![
            Column::fixed("Code"),
            Column::titles("Indicator"),
            Column::figures("Result"),
            Column::officers("Officer").keep(20),
            Column::fixed("Status").keep(30),
        ],
        &[
            &[
                "NI 45",
                "Young offenders engaged in suitable education, training and employment",
                "76.24 %",
                "Head of the Youth Offending Service",
                "met",
            ],
            &[
                "LSP-TP1E",
                "New customers",
                "5,971",
                "Head of Finance",
                "missed",
            ],
            &["NI 116", "Children in poverty", "none", "", "-"],
        ],
    )
}

#[test]
fn figures_line_up_on_their_point_and_words_on_the_right() {
    let rows: &[&[&str]] = &[
        &["a", "9.5 %"],
        &["b", "76.24 %"],
        &["c", "5,971"],
        &["d", "none"],
        &["e", "-4.6 pts"],
    ];
    let document = table(vec![Column::fixed("Code"), Column::figures("Result")], rows);
    insta::assert_snapshot!(printed(&document, 80), @r"
    Code        Result
    a         9.5  %
    b        76.24 %
    c     5,971
    d             none
    e        -4.6  pts
    ");
}

#[test]
fn titles_give_way_first_at_a_word_and_then_officers() {
    insta::assert_snapshot!(printed(&results(), 100), @r"
    Code      Indicator                              Result  Officer                              Status
    NI 45     Young offenders engaged in            76.24 %  Head of the Youth Offending Service  met
              suitable education, training and
              employment
    LSP-TP1E  New customers                      5,971       Head of Finance                      missed
    NI 116    Children in poverty                      none                                       -
    ");
    insta::assert_snapshot!(printed(&results(), 66), @r"
    Code      Indicator             Result  Officer             Status
    NI 45     Young offenders      76.24 %  Head of the Youth   met
              engaged in                    Offending Service
              suitable…
    LSP-TP1E  New customers     5,971       Head of Finance     missed
    NI 116    Children in             none                      -
              poverty
    ");
}

#[test]
fn columns_are_left_out_by_their_weight_and_named() {
    insta::assert_snapshot!(printed(&results(), 50), @r"
    Code      Indicator                 Result  Status
    NI 45     Young offenders          76.24 %  met
              engaged in suitable
              education, training…
    LSP-TP1E  New customers         5,971       missed
    NI 116    Children in poverty         none  -
    Not shown at this width: Officer
    ");
    insta::assert_snapshot!(printed(&results(), 34), @r"
    Code          Result
    NI 45        76.24 %
    LSP-TP1E  5,971
    NI 116          none
    Not shown at this width:
    Indicator, Officer, Status
    ");
}

#[test]
fn codes_figures_and_ratings_are_never_shortened_while_their_column_stands() {
    for width in 30..200 {
        let text = printed(&results(), width);
        for whole in ["NI 45", "LSP-TP1E", "NI 116"] {
            assert!(text.contains(whole), "{width}: {text}");
        }
        let says_so = text.contains("Not shown at this width:") && text.contains("Result");
        assert!(text.contains("76.24 %") || says_so, "{width}: {text}");
    }
}

#[test]
fn wide_characters_take_their_two_columns() {
    let document = table(
        vec![Column::words("Name"), Column::fixed("Code")],
        &[&["日本語", "A"], &["abc", "B"]],
    );
    let lines = lines(&document, 80, false);
    let column = |line: &Line| text::width(line.text().trim_end()) - 1;
    assert_eq!(column(&lines[1]), column(&lines[2]));
    assert_eq!(
        printed(&table(vec![Column::words("")], &[&["日本語日本語"]]), 5),
        "日本\n語日\n本語\n"
    );
}

#[test]
fn plain_characters_stand_for_our_own_marks_alone() {
    let mut document = table(
        vec![Column::titles("T"), Column::fixed("C")],
        &[&[&"many words ".repeat(12), "a £"]],
    );
    document.section("Heading", "");
    let text: String = lines(&document, 30, true)
        .iter()
        .map(|line| line.text() + "\n")
        .collect();
    assert!(
        text.contains("...") && text.contains('=') && text.contains('£'),
        "{text}"
    );
    assert!(text.chars().all(|c| c.is_ascii() || c == '£'), "{text}");
}

#[test]
fn prose_is_held_to_a_hundred_columns_and_a_code_is_not_broken() {
    let mut document = Document::default();
    let mut spans = vec![Span::plain("words ".repeat(16))];
    spans.extend([Span::code("NI 117"), Span::plain(" and more words")]);
    document.blocks.push(Block::Paragraph(spans));
    let text = printed(&document, 200);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(
        lines[1].starts_with("NI 117") || lines[0].ends_with("NI 117"),
        "{text}"
    );
}

#[test]
fn values_line_up_beside_their_labels_and_go_below_them_where_it_is_narrow() {
    let mut document = Document::default();
    document.facts(vec![
        Fact::plain(
            "Lead",
            "Chief Officer, Children and Young People's Social Care",
        ),
        Fact::plain("", "Head of Service"),
        Fact::plain("Area of weakness", "no"),
    ]);
    insta::assert_snapshot!(printed(&document, 50), @r"
    Lead              Chief Officer, Children and
                      Young People's Social Care
                      Head of Service
    Area of weakness  no
    ");
    insta::assert_snapshot!(printed(&document, 24), @r"
    Lead
      Chief Officer,
      Children and Young
      People's Social Care
      Head of Service
    Area of weakness
      no
    ");
}

#[test]
fn headings_and_records_can_be_found_again() {
    let record = RecordRef::new(Kind::Action, &Id::new("x"));
    let mut document = Document::about("LN-1d", "Title");
    document.section("Actions", "1");
    document.heading(3, vec![Span::strong("Do it")], Some(record.clone()));
    document.prose("Text.");
    let lines = lines(&document, 40, false);
    let headings: Vec<String> = lines
        .iter()
        .filter(|line| line.heading)
        .map(Line::text)
        .collect();
    assert_eq!(headings.len(), 3);
    assert!(
        lines
            .iter()
            .any(|line| line.record == Some(record.clone()) && line.text() == "Do it")
    );
}

#[test]
fn what_comes_from_the_file_is_inert() {
    let mut document = Document::about("A\u{202e}B", "C\u{1b}[31m");
    document.prose("one\u{7}");
    document
        .blocks
        .push(Block::Paragraph(vec![Span::plain("two\nlines")]));
    let text = printed(&document, 80);
    assert!(
        text.chars()
            .all(|c| c == '\n' || (!c.is_control() && c != '\u{202e}')),
        "{text:?}"
    );
    assert!(text.contains("two lines"), "{text}");
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z ]{0,40}",
        "[0-9]{1,4}(\\.[0-9]{1,2})? %",
        "\\PC{0,20}",
        Just("日本語のテキスト 👩‍👩‍👧 e\u{301}\u{302}".to_owned()),
        any::<String>(),
    ]
}

fn span() -> impl Strategy<Value = Span> {
    let tones = [
        Tone::Plain,
        Tone::Dim,
        Tone::Code,
        Tone::Strong,
        Tone::Rating(Rating::Red),
    ];
    (words(), proptest::sample::select(tones.to_vec()))
        .prop_map(|(text, tone)| Span::new(text, tone))
}

fn spans() -> impl Strategy<Value = Vec<Span>> {
    proptest::collection::vec(span(), 0..5)
}

fn any_table() -> impl Strategy<Value = Block> {
    let column = (words(), 0..5_u8, any::<u8>()).prop_map(|(title, way, keep)| match way {
        0 => Column::fixed(&title).keep(keep),
        1 => Column::figures(&title).keep(keep),
        2 => Column::titles(&title).keep(keep),
        3 => Column::officers(&title).keep(keep),
        _ => Column::words(&title).keep(keep),
    });
    let rows = proptest::collection::vec(proptest::collection::vec(spans(), 0..6), 0..4);
    (proptest::collection::vec(column, 0..6), rows).prop_map(|(columns, rows)| {
        let rows = rows
            .into_iter()
            .map(|cells| Row {
                cells,
                record: None,
            })
            .collect();
        Block::Table(crate::report::document::Table { columns, rows })
    })
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        spans().prop_map(Block::Paragraph),
        (0..5_u8, spans()).prop_map(|(level, text)| Block::Heading(Heading {
            level,
            text,
            anchor: String::new(),
            record: None
        })),
        proptest::collection::vec((words(), spans()), 0..3).prop_map(|facts| Block::Facts(
            facts
                .into_iter()
                .map(|(label, value)| Fact {
                    label,
                    value,
                    record: None
                })
                .collect()
        )),
        proptest::collection::vec(spans(), 0..3)
            .prop_map(|items| Block::List(items.into_iter().map(Item::new).collect())),
        any_table(),
        Just(Block::Space),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_line_fits_whatever_stands_in_the_document(title in spans(), blocks in proptest::collection::vec(block(), 0..5), width in 0..130_usize, ascii: bool) {
        for line in lines(&Document { title, blocks }, width, ascii) {
            prop_assert!(text::width(&line.text()) <= width, "{:?}", line);
            prop_assert!(!line.text().chars().any(char::is_control), "{:?}", line);
        }
    }
}
