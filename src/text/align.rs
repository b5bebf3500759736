//! Lining up: padding to a column, and figures on their decimal point.

use std::borrow::Cow;

use super::width::{truncate, width};

/// A text with blanks after it, up to so many columns; a wider one stays as it is.
pub fn pad(text: &str, columns: usize) -> Cow<'_, str> {
    match columns.saturating_sub(width(text)) {
        0 => Cow::Borrowed(text),
        missing => Cow::Owned(format!("{text}{}", " ".repeat(missing))),
    }
}

/// A text in exactly so many columns, at the left: cut or padded.
pub fn fit_left(text: &str, columns: usize) -> String {
    let cut = truncate(text, columns);
    pad(&cut, columns).into_owned()
}

/// A text in exactly so many columns, at the right: cut or padded.
pub fn fit_right(text: &str, columns: usize) -> String {
    let cut = truncate(text, columns);
    let missing = columns.saturating_sub(width(&cut));
    format!("{}{cut}", " ".repeat(missing))
}

/// Figures one below the other on their decimal point, all equally wide. A figure without a point has it after
/// its first number (`76%`, `1,281 (83.6 per 10,000)`); words stand with their end where the point would be.
pub fn decimal_align(cells: &[&str]) -> Vec<String> {
    let parts: Vec<(usize, usize)> = cells
        .iter()
        .map(|cell| {
            let (before, after) = cell.split_at_checked(point(cell)).unwrap_or((cell, ""));
            (width(before), width(after))
        })
        .collect();
    let before = parts.iter().map(|part| part.0).max().unwrap_or(0);
    let after = parts.iter().map(|part| part.1).max().unwrap_or(0);
    let place = |(cell, part): (&&str, &(usize, usize))| {
        format!(
            "{}{cell}{}",
            " ".repeat(before - part.0),
            " ".repeat(after - part.1)
        )
    };
    cells.iter().zip(&parts).map(place).collect()
}

/// Where a figure's decimal point is or would be.
fn point(cell: &str) -> usize {
    let Some(first) = cell.find(|c: char| c.is_ascii_digit()) else {
        return cell.len();
    };
    let digits = |from: usize| {
        let rest = cell.get(from..).unwrap_or_default();
        let end = rest
            .find(|c: char| !(c.is_ascii_digit() || c == ','))
            .unwrap_or(rest.len());
        // A comma at the end belongs to the words after the figure.
        from + rest
            .get(..end)
            .unwrap_or_default()
            .trim_end_matches(',')
            .len()
    };
    // `.5` has no digit before its point.
    match cell.get(..first).and_then(|lead| lead.strip_suffix('.')) {
        Some(lead) => lead.len(),
        None => digits(first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_line_up_on_their_point() {
        let aligned = decimal_align(&[
            "9.5%",
            "12",
            "1,281.25",
            "-0.4",
            "n/a",
            "",
            "£9.2m",
            "76.24% (1171/1536)",
        ]);
        let expected = [
            "    9.5%              ",
            "   12                 ",
            "1,281.25              ",
            "   -0.4               ",
            "  n/a                 ",
            "                      ",
            "   £9.2m              ",
            "   76.24% (1171/1536) ",
        ];
        let trimmed: Vec<&str> = aligned.iter().map(|cell| cell.trim_end()).collect();
        assert_eq!(trimmed, expected.map(str::trim_end));
        assert!(aligned.iter().all(|cell| width(cell) == width(&aligned[0])));
        assert!(decimal_align(&[]).is_empty());
    }

    #[test]
    fn texts_fill_their_columns_exactly() {
        assert_eq!(fit_left("NI 117", 8), "NI 117  ");
        assert_eq!(fit_right("9.5%", 6), "  9.5%");
        assert_eq!(fit_left("日本語", 4), "日… ");
        assert_eq!(pad("wider", 3), "wider");
    }
}
