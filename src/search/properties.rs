//! What must hold for every query and every text.

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::*;

/// Words that meet each other in codes, stems, the glossary, accents and scattered letters.
fn word() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "ni",
        "117",
        "NI",
        "ni117",
        "a",
        "1",
        "18",
        "looked",
        "after",
        "children",
        "lac",
        "LAC",
        "exclusion",
        "excluded",
        "exclus",
        "lookd",
        "tŷ",
        "ty",
        "well-being",
        "wellbeing",
        "p1-3",
        "13",
        "Care",
        "care",
        "leavers",
        "neet",
        "ks2",
        "the",
    ]);
    prop_oneof![8 => known.prop_map(str::to_owned), 2 => "[a-zA-Z0-9é'.-]{1,6}"]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::collection::vec(word(), 0..9).prop_map(|words| words.join(" ")),
        1 => "\\PC{0,40}",
        1 => any::<String>(),
    ]
}

fn record() -> impl Strategy<Value = [String; 5]> {
    let code = prop_oneof![3 => "(NI|LN|CYPP-P|HW)[ -]?1?[137]{1,2}(-3)?[a-c]?", 1 => text()];
    (code, text(), text(), text(), text())
        .prop_map(|(code, title, other, officer, prose)| [code, title, other, officer, prose])
}

const NAMES: [FieldName; 5] = [
    FieldName::Code,
    FieldName::Title,
    FieldName::OtherName,
    FieldName::Officer,
    FieldName::Prose("text"),
];

fn prepare(record: &[String; 5]) -> Prepared {
    let fields: Vec<_> = NAMES
        .iter()
        .zip(record)
        .map(|(name, text)| Field::new(*name, text))
        .collect();
    Prepared::new(&fields, &Glossary::built_in())
}

/// Letters and then a digit spell a code.
fn is_code(text: &str) -> bool {
    let folded = fold_code(text);
    folded.starts_with(|c: char| c.is_ascii_alphabetic())
        && folded.ends_with(|c: char| c.is_ascii_digit())
}

fn parse(query: &str) -> Option<Query> {
    let stage = FieldSpec::new("stage", Values::Steps(&["1", "2"]), "");
    Query::parse(
        query,
        &Grammar {
            fields: &[stage],
            is_code: &is_code,
            known: &|_| &[],
        },
    )
    .ok()
}

fn found(query: &str, documents: &[Prepared]) -> Vec<(usize, Score)> {
    let query = parse(query).unwrap_or_default();
    let hits = Searcher::new(documents).search(&query, &|index, _| index % 2 == 0);
    hits.all()
        .iter()
        .map(|ranked| (ranked.index, ranked.score))
        .collect()
}

fn rows(query: &str, documents: &[Prepared]) -> Vec<usize> {
    let mut rows: Vec<_> = found(query, documents)
        .into_iter()
        .map(|(index, _)| index)
        .collect();
    rows.sort_unstable();
    rows
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_query_and_no_text_panics_and_every_range_is_whole_graphemes(
        typed in prop_oneof![text(), "[a-z'\"^$!|:<>=.,* é-]{0,24}", any::<String>()],
        record in record(),
    ) {
        let Some(query) = parse(&typed) else { return Ok(()) };
        let document = prepare(&record);
        if let Some(hit) = match_document(&query, &document, &|_| true) {
            prop_assert_eq!(hit.ranges.len(), record.len());
            for (text, ranges) in record.iter().zip(&hit.ranges) {
                check_ranges(text, ranges)?;
            }
        }
        for (name, text) in NAMES.iter().zip(&record) {
            let ranges = highlight(&query, Field::new(*name, text), &Glossary::built_in());
            check_ranges(text, &ranges)?;
            let (shown, moved) = excerpt(text, &ranges, 20);
            prop_assert!(text.get(shown.clone()).is_some_and(|shown| moved.iter().all(|range| shown.get(range.clone()).is_some())));
        }
        let _ = query.to_string();
    }

    #[test]
    fn an_error_points_into_the_query(typed in "[a-z:<>=.,*\"é |!-]{0,24}") {
        let stage = FieldSpec::new("stage", Values::Steps(&["1", "2"]), "").also(&["s"]);
        if let Err(error) = Query::parse(&typed, &Grammar { fields: &[stage], is_code: &is_code , known: &|_| &[] }) {
            prop_assert!(typed.get(error.range.clone()).is_some());
            prop_assert!(!error.to_string().is_empty());
        }
    }

    #[test]
    fn an_added_word_only_takes_rows_away(
        words in prop::collection::vec(word(), 1..4),
        added in word(),
        records in prop::collection::vec(record(), 1..8),
    ) {
        let documents: Vec<_> = records.iter().map(prepare).collect();
        let query = words.join(" ");
        let before = rows(&query, &documents);
        let after = rows(&format!("{query} {added}"), &documents);
        prop_assert!(after.iter().all(|row| before.contains(row)), "{:?} + {:?}: {:?} {:?}", query, added, before, after);
    }

    #[test]
    fn blanks_order_and_folded_case_never_reorder(
        words in prop::collection::vec(word(), 1..5),
        turn in 0_usize..5,
        records in prop::collection::vec(record(), 1..8),
    ) {
        let documents: Vec<_> = records.iter().map(prepare).collect();
        let query = words.join(" ");
        let result = found(&query, &documents);
        prop_assert_eq!(&result, &found(&format!("{query} "), &documents));
        prop_assert_eq!(&result, &found(&format!("  {}", words.join("   ")), &documents));
        // Words that spell a code stay together: only what is left of them is free in its order.
        let plain: Vec<&str> = words.iter().map(String::as_str).filter(|word| !word.bytes().any(|byte| byte.is_ascii_digit())).collect();
        let mut turned = plain.clone();
        turned.rotate_left(turn % plain.len().max(1));
        prop_assert_eq!(found(&plain.join(" "), &documents), found(&turned.join(" "), &documents));
        // A record's own case counts for nothing where no capital is typed.
        let lower = query.to_lowercase();
        if lower.is_ascii() {
            let shouted: Vec<_> = words.iter().map(|word| word.to_ascii_lowercase()).collect();
            prop_assert_eq!(found(&lower, &documents), found(&shouted.join(" "), &documents));
        }
    }

    #[test]
    fn a_scattered_match_never_beats_one_in_one_piece(typed in word(), records in prop::collection::vec(record(), 1..8)) {
        let documents: Vec<_> = records.iter().map(prepare).collect();
        let exact = rows(&format!("'{typed}"), &documents);
        let all = found(&typed, &documents);
        let whole = all.iter().take_while(|(_, score)| score.0 >= 10_000_000).count();
        prop_assert!(all.iter().skip(whole).all(|(index, _)| typed.chars().count() < 3 || !exact.contains(index)));
    }

    #[test]
    fn narrowing_while_typing_finds_what_a_new_search_finds(
        words in prop::collection::vec(word(), 1..4),
        records in prop::collection::vec(record(), 1..8),
    ) {
        let documents: Vec<_> = records.iter().map(prepare).collect();
        let searcher = Searcher::new(&documents);
        let typed = words.join(" ");
        let mut hits = Hits::default();
        let mut first = true;
        for (end, _) in typed.char_indices().skip(1).chain([(typed.len(), ' ')]) {
            let Some(query) = typed.get(..end).and_then(parse) else { continue };
            let new = searcher.search(&query, &|_, _| true);
            hits = if first { searcher.search(&query, &|_, _| true) } else { searcher.narrow(&query, &hits, &|_, _| true) };
            first = false;
            prop_assert_eq!(hits.all(), new.all(), "at {:?}", typed.get(..end));
        }
    }

    #[test]
    fn folding_twice_is_folding_once(text in any::<String>()) {
        let once = Key::new(&text);
        let twice = Key::new(once.text());
        prop_assert_eq!(twice.text(), once.text());
    }
}

fn check_ranges(text: &str, ranges: &[std::ops::Range<usize>]) -> Result<(), TestCaseError> {
    let edges: Vec<usize> = text
        .grapheme_indices(true)
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let mut last = None;
    for range in ranges {
        prop_assert!(
            range.start < range.end && last.is_none_or(|last| last < range.start),
            "{:?} {:?}",
            text,
            ranges
        );
        prop_assert!(
            edges.contains(&range.start) && edges.contains(&range.end),
            "{:?} {:?}",
            text,
            ranges
        );
        last = Some(range.end);
    }
    Ok(())
}
