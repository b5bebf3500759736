//! What must hold for every text and every width.

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::*;

/// Text with far more of what hurts than chance would give.
fn text() -> impl Strategy<Value = String> {
    let nasty = prop::sample::select(vec![
        "\u{1b}",
        "\u{9b}",
        "\r",
        "\n",
        "\r\n",
        "\t",
        "\u{7f}",
        "\u{202e}",
        "\u{2066}",
        "\u{200d}",
        "\u{200b}",
        "\u{301}",
        "\u{fe0f}",
        "\u{fe01}",
        "\u{e0001}",
        "\u{e000}",
        "\u{2028}",
        "👩",
        "🏽",
        "⚕",
        "日",
        "한",
        "\u{1161}",
        "क",
        "\u{94d}",
        "ﾞ",
        " ",
        "word",
        "é",
        "🇬",
        "\u{600}",
        "\u{ad}",
        "...",
        "…",
    ]);
    prop_oneof![
        prop::collection::vec(nasty, 0..24).prop_map(|parts| parts.concat()),
        any::<String>(),
        prop::collection::vec(any::<char>(), 0..40)
            .prop_map(|chars| chars.into_iter().collect::<String>()),
        "[a-z ,.]{0,60}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_forbidden_comes_out_whatever_goes_in(text in text()) {
        let line = display_safe(&text);
        prop_assert!(is_safe(&line) && !line.contains('\n'), "{:?} {:?}", text, line);
        prop_assert!(is_safe(&display_safe_lines(&text)));
        let hidden = |c: char| c.is_control() || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            | '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{10ffff}');
        prop_assert!(!line.contains(hidden));
        prop_assert_eq!(display_safe(&line), line.as_ref());
    }

    #[test]
    fn a_cut_text_fits_and_keeps_whole_graphemes(text in text(), columns in 0_usize..40) {
        for ellipsis in [Ellipsis::Unicode, Ellipsis::Ascii] {
            let cut = truncate_with(&text, columns, ellipsis);
            prop_assert!(width(&cut) <= columns, "{:?} in {} is {:?}", text, columns, cut);
        }
        let safe = display_safe(&text);
        prop_assert_eq!(width(&fit_left(&safe, columns)), columns);
        prop_assert_eq!(width(&fit_right(&safe, columns)), columns);
    }

    #[test]
    fn wrapped_lines_fit_and_lose_nothing_but_blanks(text in text(), columns in 1_usize..30) {
        let text = display_safe_lines(&text);
        let lines = wrap(&text, columns);
        for line in &lines {
            prop_assert!(width(line) <= columns || line.graphemes(true).count() == 1, "{:?} in {}: {:?}", text, columns, lines);
        }
        let bare = |text: &str| text.replace([' ', '\n'], "");
        prop_assert_eq!(bare(&lines.concat()), bare(&text));
    }

    #[test]
    fn aligned_figures_are_equally_wide(cells in prop::collection::vec(prop_oneof!["[0-9,.%£ a-z()-]{0,12}", text()], 0..6)) {
        let cells: Vec<String> = cells.iter().map(|cell| display_safe(cell).into_owned()).collect();
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        let aligned = decimal_align(&cells);
        let widest = aligned.iter().map(|cell| width(cell)).max().unwrap_or(0);
        prop_assert_eq!(aligned.len(), cells.len());
        for (cell, aligned) in cells.iter().zip(&aligned) {
            prop_assert!(aligned.contains(cell));
            prop_assert_eq!(width(aligned), widest);
        }
    }
}
