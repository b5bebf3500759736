//! Wrapping by words. textwrap was looked at and left: it breaks long words between characters, not
//! graphemes, and counts columns by character where ratatui counts by grapheme.

use unicode_segmentation::UnicodeSegmentation;

use super::width::{grapheme_width, width};

/// A text in lines of at most so many columns, as slices of it. Its own line ends stay (an empty line is an
/// empty slice); blanks at a break go; a word longer than a line is broken between graphemes. A single
/// grapheme wider than a line stands alone in it, too wide: there is no better place. No columns, no lines.
pub fn wrap(text: &str, columns: usize) -> Vec<&str> {
    let mut lines = Vec::new();
    if columns == 0 {
        return lines;
    }
    for paragraph in text.split('\n') {
        wrap_paragraph(
            paragraph.strip_suffix('\r').unwrap_or(paragraph),
            columns,
            &mut lines,
        );
    }
    lines
}

/// The same lines, as places in the text: for a cursor that moves in it.
pub fn wrap_at(text: &str, columns: usize) -> Vec<std::ops::Range<usize>> {
    let start = text.as_ptr() as usize;
    wrap(text, columns)
        .into_iter()
        .map(|line| {
            let from = line.as_ptr() as usize - start;
            from..from + line.len()
        })
        .collect()
}

fn wrap_paragraph<'a>(paragraph: &'a str, columns: usize, lines: &mut Vec<&'a str>) {
    let fits_at_once = paragraph.is_ascii() && paragraph.len() <= columns;
    if fits_at_once || width(paragraph) <= columns {
        lines.push(paragraph.trim_end_matches(' '));
        return;
    }
    let mut rest = paragraph.trim_end_matches(' ');
    while !rest.is_empty() {
        let (line, after) = first_line(rest, columns);
        lines.push(line);
        rest = after;
    }
}

/// One line off the start of a text, and what is left.
fn first_line(text: &str, columns: usize) -> (&str, &str) {
    let mut used = 0;
    // Where the line may end, if the word after it does not fit.
    let mut last_blank = None;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += grapheme_width(grapheme);
        if grapheme == " " {
            // An indent is no place for a break, and a blank may hang over the edge.
            if text
                .get(..at)
                .is_some_and(|before| !before.trim_start_matches(' ').is_empty())
            {
                last_blank = Some(at);
            }
            if used > columns
                && let Some(at) = last_blank
            {
                return cut(text, at);
            }
        } else if used > columns {
            let fallback = if at == 0 { grapheme.len() } else { at };
            return cut(text, last_blank.unwrap_or(fallback));
        }
    }
    (text, "")
}

fn cut(text: &str, at: usize) -> (&str, &str) {
    let (line, rest) = text.split_at_checked(at).unwrap_or((text, ""));
    (line.trim_end_matches(' '), rest.trim_start_matches(' '))
}

#[cfg(test)]
mod tests {
    use super::{wrap, wrap_at};

    #[test]
    fn lines_break_between_words() {
        let cases: [(&str, usize, &[&str]); 9] = [
            ("looked after children", 12, &["looked after", "children"]),
            (
                "looked after children",
                11,
                &["looked", "after", "children"],
            ),
            ("looked  after", 7, &["looked", "after"]),
            ("safeguarding", 5, &["safeg", "uardi", "ng"]),
            ("one\n\ntwo\r\nthree", 9, &["one", "", "two", "three"]),
            ("  indented words", 10, &["  indented", "words"]),
            ("日本語テキスト", 5, &["日本", "語テ", "キス", "ト"]),
            ("日", 1, &["日"]),
            ("", 5, &[""]),
        ];
        for (text, columns, lines) in cases {
            assert_eq!(wrap(text, columns), lines, "{text:?} in {columns}");
        }
        assert!(wrap("any", 0).is_empty());
    }

    #[test]
    fn lines_are_known_by_their_places_in_the_text() {
        assert_eq!(wrap_at("one two\n\nthree", 5), [0..3, 4..7, 8..8, 9..14]);
    }
}
